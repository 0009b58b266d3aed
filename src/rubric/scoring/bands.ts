/** Bands and an entry: the band that owns the number, what a shared boundary or a hole between whole numbers means, labels and phrases. */
import Decimal from 'decimal.js';
import { compareIntervals, compareWidth, contains, isNested, type Interval } from '../interval';
import { namedMovement } from '../families/stepWords';
import { bestLikeness } from '../likeness';
import { likeness } from '../likeness';
import { sameKind, unitKind, unitLabel } from '../quantity';
import type { BandRule } from '../rule';
import type { Contribution, ScoreContext, Scorer } from '../scorer';
import { compareAwards, sameAward } from '../tierOrder';
import { contributionOf, ruleStep } from './contribution';
import { againstTarget, measuredIn, shown } from './measure';
import { matchWords } from './words';

interface Hit {
  readonly band: BandRule;
  readonly value: Decimal;
}

/** How grave an event is: 重伤 is not counted by what a text says of 轻伤. */
const graveness = /特别重大|特大|重大|较大|一般|轻微|严重|重伤|轻伤|死亡|致命|次要|主要/g;

const unlike = 0.3;
const names = 0.97;

/** 旷工1天 beside 请假1天9分 and 旷工0分: the words are those of another rule, and none of the band's. */
const namesOther = (words: string, subject: string, rules: ScoreContext['rules']): boolean =>
  likeness(words, subject).strength < unlike &&
  rules.some((rule) => rule.kind === 'label' && rule.phrases.some((phrase) => likeness(words, phrase).strength >= names));

function isOtherMatter({ subject }: BandRule, { entry, rules }: ScoreContext): boolean {
  if (subject === null || entry.words === '') return false;
  if (namesOther(entry.words, subject, rules)) return true;
  const [told, meant] = [entry.words.match(graveness), subject.match(graveness)];
  return told !== null && meant !== null && !told.some((word) => meant.includes(word));
}

function valueFor(band: BandRule, context: ScoreContext): Decimal | null {
  if (isOtherMatter(band, context)) return null;
  if (band.way !== undefined && goesOtherWay(band.way, context)) return null;
  if (band.measure === 'difference') return distanceFor(band, context);
  if (band.measure === 'ratio') return shareFor(context);
  if (isAmount(context)) return ofTarget(band, context) ?? measuredIn(context.entry.quantity, band.unit, context)?.amount ?? null;
  return measuredIn(context.entry.quantity, band.unit, context)?.amount ?? ofTarget(band, context);
}

const hundred = new Decimal(100);
/** Words that have something in common, and words that name a matter. */
const [resembles, clearly] = [0.35, 0.7];
const widestMovement = 50;

/** 提前2天 under 延迟2天及以上: the same number the other way. A number alone does not say which. */
function goesOtherWay(way: 'below' | 'above', { entry }: ScoreContext): boolean {
  const moved = namedMovement(entry.words);
  return moved === null || moved.direction !== way;
}

/** How far an entry lies from its target in the band's unit: told by the entry itself (超预算3%), points of a rate, or a share of the target. */
function distanceFor(band: BandRule, context: ScoreContext): Decimal | null {
  const { quantity, words } = context.entry;
  const moved = quantity && words !== '' ? namedMovement(words) : null;
  if (quantity && moved) {
    if ((quantity.unit !== band.unit && band.unit !== null) || !sameKind(quantity.unit, band.unit)) return null;
    return moved.direction === 'below' ? quantity.amount.abs().neg() : quantity.amount;
  }
  const told = band.unit === null && context.target === null && quantity?.unit === '%' && words === '' ? quantity.amount : null;
  // -2% under 同比下降: a small percentage without any target is the movement itself.
  if (told?.abs().lte(widestMovement)) return told;
  if (band.unit !== '%' || context.target?.unit === '%') return againstTarget('difference', context);
  if (quantity?.unit === '%') return quantity.amount.minus(hundred);
  return againstTarget('ratio', context)?.minus(hundred) ?? null;
}

/** 45%, or 9 of 20户: the share of the target. */
function shareFor(context: ScoreContext): Decimal | null {
  const { quantity } = context.entry;
  const told = quantity?.unit === '%' && context.target?.unit !== '%';
  return told ? quantity.amount : againstTarget('ratio', context);
}

/** 18 beside a target of 20户 counts what the target counts, and is no percentage. */
const isAmount = ({ entry, target }: ScoreContext): boolean =>
  entry.quantity?.unit === null && target !== null && target.unit !== null && unitKind(target.unit) !== 'ratio';

/** 80万元 of 100万元 under a % rubric: the share of the target. */
function ofTarget(band: BandRule, context: ScoreContext): Decimal | null {
  return band.unit === '%' && context.target !== null && context.target.unit !== '%' ? againstTarget('ratio', context) : null;
}

const whole = (value: Decimal | undefined): boolean => value?.isInteger() ?? true;
/** Ranges of whole numbers leave only fractions between them: 80-89 and 90-100. The step is one in the last printed place. */
function stepOf(bands: readonly BandRule[]): Decimal {
  const bounds = bands.flatMap(({ interval }) => [interval.low?.at, interval.high?.at]).filter((at): at is Decimal => at !== undefined);
  return bounds.every(whole) ? new Decimal(1) : new Decimal(10).pow(-Math.max(...bounds.map((at) => at.decimalPlaces())));
}

/** The neighbours of a hole that holds the value, where the hole is no wider than one printed step. */
function aroundHole(value: Decimal, bands: readonly BandRule[]): { readonly lower: BandRule; readonly upper: BandRule } | null {
  const sorted = [...bands].sort((a, b) => compareIntervals(a.interval, b.interval));
  const lower = sorted.filter(({ interval }) => interval.high !== null && interval.high.at.lte(value)).pop();
  const upper = sorted.find(({ interval }) => interval.low !== null && interval.low.at.gte(value));
  if (!lower?.interval.high?.inclusive || !upper?.interval.low?.inclusive) return null;
  const width = upper.interval.low.at.minus(lower.interval.high.at);
  return width.lte(stepOf(bands)) ? { lower, upper } : null;
}

const rangeText = ({ low, high }: Interval): string =>
  `${low ? (low.inclusive ? '[' : '(') + shown(low.at) : '(-∞'},${high ? shown(high.at) + (high.inclusive ? ']' : ')') : '+∞)'}`;

function reasonOf(hit: Hit, code: string): Contribution['reason'] {
  const unit = unitLabel(hit.band.unit, 'zh');
  return [ruleStep(hit.band, code, { value: shown(hit.value), unit, range: rangeText(hit.band.interval) })];
}

const ofHit = (hit: Hit, context: ScoreContext, code = 'in-band', issue: Contribution['issue'] = null): Contribution => {
  const made = contributionOf(hit.band, hit.band.award, context, { strength: 1, reason: reasonOf(hit, code), issue });
  if (!hit.band.ofPoints) return made;
  const own = hit.band.award.tier === null ? hit.value : null;
  return { ...made, low: own, high: own };
};

/** The winner of a boundary that two bands print, by policy. */
function onBoundary(hits: readonly Hit[], context: ScoreContext): Contribution {
  const [first] = hits as readonly [Hit, ...Hit[]];
  const { sharedBoundary } = context.policy;
  const ordered = [...hits].sort((a, b) => compareAwards(a.band.award, b.band.award));
  const best = ordered[0] as Hit;
  const chosen = sharedBoundary === 'first' ? first : sharedBoundary === 'worse' ? (ordered[ordered.length - 1] as Hit) : best;
  return sharedBoundary === 'ask'
    ? { ...ofHit(chosen, context, 'shared-boundary', 'shared-boundary'), kind: 'open' }
    : ofHit(chosen, context, 'shared-boundary');
}

const touches = (hit: Hit): boolean => Boolean(hit.band.interval.low?.at.eq(hit.value) || hit.band.interval.high?.at.eq(hit.value));

function ofHits(hits: readonly Hit[], context: ScoreContext): readonly Contribution[] {
  const [first] = hits as readonly [Hit, ...Hit[]];
  if (hits.length === 1 || hits.every(({ band }) => sameAward(band.award, first.band.award))) return [ofHit(first, context)];
  if (hits.every(({ band }) => isNested(band.interval, first.band.interval)))
    return [ofHit([...hits].sort((a, b) => compareWidth(a.band.interval, b.band.interval))[0] as Hit, context)];
  const exact = hits.filter(
    ({ band: { interval } }) => interval.low !== null && interval.high !== null && interval.low.at.eq(interval.high.at),
  );
  if (exact.length === 1 && hits.length > 1 && hits.some((hit) => !exact.includes(hit) && !touches(hit)))
    return [ofHit(exact[0] as Hit, context)];
  const isPoint = hits.every(touches) && exact.length !== hits.length;
  return isPoint
    ? [onBoundary(hits, context)]
    : hits.map((hit) => ({ ...ofHit(hit, context, 'overlap', exact.length > 1 ? 'contradiction' : 'overlap'), kind: 'open' as const }));
}

function inHole(bands: readonly BandRule[], context: ScoreContext): readonly Contribution[] {
  const first = bands.find((band) => valueFor(band, context) !== null);
  const value = first && valueFor(first, context);
  if (!first || !value) return [];
  const peers = bands.filter((band) => band.measure === first.measure && valueFor(band, context) !== null);
  const around = aroundHole(value, peers);
  if (around && context.policy.integerGap !== 'none') {
    const rounded = value.toDecimalPlaces(stepOf(peers).decimalPlaces(), Decimal.ROUND_HALF_UP);
    const up = context.policy.integerGap === 'round' && contains(around.upper.interval, rounded);
    return [ofHit({ band: up ? around.upper : around.lower, value }, context, 'integer-gap')];
  }
  const spared = beforeDeductions(peers, value);
  if (spared) return [spared];
  return [
    {
      rule: first,
      kind: 'open',
      tier: null,
      low: null,
      high: null,
      issue: 'gap',
      strength: 0.5,
      reason: [ruleStep(first, 'in-gap', { value: shown(value) })],
    },
  ];
}

/** A list of deductions takes nothing from what lies on the mild side of its mildest band: no occurrence, no shortfall. */
function beforeDeductions(bands: readonly BandRule[], value: Decimal): Contribution | null {
  if (!bands.every(({ award }) => award.amount?.mode === 'deduct')) return null;
  const mildest = [...bands].sort((a, b) => compareAwards(a.award, b.award))[0] as BandRule;
  const { low, high } = mildest.interval;
  const others = bands.filter((band) => band !== mildest);
  const below =
    low !== null &&
    (value.lt(low.at) || (!low.inclusive && value.eq(low.at))) &&
    others.every(({ interval }) => interval.low === null || interval.low.at.gte(low.at));
  const above =
    high !== null &&
    (value.gt(high.at) || (!high.inclusive && value.eq(high.at))) &&
    others.every(({ interval }) => interval.high === null || interval.high.at.lte(high.at));
  if (!below && !above) return null;
  const none = new Decimal(0);
  const sure = (value.lte(0) && below) || (value.gte(0) && mildest.measure === 'difference') || mildest.form === 'compared';
  return {
    rule: mildest,
    kind: 'adjust',
    tier: null,
    low: none,
    high: none,
    issue: sure ? null : 'other',
    strength: 1,
    reason: [ruleStep(mildest, 'no-deduction', { value: shown(value) })],
  };
}

/** 缺席1次 under 请假2次以内不扣分 and 缺席一次扣2分: the words name a step, and not what the band counts. */
function isStranger({ subject, phrases }: BandRule, { entry, rules }: ScoreContext): boolean {
  if (entry.words === '' || subject === null || bestLikeness(entry.words, [subject, ...phrases]).strength >= resembles) return false;
  return rules.some(
    (rule) => rule.kind === 'step' && rule.trigger === 'event' && bestLikeness(entry.words, rule.phrases).strength >= clearly,
  );
}

function byNumber(bands: readonly BandRule[], context: ScoreContext): readonly Contribution[] {
  const hits = bands.flatMap((band) => {
    const value = valueFor(band, context);
    return value !== null && contains(band.interval, value) && !isStranger(band, context) ? [{ band, value }] : [];
  });
  const none = hits.find(nothingHappened);
  if (none) return [{ ...ofHit(none, context), issue: 'gap' }];
  return hits.length > 0 ? ofHits(hits, context) : inHole(bands, context);
}

const harm = /损失|差错|失误|投诉|违规|违纪|事故|延误|延迟|逾期|迟到|超时|缺勤|loss|error|complaint|late|delay/i;

/** 损失1000元以下扣2分 and no loss at all: the words include it, but hardly anybody means it. */
function nothingHappened({ band, value }: Hit): boolean {
  if (!value.isZero() || band.interval.low !== null || band.award.amount?.mode !== 'deduct' || band.award.amount.high?.isZero())
    return false;
  return harm.test([band.subject ?? '', ...band.phrases].join(' '));
}

function byWords(bands: readonly BandRule[], context: ScoreContext): readonly Contribution[] {
  const { entry } = context;
  const words = entry.words === '' && entry.quantity === null ? entry.text : entry.quantity === null ? entry.words : entry.text;
  return matchWords(bands, words).map(({ rule, strength }) => {
    const made = contributionOf(rule, rule.award, context, { strength, reason: [ruleStep(rule, 'named', { words })] });
    const { low, high } = rule.interval;
    return rule.ofPoints && rule.award.amount === null && high ? { ...made, low: low?.at ?? new Decimal(0), high: high.at } : made;
  });
}

const count = /\d/;
const or = /或者?(?:是)?/;

/** 轻伤3起及以上或发生重伤: the side of an alternative that no number bounds. */
const unboundedSides = ({ phrases }: BandRule): readonly string[] =>
  phrases.filter((phrase) => {
    const whole = count.test(phrase) ? null : phrases.find((other) => other !== phrase && count.test(other) && or.test(other));
    return whole?.split(or).some((side) => !count.test(side) && side.includes(phrase)) ?? false;
  });

/** 重伤1起 under 轻伤3起及以上或发生重伤: it happened, however often. */
function byAlternative(bands: readonly BandRule[], context: ScoreContext): readonly Contribution[] {
  const { quantity, words } = context.entry;
  if (!quantity || words === '' || quantity.amount.lte(0) || unitKind(quantity.unit) !== 'count') return [];
  const met = bands.filter((band) => unboundedSides(band).some((side) => likeness(words, side).strength >= 0.97));
  const [band] = met;
  return band && met.length === 1
    ? [contributionOf(band, band.award, context, { strength: 1, reason: [ruleStep(band, 'named', { words })] })]
    : [];
}

/** Scores all bands together. Words that name a band count for as much as they resemble it; a number lands in the band that owns it. */
export const scoreBands: Scorer<'band'> = (bands, context) => {
  // A bare number that a phrase happens to print (5天 in 逾期超过5天) names nothing; only the whole phrase does.
  const bare = context.entry.quantity !== null && context.entry.words === '';
  const named = byWords(bands, context).filter(({ strength }) => !bare || strength >= 0.97);
  const otherwise = byAlternative(bands, context);
  if (otherwise.length > 0) return otherwise;
  const exact = named.some(({ strength }) => strength >= 0.97);
  if (context.entry.quantity === null || exact) return named;
  return [...byNumber(bands, context), ...named.filter(({ strength }) => strength < 1)];
};
