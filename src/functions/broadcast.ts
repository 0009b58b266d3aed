/** Arrays as Excel hands them over, and the way Excel spreads them over one another. */
import { FunctionFailure } from './failure';

/** A cell as a custom function receives it: a number, text or boolean; null or `''` where it is empty. */
export type Cell = unknown;

/** Rows of cells. A single value is 1×1. */
export type Cells = readonly (readonly Cell[])[];

/** An argument of any shape as rows of cells; an omitted one (null or undefined) as null. */
export function cellsOf(argument: unknown): Cells | null {
  if (argument === null || argument === undefined) return null;
  if (!Array.isArray(argument)) return [[argument]];
  return argument.map((row: unknown) => (Array.isArray(row) ? row : [row]));
}

/** Height and width of rows of cells. */
export function sizeOf(cells: Cells): { readonly rows: number; readonly columns: number } {
  return { rows: cells.length, columns: cells[0]?.length ?? 0 };
}

const isSingle = (cells: Cells): boolean => cells.length === 1 && cells[0]?.length === 1;

function spread(lengths: readonly number[]): number {
  const longest = Math.max(...lengths);
  if (lengths.some((length) => length !== 1 && length !== longest))
    throw new FunctionFailure('value', 'shape', { sizes: lengths.join(', ') });
  return longest;
}

function pick(cells: Cells, row: number, column: number): Cell {
  const line = cells.length === 1 ? cells[0] : cells[row];
  return line?.[line.length === 1 ? 0 : column];
}

/**
 * Calls `each` for every place of the shape that the arguments make together: a row against a column makes a table,
 * a single value goes with everything, other lengths must agree (as in Excel's own functions).
 * A failure at one place of several becomes that place's error and spares the others.
 */
export function broadcast<Result>(
  values: readonly Cells[],
  each: (...cells: Cell[]) => Result,
  failed: (failure: FunctionFailure) => Result,
): Result[][] {
  // One formula a row is the usual way to use these functions: ten thousand calls with single cells.
  if (values.every(isSingle)) return [[each(...values.map((cells) => cells[0]?.[0]))]];
  const sizes = values.map(sizeOf);
  const rows = spread(sizes.map((size) => size.rows));
  const columns = spread(sizes.map((size) => size.columns));
  const at = (row: number, column: number): Result => {
    try {
      return each(...values.map((cells) => pick(cells, row, column)));
    } catch (error) {
      if (error instanceof FunctionFailure && rows * columns > 1) return failed(error);
      throw error;
    }
  };
  return Array.from({ length: rows }, (_row, row) => Array.from({ length: columns }, (_column, column) => at(row, column)));
}
