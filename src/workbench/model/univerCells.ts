/** Reading and writing cells of a Univer workbook. */
import { CellValueType } from '@univerjs/core';
import type { ICellData, IRange, IStyleData, Nullable, Worksheet } from '@univerjs/core';
import { area as areaOf, around, intersect, sheetSize, tableOf } from './area';
import { errorValues, readInput, showValue } from './cellInput';
import { mutation } from './univerWorkbook';
import type { UniverWorkbook } from './univerWorkbook';
import type { Area, CellInput, CellValue, ValueKind } from './workbookModel';

type CellTable = Record<number, Record<number, Nullable<ICellData>>>;

/** What every rewritten cell forgets, so that nothing of its old content stays. */
const noContent = { v: null, f: null, si: null, p: null, t: null } as const;

export const toRange = (from: Area): IRange => ({
  startRow: from.row,
  startColumn: from.column,
  endRow: from.row + from.rows - 1,
  endColumn: from.column + from.columns - 1,
});

export const fromRange = (range: IRange): Area => {
  const part = (start: number, end: number, size: number): readonly [number, number] =>
    Number.isNaN(start) || Number.isNaN(end) ? [0, size] : [start, end - start + 1];
  const [row, rows] = part(range.startRow, range.endRow, sheetSize.rows);
  const [column, columns] = part(range.startColumn, range.endColumn, sheetSize.columns);
  return areaOf(row, column, rows, columns);
};

const spilled = (book: UniverWorkbook, sheet: string) =>
  book.get(book.packages.FormulaDataModel).getArrayFormulaCellData()?.[book.unitId]?.[sheet];

/** The cell as calculated: its own, or what an array formula spilled into it. */
const cellReader = (book: UniverWorkbook, sheet: string): ((row: number, column: number) => Nullable<ICellData>) => {
  const matrix = book.sheet(sheet).getCellMatrix();
  const spills = spilled(book, sheet);
  return (row, column) => {
    const own = matrix.getValue(row, column);
    const spill = spills?.[row]?.[column];
    return spill && (own?.v === undefined || own.v === null || own.f) ? { ...own, v: spill.v, t: spill.t } : own;
  };
};

/** See WorkbookModel.spill. */
export const readSpill = (book: UniverWorkbook, sheet: string, row: number, column: number): Area | null => {
  const range = book.get(book.packages.FormulaDataModel).getArrayFormulaRange()?.[book.unitId]?.[sheet]?.[row]?.[column];
  return range ? fromRange(range) : null;
};

const plainText = (cell: ICellData): string => cell.p?.body?.dataStream?.replace(/\r\n$/, '').replace(/\r/g, '\n') ?? '';

/** What the cell holds; rich text reads as its text, errors as theirs. */
export const valueOf = (cell: Nullable<ICellData>): CellValue => {
  if (!cell) return '';
  if (cell.v === undefined || cell.v === null) return cell.p ? plainText(cell) : '';
  if (cell.t === CellValueType.BOOLEAN) return Boolean(cell.v) && cell.v !== 'FALSE' && cell.v !== 'false';
  return cell.v;
};

const kindOf = (cell: Nullable<ICellData>): ValueKind => {
  const value = valueOf(cell);
  if (value === '') return cell?.f ? 'string' : 'empty';
  if (typeof value !== 'string') return typeof value === 'number' ? 'number' : 'boolean';
  return cell?.t !== CellValueType.FORCE_STRING && errorValues.has(value) ? 'error' : 'string';
};

const formulaOf = (book: UniverWorkbook, sheet: string, cell: Nullable<ICellData>, row: number, column: number): string =>
  cell?.f || (cell?.si ? (book.get(book.packages.FormulaDataModel).getFormulaStringByCell(row, column, sheet, book.unitId) ?? '') : '');

const styleReader = (book: UniverWorkbook, sheet: string): ((row: number, column: number) => IStyleData) => {
  const worksheet = book.sheet(sheet);
  const bounds = { rows: worksheet.getRowCount(), columns: worksheet.getColumnCount() };
  return (row, column) => (row < bounds.rows && column < bounds.columns ? (worksheet.getComposedCellStyle(row, column) as IStyleData) : {});
};

const formatReader = (book: UniverWorkbook, sheet: string) => {
  const styleAt = styleReader(book, sheet);
  return (row: number, column: number): string => styleAt(row, column)?.n?.pattern || 'General';
};

export const readStyle = (book: UniverWorkbook, sheet: string, row: number, column: number): IStyleData =>
  styleReader(book, sheet)(row, column);
export const isLocked = (book: UniverWorkbook, sheet: string, row: number, column: number): boolean =>
  book.sheet(sheet).getCellMatrix().getValue(row, column)?.custom?.locked !== false;

export const readValues = (book: UniverWorkbook, sheet: string, from: Area): CellValue[][] => {
  const cellAt = cellReader(book, sheet);
  return tableOf(from, (row, column) => valueOf(cellAt(row, column)));
};

export const readKinds = (book: UniverWorkbook, sheet: string, from: Area): ValueKind[][] => {
  const cellAt = cellReader(book, sheet);
  return tableOf(from, (row, column) => kindOf(cellAt(row, column)));
};

export const readFormulas = (book: UniverWorkbook, sheet: string, from: Area): CellValue[][] => {
  const cellAt = cellReader(book, sheet);
  return tableOf(from, (row, column) => {
    const cell = cellAt(row, column);
    return formulaOf(book, sheet, cell, row, column) || valueOf(cell);
  });
};

export const readFormats = (book: UniverWorkbook, sheet: string, from: Area): string[][] => tableOf(from, formatReader(book, sheet));

export const readTexts = (book: UniverWorkbook, sheet: string, from: Area): string[][] => {
  const cellAt = cellReader(book, sheet);
  const formatAt = formatReader(book, sheet);
  return tableOf(from, (row, column) => showValue(valueOf(cellAt(row, column)), formatAt(row, column)));
};

const hasContent = (cell: Nullable<ICellData>): boolean =>
  Boolean(cell && (cell.f || cell.si || cell.p || (cell.v !== undefined && cell.v !== null && cell.v !== '')));
const hasFormat = (cell: Nullable<ICellData>): boolean => Boolean(cell && (cell.s || cell.custom));

/** See WorkbookModel.usedArea. Merged areas count as format. */
export const readUsedArea = (book: UniverWorkbook, sheet: string, valuesOnly: boolean): Area | null => {
  const worksheet = book.sheet(sheet);
  let used: Area | null = null;
  const grow = (found: Area) => (used = used ? around(used, found) : found);
  worksheet.getCellMatrix().forValue((row, column, cell) => {
    if (hasContent(cell) || (!valuesOnly && hasFormat(cell))) grow(areaOf(row, column));
  });
  Object.entries(spilled(book, sheet) ?? {}).forEach(([row, cells]) =>
    Object.keys(cells ?? {}).forEach((column) => grow(areaOf(Number(row), Number(column)))),
  );
  if (!valuesOnly) worksheet.getMergeData().forEach((range) => grow(fromRange(range)));
  return used;
};

const hiddenByMerge = (worksheet: Worksheet, target: Area): ((row: number, column: number) => boolean) => {
  const merges = worksheet
    .getMergeData()
    .map(fromRange)
    .filter((merged) => intersect(merged, target));
  return (row, column) =>
    merges.some((merged) => intersect(merged, areaOf(row, column)) && !(merged.row === row && merged.column === column));
};

/** Univer's sheets end where they were made to end; Excel's do not. */
const growSheet = (book: UniverWorkbook, sheet: string, to: Area): void => {
  const worksheet = book.sheet(sheet);
  const rowCount = to.row + to.rows;
  const columnCount = to.column + to.columns;
  const base = { unitId: book.unitId, subUnitId: sheet };
  if (rowCount > worksheet.getRowCount()) book.commands.syncExecuteCommand('sheet.mutation.set-worksheet-row-count', { ...base, rowCount });
  if (columnCount > worksheet.getColumnCount())
    book.commands.syncExecuteCommand('sheet.mutation.set-worksheet-column-count', { ...base, columnCount });
};

const looksTyped = (text: string): boolean => {
  const entered = readInput(text, 'General');
  return entered.kind !== 'value' || typeof entered.value !== 'string';
};

const textCell = (value: string): ICellData => ({
  ...noContent,
  v: value,
  t: value !== '' && looksTyped(value) ? CellValueType.FORCE_STRING : CellValueType.STRING,
});

const valueCell = (value: CellValue): ICellData => {
  if (typeof value === 'number') return { ...noContent, v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { ...noContent, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return textCell(value);
};

const contentFor = (input: Exclude<CellInput, null>, format: string): ICellData => {
  const entered = readInput(input, format);
  switch (entered.kind) {
    case 'blank':
      return { ...noContent };
    case 'formula':
      return { ...noContent, f: entered.formula };
    case 'forcedText':
      return { ...noContent, v: entered.value, t: CellValueType.FORCE_STRING };
    case 'value':
      return { ...valueCell(entered.value), ...(entered.format && format === 'General' && { s: { n: { pattern: entered.format } } }) };
  }
};

/** Puts cells (what they get; absent ones stay) into the sheet as one undoable step. `trigger` tells Univer that only the look changed. */
export const putCells = (book: UniverWorkbook, sheet: string, cellValue: CellTable, trigger?: string): void => {
  if (Object.keys(cellValue).length === 0) return;
  const params = { unitId: book.unitId, subUnitId: sheet, cellValue, ...(trigger && { trigger }) };
  const accessor = { get: book.get } as never;
  const undo = book.packages.SetRangeValuesUndoMutationFactory(accessor, params as never);
  book.change([mutation('sheet.mutation.set-range-values', params)], [mutation('sheet.mutation.set-range-values', undo)]);
};

/** Builds the table of `putCells`: null leaves a cell out. */
const cellsOf = (to: Area, cell: (row: number, column: number) => ICellData | null): CellTable => {
  const cells: CellTable = {};
  for (let row = to.row; row < to.row + to.rows; row += 1) {
    for (let column = to.column; column < to.column + to.columns; column += 1) {
      const made = cell(row, column);
      if (made) (cells[row] ??= {})[column] = made;
    }
  }
  return cells;
};

/** See WorkbookModel.write. As in Excel, the covered cells of a merged area take nothing. */
export const writeCells = (book: UniverWorkbook, sheet: string, to: Area, inputs: readonly (readonly CellInput[])[]): void => {
  growSheet(book, sheet, to);
  const formatAt = formatReader(book, sheet);
  const covered = hiddenByMerge(book.sheet(sheet), to);
  const cells = cellsOf(to, (row, column) => {
    const input = inputs[row - to.row]?.[column - to.column];
    return input === null || input === undefined || covered(row, column) ? null : contentFor(input, formatAt(row, column));
  });
  putCells(book, sheet, cells);
};

const styleTrigger = 'sheet.command.set-style';

/** Changes the look of cells; `styleFor` says what changes in each (null: nothing). */
export const writeStyles = (
  book: UniverWorkbook,
  sheet: string,
  to: Area,
  styleFor: (row: number, column: number) => IStyleData | null,
): void => {
  growSheet(book, sheet, to);
  const cells = cellsOf(to, (row, column) => {
    const style = styleFor(row, column);
    return style ? { s: style } : null;
  });
  putCells(book, sheet, cells, styleTrigger);
};

export const writeLocked = (book: UniverWorkbook, sheet: string, to: Area, locked: boolean): void => {
  growSheet(book, sheet, to);
  const matrix = book.sheet(sheet).getCellMatrix();
  const cells = cellsOf(to, (row, column) => ({ custom: { ...matrix.getValue(row, column)?.custom, locked } }));
  putCells(book, sheet, cells, styleTrigger);
};

/** See WorkbookModel.clear. Only cells that hold something are touched, so whole columns may be cleared. */
export const clearCells = (book: UniverWorkbook, sheet: string, from: Area, what: 'contents' | 'formats' | 'all'): void => {
  const emptied = { contents: { ...noContent }, formats: { s: null, custom: null }, all: { ...noContent, s: null, custom: null } }[what];
  const cells: CellTable = {};
  book
    .sheet(sheet)
    .getCellMatrix()
    .forValue((row, column) => {
      if (intersect(from, areaOf(row, column))) (cells[row] ??= {})[column] = { ...emptied };
    });
  putCells(book, sheet, cells, what === 'formats' ? styleTrigger : undefined);
};

/** See WorkbookModel.copyArea: one source area, repeated over the target as Excel does. */
export const copyCells = (book: UniverWorkbook, from: { sheet: string; area: Area }, to: { sheet: string; area: Area }): void => {
  const rows = Math.max(from.area.rows, to.area.rows);
  const columns = Math.max(from.area.columns, to.area.columns);
  const target = areaOf(to.area.row, to.area.column, rows, columns);
  growSheet(book, to.sheet, target);
  const matrix = book.sheet(from.sheet).getCellMatrix();
  const formulas = book.api.getFormula();
  const cells = cellsOf(target, (row, column) => {
    const source = {
      row: from.area.row + ((row - target.row) % from.area.rows),
      column: from.area.column + ((column - target.column) % from.area.columns),
    };
    const cell = matrix.getValue(source.row, source.column);
    const formula = formulaOf(book, from.sheet, cell, source.row, source.column);
    const style = book.workbook().getStyles().getStyleByCell(cell) ?? null;
    if (!formula) return { ...noContent, ...structuredClone(cell ?? {}), s: style };
    return {
      ...noContent,
      f: formulas.moveFormulaRefOffset(formula, column - source.column, row - source.row),
      s: style,
      custom: cell?.custom ?? null,
    };
  });
  putCells(book, to.sheet, cells);
};
