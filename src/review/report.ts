/** A form and its assessment as plain JSON: the form object of `rubric inspect` (DESIGN.md). Decimals are texts; messages are left to the face. */
import type Decimal from 'decimal.js';
import { areaAddress, columnLetter } from '../form/address';
import { cellAt, type Grid } from '../form/grid';
import type { Form, Place } from '../form/types';
import type { Band } from '../rubric/types';
import { addressOf } from './context';
import { exactText, fraction } from './fraction';
import type { AssessedEntry, AssessedIndicator, AssessedTotal, Assessment, Finding } from './types';

const text = (value: Decimal | null): string | null => value?.toFixed() ?? null;
const address = (place: Place | null): string | null => place && addressOf(place);

export interface BandReport {
  readonly tier: string | null;
  readonly points: string | null;
  readonly min: string | null;
  readonly minInclusive: boolean | null;
  readonly max: string | null;
  readonly maxInclusive: boolean | null;
  readonly unit: string | null;
}

const bounds = (
  low: { at: Decimal; inclusive: boolean } | null,
  high: { at: Decimal; inclusive: boolean } | null,
): Pick<BandReport, 'min' | 'minInclusive' | 'max' | 'maxInclusive'> => ({
  min: low?.at.toFixed() ?? null,
  minInclusive: low?.inclusive ?? null,
  max: high?.at.toFixed() ?? null,
  maxInclusive: high?.inclusive ?? null,
});

/** Where tiers stand for ranges of points, the points are what is banded, fixed ones included. */
function bandReport(band: Band, ranged: boolean): BandReport {
  const unbounded = band.interval.low === null && band.interval.high === null;
  const range = band.range ?? (ranged && unbounded && band.points ? ([band.points, band.points] as const) : null);
  const own = { tier: band.tier, points: text(band.points) };
  // Bounds in points say more than the range does: whether they belong to the band, and whether it has both.
  if (ranged && range && (unbounded || band.unit !== '分'))
    return { ...own, ...bounds({ at: range[0], inclusive: true }, { at: range[1], inclusive: true }), unit: '分' };
  return { ...own, ...bounds(band.interval.low, band.interval.high), unit: band.unit };
}

function bandsReport(bands: readonly Band[]): readonly BandReport[] {
  const ranged = bands.some((band) => band.range !== null);
  return bands.map((band) => bandReport(band, ranged));
}

function entryReport(entry: AssessedEntry, grid: Grid) {
  const value = cellAt(grid, entry.entry.row, entry.entry.column)?.value ?? null;
  return {
    rater: entry.entry.rater,
    role: entry.entry.role,
    cell: addressOf(entry.entry),
    ...(entry.entry.period === undefined ? {} : { period: entry.entry.period }),
    value: value === null ? null : typeof value === 'object' ? value.error : String(value),
    valid: entry.valid,
    tier: entry.tier,
    score: text(entry.score),
    normalized: text(entry.outcome.normalized),
    problem: entry.problem,
  };
}

/** What kind of row it is, told by what its criteria hold. */
function kindOf(assessed: AssessedIndicator): string {
  const { indicator, reading, entries, bands } = assessed;
  if (indicator.kind !== 'normal') return indicator.kind;
  const roles = new Set(indicator.entries.map(({ role }) => role));
  if (roles.has('tick')) return 'tick';
  if (roles.has('effectiveness')) return 'stars';
  if (roles.has('deduction') || roles.has('count')) return 'deduction';
  if (bands.some(({ interval }) => interval.low ?? interval.high)) return 'bands';
  if (reading?.rules.some(({ kind }) => kind === 'level')) return 'levels';
  if (reading?.rules.some(({ kind }) => kind === 'label')) return 'qualitative';
  if (reading?.rules.some(({ kind }) => kind === 'step')) return 'deduction';
  return entries.length > 0 || roles.size > 0 ? 'number' : 'text';
}

function indicatorReport(form: Form, assessed: AssessedIndicator, grid: Grid) {
  const { indicator, effectiveWeight } = assessed;
  return {
    row: indicator.column === null ? indicator.rows[0] : null,
    column: indicator.column === null ? null : columnLetter(indicator.column),
    name: indicator.name,
    section: indicator.section === null ? null : (form.sections[indicator.section]?.name ?? null),
    weight: text(indicator.weight),
    effectiveWeight:
      effectiveWeight && exactText(fraction(BigInt(effectiveWeight.numerator.toFixed()), BigInt(effectiveWeight.denominator.toFixed()))),
    fullMarks: text(assessed.fullMarks),
    target: indicator.target?.text ?? null,
    kind: kindOf(assessed),
    certainty: assessed.certainty,
    bands: bandsReport(assessed.bands),
    rules: assessed.reading?.rules ?? [],
    subIndicators: indicator.subIndicators.map((sub) => ({ row: sub.row, name: sub.name, weight: text(sub.weight) })),
    entries: assessed.entries.map((entry) => entryReport(entry, grid)),
  };
}

function totalReport(total: AssessedTotal) {
  return {
    cell: addressOf(total.total),
    label: total.total.label,
    role: total.total.role,
    ...(total.total.rater === null ? {} : { rater: total.total.rater }),
    expected: total.expected,
    ...(total.percent ? { unit: '%' } : {}),
    present: total.present && {
      kind: total.present.formula === null ? (typeof total.present.value === 'number' ? 'number' : 'text') : 'formula',
      formula: total.present.formula,
      value: presentText(total),
    },
    status: total.status,
    blockedBy: total.blockedBy,
    reason: total.reason,
    nativeFormula: total.nativeFormula,
    functionFormula: total.functionFormula,
  };
}

function presentText(total: AssessedTotal): string | null {
  const value = total.present?.value ?? null;
  return value === null ? null : typeof value === 'object' ? value.error : String(value);
}

function findingReport(form: Form, finding: Finding) {
  return {
    code: finding.code,
    severity: finding.severity,
    cell: finding.sheet === form.sheet ? finding.cell : `${finding.sheet}!${finding.cell}`,
    ...(finding.variant === undefined ? {} : { variant: finding.variant }),
    details: finding.details,
    fix: finding.fix && {
      code: finding.fix.code,
      details: finding.fix.details,
      write: finding.fix.write && { sheet: finding.fix.write.sheet, cell: finding.fix.write.cell, after: finding.fix.write.after },
    },
  };
}

const columnsReport = (form: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(form.columns).flatMap(([role, column]) => (column === undefined ? [] : [[role, columnLetter(column)]])),
  );

/**
 * The form object of `rubric inspect --json`, without messages: each finding has its code, variant and details.
 *
 * @param grid the form's sheet, for the raw content of entry cells
 */
export function formReport(assessment: Assessment, grid: Grid) {
  const { form } = assessment;
  return {
    sheet: form.sheet,
    title: form.title,
    titleCell: address(form.titleCell),
    range: areaAddress(form.range),
    language: form.language,
    layout: form.layout,
    confidence: form.confidence,
    headerRow: form.headerRow,
    columns: columnsReport(form),
    scores: form.scores.map(({ column, header, rater, role }) => ({ column: columnLetter(column), header, rater, role })),
    levels: form.levels.map(({ column, label, points }) => ({ column: columnLetter(column), label, points: text(points) })),
    fields: form.fields.map(({ label, labelCell, cell, value }) => ({
      label,
      labelCell: addressOf(labelCell),
      cell: addressOf(cell),
      value,
    })),
    sections: form.sections.map(({ name, weight, cell }) => ({ name, weight: text(weight), cell: address(cell) })),
    indicators: assessment.indicators.map((assessed) => indicatorReport(form, assessed, grid)),
    totals: assessment.totals.map(totalReport),
    findings: assessment.findings.map((finding) => findingReport(form, finding)),
  };
}

export type FormReport = ReturnType<typeof formReport>;
