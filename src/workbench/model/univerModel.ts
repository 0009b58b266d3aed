/** The workbook model over Univer: the same code in Node and in the browser, where Univer's grid shows it. */
import type { IMutationInfo } from '@univerjs/core';
import { area as areaOf, intersect } from './area';
import { makeCalculation } from './univerCalculation';
import * as cells from './univerCells';
import { readConditionalFormats, writeConditionalFormats } from './univerConditional';
import { watchUniver } from './univerEvents';
import { forgetFormulas, makeCustomFunctions } from './univerFunctions';
import { guardProtectedCells } from './univerProtection';
import * as sheets from './univerSheets';
import { fromUniverBorder, fromUniverStyle, noBorder, sideKeys, toUniverBorder, toUniverStyle } from './univerStyle';
import { addValidation, readValidations, removeValidation } from './univerValidation';
import { bindUniver, mutation } from './univerWorkbook';
import type { UniverParts, UniverWorkbook } from './univerWorkbook';
import type {
  Area,
  Border,
  BorderSide,
  CellStyle,
  ChangeSource,
  DefinedName,
  SheetProtection,
  WorkbookExtras,
  WorkbookModel,
} from './workbookModel';

export interface UniverModelOptions {
  /** The workbook's unit id; the current one without it. */
  readonly unitId?: string;
  /** What an opened file brought along and Univer has no place for. */
  readonly extras?: Partial<WorkbookExtras>;
  readonly name?: string;
}

/** A CSS pixel in points: Univer measures in pixels, Excel in points. */
const pointsPerPixel = 0.75;

const place = (book: UniverWorkbook, sheet: string) => ({ unitId: book.unitId, subUnitId: sheet });

const edgeOf = (area: Area, side: BorderSide): Area | null => {
  const last = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
  if (side === 'EdgeTop') return areaOf(area.row, area.column, 1, area.columns);
  if (side === 'EdgeBottom') return areaOf(last.row, area.column, 1, area.columns);
  if (side === 'EdgeLeft') return areaOf(area.row, area.column, area.rows, 1);
  if (side === 'EdgeRight') return areaOf(area.row, last.column, area.rows, 1);
  if (side === 'InsideHorizontal') return area.rows > 1 ? areaOf(area.row, area.column, area.rows - 1, area.columns) : null;
  if (side === 'InsideVertical') return area.columns > 1 ? areaOf(area.row, area.column, area.rows, area.columns - 1) : null;
  return area;
};

const insideKeys: Readonly<Partial<Record<BorderSide, 'b' | 'r'>>> = { InsideHorizontal: 'b', InsideVertical: 'r' };

const looks = (book: UniverWorkbook) => ({
  style: (sheet: string, row: number, column: number): CellStyle =>
    fromUniverStyle(cells.readStyle(book, sheet, row, column), cells.isLocked(book, sheet, row, column)),
  changeStyle: (sheet: string, area: Area, changes: Partial<CellStyle>): void => {
    const { locked, ...look } = changes;
    const style = toUniverStyle(look);
    if (Object.keys(look).length > 0) cells.writeStyles(book, sheet, area, () => style);
    if (locked !== undefined) cells.writeLocked(book, sheet, area, locked);
  },
  border: (sheet: string, row: number, column: number, side: BorderSide): Border => {
    const key = sideKeys[side] ?? insideKeys[side];
    return key ? fromUniverBorder(cells.readStyle(book, sheet, row, column).bd?.[key]) : noBorder;
  },
  changeBorder: (sheet: string, area: Area, side: BorderSide, border: Border): void => {
    const key = sideKeys[side] ?? insideKeys[side];
    const edge = edgeOf(area, side);
    if (key && edge) cells.writeStyles(book, sheet, edge, () => ({ bd: { [key]: toUniverBorder(border) } }));
  },
  writeNumberFormats: (sheet: string, area: Area, formats: readonly (readonly (string | null)[])[]): void =>
    cells.writeStyles(book, sheet, area, (row, column) => {
      const pattern = formats[row - area.row]?.[column - area.column];
      return pattern === null || pattern === undefined ? null : { n: pattern === 'General' ? null : { pattern } };
    }),
});

const spanRanges = (axis: 'rows' | 'columns', start: number, count: number) => [
  axis === 'rows'
    ? { startRow: start, endRow: start + count - 1, startColumn: 0, endColumn: 0 }
    : { startRow: 0, endRow: 0, startColumn: start, endColumn: start + count - 1 },
];

const sizes = (book: UniverWorkbook) => {
  const sized = (sheet: string, id: string, key: string, ranges: object[], before: number, after: number) => {
    const info = (value: number): IMutationInfo => mutation(id, { ...place(book, sheet), ranges, [key]: value });
    book.change([info(after)], [info(before)]);
  };
  return {
    rowHeight: (sheet: string, row: number): number => book.sheet(sheet).getRowHeight(row) * pointsPerPixel,
    columnWidth: (sheet: string, column: number): number => book.sheet(sheet).getColumnWidth(column) * pointsPerPixel,
    setRowHeight: (sheet: string, row: number, count: number, points: number): void =>
      sized(
        sheet,
        'sheet.mutation.set-worksheet-row-height',
        'rowHeight',
        spanRanges('rows', row, count),
        book.sheet(sheet).getRowHeight(row),
        points / pointsPerPixel,
      ),
    setColumnWidth: (sheet: string, column: number, count: number, points: number): void =>
      sized(
        sheet,
        'sheet.mutation.set-worksheet-col-width',
        'colWidth',
        spanRanges('columns', column, count),
        book.sheet(sheet).getColumnWidth(column),
        points / pointsPerPixel,
      ),
    isHidden: (sheet: string, axis: 'rows' | 'columns', at: number): boolean =>
      !(axis === 'rows' ? book.sheet(sheet).getRowVisible(at) : book.sheet(sheet).getColVisible(at)),
    setHidden: (sheet: string, axis: 'rows' | 'columns', start: number, count: number, hidden: boolean): void => {
      const kind = axis === 'rows' ? 'row' : 'col';
      const info = (state: string) =>
        mutation(`sheet.mutation.set-${kind}-${state}`, { ...place(book, sheet), ranges: spanRanges(axis, start, count) });
      book.change([info(hidden ? 'hidden' : 'visible')], [info(hidden ? 'visible' : 'hidden')]);
    },
  };
};

const merging = (book: UniverWorkbook) => {
  const list = (sheet: string): Area[] => book.sheet(sheet).getMergeData().map(cells.fromRange);
  const info = (action: 'add' | 'remove', sheet: string, areas: readonly Area[]) =>
    mutation(`sheet.mutation.${action}-worksheet-merge`, { ...place(book, sheet), ranges: areas.map(cells.toRange) });
  const unmerge = (sheet: string, area: Area): void => {
    const touched = list(sheet).filter((merged) => intersect(merged, area));
    if (touched.length > 0) book.change([info('remove', sheet, touched)], [info('add', sheet, touched)]);
  };
  return {
    merges: list,
    unmerge,
    merge: (sheet: string, area: Area): void => {
      unmerge(sheet, area);
      const blanks = Array.from({ length: area.rows }, (_row, row) =>
        Array.from({ length: area.columns }, (_column, column) => (row + column === 0 ? null : '')),
      );
      cells.writeCells(book, sheet, area, blanks);
      book.change([info('add', sheet, [area])], [info('remove', sheet, [area])]);
    },
  };
};

const workbookScope = 'AllDefaultWorkbook';

/** `changed` is told of every change: formulas with the name do not know yet that they depend on it. */
const naming = (book: UniverWorkbook, changed: () => void) => {
  const stored = () => Object.values(book.get(book.packages.IDefinedNamesService).getDefinedNameMap(book.unitId) ?? {});
  const find = (name: string, sheet: string) =>
    stored().find(
      (each) => each.name.toLowerCase() === name.toLowerCase() && (each.localSheetId ?? workbookScope) === (sheet || workbookScope),
    );
  const info = (action: 'set' | 'remove', param: object) =>
    mutation(`formula.mutation.${action}-defined-name`, { unitId: book.unitId, ...param });
  return {
    names: (): readonly DefinedName[] =>
      stored().map(({ name, formulaOrRefString, localSheetId, comment, hidden }) => ({
        name,
        formula: formulaOrRefString.startsWith('=') ? formulaOrRefString : `=${formulaOrRefString}`,
        sheet: !localSheetId || localSheetId === workbookScope ? '' : localSheetId,
        comment: comment ?? '',
        visible: !hidden,
      })),
    setName: ({ name, formula, sheet, comment, visible }: DefinedName): void => {
      const old = find(name, sheet);
      // Univer takes a reference without `=` for a reference and anything with it for a formula.
      const formulaOrRefString = /^=[^()+*/&"]+$/.test(formula) ? formula.slice(1) : formula;
      const made = {
        id: old?.id ?? `name-${name}-${sheet}`,
        name,
        formulaOrRefString,
        localSheetId: sheet || workbookScope,
        comment,
        hidden: !visible,
      };
      book.change([info('set', made)], [old ? info('set', old) : info('remove', made)]);
      changed();
    },
    deleteName: (name: string, sheet: string): void => {
      const old = find(name, sheet);
      if (old) book.change([info('remove', old)], [info('set', old)]);
      changed();
    },
  };
};

const selecting = (book: UniverWorkbook) => {
  const active = () => book.workbook().getActiveSheet()?.getSheetId() ?? '';
  return {
    activeSheet: active,
    activate: (sheet: string): void => {
      if (sheet !== active()) book.commands.syncExecuteCommand('sheet.operation.set-worksheet-active', place(book, sheet));
    },
    selection: () => {
      const found = book.get(book.packages.SheetsSelectionsService).getWorkbookSelections(book.unitId).getSelectionsOfWorksheet(active());
      return { sheet: active(), areas: found.length > 0 ? found.map(({ range }) => cells.fromRange(range)) : [areaOf(0, 0)] };
    },
    select: (sheet: string, areas: readonly Area[]): void => {
      const selections = areas.map((each) => ({
        range: cells.toRange(each),
        primary: {
          ...cells.toRange(areaOf(each.row, each.column)),
          actualRow: each.row,
          actualColumn: each.column,
          isMerged: false,
          isMergedMainCell: false,
        },
        style: null,
      }));
      book.commands.syncExecuteCommand('sheet.operation.set-selections', { ...place(book, sheet), selections, type: 0 });
    },
  };
};

const undoing = (book: UniverWorkbook) => {
  const step = (id: string): boolean => book.commands.syncExecuteCommand(id);
  return { openUndoStep: book.openUndoStep, undo: () => step('univer.command.undo'), redo: () => step('univer.command.redo') };
};

const shiftCommands = {
  insert: { rows: 'sheet.command.insert-row-by-range', columns: 'sheet.command.insert-col-by-range' },
  delete: { rows: 'sheet.command.remove-row-by-range', columns: 'sheet.command.remove-col-by-range' },
} as const;

const shiftCells = (
  book: UniverWorkbook,
  sheet: string,
  action: 'insert' | 'delete',
  axis: 'rows' | 'columns',
  start: number,
  count: number,
): void => {
  const worksheet = book.sheet(sheet);
  const whole = areaOf(0, 0, worksheet.getRowCount(), worksheet.getColumnCount());
  const area = axis === 'rows' ? { ...whole, row: start, rows: count } : { ...whole, column: start, columns: count };
  book.command(shiftCommands[action][axis], { subUnitId: sheet, range: cells.toRange(area), direction: axis === 'rows' ? 0 : 1 });
};

/** Makes the model of the workbook that `parts.univer` holds. */
export const createUniverModel = (parts: UniverParts, options: UniverModelOptions = {}): WorkbookModel => {
  const book = bindUniver(parts, options);
  let source: ChangeSource = 'user';
  const events = watchUniver(book, () => source);
  const guard = guardProtectedCells(book, (sheet, area) => events.emit({ kind: 'refused', sheet, area }));
  const calculation = makeCalculation(book);
  let settling: Promise<void> = Promise.resolve();
  const functions = makeCustomFunctions(book, calculation, () => {
    // Univer may calculate on its own as well (a cell typed into the grid), so the calls are sent out wherever they were noted.
    settling = Promise.resolve()
      .then(() => calculation.run())
      .then(() => functions.settle());
  });
  const undo = undoing(book);

  return {
    ...looks(book),
    ...sizes(book),
    ...merging(book),
    ...naming(book, () => {
      forgetFormulas(book);
      calculation.wantAll();
    }),
    ...selecting(book),
    ...undo,
    name: options.name ?? book.workbook().name,
    extras: book.extras,
    sheets: () => sheets.listSheets(book),
    addSheet: (name) => sheets.addSheet(book, name),
    deleteSheet: (sheet) => sheets.deleteSheet(book, sheet),
    copySheet: (sheet, position) => sheets.copySheet(book, sheet, position),
    changeSheet: (sheet, changes) => sheets.changeSheet(book, sheet, changes),
    usedArea: (sheet, valuesOnly) => cells.readUsedArea(book, sheet, valuesOnly),
    values: (sheet, area) => cells.readValues(book, sheet, area),
    valueKinds: (sheet, area) => cells.readKinds(book, sheet, area),
    formulas: (sheet, area) => cells.readFormulas(book, sheet, area),
    spill: (sheet, row, column) => cells.readSpill(book, sheet, row, column),
    texts: (sheet, area) => cells.readTexts(book, sheet, area),
    numberFormats: (sheet, area) => cells.readFormats(book, sheet, area),
    write: (sheet, area, inputs) => cells.writeCells(book, sheet, area, inputs),
    clear: (sheet, area, what) => cells.clearCells(book, sheet, area, what),
    shift: (sheet, action, axis, start, count) => {
      shiftCells(book, sheet, action, axis, start, count);
      // Univer's dependency tree loses its way when rows move under it.
      calculation.wantAll();
    },
    copyArea: (from, to) => cells.copyCells(book, from, to),
    protection: (sheet) => book.extras.protections[sheet] ?? sheets.unprotected,
    setProtection: (sheet: string, protection: SheetProtection) => {
      const before = book.extras.protections[sheet]?.protected ?? false;
      book.extras.protections[sheet] = protection;
      if (before !== protection.protected) events.emit({ kind: 'protection', source, sheet, protected: protection.protected });
    },
    validations: (sheet) => readValidations(book, sheet),
    addValidation: (sheet, validation) => addValidation(book, sheet, validation),
    removeValidation: (sheet, id) => removeValidation(book, sheet, id),
    conditionalFormats: (sheet) => readConditionalFormats(book, sheet),
    setConditionalFormats: (sheet, formats) => writeConditionalFormats(book, sheet, formats),
    calculate: (full = false) => {
      if (full) functions.forget();
      return calculation.run({ full });
    },
    settled: async () => {
      do {
        await book.stepWhole();
        await calculation.run();
        await settling;
      } while (functions.pending > 0 || calculation.running);
    },
    registerFunctions: (list, runtime) => {
      const drop = functions.register(list, runtime);
      void calculation.run({ full: true });
      return drop;
    },
    as: (by, action) => {
      const before = source;
      const close = undo.openUndoStep();
      source = by;
      try {
        return action();
      } finally {
        source = before;
        close();
      }
    },
    onEvent: events.listen,
    dispose: () => {
      guard.dispose();
      events.dispose();
    },
  };
};
