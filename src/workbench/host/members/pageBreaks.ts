/** Page breaks that were set by hand, of rows and of columns. They are kept with the sheet's page layout. */
import { HostError } from '../hostError';
import { hostClass, isHostObject, read } from '../hostObject';
import type { HostClasses, HostContext, Link } from '../hostObject';
import { placeOf } from './addresses';
import { keyed, rangeObject } from './objects';
import type { KeyedObject, RangeObject, SheetObject } from './objects';
import { area as areaOf } from '../../model/area';

/** What a collection's key is: the way its breaks run. */
type Way = 'Horizontal' | 'Vertical';

const fieldOf = (way: string): string => `${way}PageBreaks`;

/** Indices of the rows or columns that begin a page, in order. */
const breaksOf = ({ model }: HostContext, sheet: string, way: string): readonly number[] =>
  (model.extras.pageLayouts[sheet]?.[fieldOf(way)] as readonly number[] | undefined) ?? [];

const keepBreaks = (context: HostContext, sheet: string, way: string, breaks: readonly number[]): void =>
  context.write(() => {
    const layout = (context.model.extras.pageLayouts[sheet] ??= {});
    layout[fieldOf(way)] = [...new Set(breaks)].sort((one, other) => one - other);
  });

/** A break's key: its way and its index. */
const breakObject = (sheet: string, way: string, index: number): KeyedObject => keyed('PageBreak', sheet, `${way} ${index}`);

const placeOfBreak = ({ key }: KeyedObject): { readonly way: string; readonly index: number } => {
  const [way = '', index = ''] = key.split(' ');
  return { way, index: Number(index) };
};

const indexOn =
  (wanted: Way) =>
  (object: KeyedObject): number => {
    const { way, index } = placeOfBreak(object);
    return way === wanted ? index : 0;
  };

function addBreak({ sheet, key: way }: KeyedObject, [given]: readonly unknown[], context: HostContext): KeyedObject {
  const { area } = isHostObject(given) ? (given as RangeObject) : placeOf(context, sheet, given);
  const index = way === 'Horizontal' ? area.row : area.column;
  // Nothing stands before the first row or column.
  if (index === 0) throw new HostError('InvalidArgument');
  keepBreaks(context, sheet, way, [...breaksOf(context, sheet, way), index]);
  return breakObject(sheet, way, index);
}

function removeBreak(object: KeyedObject, _args: readonly unknown[], context: HostContext): void {
  const { way, index } = placeOfBreak(object);
  const kept = breaksOf(context, object.sheet, way).filter((each) => each !== index);
  keepBreaks(context, object.sheet, way, kept);
}

function cellAfter(object: KeyedObject): RangeObject {
  const { way, index } = placeOfBreak(object);
  return rangeObject(object.sheet, way === 'Horizontal' ? areaOf(index, 0) : areaOf(0, index));
}

/** `worksheet.horizontalPageBreaks` and `worksheet.verticalPageBreaks`. */
export const pageBreakLinks: Readonly<Record<string, Link<SheetObject>>> = {
  HorizontalPageBreaks: ({ sheet }) => keyed('PageBreakCollection', sheet, 'Horizontal'),
  VerticalPageBreaks: ({ sheet }) => keyed('PageBreakCollection', sheet, 'Vertical'),
};

export const pageBreakClasses: HostClasses = {
  PageBreakCollection: hostClass<KeyedObject>({
    items: ({ sheet, key }, context) => breaksOf(context, sheet, key).map((index) => breakObject(sheet, key, index)),
    // office.js asks by position, or by what it was told of a break that it has loaded.
    item: ({ sheet, key }, wanted, context) => {
      const breaks = breaksOf(context, sheet, key).map((index) => breakObject(sheet, key, index));
      return (typeof wanted === 'number' ? breaks[wanted] : breaks.find((each) => each.key === wanted)) ?? null;
    },
    methods: {
      Add: addBreak,
      GetCount: ({ sheet, key }, _args, context) => breaksOf(context, sheet, key).length,
      RemovePageBreaks: ({ sheet, key }, _args, context) => keepBreaks(context, sheet, key, []),
    },
  }),
  PageBreak: hostClass<KeyedObject>({
    identity: ({ key }) => ({ _Id: key }),
    properties: { RowIndex: read(indexOn('Horizontal')), ColumnIndex: read(indexOn('Vertical')) },
    methods: { Delete: removeBreak, GetCellAfterBreak: cellAfter },
  }),
};
