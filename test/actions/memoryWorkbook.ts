/** A workbook in memory behind the port: sheets of plain values, formulas as texts beginning with `=`. */
import type { CellValue, Grid, GridCell } from '../../src/form/grid';
import { parseAddress } from '../../src/form/address';
import type { CellWrite } from '../../src/review/types';
import type { WorkbookPort } from '../../src/workbook/port';

export type Rows = readonly (readonly (string | number | null)[])[];

export interface MemoryWorkbook extends WorkbookPort {
  /** Sheets asked for in each snapshot; null for all. */
  readonly asked: (readonly string[] | null)[];
  readonly selected: string[];
  readonly settings: Record<string, string>;
  /** Adds an empty sheet. */
  add(sheet: string): void;
}

export function gridOf(sheet: string, rows: Rows): Grid {
  const cells = new Map<number, Map<number, GridCell>>();
  rows.forEach((row, down) =>
    row.forEach((value, across) => {
      if (value === null) return;
      const line = cells.get(down + 1) ?? new Map<number, GridCell>();
      cells.set(down + 1, line.set(across + 1, { value, text: String(value), formula: null, numberFormat: 'General' }));
    }),
  );
  const right = Math.max(0, ...rows.map((row) => row.length));
  return {
    sheet,
    sheetId: sheet,
    visibility: 'visible',
    isProtected: false,
    usedArea: right === 0 ? null : { top: 1, left: 1, bottom: rows.length, right },
    rows: cells,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    tables: [],
  };
}

export function memoryWorkbook(sheets: Readonly<Record<string, Rows>>, settings: Record<string, string> = {}): MemoryWorkbook {
  const grids = new Map(Object.entries(sheets).map(([name, rows]) => [name, gridOf(name, rows)]));
  const asked: (readonly string[] | null)[] = [];
  const selected: string[] = [];
  const put = (write: CellWrite, value: CellValue) => {
    const place = parseAddress(write.cell);
    const rows = grids.get(write.sheet)?.rows as Map<number, Map<number, GridCell>> | undefined;
    if (!place || !rows) return;
    const row = rows.get(place.row) ?? new Map<number, GridCell>();
    rows.set(place.row, row);
    row.set(place.column, { value, text: String(value ?? ''), formula: null, numberFormat: 'General' });
  };
  return {
    asked,
    selected,
    settings,
    add: (sheet) => void grids.set(sheet, gridOf(sheet, [])),
    snapshot: async (options = {}) => {
      asked.push(options.sheets ?? null);
      const wanted = [...grids.values()].filter(({ sheet }) => !options.sheets || options.sheets.includes(sheet));
      return { name: 'memory.xlsx', grids: wanted, settings, readOnly: false, skipped: [], culture: 'zh-CN' };
    },
    apply: async (writes) => {
      writes.forEach((write) => put(write, write.after.value));
      return { id: 'one', writes };
    },
    undo: async ({ writes }) => writes.forEach((write) => put(write, write.before.value)),
    select: async (sheet, cell) => void selected.push(`${sheet}!${cell}`),
    readSettings: async () => settings,
    writeSetting: async (key, json) => {
      if (json === null) delete settings[key];
      else settings[key] = json;
    },
  };
}
