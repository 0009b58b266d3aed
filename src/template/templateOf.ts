/** A form of the workbook as a template: its structure and criteria put clean, without its entries. */
import Decimal from 'decimal.js';
import { canonicalText } from '../rubric';
import { raterOfHeader } from '../form/headerVocabulary';
import { plainText } from '../form/plainText';
import type { Form } from '../form/types';
import { shareInName } from '../form/weights';
import type { AssessedIndicator, Assessment } from '../review';
import { balanceWeights } from './balanceWeights';
import { composeTemplate } from './compose';
import type { LayoutName, Template, TemplateEntry, TemplateIndicator, TemplateRater, TemplateRole, TemplateSection } from './types';

/** Layouts by what only they have, the first that fits. */
const layouts: readonly (readonly [LayoutName, (form: Form) => boolean])[] = [
  ['summary', ({ layout }) => layout === 'transposed'],
  ['matrix', ({ columns }) => columns.month2 !== undefined || columns.quarter2 !== undefined],
  ['ranking', ({ columns }) => columns.rank !== undefined],
  ['kpi', ({ columns }) => columns.numerator !== undefined],
  ['points', ({ columns }) => columns.deduction !== undefined || (columns.count !== undefined && columns.fullMarks !== undefined)],
  ['plan', ({ columns }) => columns.period !== undefined && columns.criteria === undefined],
];

const layoutOf = (form: Form): LayoutName => layouts.find(([, fits]) => fits(form))?.[0] ?? 'scored';

const entryKinds: Readonly<Record<LayoutName, TemplateEntry>> = {
  scored: { kind: 'score' },
  summary: { kind: 'score' },
  matrix: { kind: 'score' },
  ranking: { kind: 'score' },
  kpi: { kind: 'number', least: '0', most: '1000000' },
  points: { kind: 'deduction' },
  plan: { kind: 'text' },
};

/** A certain reading is written out canonically; a doubtful one stays as it was, for the author to decide. */
function criteriaOf({ indicator, reading, certainty }: AssessedIndicator, language: Form['language']): string | null {
  const written = indicator.criteria?.text.trim() ?? '';
  if (written === '') return null;
  return (certainty === 'certain' && reading ? canonicalText(reading, language === 'en' ? 'en' : 'zh') : null) ?? written;
}

function entryOf({ indicator }: AssessedIndicator, layout: LayoutName): TemplateEntry {
  if (layout !== 'kpi' || !indicator.entries.some(({ role }) => role === 'numerator')) return entryKinds[layout];
  return { kind: 'ratio', numerator: indicator.name, denominator: indicator.name };
}

const indicatorOf = (
  assessed: AssessedIndicator,
  weight: string | null,
  layout: LayoutName,
  language: Form['language'],
): TemplateIndicator => ({
  name: assessed.indicator.name.trim(),
  weight,
  target: assessed.indicator.target?.text.trim() || null,
  unit: null,
  criteria: criteriaOf(assessed, language),
  entry: entryOf(assessed, layout),
});

/** Full marks where every row has them, else the shares of the whole in percent, balanced to 100. */
function weightsOf(
  rows: readonly AssessedIndicator[],
  layout: LayoutName,
): { readonly points: boolean; readonly weights: readonly (string | null)[] } {
  if (layout === 'ranking') return { points: false, weights: rows.map(() => null) };
  const marks = rows.map(({ indicator, fullMarks }) => indicator.fullMarks ?? fullMarks);
  const pointed = rows.every(({ indicator }) => indicator.fullMarks !== null) || layout === 'points' || layout === 'matrix';
  if (pointed && marks.every((mark) => mark !== null))
    return { points: true, weights: marks.map((mark) => (mark ?? new Decimal(0)).toFixed()) };
  const shares = rows.map(({ effectiveWeight }) =>
    effectiveWeight ? effectiveWeight.numerator.times(100).div(effectiveWeight.denominator).toDecimalPlaces(8).toFixed() : null,
  );
  return { points: layout === 'points' || layout === 'matrix', weights: balanceWeights(shares) };
}

const roles: ReadonlySet<string> = new Set<TemplateRole>(['self', 'supervisor', 'reviewer', 'group', 'single']);

/** Raters in the order of their columns; shares as the headers print them, else equal. */
function ratersOf(form: Form, layout: LayoutName): readonly TemplateRater[] {
  if (layout === 'points' || layout === 'matrix') return [];
  const printed =
    layout === 'summary'
      ? [...new Set(form.indicators[0]?.entries.map(({ rater }) => rater) ?? [])].map((rater) => ({ label: rater, rater, share: null }))
      : form.scores
          .filter(({ role, rater }) => role === 'score' && (rater !== 'single' || form.scores.length === 1))
          .map(({ header, rater }) => ({ label: header, rater, share: shareInName(plainText(header)) }));
  const found = printed.length > 0 ? printed : [{ label: form.language === 'en' ? 'Score' : '得分', rater: 'single', share: null }];
  const shares = balanceWeights(found.map(({ share }) => share?.times(100).toFixed() ?? null));
  return found.map(({ label, rater }, at) => ({
    role: (roles.has(rater) ? rater : (raterOfHeader(plainText(label)) ?? 'group')) as TemplateRole,
    label: label.replace(/\s*[(（][^()（）]*%[)）]\s*/g, '').replace(/\s+/g, '') || label,
    share: shares[at] ?? '0',
  }));
}

function sectionsOf({ form, indicators }: Assessment, weights: readonly (string | null)[], layout: LayoutName): readonly TemplateSection[] {
  const sections: { name: string | null; indicators: TemplateIndicator[] }[] = [];
  indicators.forEach((assessed, at) => {
    if (assessed.indicator.kind !== 'normal') return;
    const name = assessed.indicator.section === null ? null : (form.sections[assessed.indicator.section]?.name ?? null);
    const made = indicatorOf(assessed, weights[at] ?? null, layout, form.language);
    const last = sections.at(-1);
    if (last && last.name === name) last.indicators.push(made);
    else sections.push({ name, indicators: [made] });
  });
  return sections;
}

/** Letters that Excel refuses in a sheet's name are left out. */
const sheetNameOf = (title: string): string =>
  title
    .replace(/[:\\/?*[\]']/g, ' ')
    .trim()
    .slice(0, 31);

/**
 * A clean copy of a detected form: title, fields, sections, indicators, weights that add up, canonical criteria where the reading is certain.
 * What only the author can say (grade scale, coefficients, signatures, what is measured) is left empty, to be filled in.
 * @param id of the new template.
 */
export function templateOf(assessment: Assessment, id: string): Template {
  const { form, indicators } = assessment;
  const layout = layoutOf(form);
  const normal = indicators.map((each, at) => ({ each, at })).filter(({ each }) => each.indicator.kind === 'normal');
  const { points, weights } = weightsOf(
    normal.map(({ each }) => each),
    layout,
  );
  const byIndex = indicators.map((_, at) => weights[normal.findIndex((row) => row.at === at)] ?? null);
  const title = form.title?.replace(/\s+/g, ' ').trim() || form.sheet;
  return composeTemplate({
    id,
    language: form.language,
    title,
    sheetName: sheetNameOf(title) || form.sheet,
    purpose: title,
    layout,
    fields: form.fields.map(({ label }) => ({ label, kind: 'text' as const })),
    scale: points ? { kind: 'points' } : { kind: 'marks', most: '100' },
    raters: ratersOf(form, layout),
    sections: sectionsOf(assessment, byIndex, layout),
    ...(layout === 'matrix' ? { periods: form.columns.quarter2 === undefined ? ('months' as const) : ('quarters' as const) } : {}),
  });
}
