/** Univer's mutations as news of the workbook. */
import type { ICommandInfo, IExecutionOptions, IRange } from '@univerjs/core';
import { area as areaOf, coverCells, isSingle, sheetSize } from './area';
import { fromRange, valueOf } from './univerCells';
import type { UniverWorkbook } from './univerWorkbook';
import type { Area, CellValue, ChangeSource, ChangeType, ModelEvent, Visibility } from './workbookModel';

export type CellChanges = Record<string, Record<string, Record<string, unknown> | null> | undefined>;
type Params = { readonly unitId?: string; readonly subUnitId?: string; readonly [key: string]: unknown };

interface Changed {
  readonly content: readonly Area[];
  readonly format: readonly Area[];
}

const isFormatOnly = (cell: Record<string, unknown> | null): boolean =>
  Boolean(cell) && !['v', 'f', 'si', 'p'].some((key) => key in (cell as object));

/** Commands that move cells: the formulas they mend on the way are not edits. */
const shiftTriggers = /^sheet\.command\.(insert|remove)-(row|col)/;

/** Commands whose cell mutations change the look alone, whatever else stands in their cells. */
const formatTriggers: ReadonlySet<unknown> = new Set([
  'sheet.command.set-style',
  'sheet.command.set-border',
  'sheet.command.clear-selection-format',
]);

/** The areas that a cell mutation changes, content and mere look apart. */
export const changedAreas = (cellValue: CellChanges, trigger: unknown): Changed => {
  const cells = Object.entries(cellValue ?? {}).flatMap(([row, columns]) =>
    Object.entries(columns ?? {}).map(([column, cell]) => ({
      row: Number(row),
      column: Number(column),
      format: formatTriggers.has(trigger) || isFormatOnly(cell),
    })),
  );
  return { content: coverCells(cells.filter(({ format }) => !format)), format: coverCells(cells.filter(({ format }) => format)) };
};

const shiftedArea = (range: IRange, axis: 'rows' | 'columns'): Area =>
  axis === 'rows'
    ? areaOf(range.startRow, 0, range.endRow - range.startRow + 1, sheetSize.columns)
    : areaOf(0, range.startColumn, sheetSize.rows, range.endColumn - range.startColumn + 1);

type Reader = (book: UniverWorkbook, params: Params, source: ChangeSource) => readonly ModelEvent[];

const shifted =
  (axis: 'rows' | 'columns', change: ChangeType): Reader =>
  (_book, params, source) => [
    { kind: 'cells', source, sheet: params.subUnitId ?? '', area: shiftedArea(params.range as IRange, axis), change },
  ];

const moved: Reader = (_book, params, source) =>
  ['from', 'to'].map((end) => {
    const part = params[end] as { subUnitId: string; value: CellChanges };
    return {
      kind: 'cells',
      source,
      sheet: part.subUnitId,
      area: changedAreas(part.value, null).content[0] ?? areaOf(0, 0),
      change: 'RangeEdited',
    } as const;
  });

/** What each mutation tells, after it ran. Cells are read apart because the value before is wanted, too. */
const readers: Readonly<Record<string, Reader>> = {
  'sheet.mutation.insert-row': shifted('rows', 'RowInserted'),
  'sheet.mutation.remove-rows': shifted('rows', 'RowDeleted'),
  'sheet.mutation.insert-col': shifted('columns', 'ColumnInserted'),
  'sheet.mutation.remove-col': shifted('columns', 'ColumnDeleted'),
  'sheet.mutation.move-range': moved,
  'sheet.mutation.insert-sheet': (_book, params, source) => {
    const sheet = params.sheet as { id: string; name: string };
    return [{ kind: 'added', source, sheet: sheet.id, name: sheet.name }];
  },
  'sheet.operation.set-selections': (_book, params) => [
    {
      kind: 'selection',
      sheet: params.subUnitId ?? '',
      areas: ((params.selections ?? []) as { range: IRange }[]).map(({ range }) => fromRange(range)),
    },
  ],
};

export interface EventSource {
  listen(listener: (event: ModelEvent) => void): () => void;
  emit(event: ModelEvent): void;
  dispose(): void;
}

/** Watches the workbook; `source` says whose changes these are at the moment. */
export const watchUniver = (book: UniverWorkbook, source: () => ChangeSource): EventSource => {
  const listeners = new Set<(event: ModelEvent) => void>();
  const emit = (event: ModelEvent) => listeners.forEach((listener) => listener(event));
  const before = new Map<ICommandInfo, (source: ChangeSource) => readonly ModelEvent[]>();

  const singleValue = (sheet: string, { row, column }: Area): CellValue =>
    valueOf(book.workbook().getSheetBySheetId(sheet)?.getCellMatrix().getValue(row, column));

  const beforeCells = (params: Params) => {
    if (shiftTriggers.test(String(params.trigger))) return () => [];
    const sheet = params.subUnitId ?? '';
    const changed = changedAreas(params.cellValue as CellChanges, params.trigger);
    const single = changed.content.length === 1 && isSingle(changed.content[0] as Area) ? changed.content[0] : undefined;
    const value = single && singleValue(sheet, single);
    return (by: ChangeSource): readonly ModelEvent[] => [
      ...changed.content.map(
        (area) => ({ kind: 'cells', source: by, sheet, area, change: 'RangeEdited', ...(single && { before: value }) }) as const,
      ),
      ...changed.format.map((area) => ({ kind: 'format', source: by, sheet, area }) as const),
    ];
  };

  const info = (id: string | undefined) => book.workbook().getSheetBySheetId(id ?? '');
  const visibility = (id: string | undefined): Visibility =>
    info(id)?.isSheetHidden() ? (book.extras.veryHidden.includes(id ?? '') ? 'VeryHidden' : 'Hidden') : 'Visible';

  /** Mutations whose news needs what was there before. */
  const earlier: Readonly<Record<string, (params: Params) => (source: ChangeSource) => readonly ModelEvent[]>> = {
    'sheet.mutation.set-range-values': beforeCells,
    'sheet.mutation.remove-sheet': (params) => {
      const name = info(params.subUnitId)?.getName() ?? '';
      return (by) => [{ kind: 'deleted', source: by, sheet: params.subUnitId ?? '', name }];
    },
    'sheet.mutation.set-worksheet-name': (params) => {
      const old = info(params.subUnitId)?.getName() ?? '';
      return (by) => [{ kind: 'renamed', source: by, sheet: params.subUnitId ?? '', before: old, after: String(params.name) }];
    },
    'sheet.mutation.set-worksheet-hidden': (params) => {
      const old = visibility(params.subUnitId);
      return (by) => {
        const after = visibility(params.subUnitId);
        return after === old ? [] : [{ kind: 'visibility', source: by, sheet: params.subUnitId ?? '', before: old, after }];
      };
    },
    'sheet.operation.set-worksheet-active': (params) => {
      const from = book.workbook().getActiveSheet()?.getSheetId() ?? '';
      return () => (from === params.subUnitId ? [] : [{ kind: 'activated', sheet: params.subUnitId ?? '', from }]);
    },
  };

  const isOurs = (command: Readonly<ICommandInfo>, options?: IExecutionOptions): Params | null => {
    const params = (command.params ?? {}) as Params;
    if (params.unitId !== book.unitId || options?.fromFormula || (options?.onlyLocal && command.id === 'sheet.mutation.set-range-values'))
      return null;
    return params;
  };

  const calculated = (params: Params): void => {
    const { content } = changedAreas(params.cellValue as CellChanges, null);
    content.forEach((area) => emit({ kind: 'calculated', sheet: params.subUnitId ?? '', area }));
  };

  const watching = [
    book.commands.beforeCommandExecuted((command, options) => {
      const params = isOurs(command, options);
      const reader = params && earlier[command.id];
      if (reader) before.set(command, reader(params));
    }),
    book.commands.onCommandExecuted((command, options) => {
      if (options?.applyFormulaCalculationResult) calculated((command.params ?? {}) as Params);
      const made = before.get(command);
      before.delete(command);
      const params = isOurs(command, options);
      if (made) made(source()).forEach(emit);
      else if (params) (readers[command.id]?.(book, params, source()) ?? []).forEach(emit);
    }),
  ];
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit,
    dispose: () => watching.forEach((one) => one.dispose()),
  };
};
