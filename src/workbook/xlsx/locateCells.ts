/** Where rows and cells stand in the text of a worksheet part, empty ones included. Walks rows up to the last one wanted. */
import { parseAddress } from '../../form/address';
import { attribute, type SheetText } from './sheetCells';

export interface RowPlace {
  readonly start: number;
  readonly tagEnd: number;
  /** Where `</row>` begins; `tagEnd` for `<row …/>`. */
  readonly contentEnd: number;
  readonly selfClosed: boolean;
}

export interface CellPlace {
  readonly start: number;
  readonly end: number;
  readonly column: number;
  /** The cell's opening tag. */
  readonly tag: string;
}

/** Places of the wanted rows (ascending), and for missing ones the place before the next higher row. */
export function findRows(sheet: SheetText, wanted: readonly number[]): { found: Map<number, RowPlace>; insertAt: Map<number, number> } {
  const found = new Map<number, RowPlace>();
  const insertAt = new Map<number, number>();
  let next = 0;
  let row = 0;
  for (let at = rowStart(sheet, sheet.dataStart); at >= 0 && next < wanted.length; at = rowStart(sheet, at + 4)) {
    const tagEnd = sheet.shape.indexOf('>', at) + 1;
    row = Number(attribute(sheet.xml.slice(at, tagEnd), 'r') ?? row + 1);
    for (; (wanted[next] ?? Infinity) < row; next += 1) insertAt.set(wanted[next] ?? 0, at);
    if (wanted[next] !== row) continue;
    found.set(row, rowPlace(sheet, at, tagEnd));
    next += 1;
  }
  return { found, insertAt };
}

function rowStart(sheet: SheetText, from: number): number {
  const at = sheet.shape.indexOf(`<${sheet.prefix}row`, from);
  return at >= 0 && at < sheet.dataEnd ? at : -1;
}

function rowPlace(sheet: SheetText, start: number, tagEnd: number): RowPlace {
  const selfClosed = sheet.shape[tagEnd - 2] === '/';
  return { start, tagEnd, selfClosed, contentEnd: selfClosed ? tagEnd : sheet.shape.indexOf(`</${sheet.prefix}row`, tagEnd) };
}

/** Cells of a row in order, with content or without. */
export function* cellsOf(sheet: SheetText, place: RowPlace): Generator<CellPlace> {
  const tags = new RegExp(`<${sheet.prefix}c(?=[\\s/>])[^>]*>`, 'g');
  const close = `</${sheet.prefix}c>`;
  tags.lastIndex = place.tagEnd;
  let column = 0;
  for (let match = tags.exec(sheet.shape); match && match.index < place.contentEnd; match = tags.exec(sheet.shape)) {
    const tag = sheet.xml.slice(match.index, match.index + match[0].length);
    column = parseAddress(attribute(tag, 'r') ?? '')?.column ?? column + 1;
    const end = tag.endsWith('/>') ? tags.lastIndex : sheet.shape.indexOf(close, tags.lastIndex) + close.length;
    tags.lastIndex = end;
    yield { start: match.index, end, column, tag };
  }
}
