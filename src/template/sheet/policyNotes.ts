/** What the sheet says about how it is scored: scale, shares, grades, coefficients. Said so that the product's own reader understands it too. */
import type { Template } from '../types';
import { word, type WordCode } from '../words';

const separated = (template: Template, texts: readonly string[]): string => texts.join(word(template.language, 'separator'));

function scaleNote(template: Template): readonly string[] {
  const { language, scale, layout, sections } = template;
  const kinds = new Set(sections.flatMap(({ indicators }) => indicators.map(({ entry }) => entry.kind)));
  if (layout === 'summary' || layout === 'ranking') return [];
  if (kinds.has('deduction')) return [word(language, 'note.deduction')];
  if (kinds.has('incidents')) return [word(language, 'note.incidents')];
  return [scale.kind === 'marks' ? word(language, 'note.marks', { most: scale.most }) : word(language, 'note.points')];
}

function shareNote({ language, raters, ...template }: Template): readonly string[] {
  if (raters.length < 2 || template.layout === 'summary') return [];
  const shares = raters.map(({ label, share }) => word(language, 'note.share', { label, share })).join(word(language, 'separator'));
  return [word(language, 'note.shares', { shares })];
}

interface Steps {
  readonly all: WordCode;
  readonly first: WordCode;
  readonly middle: WordCode;
  readonly last: WordCode;
  readonly key: 'grades' | 'steps';
}

const grades: Steps = {
  all: 'note.grades',
  first: 'note.grade.best',
  middle: 'note.grade.middle',
  last: 'note.grade.last',
  key: 'grades',
};
const coefficients: Steps = {
  all: 'note.coefficients',
  first: 'note.coefficient',
  middle: 'note.coefficient',
  last: 'note.coefficient.last',
  key: 'steps',
};

function stepNote(
  template: Template,
  steps: Steps,
  rows: readonly { readonly from: string; readonly details: Record<string, string> }[],
): readonly string[] {
  if (rows.length === 0) return [];
  const texts = rows.map(({ from, details }, at) => {
    const code = at === 0 ? steps.first : at === rows.length - 1 ? steps.last : steps.middle;
    return word(template.language, code, { from, to: rows[at - 1]?.from ?? '', ...details });
  });
  return [word(template.language, steps.all, { [steps.key]: separated(template, texts) })];
}

/** `总分=(部门职责×30%+部门计划×70%)×重关指标值`. */
function summaryNotes(template: Template): readonly string[] {
  if (template.layout !== 'summary') return [];
  const { language, factor } = template;
  const parts = template.sections.flatMap(({ indicators }) => indicators.map(({ name, weight }) => `${name}×${weight ?? '0'}%`));
  const formula = word(language, 'note.formula', {
    total: word(language, 'label.whole'),
    terms: parts.join('+'),
    factor: factor ? `×${factor.name}` : '',
  });
  return [formula, ...(factor ? [word(language, 'note.factor', { ...factor })] : [])];
}

function awardNote({ language, awards = [] }: Template): readonly string[] {
  if (awards.length === 0) return [];
  const amounts = awards.map(({ amount }) => word(language, 'note.award', { amount })).join(word(language, 'comma'));
  return [word(language, 'note.awards', { count: String(awards.length), amounts })];
}

/** The policies of a sheet, a note each. */
export function policyNotes(template: Template): readonly string[] {
  const { language } = template;
  return [
    ...scaleNote(template),
    ...shareNote(template),
    word(language, 'note.complete', { places: String(template.rounding) }),
    ...(template.layout === 'matrix' ? [word(language, 'note.mean')] : []),
    ...summaryNotes(template),
    ...awardNote(template),
    ...(template.layout === 'ranking' ? [word(language, 'note.ties')] : []),
    ...(template.vetoes.length > 0 ? [word(language, 'note.veto')] : []),
    ...stepNote(
      template,
      grades,
      template.gradeScale.map(({ from, tier }) => ({ from, details: { tier } })),
    ),
    ...stepNote(
      template,
      coefficients,
      template.coefficients.map(({ from, coefficient }) => ({ from, details: { coefficient } })),
    ),
  ];
}
