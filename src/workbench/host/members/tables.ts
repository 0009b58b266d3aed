/** Excel tables: a name over an area with a header row. */
import { area as areaOf, intersect } from '../../model/area';
import type { Area, CellInput, Table } from '../../model/workbookModel';
import { HostError } from '../hostError';
import { hostClass, isHostObject, read } from '../hostObject';
import type { HostClasses, HostContext, HostObject, Method, Property } from '../hostObject';
import { placeOf } from './addresses';
import { editCells, keyed, rangeObject, sheetObject, wholeSheet } from './objects';
import type { KeyedObject, PartObject, RangeObject } from './objects';

interface LineObject extends HostObject {
  readonly table: string;
  readonly index: number;
}

const tableObject = ({ id, sheet }: Table): KeyedObject => keyed('Table', sheet, id);

const own = (context: HostContext, id: string): Table => {
  const found = context.model.extras.tables.find((each) => each.id === id);
  if (!found) throw new HostError('ItemNotFound');
  return found;
};

const replace = (context: HostContext, before: Table, after: Table | null): void =>
  context.write(() => {
    context.model.extras.tables = context.model.extras.tables.flatMap((each) => (each !== before ? [each] : after ? [after] : []));
  });

const tablesAt = ({ sheet, areas }: PartObject, { model }: HostContext): readonly Table[] =>
  model.extras.tables.filter(
    (table) => (sheet === '' || table.sheet === sheet) && (areas[0] === wholeSheet || areas.some((area) => intersect(area, table.area))),
  );

const bodyOf = ({ area, showHeaders, showTotals }: Table): Area =>
  areaOf(area.row + Number(showHeaders), area.column, area.rows - Number(showHeaders) - Number(showTotals), area.columns);
const headerOf = ({ area }: Table): Area => ({ ...area, rows: 1 });
const totalsOf = ({ area }: Table): Area => ({ ...area, row: area.row + area.rows - 1, rows: 1 });

const rangeFrom =
  (pick: (table: Table) => Area, needs: (table: Table) => boolean = () => true): Method<KeyedObject> =>
  ({ key }, _args, context) => {
    const table = own(context, key);
    if (!needs(table)) throw new HostError('ItemNotFound');
    return rangeObject(table.sheet, pick(table));
  };

const freeName = ({ model }: HostContext): string => {
  const taken = new Set(model.extras.tables.map(({ name }) => name));
  for (let at = 1; ; at += 1) if (!taken.has(`Table${at}`)) return `Table${at}`;
};

const addTable: Method<PartObject> = ({ sheet }, [address, hasHeaders], context) => {
  const place = isHostObject(address) ? (address as RangeObject) : placeOf(context, sheet || context.model.activeSheet(), address);
  if (context.model.extras.tables.some((table) => table.sheet === place.sheet && intersect(table.area, place.area)))
    throw new HostError('InvalidArgument');
  const name = freeName(context);
  const table: Table = {
    id: `{${crypto.randomUUID().toUpperCase()}}`,
    name,
    sheet: place.sheet,
    area: place.area,
    showHeaders: Boolean(hasHeaders),
    showTotals: false,
    style: 'TableStyleMedium2',
  };
  context.write(() => context.model.extras.tables.push(table));
  return tableObject(table);
};

const field = <Key extends 'name' | 'showHeaders' | 'showTotals' | 'style'>(key: Key): Property<KeyedObject> => ({
  get: (object, context) => own(context, object.key)[key],
  set: (object, value, context) => {
    const before = own(context, object.key);
    replace(context, before, { ...before, [key]: value });
  },
});

const tableCollection = hostClass<PartObject>({
  properties: { Count: read((object, context) => tablesAt(object, context).length) },
  items: (object, context) => tablesAt(object, context).map(tableObject),
  item: (object, key, context) => {
    const found = tablesAt(object, context).find(({ id, name }) => id === key || name.toLowerCase() === String(key).toLowerCase());
    return found ? tableObject(found) : null;
  },
  methods: {
    Add: addTable,
    GetCount: (object, _args, context) => tablesAt(object, context).length,
    GetFirst: (object, _args, context) => {
      const [first] = tablesAt(object, context);
      if (!first) throw new HostError('ItemNotFound');
      return tableObject(first);
    },
  },
});

const lineArea = (
  context: HostContext,
  { table, index }: LineObject,
  axis: 'rows' | 'columns',
  within: (table: Table) => Area,
): RangeObject => {
  const found = own(context, table);
  const area = within(found);
  const last = axis === 'rows' ? area.rows : area.columns;
  if (index < 0 || index >= last) throw new HostError('ItemNotFound');
  return rangeObject(
    found.sheet,
    axis === 'rows' ? { ...area, row: area.row + index, rows: 1 } : { ...area, column: area.column + index, columns: 1 },
  );
};

const columnName = (context: HostContext, object: LineObject): string => {
  const { sheet, area } = lineArea(context, object, 'columns', headerOf);
  return String(context.model.values(sheet, area)[0]?.[0] ?? '');
};

const columnObjects = ({ key }: KeyedObject, context: HostContext): LineObject[] =>
  Array.from({ length: own(context, key).area.columns }, (_column, index) => ({ $type: 'TableColumn', table: key, index }));

/** Writes below the last row and lets the table grow over it, as Excel does. */
const addRow: Method<KeyedObject> = ({ key }, [index, values], context) => {
  const table = own(context, key);
  if (index !== null && index !== undefined && Number(index) !== -1)
    throw new HostError('ApiNotFound', 'host: not implemented: TableRowCollection.add at an index');
  const rows = (Array.isArray(values) ? values : [Array.from({ length: table.area.columns }, () => '')]) as CellInput[][];
  const target = areaOf(table.area.row + table.area.rows, table.area.column, rows.length, table.area.columns);
  editCells(context, table.sheet, [target], () => context.model.write(table.sheet, target, rows));
  replace(context, table, { ...table, area: { ...table.area, rows: table.area.rows + rows.length } });
  return { $type: 'TableRow', table: key, index: bodyOf(table).rows } satisfies LineObject;
};

export const tableClasses: HostClasses = {
  TableCollection: tableCollection,
  TableScopedCollection: tableCollection,

  Table: hostClass<KeyedObject>({
    identity: ({ key }) => ({ Id: key }),
    properties: {
      Id: read(({ key }) => key),
      Name: field('name'),
      ShowHeaders: field('showHeaders'),
      ShowTotals: field('showTotals'),
      Style: field('style'),
    },
    links: {
      Worksheet: ({ sheet }) => sheetObject(sheet),
      Columns: ({ sheet, key }) => keyed('TableColumnCollection', sheet, key),
      Rows: ({ sheet, key }) => keyed('TableRowCollection', sheet, key),
    },
    methods: {
      ConvertToRange: ({ key }, _args, context) => {
        const table = own(context, key);
        replace(context, table, null);
        return rangeObject(table.sheet, table.area);
      },
      Delete: ({ key }, _args, context) => {
        const table = own(context, key);
        editCells(context, table.sheet, [table.area], () => context.model.clear(table.sheet, table.area, 'all'));
        replace(context, table, null);
      },
      GetDataBodyRange: rangeFrom(bodyOf),
      GetHeaderRowRange: rangeFrom(headerOf, ({ showHeaders }) => showHeaders),
      GetRange: rangeFrom(({ area }) => area),
      GetTotalRowRange: rangeFrom(totalsOf, ({ showTotals }) => showTotals),
      Resize: ({ sheet, key }, [range], context) => {
        const table = own(context, key);
        replace(context, table, {
          ...table,
          area: isHostObject(range) ? (range as RangeObject).area : placeOf(context, sheet, range).area,
        });
      },
    },
  }),

  TableColumnCollection: hostClass<KeyedObject>({
    properties: { Count: read(({ key }, context) => own(context, key).area.columns) },
    items: columnObjects,
    item: (object, key, context) =>
      columnObjects(object, context).find((each) => each.index + 1 === key || columnName(context, each) === key) ?? null,
    methods: { GetCount: ({ key }, _args, context) => own(context, key).area.columns },
  }),

  TableColumn: hostClass<LineObject>({
    identity: ({ index }) => ({ Id: index + 1 }),
    properties: {
      Id: read(({ index }) => index + 1),
      Index: read(({ index }) => index),
      Name: read((object, context) => columnName(context, object)),
      Values: read((object, context) => {
        const { sheet, area } = lineArea(context, object, 'columns', ({ area: whole }) => whole);
        return context.model.values(sheet, area);
      }),
    },
    methods: {
      GetDataBodyRange: (object, _args, context) => lineArea(context, object, 'columns', bodyOf),
      GetHeaderRowRange: (object, _args, context) => lineArea(context, object, 'columns', headerOf),
      GetRange: (object, _args, context) => lineArea(context, object, 'columns', ({ area }) => area),
    },
  }),

  TableRowCollection: hostClass<KeyedObject>({
    properties: { Count: read(({ key }, context) => bodyOf(own(context, key)).rows) },
    items: ({ key }, context) =>
      Array.from({ length: bodyOf(own(context, key)).rows }, (_row, index) => ({ $type: 'TableRow', table: key, index })),
    methods: { Add: addRow, GetCount: ({ key }, _args, context) => bodyOf(own(context, key)).rows },
  }),

  TableRow: hostClass<LineObject>({
    properties: {
      Index: read(({ index }) => index),
      Values: read((object, context) => {
        const { sheet, area } = lineArea(context, object, 'rows', bodyOf);
        return context.model.values(sheet, area);
      }),
    },
    methods: { GetRange: (object, _args, context) => lineArea(context, object, 'rows', bodyOf) },
  }),
};
