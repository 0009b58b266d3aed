/** Range, RangeAreas and their collections. */
import { area as areaOf, around, coverCells, intersect, isSingle, sheetSize, tableOf } from '../../model/area';
import type { Area, CellInput, CellValue } from '../../model/workbookModel';
import { HostError, notImplemented } from '../hostError';
import { hostClass, isHostObject, read } from '../hostObject';
import type { HostClasses, HostContext, HostObject, Method } from '../hostObject';
import { valueTypeNames } from '../eventRegistry';
import { addressOf, placeOf } from './addresses';
import {
  areasObject,
  areasOf,
  editCells,
  formatCells,
  isUnbounded,
  onSheet,
  part,
  rangeObject,
  sheetObject,
  uniform,
  wholeNumber,
} from './objects';
import type { AreasObject, PartObject, RangeObject } from './objects';

/** Reads over more cells come back as null instead of failing (OFFICE-NOTES: "Limits"). */
const mostCells = 5_000_000;

const table =
  <T>(get: (context: HostContext, range: RangeObject) => T) =>
  (range: RangeObject, context: HostContext): T | null =>
    isUnbounded(range.area) || range.area.rows * range.area.columns > mostCells ? null : get(context, range);

/** A whole table, or one value for all cells; null leaves a cell as it is. */
const inputsFor = (area: Area, value: unknown): CellInput[][] => {
  if (isUnbounded(area)) throw new HostError('InvalidArgument');
  if (!Array.isArray(value)) return tableOf(area, () => value as CellInput);
  const fits = value.length === area.rows && value.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!fits)
    throw new HostError(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  return value as CellInput[][];
};

const setValues = ({ sheet, area }: RangeObject, value: unknown, context: HostContext): void =>
  editCells(context, sheet, [area], () => context.model.write(sheet, area, inputsFor(area, value)));

const setFormats = ({ sheet, area }: RangeObject, value: unknown, context: HostContext): void =>
  formatCells(context, sheet, () => context.model.writeNumberFormats(sheet, area, inputsFor(area, value) as (string | null)[][]));

const hidden = (axis: 'rows' | 'columns') => ({
  get: ({ sheet, area }: RangeObject, { model }: HostContext) => {
    const start = axis === 'rows' ? area.row : area.column;
    const count = axis === 'rows' ? area.rows : area.columns;
    const states = new Set(Array.from({ length: Math.min(count, 10_000) }, (_each, at) => model.isHidden(sheet, axis, start + at)));
    return states.size === 1 ? [...states][0] : null;
  },
  set: ({ sheet, area }: RangeObject, value: unknown, context: HostContext) =>
    formatCells(context, sheet, () =>
      context.model.setHidden(
        sheet,
        axis,
        axis === 'rows' ? area.row : area.column,
        axis === 'rows' ? area.rows : area.columns,
        Boolean(value),
      ),
    ),
});

const total = (count: number, size: (at: number) => number): number =>
  Array.from({ length: Math.min(count, 10_000) }, (_each, at) => size(at)).reduce((sum, each) => sum + each, 0);

const lastOf = (area: Area) => ({ row: area.row + area.rows - 1, column: area.column + area.columns - 1 });

const otherArea = (context: HostContext, range: RangeObject, other: unknown): Area => {
  if (isHostObject(other) && other.$type === 'Range') return (other as RangeObject).area;
  return placeOf(context, range.sheet, other).area;
};

/** A method that gives another range of the same sheet. */
const moved =
  (to: (area: Area, args: readonly unknown[], context: HostContext, range: RangeObject) => Area): Method<RangeObject> =>
  (range, args, context) =>
    rangeObject(range.sheet, onSheet(to(range.area, args, context, range)));

const orNotFound =
  <O, T>(find: (object: O, args: readonly unknown[], context: HostContext) => T | null): Method<O> =>
  (object, args, context) => {
    const found = find(object, args, context);
    if (found === null) throw new HostError('ItemNotFound');
    return found;
  };

const usedWithin = ({ sheet, area }: RangeObject, [valuesOnly]: readonly unknown[], { model }: HostContext): RangeObject | null => {
  const used = model.usedArea(sheet, Boolean(valuesOnly));
  const found = used && intersect(used, area);
  return found ? rangeObject(sheet, found) : null;
};

const intersection = (range: RangeObject, [other]: readonly unknown[], context: HostContext): RangeObject | null => {
  const found = intersect(range.area, otherArea(context, range, other));
  return found ? rangeObject(range.sheet, found) : null;
};

/** More merged areas than this and Excel fails (OFFICE-NOTES: requirement sets). */
const mostMerged = 512;

const mergedWithin = ({ sheet, area }: RangeObject, _args: readonly unknown[], { model }: HostContext): AreasObject | null => {
  const found = model.merges(sheet).filter((merged) => intersect(merged, area));
  if (found.length > mostMerged) throw new HostError('GeneralException');
  return found.length > 0 ? areasObject(sheet, found) : null;
};

type CellTest = (value: CellValue, formula: CellValue) => boolean;

const isFormula = (formula: CellValue): boolean => typeof formula === 'string' && formula.startsWith('=');

const cellTests: Readonly<Record<string, CellTest>> = {
  Blanks: (value, formula) => value === '' && !isFormula(formula),
  Constants: (value, formula) => value !== '' && !isFormula(formula),
  Formulas: (_value, formula) => isFormula(formula),
};

const kindTests: Readonly<Record<string, readonly string[]>> = {
  Numbers: ['number'],
  Text: ['string'],
  Logical: ['boolean'],
  Errors: ['error'],
  All: ['number', 'string', 'boolean', 'error', 'empty'],
};

const validatedAreas = (sheet: string, within: Area, { model }: HostContext): Area[] =>
  model.validations(sheet).flatMap(({ areas }) => areas.flatMap((area) => intersect(area, within) ?? []));

const formattedAreas = (sheet: string, within: Area, { model }: HostContext): Area[] =>
  model.conditionalFormats(sheet).flatMap(({ areas }) => areas.flatMap((area) => intersect(area, within) ?? []));

const testedCells = (sheet: string, within: Area, type: string, kinds: unknown, { model }: HostContext): Area[] => {
  const values = model.values(sheet, within);
  const formulas = model.formulas(sheet, within);
  const found = model.valueKinds(sheet, within);
  const wanted = kindTests[String(kinds ?? 'All')];
  const test = cellTests[type];
  if (!test || !wanted) throw notImplemented(`Range.getSpecialCells(${type}, ${String(kinds)})`);
  const cells = tableOf(within, (row, column) => ({ row, column })).flat();
  return coverCells(
    cells.filter(({ row, column }) => {
      const at = [row - within.row, column - within.column] as const;
      return (
        test(values[at[0]]?.[at[1]] ?? '', formulas[at[0]]?.[at[1]] ?? '') &&
        (type === 'Blanks' || wanted.includes(found[at[0]]?.[at[1]] ?? 'empty'))
      );
    }),
  );
};

const visibleCells = (sheet: string, within: Area, { model }: HostContext): Area[] =>
  coverCells(
    tableOf(within, (row, column) => ({ row, column }))
      .flat()
      .filter(({ row, column }) => !model.isHidden(sheet, 'rows', row) && !model.isHidden(sheet, 'columns', column)),
  );

const specialCells = (object: RangeObject | AreasObject, [type, kinds]: readonly unknown[], context: HostContext): AreasObject | null => {
  const used = context.model.usedArea(object.sheet, false);
  const found = areasOf(object).flatMap((area) => {
    if (type === 'DataValidations') return validatedAreas(object.sheet, area, context);
    if (type === 'ConditionalFormats') return formattedAreas(object.sheet, area, context);
    const within = used && intersect(used, area);
    if (!within) return [];
    return type === 'Visible'
      ? visibleCells(object.sheet, within, context)
      : testedCells(object.sheet, within, String(type), kinds, context);
  });
  return found.length > 0 ? areasObject(object.sheet, found) : null;
};

interface FindOptions {
  readonly completeMatch?: boolean;
  readonly matchCase?: boolean;
}

/** Cells whose shown text holds (or, with `completeMatch`, is) the text searched for. */
export const cellsWithText = (context: HostContext, sheet: string, within: Area, text: unknown, options: unknown): Area[] => {
  const { completeMatch = false, matchCase = false } = (options ?? {}) as FindOptions;
  const used = context.model.usedArea(sheet, true);
  const looked = used && intersect(used, within);
  if (!looked) return [];
  const fold = (each: string) => (matchCase ? each : each.toLowerCase());
  const wanted = fold(String(text));
  const texts = context.model.texts(sheet, looked);
  return tableOf(looked, (row, column) => ({ row, column }))
    .flat()
    .filter(({ row, column }) => {
      const shown = fold(texts[row - looked.row]?.[column - looked.column] ?? '');
      return completeMatch ? shown === wanted : shown.includes(wanted);
    })
    .map(({ row, column }) => areaOf(row, column));
};

const findFirst = ({ sheet, area }: RangeObject, [text, options]: readonly unknown[], context: HostContext): RangeObject | null => {
  const [found] = cellsWithText(context, sheet, area, text, options);
  return found ? rangeObject(sheet, found) : null;
};

const clearKinds: Readonly<Record<string, 'contents' | 'formats' | 'all'>> = {
  All: 'all',
  Contents: 'contents',
  Formats: 'formats',
  ResetContents: 'contents',
};

const clear = (object: RangeObject | AreasObject, [applyTo]: readonly unknown[], context: HostContext): void => {
  const what = clearKinds[String(applyTo ?? 'All')];
  if (!what) throw notImplemented(`Range.clear(${String(applyTo)})`);
  const run = () => areasOf(object).forEach((area) => context.model.clear(object.sheet, area, what));
  if (what === 'formats') formatCells(context, object.sheet, run);
  else editCells(context, object.sheet, areasOf(object), run);
};

const wholeLines = (area: Area): 'rows' | 'columns' | null =>
  area.columns >= sheetSize.columns ? 'rows' : area.rows >= sheetSize.rows ? 'columns' : null;

const shift =
  (action: 'insert' | 'delete'): Method<RangeObject> =>
  ({ sheet, area }, _args, context) => {
    const axis = wholeLines(area);
    if (!axis) throw notImplemented(`Range.${action} of a part of a row or column`);
    editCells(context, sheet, [area], () =>
      context.model.shift(sheet, action, axis, axis === 'rows' ? area.row : area.column, axis === 'rows' ? area.rows : area.columns),
    );
    return rangeObject(sheet, area);
  };

const copyFrom: Method<RangeObject> = (range, [source, copyType], context) => {
  if (copyType !== null && copyType !== undefined && copyType !== 'All') throw notImplemented(`Range.copyFrom(${String(copyType)})`);
  const from = isHostObject(source) ? (source as RangeObject) : placeOf(context, range.sheet, source);
  editCells(context, range.sheet, [range.area], () => context.model.copyArea(from, range));
  return null;
};

const merge: Method<RangeObject> = ({ sheet, area }, [across], context) => {
  const rows = across ? Array.from({ length: area.rows }, (_row, at) => areaOf(area.row + at, area.column, 1, area.columns)) : [area];
  formatCells(context, sheet, () => rows.filter((each) => !isSingle(each)).forEach((each) => context.model.merge(sheet, each)));
  return null;
};

/** The block of filled cells around the range, up to the next empty row and column. */
const surrounding = (range: RangeObject, context: HostContext): Area => {
  const filled = (area: Area) => context.model.values(range.sheet, area).some((row) => row.some((value) => value !== ''));
  const grow = (area: Area): Area => {
    const wider = areaOf(
      Math.max(0, area.row - 1),
      Math.max(0, area.column - 1),
      area.rows + (area.row > 0 ? 2 : 1),
      area.columns + (area.column > 0 ? 2 : 1),
    );
    const last = lastOf(area);
    const sides = [
      area.row > 0 && filled(areaOf(wider.row, wider.column, 1, wider.columns)) ? areaOf(wider.row, area.column) : null,
      filled(areaOf(last.row + 1, wider.column, 1, wider.columns)) ? areaOf(last.row + 1, area.column) : null,
      area.column > 0 && filled(areaOf(wider.row, wider.column, wider.rows, 1)) ? areaOf(area.row, wider.column) : null,
      filled(areaOf(wider.row, last.column + 1, wider.rows, 1)) ? areaOf(area.row, last.column + 1) : null,
    ];
    const grown = sides.reduce<Area>((sum, side) => (side ? around(sum, side) : sum), area);
    return grown.rows === area.rows && grown.columns === area.columns ? area : grow(grown);
  };
  return grow(range.area);
};

type CellOptions = Readonly<Record<string, unknown>>;

/** What getCellProperties can be asked for, by path. */
const cellFacts: Readonly<Record<string, (context: HostContext, sheet: string, row: number, column: number) => unknown>> = {
  address: (context, sheet, row, column) => addressOf(context, sheet, [areaOf(row, column)]),
  'format/fill/color': ({ model }, sheet, row, column) => model.style(sheet, row, column).fill || '#FFFFFF',
  'format/font/bold': ({ model }, sheet, row, column) => model.style(sheet, row, column).bold,
  'format/font/italic': ({ model }, sheet, row, column) => model.style(sheet, row, column).italic,
  'format/font/color': ({ model }, sheet, row, column) => model.style(sheet, row, column).fontColor,
  'format/font/name': ({ model }, sheet, row, column) => model.style(sheet, row, column).fontName,
  'format/font/size': ({ model }, sheet, row, column) => model.style(sheet, row, column).fontSize,
  'format/protection': ({ model }, sheet, row, column) => ({ locked: model.style(sheet, row, column).locked, formulaHidden: false }),
  'format/horizontalAlignment': ({ model }, sheet, row, column) => model.style(sheet, row, column).horizontal,
  'format/verticalAlignment': ({ model }, sheet, row, column) => model.style(sheet, row, column).vertical,
  'format/wrapText': ({ model }, sheet, row, column) => model.style(sheet, row, column).wrap,
  'format/columnWidth': ({ model }, sheet, _row, column) => model.columnWidth(sheet, column),
  'format/rowHeight': ({ model }, sheet, row) => model.rowHeight(sheet, row),
  rowHidden: ({ model }, sheet, row) => model.isHidden(sheet, 'rows', row),
  columnHidden: ({ model }, sheet, _row, column) => model.isHidden(sheet, 'columns', column),
  rowIndex: (_context, _sheet, row) => row,
  columnIndex: (_context, _sheet, _row, column) => column,
};

const cellProperties = (
  context: HostContext,
  sheet: string,
  row: number,
  column: number,
  options: CellOptions,
  path = '',
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(options)
      .filter(([, wanted]) => wanted)
      .map(([key, wanted]) => {
        const here = path + key;
        if (typeof wanted === 'object') return [key, cellProperties(context, sheet, row, column, wanted as CellOptions, `${here}/`)];
        const fact = cellFacts[here];
        if (!fact) throw notImplemented(`Range.getCellProperties(${here})`);
        return [key, fact(context, sheet, row, column)];
      }),
  );

const propertiesOver =
  (cells: (area: Area) => Area, flat: boolean): Method<RangeObject> =>
  ({ sheet, area }, [options], context) => {
    const rows = tableOf(cells(area), (row, column) => cellProperties(context, sheet, row, column, (options ?? {}) as CellOptions));
    return flat ? rows.flat() : rows;
  };

const partOf = (type: string) => (object: RangeObject | AreasObject) => part(type, object.sheet, areasOf(object));

const ranges: HostClasses = {
  Range: hostClass<RangeObject>({
    properties: {
      Values: { get: table(({ model }, { sheet, area }) => model.values(sheet, area)), set: setValues },
      Formulas: { get: table(({ model }, { sheet, area }) => model.formulas(sheet, area)), set: setValues },
      FormulasLocal: { get: table(({ model }, { sheet, area }) => model.formulas(sheet, area)), set: setValues },
      Text: { get: table(({ model }, { sheet, area }) => model.texts(sheet, area)) },
      NumberFormat: { get: table(({ model }, { sheet, area }) => model.numberFormats(sheet, area)), set: setFormats },
      NumberFormatLocal: { get: table(({ model }, { sheet, area }) => model.numberFormats(sheet, area)), set: setFormats },
      ValueTypes: {
        get: table(({ model }, { sheet, area }) => model.valueKinds(sheet, area).map((row) => row.map((kind) => valueTypeNames[kind]))),
      },
      Address: read(({ sheet, area }, context) => addressOf(context, sheet, [area])),
      AddressLocal: read(({ sheet, area }, context) => addressOf(context, sheet, [area])),
      RowIndex: read(({ area }) => area.row),
      ColumnIndex: read(({ area }) => area.column),
      RowCount: read(({ area }) => area.rows),
      ColumnCount: read(({ area }) => area.columns),
      // Excel gives -1 for more cells than a signed 32-bit number counts.
      CellCount: read(({ area }) => (area.rows * area.columns > 2_147_483_647 ? -1 : area.rows * area.columns)),
      IsEntireRow: read(({ area }) => area.columns >= sheetSize.columns),
      IsEntireColumn: read(({ area }) => area.rows >= sheetSize.rows),
      RowHidden: hidden('rows'),
      ColumnHidden: hidden('columns'),
      Hidden: read((range, context) => hidden('rows').get(range, context) || hidden('columns').get(range, context)),
      HasSpill: read(({ sheet, area }, context) =>
        uniform(context, sheet, [area], (row, column) => context.model.spill(sheet, row, column) !== null),
      ),
      Left: read(({ sheet, area }, { model }) => total(area.column, (at) => model.columnWidth(sheet, at))),
      Top: read(({ sheet, area }, { model }) => total(area.row, (at) => model.rowHeight(sheet, at))),
      Width: read(({ sheet, area }, { model }) => total(area.columns, (at) => model.columnWidth(sheet, area.column + at))),
      Height: read(({ sheet, area }, { model }) => total(area.rows, (at) => model.rowHeight(sheet, area.row + at))),
    },
    links: {
      Worksheet: ({ sheet }) => sheetObject(sheet),
      Format: partOf('RangeFormat'),
      DataValidation: partOf('DataValidation'),
      ConditionalFormats: partOf('ConditionalFormatCollection'),
    },
    methods: {
      Calculate: async (_range, _args, context) => context.calculate(true),
      Clear: clear,
      CopyFrom: copyFrom,
      Delete: (range, args, context) => void shift('delete')(range, args, context),
      Find: orNotFound(findFirst),
      FindOrNullObject: findFirst,
      GetAbsoluteResizedRange: moved((area, [rows, columns]) => ({ ...area, rows: wholeNumber(rows), columns: wholeNumber(columns) })),
      GetBoundingRect: moved((area, [other], context, range) => around(area, otherArea(context, range, other))),
      GetCell: moved((area, [row, column]) => areaOf(area.row + wholeNumber(row), area.column + wholeNumber(column))),
      GetCellProperties: propertiesOver((area) => area, false),
      GetColumn: moved((area, [column]) => ({ ...area, column: area.column + wholeNumber(column), columns: 1 })),
      GetColumnProperties: propertiesOver((area) => ({ ...area, rows: 1 }), true),
      GetColumnsAfter: moved((area, [count]) => ({ ...area, column: area.column + area.columns, columns: Number(count ?? 1) })),
      GetColumnsBefore: moved((area, [count]) => ({ ...area, column: area.column - Number(count ?? 1), columns: Number(count ?? 1) })),
      GetEntireColumn: moved((area) => ({ ...area, row: 0, rows: sheetSize.rows })),
      GetEntireRow: moved((area) => ({ ...area, column: 0, columns: sheetSize.columns })),
      GetIntersection: orNotFound(intersection),
      GetIntersectionOrNullObject: intersection,
      GetLastCell: moved((area) => areaOf(lastOf(area).row, lastOf(area).column)),
      GetLastColumn: moved((area) => ({ ...area, column: lastOf(area).column, columns: 1 })),
      GetLastRow: moved((area) => ({ ...area, row: lastOf(area).row, rows: 1 })),
      GetMergedAreas: orNotFound(mergedWithin),
      GetMergedAreasOrNullObject: mergedWithin,
      GetOffsetRange: moved((area, [rows, columns]) => ({
        ...area,
        row: area.row + wholeNumber(rows),
        column: area.column + wholeNumber(columns),
      })),
      GetResizedRange: moved((area, [rows, columns]) => ({
        ...area,
        rows: area.rows + wholeNumber(rows),
        columns: area.columns + wholeNumber(columns),
      })),
      GetRow: moved((area, [row]) => ({ ...area, row: area.row + wholeNumber(row), rows: 1 })),
      GetRowProperties: propertiesOver((area) => ({ ...area, columns: 1 }), true),
      GetRowsAbove: moved((area, [count]) => ({ ...area, row: area.row - Number(count ?? 1), rows: Number(count ?? 1) })),
      GetRowsBelow: moved((area, [count]) => ({ ...area, row: area.row + area.rows, rows: Number(count ?? 1) })),
      GetSpecialCells: orNotFound(specialCells),
      GetSpecialCellsOrNullObject: specialCells,
      GetSpillingToRange: orNotFound(({ sheet, area }, _args, { model }) => spillRange(sheet, model.spill(sheet, area.row, area.column))),
      GetSpillingToRangeOrNullObject: ({ sheet, area }, _args, { model }) => spillRange(sheet, model.spill(sheet, area.row, area.column)),
      GetSurroundingRegion: moved((_area, _args, context, range) => surrounding(range, context)),
      GetTables: ({ sheet, area }) => ({ ...part('TableScopedCollection', sheet, [area]) }),
      GetUsedRange: orNotFound(usedWithin),
      GetUsedRangeOrNullObject: usedWithin,
      Insert: shift('insert'),
      Merge: merge,
      Unmerge: ({ sheet, area }, _args, context) => formatCells(context, sheet, () => context.model.unmerge(sheet, area)),
      Select: ({ sheet, area }, _args, { model }) => {
        model.activate(sheet);
        model.select(sheet, [area]);
      },
      SetDirty: async (_range, _args, context) => context.calculate(true),
      _ValidateArraySize: ({ area }, [rows, columns]) => {
        if (area.rows !== rows || area.columns !== columns) throw new HostError('InvalidArgument');
      },
    },
  }),

  RangeAreas: hostClass<AreasObject>({
    properties: {
      Address: read(({ sheet, areas }, context) => addressOf(context, sheet, areas)),
      AddressLocal: read(({ sheet, areas }, context) => addressOf(context, sheet, areas)),
      AreaCount: read(({ areas }) => areas.length),
      CellCount: read(({ areas }) => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0)),
      IsEntireRow: read(({ areas }) => areas.every(({ columns }) => columns >= sheetSize.columns)),
      IsEntireColumn: read(({ areas }) => areas.every(({ rows }) => rows >= sheetSize.rows)),
    },
    links: {
      Areas: ({ sheet, areas }) => part('RangeCollection', sheet, areas),
      Worksheet: ({ sheet }) => sheetObject(sheet),
      Format: partOf('RangeFormat'),
      DataValidation: partOf('DataValidation'),
      ConditionalFormats: partOf('ConditionalFormatCollection'),
    },
    methods: {
      Calculate: async (_areas, _args, context) => context.calculate(true),
      Clear: clear,
      GetSpecialCells: orNotFound(specialCells),
      GetSpecialCellsOrNullObject: specialCells,
    },
  }),

  RangeCollection: hostClass<PartObject>({
    items: ({ sheet, areas }) => areas.map((area) => rangeObject(sheet, area)),
    methods: {
      GetCount: ({ areas }) => areas.length,
      GetItemAt: orNotFound(({ sheet, areas }, [index]) =>
        areas[Number(index)] ? rangeObject(sheet, areas[Number(index)] as Area) : null,
      ),
    },
  }),
};

const spillRange = (sheet: string, spill: Area | null): HostObject | null => (spill ? rangeObject(sheet, spill) : null);

export const rangeClasses = ranges;
