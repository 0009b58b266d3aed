/**
 * The text an English grammar works on: words as they stand, and one private character for every quantity, interval or share that a level
 * of the cascade has found. A level rewrites what the level before left, so that a pattern over whole sentences stays short.
 */
import type { Interval } from '../interval';
import type { Quantity } from '../types';

/** What a private character stands for. `share`: full marks, half marks, no points, as a fraction of the row's full marks. */
export type Chunk =
  | { readonly kind: 'number' | 'points' | 'ratio' | 'measure'; readonly quantity: Quantity }
  | { readonly kind: 'interval'; readonly intervals: readonly Interval[]; readonly unit: Quantity['unit']; readonly ranged: boolean }
  | { readonly kind: 'share'; readonly share: string };

const kinds: readonly Chunk['kind'][] = ['number', 'points', 'ratio', 'measure', 'interval', 'share'];
const first = 0xe000;
const perKind = 0x100;
const last = first + kinds.length * perKind - 1;

export interface Skeleton {
  readonly text: string;
  /** The normalised text, and where in it each character of `text` starts and ends. */
  readonly source: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly chunks: readonly Chunk[];
}

const isPrivate = (code: number): boolean => code >= first && code <= last;

/** A skeleton without chunks; null where the text itself holds private characters. */
export function bare(source: string): Skeleton | null {
  for (let at = 0; at < source.length; at++) if (isPrivate(source.charCodeAt(at))) return null;
  const starts = Array.from({ length: source.length }, (_, at) => at);
  return { text: source, source, starts, ends: starts.map((at) => at + 1), chunks: [] };
}

/** The chunk that a private character stands for. */
export function chunkAt(skeleton: Skeleton, char: string | undefined): Chunk | null {
  const code = char?.charCodeAt(0) ?? 0;
  return isPrivate(code) ? (skeleton.chunks[(code - first) % perKind] ?? null) : null;
}

/** The number that a private character stands for; null for intervals and shares. */
export function quantityOf(skeleton: Skeleton, char: string | undefined): Quantity | null {
  const chunk = chunkAt(skeleton, char);
  return chunk && 'quantity' in chunk ? chunk.quantity : null;
}

/** A stretch that becomes a chunk, plainer words, or disappears (null). */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly chunk: Chunk | null;
  readonly words?: string;
}

interface Draft {
  text: string;
  readonly starts: number[];
  readonly ends: number[];
  readonly chunks: Chunk[];
}

function put(draft: Draft, char: string, start: number, end: number): void {
  draft.text += char;
  draft.starts.push(start);
  draft.ends.push(end);
}

function putEdit(draft: Draft, { start, end, chunk, words }: Edit, skeleton: Skeleton): void {
  const [from, to] = [skeleton.starts[start] ?? 0, skeleton.ends[end - 1] ?? 0];
  if (words !== undefined) return Array.from(words).forEach((char) => put(draft, char, from, to));
  if (!chunk || draft.chunks.length >= perKind) return put(draft, ' ', from, to);
  const code = first + kinds.indexOf(chunk.kind) * perKind + draft.chunks.length;
  draft.chunks.push(chunk);
  return put(draft, String.fromCharCode(code), from, to);
}

/** Rewrites stretches that follow each other; positions lead back to the source. */
export function edited(skeleton: Skeleton, edits: readonly Edit[]): Skeleton {
  if (edits.length === 0) return skeleton;
  const draft: Draft = { text: '', starts: [], ends: [], chunks: [...skeleton.chunks] };
  let at = 0;
  const copy = (end: number): void => {
    for (; at < end; at++) put(draft, skeleton.text[at] as string, skeleton.starts[at] as number, skeleton.ends[at] as number);
  };
  for (const edit of edits) {
    if (edit.start < at) continue;
    copy(edit.start);
    putEdit(draft, edit, skeleton);
    at = edit.end;
  }
  copy(skeleton.text.length);
  return { ...skeleton, ...draft };
}

/** Rewrites every match of a pattern for which `make` gives a chunk (or null: the stretch disappears); undefined leaves it. */
export function rewritten(skeleton: Skeleton, found: RegExp, make: (match: RegExpExecArray) => Chunk | null | undefined): Skeleton {
  const edits: Edit[] = [];
  for (const match of skeleton.text.matchAll(found)) {
    const chunk = match[0] === '' ? undefined : make(match as RegExpExecArray);
    if (chunk !== undefined) edits.push({ start: match.index, end: match.index + match[0].length, chunk });
  }
  return edited(skeleton, edits);
}

/** Says every match of a pattern in other words (`$1` stands for its first group). */
export function reworded(skeleton: Skeleton, found: RegExp, words: string): Skeleton {
  const edits = [...skeleton.text.matchAll(found)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    chunk: null,
    words: words.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? ''),
  }));
  return edited(skeleton, edits);
}

/** A stretch as a skeleton of its own, without the spaces and signs at its edges. */
export function stretch(skeleton: Skeleton, start: number, end: number): Skeleton {
  let [from, to] = [start, end];
  while (from < to && /[\s,;.]/.test(skeleton.text[from] as string)) from += 1;
  while (to > from && /[\s,;.]/.test(skeleton.text[to - 1] as string)) to -= 1;
  return { ...skeleton, text: skeleton.text.slice(from, to), starts: skeleton.starts.slice(from, to), ends: skeleton.ends.slice(from, to) };
}

/** Where a skeleton stands in the normalised text. */
export function placeOf({ starts, ends }: Skeleton): { readonly start: number; readonly end: number } {
  return { start: starts[0] ?? 0, end: ends[ends.length - 1] ?? 0 };
}

/** Words of a match as they stood in the source: chunks are written out again. */
export function printed(skeleton: Skeleton, text: string): string {
  const out = Array.from(text, (char) => {
    const at = chunkAt(skeleton, char) ? skeleton.text.indexOf(char) : -1;
    return at < 0 ? char : skeleton.source.slice(skeleton.starts[at], skeleton.ends[at]);
  });
  return out.join('').replace(/\s+/g, ' ').trim();
}

const range = (from: number, to: number): string =>
  `[\\u${(first + from * perKind).toString(16)}-\\u${(first + to * perKind - 1).toString(16)}]`;

/** What stands for chunks in the source of a pattern: number, points, ratio, measure, interval, share, any quantity, value, any, word. */
const classes: Readonly<Record<string, string>> = {
  n: range(0, 1), p: range(1, 2), r: range(2, 3), m: range(3, 4), i: range(4, 5), s: range(5, 6), q: range(0, 4), v: range(0, 2), x: range(0, kinds.length),
  w: `[^;\\n\\u${first.toString(16)}-\\u${last.toString(16)}]`,
}; // prettier-ignore

/** A pattern over a skeleton: `{p}` is points, `{q}` any quantity, `{w}` a character of plain words … */
export function pattern(source: string, flags = 'i'): RegExp {
  return new RegExp(
    source.replace(/\{([a-z])\}/g, (whole, name: string) => classes[name] ?? whole),
    flags,
  );
}

/** Any chunk at all. */
export const anyChunk = pattern('{x}');
