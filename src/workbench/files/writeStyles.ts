import type { BorderStyleTypes, IBorderStyleData, IStyleData, Nullable } from '@univerjs/core';
import { builtInNumber } from './numberFormats';
import { borderLines, horizontals, verticals } from './readStyles';
import { indentStep } from './univerNames';
import { childOf, encodeXml, parseXml, type XmlElement } from './xml';

/** Gives cell formats of a package's styles.xml their numbers, adding what is not there. */
export interface StyleTable {
  /**
   * The number of the cell format that looks like `look` where it differs from `from`, and else is format number `base`, so that what
   * the grid does not know of (theme fonts, cell styles) stays.
   */
  numberOf(base: number, from: IStyleData, look: IStyleData, locked: boolean | undefined): number;
  /** The number of a look of conditional formats. */
  differentialOf(look: IStyleData): number;
  /** styles.xml with everything that was added. */
  xml(): string;
  readonly changed: boolean;
}

const nameOf = (table: Readonly<Record<string, number>>, value: Nullable<number | void>): string | undefined =>
  Object.keys(table).find((name) => table[name] === value);

const color = (name: string, rgb: Nullable<string>) => {
  const hex = hexOf(rgb);
  return hex ? `<${name} rgb="FF${hex}"/>` : '';
};

// Univer writes `#abc`, `#aabbcc` or `rgb(1,2,3)`.
function hexOf(text: Nullable<string>): string {
  const numbers = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(text ?? '');
  if (numbers)
    return numbers
      .slice(1, 4)
      .map((each) => Number(each).toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text ?? '');
  const hex = short
    ? short
        .slice(1, 4)
        .map((each) => each + each)
        .join('')
    : (text ?? '').replace('#', '');
  return /^[0-9a-f]{6}$/i.test(hex) ? hex.toUpperCase() : '';
}

function fontXml(look: IStyleData, whole: boolean): string {
  const place = look.va === 2 ? 'subscript' : look.va === 3 ? 'superscript' : '';
  const parts = [
    look.bl ? '<b/>' : '',
    look.it ? '<i/>' : '',
    look.st?.s ? '<strike/>' : '',
    look.ul?.s ? '<u/>' : '',
    place ? `<vertAlign val="${place}"/>` : '',
    look.fs || whole ? `<sz val="${look.fs ?? 11}"/>` : '',
    color('color', look.cl?.rgb),
    look.ff || whole ? `<name val="${encodeXml(look.ff ?? 'Calibri')}"/>` : '',
  ];
  return `<font>${parts.join('')}</font>`;
}

const fillXml = (look: IStyleData, differential = false): string => {
  if (!hexOf(look.bg?.rgb)) return '<fill><patternFill patternType="none"/></fill>';
  return differential
    ? `<fill><patternFill>${color('bgColor', look.bg?.rgb)}</patternFill></fill>`
    : `<fill><patternFill patternType="solid">${color('fgColor', look.bg?.rgb)}<bgColor indexed="64"/></patternFill></fill>`;
};

function lineXml(name: string, line: Nullable<IBorderStyleData>): string {
  const style = nameOf(borderLines as Record<string, BorderStyleTypes>, line?.s);
  return style ? `<${name} style="${style}">${color('color', line?.cl?.rgb)}</${name}>` : `<${name}/>`;
}

function borderXml({ bd }: IStyleData): string {
  const down = bd?.tl_br ? ' diagonalDown="1"' : '';
  const up = bd?.bl_tr ? ' diagonalUp="1"' : '';
  return `<border${up}${down}>${lineXml('left', bd?.l)}${lineXml('right', bd?.r)}${lineXml('top', bd?.t)}${lineXml('bottom', bd?.b)}${lineXml('diagonal', bd?.tl_br ?? bd?.bl_tr)}</border>`;
}

function alignmentAttributes(look: IStyleData): Record<string, string> {
  const horizontal = nameOf(horizontals, look.ht);
  const vertical = nameOf(verticals, look.vt);
  const angle = look.tr?.a ?? 0;
  const turn = look.tr?.v ? 255 : angle > 0 ? angle + 90 : -angle;
  const indent = Math.round((look.pd?.l ?? look.pd?.r ?? 0) / indentStep);
  return {
    ...(horizontal && { horizontal }),
    ...(vertical && vertical !== 'bottom' && { vertical }),
    ...(turn && { textRotation: String(turn) }),
    ...(look.tb === 3 && { wrapText: '1' }),
    ...(indent > 0 && { indent: String(indent) }),
  };
}

/** An element as text again. */
export function elementXml(name: string, attributes: Readonly<Record<string, string>>, inner = ''): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${encodeXml(value)}"`);
  return `<${name}${list.join('')}${inner ? `>${inner}</${name}>` : '/>'}`;
}

/** The lists of styles.xml that are added to, each with the tag of its items and where it stands when the file has none. */
const lists = ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'] as const;
type List = (typeof lists)[number];

// The order in which styles.xml holds its lists (ECMA-376, 18.8.39).
const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];

function withAdded(xml: string, list: List, added: readonly string[], total: number): string {
  if (added.length === 0) return xml;
  const found = new RegExp(`<((?:\\w+:)?)${list}\\b([^>]*?)(/?)>`).exec(xml);
  const inside = added.join('');
  if (!found) {
    const later = order.slice(order.indexOf(list) + 1).join('|');
    return xml.replace(
      new RegExp(`<(?:\\w+:)?(?:${later})\\b|</(?:\\w+:)?styleSheet>`),
      (next) => `<${list} count="${total}">${inside}</${list}>${next}`,
    );
  }
  const [whole, prefix = '', attributes = '', empty] = found;
  const counted = attributes.replace(/\s(?:x14ac:knownFonts|count)="\d*"/g, '');
  const opened = `<${prefix}${list}${counted} count="${total}">`;
  const items = prefix ? inside.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`) : inside;
  if (empty) return xml.replace(whole, () => `${opened}${items}</${prefix}${list}>`);
  return xml.replace(whole, () => opened).replace(`</${prefix}${list}>`, (end) => items + end);
}

// What a look says of each part of a cell format: where two say the same, the part need not be made anew.
const aspects = {
  font: ({ ff, fs, bl, it, ul, st, cl, va }: IStyleData) =>
    JSON.stringify([ff, fs, bl || 0, it || 0, ul?.s || 0, st?.s || 0, hexOf(cl?.rgb), va || 1]),
  fill: ({ bg }: IStyleData) => hexOf(bg?.rgb),
  border: (look: IStyleData) => borderXml(look),
  format: ({ n }: IStyleData) => n?.pattern ?? 'General',
  alignment: (look: IStyleData) => JSON.stringify(alignmentAttributes(look)),
};

/** The lists of styles.xml, the file's own items and those added. */
interface Lists {
  readonly items: (list: List) => readonly XmlElement[];
  readonly added: Readonly<Record<List, string[]>>;
  /** The number of an item: that of one added before if it says the same. */
  add(list: List, xml: string): number;
}

function listsOf(root: XmlElement): Lists {
  const items = (list: List): XmlElement[] => childOf(root, list)?.children ?? [];
  const added = Object.fromEntries(lists.map((list) => [list, [] as string[]])) as Record<List, string[]>;
  const add = (list: List, xml: string): number => {
    const at = added[list].indexOf(xml);
    return items(list).length + (at < 0 ? added[list].push(xml) - 1 : at);
  };
  return { items, added, add };
}

// Own formats are numbered from 164; those added by us come after the file's.
function formatNumbers({ items, add }: Lists): (pattern: string) => number {
  const formats = items('numFmts').map(({ attributes }) => attributes);
  const made = new Map<string, number>();
  let next = Math.max(163, ...formats.map(({ numFmtId }) => Number(numFmtId))) + 1;
  return (pattern) => {
    const known = builtInNumber(pattern) ?? formats.find(({ formatCode }) => formatCode === pattern)?.numFmtId ?? made.get(pattern);
    if (known !== undefined) return Number(known);
    made.set(pattern, next);
    add('numFmts', elementXml('numFmt', { numFmtId: String(next), formatCode: pattern }));
    return next++;
  };
}

const notEmpty = (record: object): boolean => Object.keys(record).length > 0;

// What stands inside a cell format: how it is aligned, and whether it locks its cell.
function formatInner(xf: XmlElement | undefined, look: IStyleData, aligned: boolean, locked: boolean | undefined) {
  const align = aligned ? alignmentAttributes(look) : (childOf(xf, 'alignment')?.attributes ?? {});
  const guard = { ...childOf(xf, 'protection')?.attributes, ...(locked !== undefined && { locked: locked ? '1' : '0' }) };
  const inner = (notEmpty(align) ? elementXml('alignment', align) : '') + (notEmpty(guard) ? elementXml('protection', guard) : '');
  const applied = { ...(notEmpty(align) && { applyAlignment: '1' }), ...(locked !== undefined && { applyProtection: '1' }) };
  return { inner, applied };
}

function cellFormats({ items, add }: Lists, formatNumber: (pattern: string) => number): StyleTable['numberOf'] {
  return (base, from, look, locked) => {
    const xf = items('cellXfs')[base];
    const differs = (aspect: keyof typeof aspects) => !xf || aspects[aspect](from) !== aspects[aspect](look);
    const { inner, applied } = formatInner(xf, look, differs('alignment'), locked);
    const attributes = {
      ...{ numFmtId: '0', fontId: '0', fillId: '0', borderId: '0' },
      ...xf?.attributes,
      ...(differs('font') && { fontId: String(add('fonts', fontXml(look, true))), applyFont: '1' }),
      ...(differs('fill') && { fillId: String(hexOf(look.bg?.rgb) ? add('fills', fillXml(look)) : 0), applyFill: '1' }),
      ...(differs('border') && { borderId: String(add('borders', borderXml(look))), applyBorder: '1' }),
      ...(differs('format') && { numFmtId: String(formatNumber(look.n?.pattern ?? 'General')), applyNumberFormat: '1' }),
      ...applied,
    };
    return add('cellXfs', elementXml('xf', attributes, inner));
  };
}

function differentialXml(look: IStyleData): string {
  const hasFont = [look.bl, look.it, look.ul, look.st, look.cl].some(Boolean);
  const parts = [hasFont ? fontXml(look, false) : '', hexOf(look.bg?.rgb) ? fillXml(look, true) : '', look.bd ? borderXml(look) : ''];
  return `<dxf>${parts.join('')}</dxf>`;
}

/** Reads styles.xml for adding to it. */
export function styleTable(text: string): StyleTable {
  const all = listsOf(parseXml(text));
  const total = (list: List) => all.items(list).length + all.added[list].length;
  return {
    numberOf: cellFormats(all, formatNumbers(all)),
    differentialOf: (look) => all.add('dxfs', differentialXml(look)),
    xml: () => lists.reduce((now, list) => withAdded(now, list, all.added[list], total(list)), text),
    get changed() {
      return lists.some((list) => all.added[list].length > 0);
    },
  };
}
