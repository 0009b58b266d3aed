/**
 * Writes cells into the text of a worksheet part. Only the `<c>` of a written cell changes (and its row's opening where the row has to grow):
 * styles, validations, extensions and every other character stay.
 */
import { cellAddress } from '../../form/address';
import { cellsOf, findRows, type RowPlace } from './locateCells';
import { attribute, type SheetText } from './sheetCells';
import { formulaToFile } from './translateFormula';
import { encodeText } from './xml';

export type CellContent =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: string | number | boolean | { readonly error: string } }
  | { readonly kind: 'formula'; readonly formula: string; readonly value: string | number | null };

export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
}

/** Style index that a new cell takes from its row or column, as a typed one would in Excel. */
export type StyleOf = (column: number, rowTag: string | null) => string | null;

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The part's text with the edits made. Rows and cells that do not exist yet are inserted in order. */
export function patchSheet(sheet: SheetText, edits: readonly CellEdit[], styleOf: StyleOf): string {
  const byRow = new Map<number, CellEdit[]>();
  for (const edit of [...edits].sort((a, b) => a.row - b.row || a.column - b.column))
    byRow.set(edit.row, [...(byRow.get(edit.row) ?? []), edit]);
  const { found, insertAt } = findRows(sheet, [...byRow.keys()]);
  const replacements = [...byRow].flatMap(([row, rowEdits]): Replacement[] => {
    const place = found.get(row);
    if (place) return patchRow(sheet, place, rowEdits, styleOf);
    const at = insertAt.get(row) ?? sheet.dataEnd;
    return [{ start: at, end: at, text: newRow(sheet, row, rowEdits, styleOf) }];
  });
  return openEmptyData(sheet, replace(sheet.xml, replacements), replacements);
}

/** `<sheetData/>` has no inside to write into: it is opened around the new rows. */
function openEmptyData(sheet: SheetText, xml: string, replacements: readonly Replacement[]): string {
  const tag = /\s*\/>$/.exec(sheet.xml.slice(0, sheet.dataStart));
  if (sheet.dataStart !== sheet.dataEnd || !tag) return xml;
  const rows = replacements.map(({ text }) => text).join('');
  return `${sheet.xml.slice(0, tag.index)}>${rows}</${sheet.prefix}sheetData>${sheet.xml.slice(sheet.dataEnd)}`;
}

function replace(xml: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, text } of replacements) {
    pieces.push(xml.slice(from, start), text);
    from = end;
  }
  return pieces.join('') + xml.slice(from);
}

function patchRow(sheet: SheetText, place: RowPlace, edits: readonly CellEdit[], styleOf: StyleOf): Replacement[] {
  const tag = sheet.xml.slice(place.start, place.tagEnd);
  const opened = widenSpans(place.selfClosed ? `${tag.slice(0, -2).trimEnd()}>` : tag, edits);
  const row = { sheet, place, tag: opened };
  if (place.selfClosed) {
    const cells = edits.map((edit) => newCell(row, edit, styleOf)).join('');
    return [{ start: place.start, end: place.tagEnd, text: `${opened}${cells}</${sheet.prefix}row>` }];
  }
  const head = opened === tag ? [] : [{ start: place.start, end: place.tagEnd, text: opened }];
  return [...head, ...patchCells(row, edits, styleOf)];
}

interface RowText {
  readonly sheet: SheetText;
  readonly place: RowPlace;
  readonly tag: string;
}

function patchCells(row: RowText, edits: readonly CellEdit[], styleOf: StyleOf): Replacement[] {
  const replacements: Replacement[] = [];
  let next = 0;
  for (const cell of cellsOf(row.sheet, row.place)) {
    for (; (edits[next]?.column ?? Infinity) < cell.column; next += 1) replacements.push(insertion(row, cell.start, edits[next], styleOf));
    const edit = edits[next];
    if (edit?.column !== cell.column) continue;
    replacements.push({ start: cell.start, end: cell.end, text: cellXml(row.sheet.prefix, keptAttributes(cell.tag, edit), edit.content) });
    next += 1;
  }
  return [...replacements, ...edits.slice(next).map((edit) => insertion(row, row.place.contentEnd, edit, styleOf))];
}

const insertion = (row: RowText, at: number, edit: CellEdit | undefined, styleOf: StyleOf): Replacement => ({
  start: at,
  end: at,
  text: edit ? newCell(row, edit, styleOf) : '',
});

/** The cell's own attributes but for its type and the metadata that belonged to its former content. */
function keptAttributes(tag: string, edit: CellEdit): string {
  const inner = /^<[\w.:-]+([\s\S]*?)\/?>$/.exec(tag)?.[1] ?? '';
  const kept = inner.replace(/\s(?:t|cm|vm)\s*=\s*(?:"[^"]*"|'[^']*')/g, '').trimEnd();
  return attribute(tag, 'r') ? kept : ` r="${cellAddress(edit.row, edit.column)}"${kept}`;
}

function newCell(row: RowText, edit: CellEdit, styleOf: StyleOf): string {
  const style = styleOf(edit.column, row.tag);
  return cellXml(row.sheet.prefix, ` r="${cellAddress(edit.row, edit.column)}"${style ? ` s="${style}"` : ''}`, edit.content);
}

function newRow(sheet: SheetText, row: number, edits: readonly CellEdit[], styleOf: StyleOf): string {
  const place: RowPlace = { start: 0, tagEnd: 0, contentEnd: 0, selfClosed: false };
  const cells = edits.map((edit) => newCell({ sheet, place, tag: '' }, edit, styleOf)).join('');
  return `<${sheet.prefix}row r="${row}">${cells}</${sheet.prefix}row>`;
}

function cellXml(prefix: string, attributes: string, content: CellContent): string {
  const { type, inner } = contentXml(prefix, content);
  const tag = `<${prefix}c${attributes}${type ? ` t="${type}"` : ''}`;
  return inner ? `${tag}>${inner}</${prefix}c>` : `${tag}/>`;
}

/** Texts are written inline, so that the table of shared strings stays as it is and no text can ever be read as a formula. */
function contentXml(p: string, content: CellContent): { type: string; inner: string } {
  if (content.kind === 'blank') return { type: '', inner: '' };
  if (content.kind === 'value') return valueXml(p, content.value);
  const { value } = content;
  const cached = value === null ? '' : `<${p}v>${encodeText(String(value))}</${p}v>`;
  return { type: typeof value === 'string' ? 'str' : '', inner: `<${p}f>${encodeText(formulaToFile(content.formula))}</${p}f>${cached}` };
}

function valueXml(p: string, value: string | number | boolean | { readonly error: string }): { type: string; inner: string } {
  if (typeof value === 'string')
    return { type: 'inlineStr', inner: `<${p}is><${p}t xml:space="preserve">${encodeText(value)}</${p}t></${p}is>` };
  if (typeof value === 'object') return { type: 'e', inner: `<${p}v>${encodeText(value.error)}</${p}v>` };
  return typeof value === 'boolean'
    ? { type: 'b', inner: `<${p}v>${value ? 1 : 0}</${p}v>` }
    : { type: '', inner: `<${p}v>${value}</${p}v>` };
}

/** `spans="2:9"` of a row whose cells now reach further. */
function widenSpans(tag: string, edits: readonly CellEdit[]): string {
  return tag.replace(/(\sspans\s*=\s*["'])(\d+):(\d+)(["'])/, (whole, open: string, first: string, last: string, close: string) => {
    const columns = edits.map(({ column }) => column);
    const from = Math.min(Number(first), ...columns);
    const to = Math.max(Number(last), ...columns);
    return from === Number(first) && to === Number(last) ? whole : `${open}${from}:${to}${close}`;
  });
}
