/** What stands around a number and bounds it: 以上, (含), a second number, signs on both sides. */
import type Decimal from 'decimal.js';
import { atLeast, atMost, between, exactly, lessThan, moreThan, type Interval } from '../interval';
import type { Item } from '../item';
import { readUnit, sameKind, type UnitName } from '../quantity';
import type { Quantity } from '../types';
import type { Comparison } from '../vocabulary';
import { skipSpace, type Cursor } from './cursor';
import { quantityAt } from './quantityAt';
import { after, joints } from './words';

export const makers: Readonly<Record<Comparison, (at: Decimal) => Interval>> = { atLeast, moreThan, atMost, lessThan, exactly };

const contained = /\s?\((含本数|不含本数|不包含|不包括|不含|包含|包括|含)(?:\d+(?:\.\d+)?\s?(?:分|%|次|天|个)?)?\)/y;

/** (含), (不含) behind a number: whether the number itself belongs to it; null where nothing is said. */
export function statedInclusion(text: string, at: number): { readonly inclusive: boolean; readonly end: number } | null {
  contained.lastIndex = at;
  const found = contained.exec(text);
  return found ? { inclusive: !(found[1] as string).startsWith('不'), end: at + found[0].length } : null;
}

function withInclusion(interval: Interval, inclusive: boolean | null): Interval {
  if (inclusive === null) return interval;
  const set = (bound: Interval['low']): Interval['low'] => bound && { at: bound.at, inclusive };
  return { low: set(interval.low), high: set(interval.high) };
}

/** The comparison behind a number (以上, 及以上者, or more), doubled ones once. */
export function comparisonAfter(
  cursor: Cursor,
  at: number,
): { readonly comparison: Comparison; readonly end: number; readonly word: string } | null {
  const found = after.at(cursor.lower, skipSpace(cursor.text, at));
  if (!found) return null;
  if (found.word === '+' && (cursor.text[found.end - 2] === '%' || /[^\s,，;；。)]/.test(cursor.text[found.end] ?? ''))) return null;
  if (/^(?:and|or) /.test(found.word) && cursor.lower.startsWith(' than', found.end)) return null;
  if (found.word === '内' && /[部容外勤]/.test(cursor.text[found.end] ?? '')) return null;
  if (found.word === '起' && !/[^\d]/.test(cursor.text[found.end] ?? ' ')) return null;
  let end = found.end;
  for (let again = after.at(cursor.lower, end); again && again.value === found.value; again = after.at(cursor.lower, end)) end = again.end;
  return { comparison: found.value, end: cursor.text[end] === '者' ? end + 1 : end, word: found.word };
}

export interface Bounded {
  readonly interval: Interval;
  readonly unit: UnitName | null;
  readonly end: number;
  readonly form: 'compared' | 'range' | 'below';
  /** 85分(含)至95分: the bound that nothing is said about. */
  readonly open?: 'low' | 'high';
}

export function finish(cursor: Cursor, found: Bounded): Bounded {
  const stated = statedInclusion(cursor.text, found.end);
  if (!stated || found.form === 'range') return found;
  return { ...found, interval: withInclusion(found.interval, stated.inclusive), end: stated.end, form: 'compared' };
}

/** 85分以上, 2次及以下, 3天内. */
export function suffixed(cursor: Cursor, quantity: Quantity, end: number): Bounded | null {
  const stated = statedInclusion(cursor.text, end);
  const found = comparisonAfter(cursor, stated?.end ?? end);
  if (!found) return null;
  const interval = withInclusion(makers[found.comparison](quantity.amount), stated?.inclusive ?? null);
  const form = found.word === '以下' && !stated ? 'below' : 'compared';
  const unit = quantity.unit === null ? readUnit(cursor.text, skipSpace(cursor.text, found.end)) : null;
  return finish(cursor, { interval, unit: unit?.unit ?? quantity.unit, end: unit?.end ?? found.end, form });
}

const rangeTail = /(?: ?(?:之间|区间|范围内|的))?/y;

/** 80-89分, 80%~90%, 80分(含)-90分, 5至10天, `between 5 and 10`. */
export function ranged(cursor: Cursor, first: Quantity, end: number): Bounded | null {
  const lowStated = statedInclusion(cursor.text, end);
  const at = skipSpace(cursor.text, lowStated?.end ?? end);
  const joint = joints.at(cursor.lower, at);
  if (!joint) return null;
  const second = quantityAt(cursor, skipSpace(cursor.text, joint.end), cursor.text[skipSpace(cursor.text, joint.end)] === '-');
  const excludes = /less|under|below|not/.test(joint.word);
  if (
    !second ||
    !sameKind(first.unit, second.quantity.unit) ||
    (first.unit !== null && second.quantity.unit === null && first.unit !== '%' && first.unit !== '分')
  )
    return null;
  const found = rangeOf(cursor, first, second, lowStated);
  return excludes && found.interval.high
    ? { ...found, interval: { ...found.interval, high: { at: found.interval.high.at, inclusive: false } } }
    : found;
}

export function rangeOf(
  cursor: Cursor,
  first: Quantity,
  second: { readonly quantity: Quantity; readonly end: number },
  lowStated: { readonly inclusive: boolean } | null,
): Bounded {
  const unit = second.quantity.unit ?? first.unit;
  const highStated = statedInclusion(cursor.text, second.end);
  rangeTail.lastIndex = highStated?.end ?? second.end;
  const tail = rangeTail.exec(cursor.text)?.[0] ?? '';
  const range = between(first.amount, second.quantity.amount);
  const ascending = first.amount.lte(second.quantity.amount);
  const [low, high] = ascending ? [lowStated, highStated] : [highStated, lowStated];
  const interval = {
    low: range.low && { at: range.low.at, inclusive: low?.inclusive ?? true },
    high: range.high && { at: range.high.at, inclusive: high?.inclusive ?? true },
  };
  const open = low?.inclusive && !high ? 'high' : high?.inclusive && !low ? 'low' : undefined;
  return { interval, unit, end: (highStated?.end ?? second.end) + tail.length, form: 'range', ...(open ? { open } : {}) };
}

/** 10<X≤20, 80%≤完成率<90%: two signs around a name of at most twelve characters. */
const middle = /\s?(<=|<|≤|>=|>|≥)\s?[^\d<>≤≥=,，;；。\n]{0,12}?(<=|<|≤|>=|>|≥)\s?/y;
function sandwiched(cursor: Cursor, first: Quantity, end: number): Bounded | null {
  middle.lastIndex = end;
  const found = middle.exec(cursor.text);
  if (!found) return null;
  const second = quantityAt(cursor, end + found[0].length, true);
  if (!second) return null;
  const range = between(first.amount, second.quantity.amount);
  const ascending = first.amount.lte(second.quantity.amount);
  const open = (sign: string | undefined): boolean => sign === '<' || sign === '>';
  const [lowSign, highSign] = ascending ? [found[1], found[2]] : [found[2], found[1]];
  const interval = {
    low: range.low && { at: range.low.at, inclusive: !open(lowSign) },
    high: range.high && { at: range.high.at, inclusive: !open(highSign) },
  };
  return { interval, unit: second.quantity.unit ?? first.unit, end: second.end, form: 'compared' };
}

/** What a number and its surroundings bound; null for a bare number. */
export function boundedFrom(cursor: Cursor, quantity: Quantity, end: number): Bounded | null {
  return sandwiched(cursor, quantity, end) ?? ranged(cursor, quantity, end) ?? suffixed(cursor, quantity, end);
}

export function item(found: Bounded, start: number): Item {
  const open = found.open ? { open: found.open } : {};
  return { kind: 'interval', interval: found.interval, unit: found.unit, form: found.form, ...open, start, end: found.end };
}
