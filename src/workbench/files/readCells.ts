import type { ICellData } from '@univerjs/core';
import { columnName, columnNumber, moveFormula, readRange } from './references';
import type { Styles } from './readStyles';
import { cellType } from './univerNames';
import { attributesOf, childrenOf, decodeXml, type XmlElement } from './xml';

/** What a row says about itself. */
export interface RowLook {
  /** Points; undefined where the row takes its height from its content. */
  readonly height?: number;
  readonly custom: boolean;
  readonly hidden: boolean;
  readonly style?: number;
}

/** The cells of a sheet as Univer holds them, with what saving needs to know of each. */
export interface SheetCells {
  readonly cells: Record<number, Record<number, ICellData>>;
  readonly rows: Record<number, RowLook>;
  /** One more than the last row and column with a cell. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows without a cell that were left out: only formats stand in them. */
  readonly bareRows: number;
}

/** Below this many rows without content, they are shown with their heights and formats; beyond it they are kept in the file only. */
const shownBareRows = 2000;

/** The texts that cells share, by number. Text runs are put together; readings above Chinese and Japanese text are left out. */
export function readSharedStrings(root: XmlElement | undefined): string[] {
  return childrenOf(root, 'si').map(stringOf);
}

function stringOf(item: XmlElement): string {
  return item.children
    .map((child) =>
      child.name === 't'
        ? child.text
        : child.name === 'r'
          ? childrenOf(child, 't')
              .map(({ text }) => text)
              .join('')
          : '',
    )
    .join('');
}

const rowTag = /<(\w+:)?row\b([^>]*?)(\/?)>/g;
const contentTag = /<(?:\w+:)?(?:v|f|is)\b/;
const cellTag = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const valueTag = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/;
const formulaTag = /<(?:\w+:)?f\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/;
const textTag = /<(?:\w+:)?t\b[^>]*>([\s\S]*?)<\/(?:\w+:)?t>/g;

interface Shared {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

interface Reading {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly shared: Map<string, Shared>;
  /** Cells an array formula fills besides its own: Univer spills into them itself. */
  readonly spilled: Set<string>;
}

function formulaOf(attributes: Record<string, string>, text: string, row: number, column: number, reading: Reading): string {
  const { t, si = '', ref } = attributes;
  if (t === 'shared' && text) reading.shared.set(si, { formula: text, row, column });
  const master = t === 'shared' && !text ? reading.shared.get(si) : undefined;
  if (t === 'array' && ref) {
    const area = readRange(ref);
    for (let r = area?.startRow ?? 0; area && r <= area.endRow; r++)
      for (let c = area.startColumn; c <= area.endColumn; c++) if (r !== row || c !== column) reading.spilled.add(`${r}:${c}`);
  }
  const formula = master ? moveFormula(master.formula, row - master.row, column - master.column) : text;
  return formula ? `=${formula.replace(/_xlfn\.(?:_xlws\.)?|_xldudf_/g, '')}` : '';
}

function valueOf(type: string | undefined, inner: string, strings: readonly string[]): Pick<ICellData, 'v' | 't'> {
  if (type === 'inlineStr')
    return {
      v: [...inner.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '').matchAll(textTag)]
        .map(([, text = '']) => decodeXml(text))
        .join(''),
      t: cellType.text,
    };
  const raw = valueTag.exec(inner)?.[1];
  if (raw === undefined) return {};
  const text = decodeXml(raw);
  if (type === 's') return { v: strings[Number(text)] ?? '', t: cellType.text };
  if (type === 'b') return { v: text === '1' || text === 'true' ? 1 : 0, t: cellType.boolean };
  if (type === 'str' || type === 'e' || type === 'd') return { v: text, t: cellType.text };
  return { v: Number(text), t: cellType.number };
}

// Text that would be read as something else if it were typed again (a quote mark before it in Excel) stays text.
function asText(cell: ICellData): ICellData {
  return typeof cell.v === 'string' && /^[=+\-@]/.test(cell.v) ? { ...cell, t: cellType.forcedText } : cell;
}

function cellOf(attributes: Record<string, string>, inner: string, row: number, column: number, reading: Reading): ICellData | null {
  const style = Number(attributes.s ?? 0);
  const found = formulaTag.exec(inner);
  const formula = found ? formulaOf(attributesOf(found[1] ?? ''), decodeXml(found[2] ?? ''), row, column, reading) : '';
  const content = reading.spilled.has(`${row}:${column}`) && !formula ? {} : valueOf(attributes.t, inner, reading.strings);
  const cell: ICellData = { ...(formula ? { ...content, f: formula } : asText(content)), ...(attributes.s && { s: styleName(style) }) };
  if (reading.styles.unlocked.has(style)) cell.custom = { locked: false };
  return Object.keys(cell).length > 0 ? cell : null;
}

/** The name under which a cell format stands among Univer's styles. */
export const styleName = (number: number): string => `xf${number}`;

function rowLook(attributes: Record<string, string>): RowLook {
  const { ht, customHeight, hidden, s, customFormat } = attributes;
  const on = (value: string | undefined) => value === '1' || value === 'true';
  return {
    ...(ht && { height: Number(ht) }),
    custom: on(customHeight),
    hidden: on(hidden),
    ...(s && on(customFormat) && { style: Number(s) }),
  };
}

const saysMore = (look: RowLook) => look.height !== undefined || look.hidden || look.style !== undefined;

/** The part of a sheet's XML between the tags of sheetData, and what stands before and behind it. */
export interface SplitSheet {
  readonly before: string;
  readonly data: string;
  readonly after: string;
  /** The namespace prefix of the sheet's own tags, with its colon; '' mostly. */
  readonly prefix: string;
}

/** Cuts a sheet's XML around its cells, so that the large part need not be read into a tree. A sheet without sheetData has none. */
export function splitSheet(xml: string): SplitSheet {
  const open = /<(\w+:)?sheetData\b[^>]*?(\/?)>/.exec(xml);
  if (!open) return { before: xml, data: '', after: '', prefix: '' };
  const start = open.index + open[0].length;
  const closing = `</${open[1] ?? ''}sheetData>`;
  const end = open[2] ? start : xml.indexOf(closing, start);
  if (end < 0) throw new Error('sheetData does not end');
  return {
    before: xml.slice(0, open.index),
    data: xml.slice(start, end),
    after: xml.slice(open[2] ? end : end + closing.length),
    prefix: open[1] ?? '',
  };
}

/** One row's place in sheetData's text. */
export interface RowText {
  readonly row: number;
  readonly tag: string;
  /** Between the row's tags; '' for a row without cells. */
  readonly inner: string;
}

/** Walks over the rows in order. Rows that do not say their number follow the one before. */
export function* rowTexts(data: string): Generator<RowText> {
  const tags = new RegExp(rowTag.source, 'g');
  let last = -1;
  for (let found = tags.exec(data); found; found = tags.exec(data)) {
    const [whole, prefix = '', tag = '', empty] = found;
    const start = found.index + whole.length;
    const number = /\br\s*=\s*["'](\d+)/.exec(tag)?.[1];
    last = number ? Number(number) - 1 : last + 1;
    const end = empty ? start : data.indexOf(`</${prefix}row>`, start);
    if (end < 0) throw new Error('a row does not end');
    yield { row: last, tag, inner: data.slice(start, end) };
    if (!empty) tags.lastIndex = end;
  }
}

/** One cell's place in a row's text. */
export interface CellText {
  readonly column: number;
  readonly attributes: Record<string, string>;
  readonly inner: string;
  /** The whole element as it stands in the file. */
  readonly text: string;
}

/** Walks over a row's cells in order. Cells that do not say their name follow the one before. */
export function* cellTexts(inner: string): Generator<CellText> {
  let last = -1;
  for (const [text, tag = '', content = ''] of inner.matchAll(cellTag)) {
    const attributes = attributesOf(tag);
    const letters = /^[A-Z]+/i.exec(attributes.r ?? '')?.[0];
    last = letters ? columnNumber(letters) : last + 1;
    yield { column: last, attributes: { ...attributes, r: attributes.r ?? columnName(last) }, inner: content, text };
  }
}

/** Reads sheetData. `strings` are the workbook's shared texts. */
export function readCells(data: string, strings: readonly string[], styles: Styles): SheetCells {
  const reading: Reading = { strings, styles, shared: new Map(), spilled: new Set() };
  const cells: SheetCells['cells'] = {};
  const rows: SheetCells['rows'] = {};
  let [rowCount, columnCount, bareRows] = [0, 0, 0];
  for (const { row, tag, inner } of rowTexts(data)) {
    if (!contentTag.test(inner) && ++bareRows > shownBareRows) continue;
    const line: Record<number, ICellData> = {};
    for (const { column, attributes, inner: content } of cellTexts(inner)) {
      const cell = cellOf(attributes, content, row, column, reading);
      if (!cell) continue;
      line[column] = cell;
      columnCount = Math.max(columnCount, column + 1);
    }
    if (Object.keys(line).length > 0) {
      cells[row] = line;
      rowCount = row + 1;
    }
    const look = rowLook(attributesOf(tag));
    if (saysMore(look)) rows[row] = look;
  }
  return { cells, rows, rowCount, columnCount, bareRows: Math.max(0, bareRows - shownBareRows) };
}
