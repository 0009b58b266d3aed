import Decimal from 'decimal.js';
import fc from 'fast-check';
import { evaluate, readExpression, type Leaves } from '../../src/rubric/expression';
import { resultsOf, type Row } from './gives';

/** Computed points. A leading ? means: a person is asked. */
const rows: readonly Row[] = [
  ['凡发生有责投诉，该指标为零分', { '0': '10', 有责投诉1次: '0' }, { fullMarks: '10' }],
  ['有旷工现象的取消当月全勤奖', { 旷工1次: '?-' }, { fullMarks: '10' }],
  ['得分=实际完成率×权重分', { '90%': '18', '100%': '20', '120%': '?24' }, { fullMarks: '20' }],
  ['得分=完成值/目标值×分值', { '80': '24', '100': '30' }, { fullMarks: '30', target: '100' }],
  ['按完成比例得分，最高不超过满分', { '90%': '18', '120%': '20' }, { fullMarks: '20' }],
  ['按实际完成率计算得分，超过100%按100%计算', { '90%': '18', '120%': '20' }, { fullMarks: '20' }],
  ['实际得分=达成率*20', { '95%': '19' }, { fullMarks: '20' }],
  ['未完成按比例扣分', { '80%': '?-' }, { fullMarks: '10' }],
  ['Score = actual / target * 20', { '40': '16', '50': '20' }, { fullMarks: '20', target: '50' }],
  ['Score = (Actual / Target) x weight', { '80': '20' }, { fullMarks: '25', target: '100' }],
  ['Points are awarded in proportion to the completion rate', { '75%': '15' }, { fullMarks: '20' }],
];

describe('computed points', () => {
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

describe('formulas', () => {
  const leaves: Leaves = {
    actual: new Decimal(90),
    target: new Decimal(100),
    fullMarks: new Decimal(20),
    part: (name) => (name === '甲' ? new Decimal(3) : null),
  };
  const value = (text: string): string | null => {
    const tree = readExpression(text);
    return tree && (evaluate(tree, leaves)?.toFixed() ?? null);
  };

  test.each([
    ['实际完成/目标值×权重分', '18'],
    ['100 - (((Actual - Target) / Target) * 100)', '110'],
    ['100 - ABS((Actual - Target) / Target * 100)', '90'],
    ['min(实际/目标, 1) * 20', '18'],
    ['甲*5+2', '17'],
    ['2+3*4', '14'],
    ['(2+3)*4', '20'],
    ['10分-8分*50%', '6'],
    ['【实际值-80】/【目标-80】', '0.5'],
  ])('%s is %s', (text, expected) => expect(value(text)).toBe(expected));

  test.each(['1/(2-2)', '乙*2', '2+', '(1+2', '1+2)', '2 3 4', 'sqrt(4)+1'])('%s has no value', (text) => expect(value(text)).toBeNull());

  test('no text throws, however deep its brackets', () => {
    fc.assert(fc.property(fc.stringMatching(/^[()+*/\-\d.%甲乙, ]{0,60}$/), (text) => void value(text)));
    expect(readExpression(`${'('.repeat(140)}1${')'.repeat(140)}`)).toBeNull();
  });
});
