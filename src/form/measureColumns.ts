/** Columns that say how much a row counts: weights of rows and of sections, marks. */
import type { HeaderCell } from './headers';
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

/** Weights of dimensions in a column beside the weights, under the same header or none, merged just as the dimensions are. */
export function addDimensionWeight(table: Table, byRole: Map<ColumnRole, number>): void {
  const weight = byRole.get('weight');
  const dimension = byRole.get('dimension');
  if (weight === undefined || dimension === undefined || byRole.has('dimensionWeight')) return;
  const beside = weight + 1;
  if (table.header.cells.some((cell) => cell.column === beside) || tallRows(table, beside) === 0) return;
  const alike = table.body.filter((row) => weightText(table.sheet.cell(row, beside)) !== null);
  const merged = alike.filter((row) => table.sheet.area(row, beside).bottom === table.sheet.area(row, dimension).bottom);
  if (merged.length >= 2 && merged.length >= alike.length * 0.7) byRole.set('dimensionWeight', beside);
}
