/** Worksheets, their protection and frozen panes. */
import { area as areaOf, sheetSize } from '../../model/area';
import type { ProtectionOptions, SheetInfo, Visibility } from '../../model/workbookModel';
import { HostError, notImplemented } from '../hostError';
import { hostClass, isHostObject, read } from '../hostObject';
import type { HostClasses, HostContext, HostObject, Method } from '../hostObject';
import { placeOf } from './addresses';
import { eventMembers, workbookTarget } from './eventMembers';
import { areasObject, findSheet, infoOf, keyed, onSheet, part, rangeObject, sheetObject, wholeNumber, wholeSheet } from './objects';
import type { RangeObject, SheetObject } from './objects';
import { pageBreakLinks } from './pageBreaks';
import { cellsWithText } from './ranges';

/** Excel's own rules for a sheet's name. */
const validName = (name: unknown): name is string =>
  typeof name === 'string' && name.length > 0 && name.length <= 31 && !/[:\\/?*[\]]/.test(name) && !/^'|'$/.test(name);

const checkedName = (context: HostContext, name: unknown, own = ''): string => {
  if (!validName(name)) throw new HostError('InvalidArgument');
  const taken = findSheet(context, name);
  if (taken && taken.id !== own) throw new HostError('ItemAlreadyExists');
  return name;
};

const visibilities: readonly Visibility[] = ['Visible', 'Hidden', 'VeryHidden'];

const setVisibility = ({ sheet }: SheetObject, value: unknown, context: HostContext): void => {
  if (!visibilities.includes(value as Visibility)) throw new HostError('InvalidArgument');
  const others = context.model.sheets().filter(({ id, visibility }) => id !== sheet && visibility === 'Visible');
  if (value !== 'Visible' && others.length === 0) throw new HostError('InvalidOperation');
  context.write(() => context.model.changeSheet(sheet, { visibility: value as Visibility }));
};

const fact =
  <T>(pick: (info: SheetInfo) => T) =>
  ({ sheet }: SheetObject, context: HostContext): T =>
    pick(infoOf(context, sheet));

const change =
  (make: (value: never) => Parameters<HostContext['model']['changeSheet']>[1]) =>
  ({ sheet }: SheetObject, value: unknown, context: HostContext): void =>
    context.write(() => context.model.changeSheet(sheet, make(value as never)));

const visible = (sheets: readonly SheetInfo[], only: unknown): readonly SheetInfo[] =>
  only ? sheets.filter(({ visibility }) => visibility === 'Visible') : sheets;

const neighbour = ({ sheet }: SheetObject, only: unknown, context: HostContext, by: 1 | -1): SheetObject | null => {
  const position = infoOf(context, sheet).position;
  const sheets = visible(context.model.sheets(), only).filter((each) => (by === 1 ? each.position > position : each.position < position));
  const found = by === 1 ? sheets[0] : sheets.at(-1);
  return found ? sheetObject(found.id) : null;
};

const orNotFound =
  <O>(find: Method<O>): Method<O> =>
  (object, args, context) => {
    const found = find(object, args, context);
    if (found === null) throw new HostError('ItemNotFound');
    return found;
  };

const deleteSheet: Method<SheetObject> = ({ sheet }, _args, context) => {
  const shown = context.model.sheets().filter(({ visibility, id }) => visibility === 'Visible' && id !== sheet);
  if (shown.length === 0 || infoOf(context, sheet).visibility === 'VeryHidden') throw new HostError('GeneralException');
  context.write(() => context.model.deleteSheet(sheet));
};

const copySheet: Method<SheetObject> = ({ sheet }, [positionType, relativeTo], context) => {
  const count = context.model.sheets().length;
  const beside = isHostObject(relativeTo) ? infoOf(context, (relativeTo as SheetObject).sheet).position : 0;
  const positions: Readonly<Record<string, number>> = { None: count, Beginning: 0, End: count, Before: beside, After: beside + 1 };
  const position = positions[String(positionType ?? 'None')];
  if (position === undefined) throw new HostError('InvalidArgument');
  return sheetObject(context.write(() => context.model.copySheet(sheet, position)));
};

const found = ({ sheet }: SheetObject, [text, options]: readonly unknown[], context: HostContext): HostObject | null => {
  const areas = cellsWithText(context, sheet, wholeSheet, text, options);
  return areas.length > 0 ? areasObject(sheet, areas) : null;
};

const usedRange = ({ sheet }: SheetObject, [valuesOnly]: readonly unknown[], { model }: HostContext): RangeObject | null => {
  const area = model.usedArea(sheet, Boolean(valuesOnly));
  return area && rangeObject(sheet, area);
};

const areasAt = ({ sheet }: SheetObject, [text]: readonly unknown[], context: HostContext): HostObject =>
  areasObject(
    sheet,
    text === null
      ? [wholeSheet]
      : String(text)
          .split(/[,;]\s*/)
          .map((each) => placeOf(context, sheet, each).area),
  );

const optionsFrom = (given: unknown, before: ProtectionOptions): ProtectionOptions => {
  const options = (given ?? {}) as Partial<ProtectionOptions>;
  const unknown = Object.keys(options).find((key) => !(key in before));
  if (unknown) throw new HostError('InvalidArgument', `unknown protection option ${unknown}`);
  return {
    ...before,
    ...(Object.fromEntries(Object.entries(options).filter(([, value]) => value !== null)) as Partial<ProtectionOptions>),
  };
};

/** Newer builds refuse to protect a protected sheet and to unprotect an open one (OFFICE-NOTES: "Protection"). */
const protect: Method<SheetObject> = ({ sheet }, [options, password], context) => {
  const before = context.model.protection(sheet);
  if (before.protected) throw new HostError('AccessDenied');
  context.write(() =>
    context.model.setProtection(sheet, {
      protected: true,
      password: String(password ?? ''),
      options: optionsFrom(options, before.options),
    }),
  );
};

const unprotect: Method<SheetObject> = ({ sheet }, [password], context) => {
  const before = context.model.protection(sheet);
  if (!before.protected || (before.password !== '' && before.password !== password)) throw new HostError('AccessDenied');
  context.write(() => context.model.setProtection(sheet, { ...before, protected: false, password: '' }));
};

const freeze =
  (
    frozen: (args: readonly unknown[], before: SheetInfo['frozen'], context: HostContext, sheet: string) => SheetInfo['frozen'],
  ): Method<SheetObject> =>
  ({ sheet }, args, context) => {
    const after = frozen(args, infoOf(context, sheet).frozen, context, sheet);
    context.write(() => context.model.changeSheet(sheet, { frozen: after }));
  };

const frozenRange = ({ sheet }: SheetObject, _args: readonly unknown[], context: HostContext): HostObject | null => {
  const { rows, columns } = infoOf(context, sheet).frozen;
  if (rows === 0 && columns === 0) return null;
  return rangeObject(sheet, areaOf(0, 0, rows || sheetSize.rows, columns || sheetSize.columns));
};

const frozenAt = ([range]: readonly unknown[], _before: SheetInfo['frozen'], context: HostContext, sheet: string): SheetInfo['frozen'] => {
  const { area } = isHostObject(range) ? (range as RangeObject) : placeOf(context, sheet, range);
  const last = { rows: area.row + area.rows, columns: area.column + area.columns };
  return { rows: area.rows >= sheetSize.rows ? 0 : last.rows, columns: area.columns >= sheetSize.columns ? 0 : last.columns };
};

export const worksheetClasses: HostClasses = {
  WorksheetCollection: hostClass({
    items: (_object, { model }) => model.sheets().map(({ id }) => sheetObject(id)),
    item: (_object, key, context) => {
      const info = findSheet(context, key);
      return info && sheetObject(info.id);
    },
    methods: {
      ...eventMembers(() => workbookTarget),
      Add: (_object, [name], context) => {
        const checked = name === null || name === undefined || name === '' ? '' : checkedName(context, name);
        return sheetObject(context.write(() => context.model.addSheet(checked)));
      },
      GetActiveWorksheet: (_object, _args, { model }) => sheetObject(model.activeSheet()),
      GetCount: (_object, [only], { model }) => visible(model.sheets(), only).length,
      GetFirst: orNotFound((_object, [only], { model }) => sheetObject(visible(model.sheets(), only)[0]?.id ?? '')),
      GetLast: orNotFound((_object, [only], { model }) => sheetObject(visible(model.sheets(), only).at(-1)?.id ?? '')),
    },
  }),

  Worksheet: hostClass<SheetObject>({
    identity: ({ sheet }, context) => ({ Id: infoOf(context, sheet).id }),
    properties: {
      Id: read(fact(({ id }) => id)),
      Name: {
        get: fact(({ name }) => name),
        set: ({ sheet }, value, context) => {
          const name = checkedName(context, value, sheet);
          context.write(() => context.model.changeSheet(sheet, { name }));
        },
      },
      Position: { get: fact(({ position }) => position), set: change((position: number) => ({ position: wholeNumber(position) })) },
      Visibility: { get: fact(({ visibility }) => visibility), set: setVisibility },
      TabColor: { get: fact(({ tabColor }) => tabColor), set: change((tabColor: string) => ({ tabColor })) },
      // office.js says so on the wire for its `showGridlines`.
      Gridlines: { get: fact(({ showGridlines }) => showGridlines), set: change((showGridlines: boolean) => ({ showGridlines })) },
      StandardHeight: read(() => 15),
      StandardWidth: read(() => 8.43),
      EnableCalculation: read(() => true),
    },
    links: {
      Names: ({ sheet }) => keyed('NamedItemCollection', sheet, ''),
      Tables: ({ sheet }) => part('TableCollection', sheet, [wholeSheet]),
      Protection: ({ sheet }) => keyed('WorksheetProtection', sheet, ''),
      FreezePanes: ({ sheet }) => keyed('WorksheetFreezePanes', sheet, ''),
      ...pageBreakLinks,
      PageLayout: ({ sheet }) => keyed('PageLayout', sheet, ''),
      CustomProperties: ({ sheet }) => keyed('WorksheetCustomPropertyCollection', sheet, ''),
    },
    methods: {
      ...eventMembers<SheetObject>(({ sheet }) => sheet),
      Activate: ({ sheet }, _args, context) => {
        if (infoOf(context, sheet).visibility !== 'Visible') throw new HostError('InvalidOperation');
        context.model.activate(sheet);
      },
      Calculate: async (_sheet, _args, context) => context.calculate(true),
      Copy: copySheet,
      Delete: deleteSheet,
      FindAll: orNotFound(found),
      FindAllOrNullObject: found,
      GetCell: ({ sheet }, [row, column]) => rangeObject(sheet, onSheet(areaOf(wholeNumber(row), wholeNumber(column)))),
      GetNext: orNotFound((object, [only], context) => neighbour(object, only, context, 1)),
      GetNextOrNullObject: (object, [only], context) => neighbour(object, only, context, 1),
      GetPrevious: orNotFound((object, [only], context) => neighbour(object, only, context, -1)),
      GetPreviousOrNullObject: (object, [only], context) => neighbour(object, only, context, -1),
      GetRange: ({ sheet }, [address], context) => {
        const place = placeOf(context, sheet, address);
        return rangeObject(place.sheet, place.area);
      },
      GetRangeByIndexes: ({ sheet }, [row, column, rows, columns]) =>
        rangeObject(sheet, onSheet(areaOf(wholeNumber(row), wholeNumber(column), wholeNumber(rows), wholeNumber(columns)))),
      GetRanges: areasAt,
      GetUsedRange: (object, args, context) => usedRange(object, args, context) ?? rangeObject(object.sheet, areaOf(0, 0)),
      GetUsedRangeOrNullObject: usedRange,
      ReplaceAll: () => {
        throw notImplemented('Worksheet.replaceAll');
      },
    },
  }),

  WorksheetProtection: hostClass<SheetObject>({
    properties: {
      Protected: read(({ sheet }, { model }) => model.protection(sheet).protected),
      Options: read(({ sheet }, { model }) => {
        const { protected: isProtected, options } = model.protection(sheet);
        return isProtected ? options : null;
      }),
    },
    methods: { Protect: protect, Unprotect: unprotect },
  }),

  WorksheetFreezePanes: hostClass<SheetObject>({
    methods: {
      FreezeRows: freeze(([count], { columns }) => ({ rows: Number(count ?? 1), columns })),
      FreezeColumns: freeze(([count], { rows }) => ({ rows, columns: Number(count ?? 1) })),
      FreezeAt: freeze(frozenAt),
      Unfreeze: freeze(() => ({ rows: 0, columns: 0 })),
      GetLocation: orNotFound(frozenRange),
      GetLocationOrNullObject: frozenRange,
    },
  }),
};
