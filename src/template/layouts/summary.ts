/** Components side by side, a row for each rater: weighted together, times a factor where there is one. */
import Decimal from 'decimal.js';
import { cellAddress } from '../../form/address';
import type { Template, TemplateIndicator } from '../types';
import { blankCell, formulaCell, numberCell, openCell, put, putArea, takeEntry, textCell, type Draft } from '../sheet/draft';
import { percentFraction, scoreRule } from '../sheet/entryRule';
import { quoted, rounded, stepFormula } from '../sheet/scoreFormulas';
import { pageWidth } from '../sheet/pageWidth';
import { totalFormat } from '../sheet/totalFormat';
import { word } from '../words';

const componentsOf = (template: Template): readonly TemplateIndicator[] => template.sections.flatMap(({ indicators }) => indicators);

/** Components, then the factor as one more column. */
const scoredColumns = (template: Template): readonly TemplateIndicator[] => {
  const { factor } = template;
  const extra: readonly TemplateIndicator[] = factor
    ? [{ name: factor.name, weight: null, target: null, unit: null, criteria: null, entry: { kind: 'score' } }]
    : [];
  return [...componentsOf(template), ...extra];
};

/** Widths: labels, components, total. */
export function summaryWidths(template: Template): readonly number[] {
  const columns = scoredColumns(template).length;
  const each = Math.round(((pageWidth - 16 - 16) / columns) * 10) / 10;
  return [16, ...scoredColumns(template).map(() => each), 16];
}

/** Weights and the factor as an expression over one row. */
function totalFormula(template: Template, row: number): string {
  const components = componentsOf(template);
  const last = components.length + (template.factor ? 1 : 0);
  const range = `${cellAddress(row, 2)}:${cellAddress(row, last + 1)}`;
  const most = template.scale.kind === 'marks' ? template.scale.most : '100';
  const terms = components.map(({ weight }, at) => `${cellAddress(row, at + 2)}*${weight ?? '0'}%`).join('+');
  const whole = template.factor ? `(${terms})*${cellAddress(row, last + 1)}/${template.factor.most}` : terms;
  return `=IF(OR(COUNT(${range})<${last},MIN(${range})<0,MAX(${range})>${most}),"",${rounded(template, whole)})`;
}

function writeNames(draft: Draft, template: Template, row: number): void {
  const { language } = template;
  const names = [word(language, 'column.rater'), ...scoredColumns(template).map(({ name }) => name), word(language, 'label.whole')];
  names.forEach((text, at) => put(draft, { row, column: at + 1 }, textCell(text), 'header'));
  draft.heights.set(row, 30);
}

function writeWeights(draft: Draft, template: Template, row: number): void {
  put(draft, { row, column: 1 }, textCell(word(template.language, 'column.weight')), 'field-label');
  scoredColumns(template).forEach(({ weight }, at) =>
    put(
      draft,
      { row, column: at + 2 },
      weight === null ? textCell('×') : numberCell(percentFraction(weight), weight.includes('.') ? '0.0%' : '0%'),
      'center',
    ),
  );
  const sum = componentsOf(template).reduce((all, { weight }) => all.plus(weight ?? 0), new Decimal(0));
  put(draft, { row, column: scoredColumns(template).length + 2 }, numberCell(sum.div(100).toFixed(), '0%'), 'center');
  draft.heights.set(row, 24);
}

function writeCriteria(draft: Draft, template: Template, row: number): void {
  put(draft, { row, column: 1 }, textCell(word(template.language, 'column.criteria')), 'field-label');
  const texts = scoredColumns(template).map(({ criteria }) => criteria ?? '');
  texts.forEach((text, at) => put(draft, { row, column: at + 2 }, textCell(text), 'text'));
  put(draft, { row, column: texts.length + 2 }, blankCell, 'text');
  draft.heights.set(row, 24);
}

function writeRater(draft: Draft, template: Template, row: number, rater: number): void {
  put(draft, { row, column: 1 }, textCell(template.raters[rater]?.label ?? ''), 'dimension');
  scoredColumns(template).forEach((component, index) => {
    const rule = scoreRule(template, component);
    put(draft, { row, column: index + 2 }, openCell(), 'entry');
    takeEntry(draft, { row, column: index + 2, indicator: index, use: 'score', rater, rule: rule.rule, entry: 'score' }, rule);
  });
  const total = formulaCell(totalFormula(template, row), totalFormat(template.rounding));
  put(draft, { row, column: scoredColumns(template).length + 2 }, total, 'final');
  draft.heights.set(row, 34);
}

/** The rater whose total is the result: the one with the greatest share, the last of those that share it alike. */
const countingRater = ({ raters }: Template): number =>
  raters.reduce((best, { share }, at) => (new Decimal(share).gte(raters[best]?.share ?? 0) ? at : best), 0);

/** The grade of the total that counts, below the raters' rows. */
function writeGrade(draft: Draft, template: Template, row: number, total: number): void {
  const last = scoredColumns(template).length + 2;
  const formula = stepFormula(
    cellAddress(total, last),
    template.gradeScale.map(({ from, tier }) => ({ from, value: quoted(tier) })),
  );
  putArea(draft, { top: row, left: 1, bottom: row, right: last - 1 }, textCell(word(template.language, 'label.grade')), 'total-label');
  put(draft, { row, column: last }, formulaCell(formula), 'final');
  draft.heights.set(row, 24);
}

/** Writes the summary from a row on; returns the next free row. */
export function writeSummary(draft: Draft, template: Template, from: number): number {
  writeNames(draft, template, from);
  writeWeights(draft, template, from + 1);
  const explained = scoredColumns(template).some(({ criteria }) => criteria !== null);
  if (explained) writeCriteria(draft, template, from + 2);
  const first = from + (explained ? 3 : 2);
  template.raters.forEach((_, rater) => writeRater(draft, template, first + rater, rater));
  const next = first + template.raters.length;
  if (template.gradeScale.length === 0) return next;
  writeGrade(draft, template, next, first + countingRater(template));
  return next + 1;
}
