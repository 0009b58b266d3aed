/** How Univer writes a cell's look, and how Excel names it: the two directions of one table. */
import { BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { IBorderData, IBorderStyleData, IStyleData, Nullable } from '@univerjs/core';
import { indentStep } from '../files/univerNames';
import type { Border, BorderSide, CellStyle, HorizontalAlignment, VerticalAlignment } from './workbookModel';

const horizontal: Readonly<Record<HorizontalAlignment, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
  Fill: HorizontalAlign.BOTH,
  CenterAcrossSelection: HorizontalAlign.CENTER,
};

const vertical: Readonly<Record<VerticalAlignment, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
  Justify: VerticalAlign.TOP,
  Distributed: VerticalAlign.MIDDLE,
};

const nameOf = <N extends string, V>(table: Readonly<Record<N, V>>, value: V | null | undefined, otherwise: N): N =>
  (Object.keys(table) as N[]).find((name) => table[name] === value) ?? otherwise;

/** `#RRGGBB` in capitals from what Univer holds (`#abc`, `rgb(1,2,3)`, `#aabbcc`); '' for none. */
export const hexColor = (color: Nullable<string>): string => {
  if (!color) return '';
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color);
  if (parts)
    return `#${parts
      .slice(1, 4)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`.toUpperCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  return (short ? `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : color).toUpperCase();
};

/** A cell without any format looks like this (Excel's own default font differs by language; this is the English one). */
export const plainStyle: CellStyle = {
  fill: '',
  fontName: 'Calibri',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  textRotation: 0,
  indent: 0,
  locked: true,
};

export const fromUniverStyle = (style: Nullable<IStyleData>, locked: boolean): CellStyle => ({
  fill: hexColor(style?.bg?.rgb),
  fontName: style?.ff ?? plainStyle.fontName,
  fontSize: style?.fs ?? plainStyle.fontSize,
  fontColor: hexColor(style?.cl?.rgb) || plainStyle.fontColor,
  bold: style?.bl === BooleanNumber.TRUE,
  italic: style?.it === BooleanNumber.TRUE,
  underline: style?.ul?.s === BooleanNumber.TRUE,
  strikethrough: style?.st?.s === BooleanNumber.TRUE,
  horizontal: nameOf(horizontal, style?.ht, 'General'),
  vertical: nameOf(vertical, style?.vt, 'Bottom'),
  wrap: style?.tb === WrapStrategy.WRAP,
  textRotation: style?.tr?.a ?? 0,
  indent: Math.round((style?.pd?.l ?? style?.pd?.r ?? 0) / indentStep),
  locked,
});

const flag = (on: boolean) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);

type Writers = { readonly [Key in keyof CellStyle]: (value: CellStyle[Key]) => IStyleData };

const writers: Writers = {
  fill: (color) => ({ bg: color ? { rgb: color } : null }),
  fontName: (ff) => ({ ff }),
  fontSize: (fs) => ({ fs }),
  fontColor: (color) => ({ cl: color ? { rgb: color } : null }),
  bold: (on) => ({ bl: flag(on) }),
  italic: (on) => ({ it: flag(on) }),
  underline: (on) => ({ ul: { s: flag(on) } }),
  strikethrough: (on) => ({ st: { s: flag(on) } }),
  horizontal: (name) => ({ ht: horizontal[name] }),
  vertical: (name) => ({ vt: vertical[name] }),
  wrap: (on) => ({ tb: on ? WrapStrategy.WRAP : WrapStrategy.UNSPECIFIED }),
  textRotation: (a) => ({ tr: { a } }),
  indent: (steps) => ({ pd: { l: steps * indentStep } }),
  // Not a style of Univer's: it stands in the cell's custom data.
  locked: () => ({}),
};

export const toUniverStyle = (changes: Partial<CellStyle>): IStyleData =>
  Object.assign(
    {},
    ...(Object.keys(changes) as (keyof CellStyle)[]).map((key) => (writers[key] as (value: unknown) => IStyleData)(changes[key])),
  );

/** Univer's line for Excel's style and weight. */
const lines: readonly { readonly style: Border['style']; readonly weight: Border['weight']; readonly type: BorderStyleTypes }[] = [
  { style: 'None', weight: 'Thin', type: BorderStyleTypes.NONE },
  { style: 'Continuous', weight: 'Thin', type: BorderStyleTypes.THIN },
  { style: 'Continuous', weight: 'Hairline', type: BorderStyleTypes.HAIR },
  { style: 'Continuous', weight: 'Medium', type: BorderStyleTypes.MEDIUM },
  { style: 'Continuous', weight: 'Thick', type: BorderStyleTypes.THICK },
  { style: 'Dash', weight: 'Thin', type: BorderStyleTypes.DASHED },
  { style: 'Dash', weight: 'Medium', type: BorderStyleTypes.MEDIUM_DASHED },
  { style: 'DashDot', weight: 'Thin', type: BorderStyleTypes.DASH_DOT },
  { style: 'DashDot', weight: 'Medium', type: BorderStyleTypes.MEDIUM_DASH_DOT },
  { style: 'DashDotDot', weight: 'Thin', type: BorderStyleTypes.DASH_DOT_DOT },
  { style: 'DashDotDot', weight: 'Medium', type: BorderStyleTypes.MEDIUM_DASH_DOT_DOT },
  { style: 'Dot', weight: 'Thin', type: BorderStyleTypes.DOTTED },
  { style: 'Double', weight: 'Thick', type: BorderStyleTypes.DOUBLE },
  { style: 'SlantDashDot', weight: 'Medium', type: BorderStyleTypes.SLANT_DASH_DOT },
];

export const noBorder: Border = { style: 'None', weight: 'Thin', color: '#000000' };

export const toUniverBorder = (border: Border): IBorderStyleData | null => {
  if (border.style === 'None') return null;
  const line =
    lines.find(({ style, weight }) => style === border.style && weight === border.weight) ??
    lines.find(({ style }) => style === border.style);
  return { s: line?.type ?? BorderStyleTypes.THIN, cl: { rgb: border.color || '#000000' } };
};

export const fromUniverBorder = (border: Nullable<IBorderStyleData>): Border => {
  const line = border ? lines.find(({ type }) => type === border.s) : undefined;
  return line && line.style !== 'None'
    ? { style: line.style, weight: line.weight, color: hexColor(border?.cl?.rgb) || '#000000' }
    : noBorder;
};

/** Univer's key of a cell's own side. */
export const sideKeys: Readonly<Partial<Record<BorderSide, keyof IBorderData>>> = {
  EdgeTop: 't',
  EdgeBottom: 'b',
  EdgeLeft: 'l',
  EdgeRight: 'r',
  DiagonalDown: 'tl_br',
  DiagonalUp: 'bl_tr',
};
