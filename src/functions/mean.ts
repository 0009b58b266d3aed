/** RUBRIC_MEAN: mean of the ratings that are there, on request without the highest and the lowest. */
import Decimal from 'decimal.js';
import type { Cell, Cells } from './broadcast';
import { FunctionFailure } from './failure';
import { decimalIn, isBlank } from './number';

/** How many to drop at each end: TRUE is one, FALSE or nothing is none, a whole number is that many. */
export function dropCountOf(cell: Cell): number {
  if (isBlank(cell) || cell === false) return 0;
  if (cell === true) return 1;
  const count = decimalIn(cell) as Decimal;
  if (!count.isInteger() || count.isNegative()) throw new FunctionFailure('value', 'not-a-number', { shown: String(cell) });
  return count.toNumber();
}

/**
 * Arithmetic mean.
 * @param scores empty cells are absent raters and do not count as 0
 * @param drop how many of the highest and of the lowest are left out (去掉最高分和最低分)
 */
export function mean(scores: Cells, drop: number): Decimal {
  const present = scores
    .flat()
    .map(decimalIn)
    .filter((score): score is Decimal => score !== null);
  if (present.length === 0) throw new FunctionFailure('notAvailable', 'nothing-to-average');
  if (present.length <= 2 * drop)
    throw new FunctionFailure('notAvailable', 'too-few-to-drop', { count: String(present.length), drop: String(2 * drop) });
  const kept = present.sort((a, b) => a.comparedTo(b)).slice(drop, present.length - drop);
  return kept.reduce((sum, score) => sum.plus(score), new Decimal(0)).div(kept.length);
}
