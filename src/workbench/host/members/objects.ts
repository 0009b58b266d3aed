/** The records behind office.js's proxies, and the checks that many members share. */
import { area as areaOf, intersect, sheetSize } from '../../model/area';
import type { Area, SheetInfo } from '../../model/workbookModel';
import { HostError } from '../hostError';
import type { HostContext, HostObject } from '../hostObject';

export interface SheetObject extends HostObject {
  readonly $type: 'Worksheet';
  readonly sheet: string;
}

export interface RangeObject extends HostObject {
  readonly $type: 'Range';
  readonly sheet: string;
  readonly area: Area;
}

export interface AreasObject extends HostObject {
  readonly $type: 'RangeAreas';
  readonly sheet: string;
  readonly areas: readonly Area[];
}

/** A part of a place's look: format, fill, font, borders, validation … */
export interface PartObject extends HostObject {
  readonly sheet: string;
  readonly areas: readonly Area[];
}

/** Something with a key inside a sheet ('' for the workbook). */
export interface KeyedObject extends HostObject {
  readonly sheet: string;
  readonly key: string;
}

export const sheetObject = (sheet: string): SheetObject => ({ $type: 'Worksheet', sheet });
export const rangeObject = (sheet: string, area: Area): RangeObject => ({ $type: 'Range', sheet, area });
export const areasObject = (sheet: string, areas: readonly Area[]): AreasObject => ({ $type: 'RangeAreas', sheet, areas });
export const part = ($type: string, sheet: string, areas: readonly Area[]): PartObject => ({ $type, sheet, areas });
export const keyed = ($type: string, sheet: string, key: string): KeyedObject => ({ $type, sheet, key });

export const areasOf = (object: RangeObject | AreasObject | PartObject): readonly Area[] =>
  'area' in object ? [object.area] : object.areas;

export const wholeSheet = areaOf(0, 0, sheetSize.rows, sheetSize.columns);
export const isUnbounded = (area: Area): boolean => area.rows >= sheetSize.rows || area.columns >= sheetSize.columns;

/** The sheet's entry; a sheet deleted since then is `ItemNotFound`. */
export const infoOf = (context: HostContext, sheet: string): SheetInfo => {
  const found = context.model.sheets().find(({ id }) => id === sheet);
  if (!found) throw new HostError('ItemNotFound');
  return found;
};

export const findSheet = (context: HostContext, key: unknown): SheetInfo | null => {
  const wanted = String(key).toLowerCase();
  const sheets = context.model.sheets();
  return sheets.find(({ id }) => id === key) ?? sheets.find(({ name }) => name.toLowerCase() === wanted) ?? null;
};

const lockedWithin = (context: HostContext, sheet: string, area: Area): boolean => {
  // A cell beyond everything used is locked like any untouched cell; those within may have been unlocked.
  const used = context.model.usedArea(sheet, false);
  const known = used && intersect(used, area);
  if (!known || known.rows !== area.rows || known.columns !== area.columns) return true;
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1)
      if (context.model.style(sheet, row, column).locked) return true;
  }
  return false;
};

/** Changes what cells hold; `AccessDenied` where a protected sheet locks one of them. */
export const editCells = <T>(context: HostContext, sheet: string, areas: readonly Area[], action: () => T): T => {
  if (context.model.protection(sheet).protected && areas.some((area) => lockedWithin(context, sheet, area)))
    throw new HostError('AccessDenied');
  return context.write(action);
};

/** Changes how cells look: a protected sheet must allow it. */
export const formatCells = <T>(context: HostContext, sheet: string, action: () => T): T => {
  const { protected: isProtected, options } = context.model.protection(sheet);
  if (isProtected && !options.allowFormatCells) throw new HostError('AccessDenied');
  return context.write(action);
};

/** What all cells of the areas agree on, and null where they differ, as Excel answers. Cells beyond the used area are all alike. */
export const uniform = <T>(
  context: HostContext,
  sheet: string,
  areas: readonly Area[],
  pick: (row: number, column: number) => T,
): T | null => {
  const used = context.model.usedArea(sheet, false);
  const values = new Set<T>();
  for (const area of areas) {
    const looked =
      isUnbounded(area) || area.rows * area.columns > 10_000 ? ((used && intersect(used, area)) ?? areaOf(area.row, area.column)) : area;
    for (let row = looked.row; row < looked.row + looked.rows; row += 1) {
      for (let column = looked.column; column < looked.column + looked.columns; column += 1) {
        values.add(pick(row, column));
        if (values.size > 1) return null;
      }
    }
  }
  return values.size === 1 ? ([...values][0] as T) : null;
};

export const wholeNumber = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new HostError('InvalidArgument');
  return value;
};

/** An area that must lie on the sheet. */
export const onSheet = (area: Area): Area => {
  const fits = area.row >= 0 && area.column >= 0 && area.rows > 0 && area.columns > 0;
  if (!fits || area.row + area.rows > sheetSize.rows || area.column + area.columns > sheetSize.columns)
    throw new HostError('InvalidArgument');
  return area;
};
