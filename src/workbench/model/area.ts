/** Areas of cells and their A1 addresses: the one place of the workbench that does arithmetic on them. */
import type { Area } from './workbookModel';

/** Excel's last row and column, counted from 1. */
export const sheetSize = { rows: 1_048_576, columns: 16_384 } as const;

export const area = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });

/** `A` for 0, `AA` for 26. */
export const columnLetters = (column: number): string =>
  (column < 26 ? '' : columnLetters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** 0 for `A`; the letters may have either case. */
export const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const whole = (from: Area, axis: 'rows' | 'columns') => from[axis] >= sheetSize[axis];

/** `A1`, `A1:B2`, `A:B` or `1:2`. */
export const toAddress = (from: Area): string => {
  const last = { row: from.row + from.rows - 1, column: from.column + from.columns - 1 };
  if (whole(from, 'rows')) return `${columnLetters(from.column)}:${columnLetters(last.column)}`;
  if (whole(from, 'columns')) return `${from.row + 1}:${last.row + 1}`;
  const start = columnLetters(from.column) + (from.row + 1);
  return from.rows === 1 && from.columns === 1 ? start : `${start}:${columnLetters(last.column)}${last.row + 1}`;
};

/** A sheet's name as it stands before `!`: quoted where Excel quotes it. */
export const quoteSheet = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;

const corner = (text: string): { row?: number; column?: number } | null => {
  const found = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/.exec(text.trim());
  if (!found || (!found[1] && !found[2])) return null;
  return { ...(found[1] && { column: columnIndex(found[1]) }), ...(found[2] && { row: Number(found[2]) - 1 }) };
};

const span = (from: number | undefined, to: number | undefined, size: number): readonly [number, number] | null => {
  if (from === undefined && to === undefined) return [0, size];
  if (from === undefined || to === undefined) return null;
  return [Math.min(from, to), Math.abs(to - from) + 1];
};

const inside = (from: Area): boolean =>
  from.row >= 0 && from.column >= 0 && from.row + from.rows <= sheetSize.rows && from.column + from.columns <= sheetSize.columns;

/** Reads one area address without a sheet's name; null where it is none. `A:A` and `1:1` are whole columns and rows. */
export const fromAddress = (text: string): Area | null => {
  const [first, second, third] = text.split(':');
  const start = corner(first ?? '');
  const end = second === undefined ? start : corner(second);
  if (!start || !end || third !== undefined || (second === undefined && (start.row === undefined || start.column === undefined)))
    return null;
  const rows = span(start.row, end.row, sheetSize.rows);
  const columns = span(start.column, end.column, sheetSize.columns);
  if (!rows || !columns) return null;
  const found = area(rows[0], columns[0], rows[1], columns[1]);
  return inside(found) ? found : null;
};

/** Takes `Sheet1!A1`, `'Two words'!A1` or `A1` apart. */
export const splitSheet = (text: string): { readonly sheet: string | null; readonly address: string } => {
  const found = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text.trim());
  if (!found) return { sheet: null, address: text.trim().replace(/^=/, '') };
  return { sheet: found[1]?.replace(/''/g, "'") ?? found[2] ?? '', address: found[3] ?? '' };
};

export const intersect = (one: Area, other: Area): Area | null => {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  return rows > 0 && columns > 0 ? area(row, column, rows, columns) : null;
};

/** The smallest area around both. */
export const around = (one: Area, other: Area): Area => {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  const rows = Math.max(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.max(one.column + one.columns, other.column + other.columns) - column;
  return area(row, column, rows, columns);
};

export const sameArea = (one: Area, other: Area): boolean =>
  one.row === other.row && one.column === other.column && one.rows === other.rows && one.columns === other.columns;

export const isSingle = (from: Area): boolean => from.rows === 1 && from.columns === 1;

/** A table of the area's size, made cell by cell. */
export const tableOf = <T>(from: Area, cell: (row: number, column: number) => T): T[][] =>
  Array.from({ length: from.rows }, (_row, down) =>
    Array.from({ length: from.columns }, (_column, right) => cell(from.row + down, from.column + right)),
  );

/** Covers cells (given one by one) with few rectangles: runs in a row, equal runs in following rows joined. */
export const coverCells = (cells: readonly { readonly row: number; readonly column: number }[]): Area[] => {
  const sorted = [...cells].sort((one, other) => one.row - other.row || one.column - other.column);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.row === row && last.column + last.columns === column) runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    else runs.push(area(row, column));
  }
  return joinRuns(runs);
};

const joinRuns = (runs: readonly Area[]): Area[] => {
  const joined: Area[] = [];
  const open = new Map<string, number>();
  for (const run of runs) {
    const key = `${run.column}:${run.columns}`;
    const at = open.get(key);
    const above = at === undefined ? undefined : joined[at];
    if (at !== undefined && above && above.row + above.rows === run.row) joined[at] = { ...above, rows: above.rows + 1 };
    else open.set(key, joined.push(run) - 1);
  }
  return joined;
};
