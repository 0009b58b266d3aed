/** Exact fractions: totals are built from these and rounded once, when they are written (DESIGN: "Exact"). */
import Decimal from 'decimal.js';

/** In lowest terms; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

/** The fraction in lowest terms. Throws on a denominator of 0: callers decide what a division by 0 means before they divide. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new RangeError('denominator 0');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestDivisor(numerator, denominator * sign);
  return { numerator: (numerator * sign) / divisor, denominator: (denominator * sign) / divisor };
}

export const zero = fraction(0n);
export const one = fraction(1n);
export const hundred = fraction(100n);

/** The exact value of a decimal. */
export function fractionOf(value: Decimal | string | number): Fraction {
  const text = new Decimal(value).toFixed();
  const [whole = '0', decimals = ''] = text.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, fraction(-b.numerator, b.denominator));
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.numerator * b.numerator, a.denominator * b.denominator);
/** Throws where `b` is 0. */
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.numerator * b.denominator, a.denominator * b.numerator);
/** Negative, 0 or positive, as `a` is smaller, equal or larger. */
export const compare = (a: Fraction, b: Fraction): number =>
  Number(a.numerator * b.denominator - b.numerator * a.denominator > 0n) -
  Number(a.numerator * b.denominator - b.numerator * a.denominator < 0n);
export const equals = (a: Fraction, b: Fraction): boolean => a.numerator === b.numerator && a.denominator === b.denominator;
export const isZero = (a: Fraction): boolean => a.numerator === 0n;

/** Sum of any number of fractions; 0 for none. */
export const sumOf = (values: readonly Fraction[]): Fraction => values.reduce(plus, zero);

/** Rounded half-up (away from 0) to so many decimal places, as decimal text with exactly that many places. */
export function roundedText(value: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const negative = value.numerator < 0n;
  const size = (negative ? -value.numerator : value.numerator) * scale;
  const quotient = (size * 2n + value.denominator) / (value.denominator * 2n);
  const digits = quotient.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return negative && quotient !== 0n ? `-${text}` : text;
}

/** Whether the value ends as a decimal (its denominator has no prime factor but 2 and 5). */
function terminates(value: Fraction): boolean {
  let rest = value.denominator;
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
  return rest === 1n;
}

/** Decimal text where the value ends (`0.08`), else `3/35`. */
export function exactText(value: Fraction): string {
  if (!terminates(value)) return `${value.numerator}/${value.denominator}`;
  return new Decimal(value.numerator.toString()).div(value.denominator.toString()).toFixed();
}

/** The value as a decimal with 30 significant digits at most: for display and comparison with limits, never for totals. */
export function decimalOf(value: Fraction): Decimal {
  return new Decimal(value.numerator.toString()).div(value.denominator.toString());
}
