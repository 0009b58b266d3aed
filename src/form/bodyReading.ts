/** A table's body as its rows are read: which columns name, measure and score, and what a single row has of its own. */
import type { Columns } from './columns';
import { roleSet, scoreRoles } from './roleSets';
import { isText, type SheetCell } from './sheet';
import type { Table } from './table';
import type { ColumnRole } from './types';
import { weightText } from './weights';

export interface Reading {
  readonly table: Table;
  readonly columns: Columns;
  /** Column whose cells divide the body into indicators. */
  readonly unit: number;
  readonly names: readonly number[];
  readonly scores: readonly number[];
  readonly measures: readonly number[];
}

export const rolesOf = (columns: Columns, roles: readonly ColumnRole[]): number[] =>
  roles.flatMap((role) => columns.byRole.get(role) ?? []);

/** Columns in which people score; the finest of them divides the rows. */
const scored: ReadonlySet<ColumnRole> = roleSet(scoreRoles, 'deduction');

const dividing: readonly ColumnRole[] = ['score', 'self', 'supervisor', 'reviewer', 'deduction', 'count', 'grade', 'result'];

function mergedRows(table: Table, column: number): number {
  return table.body.filter((row) => table.sheet.area(row, column).top < row).length;
}

/** The entry column with the fewest merged rows; the indicator column where nobody scores. */
export function unitColumn(table: Table, columns: Columns): number {
  const indicator = columns.byRole.get('indicator') ?? table.left;
  const entries = columns.entries
    .filter((entry) => dividing.includes(entry.role) || /^(?:month|quarter)/.test(entry.role))
    .map((entry) => entry.column);
  const sorted = [...entries].sort((a, b) => mergedRows(table, a) - mergedRows(table, b));
  return sorted[0] ?? indicator;
}

export function readingOf(table: Table, columns: Columns): Reading {
  return {
    table,
    columns,
    unit: unitColumn(table, columns),
    names: rolesOf(columns, ['dimension', 'indicator', 'seq']),
    scores: [
      ...columns.entries.filter((entry) => scored.has(entry.role) || /^(?:month|quarter)/.test(entry.role)).map((entry) => entry.column),
      ...columns.levels.map((level) => level.cell.column),
    ],
    measures: rolesOf(columns, ['weight', 'fullMarks', 'dimensionWeight', 'criteria', 'target']),
  };
}

export const cellsOf = (table: Table, row: number): SheetCell[] =>
  table.sheet.cellsIn(row).filter((cell) => cell.column >= table.left && cell.column <= table.right);

export const covers = (cell: SheetCell, columns: readonly number[]): boolean =>
  columns.length > 0 && columns.every((column) => cell.area.left <= column && cell.area.right >= column);

const isSpecialWeight = (cell: SheetCell | undefined): boolean =>
  isText(cell) && /^(?:-+|—+|\/|加分项?|减分项?|奖励项?|否决项?|一票否决|bonus|\+)$/.test(cell.plain);

/** A measure of the row's own: a weight, marks, `--`, `加分项`. */
export function ownMeasure(reading: Reading, row: number): boolean {
  const { table, columns } = reading;
  return rolesOf(columns, ['weight', 'fullMarks', 'dimensionWeight']).some((column) => {
    const cell = table.sheet.cell(row, column);
    return (
      cell !== undefined &&
      cell.row === row &&
      cell.column === column &&
      (weightText(cell) !== null || isSpecialWeight(cell) || /-\d/.test(cell.plain))
    );
  });
}

/** Inside a merged name, weight or criteria cell: a further row of the indicator or group above. */
export const isInside = ({ table, names, measures }: Reading, row: number): boolean =>
  [...names, ...measures].some((column) => table.sheet.area(row, column).top < row);
