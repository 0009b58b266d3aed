/**
 * One spelling for the readers: compatibility forms, Traditional characters, spaces and dashes are unified before anything is read,
 * while every position can be traced back to the text as it was written.
 */
import { toSimplified } from './simplified';
import type { Span } from './types';
import { settingSpaces } from './spaced';
import { wrappingBreaks } from './wraps';

/** A text in the reader's spelling, with the way back to the original. */
export interface NormalisedText {
  readonly text: string;
  readonly original: string;
  /** Turns positions in `text` into positions in `original`; an empty span stays empty. */
  readonly toOriginal: (span: Span) => Span;
}

/** Characters whose compatibility form would change a number or hide punctuation that Chinese readers tell apart. */
const exempt = /[，！？²³¹⁰⁴-⁹½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/u;

/** Circled and bracketed enumerators become `(1)`: plain digits would run into the number behind them (①90分 is not 190分). */
const enumerators: readonly { readonly first: number; readonly last: number; readonly from: number }[] = [
  { first: 0x2460, last: 0x2473, from: 1 }, // ①–⑳
  { first: 0x2474, last: 0x2487, from: 1 }, // ⑴–⒇
  { first: 0x2488, last: 0x249b, from: 1 }, // ⒈–⒛
  { first: 0x2776, last: 0x277f, from: 1 }, // ❶–❿
  { first: 0x2780, last: 0x2789, from: 1 }, // ➀–➉
];

const dashes = /[‐‑‒–—―−﹘﹣－⸺⸻]/u;
const waves = /[～〜∼˜]/u;
/** Marks that print nothing, and the back quotes with which some set off numbers. */
const invisible = /[`\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u;
const horizontalSpace = /[\p{Zs}\t\v\f]/u;
const lineBreak = /[\n\r\u0085\u2028\u2029]/u;
const comparisons: Readonly<Record<string, string>> = { '≧': '≥', '⩾': '≥', '≦': '≤', '⩽': '≤', '＜': '<', '＞': '>', '∶': ':', '﹕': ':' };
const quotes: Readonly<Record<string, string>> = { '“': '"', '”': '"', '„': '"', '‘': "'", '’': "'", '＂': '"' };

/** A converter can only lengthen or shorten phrases; where it does, characters are converted one by one so that positions hold. */
function simplify(text: string): string {
  const converted = toSimplified(text);
  if (converted.length === text.length) return converted;
  return Array.from(text, (char) => {
    const single = toSimplified(char);
    return single.length === char.length ? single : char;
  }).join('');
}

function enumerator(char: string): string | null {
  const code = char.codePointAt(0) ?? 0;
  const series = enumerators.find(({ first, last }) => code >= first && code <= last);
  return series ? `(${code - series.first + series.from})` : null;
}

/** Characters that were seen, in the reader's spelling: a text repeats the few that it is made of. */
const seen = new Map<string, string>();

/** One character in the reader's spelling, looked up where it was met before. */
function unify(char: string): string {
  const known = seen.get(char);
  if (known !== undefined) return known;
  const unified = unifyCluster(char);
  seen.set(char, unified);
  return unified;
}

/** One character with its combining marks, in the reader's spelling. */
function unifyCluster(cluster: string): string {
  if (exempt.test(cluster)) return cluster;
  if (invisible.test(cluster)) return '';
  if (lineBreak.test(cluster)) return '\n';
  if (horizontalSpace.test(cluster)) return ' ';
  if (dashes.test(cluster)) return '-';
  if (waves.test(cluster)) return '~';
  return comparisons[cluster] ?? quotes[cluster] ?? enumerator(cluster) ?? cluster.normalize('NFKC');
}

interface Draft {
  readonly out: string[];
  /** Original start and end of each UTF-16 unit of the output. */
  readonly starts: number[];
  readonly ends: number[];
}

const tightBefore = /[\d%‰]/;
const han = /\p{Script=Han}/u;

/** Spaces are dropped at line edges, doubled, and inside `5 分`: there they are layout, not separators. */
function isLayoutSpace(previous: string, next: string): boolean {
  return previous === '' || previous === ' ' || previous === '\n' || next === '\n' || (tightBefore.test(previous) && han.test(next));
}

function append(draft: Draft, text: string, start: number, end: number): void {
  for (let index = 0; index < text.length; index++) {
    draft.out.push(text[index] as string);
    draft.starts.push(start);
    draft.ends.push(end);
  }
}

function dropLast(draft: Draft): void {
  draft.out.pop();
  draft.starts.pop();
  draft.ends.pop();
}

function appendUnified(draft: Draft, unified: string, start: number, end: number): void {
  if (unified === '') return;
  const last = draft.out.length - 1;
  if (unified === '\n' && draft.out[last] === '\n') return;
  if (unified === ' ' && isLayoutSpace(draft.out[last] ?? '', '')) return;
  if (draft.out[last] === ' ' && isLayoutSpace(draft.out[last - 1] ?? '', unified)) dropLast(draft);
  append(draft, unified, start, end);
}

/** Below the first combining mark, 汉字 and full-width forms: what stands alone whatever stands behind it. Marks and halves of pairs do not. */
const standsAlone = (code: number): boolean =>
  code < 0x300 || (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code < 0x302a) || (code >= 0xff00 && code <= 0xff9d);

/** No more marks at once than the Stream-Safe Text Format (Unicode UAX #15) allows: putting longer runs in order takes the square of the time. */
const cluster = /\P{M}\p{M}{0,30}|\p{M}{1,30}/uy;

function clusterAt(text: string, at: number): string {
  cluster.lastIndex = at;
  return cluster.exec(text)?.[0] ?? (text[at] as string);
}

function unifyAll(original: string): Draft {
  const draft: Draft = { out: [], starts: [], ends: [] };
  for (let start = 0; start < original.length;) {
    const alone = standsAlone(original.charCodeAt(start)) && (start + 1 === original.length || standsAlone(original.charCodeAt(start + 1)));
    const found = alone ? (original[start] as string) : clusterAt(original, start);
    const end = start + found.length;
    appendUnified(draft, alone ? unify(found) : unifyCluster(found), start, end);
    start = end;
  }
  return draft;
}

function without(draft: Draft, dropped: ReadonlySet<number>): Draft {
  if (dropped.size === 0) return draft;
  const kept = <T>(list: readonly T[]): T[] => list.filter((_, at) => !dropped.has(at));
  return { out: kept(draft.out), starts: kept(draft.starts), ends: kept(draft.ends) };
}

/** The same without the spaces that set every character apart. */
const tightened = (draft: Draft): Draft => (draft.out.includes(' ') ? without(draft, settingSpaces(draft.out.join(''))) : draft);

/** The same without the line breaks that only wrap. */
const unwrapped = (draft: Draft): Draft => (draft.out.includes('\n') ? without(draft, new Set(wrappingBreaks(draft.out.join('')))) : draft);

/**
 * Brings a criteria text into the reader's spelling: NFKC (but `，`, superscripts and vulgar fractions stay, `①` becomes `(1)`),
 * Traditional characters as Simplified, every dash as `-`, every wave as `~`, spaces single and none between a digit and its Chinese unit,
 * line breaks in the middle of a Chinese sentence dropped.
 *
 * @param original any text, of any length; never throws, time linear in its length
 * @returns the text to read and `toOriginal`, which maps its UTF-16 positions back to the original
 */
export function normalise(original: string): NormalisedText {
  const draft = unwrapped(tightened(unifyAll(original)));
  const { starts, ends } = draft;
  const startAt = (at: number): number => starts[at] ?? original.length;
  const endAt = (at: number): number => (at <= 0 ? 0 : (ends[at - 1] ?? original.length));
  return {
    text: simplify(draft.out.join('')),
    original,
    toOriginal: ({ start, end }) => {
      const from = startAt(start);
      return { start: from, end: end <= start ? from : Math.max(from, endAt(end)) };
    },
  };
}
