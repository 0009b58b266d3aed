/** Weights of sections around weights of indicators: each counts section × indicator, however the form writes it. */
import { exactText, fraction } from '../../src/review/fraction';
import type { Assessment } from '../../src/review';
import { findingsOf, judgeOne, totalAt } from './fixtures';
import { grid, type Written } from './sheet';

const p = (value: number): Written => ({ percent: value });
const whole = (value: number): Written => Math.round(value * 100);
const text = (value: number): Written => `${Math.round(value * 100)}%`;
const fractionOf1 = (value: number): Written => value;

const effective = (assessment: Assessment): readonly (string | null)[] =>
  assessment.indicators.map(
    ({ effectiveWeight: weight }) =>
      weight && exactText(fraction(BigInt(weight.numerator.toFixed()), BigInt(weight.denominator.toFixed()))),
  );

type Rows = readonly (readonly Written[])[];

/** 60 % of 50 and 50, 40 % of 30 and 70: 0.3, 0.3, 0.12, 0.28 of the whole, 87.4 for 80, 90, 70, 100. */
const twoColumns = (as: (value: number) => Written): Rows => [
  ['员工绩效考核表'],
  ['考核维度', '权重', '考核指标', '指标权重', '评分标准', '得分'],
  ['业绩', as(0.6), '销售额', as(0.5), '按完成率评分', 80],
  [null, null, '回款率', as(0.5), '按完成率评分', 90],
  ['态度', as(0.4), '纪律', as(0.3), '按表现评分', 70],
  [null, null, '协作', as(0.7), '按表现评分', 100],
  ['总分'],
];
const repeated = (as: (value: number) => Written): Rows => [
  ['员工绩效考核表'],
  ['考核维度', '考核指标', '指标权重', '权重', '评分标准', '得分'],
  ['业绩', '销售额', as(0.5), as(0.6), '按完成率评分', 80],
  ['业绩', '回款率', as(0.5), as(0.6), '按完成率评分', 90],
  ['态度', '纪律', as(0.3), as(0.4), '按表现评分', 70],
  ['态度', '协作', as(0.7), as(0.4), '按表现评分', 100],
  ['总分'],
];
const inNames: Rows = [
  ['员工绩效考核表'],
  ['考核维度', '考核指标', '权重', '评分标准', '得分'],
  ['业绩（60%）', '销售额', p(0.5), '按完成率评分', 80],
  [null, '回款率', p(0.5), '按完成率评分', 90],
  ['态度（40%）', '纪律', p(0.3), '按表现评分', 70],
  [null, '协作', p(0.7), '按表现评分', 100],
  ['总分'],
];
const inHeadings: Rows = [
  ['员工绩效考核表'],
  ['序号', '考核指标', '权重', '评分标准', '得分'],
  ['一、业绩（60%）'],
  [1, '销售额', 50, '按完成率评分', 80],
  [2, '回款率', 50, '按完成率评分', 90],
  ['二、态度（40%）'],
  [3, '纪律', 30, '按表现评分', 70],
  [4, '协作', 70, '按表现评分', 100],
  ['总分'],
];
const oneHeader: Rows = [
  ['员工绩效考核表'],
  ['考核维度', '权重', null, '考核指标', '得分'],
  ['业绩', p(0.6), p(0.5), '销售额', 80],
  [null, null, p(0.5), '回款率', 90],
  ['态度', p(0.4), p(0.3), '纪律', 70],
  [null, null, p(0.7), '协作', 100],
  ['总分'],
];
const english: Rows = [
  ['Performance Review'],
  ['Section', 'Section weight', 'KPI', 'Weight', 'Rating'],
  ['Results', p(0.6), 'Sales', p(0.5), 80],
  [null, null, 'Cash', p(0.5), 90],
  ['Conduct', p(0.4), 'Attendance', p(0.3), 70],
  [null, null, 'Teamwork', p(0.7), 100],
  ['Total'],
];
const tall = ['A3:A4', 'B3:B4', 'A5:A6', 'B5:B6'];

describe('section × indicator', () => {
  test.each<[string, Rows, readonly string[], string, string]>([
    ['a merged column of section weights', twoColumns(p), tall, 'F7', '=ROUND(B3*SUMPRODUCT(D3:D4,F3:F4)+B5*SUMPRODUCT(D5:D6,F5:F6),2)'],
    [
      'whole numbers, nothing merged',
      twoColumns(whole),
      [],
      'F7',
      '=ROUND(B3/100*SUMPRODUCT(D3:D4,F3:F4)/100+B5/100*SUMPRODUCT(D5:D6,F5:F6)/100,2)',
    ],
    ['fractions', twoColumns(fractionOf1), tall, 'F7', '=ROUND(B3*SUMPRODUCT(D3:D4,F3:F4)+B5*SUMPRODUCT(D5:D6,F5:F6),2)'],
    ['texts', twoColumns(text), tall, 'F7', '=ROUND(60%*(F3*50%+F4*50%)+40%*(F5*30%+F6*70%),2)'],
    ['repeated in every row', repeated(p), [], 'F7', '=ROUND(D3*SUMPRODUCT(C3:C4,F3:F4)+D5*SUMPRODUCT(C5:C6,F5:F6),2)'],
    ['in the names of sections', inNames, ['A3:A4', 'A5:A6'], 'E7', '=ROUND(60%*SUMPRODUCT(C3:C4,E3:E4)+40%*SUMPRODUCT(C5:C6,E5:E6),2)'],
    ['in heading rows', inHeadings, ['A3:E3', 'A6:E6'], 'E9', '=ROUND(60%*SUMPRODUCT(C4:C5,E4:E5)/100+40%*SUMPRODUCT(C7:C8,E7:E8)/100,2)'],
    ['under one header', oneHeader, ['B2:C2', ...tall], 'E7', '=ROUND(B3*SUMPRODUCT(C3:C4,E3:E4)+B5*SUMPRODUCT(C5:C6,E5:E6),2)'],
    ['in English', english, tall, 'E7', '=ROUND(B3*SUMPRODUCT(D3:D4,E3:E4)+B5*SUMPRODUCT(D5:D6,E5:E6),2)'],
  ])('%s', (_name, rows, merges, cell, formula) => {
    const assessment = judgeOne(grid(rows, merges));
    expect(effective(assessment)).toEqual(['0.3', '0.3', '0.12', '0.28']);
    expect(totalAt(assessment, cell)).toMatchObject({ expected: '87.40', nativeFormula: formula });
    expect(findingsOf(assessment).filter((finding) => finding.startsWith('weight'))).toEqual([]);
  });

  test('sections inside parts that have weights themselves', () => {
    const rows: Rows = [
      ['员工绩效考核表'],
      ['考核维度', '权重', '考核指标', '指标权重', '得分'],
      ['一、业绩考核（80%）'],
      ['经营', p(0.6), '销售额', p(0.5), 80],
      [null, null, '回款率', p(0.5), 90],
      ['客户', p(0.4), '满意度', p(0.3), 70],
      [null, null, '投诉', p(0.7), 100],
      ['二、行为考核（20%）'],
      ['态度', p(1), '纪律', p(0.3), 70],
      [null, null, '协作', p(0.7), 100],
      ['总分'],
    ];
    const assessment = judgeOne(grid(rows, ['A3:E3', 'A8:E8', 'A4:A5', 'B4:B5', 'A6:A7', 'B6:B7', 'A9:A10', 'B9:B10']));
    expect(effective(assessment)).toEqual(['0.24', '0.24', '0.096', '0.224', '0.06', '0.14']);
    expect(totalAt(assessment, 'E11').expected).toBe('88.12');
  });

  test('weights that add up to their section’s weight are said twice, not nested', () => {
    const rows = twoColumns(p).map((row) => [...row]);
    [0.4, 0.2, 0.1, 0.3].forEach((weight, at) => ((rows[at + 2] as Written[])[3] = p(weight)));
    const assessment = judgeOne(grid(rows, tall));
    expect(effective(assessment)).toEqual(['0.4', '0.2', '0.1', '0.3']);
    expect(totalAt(assessment, 'F7').expected).toBe('87.00');
  });
});

describe('what does not fit together', () => {
  const changed = (row: number, column: number, value: Written): Rows => {
    const rows = twoColumns(p).map((line) => [...line]);
    (rows[row] as Written[])[column] = value;
    return rows;
  };

  test('one wrong weight does not change what the others say', () => {
    const assessment = judgeOne(grid(changed(3, 3, p(0.4)), tall));
    expect(effective(assessment)).toEqual(['0.3', '0.24', '0.12', '0.28']);
    expect(findingsOf(assessment)).toEqual(expect.arrayContaining(['weights-sum.section@B3']));
  });

  test('a section whose weight is missing blocks the total by that cell', () => {
    const assessment = judgeOne(grid(changed(4, 1, null), tall));
    expect(effective(assessment)).toEqual(['0.3', '0.3', null, null]);
    expect(totalAt(assessment, 'F7')).toMatchObject({ expected: null, blockedBy: ['B5'] });
    expect(findingsOf(assessment)).toEqual(['weight-missing.open@B5', 'weights-sum.missing@B5']);
  });
});

describe('section totals', () => {
  const withSubtotals = (subtotal: Written, final: Written): Rows => [
    ['员工绩效考核表'],
    ['考核维度', '权重', '考核指标', '指标权重', '得分'],
    ['业绩', p(0.6), '销售额', p(0.5), 80],
    [null, null, '回款率', p(0.5), 90],
    ['小计', null, null, null, subtotal],
    ['态度', p(0.4), '纪律', p(0.3), 70],
    [null, null, '协作', p(0.7), 100],
    ['小计'],
    ['总分', null, null, null, final],
  ];
  const merges = ['A3:A4', 'B3:B4', 'A6:A7', 'B6:B7'];

  test('are parts of the whole, so that they add up', () => {
    const assessment = judgeOne(grid(withSubtotals(null, null), merges));
    expect(['E5', 'E8', 'E9'].map((cell) => totalAt(assessment, cell).expected)).toEqual(['51.00', '36.40', '87.40']);
  });

  test('stay inside their section where the form’s own formulas do', () => {
    const rows = withSubtotals({ formula: '=SUMPRODUCT(D3:D4,E3:E4)', value: 85 }, { formula: '=B3*E5+B6*E8', value: 87.4 });
    const assessment = judgeOne(grid(rows, merges));
    expect(['E5', 'E8', 'E9'].map((cell) => [totalAt(assessment, cell).expected, totalAt(assessment, cell).status])).toEqual([
      ['85.00', 'right'],
      ['91.00', 'blank'],
      ['87.40', 'right'],
    ]);
  });
});
