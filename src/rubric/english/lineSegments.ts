/** Straight lines between points as rules: a formula for each stretch, bands for what lies outside. */
import Decimal from 'decimal.js';
import type { Interval } from '../interval';
import type { UnitName } from '../quantity';
import type { BandRule, Expression, FormulaRule, LimitRule } from '../rule';
import { bandOf, setTo } from './pairs';

/** A point of a line: at so much of what is measured so many points (or that share of the full marks). */
export interface Knot {
  readonly at: Decimal;
  readonly points: Decimal;
  /** Whether the text says that the line runs straight to this point. */
  readonly rises: boolean;
}

interface Outside {
  readonly at: Decimal;
  readonly points: Decimal;
}

/** What a text says about its line, collected piece by piece. */
export interface Pieces {
  readonly knots: Knot[];
  readonly slopes: { readonly from: Decimal; readonly rate: Decimal }[];
  /** Whether it says of all points that they are joined. */
  joined: boolean;
  /** Whether shares of the full marks are paid rather than points; null while nothing tells. */
  share: boolean | null;
  unit: UnitName | null | undefined;
  below: Outside | null;
  above: Outside | null;
  cap: Decimal | null;
  /** What is given from the last point on (`20 at 90% or above`). */
  top: Decimal | null;
}

const number = (value: Decimal): Expression => ({ kind: 'number', value });
const binary = (operator: '+' | '-' | '*' | '/', left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
});

const paid = (points: Decimal, { share }: Pieces): Expression =>
  share ? binary('*', number(points), { kind: 'fullMarks' }) : number(points);

/** `from` + (actual − at) × rate; a share is a fraction inside formulas. */
function lineFrom(knot: Knot, rate: Decimal, pieces: Pieces): Expression {
  const scale = pieces.unit === '%' ? 100 : 1;
  const way = binary('-', { kind: 'actual' }, number(knot.at.div(scale)));
  return binary('+', paid(knot.points, pieces), binary('*', way, paid(rate.times(scale), pieces)));
}

/** What a line is made of; its place is the whole text. */
export type LineRule = Omit<FormulaRule, 'span'> | Omit<BandRule, 'span'> | Omit<LimitRule, 'span'>;

const formula = (expression: Expression, within: Interval, unit: UnitName | null): LineRule => ({
  kind: 'formula',
  phrases: [],
  expression,
  within,
  unit,
});
const band = (interval: Interval, at: Decimal, { unit, share }: Pieces): LineRule =>
  bandOf(interval, unit ?? null, 'compared', { tier: null, amount: setTo(at, share ? 'fullMarks' : 'points') });

const rateOf = (a: Knot, b: Knot): Decimal => b.points.minus(a.points).div(b.at.minus(a.at));
const slopeAt = ({ slopes }: Pieces, { at }: Knot): Decimal | null => slopes.find(({ from }) => from.eq(at))?.rate ?? null;

/** The points in their order; null where one has two values, where a slope misses the next one, or where nothing joins two of them. */
export function points(pieces: Pieces): readonly Knot[] | null {
  const knots = [...pieces.knots].sort((a, b) => a.at.cmp(b.at));
  if (knots.length === 0 || pieces.slopes.some(({ from }) => !knots.some(({ at }) => at.eq(from)))) return null;
  if (new Set(pieces.slopes.map(({ from }) => from.toString())).size !== pieces.slopes.length) return null;
  const joined = knots.slice(1).every((knot, index) => {
    const before = knots[index] as Knot;
    const rate = slopeAt(pieces, before);
    if (knot.at.eq(before.at)) return false;
    return rate ? rateOf(before, knot).eq(rate) : pieces.joined || knot.rises;
  });
  const fits = !pieces.below || pieces.below.at.eq((knots[0] as Knot).at);
  return joined && fits && (knots.length > 1 || pieces.slopes.length > 0) ? knots : null;
}

const stretchOf = (a: Knot, b: Knot): Interval => ({ low: { at: a.at, inclusive: true }, high: { at: b.at, inclusive: true } });

/** Behind the last point: a slope of its own up to the cap, or what is given from there on. */
function beyond(last: Knot, pieces: Pieces): readonly LineRule[] | null {
  const rate = slopeAt(pieces, last);
  const { cap, above, top, unit } = pieces;
  if (rate) {
    if (above || top) return null;
    if (!cap) return [formula(lineFrom(last, rate, pieces), { low: { at: last.at, inclusive: true }, high: null }, unit ?? null)];
    const end = last.at.plus(cap.minus(last.points).div(rate));
    if (end.lte(last.at)) return null;
    const held = band({ low: { at: end, inclusive: false }, high: null }, cap, pieces);
    return [formula(lineFrom(last, rate, pieces), stretchOf(last, { ...last, at: end }), unit ?? null), held];
  }
  const given = above?.points ?? top ?? cap;
  if (!given) return [];
  if ((above && !above.at.eq(last.at)) || !(above ? true : given.eq(last.points)) || (cap && cap.lt(given))) return null;
  return [band({ low: { at: last.at, inclusive: false }, high: null }, given, pieces)];
}

/** The rules of a line through points that follow one another; null where what is said of its end contradicts itself. */
export function between(pieces: Pieces, knots: readonly Knot[]): readonly LineRule[] | null {
  const { below, unit } = pieces;
  const [first, last] = [knots[0] as Knot, knots[knots.length - 1] as Knot];
  const after = beyond(last, pieces);
  if (!after) return null;
  const lines = knots.slice(1).map((knot, index) => {
    const from = knots[index] as Knot;
    return formula(lineFrom(from, rateOf(from, knot), pieces), stretchOf(from, knot), unit ?? null);
  });
  const under = below ? [band({ low: null, high: { at: first.at, inclusive: false } }, below.points, pieces)] : [];
  return [...under, ...lines, ...after, ...most(pieces, knots)];
}

/** Payouts above the full marks are meant: how far they go. */
function most({ share, cap, above, slopes }: Pieces, knots: readonly Knot[]): readonly LineRule[] {
  const highest = Decimal.max(cap ?? 0, above?.points ?? 0, ...knots.map((knot) => knot.points));
  const open = slopes.some(({ from, rate }) => rate.gt(0) && from.eq((knots[knots.length - 1] as Knot).at)) && !cap;
  if (open || (share ? highest.lte(1) : !cap)) return [];
  const at = share ? { at: 'fullMarks' as const, times: highest } : { at: highest };
  return [{ kind: 'limit', on: 'score', bound: 'cap', ...at, doubtful: false }];
}
