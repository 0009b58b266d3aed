/** How the bands of a text cover the numbers: gaps, shared ends, overlaps, bands that give two things for one value. */
import type Decimal from 'decimal.js';
import { compareIntervals, gapBetween, intersection, isNested, isPoint, sameInterval, type Interval } from '../interval';
import { unitKind, unitLabel, type UnitName } from '../quantity';
import type { BandRule, Rule } from '../rule';
import { comparable, intervalIn } from '../settleBands';
import { sameAward } from '../tierOrder';
import type { IssueCode } from '../types';
import { issue, union, type FoundIssue } from './issue';

const text = (value: Decimal): string => value.toFixed();

function describe(interval: Interval, unit: UnitName | null): string {
  const { low, high } = interval;
  const label = unitLabel(unit, 'zh');
  if (low && high && low.at.eq(high.at)) return `${text(low.at)}${label}`;
  const from = low ? `${low.inclusive ? '≥' : '>'}${text(low.at)}${label}` : '';
  const to = high ? `${high.inclusive ? '≤' : '<'}${text(high.at)}${label}` : '';
  return [from, to].filter((part) => part !== '').join(' ');
}

/** What a band is called in a message: its tier, else its points. */
export const nameOf = ({ award }: BandRule): string => award.tier ?? (award.amount?.high ? text(award.amount.high) : '');

function between(code: IssueCode, a: BandRule, b: BandRule, at: Interval): FoundIssue {
  return issue(code, union(a.span, b.span), {
    range: describe(at, a.unit),
    lower: nameOf(a),
    upper: nameOf(b),
    at: at.low ? text(at.low.at) : at.high ? text(at.high.at) : '',
    unit: unitLabel(a.unit, 'zh'),
  });
}

/** Whole days are counted like pieces; hours and minutes are measured. */
const countedUnits = new Set<UnitName | null>(['天', '工作日', '周', '月', '季度', '年', '课时', '级']);
const isCounted = (unit: UnitName | null): boolean => unitKind(unit) === 'count' || countedUnits.has(unit);

const isWhole = (value: Decimal | undefined): boolean => value?.isInteger() ?? true;

/** What the bands of one list have in common: all their bounds, and whether only whole numbers occur. */
interface Group {
  readonly bounds: readonly Decimal[];
  readonly counted: boolean;
}

/** Whether a whole number lies in the gap. */
function holdsInteger({ low, high }: Interval): boolean {
  if (!low || !high) return true;
  const first = low.inclusive ? low.at.ceil() : low.at.floor().plus(1);
  return high.inclusive ? first.lte(high.at) : first.lt(high.at);
}

/** The width between neighbours where all of them lie one printed step apart (0-4.5, 5-5.5, 6-6.5): a grid, not holes. */
function isGrid(gap: Interval, bounds: readonly Decimal[]): boolean {
  if (!gap.low || !gap.high || gap.low.inclusive || gap.high.inclusive) return false;
  const width = gap.high.at.minus(gap.low.at);
  return !width.isInteger() && !width.log(10).isInteger() && bounds.every((bound) => bound.mod(width).isZero());
}

/** 8-10分：主动热情; 5-7分：尚能配合: the rater chooses points for a description, and hardly between two ranges. */
const isChosen = ({ ofPoints, award: { tier, amount } }: BandRule): boolean =>
  ofPoints === true && tier === null && amount?.low !== null && amount?.low !== undefined && !amount.low.eq(amount.high ?? amount.low);

function gapIssue(a: BandRule, b: BandRule, gap: Interval, group: Group): FoundIssue | null {
  const { bounds, counted } = group;
  const whole = bounds.every(isWhole);
  if (counted && !holdsInteger(gap)) return null;
  if (isGrid(gap, bounds)) return null;
  const closed = gap.low && gap.high && !gap.low.inclusive && !gap.high.inclusive;
  const step = whole ? 1 : Math.pow(10, -Math.max(...bounds.map((bound) => bound.decimalPlaces())));
  const narrow = closed && gap.high && gap.low && gap.high.at.minus(gap.low.at).lte(step);
  if (narrow && isChosen(a) && isChosen(b)) return null;
  return between(narrow ? 'integer-gap' : 'gap', a, b, gap);
}

/** A point inside an open-ended band is its exception (0% beside <10%), not an overlap. */
const isException = (a: Interval, b: Interval): boolean => isPoint(a) !== isPoint(b);

function overlapIssue(a: BandRule, b: BandRule, shared: Interval): FoundIssue | null {
  if (sameAward(a.award, b.award) || (isNested(a.interval, b.interval) && !sameInterval(a.interval, b.interval))) return null;
  if (sameInterval(a.interval, b.interval)) return between('contradiction', a, b, shared);
  if (isException(a.interval, b.interval) && !touchesEnd(a.interval, b.interval)) return null;
  return between(isPoint(shared) ? 'shared-boundary' : 'overlap', a, b, shared);
}

function touchesEnd(a: Interval, b: Interval): boolean {
  const [point, other] = isPoint(a) ? [a, b] : [b, a];
  const at = point.low?.at;
  return Boolean(at && (other.low?.at.eq(at) || other.high?.at.eq(at)));
}

function pairIssue(a: BandRule, b: BandRule, group: Group): FoundIssue | null {
  const other = intervalIn(b.interval, b.unit, a.unit);
  const shared = intersection(a.interval, other);
  if (shared) return overlapIssue(a, b, shared);
  const gap = gapBetween(a.interval, other);
  const found = gap && gapIssue(a, b, gap, group);
  const deducts = a.award.amount?.mode === 'deduct' || b.award.amount?.mode === 'deduct';
  return deducts && found?.code === 'gap' ? null : found;
}

const boundsOf = (bands: readonly BandRule[]): readonly Decimal[] =>
  bands.flatMap(({ interval }) => [interval.low?.at, interval.high?.at]).filter((bound): bound is Decimal => bound !== undefined);

/** Bands that speak of one thing, lists of them. Where neighbours mostly leave a step between them, a shared end is an overlap. */
function groupsOf(bands: readonly BandRule[]): readonly (readonly BandRule[])[] {
  const groups: BandRule[][] = [];
  for (const band of bands) {
    const home = groups.find((group) => comparable(group[0] as BandRule, band));
    if (home) home.push(band);
    else groups.push([band]);
  }
  return groups;
}

/** ±2% beside ±10%: what lies between the narrow band and the next one belongs to the wide one around both. */
function isEnclosed(a: BandRule, b: BandRule, sorted: readonly BandRule[]): boolean {
  const gap = gapBetween(a.interval, intervalIn(b.interval, b.unit, a.unit));
  return gap !== null && sorted.some((band) => holds(intervalIn(band.interval, band.unit, a.unit), gap));
}

/** Whether an interval holds all of a gap. */
function holds(outer: Interval, gap: Interval): boolean {
  const shared = intersection(outer, gap);
  return shared !== null && sameInterval(shared, gap);
}

function coverage(group: readonly BandRule[]): readonly FoundIssue[] {
  const first = group[0] as BandRule;
  const sorted = [...group].sort((a, b) =>
    compareIntervals(intervalIn(a.interval, a.unit, first.unit), intervalIn(b.interval, b.unit, first.unit)),
  );
  const bounds = boundsOf(group);
  const plain = group.every(({ unit }) => unit === null) && group.some(({ form }) => form === 'bare');
  const averaged = group.some(({ subject }) => /平均|人均|周转|average|mean\b/i.test(subject ?? ''));
  const counted = bounds.every(isWhole) && !averaged && (isCounted(group.find(({ unit }) => unit !== null)?.unit ?? null) || plain);
  const neighbours = sorted
    .slice(1)
    .map((band, at) =>
      isEnclosed(sorted[at] as BandRule, band, sorted) ? null : pairIssue(sorted[at] as BandRule, band, { bounds, counted }),
    );
  const found = [...neighbours, ...uncoveredEnds(sorted)].filter((one): one is FoundIssue => one !== null);
  const stepped = found.filter(({ code }) => code === 'integer-gap').length;
  const shared = found.filter(({ code }) => code === 'shared-boundary').length;
  return stepped > shared ? found.map((one) => (one.code === 'shared-boundary' ? { ...one, code: 'overlap' as const } : one)) : found;
}

/** 得满分 */
export const isFull = ({ award }: BandRule): boolean => award.amount?.of === 'fullMarks' && Boolean(award.amount.high?.eq(1));
const isNone = ({ award }: BandRule): boolean => Boolean(award.amount?.high?.isZero());

/** Thresholds that end in nothing: 90%以上20分85%以上10分 says nothing below 85. Ranges end where their scale ends. */
function uncoveredEnds(sorted: readonly BandRule[]): readonly (FoundIssue | null)[] {
  const [lowest, highest] = [sorted[0] as BandRule, sorted[sorted.length - 1] as BandRule];
  if (lowest.ofPoints || sorted.some(({ award }) => award.amount?.mode === 'deduct' || award.amount?.mode === 'add')) return [];
  if (sorted.length === 1 && (isFull(lowest) || isNone(lowest) || lowest.award.tier !== null)) return [];
  const { low } = lowest.interval;
  const { high } = highest.interval;
  const below = low && low.at.gt(0) && lowest.form !== 'range' && !(low.at.eq(1) && isCounted(lowest.unit));
  const above = high && lowest.interval.low === null && highest.form !== 'compared' && !endsScale(high.at, highest.unit);
  const single = sorted.length === 1 && !below && high && lowest.interval.low === null;
  return [
    below ? between('gap', lowest, lowest, { low: null, high: { at: low.at, inclusive: !low.inclusive } }) : null,
    above || single
      ? between('gap', highest, highest, { low: { at: (high as NonNullable<typeof high>).at, inclusive: false }, high: null })
      : null,
  ];
}

const endsScale = (at: Decimal, unit: UnitName | null): boolean => unit === '%' || unit === '分' || unit === null || at.isZero();

const isBand = (rule: Rule): rule is BandRule => rule.kind === 'band';

/** What is open in how the bands of a reading cover the numbers. Beside steps or a label, bands need not reach the ends. */
export function bandIssues(rules: readonly Rule[]): readonly FoundIssue[] {
  const hasSteps = rules.some((rule) => rule.kind === 'step' || rule.kind === 'formula');
  const labelled = rules.some(({ kind }) => kind === 'label');
  return groupsOf(rules.filter(isBand)).flatMap((group) => {
    const found = coverage(group);
    return hasSteps || (labelled && group.length === 1)
      ? found.filter(({ code }) => code !== 'gap' || (group.length > 1 && !hasSteps))
      : found;
  });
}
