import type { BorderStyleTypes, HorizontalAlign, IBorderData, IStyleData, VerticalAlign } from '@univerjs/core';
import { colorOf } from './colors';
import { builtInFormats } from './numberFormats';
import { horizontal, indentStep, lineStyle, vertical, wrap } from './univerNames';
import { childOf, childrenOf, isOn, type XmlElement } from './xml';

/** Excel's names of border lines and Univer's numbers. */
export const borderLines: Readonly<Record<string, BorderStyleTypes>> = lineStyle;

/** Excel's names of horizontal alignments and Univer's. */
export const horizontals: Readonly<Record<string, HorizontalAlign>> = {
  left: horizontal.left,
  center: horizontal.center,
  centerContinuous: horizontal.center,
  right: horizontal.right,
  justify: horizontal.justified,
  fill: horizontal.both,
  distributed: horizontal.distributed,
};

/** Excel's names of vertical alignments and Univer's; Excel's own default is bottom. */
export const verticals: Readonly<Record<string, VerticalAlign>> = {
  top: vertical.top,
  center: vertical.middle,
  bottom: vertical.bottom,
  justify: vertical.top,
  distributed: vertical.middle,
};

/** The styles of a workbook: one look for each cell format, and which of them unlock a cell; the looks of conditional formats. */
export interface Styles {
  readonly looks: readonly IStyleData[];
  readonly unlocked: ReadonlySet<number>;
  readonly differential: readonly IStyleData[];
}

type Theme = readonly string[];

const flag = (font: XmlElement, name: string) => {
  const element = childOf(font, name);
  return element && isOn(element.attributes.val, true) ? 1 : 0;
};

function fontLook(font: XmlElement, theme: Theme): IStyleData {
  const underline = childOf(font, 'u');
  const color = colorOf(childOf(font, 'color'), theme);
  const place = { superscript: 3, subscript: 2 }[childOf(font, 'vertAlign')?.attributes.val ?? ''];
  const name = (childOf(font, 'name') ?? childOf(font, 'rFont'))?.attributes.val;
  const size = childOf(font, 'sz')?.attributes.val;
  return {
    ...(name && { ff: name }),
    ...(size && { fs: Number(size) }),
    ...(flag(font, 'b') && { bl: 1 }),
    ...(flag(font, 'i') && { it: 1 }),
    ...(underline && underline.attributes.val !== 'none' && { ul: { s: 1 } }),
    ...(flag(font, 'strike') && { st: { s: 1 } }),
    ...(color && color !== '#000000' && { cl: { rgb: color } }),
    ...(place && { va: place }),
  };
}

// A solid fill's colour is its foreground; in a differential style it is the background. Gradients show their first colour.
function fillLook(fill: XmlElement | undefined, theme: Theme, differential: boolean): IStyleData {
  const pattern = childOf(fill, 'patternFill');
  const stop = childOf(childOf(childOf(fill, 'gradientFill'), 'stop'), 'color');
  const type = pattern?.attributes.patternType;
  if (type === 'none' && !differential) return {};
  const color = differential
    ? (colorOf(childOf(pattern, 'bgColor'), theme) ?? colorOf(childOf(pattern, 'fgColor'), theme))
    : (colorOf(type === undefined ? undefined : childOf(pattern, 'fgColor'), theme) ?? colorOf(stop, theme));
  return color ? { bg: { rgb: color } } : {};
}

function borderLook(border: XmlElement | undefined, theme: Theme): IStyleData {
  const line = (name: string) => {
    const side = childOf(border, name);
    const style = borderLines[side?.attributes.style ?? ''];
    return style === undefined ? undefined : { s: style, cl: { rgb: colorOf(childOf(side, 'color'), theme) ?? '#000000' } };
  };
  const diagonal = line('diagonal');
  const sides: [keyof IBorderData, ReturnType<typeof line>][] = [
    ['t', line('top')],
    ['b', line('bottom')],
    ['l', line('left') ?? line('start')],
    ['r', line('right') ?? line('end')],
    ['tl_br', isOn(border?.attributes.diagonalDown) ? diagonal : undefined],
    ['bl_tr', isOn(border?.attributes.diagonalUp) ? diagonal : undefined],
  ];
  const drawn = sides.filter(([, side]) => side);
  return drawn.length > 0 ? { bd: Object.fromEntries(drawn) } : {};
}

// 0-90 turns up, 91-180 turns down by what is above 90, 255 stacks the letters.
function rotation(value: number): IStyleData {
  if (value === 0) return {};
  return { tr: value === 255 ? { a: 0, v: 1 } : { a: value > 90 ? value - 90 : -value } };
}

function alignmentLook(alignment: XmlElement | undefined): IStyleData {
  const { wrapText, textRotation, indent, ...place } = alignment?.attributes ?? {};
  const side = horizontals[place.horizontal ?? ''];
  return {
    ...(side !== undefined && { ht: side }),
    vt: verticals[place.vertical ?? 'bottom'] ?? vertical.bottom,
    ...(isOn(wrapText) && { tb: wrap }),
    ...rotation(Number(textRotation ?? 0)),
    ...(Number(indent ?? 0) > 0 && {
      pd: place.horizontal === 'right' ? { r: Number(indent) * indentStep } : { l: Number(indent) * indentStep },
    }),
  };
}

function customFormats(root: XmlElement | undefined): ReadonlyMap<number, string> {
  const formats = childrenOf(childOf(root, 'numFmts'), 'numFmt');
  return new Map(formats.map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? 'General']));
}

function differentialLook(dxf: XmlElement, theme: Theme): IStyleData {
  const font = childOf(dxf, 'font');
  const border = childOf(dxf, 'border');
  return { ...(font && fontLook(font, theme)), ...fillLook(childOf(dxf, 'fill'), theme, true), ...(border && borderLook(border, theme)) };
}

/** Reads styles.xml (undefined: a workbook without one has one plain style). */
export function readStyles(root: XmlElement | undefined, theme: Theme): Styles {
  const fonts = childrenOf(childOf(root, 'fonts'), 'font').map((font) => fontLook(font, theme));
  const fills = childrenOf(childOf(root, 'fills'), 'fill').map((fill) => fillLook(fill, theme, false));
  const borders = childrenOf(childOf(root, 'borders'), 'border').map((border) => borderLook(border, theme));
  const formats = customFormats(root);
  const cellFormats = childrenOf(childOf(root, 'cellXfs'), 'xf');
  const looks = cellFormats.map((xf): IStyleData => {
    const { fontId, fillId, borderId, numFmtId } = xf.attributes;
    const pattern = formats.get(Number(numFmtId)) ?? builtInFormats[Number(numFmtId)];
    return {
      ...fonts[Number(fontId ?? 0)],
      ...fills[Number(fillId ?? 0)],
      ...borders[Number(borderId ?? 0)],
      ...alignmentLook(childOf(xf, 'alignment')),
      ...(pattern && pattern !== 'General' && { n: { pattern } }),
    };
  });
  const unlocked = cellFormats.flatMap((xf, at) => (isOn(childOf(xf, 'protection')?.attributes.locked, true) ? [] : at));
  const differential = childrenOf(childOf(root, 'dxfs'), 'dxf').map((dxf) => differentialLook(dxf, theme));
  return { looks: looks.length > 0 ? looks : [{}], unlocked: new Set(unlocked), differential };
}
