/** RUBRIC_WEIGHTED, _BLEND, _MEAN and _DEDUCT as Excel's own arithmetic; a score that is missing stays #N/A there too. */
import type Decimal from 'decimal.js';
import { FunctionFailure } from '../failure';
import { dropCountOf } from '../mean';
import { decimalIn } from '../number';
import { sizeOf } from '../broadcast';
import { weightModeOf } from '../weighted';
import { asFactor, isLeftOut, isNumericRange, isScalarNumber, soleValue, type FormulaArgument } from './formulaArgument';

/** Binary arithmetic leaves dust behind the fifteenth digit; ten decimals are more than any form states. */
const dusted = (formula: string): string => `ROUND(${formula},10)`;

const sumOf = (cells: readonly unknown[]): Decimal | null =>
  cells.map(decimalIn).reduce<Decimal | null>((sum, cell) => (sum && cell ? sum.plus(cell) : (sum ?? cell)), null);

/** What the sum of weights is divided by; null where strict weights do not total 100 %. */
function divisor(weights: FormulaArgument & { cells: readonly (readonly unknown[])[] }, mode: string): string | null {
  const total = sumOf(weights.cells.flat());
  if (mode === 'normalise') return `/SUM(${weights.text})`;
  if (total?.eq(100)) return '/100';
  return mode === 'as-is' || total?.eq(1) ? '' : null;
}

/** SUMPRODUCT, unless a weight has no score. */
export function nativeWeighted([scores, weights, mode]: readonly FormulaArgument[]): string | null {
  if (!isNumericRange(scores) || !isNumericRange(weights) || (mode && !mode.cells)) return null;
  const [one, other] = [sizeOf(scores.cells), sizeOf(weights.cells)];
  if (!scores.part || !weights.part || one.rows !== other.rows || one.columns !== other.columns) return null;
  const flat = weights.cells.flat();
  if (scores.cells.flat().some((score, at) => score !== null && flat[at] === null)) return null;
  const over = divisor(weights, weightModeOf(soleValue(mode)));
  const sum = `SUMPRODUCT(${scores.text},${weights.text})${over ?? ''}`;
  return over === null ? null : `IF(COUNT(${scores.text})<COUNT(${weights.text}),NA(),${dusted(sum)})`;
}

/** A sum of products, unless a rater whose share is a number above 0 has not rated. */
export function nativeBlend(args: readonly FormulaArgument[]): string | null {
  if (args.length < 2 || args.length % 2 > 0 || !args.every(isScalarNumber)) return null;
  const shares = args.filter((_, at) => at % 2 === 1);
  if (shares.some(({ cells }) => cells === null)) return null;
  const total = sumOf(shares.map(soleValue));
  if (!total || !(total.eq(1) || total.eq(100))) return null;
  const terms = shares.map((share, at) => `${asFactor(args[2 * at] as FormulaArgument)}*${asFactor(share)}`);
  const sum = dusted(total.eq(1) ? terms.join('+') : `(${terms.join('+')})/100`);
  const scores = args.filter(({ part }, at) => at % 2 === 0 && part !== null).map(({ text }) => text);
  return scores.length === 0 ? sum : `IF(COUNT(${scores.join(',')})<${scores.length},NA(),${sum})`;
}

/** AVERAGE, which leaves empty cells out as RUBRIC_MEAN does; or without one highest and one lowest. */
export function nativeMean([scores, drop]: readonly FormulaArgument[]): string | null {
  if (!isNumericRange(scores) || !scores.part || (drop && !drop.cells)) return null;
  const count = isLeftOut(drop) ? 0 : dropCountOf(soleValue(drop));
  const { text } = scores;
  if (count === 0) return `AVERAGE(${text})`;
  return count === 1 ? `IF(COUNT(${text})<3,NA(),(SUM(${text})-MAX(${text})-MIN(${text}))/(COUNT(${text})-2))` : null;
}

const isPositiveLiteral = (text: string): boolean => /^[\d.]+%?$/.test(text);
const size = (argument: FormulaArgument): string => (isPositiveLiteral(argument.text) ? argument.text : `ABS(${argument.text})`);

/** MAX of the floor and what is left. */
export function nativeDeduct([full, count, each, floor]: readonly FormulaArgument[]): string | null {
  const countable = count && (isLeftOut(count) ? count.part !== null : isScalarNumber(count));
  if (!isScalarNumber(full) || !countable || !isScalarNumber(each)) return null;
  if (!isLeftOut(floor) && !isScalarNumber(floor)) return null;
  const least = floor && !isLeftOut(floor) ? floor.text : '0';
  return `MAX(${least},${dusted(`${asFactor(full)}-${size(count)}*${size(each)}`)})`;
}

/** Whether a failure is one of the arguments' own, so that there is no native formula rather than a fault in the program. */
export const isArgumentFailure = (error: unknown): boolean => error instanceof FunctionFailure;
