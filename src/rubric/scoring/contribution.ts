/** Contributions of rules that set or change a result by their award. */
import Decimal from 'decimal.js';
import type { Amount, Award, Rule } from '../rule';
import type { Contribution, ScoreContext } from '../scorer';
import type { IssueCode, ReasonStep } from '../types';

/** The points of an amount: shares of the full marks become points; null where they are not known. Signed for deductions. */
export function pointsOf(amount: Amount | null, context: ScoreContext): { readonly low: Decimal; readonly high: Decimal } | null {
  if (!amount || amount.low === null || amount.high === null) return null;
  const whole =
    amount.of === 'fullMarks' ? (amount.low.isZero() && amount.high.isZero() ? new Decimal(0) : context.fullMarks) : new Decimal(1);
  if (whole === null) return null;
  const [low, high] = [amount.low.times(whole), amount.high.times(whole)];
  return amount.mode === 'deduct' ? { low: high.neg(), high: low.neg() } : { low, high };
}

/** What an award contributes. Deductions change the base, everything else is a result. */
export function contributionOf(
  rule: Rule,
  award: Award,
  context: ScoreContext,
  details: { readonly strength: number; readonly reason: readonly ReasonStep[]; readonly issue?: IssueCode | null },
): Contribution {
  const points = pointsOf(award.amount, context);
  const undefinedAmount = award.amount !== null && award.amount.low === null;
  return {
    rule,
    kind: undefinedAmount ? 'open' : award.amount?.mode === 'deduct' ? 'adjust' : 'result',
    tier: award.tier,
    low: points?.low ?? null,
    high: points?.high ?? null,
    issue: undefinedAmount ? 'undefined-amount' : (details.issue ?? null),
    strength: details.strength,
    reason: details.reason,
  };
}

/** A link of the chain that names the rule that applied. */
export function ruleStep(rule: Rule, code: string, details: Readonly<Record<string, string>> = {}): ReasonStep {
  return { code, span: rule.span, details };
}
