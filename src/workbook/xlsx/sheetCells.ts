/**
 * Finds the cells of a worksheet part that hold something, with their positions in its text, so that a fill can replace one cell and leave
 * every other character alone. Jumps from content to content: a million formatted empty rows cost one search, not a million elements.
 */
import { parseAddress } from '../../form/address';
import { WorkbookError } from '../port';
import { decodeEntities, decodeXstring } from './xml';

export interface SheetFormula {
  /** As stored, without `=`; empty for the followers of a shared formula. */
  readonly text: string;
  readonly type: 'normal' | 'shared' | 'array' | 'dataTable';
  /** Area of a shared or array formula, on its first cell. */
  readonly ref: string | null;
  readonly sharedIndex: string | null;
}

export interface SheetCell {
  /** Positions of the whole `<c …>…</c>` in the part's text. */
  readonly start: number;
  readonly end: number;
  readonly row: number;
  readonly column: number;
  /** Index into the cell formats of styles.xml. */
  readonly style: number;
  readonly type: string;
  readonly formula: SheetFormula | null;
  /** Text of `<v>`, null where there is none. */
  readonly value: string | null;
  /** Text of an inline string, null where there is none. */
  readonly inline: string | null;
}

export interface SheetText {
  readonly part: string;
  readonly xml: string;
  /** The same length as `xml`, with comments and CDATA blanked, so that positions found in it hold in `xml`. */
  readonly shape: string;
  /** `x:` or nothing: the prefix that this producer gives to spreadsheet elements. */
  readonly prefix: string;
  /** Between `<sheetData>` and `</sheetData>`; both ends equal where it is empty. */
  readonly dataStart: number;
  readonly dataEnd: number;
  readonly patterns: ElementPatterns;
}

/** Opening tags of what a cell may hold, with this producer's prefix. */
interface ElementPatterns {
  readonly v: RegExp;
  readonly f: RegExp;
  readonly is: RegExp;
  /** Texts of an inline string. */
  readonly texts: RegExp;
  /** Phonetic runs. */
  readonly phonetic: RegExp;
}

function elementPatterns(prefix: string): ElementPatterns {
  const opening = (name: string) => new RegExp(`<${prefix}${name}(?=[\\s/>])[^>]*>`);
  return {
    v: opening('v'),
    f: opening('f'),
    is: opening('is'),
    texts: new RegExp(`<${prefix}t(?=[\\s>])[^>]*>([\\s\\S]*?)</${prefix}t>`, 'g'),
    phonetic: new RegExp(`<${prefix}rPh[\\s\\S]*?</${prefix}rPh>`, 'g'),
  };
}

const damaged = (part: string) => new WorkbookError('damaged', { part });

/** The text of a worksheet part, prepared for scanning. Throws `damaged` where its outer shape is broken. */
export function openSheetText(part: string, xml: string): SheetText {
  const shape = blankOut(xml);
  const root = /<([A-Za-z_][\w.-]*:)?worksheet[\s>]/.exec(shape);
  if (!root || shape.includes('<!DOCTYPE')) throw damaged(part);
  const prefix = root[1] ?? '';
  if (!new RegExp(`</${prefix}worksheet\\s*>\\s*$`).test(shape.slice(-200))) throw damaged(part);
  return { part, xml, shape, prefix, ...dataSpan(part, shape, prefix), patterns: elementPatterns(prefix) };
}

function dataSpan(part: string, shape: string, prefix: string): { dataStart: number; dataEnd: number } {
  const open = new RegExp(`<${prefix}sheetData\\s*(/?)>`).exec(shape);
  if (!open) throw damaged(part);
  const dataStart = open.index + open[0].length;
  if (open[1]) return { dataStart, dataEnd: dataStart };
  const dataEnd = shape.indexOf(`</${prefix}sheetData`, dataStart);
  if (dataEnd < 0) throw damaged(part);
  return { dataStart, dataEnd };
}

function blankOut(xml: string): string {
  if (!xml.includes('<!')) return xml;
  return xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, (hidden) => ' '.repeat(hidden.length));
}

/** Positions, ascending, of a tag's openings; asks for the next only when the scan has gone past the last. */
function openings(sheet: SheetText, name: string): (from: number) => number {
  const needle = `<${sheet.prefix}${name}`;
  let at = -1;
  return (from) => {
    if (at < from) at = sheet.shape.indexOf(needle, from);
    if (at < 0 || at >= sheet.dataEnd) at = Number.POSITIVE_INFINITY;
    return at;
  };
}

/** All cells with a value, a formula or an inline text, in the order of the file. Throws `damaged` naming the cell that cannot be read. */
export function scanCells(sheet: SheetText): SheetCell[] {
  const found: SheetCell[] = [];
  const next = ['v', 'f', 'is'].map((name) => openings(sheet, name));
  let from = sheet.dataStart;
  for (;;) {
    const hit = Math.min(...next.map((opening) => opening(from)));
    if (!Number.isFinite(hit)) return found;
    const start = sheet.shape.lastIndexOf(`<${sheet.prefix}c`, hit);
    const cell = start >= from ? readCell(sheet, start) : null;
    if (!cell) return scanInOrder(sheet);
    found.push(cell);
    from = cell.end;
  }
}

/** Cells may leave out their address and count on from their neighbour (ECMA-376 18.3.1.4): then every row and cell must be walked. */
function scanInOrder(sheet: SheetText): SheetCell[] {
  const found: SheetCell[] = [];
  const tags = new RegExp(`<${sheet.prefix}(row|c)(?=[\\s/>])[^>]*>`, 'g');
  tags.lastIndex = sheet.dataStart;
  let place = { row: 0, column: 0 };
  for (let tag = tags.exec(sheet.shape); tag && tag.index < sheet.dataEnd; tag = tags.exec(sheet.shape)) {
    const address = attribute(tag[0], 'r');
    if (tag[1] === 'row') {
      place = { row: address ? Number(address) : place.row + 1, column: 0 };
      continue;
    }
    place = (address ? parseAddress(address) : null) ?? { row: place.row, column: place.column + 1 };
    const cell = tag[0].endsWith('/>') ? null : readCell(sheet, tag.index, place);
    if (cell && (cell.value !== null || cell.formula || cell.inline !== null)) found.push(cell);
    if (cell) tags.lastIndex = cell.end;
  }
  return found;
}

const attributePatterns = new Map<string, RegExp>();

/** The same few attributes are asked for at every cell. */
function attributePattern(name: string): RegExp {
  const known = attributePatterns.get(name);
  if (known) return known;
  const made = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  attributePatterns.set(name, made);
  return made;
}

/** Value of an attribute in a tag's text, entities decoded; null where it is absent. */
export function attribute(tag: string, name: string): string | null {
  const match = attributePattern(name).exec(tag);
  return match ? decodeEntities(match[1] ?? match[2] ?? '') : null;
}

function readCell(sheet: SheetText, start: number, place?: { row: number; column: number }): SheetCell | null {
  const tagEnd = sheet.shape.indexOf('>', start) + 1;
  const close = sheet.shape.indexOf(`</${sheet.prefix}c>`, tagEnd);
  if (tagEnd === 0 || close < 0 || close >= sheet.dataEnd) throw damaged(sheet.part);
  const tag = sheet.xml.slice(start, tagEnd);
  const address = attribute(tag, 'r');
  const at = place ?? (address ? parseAddress(address) : null);
  if (!at) {
    if (address) throw new WorkbookError('damaged', { part: sheet.part, cell: address });
    return null;
  }
  const body = { xml: sheet.xml.slice(tagEnd, close), prefix: sheet.prefix, patterns: sheet.patterns };
  const content = { formula: readFormula(body), value: elementText(body, 'v'), inline: readInline(body) };
  return {
    start,
    end: close + sheet.prefix.length + 4,
    ...at,
    style: Number(attribute(tag, 's') ?? 0),
    type: attribute(tag, 't') ?? 'n',
    ...content,
  };
}

interface Body {
  readonly xml: string;
  readonly prefix: string;
  readonly patterns: ElementPatterns;
}

const plainText = (xml: string) => decodeXstring(unwrap(xml));

function unwrap(xml: string): string {
  if (!xml.includes('<![CDATA[')) return decodeEntities(xml);
  return xml
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) => (piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : decodeEntities(piece)))
    .join('');
}

function element(body: Body, name: 'v' | 'f' | 'is'): { tag: string; inner: string } | null {
  const match = body.patterns[name].exec(body.xml);
  if (!match) return null;
  if (match[0].endsWith('/>')) return { tag: match[0], inner: '' };
  const from = match.index + match[0].length;
  const end = body.xml.indexOf(`</${body.prefix}${name}`, from);
  return { tag: match[0], inner: body.xml.slice(from, end < 0 ? undefined : end) };
}

function elementText(body: Body, name: 'v'): string | null {
  const found = element(body, name);
  return found ? plainText(found.inner) : null;
}

function readFormula(body: Body): SheetFormula | null {
  const found = element(body, 'f');
  if (!found) return null;
  const type = attribute(found.tag, 't');
  return {
    text: plainText(found.inner),
    type: type === 'shared' || type === 'array' || type === 'dataTable' ? type : 'normal',
    ref: attribute(found.tag, 'ref'),
    sharedIndex: attribute(found.tag, 'si'),
  };
}

/** All `<t>` of an inline string; phonetic runs (`<rPh>`) are reading aids, not text. */
function readInline(body: Body): string | null {
  const found = element(body, 'is');
  if (!found) return null;
  const shown = found.inner.replace(body.patterns.phonetic, '');
  const texts = shown.matchAll(body.patterns.texts);
  return [...texts].map((text) => plainText(text[1] ?? '')).join('');
}

/** Rows that are hidden, up to `lastRow`. */
export function scanHiddenRows(sheet: SheetText, lastRow: number): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (let at = sheet.shape.indexOf('hidden', sheet.dataStart); at >= 0 && at < sheet.dataEnd; at = sheet.shape.indexOf('hidden', at + 6)) {
    const start = sheet.shape.lastIndexOf('<', at);
    const tag = sheet.shape.slice(start, sheet.shape.indexOf('>', at) + 1);
    const row = Number(attribute(tag, 'r'));
    if (!tag.startsWith(`<${sheet.prefix}row`) || !/hidden\s*=\s*["'](1|true)/.test(tag)) continue;
    if (row > lastRow) return hidden;
    hidden.add(row);
  }
  return hidden;
}

/** The part without its rows: everything else about the sheet, small enough for a tree. */
export function sheetFrame(sheet: SheetText): string {
  return sheet.xml.slice(0, sheet.dataStart) + sheet.xml.slice(sheet.dataEnd);
}
