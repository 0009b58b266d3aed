/** How sheets are printed. The workbench prints nothing: it keeps what is assigned, checks it as Excel does, and gives it back. */
import { HostError } from '../hostError';
import { hostClass } from '../hostObject';
import type { HostClasses, HostContext, Property } from '../hostObject';
import { placeOf } from './addresses';
import { keyed, rangeObject } from './objects';
import type { KeyedObject } from './objects';

const layoutOf = ({ model }: HostContext, sheet: string): Record<string, unknown> => (model.extras.pageLayouts[sheet] ??= {});

const kept = (field: string, otherwise: unknown, accepts: (value: unknown) => boolean): Property<KeyedObject> => ({
  get: ({ sheet }, context) => layoutOf(context, sheet)[field] ?? otherwise,
  set: ({ sheet }, value, context) => {
    if (!accepts(value)) throw new HostError('InvalidArgument');
    context.write(() => {
      layoutOf(context, sheet)[field] = value;
    });
  },
});

const isNumber = (value: unknown): boolean => typeof value === 'number' && value >= 0;
const isText = (value: unknown): boolean => typeof value === 'string';
const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const oneOf =
  (...words: readonly string[]) =>
  (value: unknown): boolean =>
    words.includes(String(value));
const isZoom = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((key) => ['scale', 'horizontalFitToPages', 'verticalFitToPages'].includes(key));

/** Excel's own margins, in points. */
const margins = { LeftMargin: 50.4, RightMargin: 50.4, TopMargin: 54, BottomMargin: 54, HeaderMargin: 21.6, FooterMargin: 21.6 };

const texts = ['LeftHeader', 'CenterHeader', 'RightHeader', 'LeftFooter', 'CenterFooter', 'RightFooter'] as const;

const setRange = ({ sheet }: KeyedObject, [given]: readonly unknown[], context: HostContext): void => {
  const { area } = typeof given === 'string' ? placeOf(context, sheet, given) : (given as { area: unknown });
  context.write(() => {
    layoutOf(context, sheet).PrintArea = area;
  });
};

const setTitleRows = ({ sheet }: KeyedObject, [given]: readonly unknown[], context: HostContext): void => {
  const { area } = typeof given === 'string' ? placeOf(context, sheet, given) : (given as { area: unknown });
  context.write(() => {
    layoutOf(context, sheet).TitleRows = area;
  });
};

const storedRange = (field: string) => (object: KeyedObject, _args: readonly unknown[], context: HostContext) => {
  const area = layoutOf(context, object.sheet)[field];
  return area ? rangeObject(object.sheet, area as Parameters<typeof rangeObject>[1]) : null;
};

export const pageClasses: HostClasses = {
  PageLayout: hostClass<KeyedObject>({
    properties: {
      Orientation: kept('Orientation', 'Portrait', oneOf('Portrait', 'Landscape')),
      PaperSize: kept('PaperSize', 'Letter', isText),
      Zoom: kept('Zoom', { scale: 100 }, isZoom),
      CenterHorizontally: kept('CenterHorizontally', false, isBoolean),
      CenterVertically: kept('CenterVertically', false, isBoolean),
      ...Object.fromEntries(Object.entries(margins).map(([name, points]) => [name, kept(name, points, isNumber)])),
    },
    links: { HeadersFooters: ({ sheet }) => keyed('HeaderFooterGroup', sheet, '') },
    methods: {
      SetPrintArea: setRange,
      SetPrintTitleRows: setTitleRows,
      GetPrintAreaOrNullObject: storedRange('PrintArea'),
      GetPrintTitleRowsOrNullObject: storedRange('TitleRows'),
    },
  }),
  HeaderFooterGroup: hostClass<KeyedObject>({ links: { DefaultForAllPages: ({ sheet }) => keyed('HeaderFooter', sheet, '') } }),
  HeaderFooter: hostClass<KeyedObject>({ properties: Object.fromEntries(texts.map((name) => [name, kept(name, '', isText)])) }),
};
