/** Letters that stand for points, scales of totals told on the sheet, ratings that are scores or levels, parts with caps. */
import { entriesOf, findingsOf, judgeOne, totalAt, totalsOf } from './fixtures';
import { grid, type Written } from './sheet';

const p = (percent: number): Written => ({ percent });
const f = (formula: string, value: number | string): Written => ({ formula, value });

describe('letters with points from a scale on the sheet', () => {
  test('a scale lying below the table, its points in the row under it', () => {
    const found = judgeOne(
      grid([
        ['物业员工考核表'],
        ['考核项目', '权重', '考核要点', '得分'],
        ['接待', p(0.5), '用语规范', 'A'],
        ['巡查', p(0.3), '按时签到', 'C'],
        ['保洁', p(0.2), '及时通知', 'E'],
        ['合计', p(1), null, null],
        [null],
        ['等级', 'A', 'B', 'C', 'D'],
        ['换算分', 95, 85, 75, 60],
      ]),
    );
    expect(entriesOf(found)).toEqual({ D3: 'A/95', D4: 'C/75', D5: '! unknown-level' });
    expect(totalsOf(found)).toEqual({ D6: ['D5'] });
  });

  test('the same scale in English, words instead of letters', () => {
    const found = judgeOne(
      grid([
        ['Quarterly performance review'],
        ['Competency', 'Weight', 'Rating'],
        ['Quality', p(0.5), 'Good'],
        ['Safety', p(0.3), 'Excellent'],
        ['Teamwork', p(0.2), 'Fair'],
        ['Weighted score', p(1), null],
        [null],
        ['Rating', 'Excellent', 'Good', 'Fair', 'Poor'],
        ['Points', 5, 4, 3, 1],
      ]),
    );
    expect(totalsOf(found)).toEqual({ C6: '4.10' });
  });

  test('a scale standing beside the table under headings of its own', () => {
    const found = judgeOne(
      grid([
        ['员工考核表'],
        ['考核项目', '权重', '等级', null, '等级', '分值'],
        ['质量', p(0.5), 'A', null, 'A', 100],
        ['态度', p(0.3), 'B', null, 'B', 85],
        ['纪律', p(0.2), 'D', null, 'C', 70],
        ['合计', p(1), null, null, 'D', 50],
        ['总评等级', null, null],
        ['总分90分以上为优，80-89为良，80以下为中。'],
      ]),
    );
    expect(entriesOf(found)).toEqual({ C3: 'A/100', C4: 'B/85', C5: 'D/50' });
    expect(totalsOf(found)).toEqual({ C6: '85.50', C7: '良' });
  });

  test('letters beside empty scores: the scores follow from them', () => {
    const found = judgeOne(
      grid([
        ['员工考核表'],
        ['考核项目', '权重', '评定等级', '得分'],
        ['质量', p(0.5), 'A', null],
        ['态度', p(0.3), 'B', null],
        ['纪律', p(0.2), 'C', null],
        ['合计', p(1), null, null],
        ['等级换算：A=100分，B=85分，C=70分，D=50分'],
      ]),
    );
    expect(totalsOf(found)).toEqual({ D3: '100.00', D4: '85.00', D5: '70.00', D6: '89.50' });
  });

  test('scores that the sheet weighs itself are added as they are', () => {
    const found = judgeOne(
      grid([
        ['员工考核表'],
        ['考核项目', '权重', '评定等级', '得分'],
        ['质量', p(0.5), 'A', f('=100*B3', 50)],
        ['态度', p(0.3), 'B', f('=85*B4', 25.5)],
        ['纪律', p(0.2), 'C', f('=70*B5', 14)],
        ['合计', p(1), null, f('=SUM(D3:D5)', 89.5)],
        ['等级换算：A=100分，B=85分，C=70分，D=50分'],
      ]),
    );
    expect(totalsOf(found)).toEqual({ D3: '50.00', D4: '25.50', D5: '14.00', D6: '89.50' });
    expect(findingsOf(found)).toEqual([]);
  });

  test('levels of two raters', () => {
    const found = judgeOne(
      grid([
        ['年度考核表'],
        ['考核内容', '权重', '自评等级', '主管评级'],
        ['业绩', p(0.6), 'A', 'B'],
        ['能力', p(0.4), 'B', 'B'],
        ['合计', p(1), null, null],
        ['等级', 'A', 'B', 'C'],
        ['分数', 95, 85, 70],
      ]),
    );
    expect(totalsOf(found)).toEqual({ C5: '91.00', D5: '85.00' });
  });
});

describe('levels of totals', () => {
  const sheet = (...notes: readonly string[]) =>
    judgeOne(
      grid([
        ['工程师季度评估表'],
        ['考核指标', '权重', '上级评分'],
        ['代码', p(0.6), 4],
        ['文档', p(0.4), 3],
        ['最终得分', p(1), null],
        ['绩效等级', null, null],
        ...notes.map((note) => [note]),
      ]),
    );

  test('points of a word are no scale of totals', () => {
    const notes = [
      '评分说明：5分=卓越，4分=优秀，3分=达标，2分=待改进，1分=不合格。',
      '等级标准：最终得分4.5分及以上为S，3.5分及以上为A，低于3.5分为B。',
    ];
    expect(totalsOf(sheet(...notes)).C6).toBe('A');
    expect(totalsOf(sheet(...[...notes].reverse())).C6).toBe('A');
  });

  test('a scale told without any word in front of it', () => {
    expect(totalsOf(sheet('4.5分以上为优，3.5-4.5分为良，3.5分以下为中。')).C6).toBe('良');
    expect(totalAt(sheet('4.5分以上为优，3.5分以上为良，3.5分以下为中。'), 'C6').nativeFormula).toContain('IF(C5>=4.5');
  });

  test('an overall rating that a note computes is a score, the band below it its level', () => {
    const found = judgeOne(
      grid([
        ['Annual review'],
        ['No.', 'Competency', 'Weight', 'Self', 'Manager'],
        [1, 'Leads', p(0.6), 4, 4],
        [2, 'Speaks', p(0.4), 3, 5],
        [null, 'Weighted total', p(1), null, null],
        [null, 'Overall rating', null, null, null],
        [null, 'Performance level', null, null, null],
        ['Overall rating = self 20% + manager 80%.'],
        ['Performance level: 4.5 and above = Outstanding; 3.5 and above = Strong; below 3.5 = Developing.'],
      ]),
    );
    expect(totalsOf(found)).toEqual({ D5: '3.60', E5: '4.40', E6: '4.24', E7: 'Strong' });
  });

  test('an overall rating with a scale of its own is a level', () => {
    const found = judgeOne(
      grid([
        ['Annual review'],
        ['No.', 'Competency', 'Weight', 'Score'],
        [1, 'Leads', p(0.6), 4],
        [2, 'Speaks', p(0.4), 3],
        [null, 'Total score', p(1), null],
        [null, 'Overall rating', null, null],
        ['Overall rating: 4.5 and above = Outstanding; 3.5 and above = Strong; below 3.5 = Developing.'],
      ]),
    );
    expect(totalsOf(found)).toEqual({ D5: '3.60', D6: 'Strong' });
  });

  test('a row of levels below raters that score across', () => {
    const found = judgeOne(
      grid([
        ['Supplier evaluation'],
        ['Rater', 'Quality', 'Delivery', 'Price', 'Total'],
        ['Weight', p(0.5), p(0.3), p(0.2), null],
        ['Self score', 90, 80, 70, null],
        ['Manager score', 85, 82, 75, null],
        ['Overall grade', null, null, null, f('=IF(E5>=90,"A","C")', 'C')],
        ['Grade: 90 and above = A; 80 to 89 = B; below 80 = C.'],
      ]),
    );
    expect(totalsOf(found)).toEqual({ E4: '83.00', E5: '82.10', E6: 'B' });
    expect(findingsOf(found)).toEqual(['total-stale.grade@E6']);
  });
});

describe('parts with a cap', () => {
  test.each<[string, Written[][], string[]]>([
    [
      'in the label of their subtotal',
      [
        ['店长考核表'],
        ['考核项目', '分值', '得分'],
        ['营运', 60, 55],
        ['卫生', 40, 38],
        ['加分：表扬', '加分', 4],
        ['加分：建议', '加分', 3],
        ['加分小计（最高5分）', null, null],
        ['总分', 100, null],
        ['说明：总分为各项得分加上加分小计，加分小计最高5分。'],
      ],
      ['C7 5.00', 'C8 98.00'],
    ],
    [
      'in the heading of their part',
      [
        ['班组考核表'],
        ['考核项目', '标准分', '得分'],
        ['产量', 60, 55],
        ['质量', 40, 38],
        ['加分项（最多加10分）', null, null],
        ['创新', '加分', 6],
        ['表扬', '加分', 8],
        ['总分', 100, null],
      ],
      ['C8 103.00'],
    ],
    [
      'in an English note',
      [
        ['Team leader appraisal'],
        ['Item', 'Max points', 'Score'],
        ['Output', 60, 55],
        ['Quality', 40, 38],
        ['Bonus: innovation', 'bonus', 4],
        ['Bonus: praise', 'bonus', 3],
        ['Total score', 100, null],
        ['Note: bonus points are capped at 5 in total.'],
      ],
      ['C7 98.00'],
    ],
    [
      'and none for what each of them gives',
      [
        ['保安考核表'],
        ['考核项目', '分值', '得分'],
        ['巡逻', 60, 55],
        ['门岗', 40, 38],
        ['加分项', '加分', 8],
        ['总分', 100, null],
        ['说明：每次表扬加分最高不超过5分。'],
      ],
      ['C6 101.00'],
    ],
  ])('%s', (_, rows, totals) => {
    const found = totalsOf(judgeOne(grid(rows)));
    expect(Object.entries(found).map(([cell, value]) => `${cell} ${String(value)}`)).toEqual(totals);
  });

  test('a part that adds and takes off goes by the sign of what is typed', () => {
    const sheet = (typed: number) =>
      judgeOne(
        grid(
          [
            ['保安考核表'],
            ['考核项目', '分值', '考核标准', '得分'],
            ['巡逻', 50, '按时', 45],
            ['门岗', 50, '登记', 50],
            ['加减分项'],
            ['客户反馈', '±', '表扬每次加2分，投诉每次扣2分', typed],
            ['合计', 100, null, null],
          ],
          ['A5:D5'],
        ),
      );
    expect([totalsOf(sheet(-4)).D7, totalsOf(sheet(2)).D7]).toEqual(['91.00', '97.00']);
  });
});

describe('totals that somebody typed as text', () => {
  test('no formula compares or calculates with them', () => {
    const found = judgeOne(
      grid([
        ['员工考核表'],
        ['考核项目', '权重', '自评', '上级评分'],
        ['质量', p(0.6), 92, 90],
        ['态度', p(0.4), 88, 85],
        ['合计', p(1), '90.4分', '88分'],
        ['最终得分', null, null, null],
        ['注：最终得分=自评*30%+上级评分*70%'],
      ]),
    );
    expect(totalAt(found, 'D6')).toMatchObject({
      expected: '88.72',
      nativeFormula: '=ROUND(SUMPRODUCT(B3:B4,C3:C4)*30%+SUMPRODUCT(B3:B4,D3:D4)*70%,2)',
    });
    const graded = judgeOne(
      grid([
        ['员工考核表'],
        ['考核项目', '分值', '得分'],
        ['质量', 60, 55],
        ['态度', 40, 38],
        ['合计', 100, '93分'],
        ['等级', null, null],
        ['注：90分以上为优秀，80-89分为良好，80分以下为合格。'],
      ]),
    );
    expect(totalAt(graded, 'C6')).toMatchObject({ expected: '优秀', nativeFormula: null });
  });
});
