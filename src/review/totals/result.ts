/** What a total comes to: a number with the way it is made, a text, or what stands in its way. */
import type { Expression } from '../expression';
import type { Fraction } from '../fraction';
import type { Place, TotalCell } from '../../form/types';
import type { Reckoning } from '../reckoning';

export type TotalResult =
  | {
      readonly kind: 'number';
      readonly expression: Expression;
      readonly places: number;
      readonly percent: boolean;
      /** The measured value that the points follow from. */
      readonly measured?: Place;
      /** A formula that Excel has for this, and the totals whose cells it reads. */
      readonly native?: { readonly formula: string; readonly reads: readonly number[] };
    }
  /** A tier or grade; `source` is the entry it follows from, `number` the total that a scale turns into it. */
  | { readonly kind: 'text'; readonly text: string; readonly source: Place | null; readonly native?: NativeFormula }
  | { readonly kind: 'blocked'; readonly cells: readonly string[] }
  | { readonly kind: 'unknown'; readonly reason: string }
  /** Depends on the value of other totals: worked out after them. */
  | { readonly kind: 'after'; readonly work: (values: TotalValues) => TotalResult };

/** The worked-out value of another total of the form, as an exact fraction; null where it has none. */
export interface TotalValues {
  readonly valueOf: (index: number) => Fraction | null;
  readonly blockedBy: (index: number) => readonly string[];
}

/** A formula that Excel has for a result, and the totals whose cells it reads: it only holds where these are right. */
export interface NativeFormula {
  readonly formula: string;
  readonly reads: readonly number[];
}

/** Recognises one kind of total; null where the total is of another kind. */
export type TotalKind = (reckoning: Reckoning, total: TotalCell, index: number) => TotalResult | null;

export const numberResult = (expression: Expression, places: number, percent = false): TotalResult => ({
  kind: 'number',
  expression,
  places,
  percent,
});
export const unknownResult = (reason: string): TotalResult => ({ kind: 'unknown', reason });
export const blockedResult = (cells: readonly string[]): TotalResult => ({ kind: 'blocked', cells: [...new Set(cells)] });
