/** Columns told by what they hold: criteria under unknown headers, results that were measured, levels, remarks. */
import { findForms } from '../../src/form';
import { columnLetter } from '../../src/form/address';
import { formula, gridOf, pct, type Written } from './grid';

/** Roles of the first form's columns, as `role:letter`. */
function roles(rows: readonly (readonly Written[])[]): readonly string[] {
  const [form] = findForms(gridOf(rows));
  return Object.entries(form?.columns ?? {})
    .map(([role, column]) => `${role}:${columnLetter(column)}`)
    .sort();
}

test('texts that give points are the criteria, whatever stands over them', () => {
  const rows = (header: string): readonly string[] =>
    roles([
      ['客服月度考核表'],
      ['项目', '分值', header, '实际', '得分'],
      ['响应', 40, '2小时内得40分；2-4小时得25分；4小时以上得0分', '3小时', null],
      ['满意度', 60, '95%以上得60分；90%-95%得40分；低于90%得0分', '96%', null],
    ]);
  for (const header of ['怎么算', '备注', '等级标准', '']) expect(rows(header)).toContain('criteria:C');
  expect(
    roles([
      ['Warehouse appraisal'],
      ['KPI', 'Points', 'Thresholds', 'Result', 'Score'],
      ['Late trucks', 40, '0-2: 40 points; 3-5: 20 points; more than 5: 0 points', 4, null],
      ['Accuracy', 60, '98% or more: 60 points; 95% to 98%: 30 points; below 95%: 0 points', 0.97, null],
    ]),
  ).toEqual(['actual:D', 'criteria:C', 'fullMarks:B', 'indicator:A', 'score:E']);
});

test('remarks stay remarks', () => {
  const rows = [
    ['客服月度考核表'],
    ['项目', '权重', '得分', '上级评语'],
    ['响应', pct(0.5), 90, '3月有2次超时'],
    ['满意度', pct(0.5), 88, '较上月提高5分'],
  ];
  expect(roles(rows)).toEqual(['indicator:A', 'remark:D', 'score:C', 'weight:B']);
});

test('letters under a heading of levels are entered, texts explain them', () => {
  const column = (first: string, second: string): readonly string[] =>
    roles([['员工考核表'], ['考核项目', '权重', '评分等级', '得分'], ['质量', pct(0.6), first, null], ['态度', pct(0.4), second, null]]);
  expect(column('A', 'B')).toContain('grade:C');
  expect(column('90分以上为A，80分以上为B', '全勤为A，缺勤1天为B')).toContain('criteria:C');
});

test('empty columns between levels only space them out', () => {
  const [form] = findForms(
    gridOf([
      ['Performance review'],
      ['Criterion', 'Excellent (5)', null, 'Good (4)', null, 'Fair (3)', null, 'Score'],
      ['Quality of work', 'No errors', null, 'Few errors', null, 'Many errors', null, 4],
      ['Speed', 'Very fast', null, 'Fast', null, 'Slow', null, 5],
    ]),
  );
  expect(form?.levels.map(({ column, points }) => `${columnLetter(column)}${points?.toString() ?? ''}`)).toEqual(['B5', 'D4', 'F3']);
});

describe('ordinary sheets with the same words', () => {
  test.each<[string, readonly (readonly Written[])[]]>([
    [
      'grade boundaries',
      [['Course grade boundaries'], ['Grade', 'A', 'B', 'C', 'D'], ['Points', 90, 80, 70, 60], ['Students', 12, 20, 8, 2]],
    ],
    [
      'sales by quarter',
      [
        ['2026 Sales by region'],
        ['Region', 'Q1', 'Q2', 'Q3', 'Q4'],
        ['North', 120, 130, 125, 140],
        ['South', 90, 95, 99, 100],
        ['Total', formula('=SUM(B3:B4)', 210), formula('=SUM(C3:C4)', 225), 224, 240],
        ['Annual average', formula('=AVERAGE(B5:E5)', 224.75)],
      ],
    ],
    [
      'costs by month',
      [
        ['办公费用表'],
        ['项目', '一月', '二月', '三月', '备注'],
        ['水费', 120, 130, 110],
        ['电费', 900, 880, 860],
        ['合计', 1020, 1010, 970],
        ['季度平均', 1000],
      ],
    ],
    [
      'discounts in steps',
      [
        ['Price list'],
        ['Item', 'Price', 'Discount rules'],
        ['Bolt', 2, '10 or more: 5% off; 100 or more: 10% off'],
        ['Nut', 1, '10 or more: 5% off; 100 or more: 10% off'],
      ],
    ],
    [
      'test cases',
      [
        ['测试用例'],
        ['编号', '测试项目', '预期结果', '实际结果', '结果', '备注'],
        [1, '登录', '成功', '成功', '通过'],
        [2, '退出', '成功', '失败', '不通过'],
      ],
    ],
    [
      'figures of a month',
      [['经营指标月报'], ['指标', '目标值', '实际值', '完成率'], ['收入', 100, 90, 0.9], ['利润', 20, 22, 1.1], ['回款', 80, 70, 0.875]],
    ],
    [
      'commissions',
      [
        ['提成方案'],
        ['级别', '提成标准', '说明'],
        ['A', '销售额10万以上提成5%；10万以下提成3%', '按月'],
        ['B', '销售额5万以上提成4%；5万以下提成2%', '按月'],
        ['C', '销售额3万以上提成3%', '按月'],
      ],
    ],
  ])('%s', (_, rows) => expect(findForms(gridOf(rows))).toEqual([]));
});
