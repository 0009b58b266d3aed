/** Sheets written as rows of cells, for tests: `grid([['指标', '权重'], ['质量', 0.3]])`. A cell is a value, a formula with its value, or a percent. */
import { cellAddress } from '../../src/form/address';
import type { Area, Grid, GridCell } from '../../src/form/grid';

export type Written =
  string | number | boolean | null | { readonly formula: string; readonly value: string | number } | { readonly percent: number };

function gridCell(written: Exclude<Written, null>): GridCell {
  const plain = (value: string | number | boolean): GridCell => ({ value, text: String(value), formula: null, numberFormat: 'General' });
  if (typeof written !== 'object') return plain(written);
  if ('percent' in written) return { value: written.percent, text: `${written.percent * 100}%`, formula: null, numberFormat: '0%' };
  return { ...plain(written.value), formula: written.formula };
}

/** Merged areas as A1 texts (`A1:B2`). */
function area(text: string): Area {
  const match = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(text);
  if (!match) throw new Error(`no area: ${text}`);
  const column = (letter: string | undefined): number => (letter ?? 'A').charCodeAt(0) - 64;
  return { left: column(match[1]), top: Number(match[2]), right: column(match[3]), bottom: Number(match[4]) };
}

/** A sheet whose first row is row 1 and first column A. */
export function grid(rows: readonly (readonly Written[])[], merges: readonly string[] = [], sheet = 'Sheet1'): Grid {
  const cells = new Map(
    rows.map((row, at) => [
      at + 1,
      new Map(
        row.flatMap((written, column): [number, GridCell][] =>
          written === null || written === '' ? [] : [[column + 1, gridCell(written)]],
        ),
      ),
    ]),
  );
  const width = Math.max(1, ...rows.map((row) => row.length));
  return {
    sheet,
    sheetId: sheet,
    visibility: 'visible',
    isProtected: false,
    usedArea: { top: 1, left: 1, bottom: rows.length, right: width },
    rows: new Map([...cells].filter(([, row]) => row.size > 0)),
    merges: merges.map(area),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    tables: [],
  };
}

export const at = cellAddress;
