import type { IRange } from '@univerjs/core';

/** The letters of a column, 0 for A. */
export function columnName(column: number): string {
  const rest = column % 26;
  return (column < 26 ? '' : columnName((column - rest) / 26 - 1)) + String.fromCharCode(65 + rest);
}

/** The column that letters name, 0 for A. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A cell's name, counted from 0. */
export const cellName = (row: number, column: number): string => columnName(column) + (row + 1);

/** An area's name: `A1`, or `A1:B2`. */
export function rangeName({ startRow, startColumn, endRow, endColumn }: IRange): string {
  const start = cellName(startRow, startColumn);
  const end = cellName(endRow, endColumn);
  return start === end ? start : `${start}:${end}`;
}

/** Reads `A1`, `A1:B2`, `A:B` or `1:2` (dollar signs allowed). Null for anything else. */
export function readRange(text: string): IRange | null {
  const found = /^\$?([A-Z]{0,3})\$?(\d*)(?::\$?([A-Z]{0,3})\$?(\d*))?$/i.exec(text.trim());
  if (!found || (!found[1] && !found[2])) return null;
  const [, startLetters = '', startDigits = '', endLetters = startLetters, endDigits = startDigits] = found;
  return {
    startRow: startDigits ? Number(startDigits) - 1 : 0,
    startColumn: startLetters ? columnNumber(startLetters) : 0,
    endRow: endDigits ? Number(endDigits) - 1 : 1048575,
    endColumn: endLetters ? columnNumber(endLetters) : 16383,
  };
}

/** The areas of a list such as `A1 B2:C3`. */
export const readRanges = (list: string): IRange[] => list.split(/\s+/).flatMap((each) => (each ? (readRange(each) ?? []) : []));

// Strings, quoted sheet names and names with brackets are passed over; what is left of a call's `(` is a function, not a cell.
const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![A-Za-z0-9_.])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![A-Za-z0-9_(.!])/gi;

/** A formula as it reads some rows further down and columns further right: relative references move along. Used to spell out shared formulas. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(pieces, (whole: string, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
    if (!letters || !digits) return whole;
    const column = fixedColumn ? letters : columnName(columnNumber(letters) + columns);
    const row = fixedRow ? digits : String(Number(digits) + rows);
    return `${fixedColumn ?? ''}${column}${fixedRow ?? ''}${row}`;
  });
}
