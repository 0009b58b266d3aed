/**
 * Scores steps: how many occurrences or how far from the base, how many steps that makes, what they take or give.
 * What the text leaves open (part of a step, once or each, an amount without number) comes back as an issue beside the likeliest change.
 */
import Decimal from 'decimal.js';
import type { EntryReading } from '../entry';
import { contains } from '../interval';
import { bestLikeness } from '../likeness';
import type { ReadingPolicy } from '../policy';
import { convert, sameKind, unitKind, type UnitName } from '../quantity';
import type { PartialStep, StepRule } from '../rule';
import type { Contribution, ScoreContext, Scorer } from '../scorer';
import type { IssueCode, Quantity, ReasonStep } from '../types';
import { intervalsIn } from '../families/stepRule';
import { partEntries } from './parts';
import { namedMovement, selfMeasured } from '../families/stepWords';

const zero = new Decimal(0);
const one = new Decimal(1);
const hundred = new Decimal(100);

/** How much of what a rule counts, in the rule's unit, and what makes that uncertain. */
interface Measured {
  readonly distance: Decimal;
  readonly issue: IssueCode | null;
  readonly strength: number;
}

const sure = (distance: Decimal, strength = 1): Measured => ({ distance, issue: null, strength });
const doubt = (distance: Decimal, issue: IssueCode = 'other', strength = 1): Measured => ({ distance, issue, strength });

const isRatio = (unit: UnitName | null): boolean => unitKind(unit) === 'ratio';
const isCount = (unit: UnitName | null): boolean => unit === null || unitKind(unit) === 'count';

// ---- parts of a step ----------------------------------------------------------------------------------------------

const roundings: Readonly<Record<PartialStep, (steps: Decimal) => Decimal>> = {
  down: (steps) => steps.floor(),
  up: (steps) => steps.ceil(),
  nearest: (steps) => steps.toDecimalPlaces(0, Decimal.ROUND_HALF_UP),
  proportional: (steps) => steps,
};

interface Steps {
  readonly steps: Decimal;
  readonly issue: IssueCode | null;
  readonly rounding: string;
}

function countSteps(distance: Decimal, rule: StepRule, policy: ReadingPolicy): Steps {
  const steps = distance.div(rule.each.amount);
  if (steps.isInteger()) return { steps, issue: null, rounding: 'none' };
  const partial = rule.partial ?? (policy.partialStep === 'ask' ? null : policy.partialStep);
  if (partial === null) return { steps: steps.floor(), issue: 'partial-step', rounding: 'ask' };
  return { steps: roundings[partial](steps), issue: null, rounding: partial };
}

// ---- what the steps take or give ----------------------------------------------------------------------------------

function points(amount: Decimal | null, rule: StepRule, context: ScoreContext): Decimal | null {
  if (amount === null) return null;
  if (rule.amount.of === 'points') return amount;
  return context.fullMarks && amount.times(context.fullMarks);
}

function reasonOf(rule: StepRule, measured: Measured, counted: Steps, change: Decimal | null): readonly ReasonStep[] {
  const details = {
    distance: measured.distance.toString(),
    unit: rule.each.unit ?? '',
    each: rule.each.amount.toString(),
    steps: counted.steps.toString(),
    rounding: counted.rounding,
    change: change?.toString() ?? '',
  };
  return [{ code: rule.trigger === 'event' ? 'events' : `steps-${rule.trigger}`, span: rule.span, details }];
}

function contribution(rule: StepRule, measured: Measured, context: ScoreContext): Contribution {
  const counted = countSteps(measured.distance, rule, context.policy);
  const repeated = rule.times === 'open' && (rule.trigger === 'event' ? counted.steps.gt(1) : measured.distance.gt(0));
  const steps = repeated && rule.trigger === 'event' ? one : rule.times === 'once' ? Decimal.min(one, counted.steps) : counted.steps;
  const sign = rule.amount.mode === 'deduct' ? -1 : 1;
  const ends = [points(rule.amount.low, rule, context), points(rule.amount.high, rule, context)].map(
    (each) => each && each.times(steps).times(sign),
  );
  const [low, high] = sign < 0 ? [ends[1] ?? null, ends[0] ?? null] : [ends[0] ?? null, ends[1] ?? null];
  const unknown = low === null && !steps.isZero();
  const issue = unknown ? 'undefined-amount' : repeated ? 'once-or-each' : (counted.issue ?? measured.issue);
  const change = steps.isZero() ? { low: zero, high: zero } : { low, high };
  return {
    rule,
    kind: unknown ? 'open' : 'adjust',
    tier: null,
    ...change,
    issue,
    strength: measured.strength,
    reason: reasonOf(rule, measured, counted, change.high),
  };
}

// ---- occurrences --------------------------------------------------------------------------------------------------

/** Below this the words only resemble each other by chance. */
const resembles = 0.35;
const denial = /^(?:无|没有|未发生|未出现|没|零|none|no|nil|never|未)$/i;

/** An entry in another unit than occurrences (迟到4分钟) meets a phrase with a threshold (迟到5分钟以上), or the base of the row (15户). */
function thresholdCount(rule: StepRule, quantity: Quantity): Measured | null {
  for (const phrase of rule.phrases) {
    const bound = intervalsIn(phrase).find(({ unit }) => unit !== null && sameKind(unit, quantity.unit));
    const value = bound && convert(quantity, bound.unit);
    if (bound && value) return sure(contains(bound.interval, value.amount) ? one : zero);
  }
  return null;
}

function baseCount(rule: StepRule, quantity: Quantity): Measured | null {
  if (rule.base === null || typeof rule.base === 'string') return null;
  if (quantity.unit !== null && quantity.unit !== rule.base.unit) return null;
  const short = rule.base.amount.minus(quantity.amount);
  if (short.lte(0)) return sure(zero);
  return quantity.unit === null || short.gt(1) ? doubt(one, 'once-or-each') : sure(one);
}

function countOf(rule: StepRule, entry: EntryReading): Measured {
  const { quantity } = entry;
  if (!quantity) return sure(one);
  const based = baseCount(rule, quantity);
  if (based) return based;
  if (quantity.unit === null && rule.times === 'open') {
    const held = thresholdCount(rule, quantity);
    if (held) return doubt(held.distance);
  }
  if (isCount(quantity.unit)) return sure(quantity.amount);
  return thresholdCount(rule, quantity) ?? doubt(one);
}

interface Chosen {
  readonly rule: StepRule;
  readonly measured: Measured;
}

const sameAmount = (a: StepRule, b: StepRule): boolean =>
  a.amount.mode === b.amount.mode && a.amount.of === b.amount.of && String(a.amount.low) === String(b.amount.low) && String(a.amount.high) === String(b.amount.high); // prettier-ignore

/** A bare number: the only rule, or the first that counts each time; where others take something else, that is a question. */
function byNumber(rules: readonly StepRule[], entry: EntryReading): readonly Chosen[] {
  const unit = entry.quantity?.unit ?? null;
  const ownUnit = unit === null ? [] : rules.filter((rule) => rule.each.unit === unit);
  if (ownUnit.length > 0 && ownUnit.length < rules.length) return byNumber(ownUnit, entry);
  const first = rules.find((rule) => rule.times === 'each') ?? rules[0];
  if (!first) return [];
  const count = countOf(first, entry);
  const counted = rules.filter((rule) => rule.times === 'each');
  const qualified = rules.every((rule) => rule === first || rule.each.amount.eq(1));
  const alone = (counted.length === 1 && qualified) || rules.every((rule) => rule === first || sameAmount(rule, first));
  const plain = alone || count.distance.isZero();
  return [{ rule: first, measured: plain || count.issue ? count : doubt(count.distance) }];
}

/** The rule whose words the entry's words meet best; a denial (无投诉) means no occurrence. */
function byWords(rules: readonly StepRule[], entry: EntryReading): readonly Chosen[] {
  const first = rules[0];
  if (!first) return [];
  if (denial.test(entry.words)) return [{ rule: first, measured: sure(zero) }];
  const met = rules.map((rule) => ({ rule, met: bestLikeness(entry.words, rule.phrases) })).filter(({ met }) => met.strength >= resembles);
  const agreeing = met.filter(({ met }) => !met.opposite).sort((a, b) => b.met.strength - a.met.strength)[0];
  const denying = met.filter(({ met }) => met.opposite).sort((a, b) => b.met.strength - a.met.strength)[0];
  // 造成损失 names the rule that says so, however well it denies the other (未造成损失).
  const names = agreeing && (agreeing.met.strength >= 0.7 || agreeing.met.strength >= (denying?.met.strength ?? 0));
  if (agreeing && names) {
    const count = countOf(agreeing.rule, entry);
    const rival = met.some(
      ({ rule, met: other }) =>
        rule !== agreeing.rule && !other.opposite && other.strength >= agreeing.met.strength - 0.02 && !sameAmount(rule, agreeing.rule),
    );
    return [
      { rule: agreeing.rule, measured: { ...count, issue: count.issue ?? (rival ? 'other' : null), strength: agreeing.met.strength } },
    ];
  }
  if (denying) return [{ rule: denying.rule, measured: sure(zero, denying.met.strength) }];
  return rules.length === 1 && entry.quantity && isCount(entry.quantity.unit)
    ? [{ rule: first, measured: doubt(entry.quantity.amount, 'other', 0.3) }]
    : [];
}

/** Rules that hold only for some numbers of occurrences (3次以内每次扣1分，超过3次每次扣2分): the lowest range is plain, above it is open. */
function ranged(rules: readonly StepRule[], chosen: Chosen): Chosen {
  const count = chosen.measured.distance;
  const withRange = rules.filter((rule) => rule.within !== null);
  const rule = withRange.find(({ within }) => within && contains(within, count));
  if (!rule) return chosen.rule.within ? { rule: chosen.rule, measured: { ...chosen.measured, distance: zero } } : chosen;
  const low = rule.within?.low;
  if (!low || low.at.lte(1)) return { rule, measured: chosen.measured };
  const free = low.inclusive ? low.at.minus(1) : low.at;
  const distance = withRange.length === 1 ? count.minus(free) : count;
  return { rule, measured: { ...chosen.measured, distance, issue: 'once-or-each' } };
}

function events(rules: readonly StepRule[], context: ScoreContext): readonly Contribution[] {
  const { entry } = context;
  if (rules.length === 0) return [];
  if (
    entry.quantity &&
    !isCount(entry.quantity.unit) &&
    entry.words === '' &&
    !rules.some((rule) => thresholdCount(rule, entry.quantity as Quantity))
  )
    return [];
  const chosen = entry.words === '' ? byNumber(rules, entry) : byWords(rules, entry);
  return chosen.map((each) => ranged(rules, each)).map(({ rule, measured }) => contribution(rule, measured, context));
}

// ---- measured values ----------------------------------------------------------------------------------------------

function baseOf(rule: StepRule, context: ScoreContext): Quantity | null {
  if (rule.base === 'zero') return { amount: zero, unit: rule.each.unit };
  if (rule.base !== null && rule.base !== 'target') return rule.base;
  return context.target ?? besideBase(rule, context) ?? (rule.relative ? { amount: hundred, unit: '%' } : null);
}

/** 以95%为基准，每低…扣…，每高…加…: what one step starts from, its counterpart starts from. */
function besideBase(rule: StepRule, context: ScoreContext): Quantity | null {
  const beside = context.rules.find(
    (other) =>
      other.kind === 'step' &&
      other.trigger !== rule.trigger &&
      other.trigger !== 'event' &&
      typeof other.base === 'object' &&
      other.base !== null &&
      sameKind(other.each.unit, rule.each.unit),
  );
  return beside?.kind === 'step' && typeof beside.base === 'object' ? beside.base : null;
}

function distance(rule: StepRule, value: Decimal, base: Decimal): Decimal {
  return Decimal.max(zero, rule.trigger === 'below' ? base.minus(value) : value.minus(base));
}

/** How far a value lies from its target as a share of the target, in percent. */
function share(rule: StepRule, value: Decimal, base: Decimal): Decimal {
  return base.isZero() ? zero : distance(rule, value, base).div(base.abs()).times(hundred);
}

/** A number without unit under a % rule: in percent points above the policy's threshold, else a fraction, which is a doubt. */
function percentOf(
  quantity: Quantity,
  base: Decimal,
  policy: ReadingPolicy,
): { readonly amount: Decimal; readonly issue: IssueCode | null } {
  if (quantity.unit === '‰') return { amount: quantity.amount.div(10), issue: null };
  const fraction = quantity.unit === null && quantity.amount.abs().lte(policy.percentThreshold) && base.gt(10) && !quantity.amount.isZero();
  return fraction ? { amount: quantity.amount.times(hundred), issue: 'unit-mismatch' } : { amount: quantity.amount, issue: null };
}

/** Steps in percent: percent points between two percentages, a share of the target between two other numbers. */
function ratioDistance(rule: StepRule, value: Quantity, base: Quantity, target: Quantity | null): Measured | null {
  const plain = !isRatio(value.unit);
  if (
    plain &&
    target &&
    !isRatio(target.unit) &&
    sameKind(value.unit, target.unit) &&
    (rule.relative || value.unit !== null || !isRatio(base.unit))
  ) {
    const told = convert(value, target.unit);
    if (!told) return null;
    if (value.unit === null && target.unit === null && !rule.relative) return sure(distance(rule, value.amount, target.amount));
    return sure(share(rule, told.amount, target.amount));
  }
  return plain && value.unit !== null ? null : sure(zero);
}

function percentDistance(rule: StepRule, value: Quantity, base: Quantity, context: ScoreContext): Measured | null {
  const plain = !isRatio(value.unit);
  const byShare = plain ? ratioDistance(rule, value, base, context.target) : null;
  if (plain && value.unit !== null) return byShare;
  if (byShare && context.target && !isRatio(context.target.unit) && (rule.relative || !isRatio(base.unit))) return byShare;
  const told = percentOf(value, base.amount, context.policy);
  const from = percentOf(base, base.amount, context.policy);
  const points: Quantity = { amount: distance(rule, told.amount, from.amount), unit: '%' };
  return { distance: convert(points, rule.each.unit)?.amount ?? points.amount, issue: told.issue, strength: 1 };
}

function plainDistance(rule: StepRule, value: Quantity, base: Quantity): Measured | null {
  const unit = rule.each.unit;
  const typed: Quantity = value.unit === null ? { amount: value.amount, unit: base.unit ?? unit } : value;
  const told = convert(typed, unit);
  const from = convert(base, unit);
  return told && from && sure(distance(rule, told.amount, from.amount));
}

/** The movement that the entry names (提前3天) is the distance itself; in the other direction it makes no step. */
function namedDistance(rule: StepRule, entry: EntryReading): Measured | null {
  const named = entry.quantity && entry.words !== '' ? namedMovement(entry.words) : null;
  if (!named || !entry.quantity || rule.base === 'zero') return null;
  const told = convert(entry.quantity, rule.each.unit);
  if (!told) return null;
  return sure(named.direction === rule.trigger ? told.amount.abs() : zero);
}

/** An entry that quotes the condition of a step (欠缴100元) is one step of it; one that quotes what stands before it (按计划完成) is none. */
function quotedStep(rule: StepRule, entry: EntryReading): Measured | null {
  if (entry.words === '' || rule.base !== 'zero') return null;
  const met = bestLikeness(entry.text, rule.phrases);
  if (met.strength < 0.97 || met.opposite) return null;
  return entry.quantity ? sure(rule.each.amount) : doubt(zero);
}

const isSelfMeasured = (rule: StepRule): boolean => selfMeasured.includes(rule.phrases[0] ?? '');

function measure(rule: StepRule, context: ScoreContext): Measured | null {
  const { entry } = context;
  const value = entry.quantity;
  const quoted = quotedStep(rule, entry);
  if (quoted || !value) return quoted;
  const named = namedDistance(rule, entry);
  if (named) return named;
  if (!fitsRule(rule, value, context)) return null;
  const base = baseOf(rule, context);
  if (!base) return withoutBase(rule, value);
  const found = isRatio(rule.each.unit) ? percentDistance(rule, value, base, context) : plainDistance(rule, value, base);
  if (!found) return null;
  return rule.base === 'zero' && entry.words !== '' ? againstWords(rule, entry, found) : found;
}

/** Whether the entry is on what the rule measures: a percentage is no number of days. */
function fitsRule(rule: StepRule, value: Quantity, context: ScoreContext): boolean {
  if (sameKind(value.unit, rule.each.unit)) return true;
  return isRatio(rule.each.unit) && context.target !== null && sameKind(value.unit, context.target.unit);
}

function againstWords(rule: StepRule, entry: EntryReading, found: Measured): Measured | null {
  const met = bestLikeness(entry.words, rule.phrases);
  if (met.opposite) return sure(zero, met.strength);
  return met.strength >= resembles ? { ...found, strength: met.strength } : rule.phrases.length > 0 ? null : doubt(found.distance);
}

/** No target is known: of lateness the entry tells the distance itself; of anything else that is a guess. */
function withoutBase(rule: StepRule, value: Quantity): Measured | null {
  const told = convert(value, rule.each.unit);
  if (!told) return null;
  return isSelfMeasured(rule) ? sure(Decimal.max(zero, told.amount)) : doubt(told.amount.abs());
}

/** Steps of one matter only: the words of an entry choose among them as among events. */
function measured(all: readonly StepRule[], context: ScoreContext): readonly Contribution[] {
  const limited = all.filter((rule) => rule.within !== null);
  if (limited.length > 0)
    return [
      ...stretches(limited, context),
      ...measured(
        all.filter((rule) => rule.within === null),
        context,
      ),
    ];
  const rules = all;
  const found = rules.flatMap((rule) => {
    const distanceFound = measure(rule, context);
    return distanceFound ? [{ rule, measured: distanceFound }] : [];
  });
  const zeroBased = found.filter(({ rule }) => rule.base === 'zero');
  const best = zeroBased.sort((a, b) => b.measured.strength - a.measured.strength)[0];
  const kept = found.filter((each) => each.rule.base !== 'zero' || each === best);
  return twice(kept.map(({ rule, measured }) => contribution(rule, measured, context)));
}

/** 每延误一天扣1分，超过3天每天扣2分: where two steps of one direction both count, nobody says whether they add up. */
function twice(contributions: readonly Contribution[]): readonly Contribution[] {
  const moving = contributions.filter(({ high }) => high !== null && !high.isZero());
  const negative = moving.filter(({ high }) => high?.isNegative());
  const doubled = negative.length > 1 || moving.length - negative.length > 1;
  return doubled ? contributions.map((each) => ({ ...each, issue: each.issue ?? 'once-or-each' })) : contributions;
}

/** Steps that hold for some distances only (5-10 over: 1 point each): the lowest stretch is plain, higher ones and shared ends are open. */
function stretches(rules: readonly StepRule[], context: ScoreContext): readonly Contribution[] {
  const found = rules.flatMap((rule) => {
    const distanceFound = measure(rule, context);
    return distanceFound ? [{ rule, measured: distanceFound }] : [];
  });
  const first = found[0];
  if (!first) return [];
  if (first.measured.distance.isZero()) return [contribution(first.rule, first.measured, context)];
  const holding = found.filter(({ rule, measured: { distance: at } }) => rule.within && contains(rule.within, at));
  const chosen = holding[0];
  if (!chosen) return [];
  const lowest = chosen.rule.within?.low === null || chosen.rule.within?.low.at.isZero();
  const issue = holding.length > 1 ? 'shared-boundary' : lowest ? chosen.measured.issue : 'once-or-each';
  return [contribution(chosen.rule, { ...chosen.measured, issue }, context)];
}

// ---- together -----------------------------------------------------------------------------------------------------

const isEvent = (rule: StepRule): boolean => rule.trigger === 'event';

function scoreOne(rules: readonly StepRule[], context: ScoreContext): readonly Contribution[] {
  const happened = rules.filter(isEvent);
  const unit = context.entry.quantity?.unit ?? null;
  const values = measured(rules.filter((rule) => !isEvent(rule)), context); // prettier-ignore
  if (values.length > 0 && (context.entry.words === '' || values.some(({ strength }) => strength === 1))) {
    const both = happened.length > 0 && unit === null && context.entry.words === '';
    return both ? values.map((value) => ({ ...value, issue: value.issue ?? 'other' })) : values;
  }
  const counts = events(happened, context);
  return counts.length > 0 ? counts : values;
}

/**
 * Scores all steps of a text together.
 *
 * @returns for each step that the entry meets a signed change of points (an entry of zero or a denial meets it with 0); nothing where the
 *   entry's words or unit have nothing to do with any step
 */
export const scoreSteps: Scorer<'step'> = (rules, context) => {
  const { entry } = context;
  if (rules.length === 0) return [];
  if (entry.parts) return partEntries(entry).flatMap((part) => scoreOne(rules, { ...context, entry: part }));
  return entry.kind === 'number' || entry.kind === 'text' ? scoreOne(rules, context) : [];
};
