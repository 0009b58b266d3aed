import fc from 'fast-check';
import Decimal from 'decimal.js';
import { compare, exactText, fraction, fractionOf, over, plus, roundedText, times, minus } from '../../src/review/fraction';

describe('exact fractions', () => {
  test.each([
    ['1/3', fraction(1n, 3n), '1/3', '0.33'],
    ['2/6', fraction(2n, 6n), '1/3', '0.33'],
    ['22.075', fractionOf('22.075'), '22.075', '22.08'],
    ['86.245', fractionOf('86.245'), '86.245', '86.25'],
    ['89.455', fractionOf('89.455'), '89.455', '89.46'],
    ['-1.005', fractionOf('-1.005'), '-1.005', '-1.01'],
    ['0', fractionOf('0'), '0', '0.00'],
    ['-0.001', fractionOf('-0.001'), '-0.001', '0.00'],
    ['1e3', fractionOf(new Decimal('1e3')), '1000', '1000.00'],
    ['3/35', over(fractionOf('0.6'), fraction(7n)), '3/35', '0.09'],
  ])('%s', (_, value, exact, rounded) => {
    expect(exactText(value)).toBe(exact);
    expect(roundedText(value, 2)).toBe(rounded);
  });

  const any = fc.tuple(fc.bigInt({ min: -1000000n, max: 1000000n }), fc.bigInt({ min: 1n, max: 10000n })).map(([a, b]) => fraction(a, b));

  test('rounding half-up agrees with Decimal for every terminating decimal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10000000, max: 10000000 }),
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: 0, max: 4 }),
        (digits, scale, places) => {
          const value = new Decimal(digits).div(new Decimal(10).pow(scale));
          const rounded = value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
          expect(new Decimal(roundedText(fractionOf(value), places)).eq(rounded)).toBe(true);
        },
      ),
    );
  });

  test('addition and multiplication are exact', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(compare(minus(plus(a, b), b), a)).toBe(0);
        expect(compare(times(plus(a, b), c), plus(times(a, c), times(b, c)))).toBe(0);
      }),
    );
  });

  test('no fraction has denominator 0', () => expect(() => fraction(1n, 0n)).toThrow(RangeError));
});
