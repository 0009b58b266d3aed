/**
 * Bounds that no clause can settle alone: 85%以上 beside 90%以上 ends at 90, 80分以下 gives 80 away where another band owns it,
 * 完成90% (a bare number) is a threshold on the side where its neighbours leave room.
 */
import type Decimal from 'decimal.js';
import { atLeast, atMost, contains, type Bound, type Interval } from './interval';
import { convert, sameKind, unitKind } from './quantity';
import type { BandRule, Rule, StepRule } from './rule';

/** Whether two bands speak of one thing: the same measure, units of one kind. Subjects are hints only and people vary them. */
export function comparable(a: BandRule, b: BandRule): boolean {
  return a.measure === b.measure && sameKind(a.unit, b.unit) && (a.unit === null) === (b.unit === null || a.unit === null);
}

/** The interval told in another unit of its kind; itself where no change is needed. */
export function intervalIn(interval: Interval, from: BandRule['unit'], to: BandRule['unit']): Interval {
  if (from === to || from === null || to === null) return interval;
  const change = (bound: Bound | null): Bound | null =>
    bound && { at: convert({ amount: bound.at, unit: from }, to)?.amount ?? bound.at, inclusive: bound.inclusive };
  return { low: change(interval.low), high: change(interval.high) };
}

const isBand = (rule: Rule): rule is BandRule => rule.kind === 'band';

/** 80分以下: exclusive where another band owns 80, inclusive otherwise (criteria README). */
function settleBelow(band: BandRule, others: readonly BandRule[]): BandRule {
  const high = band.interval.high;
  if (band.form !== 'below' || !high) return band;
  const owned = others.some(
    (other) => other.form !== 'below' && ownsSettled(other, intervalIn(band.interval, band.unit, other.unit).high?.at ?? high.at),
  );
  return { ...band, interval: { low: band.interval.low, high: { at: high.at, inclusive: !owned } } };
}

const ownsSettled = (band: BandRule, value: Decimal): boolean => contains(band.interval, value);

/** Which side a step beside the bands counts on: 每低1% means that the threshold is met at or above it. */
function stepSide(rules: readonly Rule[]): 'below' | 'above' | null {
  const steps = rules.filter(
    (rule): rule is StepRule =>
      rule.kind === 'step' && (rule.trigger === 'below' || rule.trigger === 'above') && rule.amount.mode === 'deduct',
  );
  return (steps[0]?.trigger as 'below' | 'above' | undefined) ?? null;
}

/** A bare number: exact for counts and at the ends of the scale, else a threshold away from where the other bands lie. */
function settleBare(band: BandRule, others: readonly BandRule[], side: 'below' | 'above' | null): BandRule {
  const at = band.interval.low?.at;
  if (band.form !== 'bare' || !at) return band;
  const single = others.length === 0;
  if (side) return { ...band, interval: side === 'below' ? atLeast(at) : atMost(at) };
  if (band.whole || at.isZero() || single || unitKind(band.unit) === null) return band;
  const above = others.filter((other) => (other.interval.low?.at ?? other.interval.high?.at)?.gte(at)).length;
  const below = others.filter((other) => (other.interval.high?.at ?? other.interval.low?.at)?.lte(at)).length;
  if (below === 0 && above === 0) return band;
  return { ...band, interval: below > 0 ? atLeast(at) : atMost(at) };
}

const opensUp = ({ interval }: BandRule): boolean => interval.low !== null && interval.high === null;
const opensDown = ({ interval }: BandRule): boolean => interval.high !== null && interval.low === null;
const flipped = (bound: Bound): Bound => ({ at: bound.at, inclusive: !bound.inclusive });

/** 85%以上 beside 90%以上: the next threshold in the same direction ends the band. */
function clip(band: BandRule, others: readonly BandRule[]): BandRule {
  if (opensUp(band)) {
    const next = nearest(band, others.filter(opensUp), (other) => other.low, 1);
    return next ? { ...band, interval: { low: band.interval.low, high: flipped(next) } } : band;
  }
  if (!opensDown(band)) return band;
  const next = nearest(band, others.filter(opensDown), (other) => other.high, -1);
  return next ? { ...band, interval: { low: flipped(next), high: band.interval.high } } : band;
}

/** The nearest bound of the others beyond the band's own, in the band's unit. `direction` 1: upwards. */
function nearest(
  band: BandRule,
  others: readonly BandRule[],
  bound: (interval: Interval) => Bound | null,
  direction: 1 | -1,
): Bound | null {
  const own = (direction === 1 ? band.interval.low : band.interval.high) as Bound;
  let best: Bound | null = null;
  for (const other of others) {
    const found = bound(intervalIn(other.interval, other.unit, band.unit));
    if (!found || found.at.minus(own.at).times(direction).lte(0)) continue;
    if (best === null || found.at.minus(best.at).times(direction).lt(0)) best = found;
  }
  return best;
}

/** Full completion said in words (完成所有回访安排10分) beside thresholds in %: the words stand for 100 %. */
const whole =
  /^(?:(?:按计划|按时|全部|全面|已|能)*(?:完成|达成|达到|参与|完满)(?:了)?(?:所有|全部|全年|目标|任务|计划|要求|100)|(?:全部|全面|足额|超额)(?:完成|达成)|完成(?:.{0,6})(?:目标|任务)?$|全勤|满勤|全程|是$)/;
export const saysWhole = (phrase: string): boolean => whole.test(phrase);

/** Settles all bounds of a reading's bands. Order of the rules is kept. */
export function settleBands(rules: readonly Rule[]): readonly Rule[] {
  const side = stepSide(rules);
  const bands = rules.filter(isBand);
  const othersOf = (band: BandRule, all: readonly BandRule[]): BandRule[] =>
    all.filter((other) => other !== band && comparable(other, band));
  const bare = new Map(bands.map((band) => [band, settleBare(band, othersOf(band, bands), side)]));
  const settledBare = [...bare.values()];
  const below = new Map(settledBare.map((band) => [band, settleBelow(band, othersOf(band, settledBare))]));
  const settled = [...below.values()];
  const clipped = new Map(settled.map((band) => [band, clip(band, othersOf(band, settled))]));
  return rules.map((rule) => (isBand(rule) ? (clipped.get(below.get(bare.get(rule) as BandRule) as BandRule) as BandRule) : rule));
}
