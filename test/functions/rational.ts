/** Exact fractions of big integers: an arithmetic of its own to hold the functions against. */

export interface Rational {
  readonly over: bigint;
  readonly under: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export function rational(over: bigint, under = 1n): Rational {
  const shared = gcd(over, under) || 1n;
  const sign = under < 0n ? -1n : 1n;
  return { over: (sign * over) / shared, under: (sign * under) / shared };
}

/** `-12.50` → −25/2. */
export function fromText(text: string): Rational {
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  return rational(BigInt(`${sign ?? ''}${whole ?? ''}${part}`), 10n ** BigInt(part.length));
}

export const plus = (a: Rational, b: Rational): Rational => rational(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Rational, b: Rational): Rational => rational(a.over * b.under - b.over * a.under, a.under * b.under);
export const times = (a: Rational, b: Rational): Rational => rational(a.over * b.over, a.under * b.under);
export const dividedBy = (a: Rational, b: Rational): Rational => rational(a.over * b.under, a.under * b.over);
export const sum = (all: readonly Rational[]): Rational => all.reduce(plus, rational(0n));
export const atLeast = (a: Rational, b: Rational): Rational => (a.over * b.under < b.over * a.under ? b : a);

/** To fifteen decimals, cut: enough to tell results apart. */
export function shown(value: Rational): string {
  const scale = 10n ** 15n;
  const scaled = (value.over * scale) / value.under;
  return scaled.toString();
}
