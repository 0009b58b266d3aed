/**
 * How a total is made, as data: evaluated exactly here, and written as an Excel formula by nativeFormula.ts, so both always say the same.
 */
import type { Place } from '../form/types';
import type { EntryValue } from '../rubric/types';
import { fraction, minus, over, plus, times, zero, compare, isZero, type Fraction } from './fraction';

export type Expression =
  | { readonly kind: 'constant'; readonly value: Fraction; readonly percent: boolean }
  /**
   * A number in a cell. `scale` is what its content is multiplied with (1/100 for a weight typed as 30); `plain` tells whether Excel
   * can calculate with the content as it stands (a number, not `88分`). Nothing in a cell that counts as 0 is `plain` too.
   * `is` tells a weight or marks from what people scored; `absolute` drops the sign of a deduction.
   */
  | {
      readonly kind: 'cell';
      readonly place: Place;
      readonly value: Fraction;
      readonly scale: Fraction;
      readonly plain: boolean;
      readonly is: 'score' | 'weight' | 'marks';
      readonly absolute?: boolean;
    }
  /** Another total of the same form. */
  | { readonly kind: 'total'; readonly index: number }
  /** Cells that must be put right first. */
  | { readonly kind: 'blocked'; readonly cells: readonly string[] }
  /** Cannot be known: a message key and nothing to put right. */
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'sum'; readonly terms: readonly Expression[] }
  | { readonly kind: 'mean'; readonly terms: readonly Expression[] }
  | { readonly kind: 'product'; readonly factors: readonly Expression[] }
  | { readonly kind: 'quotient'; readonly numerator: Expression; readonly denominator: Expression }
  | { readonly kind: 'difference'; readonly left: Expression; readonly right: Expression }
  /** Never less than 0. */
  | { readonly kind: 'atLeastZero'; readonly of: Expression }
  /** The smaller of both. */
  | { readonly kind: 'least'; readonly terms: readonly Expression[] }
  /** One value where what a cell names has happened (`fired`), the other where it has not. */
  | {
      readonly kind: 'unless';
      readonly place: Place;
      readonly value: EntryValue;
      readonly fired: boolean;
      readonly then: Expression;
      readonly of: Expression;
    };

/** A value, or what stands in its way. */
export type Evaluation =
  | { readonly kind: 'value'; readonly value: Fraction }
  | { readonly kind: 'blocked'; readonly cells: readonly string[] }
  | { readonly kind: 'unknown'; readonly reason: string };

export const constant = (value: Fraction, percent = false): Expression => ({ kind: 'constant', value, percent });
export const sum = (terms: readonly Expression[]): Expression => ({ kind: 'sum', terms });
export const product = (...factors: readonly Expression[]): Expression => ({ kind: 'product', factors });
export const blocked = (...cells: readonly string[]): Expression => ({ kind: 'blocked', cells });
export const unknown = (reason: string): Expression => ({ kind: 'unknown', reason });

const valued = (value: Fraction): Evaluation => ({ kind: 'value', value });

/** All values, or everything that stands in the way: blocked cells first, for they can be put right. */
function together(parts: readonly Evaluation[], make: (values: readonly Fraction[]) => Evaluation): Evaluation {
  const cells = parts.flatMap((part) => (part.kind === 'blocked' ? part.cells : []));
  if (cells.length > 0) return { kind: 'blocked', cells: [...new Set(cells)] };
  const open = parts.find((part) => part.kind === 'unknown');
  return open ?? make(parts.map((part) => (part.kind === 'value' ? part.value : zero)));
}

/**
 * The exact value of an expression.
 *
 * @param totalValue how another total of the form evaluates (its unrounded value, so nothing is rounded twice)
 * @returns the value, or every blocking cell, or the reason why there can be none; a division by 0 blocks on nothing and is unknown
 */
export function evaluate(expression: Expression, totalValue: (index: number) => Evaluation): Evaluation {
  const all = (parts: readonly Expression[]): Evaluation[] => parts.map((part) => evaluate(part, totalValue));
  switch (expression.kind) {
    case 'constant':
      return valued(expression.value);
    case 'cell':
      return valued(times(expression.value, expression.scale));
    case 'total':
      return totalValue(expression.index);
    case 'blocked':
    case 'unknown':
      return expression;
    case 'sum':
      return together(all(expression.terms), (values) => valued(values.reduce(plus, zero)));
    case 'mean':
      return together(all(expression.terms), meanOf);
    case 'product':
      return together(all(expression.factors), (values) => valued(values.reduce(times)));
    case 'quotient':
      return together(all([expression.numerator, expression.denominator]), ([a = zero, b = zero]) => quotientOf(a, b));
    case 'difference':
      return together(all([expression.left, expression.right]), ([a = zero, b = zero]) => valued(minus(a, b)));
    case 'atLeastZero':
      return together(all([expression.of]), ([a = zero]) => valued(compare(a, zero) < 0 ? zero : a));
    case 'unless':
      return evaluate(expression.fired ? expression.then : expression.of, totalValue);
    case 'least':
      return together(all(expression.terms), (values) => valued(values.reduce((a, b) => (compare(a, b) <= 0 ? a : b))));
  }
}

const meanOf = (values: readonly Fraction[]): Evaluation =>
  values.length === 0
    ? { kind: 'unknown', reason: 'nothing-to-average' }
    : valued(over(values.reduce(plus, zero), fraction(BigInt(values.length))));

const quotientOf = (a: Fraction, b: Fraction): Evaluation =>
  isZero(b) ? { kind: 'unknown', reason: 'division-by-zero' } : valued(over(a, b));

/** The parts of an expression, one level down. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'sum':
    case 'mean':
    case 'least':
      return expression.terms;
    case 'product':
      return expression.factors;
    case 'quotient':
      return [expression.numerator, expression.denominator];
    case 'difference':
      return [expression.left, expression.right];
    case 'atLeastZero':
    case 'unless':
      return [expression.of];
    default:
      return [];
  }
}
