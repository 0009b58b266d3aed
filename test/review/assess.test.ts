import { formReport } from '../../src/review';
import { grid } from './sheet';
import { entriesOf, findingsOf, judge, judgeOne, totalAt, totalsOf } from './fixtures';

const bands = '90-100分为优秀，80-89分为良好，60-79分为合格，低于60分为不合格';

describe('weighted marks', () => {
  const form = (scores: readonly (string | number | null)[], total: Parameters<typeof grid>[0][number][number] = null) =>
    grid([
      ['月度绩效考核表'],
      ['评分指标', '权重', '评分标准', '得分'],
      ['工作质量', 0.5, '工作完成情况和质量', scores[0] ?? null],
      ['工作效率', 0.3, '工作完成所需时间', scores[1] ?? null],
      ['工作态度', 0.2, '对工作持有的态度', scores[2] ?? null],
      ['总分', null, null, total],
    ]);

  test('score × weight, rounded half-up once', () => {
    const judged = judgeOne(form([92, '88分', 78.5]));
    expect(totalsOf(judged)).toEqual({ D6: '88.10' });
    expect(entriesOf(judged)).toEqual({ D3: '-/92', D4: '-/88', D5: '-/78.5' });
  });

  test('a blank entry blocks and is not zero', () => {
    const judged = judgeOne(form([92, null, 78.5]));
    expect(totalsOf(judged)).toEqual({ D6: ['D4'] });
    expect(findingsOf(judged)).toEqual(['missing-entry@D4']);
  });

  test('an empty template has nothing missing and nothing to fill', () => {
    const judged = judgeOne(form([null, null, null]));
    expect(totalsOf(judged)).toEqual({ D6: null });
    expect(judged.totals[0]?.reason).toBe('not-due');
    expect(findingsOf(judged)).toEqual([]);
  });

  test.each([
    ['out of range', 101, 'out-of-range@D4'],
    ['below 0', -1, 'out-of-range@D4'],
    ['a word', '良好', 'not-a-number@D4'],
    ['a malformed number', '8。5', 'not-a-number@D4'],
  ])('%s blocks', (_, typed, finding) => {
    const judged = judgeOne(form([92, typed, 78.5]));
    expect(totalsOf(judged)).toEqual({ D6: ['D4'] });
    expect(findingsOf(judged)).toEqual([finding]);
  });

  test('a formula that leaves a row out, one that is stale, one that is right', () => {
    const short = judgeOne(form([90, 80, 70], { formula: '=D3*B3+D4*B4', value: 69 }));
    expect(findingsOf(short)).toEqual(['total-formula-range@D6']);
    expect(short.findings[0]?.details.missing).toBe('D5');
    expect(short.findings[0]?.fix?.write?.after).toEqual({ kind: 'formula', formula: '=ROUND(SUMPRODUCT(B3:B5,D3:D5),2)', value: 83 });
    expect(findingsOf(judgeOne(form([90, 80, 70], 85)))).toEqual(['total-stale.typed@D6']);
    const right = judgeOne(form([90, 80, 70], { formula: '=SUMPRODUCT(B3:B5,D3:D5)', value: 83 }));
    expect(totalAt(right, 'D6').status).toBe('right');
    expect(findingsOf(right)).toEqual([]);
  });

  test('text that Excel skips makes a formula of full range stale', () => {
    const judged = judgeOne(form([90, '80分', 70], { formula: '=SUMPRODUCT(B3:B5,D3:D5)', value: 59 }));
    expect(findingsOf(judged)).toEqual(['total-stale.formula@D6']);
    const lenient = judgeOne(form([90, '80分', 70], { formula: '=SUMPRODUCT(B3:B5,D3:D5)', value: 59 }), { skippedText: 'right' });
    expect(findingsOf(lenient)).toEqual([]);
  });
});

describe('grades of measured values', () => {
  const form = (typed: string | number, grade: string | null = null) =>
    grid([
      ['服务质量绩效表'],
      ['指标名称', '权重', '评分标准', '实际完成', '等级'],
      ['客户满意度', 0.6, bands, typed, grade],
      ['团队协作', 0.4, bands, 85, null],
    ]);

  test.each([
    [95, '优秀'],
    ['88分', '良好'],
    [89.5, '良好'],
    ['优秀', '优秀'],
  ])('%s is %s', (typed, tier) => expect(totalsOf(judgeOne(form(typed)))).toMatchObject({ E3: tier, E4: '良好' }));

  test('a grade that does not follow from the entry', () => {
    const judged = judgeOne(form(95, '合格'));
    expect(totalAt(judged, 'E3').status).toBe('wrong');
    expect(findingsOf(judged)).toContain('total-stale.grade@E3');
  });
});

describe('points of their weight', () => {
  const form = (points: readonly number[]) =>
    grid([
      ['工作计划考核表'],
      ['序号', '计划任务', '权重%', '自评分', '审核评分'],
      [1, '组织巡检', 50, 48, points[0] ?? null],
      [2, '完成终验', 30, 30, points[1] ?? null],
      [3, '培训洽谈', 20, 16, points[2] ?? null],
      ['得分', null, 100, null, null],
      ['注：得分=∑(评分×权重)'],
    ]);

  test('are added, not weighted again, and the note is told', () => {
    const judged = judgeOne(form([50, 28.5, 15]));
    expect(totalsOf(judged)).toEqual({ D6: '94.00', E6: '93.50' });
    expect(findingsOf(judged)).toEqual(['band-contradiction.note@A7']);
  });

  test('more than the weight is out of range', () => {
    const judged = judgeOne(form([50, 31, 15]));
    expect(totalsOf(judged)).toEqual({ D6: '94.00', E6: ['E4'] });
    expect(findingsOf(judged)).toContain('out-of-range@E4');
  });

  test('unless the user says they are marks out of 100', () => {
    expect(totalsOf(judgeOne(form([50, 30, 20]), { scoreScale: 'hundred' }))).toMatchObject({ E6: '38.00' });
  });
});

describe('weights', () => {
  const form = (weights: readonly (number | string | null)[], printed: string | null = '100%') =>
    grid([
      ['岗位考核指标'],
      ['关键指标项', '考核权重', '考核标准', '得分'],
      ['咨询工作', weights[0] ?? null, '是否细致', 90],
      ['住院服务', weights[1] ?? null, '是否及时', 80],
      ['出院服务', weights[2] ?? null, '是否回访', 85],
      ['合计', printed, null, null],
    ]);

  test('a single missing weight is not guessed where the total needs it', () => {
    const judged = judgeOne(form(['40%', '%', '20%']));
    expect(totalsOf(judged)).toEqual({ D6: ['B4'] });
    expect(findingsOf(judged)).toEqual(['weight-missing.open@B4', 'weights-sum.missing@B4']);
    expect(totalsOf(judgeOne(form(['40%', '%', '20%']), { missingWeight: 'remainder' }))).toEqual({ D6: '85.00' });
  });

  test('sums other than 100 % are used as printed, or scaled', () => {
    const judged = judgeOne(form(['40%', '30%', '20%']));
    expect(totalsOf(judged)).toEqual({ D6: '77.00' });
    expect(findingsOf(judged)).toEqual(['weights-sum@B6']);
    expect(totalsOf(judgeOne(form(['40%', '30%', '20%']), { weightsSum: 'rescale' }))).toEqual({ D6: '85.56' });
  });

  test('a section’s weight is shared equally, exactly', () => {
    const judged = judgeOne(
      grid(
        [
          ['客服部绩效指标'],
          ['类别', '考核指标', '指标定义', '考核得分'],
          ['定量指标\n(60%)', '1.反馈及时率', '次数/总次数', 90],
          [null, '2.传递及时率', '次数/总次数', 85],
          [null, '3.流失数', '流失数量', 88],
          ['定性指标\n(40%)', '1.满意程度', '满意程度', 85],
          [null, '2.规范执行', '是否执行', 90],
          ['总分', null, null, null],
        ],
        ['A3:A5', 'A6:A7'],
      ),
    );
    expect(totalsOf(judged)).toEqual({ D8: '87.60' });
    expect(judged.indicators.map(({ effectiveWeight }) => `${effectiveWeight?.numerator}/${effectiveWeight?.denominator}`)).toEqual([
      '1/5',
      '1/5',
      '1/5',
      '1/5',
      '1/5',
    ]);
    expect(findingsOf(judged)).toEqual(['weight-missing.shared@A3', 'weight-missing.shared@A6']);
  });
});

describe('deductions and counts', () => {
  const deductions = grid([
    ['考核细则（评分）'],
    ['考核项目', '分值', '考核细则', '扣分', '得分'],
    ['仪容仪表', '1.5分', '工装不整齐者扣0.5分', 0.5, null],
    ['服务', '2分', '造成投诉者扣1分', -1, null],
    ['劳动纪律', '2.5分', '玩手机者扣0.5分', '扣1分', null],
    ['团队精神', '4分', '拉帮结派者扣0.5分', null, null],
    ['合计', '10分', null, null, null],
  ]);

  test('marks less deductions; a blank deducts nothing', () => {
    expect(totalsOf(judgeOne(deductions))).toEqual({ E3: '1.00', E4: '1.00', E5: '1.50', E6: '4.00', D7: '2.50', E7: '7.50' });
  });

  test('a blank deduction may be a missing entry', () => {
    expect(totalsOf(judgeOne(deductions, { blankDeduction: 'missing' }))).toMatchObject({ E6: ['D6'], E7: ['D6'] });
  });

  const counts = (typed: string | number) =>
    grid([
      ['绩效考核指标'],
      ['序号', '分值', '考核项目', '评分标准', '不到位次数', '得分'],
      [1, 1, '方案下发', '每有一次不到位，扣0.5分，直至扣完为止', typed, null],
      [2, 4, '报表报送', '每有一次不到位，扣0.5分，直至扣完为止', '无', null],
      ['合计', 5, null, null, null, null],
    ]);

  test.each([
    [0, '1.00', '5.00'],
    [1, '0.50', '4.50'],
    ['2次', '0.00', '4.00'],
    [3, '0.00', '4.00'],
  ])('%s incidents leave %s', (typed, row, total) => expect(totalsOf(judgeOne(counts(typed)))).toMatchObject({ F3: row, F5: total }));
});

describe('raters', () => {
  const form = (note: string, supervisor: number | null = 88) =>
    grid([
      ['员工考核表'],
      ['考核项目', '分值', '自评分', '上级评分'],
      ['工作质量', 60, 50, supervisor === null ? null : supervisor - 35],
      ['工作态度', 40, 40, 35],
      ['合计', 100, null, null],
      ['最终得分', null, note, null],
    ]);

  test('a printed formula blends unrounded totals', () => {
    expect(totalsOf(judgeOne(form('=自评分合计*30%+上级评分合计*70%')))).toMatchObject({ C5: '90.00', D5: '88.00', D6: '88.60' });
  });

  test('a rater who has not rated blocks nothing as missing, and counts for nothing as zero', () => {
    const judged = judgeOne(
      grid([
        ['员工考核表'],
        ['考核项目', '分值', '自评分', '上级评分'],
        ['工作质量', 60, 50, null],
        ['工作态度', 40, 40, null],
        ['合计', 100, null, null],
      ]),
    );
    expect(totalsOf(judged)).toEqual({ C5: '90.00', D5: null });
    expect(findingsOf(judged)).toEqual([]);
  });

  const people = (scores: readonly number[], policy = {}) =>
    judgeOne(
      grid([
        ['9月考核评分'],
        ['姓名', '自评', '上级考核', '小组考核', '综合得分'],
        ['甲', scores[0] ?? null, scores[1] ?? null, scores[2] ?? null, null],
        ['乙', 80, 82, 90, null],
      ]),
      policy,
    );

  test('raters without shares wait at the head of the result', () => {
    const judged = people([90, 92, 88]);
    expect(totalsOf(judged)).toEqual({ E3: ['E2'], E4: ['E2'] });
    expect(findingsOf(judged)).toEqual(['missing-share.raters@E2']);
    expect(totalsOf(people([90, 92, 88], { unstatedShares: 'equal' }))).toEqual({ E3: '90.00', E4: '84.00' });
    expect(totalsOf(people([90, 92, 88], { raterShares: { self: '0.2', supervisor: '0.5', group: '0.3' } }))).toEqual({
      E3: '90.40',
      E4: '84.00',
    });
  });
});

describe('months, ranks and awards', () => {
  const table = (ties: 'competition' | 'dense') =>
    judgeOne(
      grid([
        ['季度评比汇总表'],
        ['序号', '分部', '7月', '8月', '9月', '综合得分', '名次', '奖励(元)'],
        [1, '城东', 95, 93, 97, null, null, null],
        [2, '城西', 92, 94, 90, null, null, null],
        [3, '城南', 91, 92, 93, null, null, null],
        [4, '城北', 88, 90, 92, null, null, null],
        ['①评比综合排名前三名，分别奖励500元、300元、200元，名次并列的同时奖励。'],
      ]),
      { ties },
    );

  test('equal results share a rank; the next is skipped, or not', () => {
    expect(totalsOf(table('competition'))).toMatchObject({
      F3: '95.00',
      F4: '92.00',
      F5: '92.00',
      G3: '1',
      G4: '2',
      G5: '2',
      G6: '4',
      H4: '300',
      H5: '300',
      H6: '0',
    });
    expect(totalsOf(table('dense'))).toMatchObject({ G6: '3', H6: '200' });
  });
});

describe('tables that are one whole together', () => {
  test('the last total sums both, with the bonus on top', () => {
    const judged = judge([
      grid([
        ['一、定量指标'],
        ['指标名称', '权重', '评分方法', '得分'],
        ['计划完成率', 0.7, '完成率×100为本项得分，最高100分', 96],
        ['服务满意率', 0.1, '满意率×100为本项得分，最高100分', 90],
        [],
        ['二、定性指标'],
        ['指标名称', '权重', '评分方法', '得分'],
        ['信息管理', 0.1, '主管领导评价打分', 80],
        ['培训指导', 0.1, '主管领导评价打分', 90],
        ['合计=∑(得分×权重)', null, null, null],
      ]),
    ]);
    const all = Object.assign({}, ...judged.map(totalsOf)) as Record<string, unknown>;
    expect(all.D10).toBe('93.20');
    expect(judged.flatMap(findingsOf)).toEqual([]);
  });
});

describe('criteria of a row as the form shows them', () => {
  const row = (criteria: string, typed: string | number, full = 10, name = '大客户回访') =>
    judgeOne(
      grid([
        ['岗位考核表'],
        ['考核项目', '权重', '评分等级', '得分'],
        [name, full / 100, criteria, typed],
        ['其他工作', 1 - full / 100, '由主管评分', 80 - full],
        ['合计', 1, null, null],
      ]),
    );
  const bandsOf = (judged: ReturnType<typeof judgeOne>): readonly string[] =>
    formReport(judged, grid([])).indicators[0]?.bands.map(({ tier, points, min, max }) =>
      `${tier ?? ''} ${points ?? ''} ${min ?? ''}~${max ?? ''}`.trim(),
    ) ?? [];

  const bare = '完成所有回访安排10分\n完成90%得5分\n低于90%为0分';
  test('a bare number between bands is that number alone', () => {
    const judged = row(bare, '95%');
    expect(bandsOf(judged)).toEqual(['10 100~100', '5 90~90', '0 ~90']);
    expect(entriesOf(judged).D3).toBe('! in-gap');
    expect(findingsOf(judged)).toEqual(expect.arrayContaining(['band-gap@C3', 'in-gap@D3']));
    expect(entriesOf(row(bare, '90%')).D3).toBe('-/5');
  });

  test('letters in front of clauses are tiers', () => {
    const letters = 'A、主动测试发现问题得10分；\nB、直接解决问题得5分；\nC、不测试得0分。';
    expect(bandsOf(row(letters, 'A'))).toEqual(['A 10 ~', 'B 5 ~', 'C 0 ~']);
    expect(entriesOf(row(letters, 'A')).D3).toBe('A/10');
    expect(entriesOf(row(letters, 5)).D3).toBe('B/5');
    expect(entriesOf(row(letters, 'F')).D3).toBe('! unknown-level');
  });

  test('letters may stand for ranges of points; between whole numbers the lower one counts', () => {
    const ranges = 'A、非常熟悉，得25-30分；\nB、熟悉，得16-24分；\nC、不熟悉，得6-10分。';
    expect(entriesOf(row(ranges, 24.5, 30)).D3).toBe('B/24.5');
    expect(entriesOf(row(ranges, 13, 30)).D3).toBe('! in-gap');
    expect(entriesOf(row(ranges, 31, 30)).D3).toBe('! out-of-range');
  });

  test('present and absent on a row that counts', () => {
    expect(bandsOf(row('有新客户产生10分\n没有新客户产生0分', 10, 10, '客户转介绍数'))).toEqual(['10 1~', '0 0~0']);
  });
});
