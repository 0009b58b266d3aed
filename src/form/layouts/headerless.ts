/**
 * Tables without header words: names with points or percents that add up to a whole, row under row. The header is made
 * up from what the columns hold, so that such a table is read like any other.
 */
import Decimal from 'decimal.js';
import type { ForcedRoles } from '../columnOption';
import type { Header } from '../header';
import { isText, type Sheet, type SheetCell } from '../sheet';
import type { Table } from '../table';
import { totalLabel } from '../totalWords';
import type { ColumnRole } from '../types';
import { weightText } from '../weights';

interface Line {
  readonly row: number;
  readonly name: SheetCell;
  readonly measures: ReadonlyMap<number, { readonly value: Decimal; readonly percent: boolean }>;
}

const FILLER = /^(?:列|栏|column|field|col|字段)\s*\d+$/i;
const MIN_ROWS = 3;

/** A row of a name and numbers right of it; the numbers of a first column (1, 2, 3 …) are no measures. */
function lineAt(sheet: Sheet, row: number): Line | null {
  const cells = sheet.cellsIn(row);
  const name = cells.find((cell) => isText(cell) && weightText(cell) === null && /\p{L}/u.test(cell.text));
  if (!name || totalLabel(name.plain)) return null;
  const measures = new Map<number, { value: Decimal; percent: boolean }>();
  for (const cell of cells.filter((other) => other.column > name.column)) {
    const weight = weightText(cell);
    if (weight?.value?.gt(0) && weight.kind !== 'stars')
      measures.set(cell.column, { value: weight.value, percent: weight.kind === 'percent' });
  }
  return measures.size > 0 ? { row, name, measures } : null;
}

/** Neighbouring rows whose names stand in one column. */
function runsOf(sheet: Sheet, free: (row: number) => boolean): readonly (readonly Line[])[] {
  const runs: Line[][] = [];
  let last: Line | null = null;
  for (const row of sheet.rows.filter(free)) {
    const line = lineAt(sheet, row);
    if (line && last && line.row === last.row + 1 && line.name.column === last.name.column) runs[runs.length - 1]?.push(line);
    else if (line) runs.push([line]);
    last = line;
  }
  return runs.filter((run) => run.length >= MIN_ROWS);
}

/** The column whose numbers add up to 100, or whose percents add up to one. */
function wholeColumn(run: readonly Line[]): { column: number; percent: boolean } | null {
  for (const column of run[0]?.measures.keys() ?? []) {
    const values = run.flatMap((line) => line.measures.get(column) ?? []);
    const sum = values.reduce((total, { value }) => total.plus(value), new Decimal(0));
    const percent = values.every((value) => value.percent);
    if (values.length === run.length && sum.eq(percent ? 1 : 100)) return { column, percent };
  }
  return null;
}

/** Short texts over several columns right above: a header of some other kind of table. */
function hasOtherHeader(sheet: Sheet, run: readonly Line[]): boolean {
  const above = sheet.cellsIn(run[0]!.row - 1);
  return above.length >= 2 && above.every((cell) => isText(cell) && !FILLER.test(cell.text) && !/[:：]/.test(cell.text));
}

export interface HeaderlessTable {
  readonly table: Table;
  readonly roles: ForcedRoles;
  /** Row of filler header words (`列1 | 列2`), null where nothing stands above. */
  readonly fillerRow: number | null;
}

function rolesOf(sheet: Sheet, run: readonly Line[], whole: { column: number; percent: boolean }, right: number): ForcedRoles {
  const name = run[0]!.name.column;
  const roles = new Map<number, ColumnRole>([
    [name, 'indicator'],
    [whole.column, whole.percent ? 'weight' : 'fullMarks'],
  ]);
  for (let column = name + 1; column <= right; column++) {
    if (roles.has(column)) continue;
    const cells = run.flatMap((line) => sheet.cell(line.row, column) ?? []);
    const texts = cells.filter((cell) => isText(cell) && weightText(cell) === null).length;
    if (texts > run.length / 2 && ![...roles.values()].includes('criteria')) roles.set(column, 'criteria');
    else if (column > whole.column && texts === 0 && ![...roles.values()].includes('score')) roles.set(column, 'score');
  }
  return roles;
}

function tableOf(
  sheet: Sheet,
  run: readonly Line[],
  whole: { column: number; percent: boolean },
  free: (row: number) => boolean,
): HeaderlessTable {
  const first = run[0]!;
  const right = Math.max(...run.flatMap((line) => sheet.cellsIn(line.row).map((cell) => cell.area.right)));
  const above = sheet.cellsIn(first.row - 1);
  const filler = above.length >= 2 && above.every((cell) => FILLER.test(cell.text));
  const bottom = first.row - 1;
  const header: Header = { top: filler ? bottom : first.row, bottom, left: first.name.column, right, cells: [], levels: [] };
  const roles = rolesOf(sheet, run, whole, right);
  const cells = [...roles.keys()].map((column) => ({
    row: bottom,
    column,
    left: column,
    right: column,
    text: '',
    plain: '',
    above: null,
    words: [],
  }));
  const body = sheet.rows.filter((row) => row > bottom && free(row));
  return { table: { sheet, header: { ...header, cells }, left: header.left, right, body }, roles, fillerRow: filler ? bottom : null };
}

/** Headerless tables on the rows for which `free` holds. */
export function headerlessTables(sheet: Sheet, free: (row: number) => boolean): readonly HeaderlessTable[] {
  return runsOf(sheet, free).flatMap((run) => {
    const whole = hasOtherHeader(sheet, run) ? null : wholeColumn(run);
    return whole ? [tableOf(sheet, run, whole, free)] : [];
  });
}
