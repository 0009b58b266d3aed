/** How ranges look: format, fill, font, borders, lock. */
import type { Area, Border, BorderSide, CellStyle, HorizontalAlignment, VerticalAlignment } from '../../model/workbookModel';
import { HostError } from '../hostError';
import { hostClass, read } from '../hostObject';
import type { HostClasses, HostContext, Property } from '../hostObject';
import { formatCells, isUnbounded, part, uniform } from './objects';
import type { PartObject } from './objects';

/** Colour names that Excel takes beside `#RRGGBB` are those of HTML; these are the ones met in add-ins. */
const colorNames: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#D3D3D3',
  lightblue: '#ADD8E6',
  lightgreen: '#90EE90',
  lightyellow: '#FFFFE0',
  pink: '#FFC0CB',
  purple: '#800080',
  navy: '#000080',
  brown: '#A52A2A',
};

const color = (value: unknown): string => {
  const text = String(value).toLowerCase();
  const named = colorNames[text];
  if (named) return named;
  if (!/^#?[0-9a-f]{6}$/.test(text)) throw new HostError('InvalidArgument');
  return `#${text.replace('#', '')}`.toUpperCase();
};

const oneOf =
  <T extends string>(allowed: readonly T[]) =>
  (value: unknown): T => {
    if (!allowed.includes(value as T)) throw new HostError('InvalidArgument');
    return value as T;
  };

const change = (object: PartObject, context: HostContext, changes: Partial<CellStyle>): void =>
  formatCells(context, object.sheet, () => object.areas.forEach((area) => context.model.changeStyle(object.sheet, area, changes)));

/** A property of the style record, converted on the way in and out. */
const style = <Key extends keyof CellStyle>(
  key: Key,
  toStyle: (value: unknown) => CellStyle[Key],
  fromStyle: (value: CellStyle[Key]) => unknown = (value) => value,
): Property<PartObject> => ({
  get: (object, context) => {
    const value = uniform(context, object.sheet, object.areas, (row, column) => context.model.style(object.sheet, row, column)[key]);
    return value === null ? null : fromStyle(value);
  },
  set: (object, value, context) => change(object, context, { [key]: toStyle(value) }),
});

const horizontals: readonly HorizontalAlignment[] = [
  'General',
  'Left',
  'Center',
  'Right',
  'Justify',
  'Distributed',
  'Fill',
  'CenterAcrossSelection',
];
const verticals: readonly VerticalAlignment[] = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'];
const sides: readonly BorderSide[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];

const size = (axis: 'columns' | 'rows'): Property<PartObject> => ({
  get: ({ sheet, areas }, context) =>
    uniform(
      context,
      sheet,
      areas.map((area) => (isUnbounded(area) ? { ...area, rows: 1, columns: 1 } : area)),
      (row, column) => (axis === 'columns' ? context.model.columnWidth(sheet, column) : context.model.rowHeight(sheet, row)),
    ),
  set: ({ sheet, areas }, value, context) => {
    if (typeof value !== 'number' || value < 0) throw new HostError('InvalidArgument');
    const set = (area: Area) =>
      axis === 'columns'
        ? context.model.setColumnWidth(sheet, area.column, area.columns, value)
        : context.model.setRowHeight(sheet, area.row, area.rows, value);
    formatCells(context, sheet, () => areas.forEach(set));
  },
});

interface BorderObject extends PartObject {
  readonly side: BorderSide;
}

const borderObject = (object: PartObject, side: BorderSide): BorderObject => ({ ...object, $type: 'RangeBorder', side });

const border = <Key extends keyof Border>(key: Key, read: (value: unknown) => Border[Key]): Property<BorderObject> => ({
  get: ({ sheet, areas, side }, { model }) => {
    const [area] = areas;
    return area ? model.border(sheet, area.row, area.column, side)[key] : null;
  },
  set: ({ sheet, areas, side }, value, context) =>
    formatCells(context, sheet, () =>
      areas.forEach((area) => {
        const before = context.model.border(sheet, area.row, area.column, side);
        // Giving a colour or weight to a side without a line draws one, as in Excel.
        const drawn = before.style === 'None' && key !== 'style' ? { ...before, style: 'Continuous' as const } : before;
        context.model.changeBorder(sheet, area, side, { ...drawn, [key]: read(value) });
      }),
    ),
});

const sideOf = (key: unknown): BorderSide | null => sides.find((side) => side === key) ?? null;

const formatPart = (type: string) => (object: PartObject) => part(type, object.sheet, object.areas);

/** Widths that fit cannot be measured without a screen: the host takes a width per character, twice that for Chinese. */
const fitColumns = ({ sheet, areas }: PartObject, _args: readonly unknown[], context: HostContext): void =>
  formatCells(context, sheet, () =>
    areas.forEach((area) => {
      const used = context.model.usedArea(sheet, true);
      for (let column = area.column; used && column < Math.min(area.column + area.columns, used.column + used.columns); column += 1) {
        const texts = context.model.texts(sheet, { row: used.row, column, rows: used.rows, columns: 1 }).flat();
        const widest = Math.max(
          8,
          ...texts.map((text) => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)),
        );
        context.model.setColumnWidth(sheet, column, 1, widest * 5.5 + 4);
      }
    }),
  );

export const formatClasses: HostClasses = {
  RangeFormat: hostClass<PartObject>({
    properties: {
      WrapText: style('wrap', Boolean),
      HorizontalAlignment: style('horizontal', oneOf(horizontals)),
      VerticalAlignment: style('vertical', oneOf(verticals)),
      TextOrientation: style('textRotation', Number),
      IndentLevel: style('indent', Number),
      ColumnWidth: size('columns'),
      RowHeight: size('rows'),
    },
    links: {
      Fill: formatPart('RangeFill'),
      Font: formatPart('RangeFont'),
      Borders: formatPart('RangeBorderCollection'),
      Protection: formatPart('FormatProtection'),
    },
    methods: { AutofitColumns: fitColumns, AutofitRows: () => undefined },
  }),

  RangeFill: hostClass<PartObject>({
    // Excel answers white for a cell without a fill.
    properties: {
      Color: style(
        'fill',
        (value) => (value === '' ? '' : color(value)),
        (value) => value || '#FFFFFF',
      ),
    },
    methods: { Clear: (object, _args, context) => change(object, context, { fill: '' }) },
  }),

  RangeFont: hostClass<PartObject>({
    properties: {
      Name: style('fontName', String),
      Size: style('fontSize', Number),
      Color: style('fontColor', color),
      Bold: style('bold', Boolean),
      Italic: style('italic', Boolean),
      Strikethrough: style('strikethrough', Boolean),
      Underline: style(
        'underline',
        (value) => value !== 'None',
        (on) => (on ? 'Single' : 'None'),
      ),
    },
  }),

  FormatProtection: hostClass<PartObject>({ properties: { Locked: style('locked', Boolean), FormulaHidden: read(() => false) } }),

  RangeBorderCollection: hostClass<PartObject>({
    properties: { Count: read(() => sides.length) },
    items: (object) => sides.map((side) => borderObject(object, side)),
    item: (object, key) => {
      const side = sideOf(key);
      return side && borderObject(object, side);
    },
    methods: {
      GetItemAt: (object, [index]) => {
        const side = sides[Number(index)];
        if (!side) throw new HostError('ItemNotFound');
        return borderObject(object, side);
      },
    },
  }),

  RangeBorder: hostClass<BorderObject>({
    identity: ({ side }) => ({ SideIndex: side }),
    properties: {
      SideIndex: read(({ side }) => side),
      Style: border(
        'style',
        oneOf<Border['style']>(['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot']),
      ),
      Weight: border('weight', oneOf<Border['weight']>(['Hairline', 'Thin', 'Medium', 'Thick'])),
      Color: border('color', color),
    },
  }),
};
