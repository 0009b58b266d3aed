/** What the names in printed formulas mean: another total, a rater's score, an indicator, a column of the table. */
import { raterWords } from '../form/headerVocabulary';
import { plainText } from '../form/plainText';
import type { Rater } from '../form/types';
import { rowIndicator } from './blocks';
import { bareName } from './bareName';
import { textAt } from './context';
import { familyName, raterFamilies } from './raterFamilies';
import { headerText, type Line, type Reckoning } from './reckoning';

export type Meaning =
  | { readonly kind: 'total'; readonly index: number }
  | { readonly kind: 'rater'; readonly rater: Rater }
  /** Judges of one kind, whose mean counts. */
  | { readonly kind: 'family'; readonly raters: readonly Rater[] }
  | { readonly kind: 'indicator'; readonly index: number }
  | { readonly kind: 'column'; readonly column: number }
  | { readonly kind: 'bonus' };

const fillers = /(?:每月|当月|本月|月度|季度|年度|每季|实际|本期)/gu;

const squeezed = (text: string): string => plainText(text).replace(/\s+/g, '');

/** The rater of the score column that bears this very name. */
function raterHeaded(reckoning: Reckoning, name: string): Rater | null {
  const scores = reckoning.form.scores.filter(({ column }) => column !== reckoning.form.columns.result);
  const headed = scores.find((score) => score.role === 'score' && bareName(score.header) === bareName(name));
  // Months of one rater are columns, not raters.
  return headed && scores.filter(({ rater }) => rater === headed.rater).length === 1 ? headed.rater : null;
}

/** The judges of one kind that a name means (`同级评分平均值` of `同级1` and `同级2`); none where they are no several. */
function familyNamed(reckoning: Reckoning, name: string): readonly Rater[] {
  const raters = raterFamilies(reckoning.form).get(familyName(name)) ?? [];
  return raters.length > 1 ? raters : [];
}

/** The rater whom a name names, if any. */
export const raterNamed = (reckoning: Reckoning, name: string): Rater | null =>
  raterHeaded(reckoning, name) ??
  raterWords.find(({ pattern }) => pattern.test(plainText(name)))?.rater ??
  (/^员工/.test(plainText(name)) ? 'self' : null);

/** A total labelled with exactly this name; labels of rows (`指标 得分`) are not meant. */
function totalNamed(reckoning: Reckoning, name: string, except: number): number {
  const { form } = reckoning;
  const labels = form.totals.map((total) => [squeezed(total.label), total.labelCell ? squeezed(textAt(reckoning, total.labelCell)) : '']);
  const free = (index: number): boolean =>
    index !== except &&
    form.totals[index]?.row !== form.totals[except]?.row &&
    rowIndicator(form, form.totals[index] as (typeof form.totals)[number]) === null;
  const exact = labels.findIndex((texts, index) => free(index) && texts.includes(squeezed(name)));
  if (exact >= 0) return exact;
  return labels.findIndex(
    (texts, index) => free(index) && bareName(name).length > 1 && texts.some((text) => text !== '' && bareName(text) === bareName(name)),
  );
}

/** The first total of the same line below a heading of this name (业绩考核 over the rows that 加权合计 closes). */
function totalUnderHeading(reckoning: Reckoning, name: string, line: Line, except: number): number {
  const wanted = bareName(name);
  const heading = [...reckoning.grid.rows].flatMap(([row, cells]) =>
    row !== reckoning.form.headerRow &&
    [...cells.values()].some((cell) => typeof cell.value === 'string' && bareName(cell.value) === wanted)
      ? [row]
      : [],
  )[0];
  if (heading === undefined || wanted.length < 2) return -1;
  const below = reckoning.form.totals.flatMap((total, index) =>
    index !== except && total.row > heading && total.column === line && rowIndicator(reckoning.form, total) === null
      ? [{ index, row: total.row }]
      : [],
  );
  return below.sort((a, b) => a.row - b.row)[0]?.index ?? -1;
}

function sectionTotal(reckoning: Reckoning, name: string, line: Line, except: number): number {
  const section = reckoning.form.sections.findIndex((candidate) => bareName(candidate.name) === bareName(name));
  return section < 0
    ? -1
    : reckoning.form.totals.findIndex((total, index) => index !== except && total.section === section && total.column === line);
}

function indicatorNamed(reckoning: Reckoning, name: string): number {
  const wanted = bareName(name);
  const names = reckoning.form.indicators.map((indicator) => [squeezed(indicator.name), squeezed(textAt(reckoning, indicator.cell))]);
  const exact = names.findIndex((texts) => texts.includes(squeezed(name)));
  return exact >= 0 ? exact : names.findIndex((texts) => texts.some((text) => bareName(text) === wanted && wanted !== ''));
}

/** The column that bears this very name and is no rater's: in a row's own formula its cell of the row is meant. */
function columnHeaded(reckoning: Reckoning, name: string, except: number): number | null {
  const { columns, scores } = reckoning.form;
  const rated = new Set(scores.flatMap(({ column, role }) => (role === 'score' ? [column] : [])));
  const all = [...new Set([...Object.values(columns), ...scores.map(({ column }) => column)])].filter((column) => column !== undefined);
  const found = all.find((column) => column !== except && !rated.has(column) && squeezed(headerText(reckoning, column)) === squeezed(name));
  return found ?? null;
}

/** A column of the table whose header says the same (每月实际回访条数 and 实际回访条数). */
function columnNamed(reckoning: Reckoning, name: string): number | null {
  const wanted = bareName(name).replace(fillers, '');
  const columns = [...new Set([...Object.values(reckoning.form.columns), ...reckoning.form.scores.map(({ column }) => column)])].filter(
    (column) => column !== undefined,
  );
  const found = columns.find((column) => {
    const header = bareName(headerText(reckoning, column)).replace(fillers, '');
    return header.length > 1 && wanted.length > 1 && (header === wanted || header.includes(wanted) || wanted.includes(header));
  });
  return found ?? null;
}

/**
 * What a name means for a total that stands in `line`.
 *
 * @param except index of the total itself, which its own formula never means
 * @returns null where nothing on the form bears that name; nothing is guessed by likeness
 */
export function meaningOf(reckoning: Reckoning, name: string, line: Line, except: number): Meaning | null {
  const total = totalNamed(reckoning, name, except);
  if (total >= 0) return { kind: 'total', index: total };
  if (/加分|奖励分|bonus/iu.test(name) && reckoning.form.indicators.some(({ kind }) => kind === 'bonus')) return { kind: 'bonus' };
  const own = reckoning.form.totals[except];
  const inRow = own !== undefined && rowIndicator(reckoning.form, own) !== null;
  const column = inRow ? columnHeaded(reckoning, name, own.column) : null;
  if (column !== null) return { kind: 'column', column };
  const headed = raterHeaded(reckoning, name);
  if (headed !== null) return { kind: 'rater', rater: headed };
  const raters = familyNamed(reckoning, name);
  if (raters.length > 0) return { kind: 'family', raters };
  const indicator = indicatorNamed(reckoning, name);
  if (indicator >= 0) return { kind: 'indicator', index: indicator };
  const section = sectionTotal(reckoning, name, line, except);
  if (section >= 0) return { kind: 'total', index: section };
  const heading = inRow ? -1 : totalUnderHeading(reckoning, name, line, except);
  if (heading >= 0) return { kind: 'total', index: heading };
  const rater = raterNamed(reckoning, name);
  if (rater !== null) return { kind: 'rater', rater };
  const like = columnNamed(reckoning, name);
  return like === null ? null : { kind: 'column', column: like };
}
