/**
 * Excel may take a formula that is written into a table for the formula of the whole column and fill it into every other row
 * ("calculated columns"; OfficeDev/office-js #2093, #5909). Those rows are the user's, so they are watched and given back.
 */
import { cellAddress, parseAddress } from '../../form/address';
import type { Area } from '../../form/grid';
import { cellInput } from './cellInput';
import { cellFormula, cellValue } from './gridCells';
import { parseRangeAddress } from './rangeAddress';
import type { CellChange } from './cellChange';

/** A column of a table into which a formula is to be written, as it is before. */
export interface WatchedColumn {
  readonly sheet: string;
  readonly area: Area;
  /** 1-based rows that are written on purpose. */
  readonly written: ReadonlySet<number>;
  readonly formulas: readonly unknown[];
  readonly values: readonly unknown[];
}

type Column = Pick<WatchedColumn, 'sheet' | 'area' | 'written'>;

/** Table columns that the changes write formulas into. No round trip without formulas, one without tables, three at most. */
export async function readWatchedColumns(context: Excel.RequestContext, changes: readonly CellChange[]): Promise<readonly WatchedColumn[]> {
  if (changes.every(({ wanted }) => wanted.formula === null)) return [];
  const { tables } = context.workbook;
  tables.load('items/name');
  await context.sync();
  if (tables.items.length === 0) return [];
  const ranges = tables.items.map((table) => table.getRange());
  ranges.forEach((range) => range.load('address'));
  await context.sync();
  const columns = columnsWrittenTo(
    ranges.flatMap(({ address }) => parseRangeAddress(address)),
    changes,
  );
  if (columns.length === 0) return [];
  const loaded = columns.map((column) => ({ ...column, range: rangeOf(context, column) }));
  loaded.forEach(({ range }) => range.load('formulas,values'));
  await context.sync();
  return loaded.map(({ range, ...column }) => ({
    ...column,
    formulas: range.formulas.map(([formula]): unknown => formula),
    values: range.values.map(([value]): unknown => value),
  }));
}

function rangeOf(context: Excel.RequestContext, { sheet, area }: Column): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRangeByIndexes(area.top - 1, area.left - 1, area.bottom - area.top + 1, 1);
}

function columnsWrittenTo(tables: readonly { sheet: string; area: Area }[], changes: readonly CellChange[]): Column[] {
  const columns = new Map<string, Column & { written: Set<number> }>();
  for (const { sheet, cell } of changes.filter(({ wanted }) => wanted.formula !== null)) {
    const place = parseAddress(cell);
    const table = place && tables.find((each) => each.sheet === sheet && holds(each.area, place));
    if (!table) continue;
    const key = `${sheet}!${table.area.top}:${place.column}`;
    const column = columns.get(key) ?? {
      sheet,
      area: { ...table.area, left: place.column, right: place.column },
      written: new Set<number>(),
    };
    columns.set(key, column);
  }
  for (const { sheet, area, written } of columns.values()) {
    for (const change of changes) {
      const place = parseAddress(change.cell);
      if (change.sheet === sheet && place && holds(area, place)) written.add(place.row);
    }
  }
  return [...columns.values()];
}

const holds = (area: Area, { row, column }: { row: number; column: number }) =>
  area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;

/** Gives back the rows into which Excel filled a formula by itself; their addresses (`Sheet!A1`), none where it did not. */
export async function giveBackRows(context: Excel.RequestContext, columns: readonly WatchedColumn[]): Promise<readonly string[]> {
  if (columns.length === 0) return [];
  const now = columns.map((column) => ({ column, range: rangeOf(context, column) }));
  now.forEach(({ range }) => range.load('formulas'));
  await context.sync();
  const changed = now.flatMap(({ column, range }) =>
    changedRows(
      column,
      range.formulas.map(([formula]): unknown => formula),
    ),
  );
  for (const { sheet, cell, former } of changed) {
    const range = context.workbook.worksheets.getItem(sheet).getRange(cell);
    if (former.formula === null) range.values = [[cellInput(cellValue(former.value))]];
    else range.formulas = [[former.formula]];
  }
  if (changed.length > 0) await context.sync();
  return changed.map(({ sheet, cell }) => `${sheet}!${cell}`);
}

function changedRows({ sheet, area, written, formulas, values }: WatchedColumn, now: readonly unknown[]) {
  return formulas.flatMap((before, at) => {
    const row = area.top + at;
    if (written.has(row) || before === now[at]) return [];
    return [{ sheet, cell: cellAddress(row, area.left), former: { value: values[at], formula: cellFormula(before, values[at]) } }];
  });
}
