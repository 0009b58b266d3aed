/**
 * Intervals of numbers: the one place where bounds are compared. Plain data; a null bound is open to infinity.
 * Everything here is exact (Decimal) and knows nothing of units: bring both sides into one unit first.
 */
import type Decimal from 'decimal.js';

export interface Bound {
  readonly at: Decimal;
  readonly inclusive: boolean;
}

export interface Interval {
  readonly low: Bound | null;
  readonly high: Bound | null;
}

export const everything: Interval = { low: null, high: null };

export const atLeast = (at: Decimal): Interval => ({ low: { at, inclusive: true }, high: null });
export const moreThan = (at: Decimal): Interval => ({ low: { at, inclusive: false }, high: null });
export const atMost = (at: Decimal): Interval => ({ low: null, high: { at, inclusive: true } });
export const lessThan = (at: Decimal): Interval => ({ low: null, high: { at, inclusive: false } });
export const exactly = (at: Decimal): Interval => ({ low: { at, inclusive: true }, high: { at, inclusive: true } });

/** The range between two numbers, in either order, both included. */
export function between(a: Decimal, b: Decimal): Interval {
  const [low, high] = a.lte(b) ? [a, b] : [b, a];
  return { low: { at: low, inclusive: true }, high: { at: high, inclusive: true } };
}

/** Orders the digits of two numbers of one sign and exponent. */
function compareDigits(a: readonly number[], b: readonly number[]): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number);
  return a.length - b.length;
}

/**
 * Orders two numbers like `a.cmp(b)`, looking at sign, exponent and digits (documented properties) where they are: `cmp` makes a copy first,
 * which costs more than the comparison, and every entry is compared with every bound.
 *
 * @returns negative, zero or positive; NaN where a number is NaN
 */
export function compareNumbers(a: Decimal, b: Decimal): number {
  const [x, y]: readonly (readonly number[] | null)[] = [a.d, b.d];
  if (!x || !y || x[0] === 0 || y[0] === 0 || a.s !== b.s) return a.cmp(b);
  return a.s * (a.e - b.e || compareDigits(x, y));
}

const aboveLow = (value: Decimal, low: Bound | null): boolean => {
  if (low === null) return true;
  const order = compareNumbers(value, low.at);
  return order > 0 || (order === 0 && low.inclusive);
};
const belowHigh = (value: Decimal, high: Bound | null): boolean => {
  if (high === null) return true;
  const order = compareNumbers(value, high.at);
  return order < 0 || (order === 0 && high.inclusive);
};

/** Whether the interval owns the value. */
export function contains(interval: Interval, value: Decimal): boolean {
  return aboveLow(value, interval.low) && belowHigh(value, interval.high);
}

/** Orders lower bounds: minus infinity first; at one number the inclusive bound comes first. */
export function compareLow(a: Bound | null, b: Bound | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return compareNumbers(a.at, b.at) || Number(b.inclusive) - Number(a.inclusive);
}

/** Orders upper bounds: plus infinity last; at one number the inclusive bound comes last. */
export function compareHigh(a: Bound | null, b: Bound | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return compareNumbers(a.at, b.at) || Number(a.inclusive) - Number(b.inclusive);
}

/** Orders intervals by lower bound, then by upper bound. */
export const compareIntervals = (a: Interval, b: Interval): number => compareLow(a.low, b.low) || compareHigh(a.high, b.high);

/** Whether no number lies in the interval. */
export function isEmpty({ low, high }: Interval): boolean {
  if (low === null || high === null) return false;
  return low.at.gt(high.at) || (low.at.eq(high.at) && !(low.inclusive && high.inclusive));
}

/** What two intervals share; null where nothing. */
export function intersection(a: Interval, b: Interval): Interval | null {
  const low = compareLow(a.low, b.low) >= 0 ? a.low : b.low;
  const high = compareHigh(a.high, b.high) <= 0 ? a.high : b.high;
  const shared = { low, high };
  return isEmpty(shared) ? null : shared;
}

/** Whether an interval is one single number. */
export const isPoint = ({ low, high }: Interval): boolean => low !== null && high !== null && low.at.eq(high.at);

/** Whether both intervals own exactly the same numbers. */
export const sameInterval = (a: Interval, b: Interval): boolean => compareIntervals(a, b) === 0;

/** The stretch between two neighbours that neither owns; null where they touch or overlap. `a` is the lower one. */
export function gapBetween(a: Interval, b: Interval): Interval | null {
  if (a.high === null || b.low === null) return null;
  const gap = { low: flipped(a.high), high: flipped(b.low) };
  return isEmpty(gap) ? null : gap;
}

const flipped = (bound: Bound): Bound => ({ at: bound.at, inclusive: !bound.inclusive });

/** The interval in the notation of mathematics: `[80,90)`, `(-∞,60)`, `[90,+∞)`. */
export function intervalText({ low, high }: Interval): string {
  const from = low === null ? '(-∞' : `${low.inclusive ? '[' : '('}${low.at.toString()}`;
  const to = high === null ? '+∞)' : `${high.at.toString()}${high.inclusive ? ']' : ')'}`;
  return `${from},${to}`;
}

/** The mirror image at zero: 1 to 10 below something is -10 to -1. */
export function negated({ low, high }: Interval): Interval {
  const mirrored = (bound: Bound | null): Bound | null => bound && { at: bound.at.neg(), inclusive: bound.inclusive };
  return { low: mirrored(high), high: mirrored(low) };
}

/** Whether an interval lies around zero with both sides alike (±5). */
const isSymmetric = ({ low, high }: Interval): boolean => low !== null && high !== null && low.at.isNegative() && low.at.neg().eq(high.at);

/** Whether both are symmetric and so one lies inside the other: ±5% beside ±10%. */
export const isNested = (a: Interval, b: Interval): boolean => isSymmetric(a) && isSymmetric(b);

/** Orders symmetric intervals, the inner one first. */
export const compareWidth = (a: Interval, b: Interval): number => (a.high && b.high ? a.high.at.cmp(b.high.at) : 0);
