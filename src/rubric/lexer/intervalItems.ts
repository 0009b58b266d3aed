/** Intervals that start with a word, a sign or a bracket: 低于80%, ≥90分, [80,90), `between 5 and 10`. */
import Decimal from 'decimal.js';
import type { Interval } from '../interval';
import type { Item } from '../item';
import { sameKind, type UnitName } from '../quantity';
import type { Quantity } from '../types';
import { boundedFrom, finish, item, makers, rangeOf, statedInclusion, suffixed, type Bounded } from './bounded';
import { isLetter, skipSpace, type Cursor } from './cursor';
import { quantityAt } from './quantityAt';
import { before } from './words';

const equation = /([a-z][a-z ]{0,40}?)\s?=\s?\d+(?:\.\d+)?(?=\s*(?:[,;.，；。\n]|$))/gi;

/** Completed = 10, Not completed = 0: a list of states with their points, not of conditions. N=0, N=1 is one thing that is measured. */
const givesNumbers = (text: string): boolean =>
  new Set([...text.slice(0, 600).matchAll(equation)].map(([, name]) => (name as string).toLowerCase())).size >= 2;

const notComparison = /(?:达成|达到|满|为|仅|超|达|最高|最低|最多|最少)$/;

const doings = /^(?:未?完成|未?达成)$/;
const closesHere = /\s?(?:[,，;；。)]|$)/y;

/** 未完成0分, 未完成5分，…: the state and what it is worth; a number of points is no measure of a doing. */
function givesPoints(cursor: Cursor, word: string, { quantity, end }: { readonly quantity: Quantity; readonly end: number }): boolean {
  if (quantity.unit !== '分' || isLetter(word[0])) return false;
  if (quantity.amount.isZero()) return /^[未没不达满完]/.test(word);
  closesHere.lastIndex = end;
  return doings.test(word) && closesHere.test(cursor.text);
}

const referenceNoun =
  /(?:年度|季度|月度|考核|业绩|销售)?(?:目标值|目标|计划值|计划|预算|任务|指标值|指标|定额|同期|上年)(?:总?[值数额量])?(?:的)?\s?(?=\d)/y;
/** 低于目标90% is a share of the target, 低于目标10% an offset from it (relative.ts): no share that matters is smaller. */
const leastShare = 50;

/** Where the number of a comparison starts: at once, or behind the name of what it is a share of (不低于目标的95%). */
function numberBehind(cursor: Cursor, end: number): { readonly quantity: Quantity; readonly end: number } | null {
  const at = skipSpace(cursor.text, end);
  if (at >= cursor.text.length) return null;
  const direct = quantityAt(cursor, at, true);
  if (direct) return direct;
  referenceNoun.lastIndex = at;
  const noun = referenceNoun.exec(cursor.text);
  const share = noun && quantityAt(cursor, at + noun[0].length);
  return share && share.quantity.unit === '%' && share.quantity.amount.gte(leastShare) ? share : null;
}

/** ±5%～±10%, 超过±0.3%至±0.5%(含): the ring between two distances from zero, told by its upper side. */
function ringFrom(cursor: Cursor, inner: Quantity, { end, outside }: { readonly end: number; readonly outside: boolean }): Bounded | null {
  const lowStated = statedInclusion(cursor.text, end);
  const from = lowStated?.end ?? end;
  const joint = /^\s?(?:--?|[~至到—])\s?±?\s?/.exec(cursor.text.slice(from, from + 6));
  const outer = joint && quantityAt(cursor, from + joint[0].length);
  if (!outer || !sameKind(inner.unit, outer.quantity.unit)) return null;
  const ring = rangeOf(cursor, inner, outer, lowStated);
  const { low, high } = ring.interval;
  return outside && low && !lowStated ? { ...ring, interval: { low: { at: low.at, inclusive: false }, high }, open: undefined } : ring;
}

/** ±5%, ±5%以内, 超过±10%, ±5%～±10%: both sides at once. Of what lies outside the upper side is given; it is mirrored. */
export function symmetricAt(cursor: Cursor, at: number): Item | null {
  const lead = before.at(cursor.lower, at);
  const sign = skipSpace(cursor.text, lead?.end ?? at);
  if (cursor.text[sign] !== '±' || (lead === null && sign !== at)) return null;
  const read = quantityAt(cursor, skipSpace(cursor.text, sign + 1));
  if (!read) return null;
  const { amount, unit } = read.quantity;
  const outside = lead?.value === 'moreThan' || lead?.value === 'atLeast';
  const ring = ringFrom(cursor, read.quantity, { end: read.end, outside });
  if (ring) return { ...item(ring, at), mirrored: true } as Item;
  const behind = suffixed(cursor, read.quantity, read.end);
  const end = behind?.end ?? read.end;
  const beyond = outside || (behind !== null && behind.interval.high === null);
  const low = beyond
    ? { at: amount, inclusive: behind?.interval.low?.inclusive ?? lead?.value === 'atLeast' }
    : { at: amount.neg(), inclusive: behind?.interval.high?.inclusive ?? true };
  const high = beyond ? null : { at: amount, inclusive: low.inclusive };
  return { kind: 'interval', interval: { low, high }, unit, form: 'compared', ...(beyond ? { mirrored: true } : {}), start: at, end };
}

/** I=1, 1<I≤3: a letter that is compared elsewhere stands for what is measured. */
const isVariable = ({ text }: Cursor, { kind, start, end }: Item): boolean =>
  kind === 'marker' &&
  end === start + 1 &&
  new RegExp(`[<≤]\\s?${text[start]}\\s?[<≤]|${text[start]}\\s?[<>≤≥]\\s?\\d`).test(text.slice(0, 600));

/** 低于80%, ≥90分, `at least 3 items`; `达到`… bind only where a number follows at once. */
export function comparedAt(cursor: Cursor, at: number, previous: Item | null): Item | null {
  if (cursor.text[at] === '=' && previous !== null && ['marker', 'tier', 'level', 'interval', 'number'].includes(previous.kind))
    if (!isVariable(cursor, previous)) return null;
  const found = cursor.text[at - 1] === '每' ? null : before.at(cursor.lower, at);
  if (!found || (isLetter(cursor.text[at]) && isLetter(cursor.text[at - 1]))) return null;
  if (found.word === '=' && givesNumbers(cursor.text)) return null;
  if (found.value === 'exactly' && found.word !== '=' && found.word !== '等于' && !isLetter(found.word[0])) return null;
  const read = numberBehind(cursor, found.end);
  if (!read || givesPoints(cursor, found.word, read)) return null;
  const more = boundedFrom(cursor, read.quantity, read.end);
  if (more && (notComparison.test(found.word) || more.form === 'range')) return item(more, at);
  const compared: Bounded = {
    interval: makers[found.value](read.quantity.amount),
    unit: read.quantity.unit,
    end: read.end,
    form: 'compared',
  };
  return item(finish(cursor, more && found.value === 'atLeast' ? more : compared), at);
}

const mathematical = /([[(])(-?\d+(?:\.\d+)?|-∞)(%|分)?\s?[,，]\s?(-?\d+(?:\.\d+)?|\+?∞)(%|分)?([\])])(%|分)?/y;

/** [80,90), (60,80]: intervals as mathematics writes them. Read apart from numbers: `90,100` is no ninety thousand here. */
export function mathAt(cursor: Cursor, at: number): Item | null {
  if (cursor.text[at] !== '[' && cursor.text[at] !== '(') return null;
  mathematical.lastIndex = at;
  const found = mathematical.exec(cursor.text);
  if (!found) return null;
  const [whole, open, from = '', , to = '', , close] = found;
  const bound = (number: string, inclusive: boolean): Interval['low'] =>
    number.includes('∞') ? null : { at: new Decimal(number), inclusive };
  const unit = (found[7] ?? found[5] ?? found[3] ?? null) as UnitName | null;
  return {
    kind: 'interval',
    interval: { low: bound(from, open === '['), high: bound(to, close === ']') },
    unit,
    form: 'compared',
    start: at,
    end: at + whole.length,
  };
}

const betweenWords = /between (?=[\d-])/y;
export function betweenAt(cursor: Cursor, at: number): Item | null {
  betweenWords.lastIndex = at;
  if (!betweenWords.test(cursor.lower)) return null;
  const first = quantityAt(cursor, at + 8, true);
  const and = first && /^ (?:and|to) | ?- ?/.exec(cursor.text.slice(first.end, first.end + 5));
  if (!first || !and) return null;
  const second = quantityAt(cursor, first.end + and[0].length, true);
  return second ? item(rangeOf(cursor, first.quantity, second, null), at) : null;
}
