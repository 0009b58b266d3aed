/** Sheets of a Univer workbook: list, add, delete, copy, change. */
import { BooleanNumber, mergeWorksheetSnapshotWithDefault } from '@univerjs/core';
import type { IWorksheetData, Worksheet } from '@univerjs/core';
import { readConditionalFormats, writeConditionalFormats } from './univerConditional';
import { addValidation, readValidations } from './univerValidation';
import { mutation } from './univerWorkbook';
import type { UniverWorkbook } from './univerWorkbook';
import type { SheetChanges, SheetInfo, SheetProtection, Visibility } from './workbookModel';

export const unprotected: SheetProtection = {
  protected: false,
  password: '',
  options: {
    allowAutoFilter: false,
    allowDeleteColumns: false,
    allowDeleteRows: false,
    allowEditObjects: false,
    allowEditScenarios: false,
    allowFormatCells: false,
    allowFormatColumns: false,
    allowFormatRows: false,
    allowInsertColumns: false,
    allowInsertHyperlinks: false,
    allowInsertRows: false,
    allowPivotTables: false,
    allowSort: false,
    selectionMode: 'Normal',
  },
};

const visibilityOf = (book: UniverWorkbook, sheet: Worksheet): Visibility => {
  if (!sheet.isSheetHidden()) return 'Visible';
  return book.extras.veryHidden.includes(sheet.getSheetId()) ? 'VeryHidden' : 'Hidden';
};

const infoOf = (book: UniverWorkbook, sheet: Worksheet, position: number): SheetInfo => {
  const { tabColor, showGridlines, freeze } = sheet.getConfig();
  return {
    id: sheet.getSheetId(),
    name: sheet.getName(),
    position,
    visibility: visibilityOf(book, sheet),
    tabColor: tabColor || '',
    showGridlines: showGridlines !== BooleanNumber.FALSE,
    frozen: { rows: Math.max(0, freeze?.ySplit ?? 0), columns: Math.max(0, freeze?.xSplit ?? 0) },
  };
};

export const listSheets = (book: UniverWorkbook): readonly SheetInfo[] =>
  book
    .workbook()
    .getSheets()
    .map((sheet, position) => infoOf(book, sheet, position));

const newId = (): string => `sheet-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;

const freeName = (book: UniverWorkbook, make: (at: number) => string): string => {
  const taken = new Set(listSheets(book).map(({ name }) => name.toLowerCase()));
  for (let at = 1; ; at += 1) if (!taken.has(make(at).toLowerCase())) return make(at);
};

const insertSheet = (book: UniverWorkbook, sheet: Partial<IWorksheetData>, index: number): string => {
  const id = newId();
  const made = mergeWorksheetSnapshotWithDefault({ ...sheet, id });
  const { unitId } = book;
  const redo = mutation('sheet.mutation.insert-sheet', { unitId, index, sheet: made });
  const undo = mutation('sheet.mutation.remove-sheet', { unitId, subUnitId: id, subUnitName: made.name });
  // A sheet made by the API does not come to the front, as one made by a click does.
  book.change([redo], [undo], { fromCollab: true });
  return id;
};

export const addSheet = (book: UniverWorkbook, name: string): string =>
  insertSheet(book, { name: name || freeName(book, (at) => `Sheet${at}`) }, book.workbook().getSheets().length);

export const deleteSheet = (book: UniverWorkbook, sheet: string): void => {
  book.command('sheet.command.remove-sheet', { subUnitId: sheet });
  delete book.extras.protections[sheet];
  delete book.extras.sheetProperties[sheet];
  delete book.extras.pageLayouts[sheet];
  delete book.extras.conditionalFormats[sheet];
  book.extras.tables = book.extras.tables.filter((table) => table.sheet !== sheet);
};

/** Like Excel's copy it takes along formats, validation, conditional formats, protection and properties. */
export const copySheet = (book: UniverWorkbook, sheet: string, position?: number): string => {
  const original = book.sheet(sheet);
  const at = listSheets(book).find(({ id }) => id === sheet)?.position ?? 0;
  const name = freeName(book, (number) => `${original.getName()} (${number + 1})`);
  const id = insertSheet(book, { ...structuredClone(original.getSnapshot()), name }, position ?? at + 1);
  readValidations(book, sheet).forEach((validation) => addValidation(book, id, validation));
  const formats = readConditionalFormats(book, sheet).map((format, order) => ({ ...format, id: `${id}-${order}` }));
  writeConditionalFormats(book, id, formats);
  const { protections, sheetProperties, pageLayouts } = book.extras;
  [protections, sheetProperties, pageLayouts].forEach((table: Record<string, unknown>) => {
    if (table[sheet]) table[id] = structuredClone(table[sheet]);
  });
  return id;
};

const setVisibility = (book: UniverWorkbook, sheet: string, visibility: Visibility): void => {
  const hidden = visibility === 'Visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE;
  const before = book.sheet(sheet).getConfig().hidden;
  const info = (value: BooleanNumber) =>
    mutation('sheet.mutation.set-worksheet-hidden', { unitId: book.unitId, subUnitId: sheet, hidden: value });
  book.extras.veryHidden = [...book.extras.veryHidden.filter((id) => id !== sheet), ...(visibility === 'VeryHidden' ? [sheet] : [])];
  book.change([info(hidden)], [info(before)], { fromCollab: true });
  const next = listSheets(book).find((each) => each.visibility === 'Visible');
  if (hidden && next && book.workbook().getActiveSheet()?.getSheetId() === sheet)
    book.commands.syncExecuteCommand('sheet.operation.set-worksheet-active', { unitId: book.unitId, subUnitId: next.id });
};

const setFrozen = (book: UniverWorkbook, sheet: string, { rows, columns }: SheetInfo['frozen']): void => {
  const before = book.sheet(sheet).getConfig().freeze;
  const place = { unitId: book.unitId, subUnitId: sheet };
  const after = { startRow: rows || -1, startColumn: columns || -1, ySplit: rows, xSplit: columns };
  book.change(
    [mutation('sheet.mutation.set-frozen', { ...place, ...after })],
    [mutation('sheet.mutation.set-frozen', { ...place, ...before })],
  );
};

const changers: {
  readonly [Key in keyof SheetChanges]-?: (book: UniverWorkbook, sheet: string, value: NonNullable<SheetChanges[Key]>) => void;
} = {
  name: (book, sheet, name) => book.command('sheet.command.set-worksheet-name', { subUnitId: sheet, name }),
  position: (book, sheet, order) => book.command('sheet.command.set-worksheet-order', { subUnitId: sheet, order }),
  visibility: setVisibility,
  tabColor: (book, sheet, value) => book.command('sheet.command.set-tab-color', { subUnitId: sheet, value }),
  showGridlines: (book, sheet, value) => {
    const wanted = value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    // Univer refuses to set what is set.
    if ((book.sheet(sheet).getConfig().showGridlines ?? BooleanNumber.TRUE) === wanted) return;
    book.command('sheet.command.toggle-gridlines', { subUnitId: sheet, showGridlines: wanted });
  },
  frozen: setFrozen,
};

export const changeSheet = (book: UniverWorkbook, sheet: string, changes: SheetChanges): void =>
  (Object.keys(changes) as (keyof SheetChanges)[]).forEach((key) =>
    (changers[key] as (book: UniverWorkbook, sheet: string, value: unknown) => void)(book, sheet, changes[key]),
  );
