/** What is open between steps, bands of deductions and formulas: found by comparing the rules, named by the codes of the criteria README. */
import Decimal from 'decimal.js';
import { intervalsIn } from '../families/stepRule';
import { selfMeasured } from '../families/stepWords';
import { intersection, isPoint } from '../interval';
import { convert, sameKind, unitKind } from '../quantity';
import type { BandRule, Rule, StepRule } from '../rule';
import type { IssueCode, Span } from '../types';
import { union } from './issue';

export interface StepIssue {
  readonly code: IssueCode;
  readonly span: Span;
}

const isStep = (rule: Rule): rule is StepRule => rule.kind === 'step';
const isCountDeduction = (rule: Rule): rule is BandRule => rule.kind === 'band' && rule.whole && rule.award.amount?.mode === 'deduct';

/** 每次扣4分 beside 仅发生一次扣10分: one occurrence is in both. */
function stepBesideBand(rules: readonly Rule[]): readonly StepIssue[] {
  const step = rules
    .filter(isStep)
    .find(
      (rule) => rule.trigger === 'event' && rule.times === 'each' && !rule.further && rule.amount.mode === 'deduct' && rule.within === null,
    );
  const band = rules
    .filter(isCountDeduction)
    .find(({ interval, unit }) => isPoint(interval) && unitKind(unit) === unitKind(step?.each.unit ?? null));
  return step && band ? [{ code: 'overlap', span: union(step.span, band.span) }] : [];
}

type Ranged = StepRule & { readonly within: NonNullable<StepRule['within']> };
const isRanged = (rule: Rule): rule is Ranged => isStep(rule) && rule.within !== null;

/** 5以内每1扣0.5，5-10每1扣1: which rate does the first part take once the second holds, and who owns 5? */
function stretchIssues(rules: readonly Rule[]): readonly StepIssue[] {
  const ranged = rules.filter(isRanged);
  return ranged.slice(1).flatMap((rule, at): readonly StepIssue[] => {
    if (rule.overall) return [];
    const before = ranged[at] as Ranged;
    const span = union(before.span, rule.span);
    const shared = intersection(before.within, rule.within);
    const once: StepIssue = { code: 'once-or-each', span };
    return shared ? [{ code: isPoint(shared) ? 'shared-boundary' : 'overlap', span }, once] : [once];
  });
}

type Moving = StepRule & { readonly trigger: 'below' | 'above' };
const isMoving = (rule: Rule): rule is Moving =>
  isStep(rule) && (rule.trigger === 'below' || rule.trigger === 'above') && rule.within === null;

/** What the steps take at the edge of a band that takes a flat amount; null where they cannot be compared. */
function takenAt(step: Moving, band: BandRule): Decimal | null {
  const bound = band.measure === 'difference' ? (step.trigger === 'below' ? band.interval.high : band.interval.low) : step.trigger === 'below' ? band.interval.high : band.interval.low; // prettier-ignore
  const base = band.measure === 'difference' || step.base === 'zero' ? new Decimal(0) : step.base !== null && step.base !== 'target' ? step.base.amount : null; // prettier-ignore
  if (!bound || !base || !step.amount.low || !sameKind(band.unit, step.each.unit) || step.relative) return null;
  const distance = convert({ amount: bound.at.minus(base).abs(), unit: band.unit }, step.each.unit);
  return distance && distance.amount.div(step.each.amount).floor().times(step.amount.low);
}

/** 每超0.1个百分点扣1分；超过2%扣3分: at 2 % the steps have taken more than the flat deduction that stands for worse. */
function flatIssues(rules: readonly Rule[]): readonly StepIssue[] {
  const step = rules.filter(isMoving).find(({ amount, further }) => amount.mode === 'deduct' && amount.of === 'points' && !further);
  if (!step || rules.some((rule) => isStep(rule) && rule.further)) return [];
  return rules.flatMap((rule): readonly StepIssue[] => {
    const amount = rule.kind === 'band' ? rule.award.amount : null;
    if (rule.kind !== 'band' || amount?.mode !== 'deduct' || amount.of !== 'points' || !amount.high) return [];
    const taken = takenAt(step, rule);
    return taken?.gt(amount.high) ? [{ code: 'contradiction', span: union(step.span, rule.span) }] : [];
  });
}

/** 每推迟1个班扣5分，推迟超过1天扣20分: one movement in two units, and nothing says how they convert. */
function unitIssues(rules: readonly Rule[]): readonly StepIssue[] {
  const found = rules.filter(isStep).flatMap((step) => {
    const word = step.trigger === 'event' && !shifts.has(step.each.unit) ? undefined : lateness(step);
    return word ? [{ step, word }] : [];
  })[0];
  if (!found) return [];
  const { step, word } = found;
  return rules.flatMap((rule): readonly StepIssue[] => {
    if (rule === step || !('phrases' in rule) || !rule.phrases.some((phrase) => phrase.includes(word))) return [];
    const units = rule.phrases.flatMap((phrase) => intervalsIn(phrase)).map(({ unit }) => unit);
    const strange = units.some((unit) => unit !== null && timed.has(unitKind(unit) as string) && !sameKind(unit, step.each.unit));
    return strange ? [{ code: 'unit-mismatch', span: union(step.span, rule.span) }] : [];
  });
}

/** Units that last some time, but no stated one. */
const shifts = new Set<StepRule['each']['unit']>(['班', '课时', '轮', '期']);
const lateness = ({ phrases }: StepRule): string | undefined =>
  selfMeasured.find((word) => phrases.some((phrase) => phrase.endsWith(word)));

const timed = new Set(['time', 'workday', 'months']);

/** 3次以内扣5分，3次以上0分: a count in two rules. */
function vetoIssues(rules: readonly Rule[]): readonly StepIssue[] {
  const bands = rules.filter((rule): rule is BandRule => rule.kind === 'band' && rule.award.amount?.mode === 'deduct' && rule.measure === 'value'); // prettier-ignore
  return rules.flatMap((rule) => {
    if (rule.kind !== 'veto' || !rule.interval) return [];
    const { interval, unit, span } = rule;
    return bands.flatMap((band): readonly StepIssue[] => {
      const shared = band.unit === unit ? intersection(band.interval, interval) : null;
      return shared && isPoint(shared) && !isPoint(band.interval) ? [{ code: 'shared-boundary', span: union(band.span, span) }] : [];
    });
  });
}

/** All issues between the steps of a reading. */
export function stepIssues(rules: readonly Rule[]): readonly StepIssue[] {
  return [...stepBesideBand(rules), ...stretchIssues(rules), ...flatIssues(rules), ...unitIssues(rules), ...vetoIssues(rules)];
}
