/** Cells as exact decimals: numbers, and texts that hold one (`88分`, `30%`, `1,200`). */
import Decimal from 'decimal.js';
import { decimalOfDouble } from '../rubric/decimal';
import { normalise } from '../rubric/normalise';
import { readQuantity } from '../rubric/quantity';
import type { Quantity } from '../rubric/types';
import type { Cell } from './broadcast';
import { FunctionFailure } from './failure';

/** Whether a cell is empty: nothing, or a text of spaces (an empty cell arrives as 0 on some platforms; pass `IF(ISBLANK(x),"",x)`). */
export function isBlank(cell: Cell): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** A text that is one quantity from end to end (`88分`, `-5%`), null for any other. */
function wholeQuantity(text: string): Quantity | null {
  const clean = normalise(text.trim()).text;
  const read = readQuantity(clean, 0, true);
  return read && clean.slice(read.end).trim() === '' ? read.quantity : null;
}

/**
 * The number in a cell; a percent text as its fraction (`30%` is 0.3), another unit is dropped (`88分` is 88).
 * @returns null where the cell is empty
 * @throws FunctionFailure `not-a-number`
 */
export function decimalIn(cell: Cell): Decimal | null {
  if (isBlank(cell)) return null;
  if (typeof cell === 'number') return decimalOfDouble(cell);
  const quantity = typeof cell === 'string' ? wholeQuantity(cell) : null;
  if (!quantity) throw new FunctionFailure('value', 'not-a-number', { shown: String(cell) });
  return quantity.unit === '%' ? quantity.amount.div(100) : quantity.amount;
}

/** A decimal as the double that Excel keeps. */
export function doubleOf(value: Decimal): number {
  return Number(value.toSignificantDigits(15).toString());
}

/** As a person would write it: at most ten decimals, no trailing zeros. */
export function shownDecimal(value: Decimal): string {
  return value.toDecimalPlaces(10).toString();
}

/** A fraction as percent text: 0.9 is `90%`. */
export function shownPercent(value: Decimal): string {
  return `${shownDecimal(value.times(100))}%`;
}
