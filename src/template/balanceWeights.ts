/** Weights that make exactly 100 % (or another whole), each as near to what was written as its decimals allow. */
import Decimal from 'decimal.js';

const sumOf = (numbers: readonly Decimal[]): Decimal => numbers.reduce((sum, number) => sum.plus(number), new Decimal(0));

/** Decimals beyond which nobody wants to read a weight. */
const usualPlaces = 2;

/** What each would get without rounding: blanks share what is missing; without blanks, or where nothing is missing, all are scaled. */
function exactShares(weights: readonly (Decimal | null)[], whole: Decimal): readonly Decimal[] {
  const known = weights.filter((weight) => weight !== null);
  const blanks = weights.length - known.length;
  const rest = whole.minus(sumOf(known));
  if (blanks > 0 && rest.gt(0)) return weights.map((weight) => weight ?? rest.div(blanks));
  const mean = known.length > 0 ? sumOf(known).div(known.length) : new Decimal(1);
  const filled = weights.map((weight) => weight ?? mean);
  const sum = sumOf(filled);
  return filled.map((weight) => (sum.isZero() ? whole.div(weights.length) : weight.times(whole).div(sum)));
}

/** Decimals to round to: those that were written where they suffice, else two. */
function placesFor(weights: readonly (Decimal | null)[], shares: readonly Decimal[]): number {
  const written = Math.max(0, ...weights.map((weight) => weight?.decimalPlaces() ?? 0));
  return shares.every((share) => share.decimalPlaces() <= written) ? written : Math.max(written, usualPlaces);
}

/** Rounded down, then the units that are left over go to those that lost most; of equals the first. */
function rounded(shares: readonly Decimal[], whole: Decimal, places: number): readonly Decimal[] {
  const unit = new Decimal(10).pow(-places);
  const floors = shares.map((share) => share.toDecimalPlaces(places, Decimal.ROUND_FLOOR));
  const left = whole.minus(sumOf(floors)).div(unit).round().toNumber();
  const order = shares
    .map((share, at) => ({ at, lost: share.minus(floors[at] ?? 0) }))
    .sort((a, b) => b.lost.cmp(a.lost) || a.at - b.at)
    .slice(0, left)
    .map(({ at }) => at);
  return floors.map((floor, at) => (order.includes(at) ? floor.plus(unit) : floor));
}

/**
 * Balances weights in one click.
 * @param weights decimal texts; null where none is written.
 * @param whole what they are to add up to, decimal text.
 * @returns decimal texts that add up to the whole exactly; weights that do so already come back as they are.
 */
export function balanceWeights(weights: readonly (string | null)[], whole = '100'): readonly string[] {
  if (weights.length === 0) return [];
  const [given, target] = [weights.map((weight) => (weight === null ? null : new Decimal(weight))), new Decimal(whole)];
  if (given.every((weight) => weight !== null) && sumOf(given).eq(target)) return weights.map((weight) => weight ?? '0');
  const shares = exactShares(given, target);
  return rounded(shares, target, Math.max(placesFor(given, shares), target.decimalPlaces())).map((share) => share.toFixed());
}
