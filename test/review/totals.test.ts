import Decimal from 'decimal.js';
import { fractionOf } from '../../src/review/fraction';
import { coefficientIn } from '../../src/review/totals/scales';
import { awardsIn, rankOf } from '../../src/review/totals/standing';
import { findingsOf, judgeOne, totalAt, totalsOf } from './fixtures';
import { grid, type Written } from './sheet';

describe('awards and coefficients told in notes', () => {
  test.each([
    ['综合排名前三名,分别奖励500元、300元、200元,名次并列的同时奖励。', ['500', '300', '200']],
    ['第一名奖励800元，第二名奖励500元', ['800', '500']],
    ['前两名各奖励300元', ['300', '300']],
    ['后三名限期整改', []],
  ])('%s', (text, amounts) => expect(awardsIn([text])).toEqual(amounts));

  const table = '90分及以上系数为1.2；80-89分系数1.0；60分以上系数0.8；60分以下系数为0';
  test.each([
    ['95', '1.2'],
    ['90', '1.2'],
    ['89.5', '1'],
    ['60', '0.8'],
    ['40', '0'],
  ])('%s earns %s', (total, coefficient) => expect(coefficientIn(table, new Decimal(total))?.toString()).toBe(coefficient));
  test('no table, no coefficient', () => expect(coefficientIn('奖金系数由人力资源部核定', new Decimal(90))).toBeNull());
});

test.each([
  ['competition', [1, 2, 2, 4]],
  ['dense', [1, 2, 2, 3]],
] as const)('ranks %s', (ties, ranks) => {
  const all = ['95', '92.5', '92.5', '90'].map((value) => fractionOf(value));
  expect(all.map((value) => rankOf(value, all, ties))).toEqual(ranks);
});

describe('ratios', () => {
  const kpi = (numerator: Written, denominator: Written, actual: Written = null) =>
    judgeOne(
      grid([
        ['关键绩效考核指标'],
        ['序号', 'KPI指标', '指标定义/公式', '权重', '分子', '分母', '实际值', '得分'],
        [1, '反馈及时率', '及时反馈次数/应反馈次数×100%', 0.6, numerator, denominator, actual, 95],
        [2, '解决速度', '解决总时间/投诉总数', 0.4, 132.5, 53, null, 90],
        ['合计', null, null, 1, null, null, null, null],
      ]),
    );

  test('rates are told in percent, others as they are', () => {
    expect(totalsOf(kpi(58, '60户'))).toMatchObject({ G3: '96.67', G4: '2.50', H5: '93.00' });
    expect(totalAt(kpi(58, 60), 'G3').nativeFormula).toBe('=ROUND(E3/F3,4)');
  });
  test('nothing is divided by 0', () => {
    expect(totalsOf(kpi(58, 0)).G3).toEqual(['F3']);
    expect(findingsOf(kpi(58, 0))).toEqual(['out-of-range.zero@F3']);
  });
  test('a typed rate that is not the quotient', () => expect(findingsOf(kpi(58, 60, 0.95))).toEqual(['total-stale.typed@G3']));
});

describe('totals that the form makes in its own way', () => {
  const points = (total: Written) =>
    judgeOne(
      grid([
        ['Project rubric'],
        ['Criteria', 'Max points', 'Score'],
        ['Design', 30, 25],
        ['Code', 40, 35],
        ['Tests', 30, 30],
        ['Total score', 100, total],
      ]),
    );

  test.each<[string, Written, string | null, string]>([
    ['a cap', { formula: '=MIN(SUM(C3:C5),80)', value: 80 }, '80.00', 'right'],
    ['a count', { formula: '=COUNTIF(C3:C5,">30")', value: 1 }, null, 'right'],
    ['a plain sum', { formula: '=SUM(C3:C5)', value: 90 }, '90.00', 'right'],
    ['a list by hand that forgets a row', { formula: '=C3+C4', value: 60 }, '90.00', 'wrong'],
  ])('%s', (_, total, expected, status) => {
    const found = totalAt(points(total), 'C6');
    expect([found.expected, found.status]).toEqual([expected, status]);
  });
});

describe('ticks in level columns', () => {
  const form = (first: readonly Written[]) =>
    judgeOne(
      grid(
        [
          ['管理人员考核指标'],
          ['指标项', '评定等级', null, null, '指标等级'],
          [null, '优秀', '良好', '不合格', null],
          ['投诉次数', ...[0, 1, 2].map((at) => first[at] ?? null), null],
          ['任务完成率', '√', null, null, null],
          ['服务质量', null, '✓', null, null],
        ],
        ['B2:D2', 'A2:A3', 'E2:E3'],
      ),
    );

  test.each<[string, readonly Written[], string | readonly string[]]>([
    ['one tick', [null, 'V', null], '良好'],
    ['two ticks', ['√', '√', null], ['B4']],
    ['a cross', [null, '×', null], ['C4']],
    ['none', [null, null, null], ['B4']],
  ])('%s', (_, cells, expected) => expect(totalsOf(form(cells)).E4).toEqual(expected));
});

describe('formulas printed for one total', () => {
  test('name the totals and raters of their own form, in English', () => {
    const judged = judgeOne(
      grid([
        ['Performance Appraisal'],
        ['KPI', 'Weight', 'Scoring criteria', 'Self score', 'Manager score'],
        ['Quality of work', '40%', 'as agreed', 90, 85],
        ['Timeliness', '30%', 'on time', 80, 88],
        ['Teamwork', '30%', 'with others', 95, 90],
        ['Total', '100%', null, null, null],
        ['Final score', null, null, null, null],
        ['Final = Self * 30% + Manager * 70%'],
      ]),
    );
    expect(totalsOf(judged)).toMatchObject({ D6: '88.50', E6: '87.40', E7: '87.73' });
    expect(totalAt(judged, 'E7').nativeFormula).toBe('=ROUND(D6*30%+E6*70%,2)');
  });

  test('and in Traditional Chinese', () => {
    const judged = judgeOne(
      grid([
        ['員工績效考核表'],
        ['考核項目', '權重', '評分標準', '自評', '主管評分'],
        ['工作品質', 0.4, '依實際情況', 92, 88],
        ['工作效率', 0.6, '依實際情況', 85, 80],
        ['合計', 1, '', null, null],
        ['最終得分', null, '最終得分=自評*40%+主管評分*60%', null, null],
      ]),
    );
    expect(totalsOf(judged)).toMatchObject({ D5: '87.80', E5: '83.20', E6: '85.04' });
  });
});

test('an x marks a level in an English form; ticks that stand for points give them', () => {
  const judged = judgeOne(
    grid([
      ['Project Rubric'],
      ['Criterion', 'Exceeds (4)', 'Meets (3)', 'Below (1)', 'Weight', 'Score'],
      ['Design', 'x', null, null, 0.5, null],
      ['Code', null, 'x', null, 0.5, null],
      ['Total', null, null, null, 1, null],
    ]),
  );
  expect(totalsOf(judged)).toMatchObject({ F3: '4.00', F4: '3.00', F5: '3.50' });
});
