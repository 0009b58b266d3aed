/** Columns that say how much a row counts: weights of rows and of sections, marks. */
import type { HeaderCell } from './header';
import type { Table } from './table';
import { weightText } from './weights';
import { withoutBrackets } from './plainText';
import type { ColumnRole } from './types';
import type { Option, Assigned } from './columnOption';

export const percentColumns = (table: Table, options: readonly Option[], rows: readonly number[]): ReadonlySet<number> =>
  new Set(options.filter(({ cell }) => /%/.test(cell.plain) || saysPercentBeside(table, cell, rows)).map(({ cell }) => cell.column));

/** `40` in one cell and `%` in the next. */
function saysPercentBeside(table: Table, cell: HeaderCell, rows: readonly number[]): boolean {
  const beside = rows.filter((row) => table.sheet.cell(row, cell.column + 1)?.plain === '%');
  return beside.length >= 2;
}

/** `分数` filled in every row of a table without other points is what a row is worth, not what was scored. */
export function settleMarks(options: readonly Option[], assigned: Assigned): void {
  if (assigned.has('fullMarks') || assigned.has('weight')) return;
  const scores = options.filter((option) => option.words.some((entry) => entry.role === 'score'));
  const [only] = scores;
  const rows = assigned.get('indicator')?.content.filled ?? 0;
  if (scores.length !== 1 || !only || !/^(?:分数?|分值分数)$/.test(withoutBrackets(only.cell.plain))) return;
  if (only.content.numbers >= Math.max(2, rows * 0.9)) assigned.set('fullMarks', only);
}

export const tallRows = (table: Table, column: number): number =>
  table.body.filter((row) => table.sheet.area(row, column).top < row).length;

/** Rows in which a weight of a column begins. */
const weightRows = (table: Table, column: number): readonly number[] =>
  table.body.filter((row) => {
    const cell = table.sheet.cell(row, column);
    return cell?.row === row && cell.column === column && weightText(cell) !== null;
  });

/** Whether a column's weights begin where the groups of another begin, each only there or again in every row of its group. */
function followsGroups(table: Table, column: number, groups: number, least: number): boolean {
  const name = (row: number): string => table.sheet.cell(row, groups)?.plain ?? '';
  const shown = (row: number): string => table.sheet.cell(row, column)?.plain ?? '';
  const rows = weightRows(table, column);
  const named = rows.filter((row) => table.sheet.cell(row, groups) !== undefined || table.sheet.area(row, groups).top < row);
  const begins = (row: number): boolean => table.sheet.cell(row, groups)?.row === row && name(row) !== name(row - 1);
  const repeats = rows.every((row, at) => at === 0 || name(row) !== name(rows[at - 1] ?? row) || shown(row) === shown(rows[at - 1] ?? row));
  return named.length >= least && (rows.every(begins) || repeats);
}

/** Columns that hold weights beside those of the `weight` column: under a second header of weights, under the same one, or under none. */
function otherWeights(table: Table, options: readonly Option[], weight: number, taken: ReadonlySet<number>): readonly number[] {
  const headed = options.filter((option) => option.words.some(({ role }) => role === 'weight' || role === 'dimensionWeight'));
  const beside = [weight - 1, weight + 1].filter((column) => !table.header.cells.some((cell) => cell.column === column));
  return [...headed.map(({ cell }) => cell.column), ...beside].filter(
    (column) => column !== weight && !taken.has(column) && weightRows(table, column).length > 0,
  );
}

const weighsSections = /^(?:维度|类别|一级|大类|大项|项目|模块|板块|部分|职责|dimension|category|section|area|kra|group)/;

/** Of two columns of weights the one that weighs the groups: it says so, has fewer weights, or repeats them within each group. */
function sectionOnes(table: Table, columns: readonly [number, number], dimension: number): number | null {
  const header = (column: number): string => table.header.cells.find((cell) => cell.column === column)?.plain ?? '';
  const named = columns.find((column) => weighsSections.test(header(column)));
  if (named !== undefined) return named;
  // A column that only stands beside the weights must do more to be one than a column whose header says so.
  const least = columns.every((column) => header(column) !== '') ? 1 : 2;
  const fits = columns.filter((column) => followsGroups(table, column, dimension, least));
  const [first, second] = fits;
  if (first === undefined || second === undefined) return first ?? null;
  const fewer = weightRows(table, first).length - weightRows(table, second).length;
  return fewer === 0 ? Math.min(first, second) : fewer < 0 ? first : second;
}

/** Weights of groups in a column of their own, beside those of what stands in the groups. */
export function addDimensionWeight(table: Table, options: readonly Option[], byRole: Map<ColumnRole, number>): void {
  const weight = byRole.get('weight');
  const dimension = byRole.get('dimension');
  if (weight === undefined || dimension === undefined || byRole.has('dimensionWeight')) return;
  const [other] = otherWeights(table, options, weight, new Set(byRole.values()));
  const section = other === undefined ? null : sectionOnes(table, [weight, other], dimension);
  if (section === null || other === undefined) return;
  byRole.set('dimensionWeight', section);
  byRole.set('weight', section === weight ? other : weight);
}
