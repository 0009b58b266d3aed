/** The entry's number in the unit of a rule, and what had to be assumed for it. */
import Decimal from 'decimal.js';
import { convert, sameKind, type UnitName } from '../quantity';
import type { ScoreContext } from '../scorer';
import type { EntryProblem, Quantity } from '../types';

export interface MeasuredValue {
  readonly amount: Decimal;
  /** What was assumed: a bare number under a % rubric read as percent points or as a fraction. */
  readonly assumed: EntryProblem | null;
}

/**
 * The entry's number in `unit`; null where it has none or its unit is of another kind.
 * A bare number under % follows DESIGN rule 5: above the policy's threshold percent points, else a fraction, either with a warning.
 */
export function measuredIn(quantity: Quantity | null, unit: UnitName | null, context: ScoreContext): MeasuredValue | null {
  if (quantity === null) return null;
  if (unit === '%' && quantity.unit === null) return bareUnderPercent(quantity.amount, context);
  if (unit === null || quantity.unit === null) return { amount: quantity.amount, assumed: null };
  if (!sameKind(quantity.unit, unit)) return null;
  const converted = convert(quantity, unit);
  return converted && { amount: converted.amount, assumed: null };
}

/** Zero is zero on either scale. */
function bareUnderPercent(amount: Decimal, { policy }: ScoreContext): MeasuredValue {
  if (amount.isZero()) return { amount, assumed: null };
  const points = amount.gt(policy.percentThreshold);
  return { amount: points ? amount : amount.times(100), assumed: 'percent-scale' };
}

/** Value − target in the value's unit, or value ÷ target in %; null where there is no target or the kinds differ. */
export function againstTarget(measure: 'difference' | 'ratio', context: ScoreContext): Decimal | null {
  const { entry, target } = context;
  if (!entry.quantity || !target) return null;
  const base = convert(target, entry.quantity.unit ?? target.unit);
  const value =
    entry.quantity.unit === null && target.unit === '%' ? bareUnderPercent(entry.quantity.amount, context).amount : entry.quantity.amount;
  if (!base) return null;
  if (measure === 'difference') return value.minus(base.amount);
  return base.amount.isZero() ? null : value.div(base.amount).times(100);
}

/** Decimals as text for messages: no exponent, no trailing zeros. */
export const shown = (value: Decimal): string => value.toFixed();
