/** Total rows: which cells of them are computed, over which indicators, for whom. */
import type { EntryColumn } from './columnOption';
import { printedFormulas } from './notes';
import { plainText } from './plainText';
import type { Part } from './part';
import type { BodyRow } from './rowKinds';
import { isText, placeOf, type SheetCell } from './sheet';
import type { CellText, TotalCell, TotalRole } from './types';
import { isSummed, raterOf, summedEntries } from './summedEntries';
import { totalsAbove, totalsBeside, type TotalsInput } from './totalsAround';
import { weightText } from './weights';

interface TotalRow {
  readonly part: Part;
  readonly body: BodyRow & { readonly label: SheetCell };
  readonly role: TotalRole;
  readonly indicators: readonly number[];
  readonly section: number | null;
}

const cellsAt = (part: Part, row: number): SheetCell[] =>
  part.table.sheet.cellsIn(row).filter((cell) => cell.column >= part.table.left && cell.column <= part.table.right);

function printedIn(part: Part, body: TotalRow['body']): CellText | null {
  const cell = cellsAt(part, body.row).find((there) => isText(there) && printedFormulas(there.text).length > 0);
  return cell ? { ...placeOf(cell), text: cell.text } : null;
}

/** Texts in a total's cell that are longer than this are remarks. */
const LONGEST_RESULT = 8;
const LONGEST_GRADE = 30;

/**
 * Places of a total row that lie in score columns and are no texts of the row's own (label, printed formula, remarks).
 * Beside a weighted column the raw scores are summed only where a sum is there already.
 */
function valuePlaces(row: TotalRow): readonly { entry: EntryColumn; row: number; column: number }[] {
  const { part, body } = row;
  const longest = row.role === 'grade' ? LONGEST_GRADE : LONGEST_RESULT;
  const blocked = cellsAt(part, body.row).filter(
    (cell) => cell === body.label || (isText(cell) && weightText(cell) === null && cell.formula === null && cell.text.length > longest),
  );
  const places = summedEntries(part.columns).flatMap((entry) => {
    const area = part.table.sheet.area(body.row, entry.column);
    if (area.left !== entry.column || area.top !== body.row || entry.column < body.label.column) return [];
    return blocked.some((cell) => cell.row === area.top && cell.column === area.left && cell !== unlabelled(row))
      ? []
      : [{ entry, row: area.top, column: area.left }];
  });
  const weighted = places.some(({ entry }) => entry.role === 'weighted');
  // Where one rater's scores are summed, so are the others'.
  const isFilled = ({ row: at, column }: { row: number; column: number }): boolean => part.table.sheet.cell(at, column) !== undefined;
  const rated = places.some((place) => rater(place.entry) && isFilled(place));
  return weighted ? places.filter((place) => place.entry.role === 'weighted' || isFilled(place) || (rated && rater(place.entry))) : places;
}

const rater = ({ role }: EntryColumn): boolean => role === 'self' || role === 'supervisor' || role === 'reviewer';

/** In a row without a label its first computed cell stands for one. */
const unlabelled = ({ body }: TotalRow): SheetCell | null => (isText(body.label) && body.label.formula === null ? null : body.label);

/** The final score stands once: in the result column where there is one, else in the last column. */
function finalPlaces<T extends { entry: EntryColumn }>(places: readonly T[], earlierTotals: boolean): readonly T[] {
  const raters = new Set(
    places.filter(({ entry }) => ['self', 'supervisor', 'reviewer', 'result', 'score'].includes(entry.role)).map(({ entry }) => entry.role),
  );
  const result = places.filter(({ entry }) => entry.role === 'result');
  if (raters.size >= 2 && result.length > 0) return result;
  return raters.size >= 2 && earlierTotals ? places.slice(-1) : places;
}

/** Whether a total's cell, or its label's, lies under the scores of several raters: it is nobody's alone. */
function spansRaters({ part, body }: TotalRow, row: number, column: number): boolean {
  const areas = [part.table.sheet.area(row, column), body.label.area];
  const under = ({ column: at }: EntryColumn): boolean => areas.some((area) => at >= area.left && at <= area.right);
  return part.columns.entries.filter((entry) => isSummed(entry) && (entry.column === column || under(entry))).length > 1;
}

function labelFor(row: TotalRow, entry: EntryColumn, several: boolean): string {
  const own = unlabelled(row)
    ? ''
    : row.body.label.text
        .replace(/[:：]\s*$/, '')
        .replace(/\s+/g, ' ')
        .trim();
  return several || own === '' ? `${own} ${entry.header}`.replace(/\s+/g, ' ').trim() : own;
}

const isPeriod = ({ role }: EntryColumn): boolean => /^(?:month|quarter)/.test(role);

const wholeTime =
  /半年|全年|年度|年终|各月|每月|个月|各季|[月季年]平均|(?:half[- ]year|yearly|annual|year[- ]end|full[- ]year|year to date|ytd)/;

/**
 * Where a row under months or quarters tells of all of them at once (`上半年平均`, or a cell merged over them): its one cell, the filled
 * one or the first. Null where each period has a total of its own.
 */
function placeOverPeriods<T extends { entry: EntryColumn; row: number; column: number }>(row: TotalRow, places: readonly T[]): T | null {
  const { sheet } = row.part.table;
  const columns = row.part.columns.entries.filter(isPeriod).map(({ column }) => column);
  const [first] = places;
  if (!first || columns.length < 2 || !places.every(({ entry }) => isPeriod(entry))) return null;
  const { left, right } = sheet.area(first.row, first.column);
  const merged = places.length === 1 && columns.filter((column) => column >= left && column <= right).length > 1;
  if (!merged && !(wholeTime.test(row.body.label.plain) && !columns.every((column) => sheet.cell(first.row, column)))) return null;
  return places.find(({ row: at, column }) => sheet.cell(at, column) !== undefined) ?? first;
}

/** What a row says of a whole time is the last word on it. */
const overPeriods = (cell: TotalCell): TotalCell => {
  const { period: _, ...whole } = cell;
  return whole.role === 'rater-total' || whole.role === 'weighted' ? { ...whole, role: 'final', rater: null } : whole;
};

function scoreTotals(row: TotalRow, earlierTotals: boolean): TotalCell[] {
  const all = valuePlaces(row);
  const whole = placeOverPeriods(row, all);
  if (whole) return placedTotals(row, [whole], [whole]).map(overPeriods);
  return placedTotals(row, all, row.role === 'final' ? finalPlaces(all, earlierTotals) : all);
}

type Placed = ReturnType<typeof valuePlaces>;

function placedTotals(row: TotalRow, all: Placed, places: Placed): TotalCell[] {
  const printedFormula = printedIn(row.part, row.body);
  return places.map(({ entry, row: at, column }) => ({
    row: at,
    column,
    label: labelFor(row, entry, places.length > 1),
    labelCell: unlabelled(row) ? null : placeOf(row.body.label),
    role: entry.role === 'deduction' && places.length > 1 ? 'section' : row.role,
    rater: row.role === 'final' && (places.length < all.length || spansRaters(row, at, column)) ? null : raterOf(entry),
    indicators: row.indicators,
    printedFormula,
    section: row.section,
    ...(isPeriod(entry) ? { period: entry.header.replace(/\s+/g, '') } : {}),
  }));
}

/** Counts of ticks below level columns. */
function levelTotals(row: TotalRow): TotalCell[] {
  const { part, body } = row;
  if (part.levelUse !== 'entries' || row.role === 'grade' || row.role === 'bonus') return [];
  return part.columns.levels.flatMap(({ cell }) => {
    const area = part.table.sheet.area(body.row, cell.column);
    if (area.left !== cell.column || area.top !== body.row) return [];
    return [
      {
        row: body.row,
        column: cell.column,
        label: `${body.label.text} ${cell.text}`.replace(/\s+/g, ' '),
        labelCell: placeOf(body.label),
        role: 'section' as const,
        rater: null,
        indicators: row.indicators,
        printedFormula: null,
        section: row.section,
      },
    ];
  });
}

/** Sums of weights and full marks, where the row has them. */
function measureTotals(row: TotalRow): TotalCell[] {
  const { part, body } = row;
  return (['weight', 'fullMarks', 'dimensionWeight'] as const).flatMap((role) => {
    const column = part.columns.byRole.get(role);
    const cell = column === undefined ? undefined : part.table.sheet.cell(body.row, column);
    if (
      !cell ||
      cell.row !== body.row ||
      cell.column !== column ||
      (cell === body.label && cell.formula === null) ||
      (weightText(cell) === null && cell.formula === null)
    )
      return [];
    return [
      {
        row: cell.row,
        column: cell.column,
        label: isText(body.label) && cell !== body.label ? body.label.text : '',
        labelCell: cell === body.label ? null : placeOf(body.label),
        role: 'full-marks' as const,
        rater: null,
        indicators: row.indicators,
        printedFormula: null,
        section: row.section,
      },
    ];
  });
}

/** `累计得分（    ）`: the total is written into the label's own cell. */
function inLabel(row: TotalRow): TotalCell[] {
  const { label } = row.body;
  if (!/[(（[【]\s*[)）\]】]\s*$|[:：]\s*$|[_＿]{2,}\s*分?$/.test(label.text)) return [];
  return [
    {
      row: label.row,
      column: label.column,
      label: label.text.replace(/[(（[【]\s*[)）\]】]\s*$|[:：]\s*$|[_＿]+\s*分?$/, '').trim(),
      labelCell: placeOf(label),
      role: row.role,
      rater: null,
      indicators: row.indicators,
      printedFormula: null,
      section: row.section,
    },
  ];
}

function cellsOfTotalRow(row: TotalRow, earlierTotals: boolean): TotalCell[] {
  const scores = scoreTotals(row, earlierTotals);
  const found = [...measureTotals(row), ...levelTotals(row), ...scores];
  return found.length > 0 ? found : inLabel(row);
}

/** Rows whose names begin with what a subtotal is called (`安全小计` over `安全-用电` and `安全-消防`), where others do not. */
function ofName({ indicators }: TotalsInput, { label }: BodyRow): readonly number[] {
  const key = (label?.plain ?? '').replace(/(?:小计|合计|分计)?(?:得分)?(?:\(.*\))?:?$| ?sub[-_ ]?total:?$/u, '').trim();
  const begins = (name: string): boolean => name.startsWith(key) && /^\s*[-–—:：·/|_.]\s*\S/u.test(name.slice(key.length));
  const named = key.length < 2 ? [] : indicators.filter(({ indicator }) => begins(plainText(indicator.name)));
  return named.length < indicators.length ? named.map(({ index }) => index) : [];
}

/** Rows of the last subtotal, and of the last sum of any kind. */
interface Ends {
  readonly subtotal: number;
  readonly total: number;
}

/** A subtotal covers its section: the indicators between the total before it and itself. */
function coverage(input: TotalsInput, body: BodyRow, role: TotalRole, ends: Ends): readonly number[] {
  const above = input.indicators.filter(
    ({ indicator }) => indicator.rows[1] < body.row || body.row < (input.indicators[0]?.indicator.rows[0] ?? 0),
  );
  if (role === 'section') {
    const named = ofName(input, body);
    const after = (row: number): readonly number[] => above.filter(({ indicator }) => indicator.rows[0] > row).map(({ index }) => index);
    const ownExtras = after(ends.total);
    const isExtra = ({ index, indicator }: TotalsInput['indicators'][number]): boolean =>
      !ownExtras.includes(index) || indicator.kind !== 'normal';
    // `加分小计` under rows that follow `基本分合计`: what that sums already is none of it.
    const apart = ownExtras.length > 0 && above.every(isExtra);
    return named.length > 0 ? named : apart ? ownExtras : after(ends.subtotal);
  }
  const own = above.map(({ index }) => index);
  return role === 'final' || role === 'grade' || role === 'bonus' ? [...input.before, ...own] : [...input.open, ...own];
}

/** A parent row covers the indicators between itself and the next parent row or total. */
function below(input: TotalsInput, body: BodyRow): readonly number[] {
  const next =
    input.part.rows.find((other) => other.row > body.row && (other.kind === 'section' || other.kind === 'total'))?.row ?? Infinity;
  return input.indicators.filter(({ indicator }) => indicator.rows[0] > body.row && indicator.rows[0] < next).map(({ index }) => index);
}

function sectionFor(input: TotalsInput, role: TotalRole, covered: readonly number[]): number | null {
  if (role === 'final' || role === 'grade' || role === 'bonus') return null;
  const sections = new Set(input.indicators.filter(({ index }) => covered.includes(index)).map(({ indicator }) => indicator.section));
  if (role === 'section' && sections.size === 1) return [...sections][0] ?? null;
  return input.heading;
}

/** Cells merged over the rows of a section (`分数②` beside its indicators) are that section's totals. */
function mergedTotals(input: TotalsInput): TotalCell[] {
  const { part } = input;
  return part.columns.entries
    .filter((entry) => ['weighted', 'result', 'score', 'self', 'supervisor', 'reviewer'].includes(entry.role))
    .flatMap((entry) => {
      const tops = new Set(
        part.units
          .map((unit) => part.table.sheet.area(unit.top, entry.column))
          .filter((area) => part.units.filter((unit) => unit.top >= area.top && unit.bottom <= area.bottom).length >= 2)
          .map((area) => area.top),
      );
      const merged = tops.size > 0;
      const all = new Map(
        part.units.map((unit) => {
          const area = part.table.sheet.area(unit.top, entry.column);
          return [area.top, area] as const;
        }),
      );
      if (!merged) return [];
      return [...all.values()].map((area): TotalCell => {
        const covered = input.indicators.filter(({ indicator }) => indicator.rows[0] >= area.top && indicator.rows[1] <= area.bottom);
        return {
          row: area.top,
          column: entry.column,
          label: entry.header.replace(/\s+/g, ' '),
          labelCell: null,
          role: 'section',
          rater: raterOf(entry),
          indicators: covered.map(({ index }) => index),
          printedFormula: null,
          section: covered[0]?.indicator.section ?? null,
        };
      });
    });
}

/** All totals of a part: merged per section, and by total rows above, between or below its indicators. */
export function totalsOf(input: TotalsInput): TotalCell[] {
  const totals: TotalCell[] = mergedTotals(input);
  totals.push(...totalsBeside(input));
  let ends: Ends = { subtotal: 0, total: 0 };
  let earlier = false;
  for (const body of [...totalsAbove(input.part, input.above), ...input.part.rows]) {
    if ((body.kind !== 'total' && body.kind !== 'section') || !body.label || !body.total) continue;
    const subtotal = body.total.role === 'section' && body.kind === 'total';
    const role = body.total.role;
    const indicators = body.kind === 'section' ? below(input, body) : coverage(input, body, role, ends);
    const row: TotalRow = {
      part: input.part,
      body: { ...body, label: body.label },
      role,
      indicators,
      section: sectionFor(input, role, indicators),
    };
    const cells = cellsOfTotalRow(row, earlier);
    totals.push(...cells);
    earlier ||= cells.some((cell) => cell.role !== 'full-marks');
    if (subtotal || role === 'rater-total') ends = { subtotal: subtotal ? body.row : ends.subtotal, total: body.row };
  }
  return totals;
}

/** The one total of a form that has no other is its final score, whatever its label says. */
export function withFinal(totals: readonly TotalCell[]): readonly TotalCell[] {
  if (totals.some((total) => total.role === 'final')) return totals;
  const sums = totals.filter((total) => total.role === 'rater-total' && total.rater === null && total.period === undefined);
  const last = sums[sums.length - 1];
  return sums.length === 1 ? totals.map((total) => (total === last ? { ...total, role: 'final' as const } : total)) : totals;
}
