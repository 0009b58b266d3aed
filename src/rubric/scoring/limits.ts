/** Floors and caps on a sum of adjustments. */
import Decimal from 'decimal.js';
import type { LimitRule } from '../rule';
import type { Contribution, ScoreContext } from '../scorer';
import type { IssueCode, ReasonStep } from '../types';
import { shown } from './measure';

export interface Adjusted {
  /** What the adjustments start from; null where not known. */
  readonly start: Decimal | null;
  /** The signed change, lowest and highest. */
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly used: readonly Contribution[];
}

export interface Bounded {
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly issue: IssueCode | null;
  readonly reason: readonly ReasonStep[];
}

interface Bounds {
  value: Decimal;
  issue: IssueCode | null;
  readonly reason: ReasonStep[];
}

function bound(bounds: Bounds, limit: LimitRule, at: Decimal): void {
  const { value } = bounds;
  const next = limit.bound === 'cap' ? Decimal.min(value, at) : Decimal.max(value, at);
  if (next.eq(value)) return;
  bounds.value = next;
  if (limit.doubtful) bounds.issue = 'floor-or-cap';
  bounds.reason.push({ code: limit.bound, span: limit.span, details: { at: shown(at) } });
}

const atOf = (limit: LimitRule, fullMarks: Decimal | null): Decimal | null => (limit.at === 'fullMarks' ? fullMarks : limit.at);

/** Limits on what is taken or added, then on the score. `deduction` caps are on the size of the change. */
function boundOne(change: Decimal, start: Decimal, context: ScoreContext): Bounds {
  const limits = context.rules.filter((rule): rule is LimitRule => rule.kind === 'limit');
  const bounds: Bounds = { value: change, issue: null, reason: [] };
  for (const limit of limits) {
    const at = atOf(limit, context.fullMarks);
    if (at === null || limit.on === 'score') continue;
    if (limit.on === 'deduction') bound(bounds, { ...limit, bound: 'floor' }, at.abs().neg());
    else if (limit.on === 'bonus') bound(bounds, { ...limit, bound: 'cap' }, at);
    else bound(bounds, limit, at);
  }
  bounds.value = bounds.value.plus(start);
  for (const limit of limits) {
    const at = atOf(limit, context.fullMarks);
    if (at !== null && limit.on === 'score') bound(bounds, limit, at);
  }
  return bounds;
}

/** Deductions never go below 0 unless the text says so (criteria README); a bonus rule without base may be negative. */
function floored(bounds: Bounds, start: Decimal, context: ScoreContext): Decimal {
  const stated = context.rules.some((rule) => rule.kind === 'limit' && rule.bound === 'floor' && rule.on === 'score');
  return stated || start.isZero() ? bounds.value : Decimal.max(bounds.value, 0);
}

/** The sum within all limits. */
export function applyLimits({ start, low, high }: Adjusted, context: ScoreContext): Bounded {
  if (start === null || low === null || high === null) return { low: null, high: null, issue: null, reason: [] };
  const [lower, upper] = [boundOne(low, start, context), boundOne(high, start, context)];
  return {
    low: floored(lower, start, context),
    high: floored(upper, start, context),
    issue: lower.issue ?? upper.issue,
    reason: lower.reason,
  };
}
