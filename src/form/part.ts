/** A table read so far: its columns, its rows, and the units (runs of rows) that are its indicators. */
import type { Columns } from './columns';
import type { BodyRow } from './rowKinds';
import { isText, type SheetCell } from './sheet';
import type { Table } from './table';
import type { ColumnRole } from './types';

/** Rows that belong to one indicator. */
export interface Unit {
  readonly top: number;
  readonly bottom: number;
}

export interface Part {
  readonly table: Table;
  readonly columns: Columns;
  readonly rows: readonly BodyRow[];
  readonly units: readonly Unit[];
  /** Whether indicators are whole groups, scored once for several rows (`专业知识` over its three points). */
  readonly grouped: boolean;
  /** What level columns hold: descriptions, or entries (ticks, scores). */
  readonly levelUse: 'texts' | 'entries' | 'none';
}

export const roleCell = (part: Part, role: ColumnRole, row: number): SheetCell | undefined => {
  const column = part.columns.byRole.get(role);
  return column === undefined ? undefined : part.table.sheet.cell(row, column);
};

/** Runs of rows: an indicator row with the part rows that follow it. */
export function unitsOf(rows: readonly BodyRow[]): readonly Unit[] {
  const units: { top: number; bottom: number }[] = [];
  for (const { row, kind } of rows) {
    const last = units[units.length - 1];
    if (kind === 'indicator') units.push({ top: row, bottom: row });
    else if (kind === 'part' && last) last.bottom = row;
  }
  return units;
}

/** Units are groups where one of them holds several names under one dimension of the same rows. */
export function isGrouped(table: Table, columns: Columns, units: readonly Unit[]): boolean {
  const dimension = columns.byRole.get('dimension');
  const indicator = columns.byRole.get('indicator');
  if (dimension === undefined || indicator === undefined) return false;
  return units.some(({ top, bottom }) => {
    const names = rowsOf({ top, bottom }).filter(
      (row) => isText(table.sheet.cell(row, indicator)) && table.sheet.area(row, indicator).top === row,
    );
    const area = table.sheet.area(top, dimension);
    return names.length >= 2 && area.top === top && area.bottom === bottom;
  });
}

export const rowsOf = ({ top, bottom }: Unit): number[] => Array.from({ length: bottom - top + 1 }, (_, index) => top + index);

const mark = /^[√✓✔☑✅xv×○●■]$/i;

/** A tick or cross typed into a level column. */
export const isMark = (cell: SheetCell): boolean => mark.test(cell.text.trim());

export function levelUseOf(table: Table, columns: Columns, units: readonly Unit[]): Part['levelUse'] {
  if (columns.levels.length === 0) return 'none';
  const cells = units.flatMap(({ top }) => columns.levels.flatMap((level) => table.sheet.cell(top, level.cell.column) ?? []));
  const texts = cells.filter((cell) => isText(cell) && !isMark(cell) && cell.text.length > 1 && !/^\d+(?:\.\d+)?\s*分?$/.test(cell.text));
  return texts.length > cells.length / 2 ? 'texts' : 'entries';
}
