/**
 * Rubric × entry → outcome. The families' scorers say what each rule contributes; here the contributions are combined:
 * a veto overrides, the closest result is taken, adjustments change the base (full marks), limits bound the sum.
 */
import type Decimal from 'decimal.js';
import { readEntry } from './entry';
import { defaultReadingPolicy, type ReadingPolicy } from './policy';
import { readQuantity, sameKind } from './quantity';
import { normalise } from './normalise';
import type { Reading } from './reading';
import type { RuleOf } from './rule';
import type { Contribution, ScoreContext, Scorer } from './scorer';
import { scorers } from './scoring';
import { shown } from './scoring/measure';
import { tally } from './scoring/tally';
import { stretchAt, stretchesOf } from './stretches';
import type { Certainty, EntryProblem, EntryValue, IssueCode, Outcome, Quantity, ReasonStep } from './types';

export interface ScoreOptions {
  /** The row's full marks, exact. */
  readonly fullMarks?: Decimal | null;
  /** The row's target. */
  readonly target?: Quantity | null;
  readonly policy?: ReadingPolicy;
}

/** A target as a form gives it (`95%`, `10000元`, 4.5) as a quantity; null where it holds no number. */
export function targetOf(text: string): Quantity | null {
  const normalised = normalise(text).text.trim();
  const at = normalised.search(/[-\d.]/);
  return at < 0 ? null : (readQuantity(normalised, at, true)?.quantity ?? null);
}

const nothing: Outcome = {
  certainty: 'unread',
  tier: null,
  points: null,
  range: null,
  valid: false,
  problem: null,
  normalized: null,
  reason: [],
};

function contributionsOf(context: ScoreContext): readonly Contribution[] {
  const kinds = new Set(context.rules.map((rule) => rule.kind));
  return [...kinds].flatMap((kind) => {
    const scorer = scorers[kind] as Scorer<typeof kind> | undefined;
    return scorer
      ? scorer(
          context.rules.filter((rule): rule is RuleOf<typeof kind> => rule.kind === kind),
          context,
        )
      : [];
  });
}

interface Combined {
  readonly tier: string | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly issue: IssueCode | null;
  readonly reason: readonly ReasonStep[];
  /** Nothing said anything about this entry. */
  readonly silent: boolean;
}

const sameResult = (a: Contribution, b: Contribution): boolean =>
  a.kind === b.kind && a.tier === b.tier && equal(a.low, b.low) && equal(a.high, b.high);
const equal = (a: Decimal | null, b: Decimal | null): boolean => (a === null || b === null ? a === b : a.eq(b));

/** The closest of the contributions that set a result; several different ones equally close are a question. */
function closest(contributions: readonly Contribution[]): { readonly best: Contribution; readonly rivals: boolean } | null {
  const sorted = [...contributions].sort((a, b) => b.strength - a.strength);
  const best = sorted[0];
  if (!best) return null;
  const rivals = sorted.some((other) => other !== best && other.strength >= best.strength - 0.04 && !sameResult(other, best));
  return { best, rivals };
}

/** Words that only resemble a rule are a guess that someone confirms. */
const sureStrength = 0.68;

function fromResult(found: { readonly best: Contribution; readonly rivals: boolean }): Combined {
  const { best, rivals } = found;
  const weak = best.strength < sureStrength;
  return {
    tier: best.tier,
    low: best.low,
    high: best.high,
    issue: best.issue ?? (rivals ? 'overlap' : weak ? 'other' : null),
    reason: best.reason,
    silent: false,
  };
}

/** Everything that changes the points, from their start (points that a rule sets, else full marks or nothing), within the limits. */
function fromAdjustments(adjustments: readonly Contribution[], context: ScoreContext, base: Decimal | null): Combined {
  const strongest = Math.max(...adjustments.map(({ strength }) => strength));
  const used = context.entry.parts ? adjustments : adjustments.filter(({ strength }) => strength >= strongest - 0.04);
  const total = tally(used, context, base);
  const issue = total.issue ?? (strongest < sureStrength ? 'other' : null);
  return { tier: used[0]?.tier ?? null, low: total.low, high: total.high, issue, reason: total.reason, silent: false };
}

/** 按完成比例得分，低于60%不得分: where a band owns the number, the general formula gives way. */
function withoutOverruled(results: readonly Contribution[]): readonly Contribution[] {
  const owned = results.some(({ rule, strength }) => rule.kind === 'band' && strength === 1);
  return owned ? results.filter(({ rule }) => rule.kind !== 'formula' || rule.within !== null) : results;
}

/** 每低1%扣2分，低于90%得5分: below 90 % the band says what is given; steps go on only from the edge of the band that owns the value. */
function goesOnFrom(step: Contribution, band: Contribution | undefined, { entry, target }: ScoreContext): boolean {
  if (!band || band.rule.kind !== 'band' || step.rule.kind !== 'step') return true;
  const { base } = step.rule;
  const { low, high } = band.rule.interval;
  // 比目标每高1%加1分，达到100%得36分: at that very number the band says all; beyond it nobody knows.
  if (base === 'target' && band.rule.measure === 'value' && target && low?.inclusive && entry.quantity?.amount.eq(low.at))
    return target.amount.eq(low.at);
  if (base === null || typeof base === 'string' || band.rule.measure !== 'value') return true;
  return [low, high].some((bound) => bound?.at.eq(base.amount)) || !sameKind(base.unit, band.rule.unit);
}

/** 3次以内扣5分，3次以上0分 and three times: both own the number. */
function sharedWith({ rule }: Contribution, others: readonly Contribution[], { entry }: ScoreContext): { readonly issue?: IssueCode } {
  const at = rule.kind === 'veto' ? rule.interval?.low : null;
  const touched = others.some((other) => other.rule.kind === 'band' && other.rule.measure === 'value' && other.rule.interval.low === null && other.rule.interval.high?.inclusive && at && other.rule.interval.high.at.eq(at.at)); // prettier-ignore
  return at?.inclusive && touched && entry.quantity?.amount.eq(at.at) ? { issue: 'shared-boundary' } : {};
}

/** 3 under 每次投诉扣1分 and 合格率低于90%不得分: a count or a percentage. */
function eitherMeasure(moving: readonly Contribution[], band: Contribution | undefined, { entry }: ScoreContext): boolean {
  const percent = band?.rule.kind === 'band' && band.rule.measure === 'value' && band.rule.unit === '%';
  return percent && entry.quantity?.unit === null && moving.some(({ rule }) => rule.kind === 'step' && rule.trigger === 'event');
}

/** 1个不达标 is 有一个不达标扣2分 word for word, and only a piece of 有不达标水质又恶化得0分. */
const isOnlyResembled = ({ rule, strength }: Contribution, adjust: number): boolean => rule.kind === 'label' && strength < adjust - 0.04;

/** 达到5%得100分，每增加1%减10分 and 5.5%: nothing is taken yet, but whether a part of a step counts is open. */
function begunStep(found: Combined, adjusts: readonly Contribution[], band: Contribution, context: ScoreContext): Combined {
  const begun = adjusts.some((one) => one.issue === 'partial-step' && one.strength === 1 && goesOnFrom(one, band, context));
  return begun ? { ...found, issue: found.issue ?? 'partial-step' } : found;
}

function combine(contributions: readonly Contribution[], context: ScoreContext): Combined {
  const strength = (kind: Contribution['kind']): number =>
    Math.max(0, ...contributions.filter((one) => one.kind === kind).map((one) => one.strength));
  const of = (kind: Contribution['kind']): readonly Contribution[] => contributions.filter((one) => one.kind === kind);
  const veto = closest(of('veto'));
  const result = closest(withoutOverruled(of('result')));
  const adjusts = of('adjust');
  // Where deductions go on from a band's edge, what lies outside the band is no gap.
  const goesOn = adjusts.some((one) => !one.high?.isZero() || (one.rule.kind === 'step' && one.rule.amount.mode === 'deduct'));
  const open = closest(of('open').filter((one) => one.issue !== 'gap' || !goesOn));
  if (veto && veto.best.strength >= Math.max(strength('result'), strength('adjust')) - 0.01)
    return { ...fromResult(veto), ...sharedWith(veto.best, adjusts, context) };
  const moving = adjusts.filter((one) => !(one.low?.isZero() && one.high?.isZero()) && goesOnFrom(one, result?.best, context));
  const unmoved = !result && adjusts.length > 0 && moving.length === 0;
  if (open && (unmoved || open.best.strength >= Math.max(strength('result'), strength('adjust')) - 0.01))
    return { ...fromResult(open), issue: open.best.issue ?? 'other' };
  if (result && (moving.length === 0 || result.best.strength > strength('adjust') + 0.01))
    return begunStep(fromResult(result), adjusts, result.best, context);
  if (adjusts.length > 0) {
    const base = result && !isOnlyResembled(result.best, strength('adjust')) ? result.best.high : null;
    const found = fromAdjustments(moving.length > 0 ? moving : adjusts, context, base);
    return eitherMeasure(moving, result?.best, context) ? { ...found, issue: found.issue ?? 'unit-mismatch' } : found;
  }
  return { tier: null, low: null, high: null, issue: null, reason: [], silent: true };
}

function problemOf(combined: Combined, contributions: readonly Contribution[], context: ScoreContext): Outcome['problem'] {
  const codes = new Set(combined.reason.map(({ code }) => code));
  const details = { value: context.entry.text };
  const problem = (code: EntryProblem, severity: 'error' | 'warning' | 'info'): Outcome['problem'] => ({ code, severity, details });
  if (combined.silent) return problem(context.entry.quantity ? 'unit-mismatch' : 'unknown-level', 'error');
  if (codes.has('in-gap')) return problem('in-gap', 'error');
  if (codes.has('integer-gap')) return problem('in-gap', 'info');
  if (codes.has('shared-boundary')) return problem('band-shared-boundary', 'info');
  const { quantity } = context.entry;
  const percent =
    contributions.some(({ rule }) => rule.kind === 'band' && rule.unit === '%') &&
    context.entry.kind === 'number' &&
    quantity?.unit === null &&
    !quantity.amount.isZero();
  return percent ? problem('percent-scale', 'warning') : null;
}

function outcomeOf(combined: Combined, contributions: readonly Contribution[], context: ScoreContext, certainty: Certainty): Outcome {
  const { low, high } = combined;
  const single = low !== null && high !== null && low.eq(high);
  const empty = combined.tier === null && low === null;
  const understood: ReasonStep = { code: 'understood', span: null, details: { value: context.entry.text } };
  return {
    certainty: combined.issue !== null || empty ? 'ask' : certainty,
    tier: combined.tier,
    points: single ? low : null,
    range: low !== null && high !== null && !single ? [low, high] : null,
    valid: !empty,
    problem: problemOf(combined, contributions, context),
    normalized: context.entry.quantity?.amount ?? null,
    reason: [understood, ...combined.reason, ...(single ? [{ code: 'result', span: null, details: { points: shown(low) } }] : [])],
  };
}

/** The target that the text itself gives (目标：95%。达到目标得20分). */
function statedTarget({ rules }: Reading): Quantity | null {
  const rule = rules.find((one) => one.kind === 'target');
  const bound = rule?.kind === 'target' ? (rule.interval.low ?? rule.interval.high) : null;
  return rule?.kind === 'target' && bound ? { amount: bound.at, unit: rule.unit } : null;
}

const missing: Outcome = { ...nothing, certainty: 'certain', problem: { code: 'missing-entry', severity: 'error', details: {} } };

/**
 * Scores one entry.
 *
 * @param reading what the criteria were read into; @param value what the person typed
 * @param options the row's full marks and target where the form gives them, and the user's policy
 * @returns tier and/or points (or a range for the rater), with certainty, problem and reason chain; never throws
 */
export function scoreEntry(reading: Reading, value: EntryValue, options: ScoreOptions = {}): Outcome {
  if (value.kind === 'blank') return missing;
  if (value.kind !== 'number' || value.percentFormat || !value.value.isFinite()) return worked(reading, value, options);
  const stretches = stretchesOf(reading, options.fullMarks, options.policy);
  if (!stretches) return worked(reading, value, options);
  const at = stretchAt(stretches.cuts, value.value);
  const known = stretches.outcomes[at];
  if (known) return likewise(known, value.value, () => worked(reading, value, options).reason);
  const found = worked(reading, value, options);
  stretches.outcomes[at] = found;
  return found;
}

/** The outcome of another number of the same stretch. Its chain of reasons is made when somebody reads it. */
function likewise({ certainty, tier, points, range, valid, problem }: Outcome, value: Decimal, reasons: () => Outcome['reason']): Outcome {
  let chain: Outcome['reason'] | null = null;
  return {
    certainty,
    tier,
    points,
    range,
    valid,
    problem: problem && { ...problem, details: { value: value.toString() } },
    normalized: value,
    get reason() {
      return (chain ??= reasons());
    },
  };
}

/** { 会议: 缺席2次, 工作要点: 50% } under 每缺席一次扣0.5分: a named part that no rule speaks of must not be passed over. */
function leavesPart(context: ScoreContext): boolean {
  const { parts } = context.entry;
  if (!parts || context.rules.some(({ kind }) => kind === 'formula' || kind === 'part' || kind === 'joint')) return false;
  return Object.entries(parts).some(
    ([name, part]) => contributionsOf({ ...context, entry: { ...context.entry, parts: { [name]: part } } }).length === 0,
  );
}

/** Works an entry out from the rules. */
function worked(reading: Reading, value: EntryValue, options: ScoreOptions): Outcome {
  const context: ScoreContext = {
    entry: readEntry(value),
    fullMarks: reading.fullMarks ?? options.fullMarks ?? null,
    target: options.target ?? statedTarget(reading),
    policy: options.policy ?? defaultReadingPolicy,
    rules: reading.rules,
    scorePart: (rules, part) => combine(contributionsOf({ ...part, rules }), { ...part, rules }),
  };
  if (reading.rules.length === 0) return nothing;
  const contributions = contributionsOf(context);
  const found = combine(contributions, context);
  const combined = leavesPart(context) ? { ...found, issue: found.issue ?? 'other' } : found;
  return outcomeOf(combined, contributions, context, reading.certainty);
}
