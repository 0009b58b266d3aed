/** RUBRIC_BLEND: one score out of several raters' by their shares (员工评分*30%+上级评分*70%). */
import Decimal from 'decimal.js';
import type { Cell } from './broadcast';
import { FunctionFailure } from './failure';
import { decimalIn, isBlank, shownPercent } from './number';

interface Rating {
  readonly score: Decimal;
  readonly share: Decimal;
}

function rating(score: Cell, share: Cell, at: number): Rating[] {
  const position = String(at + 1);
  if (isBlank(share)) {
    if (isBlank(score)) return [];
    throw new FunctionFailure('value', 'share-without-score', { position });
  }
  const part = decimalIn(share) as Decimal;
  if (isBlank(score) && !part.isZero()) throw new FunctionFailure('notAvailable', 'missing-rating', { position });
  return isBlank(score) ? [] : [{ score: decimalIn(score) as Decimal, share: part }];
}

/**
 * Σ score × share of one person's ratings.
 * @param cells score, share, score, share …; shares as fractions, percent texts, or numbers that total 100
 * @throws FunctionFailure `missing-rating` (#N/A) where a rater with a share has not rated: absent is not zero;
 *   `shares-sum` where the shares do not total 100 %
 */
export function blend(cells: readonly Cell[]): Decimal {
  const ratings = Array.from({ length: Math.ceil(cells.length / 2) }, (_, at) => rating(cells[2 * at], cells[2 * at + 1], at)).flat();
  const total = ratings.reduce((sum, { share }) => sum.plus(share), new Decimal(0));
  if (ratings.length === 0) throw new FunctionFailure('notAvailable', 'nothing-to-average');
  if (!total.eq(1) && !total.eq(100)) throw new FunctionFailure('value', 'shares-sum', { sum: shownPercent(total) });
  return ratings.reduce((sum, { score, share }) => sum.plus(score.times(share)), new Decimal(0)).div(total);
}
