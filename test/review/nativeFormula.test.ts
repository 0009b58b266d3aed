import { constant, product, sum, type Expression } from '../../src/review/expression';
import { fractionOf, fraction, one } from '../../src/review/fraction';
import { nativeFormula } from '../../src/review/nativeFormula';
import { parseAddress } from '../../src/form/address';
import { grid } from './sheet';

const sheet = grid([
  ['A', 'B', 'C'],
  [1, 0.5, 90],
  [2, 0.3, 80],
  [3, 0.2, '70分'],
]);

const cell = (address: string, is: 'score' | 'weight' = 'score', scale = one, plain = true): Expression => ({
  kind: 'cell',
  place: parseAddress(address) ?? { row: 0, column: 0 },
  value: one,
  scale,
  plain,
  is,
});
const percent = (text: string): Expression => constant(fractionOf(text), true);
const write = (expression: Expression, decimals = 2): string | null =>
  nativeFormula(expression, decimals, { grid: sheet, total: () => null });

describe('native formulas', () => {
  test.each<[string, Expression]>([
    ['=ROUND(SUM(A2:A4),2)', sum([cell('A2'), cell('A3'), cell('A4')])],
    ['=ROUND(A2+A4,2)', sum([cell('A2'), cell('A4')])],
    ['=ROUND(SUMPRODUCT(B2:B3,C2:C3),2)', sum([product(cell('C2'), cell('B2', 'weight')), product(cell('C3'), cell('B3', 'weight'))])],
    [
      '=ROUND(SUMPRODUCT(B2:B3,C2:C3)/100,2)',
      sum(['2', '3'].map((row) => product(cell(`C${row}`), cell(`B${row}`, 'weight', fraction(1n, 100n))))),
    ],
    ['=ROUND(AVERAGE(C2:C3)*B2,2)', product({ kind: 'mean', terms: [cell('C2'), cell('C3')] }, cell('B2', 'weight'))],
    ['=ROUND(A2*30%+A3*70%,2)', sum([product(cell('A2'), percent('0.3')), product(cell('A3'), percent('0.7'))])],
    ['=ROUND((A2+A4)*B2,2)', product(sum([cell('A2'), cell('A4')]), cell('B2', 'weight'))],
    [
      '=ROUND(MAX(0,A2-A3*0.5),2)',
      { kind: 'atLeastZero', of: { kind: 'difference', left: cell('A2'), right: product(cell('A3'), constant(fractionOf('0.5'))) } },
    ],
    ['=ROUND(A2/(A3*A4),2)', { kind: 'quotient', numerator: cell('A2'), denominator: product(cell('A3'), cell('A4')) }],
    ['=ROUND(A2-(A3-A4),2)', { kind: 'difference', left: cell('A2'), right: { kind: 'difference', left: cell('A3'), right: cell('A4') } }],
    ['=ROUND(MIN(SUM(A2:A4),5),2)', { kind: 'least', terms: [sum([cell('A2'), cell('A3'), cell('A4')]), constant(fractionOf('5'))] }],
  ])('%s', (formula, expression) => expect(write(expression)).toBe(formula));

  test('none where a cell holds a text', () => expect(write(sum([cell('C2'), cell('C4', 'score', one, false)]))).toBeNull());
  test('none for a mere number', () => expect(write(constant(one))).toBeNull());
  test('a range never takes in cells that are not meant', () => {
    expect(write(sum([cell('A2'), cell('A4'), cell('C2')]))).toBe('=ROUND(SUM(A2,A4,C2),2)');
  });
  test('rates keep two more places', () =>
    expect(write({ kind: 'quotient', numerator: cell('A2'), denominator: cell('A3') }, 4)).toBe('=ROUND(A2/A3,4)'));
});
