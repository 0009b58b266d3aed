/**
 * Bounds that no clause can settle alone: 85%以上 beside 90%以上 ends at 90, 80分以下 gives 80 away where another band owns it,
 * 完成90% (a bare number) is a threshold on the side where its neighbours leave room.
 */
import Decimal from 'decimal.js';
import {
  atLeast,
  atMost,
  compareHigh,
  compareIntervals,
  compareLow,
  contains,
  exactly,
  isPoint,
  type Bound,
  type Interval,
} from './interval';
import { withPointScale } from './pointScale';
import { convert, sameKind, unitKind } from './quantity';
import type { BandRule, LabelRule, Rule, StepRule } from './rule';
import { compareAwards } from './tierOrder';
import { trendOf } from './trend';

/** Whether two bands speak of one thing: the same measure, units of one kind. Subjects are hints only and people vary them. */
export function comparable(a: BandRule, b: BandRule): boolean {
  return (
    a.way === b.way && a.measure === b.measure && sameKind(a.unit, b.unit) && (a.unit === null) === (b.unit === null || a.unit === null)
  );
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

/** 85分(含)至95分 beside 95分及以上: the bound without (含) belongs to the band that owns it; where none does, to this one. */
function settleOpen(band: BandRule, others: readonly BandRule[]): BandRule {
  const side = band.open;
  const bound = side && band.interval[side];
  if (!side || !bound) return band;
  const owned = others.some((other) => ownsFirmly(other, intervalIn(band.interval, band.unit, other.unit)[side]?.at ?? bound.at));
  return owned ? { ...band, interval: { ...band.interval, [side]: { at: bound.at, inclusive: false } } } : band;
}

/** Whether a band owns a value otherwise than by a bound that is itself open. */
const ownsFirmly = (band: BandRule, value: Decimal): boolean =>
  ownsSettled(band, value) && !(band.open && band.interval[band.open]?.at.eq(value));

const ownsSettled = (band: BandRule, value: Decimal): boolean => contains(band.interval, value);

/** Which side a step beside the bands counts on: 每低1% means that the threshold is met at or above it. */
function stepSide(rules: readonly Rule[]): 'below' | 'above' | null {
  const steps = rules.filter(
    (rule): rule is StepRule =>
      rule.kind === 'step' && (rule.trigger === 'below' || rule.trigger === 'above') && rule.amount.mode === 'deduct',
  );
  return (steps[0]?.trigger as 'below' | 'above' | undefined) ?? null;
}

/** 10日后, 5日前: the words behind the number say on which side. */
const sided = /\d\s?[日天号月]?[后前]/;

/** A bare number: exact for counts and at the ends of the scale, else a threshold away from where the other bands lie. */
function settleBare(band: BandRule, others: readonly BandRule[], side: 'below' | 'above' | null): BandRule {
  const at = band.interval.low?.at;
  // 延误一天扣1分 beside 延误三天以上扣5分: what a deduction takes is taken for that number alone.
  if (band.form !== 'bare' || !at || band.award.amount?.mode === 'deduct') return band;
  const single = others.length === 0;
  // 2年2分，2-3年4分: the number at which a range begins is itself alone.
  if (others.some((other) => other.form === 'range' && other.interval.low?.at.eq(at))) return band;
  if (
    /达到|达|满|到|reach|achiev|attain/i.test(`${band.subject ?? ''}${others.map((other) => other.subject ?? '').join('')}`) &&
    others.every((other) => other.form === 'bare') &&
    !band.whole
  )
    return { ...band, interval: atLeast(at) };
  if (side) return { ...band, interval: side === 'below' ? atLeast(at) : atMost(at) };
  if (band.whole || at.isZero() || single || unitKind(band.unit) === null) return band;
  const trend = trendOf([band, ...others]);
  if (trend !== 0 && !band.phrases.some((phrase) => sided.test(phrase))) return { ...band, interval: trend > 0 ? atLeast(at) : atMost(at) };
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
  /^(?:[^，,]{0,20})(?:完成|达成|达到|参与|参加|实现|兑现)(?:了|率)?(?:.{0,3}(?:所有|全部|全年|目标|任务|计划|要求|指标).{0,8})?$|^(?:按|能|已)?.{0,8}(?:全部|全面|足额|超额|所有).{0,4}(?:完成|达成|参与|参加)|^(?:全勤|满勤|全程)/;
const denied = /未|没|不|部分|基本|大部|延/;
export const saysWhole = (phrase: string): boolean => whole.test(phrase) && !denied.test(phrase);

/** An event that did not happen (未发生事故, 无投诉) beside counts of it: the words stand for zero. */
const none = /^(?:当月|当季|本月|全年|全月|考核期内?|期内|统计期内?)?(?:从未|未|无|没有|没|零)|^(?:no|none|zero|without) /i;
/** What stands in front of a space names the measure: `食品安全投诉 无投诉`. */
const saysNone = (phrase: string): boolean =>
  !/\d/.test(phrase) &&
  ([phrase.replace(/\([^)]*\)/g, ''), phrase.slice(phrase.lastIndexOf(' ') + 1)].some((words) => none.test(words)) || zeroOf.test(phrase));
/** 全年安全生产零事故, 学生零违纪. */
const zeroOf =
  /(?:零|未发生|无)(?:\p{Script=Han}{0,4})(?:事故|投诉|差错|缺陷|违纪|违规|违章|伤亡|失误|处罚|隐患|纠纷|迟到|缺勤|延误|退货|不良)$/u;
/** 未完成 beside 完成0项: the same nothing again. */
const undone = /^(?:未|没有?)(?:完成|达成|实施|开展|执行|提交|参加|组织)?$/;
/** 未发生重大事故 says nothing of small ones. */
const grave = /重大|较大|严重|特大|重伤|死亡/;
const minor = /轻微|较小|一般性?|小的/;

const isLabel = (rule: Rule): rule is LabelRule => rule.kind === 'label';

const otherwise = /^(?:否则?|其他|其它|其余|反之|除此(?:之外|以外)|otherwise|else|all others?|anything else)(?:情况|的|者|情形)?$/i;

/** 否则0分, `otherwise 0 pts`: what the bands leave on their open side; around zero (±5%) on both. */
function restOf(label: LabelRule, bands: readonly BandRule[]): readonly BandRule[] | null {
  const first = bands[0];
  if (!first || !label.phrases.some((phrase) => otherwise.test(phrase)) || !bands.every((band) => comparable(band, first))) return null;
  const lows = bands.map(({ interval }) => interval.low);
  const highs = bands.map(({ interval }) => interval.high);
  const least = [...lows].sort(compareLow)[0];
  const most = [...highs].sort(compareHigh).pop();
  const below = least && !lows.includes(null) ? [fromLabel(label, { low: null, high: flipped(least) }, first.unit)] : [];
  const above = most && !highs.includes(null) ? [fromLabel(label, { low: flipped(most), high: null }, first.unit)] : [];
  // Behind the ranks that are named come the others.
  const ranks = first.unit === '人' && least?.at.eq(1) && above.length > 0;
  // 90%-110%得10分，80%-90%或110%-120%得6分，其他0分: best in the middle, so both sides are left.
  const around = least?.at.isNegative() || (bands.length > 1 && trendOf(bands) === 0) || (bands.length === 1 && isPoint(first.interval));
  const found = ranks ? above : around ? [...below, ...above] : below.length > 0 ? below : above;
  return found.length > 0 ? found : null;
}

/** The bands that a label's words stand for among the bands of the text; null where they stand for themselves. */
function bandsOfWords(label: LabelRule, bands: readonly BandRule[]): readonly BandRule[] | null {
  if (label.phrases.length === 0) return null;
  const rest = restOf(
    label,
    bands.filter((band) => band.measure === 'value' && !band.ofPoints),
  );
  if (rest) return rest;
  const measured = bands.filter((band) => band.measure === 'value' && !band.ofPoints);
  const percent = measured.filter((band) => band.unit === '%');
  if (
    percent.length > 0 &&
    label.phrases.some((phrase) => saysWhole(phrase) || isYes(phrase)) &&
    rises(percent) &&
    !percent.some((band) => reaches(band, 100))
  )
    return [fromLabel(label, atLeast(new Decimal(100)), '%')];
  const counts = measured.filter((band) => unitKind(band.unit) === 'count' && band.unit !== null);
  const first = counts[0];
  const events = counts.filter((band) => !(band.interval.low === null && band.interval.high && !band.interval.high.inclusive));
  const owned = counts.some((band) => isPoint(band.interval) && band.interval.low?.at.isZero());
  if (!first || !label.phrases.some(saysNone) || (owned && !label.phrases.some((phrase) => undone.test(phrase)))) return null;
  if (
    events.length === 0 ||
    (label.phrases.some((phrase) => grave.test(phrase)) && counts.some((band) => band.phrases.some((phrase) => minor.test(phrase))))
  )
    return null;
  return [fromLabel(label, exactly(new Decimal(0)), first.unit)];
}

const isYes = (phrase: string): boolean => /^(?:是|yes)$/i.test(phrase);
const reaches = ({ interval: { low, high } }: BandRule, value: number): boolean =>
  Boolean(low?.at.gte(value) || high?.at.gt(value) || (high?.at.eq(value) && high.inclusive));

/** Whether more is better: 100 % is the best end of 完成率, not of 错漏率. */
function rises(bands: readonly BandRule[]): boolean {
  const sorted = [...bands].sort((a, b) => compareIntervals(a.interval, b.interval));
  const [lowest, highest] = [sorted[0] as BandRule, sorted[sorted.length - 1] as BandRule];
  if (lowest === highest) return highest.interval.low !== null;
  return compareAwards(highest.award, lowest.award) < 0;
}

function fromLabel(label: LabelRule, interval: Interval, unit: BandRule['unit']): BandRule {
  return {
    kind: 'band',
    span: label.span,
    subject: null,
    measure: 'value',
    interval,
    unit,
    whole: unit !== '%',
    form: 'compared',
    ofPoints: false,
    label: label.label,
    phrases: label.phrases,
    award: label.award,
  };
}

/** Words become the bands that they stand for; counts that would own zero leave it to them (发生3次以内 beside 未发生). */
function settleWords(rules: readonly Rule[]): readonly Rule[] {
  const bands = rules.filter(isBand);
  // 是则5分，否则0分: beside 是, 否 is an answer and not what is left.
  const answers = rules.some((rule) => isLabel(rule) && rule.phrases.some(isYes));
  const isWords = (rule: Rule): rule is LabelRule => isLabel(rule) && !(answers && rule.phrases[0] === '否');
  const settled = rules.flatMap((rule): readonly Rule[] => (isWords(rule) ? (bandsOfWords(rule, bands) ?? [rule]) : [rule]));
  const zero = settled.some((rule) => isBand(rule) && !rules.includes(rule) && isPoint(rule.interval));
  return zero
    ? settled.map((rule) =>
        isBand(rule) && rule.whole && rule.interval.low === null && !isPoint(rule.interval)
          ? { ...rule, interval: { ...rule.interval, low: { at: new Decimal(0), inclusive: false } } }
          : rule,
      )
    : settled;
}

/** 95%为达标，达标得10分: a band that names a tier, and what the tier is worth. */
function settleNamed(rules: readonly Rule[]): readonly Rule[] {
  const worth = new Map(
    rules.filter(isLabel).flatMap(({ label, phrases, award: { tier, amount } }) => {
      const name = label ?? tier;
      return name !== null && phrases.length === 0 && amount?.mode === 'set' ? [[name, amount] as const] : [];
    }),
  );
  return rules.map((rule) => {
    const amount =
      isBand(rule) && rule.measure === 'value' && !rule.ofPoints && !rule.award.amount ? worth.get(rule.award.tier ?? '') : null;
    return isBand(rule) && amount ? { ...rule, award: { ...rule.award, amount } } : rule;
  });
}

/** 85≤得分<95 beside ≥95分: a list on one thing, whose unit some of its lines leave out. */
function settleUnits(rules: readonly Rule[]): readonly Rule[] {
  const bands = rules.filter((rule): rule is BandRule => isBand(rule) && rule.measure === 'value' && !rule.ofPoints);
  const [unit, ...others] = [...new Set(bands.flatMap((band) => (band.unit === null ? [] : [band.unit])))];
  if (unit === undefined || others.length > 0 || !['分', '%'].includes(unit)) return rules;
  return rules.map((rule) =>
    isBand(rule) && bands.includes(rule) && rule.unit === null && rule.form !== 'bare' ? { ...rule, unit } : rule,
  );
}

/** 达到目标 beside 超过目标10%: a distance of zero is zero in any unit, so both lie on one scale. */
function settleOffsets(rules: readonly Rule[]): readonly Rule[] {
  const measured = rules.find((rule): rule is BandRule => isBand(rule) && rule.measure === 'difference' && rule.unit !== null);
  return measured
    ? rules.map((rule) => (isBand(rule) && rule.measure === 'difference' && rule.unit === null ? { ...rule, unit: measured.unit } : rule))
    : rules;
}

const isBare = ({ form }: BandRule): boolean => form === 'bare';
const isOpen = ({ open }: BandRule): boolean => open !== undefined;
const openAbove = (band: BandRule): BandRule =>
  band.interval.high ? { ...band, interval: { ...band.interval, high: { at: band.interval.high.at, inclusive: false } } } : band;

/** 5处以下扣5分，5处以上不得分: what zeroes out owns its number, too. */
const ownsEdge = (rule: Rule, { interval: { high }, unit }: BandRule): boolean =>
  rule.kind === 'veto' && rule.interval !== null && rule.unit === unit && high !== null && contains(rule.interval, high.at);

const isBelow = ({ form }: BandRule): boolean => form === 'below';

/** Settles those bands that need it beside the others that speak of the same. */
function inTurn(
  bands: readonly BandRule[],
  needs: (band: BandRule) => boolean,
  settle: (band: BandRule, others: readonly BandRule[]) => BandRule,
): readonly BandRule[] {
  if (!bands.some(needs)) return bands;
  return bands.map((band) =>
    needs(band)
      ? settle(
          band,
          bands.filter((other) => other !== band && comparable(other, band)),
        )
      : band,
  );
}

/** Settles all bounds of a reading's bands. Order of the rules is kept. */
export function settleBands(all: readonly Rule[]): readonly Rule[] {
  const read = withPointScale(all);
  const rules = settleOffsets(settleUnits(settleWords(settleNamed(read))));
  const side = stepSide(rules);
  const bands = rules.filter(isBand);
  const bare = inTurn(bands, isBare, (band, others) => settleBare(band, others, side));
  const open = inTurn(bare, isOpen, settleOpen);
  const below = inTurn(open, isBelow, settleBelow).map((band) =>
    isBelow(band) && rules.some((rule) => ownsEdge(rule, band)) ? openAbove(band) : band,
  );
  const settled = inTurn(below, (band) => opensUp(band) || opensDown(band), clip);
  const settledOf = new Map<Rule, BandRule>(bands.map((band, at) => [band, settled[at] as BandRule]));
  return rules.map((rule) => settledOf.get(rule) ?? rule);
}
