/** What counted steps take or give: parts of a step, repetition, the amount and its sign. */
import Decimal from 'decimal.js';
import type { ReadingPolicy } from '../policy';
import { unitKind, type UnitName } from '../quantity';
import type { PartialStep, StepRule } from '../rule';
import type { Contribution, ScoreContext } from '../scorer';
import type { IssueCode, ReasonStep } from '../types';

export const zero = new Decimal(0);
export const one = new Decimal(1);

/** How much of what a rule counts, in the rule's unit, and what makes that uncertain. */
export interface Measured {
  readonly distance: Decimal;
  readonly issue: IssueCode | null;
  readonly strength: number;
}

export const sure = (distance: Decimal, strength = 1): Measured => ({ distance, issue: null, strength });
export const doubt = (distance: Decimal, issue: IssueCode = 'other', strength = 1): Measured => ({ distance, issue, strength });

export const isRatio = (unit: UnitName | null): boolean => unitKind(unit) === 'ratio';
export const isCount = (unit: UnitName | null): boolean => unit === null || unitKind(unit) === 'count';

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

export function contribution(rule: StepRule, measured: Measured, context: ScoreContext): Contribution {
  const counted = countSteps(measured.distance, rule, context.policy);
  const repeated = rule.times === 'open' && (rule.trigger === 'event' ? counted.steps.gt(1) : measured.distance.gt(0));
  const steps = repeated && rule.trigger === 'event' ? one : rule.times === 'once' ? Decimal.min(one, counted.steps) : counted.steps;
  const sign = rule.amount.mode === 'deduct' ? -1 : 1;
  const ends = [points(rule.amount.low, rule, context), points(rule.amount.high, rule, context)].map(
    (each) => each && each.times(steps).times(sign),
  );
  const [low, high] = sign < 0 ? [ends[1] ?? null, ends[0] ?? null] : [ends[0] ?? null, ends[1] ?? null];
  const unknown = low === null && !steps.isZero();
  const issue = unknown
    ? 'undefined-amount'
    : repeated
      ? 'once-or-each'
      : ((rule.times === 'once' ? null : counted.issue) ?? measured.issue);
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

/** Below this the words only resemble each other by chance. */
export const resembles = 0.35;
