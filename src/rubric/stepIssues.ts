/** What is open between steps, bands of deductions and formulas: found by comparing the rules, named by the codes of the criteria README. */
import { intersection, isPoint } from './interval';
import { unitKind } from './quantity';
import type { BandRule, Rule, StepRule } from './rule';
import type { IssueCode, Span } from './types';

export interface StepIssue {
  readonly code: IssueCode;
  readonly span: Span;
}

const isStep = (rule: Rule): rule is StepRule => rule.kind === 'step';
const isCountDeduction = (rule: Rule): rule is BandRule => rule.kind === 'band' && rule.whole && rule.award.amount?.mode === 'deduct';
const union = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** 每次扣4分 beside 仅发生一次扣10分: one occurrence is in both. */
function stepBesideBand(rules: readonly Rule[]): readonly StepIssue[] {
  const step = rules
    .filter(isStep)
    .find((rule) => rule.trigger === 'event' && rule.times === 'each' && rule.amount.mode === 'deduct' && rule.within === null);
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
    const before = ranged[at] as Ranged;
    const span = union(before.span, rule.span);
    const shared = intersection(before.within, rule.within);
    const once: StepIssue = { code: 'once-or-each', span };
    return shared ? [{ code: isPoint(shared) ? 'shared-boundary' : 'overlap', span }, once] : [once];
  });
}

/** All issues between the steps of a reading. */
export function stepIssues(rules: readonly Rule[]): readonly StepIssue[] {
  return [...stepBesideBand(rules), ...stretchIssues(rules)];
}
