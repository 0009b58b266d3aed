/** RUBRIC_DEDUCT: full marks less so much an incident, never below the floor (每次扣N分，扣完为止). */
import Decimal from 'decimal.js';
import type { Cell } from './broadcast';
import { FunctionFailure } from './failure';
import { decimalIn } from './number';

/**
 * max(floor, fullMarks − |count| × |each|).
 * @param count how often it happened; an empty cell is no incident
 * @param each points an incident; its sign does not matter (−0.5 and 0.5 both take away)
 * @param floor lowest result, 0 where left out
 */
export function deduct(fullMarks: Cell, count: Cell, each: Cell, floor: Cell): Decimal {
  const full = decimalIn(fullMarks);
  const step = decimalIn(each);
  if (full === null) throw new FunctionFailure('notAvailable', 'full-marks-missing');
  if (step === null) throw new FunctionFailure('notAvailable', 'blank-value');
  const lost = (decimalIn(count) ?? new Decimal(0)).abs().times(step.abs());
  return Decimal.max(decimalIn(floor) ?? 0, full.minus(lost));
}
