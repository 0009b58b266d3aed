/** Vetoes and an entry: the words that trigger them, the numbers that do, and the entry that denies them. */
import Decimal from 'decimal.js';
import type { EntryReading } from '../entry';
import { contains } from '../interval';
import { bestLikeness } from '../likeness';
import { unitKind } from '../quantity';
import type { Rule, VetoRule } from '../rule';
import type { Quantity } from '../types';
import type { Contribution, ScoreContext, Scorer } from '../scorer';
import { pointsOf } from './contribution';
import { measuredIn } from './measure';
import { partEntries } from './parts';

const zero = new Decimal(0);
const resembles = 0.55;
const denial = /^(?:无|没有|未发生|未出现|没|零|none|no|nil|never)$/i;

/** Rules beside which a bare number is not about the veto. */
const counting = new Set<Rule['kind']>(['step', 'band', 'formula', 'level']);

function triggered(rule: VetoRule, context: ScoreContext, strength: number): Contribution {
  const points = pointsOf(rule.award.amount, context) ?? { low: zero, high: zero };
  return {
    rule,
    kind: 'veto',
    tier: rule.award.tier,
    ...points,
    issue: null,
    strength,
    reason: [{ code: 'veto', span: rule.span, details: { scope: rule.scope } }],
  };
}

/** Nothing happened: where the text knows only vetoes, the full marks stay. */
function spared(rule: VetoRule, context: ScoreContext, strength: number): readonly Contribution[] {
  const alone = context.rules.every((other) => other.kind === 'veto' || other.kind === 'fullMarks' || other.kind === 'limit');
  if (!alone || context.fullMarks === null) return [];
  const { fullMarks } = context;
  return [
    {
      rule,
      kind: 'result',
      tier: null,
      low: fullMarks,
      high: fullMarks,
      issue: null,
      strength,
      reason: [{ code: 'not-vetoed', span: rule.span, details: {} }],
    },
  ];
}

/** 18 under 每少一户扣1分 and 合格率低于90%不得分: a number of either. */
function mayCount(rule: VetoRule, quantity: Quantity, { rules }: ScoreContext): boolean {
  if (quantity.unit !== null || unitKind(rule.unit) !== 'ratio' || quantity.amount.isZero()) return false;
  return rules.some((other) => other.kind === 'step' && unitKind(other.each.unit) !== 'ratio');
}

function byNumber(rule: VetoRule, entry: EntryReading, context: ScoreContext): readonly Contribution[] {
  const quantity = entry.quantity;
  if (!quantity) return [];
  if (rule.interval) {
    const value = measuredIn(quantity, rule.unit, context);
    if (value && contains(rule.interval, value.amount))
      return [{ ...triggered(rule, context, 1), issue: mayCount(rule, quantity, context) ? 'unit-mismatch' : null }];
    return quantity.amount.isZero() ? spared(rule, context, 1) : [];
  }
  if (quantity.unit !== null && unitKind(quantity.unit) !== 'count') return [];
  if (context.rules.some(({ kind }) => counting.has(kind))) return [];
  return quantity.amount.isZero() ? spared(rule, context, 1) : [triggered(rule, context, 1)];
}

function byWords(rule: VetoRule, entry: EntryReading, context: ScoreContext): readonly Contribution[] {
  if (denial.test(entry.words)) return spared(rule, context, 1);
  const met = bestLikeness(entry.words, rule.phrases);
  const whole = bestLikeness(entry.text, rule.phrases);
  const best = whole.strength > met.strength ? whole : met;
  if (best.strength < resembles) return [];
  if (best.opposite || entry.quantity?.amount.isZero()) return spared(rule, context, best.strength);
  if (!rule.interval) return [triggered(rule, context, best.strength)];
  const value = entry.quantity && measuredIn(entry.quantity, rule.unit, context);
  if (value && !contains(rule.interval, value.amount)) return spared(rule, context, best.strength);
  const counts = value ? contains(rule.interval, value.amount) : entry.quantity === null && contains(rule.interval, new Decimal(1));
  return counts ? [triggered(rule, context, value ? 1 : best.strength)] : [];
}

/** Scores all vetoes together: any that is triggered, else the full marks where an entry denies them and nothing else counts. */
export const scoreVetoes: Scorer<'veto'> = (rules, context) => {
  const found = partEntries(context.entry).flatMap((entry) =>
    rules.flatMap((rule) => (entry.words === '' ? byNumber(rule, entry, context) : byWords(rule, entry, context))),
  );
  const vetoes = found.filter(({ kind }) => kind === 'veto');
  return vetoes.length > 0 ? vetoes : found;
};
