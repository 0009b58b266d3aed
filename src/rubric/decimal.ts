/** Decimals from the doubles that spreadsheets keep. */
import Decimal from 'decimal.js';

const small = /^\d{1,7}$/;

/** A decimal from its digits. Small whole numbers take the constructor's short way, where they are as exact as their text. */
export const decimalOfDigits = (text: string): Decimal => new Decimal(small.test(text) ? Number(text) : text);

/**
 * The decimal that a person typed, from the double that a cell keeps: 15 significant digits, as Excel shows them,
 * so 0.1+0.2 is 0.3 and no binary noise reaches a boundary.
 */
export function decimalOfDouble(value: number): Decimal {
  return new Decimal(value.toPrecision(15));
}
