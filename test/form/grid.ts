/** Grids written by hand: rows of texts and numbers, merged areas by address. */
import { parseAddress } from '../../src/form/address';
import type { Area, Grid, GridCell } from '../../src/form/grid';

/** A number shown as a percent (`pct(0.4)` is 40%), a formula with its value, a text with an indent. */
export type Written = null | string | number | GridCell;

export interface GridOptions {
  readonly sheet?: string;
  readonly merges?: readonly string[];
  /** Rows and columns by which everything is moved. */
  readonly offset?: readonly [number, number];
}

const plain: Omit<GridCell, 'value' | 'text'> = { formula: null, numberFormat: 'General' };

export const pct = (value: number): GridCell => ({ ...plain, value, text: `${value * 100}%`, numberFormat: '0%' });

export const formula = (text: string, value: number | string | null): GridCell => ({
  ...plain,
  value,
  text: value === null ? '' : String(value),
  formula: text,
});

export const indented = (text: string, indent: number): GridCell => ({ ...plain, value: text, text, indent });

const cellOf = (written: string | number | GridCell): GridCell =>
  typeof written === 'object' ? written : { ...plain, value: written, text: String(written) };

function areaOf(address: string, [down, right]: readonly [number, number]): Area {
  const [from, to] = address.split(':').map((part) => parseAddress(part)!) as [
    { row: number; column: number },
    { row: number; column: number },
  ];
  return { top: from.row + down, left: from.column + right, bottom: to.row + down, right: to.column + right };
}

/** A grid whose first row and column are row 1 and column A (plus the offset). `null` and '' are empty cells. */
export function gridOf(lines: readonly (readonly Written[])[], options: GridOptions = {}): Grid {
  const offset = options.offset ?? [0, 0];
  const rows = new Map<number, Map<number, GridCell>>();
  lines.forEach((line, at) => {
    const cells = line.flatMap((written, index): [number, GridCell][] =>
      written === null || written === '' ? [] : [[index + 1 + offset[1], cellOf(written)]],
    );
    if (cells.length > 0) rows.set(at + 1 + offset[0], new Map(cells));
  });
  const sheet = options.sheet ?? 'Sheet1';
  return {
    sheet,
    sheetId: sheet,
    visibility: 'visible',
    isProtected: false,
    usedArea: null,
    rows,
    merges: (options.merges ?? []).map((address) => areaOf(address, offset)),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    tables: [],
  };
}
