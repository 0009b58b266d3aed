/** RUBRIC_WEIGHTED, _BLEND, _MEAN, _DEDUCT: tables, and laws held against exact fractions. */
import Decimal from 'decimal.js';
import fc from 'fast-check';
import { blend } from '../../src/functions/blend';
import { deduct } from '../../src/functions/deduct';
import { FunctionFailure } from '../../src/functions/failure';
import { dropCountOf, mean } from '../../src/functions/mean';
import { decimalIn } from '../../src/functions/number';
import { weighted, weightModeOf } from '../../src/functions/weighted';
import * as exact from './rational';

const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
const failure = (calculate: () => unknown): string => {
  try {
    return `no failure, ${String(calculate())}`;
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    return `${error.kind} ${error.code} ${Object.values(error.details).join(' ')}`.trim();
  }
};

/** A decimal to fifteen places, cut, as rational.shown gives it. */
const cut = (value: Decimal): string => value.times('1e15').toDecimalPlaces(0, Decimal.ROUND_DOWN).toFixed(0);

/** Decimals as people type them: up to two places. */
const typed = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => new Decimal(hundredths).div(100).toString());

describe('numbers in cells', () => {
  it.each([
    [88, '88'],
    [0.1 + 0.2, '0.3'],
    ['88分', '88'],
    ['30%', '0.3'],
    ['３０％', '0.3'],
    ['1,200', '1200'],
    [' 95 ', '95'],
    ['-5', '-5'],
  ])('%p is %s', (cell, decimal) => {
    expect(decimalIn(cell)?.toString()).toBe(decimal);
  });

  it.each([['良好'], ['88分左右'], ['1.2.3'], [true]])('%p is none', (cell) => {
    expect(failure(() => decimalIn(cell))).toMatch(/^value not-a-number/);
  });

  it.each([[null], [''], ['  '], [undefined]])('%p is empty, not zero', (cell) => {
    expect(decimalIn(cell)).toBeNull();
  });
});

describe('RUBRIC_WEIGHTED', () => {
  it.each([
    [column(90, 80, 70), column(0.5, 0.3, 0.2), 'strict', '83'],
    [column(90, 80, 70), column(50, 30, 20), 'strict', '83'],
    [column('90分', '80', 70), column('50%', '30%', '20%'), 'strict', '83'],
    [column(0.1, 0.2), column(0.5, 0.5), 'strict', '0.15'],
    [column(90, 80), column(0.4, 0.4), 'normalise', '85'],
    [column(100, 100, 100), column(0.3, 0.3, 0.2), 'as-is', '80'],
    [column(90, '', 80), column(0.5, '', 0.5), 'strict', '85'],
    [column(0, 80), column(0.5, 0.5), 'strict', '40'],
  ] as const)('%j × %j %s → %s', (scores, weights, mode, result) => {
    expect(weighted(scores, weights, mode).toString()).toBe(result);
  });

  it('names the sum of weights that do not total 100 %', () => {
    expect(failure(() => weighted(column(90, 80, 70), column(0.3, 0.3, 0.2), 'strict'))).toBe('value weights-sum 80%');
  });

  it('is incomplete, not lower, where a score is empty', () => {
    expect(failure(() => weighted(column(90, '', 70), column(0.5, 0.3, 0.2), 'strict'))).toBe('notAvailable blank-score 2');
  });

  it('wants as many weights as scores', () => {
    expect(failure(() => weighted(column(90, 80), column(1), 'strict'))).toBe('value shape 2×1, 1×1');
  });

  it.each([
    [null, 'strict'],
    ['', 'strict'],
    ['Normalise', 'normalise'],
    ['折算', 'normalise'],
    ['as-is', 'as-is'],
    ['原样', 'as-is'],
  ])('mode %p is %s', (cell, mode) => {
    expect(weightModeOf(cell)).toBe(mode);
  });

  it('refuses a mode it does not know', () => {
    expect(failure(() => weightModeOf('maybe'))).toBe('value unknown-mode maybe');
  });

  it('equals the sum of exact fractions', () => {
    const rows = fc.array(fc.tuple(typed(0, 120), typed(0, 1)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, (all) => {
        const expected = exact.sum(all.map(([score, weight]) => exact.times(exact.fromText(score), exact.fromText(weight))));
        const scores = column(...all.map(([score]) => Number(score)));
        const weights = column(...all.map(([, weight]) => Number(weight)));
        const asPercent = exact.shown(exact.sum(all.map(([, weight]) => exact.fromText(weight)))) === exact.shown(exact.rational(100n));
        fc.pre(!asPercent);
        expect(cut(weighted(scores, weights, 'as-is'))).toBe(exact.shown(expected));
      }),
    );
  });

  it('does not depend on the order of rows', () => {
    const rows = fc.array(fc.tuple(typed(0, 100), typed(0, 1)), { minLength: 1, maxLength: 12 });
    const total = (all: readonly (readonly [string, string])[]): string =>
      weighted(column(...all.map(([s]) => s)), column(...all.map(([, w]) => w)), 'as-is').toString();
    fc.assert(fc.property(rows, (all) => expect(total([...all].reverse())).toBe(total(all))));
  });
});

describe('RUBRIC_BLEND', () => {
  it.each([
    [[90, 0.3, 80, 0.7], '83'],
    [[90, '30%', 80, '70%'], '83'],
    [[90, 30, 80, 70], '83'],
    [[90, 1], '90'],
    [[0, 0.5, 80, 0.5], '40'],
    [['', 0, 80, 1], '80'],
  ])('%j → %s', (cells, result) => {
    expect(blend(cells).toString()).toBe(result);
  });

  it.each([
    [[90, 0.3, '', 0.7], 'notAvailable missing-rating 2'],
    [[90, 0.3, null, 0.7], 'notAvailable missing-rating 2'],
    [[90, 0.3, 80, 0.6], 'value shares-sum 90%'],
    [[90, 0.3, 80, ''], 'value share-without-score 2'],
    [['', '', '', ''], 'notAvailable nothing-to-average'],
  ])('%j fails: %s', (cells, code) => {
    expect(failure(() => blend(cells))).toBe(code);
  });

  it('equals exact fractions for every pair of shares', () => {
    fc.assert(
      fc.property(typed(0, 100), typed(0, 100), fc.integer({ min: 0, max: 100 }), (first, second, percent) => {
        const share = exact.rational(BigInt(percent), 100n);
        const expected = exact.plus(
          exact.times(exact.fromText(first), share),
          exact.times(exact.fromText(second), exact.minus(exact.rational(1n), share)),
        );
        expect(cut(blend([first, `${percent}%`, second, `${100 - percent}%`]))).toBe(exact.shown(expected));
      }),
    );
  });
});

describe('RUBRIC_MEAN', () => {
  it.each([
    [column(8, 9, 10), 0, '9'],
    [column(8, '', 10), 0, '9'],
    [[[9.1, 8.4, 8.6, 7.2, 8.8]], 1, '8.6'],
    [column(0, 10), 0, '5'],
  ])('%j dropping %d → %s', (scores, drop, result) => {
    expect(mean(scores, drop).toString()).toBe(result);
  });

  it.each([
    [column('', null), 0, 'notAvailable nothing-to-average'],
    [column(1, 2), 1, 'notAvailable too-few-to-drop 2 2'],
  ])('%j dropping %d fails: %s', (scores, drop, code) => {
    expect(failure(() => mean(scores, drop))).toBe(code);
  });

  it.each([
    [true, 1],
    [false, 0],
    [null, 0],
    [2, 2],
  ])('drops %p at each end: %d', (cell, count) => {
    expect(dropCountOf(cell)).toBe(count);
  });

  it('equals exact fractions', () => {
    fc.assert(
      fc.property(fc.array(typed(0, 100), { minLength: 1, maxLength: 20 }), (all) => {
        const expected = exact.dividedBy(exact.sum(all.map(exact.fromText)), exact.rational(BigInt(all.length)));
        expect(
          mean(column(...all), 0)
            .minus(new Decimal(exact.shown(expected)).div('1e15'))
            .abs()
            .lt('1e-14'),
        ).toBe(true);
      }),
    );
  });
});

describe('RUBRIC_DEDUCT', () => {
  it.each([
    [10, 3, 0.5, null, '8.5'],
    [0.5, 3, 0.2, null, '0'],
    [10, '', 2, null, '10'],
    [10, 2, -2, null, '6'],
    [10, 9, 2, -5, '-5'],
    ['10分', '2次', '1.5分', '', '7'],
  ])('%p less %p × %p, floor %p → %s', (full, count, each, floor, result) => {
    expect(deduct(full, count, each, floor).toString()).toBe(result);
  });

  it('wants full marks and an amount', () => {
    expect(failure(() => deduct('', 1, 1, null))).toBe('notAvailable full-marks-missing');
    expect(failure(() => deduct(10, 1, '', null))).toBe('notAvailable blank-value');
  });

  it('equals exact fractions and never goes below its floor', () => {
    fc.assert(
      fc.property(typed(0, 100), fc.integer({ min: 0, max: 60 }), typed(0, 20), typed(-20, 20), (full, count, each, floor) => {
        const left = exact.minus(exact.fromText(full), exact.times(exact.rational(BigInt(count)), exact.fromText(each)));
        expect(cut(deduct(full, count, each, floor))).toBe(exact.shown(exact.atLeast(left, exact.fromText(floor))));
      }),
    );
  });
});
