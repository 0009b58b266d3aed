/** Scores of rows that follow from what was achieved, that are weighted already, and totals over months. */
import { entriesOf, findingsOf, judgeOne, totalAt, totalsOf } from './fixtures';
import { grid, type Written } from './sheet';

const p = (percent: number): Written => ({ percent });
const f = (formula: string, value: number | string): Written => ({ formula, value });

describe('scores of a KPI sheet', () => {
  test('full marks less so much for each step away from the target', () => {
    const found = judgeOne(
      grid([
        ['生产主管KPI考核表'],
        ['指标', '分值', '目标', '评分规则', '实际', '评分'],
        ['达成率', 50, '100%', '每低于目标1%扣2分', '97%', null],
        ['事故', 50, '0次', '每发生一次扣10分，扣完为止', '2次', 40],
        ['停机', 20, '≤8小时', '不超过目标得满分；每超过1小时扣1.5分，扣完为止', '11小时', null],
        ['得分合计', 120, null, null, null, f('=SUM(F3:F4)', 40)],
      ]),
    );
    expect(totalsOf(found)).toEqual({ F3: '44.00', F4: '30.00', F5: '15.50', F6: '89.50' });
    expect(findingsOf(found)).toEqual(['total-formula-range@F6', 'total-stale.typed@F4']);
  });

  test.each<[string, Written[][], Record<string, string>]>([
    [
      'actual ÷ target × weight',
      [
        ['销售KPI考核表'],
        ['KPI指标', '权重', '目标值', '实际值', '得分'],
        ['销售额', p(0.6), 100, 90, null],
        ['回款', p(0.4), 50, 55, null],
        ['合计', p(1), null, null, null],
        ['注：得分=实际值/目标值×权重×100'],
      ],
      { E3: '54.00', E4: '44.00', E5: '98.00' },
    ],
    [
      'the same in English',
      [
        ['Sales KPI scorecard'],
        ['KPI', 'Weight', 'Target', 'Actual', 'Score'],
        ['Revenue', p(0.6), 200, 180, null],
        ['Collection', p(0.4), 50, 45, null],
        ['Total', p(1), null, null, null],
        ['Note: Score = Actual / Target x Weight x 100.'],
      ],
      { E3: '54.00', E4: '36.00', E5: '90.00' },
    ],
    [
      'a rate that another note defines, held to the marks',
      [
        ['销售KPI考核表'],
        ['KPI指标', '分值', '目标值', '实际完成', '完成率', '得分'],
        ['销售额', 60, 100, 90, null, null],
        ['回款', 40, 50, 55, null, null],
        ['合计', 100, null, null, null, null],
        ['说明：完成率=实际完成÷目标值×100%；得分=完成率×分值，最高不超过分值。'],
      ],
      { F3: '54.00', F4: '40.00', F5: '94.00' },
    ],
  ])('%s, as a note tells', (_, rows, totals) => expect(totalsOf(judgeOne(grid(rows)))).toEqual(totals));

  test('what the sheet computes itself may go beyond 100, and is not weighed twice', () => {
    const rows = (first: Written, second: Written) =>
      judgeOne(
        grid([
          ['KPI scorecard'],
          ['KPI', 'Weight', 'Target', 'Actual', 'Score'],
          ['Sales', p(0.6), 100, 90, first],
          ['Collection', p(0.4), 50, 55, second],
          ['Total', p(1), null, null, null],
        ]),
      );
    const plain = rows(f('=D3/C3*100', 90), f('=D4/C4*100', 110));
    expect(entriesOf(plain)).toMatchObject({ E3: '-/90', E4: '-/110' });
    expect(totalsOf(plain)).toEqual({ E5: '98.00' });
    expect(totalsOf(rows(f('=D3/C3*B3*100', 54), f('=D4/C4*B4*100', 44)))).toEqual({ E5: '98.00' });
  });

  test('a column of weighted scores is added', () => {
    const found = judgeOne(
      grid([
        ['销售考核表'],
        ['考核指标', '权重', '得分', '加权得分'],
        ['销售额', p(0.6), 90, null],
        ['回款', p(0.4), 80, null],
        ['合计', p(1), null, null],
      ]),
    );
    expect(totalsOf(found)).toEqual({ D3: '54.00', D4: '32.00', D5: '86.00' });
    expect(totalAt(found, 'D5').nativeFormula).toBe('=ROUND(SUM(D3:D4),2)');
  });
});

describe('totals over months and quarters', () => {
  test('the mean of the months that are due, in a cell merged over them', () => {
    const found = judgeOne(
      grid(
        [
          ['房務部每月考核表'],
          ['考核項目', '配分', '1月', '2月', '3月'],
          ['清潔', 60, 50, 52, null],
          ['備品', 40, 38, 37, null],
          ['合計', 100, 88, null, null],
          ['上半年平均', null, null, null, null],
          ['考核等第', null, null, null, null],
          ['等第標準：甲 90分以上；乙 80分以上未滿90分；丙 未滿80分。'],
        ],
        ['C6:E6', 'C7:E7'],
      ),
    );
    expect(totalsOf(found)).toEqual({ C5: '88.00', D5: '89.00', E5: null, C6: '88.50', C7: '乙' });
    expect(totalAt(found, 'C6').nativeFormula).toBe('=ROUND(AVERAGE(C5:D5),2)');
  });

  test('quarters with a yearly mean and level that are not merged', () => {
    const found = judgeOne(
      grid([
        ['班长考核表'],
        ['考核项目', '分值', '一季度', '二季度', '三季度', '四季度'],
        ['产量', 60, 50, 52, 54, null],
        ['质量', 40, 38, 36, 40, null],
        ['合计', 100, 88, 88, 94, null],
        ['年度平均', null, null, null, null, null],
        ['年度等级', null, null, null, null, null],
        ['年度平均90分及以上为优秀，80分及以上为良好，其余为一般。'],
      ]),
    );
    expect(totalsOf(found)).toEqual({ C5: '88.00', D5: '88.00', E5: '94.00', F5: null, C6: '90.00', C7: '优秀' });
  });

  test('a sum over the year; a mean where no month has a total of its own', () => {
    const rows = (label: string, monthly: Written[]) =>
      totalsOf(
        judgeOne(
          grid(
            [
              ['积分考核表'],
              ['考核项目', '分值', '1月', '2月', '3月'],
              ['活动', 60, 50, 52, 54],
              ['学习', 40, 38, 36, 40],
              ...(monthly.length > 0 ? [monthly] : []),
              [label, null, null, null, null],
            ],
            [monthly.length > 0 ? 'C6:E6' : 'C5:E5'],
          ),
        ),
      );
    expect(rows('全年累计', ['合计', 100, 88, 88, 94]).C6).toBe('270.00');
    expect(rows('上半年平均分', []).C5).toBe('90.00');
  });

  test('each month has the level of its own total', () => {
    const found = judgeOne(
      grid([
        ['保洁月考核表'],
        ['考核项目', '分值', '1月', '2月', '3月'],
        ['地面', 60, 50, 52, 54],
        ['窗户', 40, 38, 36, 30],
        ['合计', 100, 88, 88, 84],
        ['等级', null, null, '优', null],
        ['合计88分以上为优，88分以下为良。'],
      ]),
    );
    expect(totalsOf(found)).toMatchObject({ C6: '优', D6: '优', E6: '良' });
  });
});

test('a subtotal covers the rows that its name begins', () => {
  const found = judgeOne(
    grid([
      ['后勤考核表'],
      ['序号', '考核项目', '分值', '得分'],
      [1, '安全-用电检查', 20, 18],
      [2, '安全-消防器材', 20, 19],
      [3, '服务-接待态度', 30, 25],
      [4, '服务-响应速度', 30, 28],
      [null, '安全小计', 40, null],
      [null, '服务小计', 60, null],
      [null, '合计', 100, null],
    ]),
  );
  expect(totalsOf(found)).toEqual({ D7: '37.00', D8: '53.00', D9: '90.00' });
});

test('a heading that sounds like a total is none above the rows that it heads', () => {
  const found = judgeOne(
    grid([
      ['Presentation rubric'],
      ['Criterion', 'Max', 'Score'],
      ['Delivery score', null, null],
      ['Voice', 10, 8],
      ['Eye contact', 10, 9],
      ['Content score', null, null],
      ['Structure', 20, 18],
      ['Evidence', 20, 17],
      ['Total', 60, null],
    ]),
  );
  expect(totalsOf(found)).toEqual({ C9: '52.00' });
  expect(found.form.sections.map(({ name }) => name)).toEqual(['Delivery score', 'Content score']);
});

test('a weight that is missing inside one section is told there alone', () => {
  const found = judgeOne(
    grid(
      [
        ['岗位考核表'],
        ['考核维度', '考核指标', '权重', '得分'],
        ['业绩（60%）', '销售额', p(0.7), 90],
        [null, '回款', p(0.2), 85],
        ['能力（40%）', '沟通', p(0.5), 80],
        [null, '学习', p(0.5), 88],
        ['合计', null, null, null],
      ],
      ['A3:A4', 'A5:A6'],
    ),
  );
  expect(findingsOf(found)).toEqual(['weights-sum.section@A3']);
});
