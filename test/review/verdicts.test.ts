/** What decides beside the sum: vetoes, whole-number rules, scales on the sheet, scores that follow from what was measured. */
import { entriesOf, findingsOf, judgeOne, totalAt, totalsOf } from './fixtures';
import { grid, type Written } from './sheet';

const team = (lost: Written, veto: Written, rule = '发生重伤事故的，总分计0分'): Written[][] => [
  ['车间班组绩效考评表'],
  ['序号', '考评项目', '分值', '评分办法', '得分'],
  [1, '产量', 60, '按计划评定', 50],
  [2, '质量', 40, '按记录评定', 38],
  [3, '加分项', '—', '建议被采纳，每条加1分，最高加5分', 3],
  [4, '减分项', '—', '违反纪律每次扣2分，最多扣10分', lost],
  [5, '一票否决', '—', rule, veto],
  ['总分'],
  ['等级'],
  [],
  ['等级标准', '总分区间'],
  ['A', '90分及以上'],
  ['B', '80分及以上、不足90分'],
  ['C', '不足80分'],
];

describe('veto rows', () => {
  test.each<[Written, string, string]>([
    ['未发生', '87.00', 'B'],
    [null, '87.00', 'B'],
    ['无', '87.00', 'B'],
    [0, '87.00', 'B'],
    ['发生', '0.00', 'C'],
    ['是', '0.00', 'C'],
    [1, '0.00', 'C'],
    ['1次', '0.00', 'C'],
  ])('%s → %s %s', (veto, total, grade) => {
    const assessment = judgeOne(grid(team(4, veto), ['A8:B8', 'A9:B9']));
    expect([totalAt(assessment, 'E8').expected, totalAt(assessment, 'E9').expected]).toEqual([total, grade]);
  });

  test('block the total where nobody can tell what they say', () => {
    const assessment = judgeOne(grid(team(4, '待定'), ['A8:B8', 'A9:B9']));
    expect(totalAt(assessment, 'E8')).toMatchObject({ expected: null, blockedBy: ['E7'] });
    expect(findingsOf(assessment)).toContain('unknown-level@E7');
  });

  test.each<[Written, string]>([
    [4, '87.00'],
    [-4, '87.00'],
    ['扣4分', '87.00'],
    [null, '91.00'],
  ])('points lost, typed as %s, leave %s', (lost, total) => {
    expect(totalAt(judgeOne(grid(team(lost, null), ['A8:B8'])), 'E8').expected).toBe(total);
  });

  test('more points lost than the rule allows are no entry', () => {
    expect(findingsOf(judgeOne(grid(team(12, null), ['A8:B8'])))).toContain('out-of-range@E6');
  });
});

describe('whole numbers', () => {
  const sheet = (note: string): Written[][] => [
    ['定性指标考核表'],
    ['考核指标', '权重', '考核标准', '得分'],
    ['投诉管理', { percent: 0.6 }, '按记录评定', 86.5],
    ['培训指导', { percent: 0.4 }, '按记录评定', 84],
    ['合计'],
    [note],
  ];
  test('86.5 is refused where the form asks for them', () => {
    const assessment = judgeOne(grid(sheet('说明：各指标请打整数分，百分制。')));
    expect(findingsOf(assessment)).toContain('out-of-range.whole@D3');
    expect(totalAt(assessment, 'D5').blockedBy).toEqual(['D3']);
  });
  test('rounding of totals is not meant', () => {
    expect(totalAt(judgeOne(grid(sheet('说明：百分制，总分四舍五入取整数分。'))), 'D5').expected).toBe('85.50');
  });
});

test('blanks of a checklist are told together', () => {
  const sheet: Written[][] = [
    ['App grading checklist'],
    ['Feature', 'Points', 'Completed?'],
    ['Does the app start without errors?', 10, '√'],
    ['Can a user add an item to the list?', 15, null],
    ['Can a user delete an item again?', 5, null],
    ['Total', 30, null],
  ];
  expect(findingsOf(judgeOne(grid(sheet)))).toEqual(['missing-entry.unticked@C4']);
});

describe('scores beside what was measured', () => {
  const sheet = (scores: readonly Written[]): Written[][] => [
    ['销售代表KPI考核评分表'],
    ['KPI指标', '权重(%)', '评分标准', '实际完成', '得分'],
    ['新开客户', 60, '≥5家得60分\n3-4家得40分\n1-2家得20分\n0家得0分', '4家', scores[0] ?? null],
    ['投诉次数', 40, '0次得40分\n1次得25分\n2次及以上得0分', 1, scores[1] ?? null],
    ['合计', 100],
  ];
  test('follow from it where they are empty', () => {
    expect(totalsOf(judgeOne(grid(sheet([]))))).toEqual({ E3: '40.00', E4: '25.00', E5: '65.00' });
  });
  test('are entries where people typed them', () => {
    const assessment = judgeOne(grid(sheet([38, 20])));
    expect(entriesOf(assessment)).toMatchObject({ E3: expect.stringContaining('/38'), E4: expect.stringContaining('/20') });
    expect(totalAt(assessment, 'E5').expected).toBe('58.00');
  });
});

test('names that sound like totals are indicators where they are weighed among others', () => {
  const assessment = judgeOne(
    grid([
      ['Agent scorecard'],
      ['KPI', 'Weight', 'Rating'],
      ['Call quality score', { percent: 0.5 }, 90],
      ['Handle time', { percent: 0.3 }, 80],
      ['Survey score', { percent: 0.2 }, 70],
      ['Total', { percent: 1 }],
    ]),
  );
  expect(assessment.indicators).toHaveLength(3);
  expect(totalAt(assessment, 'C6').expected).toBe('83.00');
});

test('thresholds among the rows of a table are no scale of its total', () => {
  const assessment = judgeOne(
    grid([
      ['客服考核表'],
      ['考核指标', '目标', '分值', '得分'],
      ['接通', '90分以上', 40, 36],
      ['满意', '80分以上、不足90分', 30, 28],
      ['质检', '不足80分', 30, 25],
      ['合计', null, 100],
      ['等级'],
    ]),
  );
  expect(assessment.form.scales).toBeUndefined();
  expect(totalAt(assessment, 'D7').expected).toBeNull();
});
