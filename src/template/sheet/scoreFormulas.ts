/** Native formulas of sums: nothing is shown while a score is missing or out of range; rounded half up once. */
import type { Template } from '../types';
import { at, hasColumn, ranges, type Table, type TableRow } from './table';

/** A text as it stands in a formula. */
export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const joined = (texts: readonly string[], sign: string): string => texts.join(sign);

/** Σ weight × score holds binary dust (0.15 × 8.7); taken off far behind the last decimal that can matter. */
const dustFree = (body: string): string => `ROUND(${body},8)`;

/** Conditions under which the scores of a column cannot be summed yet. */
function openConditions(table: Table, key: string, rows: readonly TableRow[]): readonly string[] {
  const cells = ranges(table, key, rows);
  const { scale } = table.template;
  const over =
    scale.kind === 'marks'
      ? `MAX(${joined(cells, ',')})>${scale.most}`
      : hasColumn(table, 'points')
        ? `${joined(
            cells.map((range, index) => `SUMPRODUCT((${range}>${ranges(table, 'points', rows)[index] ?? ''})*1)`),
            '+',
          )}>0`
        : '';
  return [`COUNT(${joined(cells, ',')})<${rows.length}`, `MIN(${joined(cells, ',')})<0`, over].filter((condition) => condition !== '');
}

/** Sum of a column's scores as the scale wants it, unrounded and without a leading `=`. */
export function scoreSum(table: Table, key: string, rows: readonly TableRow[]): string {
  const cells = ranges(table, key, rows);
  if (table.template.scale.kind === 'points' || !hasColumn(table, 'weight')) return `SUM(${joined(cells, ',')})`;
  return joined(
    cells.map((range, index) => `SUMPRODUCT(${ranges(table, 'weight', rows)[index] ?? ''},${range})`),
    '+',
  );
}

/** What bonus and deduction rows add and take. SUM of one cell takes a blank and a text for nothing. */
const extraSum = (table: Table, key: string): string =>
  table.extras.map(({ indicator, row }) => `${indicator.entry.kind === 'deduction' ? '-' : '+'}SUM(${at(table, key, row)})`).join('');

/** Extras that are no numbers from 0 to their caps. */
const extrasNotRight = (table: Table, key: string): readonly string[] =>
  table.extras.flatMap(({ indicator, row }) => {
    const cell = at(table, key, row);
    return [`ISTEXT(${cell})`, `N(${cell})<0`, `N(${cell})>${indicator.weight ?? '0'}`];
  });

/** Means of several rows, added up unrounded. */
function meanSum(table: Table, rows: readonly TableRow[]): string {
  const means = rows.map(({ row }) => `AVERAGE(${periodRange(table, row)})`);
  return `=IF(COUNT(${joined(ranges(table, 'mean', rows), ',')})<${rows.length},"",${rounded(table.template, joined(means, '+'))})`;
}

/** The months or quarters of a row. */
export const periodRange = (table: Table, row: number): string => {
  const keys = table.columns.map(({ key }) => key).filter((key) => /^p\d+$/.test(key));
  return `${at(table, keys[0] ?? '', row)}:${at(table, keys.at(-1) ?? '', row)}`;
};

/** `=IF(OR(missing…,out of range…),"",ROUND(…,2))` over rows of one column. */
export function guardedSum(table: Table, key: string, rows: readonly TableRow[], withExtras = false): string {
  if (key === 'mean') return meanSum(table, rows);
  const open = [...openConditions(table, key, rows), ...(withExtras ? extrasNotRight(table, key) : [])];
  const body = `${scoreSum(table, key, rows)}${withExtras ? extraSum(table, key) : ''}`;
  return `=IF(OR(${joined(open, ',')}),"",${rounded(table.template, body)})`;
}

/** Rounded once, for a body with or without products. */
export const rounded = (template: Template, body: string): string =>
  `ROUND(${/[*/]|SUMPRODUCT|AVERAGE/.test(body) ? dustFree(body) : body},${template.rounding})`;

/** The raters' unrounded sums by their shares. */
export function blendFormula(table: Table, keys: readonly string[], totalRow: number): string {
  const { raters } = table.template;
  const open = keys.map((key) => `${at(table, key, totalRow)}=""`);
  const parts = keys.map((key, index) => `(${scoreSum(table, key, table.rows)}${extraSum(table, key)})*${raters[index]?.share ?? '0'}%`);
  return `=IF(OR(${joined(open, ',')}),"",${rounded(table.template, joined(parts, '+'))})`;
}

/** A chain of IFs over the final score, from the highest step down. */
export function stepFormula(cell: string, steps: readonly { readonly from: string; readonly value: string }[]): string {
  const last = steps.at(-1);
  const chain = steps.slice(0, -1).reduceRight((rest, { from, value }) => `IF(${cell}>=${from},${value},${rest})`, last?.value ?? '""');
  return `=IF(${cell}="","",${chain})`;
}
