/** A table of limits or grades with their results, as people keep them beside a form: J2:K6 with 90 | 1.2, 80 | 1.0 … */
import Decimal from 'decimal.js';
import { normalise } from '../rubric/normalise';
import type { Cell, Cells } from './broadcast';
import { FunctionFailure } from './failure';
import { decimalIn, isBlank } from './number';

/** One row: limits as numbers, or as the text that states them; a grade; a result. What a table does not have is null. */
export interface TableRow {
  readonly from: Decimal | null;
  readonly to: Decimal | null;
  /** `90分以上`, `80-89`: limits in words. */
  readonly limits: string | null;
  readonly tier: string | null;
  readonly result: Decimal | null;
}

type ColumnKind = keyof TableRow;

const headings: readonly (readonly [ColumnKind, RegExp])[] = [
  ['from', /^(起|下限|最低|从|從|from|min|low|≥|>=|起始|起点)/i],
  ['to', /^(止|上限|最高|到|至|to|max|high|≤|<=|截止)/i],
  ['result', /(系数|係數|分值|得分|分数|分數|points?|score|coefficient|factor|奖金|獎金|bonus)/i],
  ['tier', /(等级|等級|档|檔|grade|tier|level|rating|评级|評級|结果|結果)/i],
  ['limits', /(区间|區間|范围|範圍|标准|標準|range|interval|criteria)/i],
];

const isNumber = (cell: Cell): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && /^\s*[-+]?[\d０-９][\d０-９.,]*\s*[%％]?\s*$/.test(cell));
const isText = (cell: Cell): boolean => typeof cell === 'string' && !isBlank(cell) && !isNumber(cell);
const hasDigit = (cell: Cell): boolean => typeof cell === 'string' && /[\d０-９]/.test(cell);

function columnOf(cells: Cells, column: number): Cell[] {
  return cells.map((row) => row[column]).filter((cell) => !isBlank(cell));
}

/** A first row of words over columns that hold numbers or limits is a heading. */
function splitHeading(cells: Cells): { heading: readonly Cell[] | null; rows: Cells } {
  const [first = [], ...rest] = cells;
  const words = first.every((cell) => isBlank(cell) || (isText(cell) && !hasDigit(cell)));
  const numbersBelow = rest.some((row) => row.some((cell) => isNumber(cell) || hasDigit(cell)));
  const numbersThroughout = rest.length > 0 && first.every((cell, at) => isBlank(cell) || !columnOf(rest, at).some(isNumber));
  return words && numbersBelow && !numbersThroughout ? { heading: first, rows: rest } : { heading: null, rows: cells };
}

function kindByHeading(cell: Cell): ColumnKind | null {
  const text = typeof cell === 'string' ? cell.trim() : '';
  return headings.find(([, words]) => words.test(text))?.[0] ?? null;
}

/** Numbers without a heading: limits first, then the result; a single one is the result where words give the limits. */
const numericRoles: Readonly<Record<string, readonly ColumnKind[]>> = {
  '1 with limits': ['result'],
  '2 with limits': ['result'],
  '1 with tier': ['from'],
  '2 with tier': ['from', 'to'],
  '3 with tier': ['from', 'to', 'result'],
  '2 alone': ['from', 'result'],
  '3 alone': ['from', 'to', 'result'],
};

/** Two numbers beside a grade: both limits where the rows then keep clear of one another (either may come first), else a limit and its result. */
function limitsOrResult(rows: Cells, [one = 0, other = 0]: readonly number[]): readonly ColumnKind[] {
  const pairs = rows.flatMap((row): [Decimal, Decimal][] => {
    const [first, second] = [decimalIn(row[one]), decimalIn(row[other])];
    return first && second ? [[first, second]] : [];
  });
  const spans = pairs.map(([first, second]) => ({ low: Decimal.min(first, second), high: Decimal.max(first, second) }));
  const ordered = spans.sort((a, b) => a.low.cmp(b.low));
  if (ordered.some(({ low }, at) => at > 0 && low.lt(ordered[at - 1]?.high ?? low))) return ['from', 'result'];
  return pairs.every(([first, second]) => first.gte(second)) ? ['to', 'from'] : ['from', 'to'];
}

function kindsByContent(rows: Cells, width: number): (ColumnKind | null)[] {
  const contents = Array.from({ length: width }, (_, at) => columnOf(rows, at));
  const texts = contents.map((cells) => (cells.length > 0 && cells.every(isText) ? (cells.every(hasDigit) ? 'limits' : 'tier') : null));
  const numeric = contents.flatMap((cells, at) => (cells.length > 0 && cells.every(isNumber) ? [at] : []));
  const company = texts.includes('limits') ? 'limits' : texts.includes('tier') ? 'tier' : 'alone';
  const usual = numericRoles[`${numeric.length} with ${company}`] ?? numericRoles[`${numeric.length} ${company}`] ?? [];
  const roles = company === 'tier' && numeric.length === 2 ? limitsOrResult(rows, numeric) : usual;
  return texts.map((kind, at) => kind ?? roles[numeric.indexOf(at)] ?? null);
}

function rowOf(cells: readonly Cell[], kinds: readonly (ColumnKind | null)[]): TableRow {
  const at = (kind: ColumnKind): Cell => cells[kinds.indexOf(kind)] ?? null;
  const text = (kind: ColumnKind): string | null => (kinds.includes(kind) && !isBlank(at(kind)) ? String(at(kind)).trim() : null);
  const number = (kind: ColumnKind): Decimal | null => (kinds.includes(kind) ? decimalIn(at(kind)) : null);
  return { from: number('from'), to: number('to'), limits: text('limits'), tier: text('tier'), result: number('result') };
}

/** Whether a range is meant as a table of bands rather than as one criteria text for each value. */
export function isBandTable(cells: Cells): boolean {
  const width = cells[0]?.length ?? 0;
  if (width < 2 || cells.length < 2) return false;
  const { rows } = splitHeading(cells);
  if (rows.length < 2) return false;
  const kinds = kindsByContent(rows, width);
  return kinds.includes('from') || kinds.includes('result') || (kinds.includes('limits') && kinds.includes('tier'));
}

/**
 * Reads a table of limits or grades.
 * @param cells with or without a heading, columns in any sensible order
 * @param wanted what the last column of numbers stands for where two numbers stand beside a grade
 * @throws FunctionFailure `table` with the row that cannot be read
 */
export function readBandTable(cells: Cells, wanted: 'limits' | 'result' = 'limits'): readonly TableRow[] {
  const { first, kinds } = tableColumns(cells, wanted);
  const read = cells
    .slice(first)
    .filter((row) => !row.every(isBlank))
    .map((row) => rowOf(row, kinds));
  const bad = read.findIndex((row) => row.from === null && row.to === null && row.limits === null && row.tier === null);
  if (bad >= 0 || read.length === 0) throw new FunctionFailure('value', 'table', { row: String(bad + 1 + first) });
  return read;
}

/** Which column of a table holds what, and the first row below its heading (both counted from 0). */
export function tableColumns(
  cells: Cells,
  wanted: 'limits' | 'result' = 'limits',
): { first: number; kinds: readonly (ColumnKind | null)[] } {
  const { heading, rows } = splitHeading(cells);
  const byContent = kindsByContent(rows, cells[0]?.length ?? 0);
  const adjusted = wanted === 'result' ? withResult(byContent) : byContent;
  return { first: heading ? 1 : 0, kinds: adjusted.map((kind, at) => (heading ? (kindByHeading(heading[at]) ?? kind) : kind)) };
}

/** A table that must give a result: 优秀 | 1.2 and 优秀 | 90 | 1.2 end in one. */
function withResult(kinds: readonly (ColumnKind | null)[]): (ColumnKind | null)[] {
  if (kinds.includes('result')) return [...kinds];
  const last = kinds.lastIndexOf('to') >= 0 ? kinds.lastIndexOf('to') : kinds.lastIndexOf('from');
  return kinds.map((kind, at) => (at === last ? 'result' : kind));
}

function limitsText(row: TableRow): string {
  if (row.limits !== null) return row.limits;
  if (row.from !== null && row.to !== null) return `${row.from.toString()}-${row.to.toString()}`;
  if (row.from !== null) return `${row.from.toString()}以上`;
  return row.to === null ? '' : `${row.to.toString()}以下`;
}

/** What a table is asked for: its grades or its results (points, coefficients); both where a reader of criteria is to see all of it. */
export type TableAnswer = 'tier' | 'result' | 'both';

function awardText({ tier, result }: TableRow, answer: TableAnswer): string {
  const grade = tier !== null && (answer !== 'result' || result === null) ? `为${tier}` : '';
  const points = result !== null && (answer !== 'tier' || tier === null) ? `得${result.toString()}分` : '';
  return grade && points ? `${grade}，${points}` : grade + points;
}

/**
 * The table in words, best limits first, for the reader of criteria: `90以上为优秀；80-89为良好`. Grades and results are told apart, because
 * a table is certain about both while words for both at once can be read in two ways.
 */
export function tableText(rows: readonly TableRow[], answer: TableAnswer): string {
  const ordered = rows.every((row) => row.from !== null) ? [...rows].sort((a, b) => (b.from as Decimal).cmp(a.from as Decimal)) : rows;
  return ordered.map((row) => `${limitsText(row)}${awardText(row, answer)}`).join('；');
}

const plainGrade = (text: string): string => normalise(text.trim()).text.toLowerCase();

/** The result that stands beside a grade (`A` → 1.2); null where the table does not name it. */
export function resultOfGrade(rows: readonly TableRow[], grade: string): Decimal | null {
  return rows.find(({ tier }) => tier !== null && plainGrade(tier) === plainGrade(grade))?.result ?? null;
}
