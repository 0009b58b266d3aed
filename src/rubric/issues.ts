/**
 * What is open or faulty in a reading, found by looking at its rules: how bands cover the numbers, whether rules contradict each other,
 * whether deductions have a floor. The codes are those of the criteria README; the words for them stand in src/locale.
 */
import type Decimal from 'decimal.js';
import { compareIntervals, gapBetween, intersection, isNested, isPoint, sameInterval, type Interval } from './interval';
import { unitKind, unitLabel, type UnitName } from './quantity';
import type { BandRule, LabelRule, LimitRule, Rule, StepRule } from './rule';
import { comparable, intervalIn } from './settleBands';
import { stepIssues } from './stepIssues';
import { rankOf, sameAward } from './tierOrder';
import type { Issue, IssueCode, Severity, Span } from './types';

export type FoundIssue = Omit<Issue, 'fix'>;

const severities: Readonly<Record<IssueCode, Severity>> = {
  gap: 'error', 'integer-gap': 'info', 'shared-boundary': 'warning', overlap: 'warning', contradiction: 'error', 'missing-floor': 'info',
  'floor-or-cap': 'warning', 'undefined-amount': 'warning', 'unit-mismatch': 'warning', 'once-or-each': 'warning', 'partial-step': 'info',
  'lost-text': 'warning', 'weights-sum': 'warning', other: 'warning',
}; // prettier-ignore

/** An issue without its fix. Details are texts for the message. */
export function issue(code: IssueCode, span: Span, details: Readonly<Record<string, string>> = {}): FoundIssue {
  return { code, severity: severities[code], span, details };
}

const text = (value: Decimal): string => value.toFixed();

function describe(interval: Interval, unit: UnitName | null): string {
  const { low, high } = interval;
  const label = unitLabel(unit, 'zh');
  if (low && high && low.at.eq(high.at)) return `${text(low.at)}${label}`;
  const from = low ? `${low.inclusive ? '≥' : '>'}${text(low.at)}${label}` : '';
  const to = high ? `${high.inclusive ? '≤' : '<'}${text(high.at)}${label}` : '';
  return [from, to].filter((part) => part !== '').join(' ');
}

const nameOf = ({ award }: BandRule): string => award.tier ?? (award.amount?.high ? text(award.amount.high) : '');

const union = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

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

function gapIssue(a: BandRule, b: BandRule, gap: Interval, group: Group): FoundIssue | null {
  const { bounds, counted } = group;
  const whole = bounds.every(isWhole);
  if (counted && !holdsInteger(gap)) return null;
  if (isGrid(gap, bounds)) return null;
  const closed = gap.low && gap.high && !gap.low.inclusive && !gap.high.inclusive;
  const step = whole ? 1 : Math.pow(10, -Math.max(...bounds.map((bound) => bound.decimalPlaces())));
  const narrow = closed && gap.high && gap.low && gap.high.at.minus(gap.low.at).lte(step);
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
  const counted = bounds.every(isWhole) && !averaged && (isCounted(first.unit) || plain);
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

const isFull = ({ award }: BandRule): boolean => award.amount?.of === 'fullMarks' && Boolean(award.amount.high?.eq(1));
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
const isLabel = (rule: Rule): rule is LabelRule => rule.kind === 'label';
const isStep = (rule: Rule): rule is StepRule => rule.kind === 'step';
const isLimit = (rule: Rule): rule is LimitRule => rule.kind === 'limit';

function bandIssues(rules: readonly Rule[]): readonly FoundIssue[] {
  const hasSteps = rules.some((rule) => isStep(rule) || rule.kind === 'formula');
  const labelled = rules.some(isLabel);
  return groupsOf(rules.filter(isBand)).flatMap((group) => {
    const found = coverage(group);
    return hasSteps || (labelled && group.length === 1)
      ? found.filter(({ code }) => code !== 'gap' || (group.length > 1 && !hasSteps))
      : found;
  });
}

/** Deductions that never end, bounds whose sign leaves the meaning open, a cap that may bind both ways. */
function limitIssues(rules: readonly Rule[]): readonly FoundIssue[] {
  const steps = rules.filter(isStep);
  const limits = rules.filter(isLimit);
  const deducting = steps.find(({ amount }) => amount.mode === 'deduct');
  const found = limits.filter(({ doubtful }) => doubtful).map(({ span }) => issue('floor-or-cap', span));
  if (deducting && limits.length === 0) found.push(issue('missing-floor', deducting.span));
  const both = deducting && steps.some(({ amount }) => amount.mode === 'add');
  const [only] = limits;
  if (both && only && limits.length === 1 && only.bound === 'cap' && only.on !== 'bonus') found.push(issue('floor-or-cap', only.span));
  return found;
}

/** 扣分 without a number; 扣5-10分 leaves the number to the rater. `Up to 2 points` (from 0) is a stated range. */
function amountIssues(rules: readonly Rule[]): readonly FoundIssue[] {
  return rules.flatMap((rule) => {
    const amount = rule.kind === 'step' ? rule.amount : 'award' in rule ? rule.award.amount : null;
    if (!amount) return [];
    const open =
      amount.low === null || (amount.mode === 'deduct' && amount.high !== null && !amount.low.eq(amount.high) && amount.low.gt(0));
    return open
      ? [issue('undefined-amount', rule.span, { low: amount.low ? text(amount.low) : '', high: amount.high ? text(amount.high) : '' })]
      : [];
  });
}

/** 服务态度差扣5分, and nothing else: a deduction of so much for something that may happen again. */
const isPlainDeduction = ({ amount, phrases }: StepRule): boolean =>
  amount.mode === 'deduct' && amount.of === 'points' && amount.low !== null && amount.low.eq(amount.high ?? amount.low) &&
  !phrases.some((phrase) => /^not |[(<>≤≥]|\d/.test(phrase)); // prettier-ignore

/** 超过1小时扣0.5分: once, or for every hour? */
function onceIssues(rules: readonly Rule[]): readonly FoundIssue[] {
  const steps = rules.filter(isStep);
  const plain = steps.length === rules.length && steps.every((step) => step.times === 'open' && isPlainDeduction(step));
  const lone = plain ? steps[0] : undefined;
  return steps.flatMap((rule) =>
    rule.times === 'open' && (rule.trigger !== 'event' || (rule === lone && isPlainDeduction(rule)))
      ? [issue('once-or-each', rule.span, { unit: unitLabel(rule.each.unit, 'zh') })]
      : [],
  );
}

/** 低于99%为满分, 每降低1%扣2分: the step runs away from where the band gives. */
function directionIssues(rules: readonly Rule[]): readonly FoundIssue[] {
  const step = rules.filter(isStep).find(({ amount, trigger }) => amount.mode === 'deduct' && (trigger === 'below' || trigger === 'above'));
  if (!step) return [];
  return rules.filter(isBand).flatMap((band) => {
    if (!(isFull(band) || band.award.amount?.mode === 'add') || band.measure === 'ratio') return [];
    const downwards = band.interval.low === null && band.interval.high !== null;
    const upwards = band.interval.high === null && band.interval.low !== null;
    const wrong = (step.trigger === 'below' && downwards) || (step.trigger === 'above' && upwards);
    return wrong ? [issue('contradiction', union(band.span, step.span))] : [];
  });
}

const intensifiers = /^(?:完全|从不|从未|根本|始终|一律|彻底|一直)/;
const denial = /^(?:没有|未|没|无|不)/;
const grave = /^(?:没有|未发生|未出现|未|无)(?:因.{0,12})?(?:重大|严重|较大|明显|恶劣)|^无因.{1,20}(?:重大|严重|较大)/;

const alternatives = (phrases: readonly string[]): readonly string[] => phrases.flatMap((phrase) => phrase.split(/或者?|、/));

/** Descriptions that meet: 不提交 and 完全不提交; 完成0项 and 未完成; 无重大违规 beside 有1-2次轻微违规. */
function wordIssues(rules: readonly Rule[]): readonly FoundIssue[] {
  const labels = rules.filter(isLabel);
  const bands = rules.filter(isBand);
  return [
    ...sameWords(labels),
    ...sameEvents(rules.filter(isStep)),
    ...deniedTwice(labels),
    ...zeroTwice(labels, bands),
    ...graveBesideMinor(labels, rules),
    ...deniedAboveFlawed(labels),
  ];
}

/** 处理不及时为中 and 处理不及时为差: one state, two results. */
function sameWords(labels: readonly LabelRule[]): readonly FoundIssue[] {
  return labels.flatMap((label, at) => {
    const other = labels
      .slice(at + 1)
      .find((one) => !sameAward(one.award, label.award) && one.phrases[0] !== undefined && one.phrases[0] === label.phrases[0]);
    const details = { a: label.phrases[0] ?? '', b: other?.phrases[0] ?? '' };
    return other && (label.phrases[0]?.length ?? 0) > 1 ? [issue('contradiction', union(label.span, other.span), details)] : [];
  });
}

const shortest = 4;
const amountText = ({ amount }: StepRule): string => `${amount.mode} ${amount.of} ${amount.low?.toFixed()} ${amount.high?.toFixed()}`;

/** 统计报表每迟报一次扣2分 and 报表迟报一次扣5分: one occurrence, two amounts. */
function sameEvents(steps: readonly StepRule[]): readonly FoundIssue[] {
  const events = steps.filter(({ trigger, within, free }) => trigger === 'event' && within === null && !free);
  return events.flatMap((step, at) => {
    const [own] = step.phrases;
    const other = events.slice(at + 1).find(({ phrases: [phrase] }) => {
      const [short, long] = [own ?? '', phrase ?? ''].sort((a, b) => a.length - b.length) as [string, string];
      return short.length >= shortest && (short === long || long.endsWith(short));
    });
    return other && amountText(other) !== amountText(step) && other.times === 'each' && step.times === 'each'
      ? [issue('contradiction', union(step.span, other.span), { a: own ?? '', b: other.phrases[0] ?? '' })]
      : [];
  });
}

function deniedTwice(labels: readonly LabelRule[]): readonly FoundIssue[] {
  return labels.flatMap((label) =>
    label.phrases.flatMap((phrase) => {
      if (!intensifiers.test(phrase)) return [];
      const plain = phrase.replace(intensifiers, '');
      const other = labels.find((one) => one !== label && !sameAward(one.award, label.award) && alternatives(one.phrases).includes(plain));
      return other ? [issue('contradiction', union(label.span, other.span), { a: plain, b: phrase })] : [];
    }),
  );
}

function zeroTwice(labels: readonly LabelRule[], bands: readonly BandRule[]): readonly FoundIssue[] {
  const zero = bands.find(({ interval }) => isPoint(interval) && interval.low?.at.isZero());
  if (!zero) return [];
  const denying = labels.find((label) =>
    label.phrases.some((phrase) => denial.test(phrase) && phrase.length <= 6 && !sameAward(label.award, zero.award)),
  );
  return denying ? [issue('contradiction', union(zero.span, denying.span), { a: '0', b: denying.phrases[0] ?? '' })] : [];
}

function graveBesideMinor(labels: readonly LabelRule[], rules: readonly Rule[]): readonly FoundIssue[] {
  const first = labels.find((label) => label.phrases.some((phrase) => grave.test(phrase)));
  const minor = rules.find((rule) => rule.kind === 'band' && rule.phrases.some((phrase) => /轻微|一般|较小|次/.test(phrase)));
  return first && minor
    ? [
        issue('overlap', union(first.span, minor.span), {
          lower: first.award.tier ?? '',
          upper: minor.kind === 'band' ? nameOf(minor) : '',
        }),
      ]
    : [];
}

/** 未制定计划为合格 above 制定计划但不符合要求为不合格: nothing beats something flawed. */
function deniedAboveFlawed(labels: readonly LabelRule[]): readonly FoundIssue[] {
  return labels.flatMap((label) => {
    const denied = label.phrases.find((phrase) => denial.test(phrase))?.replace(denial, '');
    if (!denied) return [];
    const flawed = labels.find(
      (other) => other.phrases.some((phrase) => phrase.startsWith(denied) && /但/.test(phrase)) && worse(other, label),
    );
    const details = { a: label.phrases[0] ?? '', b: flawed?.phrases[0] ?? '' };
    return flawed ? [issue('contradiction', union(label.span, flawed.span), details)] : [];
  });
}

function worse(a: LabelRule, b: LabelRule): boolean {
  const [x, y] = [rankOf(a.award.tier), rankOf(b.award.tier)];
  return x !== null && y !== null && x > y;
}

/** All issues that the rules of a reading show. Parts are looked at one by one. */
export function issuesOf(rules: readonly Rule[]): readonly FoundIssue[] {
  const parts = rules.flatMap((rule) => (rule.kind === 'part' ? issuesOf(rule.rules) : []));
  return [
    ...bandIssues(rules),
    ...limitIssues(rules),
    ...amountIssues(rules),
    ...onceIssues(rules),
    ...directionIssues(rules),
    ...wordIssues(rules),
    ...stepIssues(rules).map(({ code, span }) => issue(code, span)),
    ...parts,
  ];
}
