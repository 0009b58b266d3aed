import type { ICellData } from '@univerjs/core';
import { cellTexts, rowTexts } from './readCells';
import { cellName } from './references';
import { cellType } from './univerNames';
import { encodeXml } from './xml';

/** A cell to be written anew: what it holds now, and the number of its format. */
export interface CellPatch {
  readonly cell: ICellData | null;
  /** Formula without `=`, spelt out; '' for none. */
  readonly formula: string;
  readonly style: number;
}

/** A row's changed look: attributes to set, undefined to take one away. */
export type RowPatch = Readonly<Record<string, string | undefined>>;

export interface SheetPatch {
  /** By row, then column. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellPatch>>;
  readonly rows: ReadonlyMap<number, RowPatch>;
  readonly prefix: string;
}

/** Functions younger than the file format, which files name with a prefix (Excel's list of `_xlfn` functions). */
const prefixes: readonly (readonly [string, readonly string[]])[] = [
  ['_xlfn._xlws.', ['FILTER', 'SORT']],
  [
    '_xlfn.',
    (
      'IFS SWITCH CONCAT TEXTJOIN MAXIFS MINIFS XLOOKUP XMATCH UNIQUE SEQUENCE SORTBY RANDARRAY LET LAMBDA MAP REDUCE SCAN BYROW BYCOL MAKEARRAY VSTACK HSTACK TOROW TOCOL TAKE DROP ' +
      'CHOOSEROWS CHOOSECOLS EXPAND WRAPROWS WRAPCOLS TEXTBEFORE TEXTAFTER TEXTSPLIT DAYS IFNA XOR NUMBERVALUE FORMULATEXT ISFORMULA SHEET SHEETS UNICHAR UNICODE RANK.EQ RANK.AVG ' +
      'STDEV.S STDEV.P VAR.S VAR.P PERCENTILE.INC PERCENTILE.EXC QUARTILE.INC QUARTILE.EXC PERCENTRANK.INC PERCENTRANK.EXC MODE.SNGL MODE.MULT CEILING.MATH FLOOR.MATH NORM.DIST NORM.INV'
    ).split(' '),
  ],
];

const prefixOf = new Map(prefixes.flatMap(([prefix, names]) => names.map((name) => [name, prefix] as const)));

/** A formula as a file holds it: without `=`, with the prefixes that files want before young functions and before an add-in's. */
export function fileFormula(formula: string, addinFunctions: ReadonlySet<string>): string {
  return formula.replace(/^=/, '').replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\b([A-Z][A-Z0-9._]*)(?=\()/gi, (whole: string, name?: string) => {
    if (!name) return whole;
    const upper = name.toUpperCase();
    return (addinFunctions.has(upper) ? '_xldudf_' : (prefixOf.get(upper) ?? '')) + name;
  });
}

const errors = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#BUSY!',
]);

const richText = (cell: ICellData): string | undefined => cell.p?.body?.dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n');

// A text that begins or ends with a space keeps it only when XML is told so.
const textXml = (text: string, prefix: string) =>
  `<${prefix}t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${encodeXml(text)}</${prefix}t>`;

function contentXml({ cell, formula }: CellPatch, prefix: string): { readonly type: string; readonly inner: string } {
  const f = formula ? `<${prefix}f>${encodeXml(formula)}</${prefix}f>` : '';
  const value = cell?.v ?? (cell ? richText(cell) : undefined);
  const v = (text: string) => `${f}<${prefix}v>${encodeXml(text)}</${prefix}v>`;
  if (value === undefined || value === null || (value === '' && !formula)) return { type: '', inner: f };
  if (cell?.t === cellType.boolean || typeof value === 'boolean') return { type: 'b', inner: v(value && value !== 'FALSE' ? '1' : '0') };
  if (typeof value === 'number') return { type: '', inner: v(String(value)) };
  if (formula || errors.has(value)) return { type: errors.has(value) ? 'e' : 'str', inner: v(value) };
  return { type: 'inlineStr', inner: `<${prefix}is>${textXml(value, prefix)}</${prefix}is>` };
}

function cellXml(row: number, column: number, patch: CellPatch, prefix: string): string {
  const { type, inner } = contentXml(patch, prefix);
  if (!inner && patch.style === 0) return '';
  const tag = `<${prefix}c r="${cellName(row, column)}"${patch.style ? ` s="${patch.style}"` : ''}${type ? ` t="${type}"` : ''}`;
  return inner ? `${tag}>${inner}</${prefix}c>` : `${tag}/>`;
}

// The cells of a row with some written anew, in the order of their columns; the others stay character for character.
function rowInner(row: number, inner: string, cells: ReadonlyMap<number, CellPatch>, prefix: string): string {
  const all = new Map<number, string>();
  for (const { column, text } of cellTexts(inner)) all.set(column, text);
  for (const [column, patch] of cells) all.set(column, cellXml(row, column, patch, prefix));
  return [...all.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text)
    .join('');
}

// `spans` is a hint that may no longer hold; it may be left out.
function rowTag(row: number, tag: string, look: RowPatch): string {
  const kept = tag.replace(/\s(?:spans|r)="[^"]*"/g, '');
  const without = Object.keys(look).reduce((text, name) => text.replace(new RegExp(`\\s${name}="[^"]*"`), ''), kept);
  const set = Object.entries(look).map(([name, value]) => (value === undefined ? '' : ` ${name}="${value}"`));
  return ` r="${row + 1}"${set.join('')}${without.trimEnd()}`;
}

function rowXml(row: number, tag: string, inner: string, { prefix }: SheetPatch, look: RowPatch): string {
  const head = `<${prefix}row${rowTag(row, tag, look)}`;
  return inner ? `${head}>${inner}</${prefix}row>` : `${head}/>`;
}

const noCells: ReadonlyMap<number, CellPatch> = new Map();

/** sheetData's text with the changed cells and rows written anew and all other rows as they stand. Rows without an `r` of their own get one. */
export function writeCells(data: string, patch: SheetPatch): string {
  const pending = [...new Set([...patch.cells.keys(), ...patch.rows.keys()])].sort((a, b) => a - b);
  const written: string[] = [];
  let next = 0;
  const write = (row: number, tag: string, inner: string) =>
    written.push(rowXml(row, tag, rowInner(row, inner, patch.cells.get(row) ?? noCells, patch.prefix), patch, patch.rows.get(row) ?? {}));
  for (const { row, tag, inner } of rowTexts(data)) {
    for (; next < pending.length && (pending[next] ?? 0) < row; next++) write(pending[next] ?? 0, '', '');
    if (pending[next] === row) {
      write(row, tag, inner);
      next++;
    } else if (inner || tag)
      written.push(inner ? `<${patch.prefix}row${tag}>${inner}</${patch.prefix}row>` : `<${patch.prefix}row${tag}/>`);
  }
  for (; next < pending.length; next++) write(pending[next] ?? 0, '', '');
  return written.join('');
}

/** The cells of shared formulas whose spelling stands in one of the changed cells: they must be spelt out on their own. */
export function orphanedCells(
  data: string,
  changed: (row: number, column: number) => boolean,
): { readonly row: number; readonly column: number }[] {
  const members = new Map<string, { row: number; column: number }[]>();
  const lost = new Set<string>();
  for (const { row, inner } of rowTexts(data)) {
    if (!inner.includes('shared')) continue;
    for (const { column, inner: content } of cellTexts(inner)) {
      const shared = /<(?:\w+:)?f\b(?=[^>]*\bt="shared")[^>]*?\bsi="(\d+)"[^>]*?(\/?)>/.exec(content);
      if (!shared?.[1]) continue;
      members.set(shared[1], [...(members.get(shared[1]) ?? []), { row, column }]);
      if (!shared[2] && changed(row, column)) lost.add(shared[1]);
    }
  }
  return [...lost].flatMap((si) => members.get(si) ?? []);
}
