/**
 * The lexer: one pass over the normalised text, longest words first, each position looked at a bounded number of times.
 * It finds what can be known from the near surroundings; what a bare number means is settled by drafts.ts and clauseAward.ts.
 */
import Decimal from 'decimal.js';
import type { Item } from './item';
import { awardAt, englishPoints, sharedAward, shareOfMarks } from './lexer/awardItems';
import { atLeast, atMost } from './interval';
import { isLabel } from './itemSorts';
import { boundedFrom, item, ranged, suffixed, type Bounded } from './lexer/bounded';
import { breaks, isDigit, skipSpace, type Cursor } from './lexer/cursor';
import { betweenAt, comparedAt, mathAt, symmetricAt } from './lexer/intervalItems';
import { levelAt, markerAt, romanAt, seriesLevelAt, tierAt } from './lexer/labelItems';
import { levelSeries } from './lexer/levelSeries';
import { quantityAt, startsQuantity } from './lexer/quantityAt';
import { chineseInteger } from './numeral';
import type { ReadQuantity } from './quantity';
import { before, opens, tiers, verbs, wholes } from './lexer/words';
import { lowerCase } from './wordTable';

/** A full stop ends a sentence where a space and no digit follows; 0.5 and `e.g.` do not. */
function breakAt({ text }: Cursor, at: number, previous: Item | null): Item | null {
  const char = text[at] as string;
  // A|10分: between a label and what stands beside it, the line of a table is a colon.
  const strength = char === '|' && previous !== null && isLabel(previous) ? 'colon' : breaks[char];
  if (strength) return { kind: 'break', strength, text: char, start: at, end: at + 1 };
  if (char === '.' && text[at + 1] === '.') {
    let end = at + 1;
    while (text[end] === '.') end += 1;
    return { kind: 'break', strength: 'hard', text: '…', start: at, end };
  }
  const stop =
    char === '.' &&
    !isDigit(text[at + 1]) &&
    (at + 1 >= text.length || /\s/.test(text[at + 1] as string)) &&
    !/\b[a-z]$/i.test(text.slice(at - 2, at)) &&
    !/\b(?:max|min|approx|incl|vs)$/i.test(text.slice(Math.max(0, at - 6), at));
  return stop ? { kind: 'break', strength: 'hard', text: char, start: at, end: at + 1 } : null;
}

/** -优秀:…-良好:…: dashes in front of the tiers of a list that begins with one; a dash alone on its line. */
function bulletAt({ text, lower }: Cursor, at: number): Item | null {
  const alone = /[\n]|^$/.test(text[at - 1] ?? '') && text[at + 1] === '\n';
  const tier = /^\s*-/.test(text.slice(0, 4)) ? tiers.at(lower, skipSpace(text, at + 1)) : null;
  const heads = tier !== null && /^\s?:/.test(text.slice(tier.end, tier.end + 2));
  return alone || heads ? { kind: 'break', strength: 'hard', text: '-', start: at, end: at + 1 } : null;
}

const spokenRanks = /第?([一二三四五六七八九十]{1,3})[名位]?(?:-|~|至|到|、)第?([一二三四五六七八九十]{1,3})[名位]/y;

/** 第四至六名: only the last number bears the unit. */
function rankRange({ text }: Cursor, at: number): Item | null {
  spokenRanks.lastIndex = at;
  const found = spokenRanks.exec(text);
  const [low, high] = found ? [chineseInteger(found[1] as string), chineseInteger(found[2] as string)] : [];
  if (!found || !low || !high) return null;
  const interval = { low: { at: low, inclusive: true }, high: { at: high, inclusive: true } };
  return { kind: 'interval', interval, unit: '人', form: 'range', start: at, end: at + found[0].length };
}

/** 第1次, 首次. */
function ordinalAt(cursor: Cursor, at: number): Item | null {
  const ranks = rankRange(cursor, at);
  if (ranks) return ranks;
  const start = cursor.text[at];
  if (start === '首' && cursor.text[at + 1] === '次')
    return { kind: 'number', quantity: { amount: new Decimal(1), unit: '次' }, ordinal: true, start: at, end: at + 2 };
  if (start !== '第') return null;
  const read = at + 1 < cursor.text.length ? quantityAt(cursor, at + 1) : null;
  if (!read || read.quantity.unit === null) return null;
  const bounded = rankBound(cursor, read) ?? suffixed(cursor, read.quantity, read.end);
  return bounded ? item(bounded, at) : { kind: 'number', quantity: read.quantity, ordinal: true, start: at, end: read.end };
}

const ranksBehind = /(?:及|和)?(?:其|之)?(?:以下|以后|之后|往后|开外)(?:名次)?/y;
const ranksBefore = /(?:及|和)?(?:其|之)?(?:以上|以前|之前)(?:名次)?/y;

/** 第7名及以下: the ranks below the seventh have the higher numbers. */
function rankBound(cursor: Cursor, { quantity, end }: ReadQuantity): Bounded | null {
  if (!/[名位]/.test(cursor.text[end - 1] ?? '')) return null;
  for (const [pattern, make] of [
    [ranksBehind, atLeast],
    [ranksBefore, atMost],
  ] as const) {
    pattern.lastIndex = end;
    const found = pattern.exec(cursor.text);
    if (found) return { interval: make(quantity.amount), unit: quantity.unit, end: end + found[0].length, form: 'compared' };
  }
  return null;
}

const notRank = /[提之以日月年天目期时午课会饭班产售岗]/;
const within = /\s?(?:\(含\)|以内|之内|以上|及以上|的)?/y;

/** 前10%, 前10%-30%: how far down a ranking, behind those ahead. */
function leadingShare(cursor: Cursor, at: number, { quantity, end }: ReadQuantity): Item | null {
  if (quantity.unit !== '%' && cursor.text[end] !== '-' && cursor.text[end] !== '~') return null;
  if (notRank.test(cursor.text[at - 1] ?? '')) return null;
  const range = ranged(cursor, quantity, end);
  if (range?.unit === '%' && range.interval.low) {
    const { low, high } = range.interval;
    return item({ ...range, interval: { low: { at: low.at, inclusive: false }, high }, open: undefined }, at);
  }
  if (quantity.unit !== '%') return null;
  within.lastIndex = end;
  const behind = end + (within.exec(cursor.text)?.[0].length ?? 0);
  return { kind: 'interval', interval: atMost(quantity.amount), unit: '%', form: 'compared', start: at, end: behind };
}

/** 前3名, 前三位: the ranks from the first on. */
function leadingAt(cursor: Cursor, at: number): Item | null {
  const read = at + 1 < cursor.text.length ? quantityAt(cursor, at + 1) : null;
  const share = read && leadingShare(cursor, at, read);
  if (share) return share;
  if (!read || !/[名位]/.test(cursor.text[read.end - 1] ?? '') || read.quantity.unit !== '人') return null;
  const interval = { low: { at: new Decimal(1), inclusive: true }, high: { at: read.quantity.amount, inclusive: true } };
  return { kind: 'interval', interval, unit: '人', form: 'range', start: at, end: read.end };
}

/** A级100% B级85%(占本项分值): behind a label a percentage is a share of the full marks where the text says so. */
function shareAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  return previous && ['marker', 'tier', 'level'].includes(previous.kind) ? shareOfMarks(cursor, at) : null;
}

function numberAt(cursor: Cursor, at: number): Item | null {
  const signed = /[-+负]/.test(cursor.text[at] as string) && cursor.text[at + 1] !== ' ' && !/[\d\p{L}%]/u.test(cursor.text[at - 1] ?? '');
  const read = quantityAt(cursor, at, signed);
  if (!read) return null;
  const bounded = boundedFrom(cursor, read.quantity, read.end);
  if (bounded) return item(bounded, at);
  return (
    englishPoints(cursor, read.quantity, at, read.end) ?? {
      kind: 'number',
      quantity: read.quantity,
      ordinal: false,
      start: at,
      end: read.end,
    }
  );
}

/** One sort of item, and the characters that may begin it: elsewhere it is not tried. */
interface ItemReader {
  readonly starts: (char: string) => boolean;
  readonly read: (cursor: Cursor, at: number, previous: Item | null) => Item | null;
}

const oneOf =
  (chars: string) =>
  (char: string): boolean =>
    chars.includes(char);

/** 以上 without its number belongs to no item; 一半 is an award; all in the order in which they claim a position. */
const readers: readonly ItemReader[] = [
  { starts: oneOf('-'), read: bulletAt },
  { starts: oneOf('[('), read: mathAt },
  { starts: oneOf('IVXLlGgTt'), read: romanAt },
  { starts: oneOf('LPMTGDQ0123456789一二三四五六七八九'), read: seriesLevelAt },
  { starts: (char) => /[A-Z(\d一二三四五六七八九十]/.test(char), read: markerAt },
  { starts: oneOf('第0123456789一二三四五六七八九十LlGgTt等级层'), read: levelAt },
  { starts: oneOf('的则均按得计给记取'), read: sharedAward },
  { starts: (char) => [wholes, verbs, opens].some((table) => table.starts(lowerCase(char))), read: awardAt },
  { starts: oneOf('Bb'), read: betweenAt },
  { starts: (char) => char === '±' || before.starts(lowerCase(char)), read: symmetricAt },
  { starts: (char) => before.starts(lowerCase(char)), read: comparedAt },
  { starts: (char) => /[A-FS\p{Script=Han}]/u.test(char) || tiers.starts(lowerCase(char)), read: tierAt },
  { starts: oneOf('首第二三四五六七八九十'), read: ordinalAt },
  { starts: oneOf('前'), read: leadingAt },
  { starts: oneOf('0123456789百'), read: shareAt },
  { starts: (char) => startsQuantity(char) || '-+负'.includes(char), read: numberAt },
  { starts: (char) => char === '.' || char in breaks, read: breakAt },
];

const readersOf = new Map<string, readonly ItemReader[]>();

/** The readers of items that may begin with a character, looked up where it was met before. */
function readersFor(char: string): readonly ItemReader[] {
  const known = readersOf.get(char);
  if (known) return known;
  const found = readers.filter(({ starts }) => starts(char));
  readersOf.set(char, found);
  return found;
}

function itemAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  for (const { read } of readersFor(cursor.text[at] as string)) {
    const found = read(cursor, at, previous);
    if (found) return found;
  }
  return null;
}

const rank = /[级类等档]/;

/** Letters mark only as a series (A … B …): a single one, or the same again and again, is a name (A≤5%). */
function settleMarkers(items: readonly Item[], text: string): Item[] {
  const letters = new Set(items.flatMap((found) => (found.kind === 'marker' && found.letter ? [found.marker.replace(rank, '')] : [])));
  const series = letters.size >= 2;
  return items.map((found) =>
    found.kind === 'marker' && found.letter && !series
      ? { kind: 'text', text: text.slice(found.start, found.end), start: found.start, end: found.end }
      : found,
  );
}

const digits = /[\d.]+|[零〇一二三四五六七八九十百千万亿]{12,}/y;
const inRun = oneOf('0123456789.零〇一二三四五六七八九十百千万亿');

/** Behind a character that begins no item; a run of digits that is no number is passed as a whole. */
function pastRun(text: string, at: number): number {
  if (!inRun(text[at] as string)) return at + 1;
  digits.lastIndex = at;
  return at + (digits.exec(text)?.[0].length ?? 1);
}

/**
 * Takes a normalised text apart into items that follow each other without holes (spaces belong to the text beside them).
 * Never throws; time linear in the length of the text.
 */
export function itemsOf(text: string): readonly Item[] {
  const cursor: Cursor = { text, lower: lowerCase(text), quantities: new Map(), levels: levelSeries(text) };
  const items: Item[] = [];
  let textStart = 0;
  let at = 0;
  const wordsBetween: Item = { kind: 'text', text: '', start: 0, end: 0 };
  const flush = (end: number): void => {
    const run = text.slice(textStart, end);
    if (run.trim() !== '') items.push({ kind: 'text', text: run, start: textStart, end });
  };
  while (at < text.length) {
    const last = items[items.length - 1] ?? null;
    const found =
      text[at] === ' '
        ? null
        : itemAt(cursor, at, textStart === at || (textStart === at - 1 && text[textStart] === ' ') ? last : wordsBetween);
    if (!found) {
      at = pastRun(text, at);
      continue;
    }
    flush(found.start);
    items.push(found);
    at = found.end;
    textStart = at;
  }
  flush(at);
  return settleMarkers(items, text);
}
