/**
 * The cells of a table, however it is laid out: between pipes, or words and numbers in turn on a line (`90 - 100 A`, `0 - 3Excellent`,
 * `99.0% - 99.9% | 10%`); and its rows: lines, several rows in one line, or two stacks of equal height.
 */
import { intervals } from './intervals';
import { quantities } from './quantities';
import { anyChunk, bare, chunkAt, edited, placeOf, printed, stretch, type Chunk, type Edit, type Skeleton } from './skeleton';

/** A cell: at most one number or interval, and the words beside it. */
export interface Cell {
  readonly at: Skeleton;
  readonly chunk: Chunk | null;
  readonly words: string;
  /** The cell with the signs at its edges. */
  readonly raw: string;
  /** The sign written right before the number. */
  readonly sign: '-' | '+' | null;
}

export type Row = readonly Cell[];

/** Where columns were run together: `3Excellent`, `99.0%10%`, `AboveFailing`, `years)20`. */
const joints =
  /(?<=\d)(?=[A-Z][a-z]{2})|(?<=%)(?=[\dA-Z])|(?<=\d%?\+?\s?(?:and|&|or) [Aa]bove|[Bb]elow|[Mm]ore|[Oo]ver)(?=[A-Z\d])|(?<=[a-z]\))(?=\d)/g;

function apart(skeleton: Skeleton): Skeleton {
  const edits = [...skeleton.text.matchAll(joints)].map(({ index }): Edit => ({ start: index, end: index, chunk: null }));
  return edited(skeleton, edits);
}

const edges = /^[\s|:=,;()[\]>→*•●▪"/-]+|(?:[\s|:=,;([\]→*•●▪"/]|\s-|\.$)+$/g;
const chunks = new RegExp(anyChunk.source, 'g');

function wordsOf(text: string): string {
  const open = text.replace(chunks, ' ').replace(/\s+/g, ' ').replace(edges, '');
  return open.includes('(') ? open : open.replace(/\)$/, '');
}

/** The sign of a number: right before it, and behind no number or word. */
function signOf(text: string, at: number): Cell['sign'] {
  const before = /(?:^|[\s|:=(])([-+])$/.exec(text.slice(0, at))?.[1];
  return before === '-' || before === '+' ? before : null;
}

/** A stretch with at most one chunk as a cell; null where it holds several. */
function cellOf(at: Skeleton, line: string, from: number, raw: string): Cell | null {
  const found = [...at.text.matchAll(chunks)];
  if (found.length > 1) return null;
  const place = found[0]?.index ?? -1;
  const words = found.length > 0 ? wordsOf(at.text).replace(/^[+-]|[+-]$/g, '') : wordsOf(at.text);
  const closed = words.includes('(') && !words.includes(')') && at.text.includes(')') ? `${words})` : words;
  const chunk = chunkAt(at, found[0]?.[0]);
  return { at, chunk, words: printed(at, closed), raw, sign: chunk ? signOf(line, from + place) : null };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Words and numbers in turn. */
function turns(text: string, start: number): readonly Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const match of text.matchAll(chunks)) {
    found.push({ start: start + at, end: start + match.index }, { start: start + match.index, end: start + match.index + 1 });
    at = match.index + 1;
  }
  return [...found, { start: start + at, end: start + text.length }];
}

const holds = /[\p{L}\p{N}\ue000-\ue5ff]/u;

function piped(line: Skeleton): readonly Stretch[] {
  let at = 0;
  return line.text.split('|').map((cell) => {
    const start = at;
    at += cell.length + 1;
    return { start, end: start + cell.length };
  });
}

function cellsIn(line: Skeleton, split: boolean): readonly Cell[] | null {
  const pieces = piped(line).flatMap(({ start, end }) => (split ? turns(line.text.slice(start, end), start) : [{ start, end }]));
  const cells = pieces
    .filter(({ start, end }) => holds.test(line.text.slice(start, end)))
    .map(({ start, end }) => {
      const [inner, raw] = [stretch(line, start, end), line.text.slice(start, end)];
      const closed = raw + (line.text[end] === '|' ? '|' : end === line.text.length ? '\n' : '');
      return cellOf(inner, line.text, start + raw.indexOf(inner.text), closed);
    });
  return cells.every((cell) => cell !== null && (cell.chunk !== null || cell.words !== '')) ? (cells as Cell[]) : null;
}

function linesIn(skeleton: Skeleton): readonly Skeleton[] {
  let at = 0;
  return skeleton.text.split('\n').flatMap((line) => {
    const start = at;
    at += line.length + 1;
    return holds.test(line) ? [{ ...stretch(skeleton, start, start), ...slice(skeleton, start, start + line.length) }] : [];
  });
}

const slice = ({ text, starts, ends }: Skeleton, from: number, to: number): Pick<Skeleton, 'text' | 'starts' | 'ends'> => ({
  text: text.slice(from, to),
  starts: starts.slice(from, to),
  ends: ends.slice(from, to),
});

/** A table as it may be cut, with the words in front of it. */
export interface Cut {
  readonly head: readonly Cell[];
  readonly rows: readonly Row[];
}

const numbered = (row: Row): boolean => row.some(({ chunk }) => chunk !== null);

/** `97% guaranteed`: what is aimed at, above the rows. */
const aim = /^(?:guaranteed?|target|goal|full compliance)$/i;

/** Rows of one length, in front of them lines of words. */
function asLines(lines: readonly Row[]): Cut | null {
  const from = lines.findIndex((row) => numbered(row) && !row.some(({ words }) => aim.test(words)));
  const rows = lines.slice(from);
  if (from < 0 || rows.length < 2 || rows.some((row) => row.length !== rows[0]?.length || !numbered(row))) return null;
  return { head: lines.slice(0, from).flat(), rows };
}

const titled = /(?:[:|([=-]|\n)\s*$/;
const opensCut = /^\s*[,;/.)]/;
const closesCut = /[,;/.(]\s*$/;

/** Whether the signs between two rows cut them apart, and not a row in two. */
const isCutBetween = (last: Cell | undefined, first: Cell | undefined): boolean =>
  last?.chunk === null ? !opensCut.test(last.raw) : first?.chunk !== null || !closesCut.test(first.raw);

/** Several rows in a line: the same number of cells each; in front of them a title. */
function asRuns(cells: Row, head: number, period: number): Cut | null {
  const body = cells.slice(head);
  if (body.length % period !== 0 || body.length / period < 2) return null;
  if (head > 0 && (numbered(cells.slice(0, head)) || !titled.test(cells[head - 1]?.raw ?? ''))) return null;
  const rows = Array.from({ length: body.length / period }, (_, at) => body.slice(at * period, (at + 1) * period));
  const same = rows.every((row) => row.every(({ chunk }, at) => (chunk === null) === (rows[0]?.[at]?.chunk === null)));
  const cut = rows.slice(1).every((row, at) => isCutBetween(rows[at]?.[period - 1], row[0]));
  return same && cut && numbered(rows[0] as Row) ? { head: cells.slice(0, head), rows } : null;
}

/** A stack of one column over a stack of the other, each with a title of its own. */
function asStacks(lines: readonly Row[]): Cut | null {
  if (lines.some((row) => row.length !== 1)) return null;
  const cells = lines.map(([cell]) => cell as Cell);
  const titles = cells.filter(({ chunk }) => chunk === null);
  const values = cells.filter(({ chunk }) => chunk !== null);
  const half = values.length / 2;
  if (titles.length > 2 || !Number.isInteger(half) || half < 3) return null;
  return { head: titles, rows: values.slice(0, half).map((cell, at) => [cell, values[half + at] as Cell]) };
}

const cellsWhole = (line: Skeleton): readonly Cell[] | null => cellsIn(line, false);
const cellsSplit = (line: Skeleton): readonly Cell[] | null => cellsIn(line, true);

/** Words behind the last number of a line go with it: `80-89 %: 50 % of target bonus`. */
function cellsJoined(line: Skeleton): readonly Cell[] | null {
  const cells = cellsIn(line, true);
  const [before, last] = cells?.slice(-2) ?? [];
  if (!cells || cells.length < 3 || !before?.chunk || !last || last.chunk) return cells;
  const words = `${before.words} ${last.words}`.trim();
  return [...cells.slice(0, -2), { ...before, words, raw: before.raw + last.raw }];
}

/** All ways to cut a text into the rows of a table, the plainest first. */
export function tablesIn(text: string): readonly Cut[] {
  const plain = bare(text);
  if (!plain) return [];
  const lines = linesIn(intervals(quantities(apart(plain))));
  const cuts = [cellsWhole, cellsSplit, cellsJoined].flatMap((cut) => {
    const rows = lines.map(cut);
    if (rows.some((row) => row === null)) return [];
    const read = rows as readonly Row[];
    const flat = read.flat();
    const runs = [2, 3].flatMap((period) => [0, 1].flatMap((head) => asRuns(flat, head, period) ?? []));
    return [asLines(read), asStacks(read), ...runs].flatMap((cut) => cut ?? []);
  });
  return cuts;
}

/** Where a row stands in the normalised text. */
export function placeOfRow(row: Row): { readonly start: number; readonly end: number } {
  const places = row.map(({ at }) => placeOf(at));
  return { start: Math.min(...places.map(({ start }) => start)), end: Math.max(...places.map(({ end }) => end)) };
}
