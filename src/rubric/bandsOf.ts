/** A reading as bands: what a table of tiers shows, and what a band function spills. */
import { everything } from './interval';
import type { Reading } from './reading';
import type { Amount, Rule } from './rule';
import type { Band } from './types';

const pointsOf = (amount: Amount | null): Band['points'] =>
  amount?.mode === 'set' && amount.of === 'points' && amount.low && amount.high?.eq(amount.low) ? amount.low : null;
const rangeOf = (amount: Amount | null): Band['range'] =>
  amount?.mode === 'set' && amount.of === 'points' && amount.low && amount.high && !amount.low.eq(amount.high)
    ? [amount.low, amount.high]
    : null;

function bandOf(rule: Rule): readonly Band[] {
  if (rule.kind !== 'band' && rule.kind !== 'label' && rule.kind !== 'level') return [];
  const { tier, amount } = rule.award;
  if (amount && amount.mode !== 'set') return [];
  const interval = rule.kind === 'band' ? rule.interval : everything;
  const unit = rule.kind === 'band' ? rule.unit : null;
  return [{ tier, points: pointsOf(amount), range: rangeOf(amount), interval, unit, phrases: rule.phrases }];
}

/** The bands, labels and levels of a reading in the order of the text; deductions, steps and formulas are no bands. Labels own no number. */
export function bandsOf(reading: Reading): readonly Band[] {
  return reading.rules.flatMap(bandOf);
}
