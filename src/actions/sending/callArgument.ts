/** An argument of a call as text → what it holds now, looked up in the grids. */
import { areaAddress, parseAddress } from '../../form/address';
import { cellAt, type Area, type CellValue, type Grid } from '../../form/grid';

/** What a translator of calls is given for an argument: see FormulaArgument of src/functions/native. */
export interface CallArgument {
  readonly text: string;
  readonly cells: readonly (readonly unknown[])[] | null;
  readonly part: ((firstRow: number, lastRow: number, column: number) => string) | null;
}

const reference = /^((?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?(\$?[A-Z]{1,3}\$?[0-9]{1,7})(?::(\$?[A-Z]{1,3}\$?[0-9]{1,7}))?$/iu;

interface Reference {
  /** With its `!`; empty for the formula's own sheet. */
  readonly prefix: string;
  readonly sheet: string | null;
  readonly area: Area;
}

const unquoted = (prefix: string): string => (prefix.startsWith("'") ? prefix.slice(1, -2).replaceAll("''", "'") : prefix.slice(0, -1));

/** `F6`, `$F$6:G9`, `'North 1'!A1` → its area; null for anything else. */
export function readReference(text: string): Reference | null {
  const [, prefix = '', first = '', last = first] = reference.exec(text) ?? [];
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (!from || !to) return null;
  const area = {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
  return { prefix, sheet: prefix ? unquoted(prefix) : null, area };
}

/** `30%`, `0.5`, `"text"`, `TRUE`, `{1;2}` → its cells; null for anything else. */
export function readConstant(text: string): readonly (readonly unknown[])[] | null {
  if (/^\{.*\}$/s.test(text)) {
    const rows = text
      .slice(1, -1)
      .split(';')
      .map((row) => row.split(',').map((cell) => readConstant(cell.trim())?.[0]?.[0]));
    return rows.flat().includes(undefined) ? null : rows;
  }
  if (/^"(?:[^"]|"")*"$/.test(text)) return [[text.slice(1, -1).replaceAll('""', '"')]];
  if (/^(?:true|false)$/i.test(text)) return [[text.toUpperCase() === 'TRUE']];
  const number = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:E[-+]?\d+)?)(%?)$/i.exec(text);
  return number ? [[Number((Number(number[1]) / (number[2] ? 100 : 1)).toPrecision(15))]] : null;
}

const plain = (value: CellValue): unknown => (value !== null && typeof value === 'object' ? undefined : value);

/** More cells than this are no argument that anybody would want written out. */
const mostCells = 20_000;

function cellsOf({ area }: Reference, grid: Grid): readonly (readonly unknown[])[] | null {
  const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
  if (rows * columns > mostCells) return null;
  const cells = Array.from({ length: rows }, (_r, row) =>
    Array.from({ length: columns }, (_c, column) => plain(cellAt(grid, area.top + row, area.left + column)?.value ?? null)),
  );
  return cells.flat().includes(undefined) ? null : cells;
}

const partsOf =
  ({ prefix, area }: Reference, absolute: boolean): NonNullable<CallArgument['part']> =>
  (firstRow, lastRow, column) => {
    const address = areaAddress({
      top: area.top + firstRow,
      bottom: area.top + lastRow,
      left: area.left + column,
      right: area.left + column,
    });
    return prefix + (absolute ? address.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2') : address);
  };

/** An argument with what it holds; a cell with an error makes it unknown. */
export function callArgument(text: string, own: Grid, grids: ReadonlyMap<string, Grid>): CallArgument {
  if (text === '') return { text, cells: [[null]], part: null };
  const found = readReference(text);
  if (!found) return { text, cells: readConstant(text), part: null };
  const grid = found.sheet === null ? own : grids.get(found.sheet.toUpperCase());
  return { text, cells: grid ? cellsOf(found, grid) : null, part: partsOf(found, text.includes('$')) };
}
