/** A grid as a reader sees it: merged areas count as one cell, rows without content do not exist. */
import Decimal from 'decimal.js';
import type { Area, CellValue, Grid, GridCell } from './grid';
import { plainText } from './plainText';
import type { Place } from './types';

/** A non-empty cell, or the non-empty anchor of a merged area. */
export interface SheetCell extends Place {
  readonly value: CellValue;
  /** What is shown, trimmed, with ordinary spaces. Lines stay apart. */
  readonly text: string;
  /** `text` made comparable (see plainText). */
  readonly plain: string;
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly indent: number;
  /** The merged area, or the cell alone. */
  readonly area: Area;
}

export interface Sheet {
  readonly grid: Grid;
  /** Rows with content, ascending. */
  readonly rows: readonly number[];
  /** Cells whose area starts in this row, from left to right. */
  cellsIn(row: number): readonly SheetCell[];
  /** The cell that shows at this place, whichever cell of a merged area it is. */
  cell(row: number, column: number): SheetCell | undefined;
  /** The merged area at a place (empty ones too), or the cell alone. */
  area(row: number, column: number): Area;
}

/** Merged areas taller than this are looked up one by one instead of by row. */
const TALL = 500;

const single = (row: number, column: number): Area => ({ top: row, left: column, bottom: row, right: column });

const holds = (area: Area, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

/** Looks merged areas up by row; cost follows the merges, not the used range. */
function mergeLookup(merges: readonly Area[]): (row: number, column: number) => Area | undefined {
  const byRow = new Map<number, Area[]>();
  const tall: Area[] = [];
  for (const merge of merges) {
    if (merge.bottom - merge.top > TALL) tall.push(merge);
    else for (let row = merge.top; row <= merge.bottom; row++) (byRow.get(row) ?? byRow.set(row, []).get(row)!).push(merge);
  }
  return (row, column) => byRow.get(row)?.find((area) => holds(area, row, column)) ?? tall.find((area) => holds(area, row, column));
}

function shownText(cell: GridCell): string {
  const raw =
    typeof cell.value === 'string'
      ? cell.value
      : cell.text !== ''
        ? cell.text
        : cell.value === null
          ? ''
          : typeof cell.value === 'object'
            ? cell.value.error
            : String(cell.value);
  return raw
    .replace(/[\u00a0\u3000\t]/g, ' ')
    .replace(/\r\n?/g, '\n')
    .trim();
}

function sheetCell(row: number, column: number, cell: GridCell, area: Area): SheetCell {
  const text = shownText(cell);
  return {
    row,
    column,
    value: cell.value,
    text,
    plain: plainText(text),
    formula: cell.formula,
    numberFormat: cell.numberFormat,
    indent: cell.indent ?? 0,
    area,
  };
}

/** Blank texts (`''`, spaces, line breaks alone) do not count as content; formulas do, whatever they show. */
const hasContent = (cell: GridCell): boolean =>
  cell.formula !== null || (cell.value !== null && (typeof cell.value !== 'string' || cell.value.trim() !== ''));

/** The sheet of a grid; reads each non-empty cell once. */
export function sheetOf(grid: Grid): Sheet {
  const mergeAt = mergeLookup(grid.merges);
  const area = (row: number, column: number): Area => mergeAt(row, column) ?? single(row, column);
  const cells = new Map<number, Map<number, SheetCell>>();
  for (const [row, columns] of grid.rows) {
    const line = new Map<number, SheetCell>();
    for (const [column, cell] of [...columns].sort(([a], [b]) => a - b)) {
      const place = area(row, column);
      if (place.top === row && place.left === column && hasContent(cell)) line.set(column, sheetCell(row, column, cell, place));
    }
    if (line.size > 0) cells.set(row, line);
  }
  const lines = new Map([...cells].map(([row, line]) => [row, [...line.values()]]));
  return {
    grid,
    rows: [...cells.keys()].sort((a, b) => a - b),
    cellsIn: (row) => lines.get(row) ?? [],
    cell: (row, column) => {
      const place = area(row, column);
      return cells.get(place.top)?.get(place.left);
    },
    area,
  };
}

/** A number of a cell as an exact decimal (Excel keeps 15 digits), null for anything else. */
export function cellNumber(cell: SheetCell | undefined): Decimal | null {
  if (!cell || typeof cell.value !== 'number' || !Number.isFinite(cell.value)) return null;
  return new Decimal(String(Number(cell.value.toPrecision(15))));
}

/** A text cell (not a number, not a formula's number). */
export const isText = (cell: SheetCell | undefined): cell is SheetCell =>
  cell !== undefined && typeof cell.value === 'string' && cell.text !== '';

export const isPercentFormat = (numberFormat: string): boolean => numberFormat.replace(/"[^"]*"|\\./g, '').includes('%');

/** A cell's place alone. */
export const placeOf = ({ row, column }: Place): Place => ({ row, column });
