/** Forms with several judges, with rows that add and take off, and with results that rows blend already. */
import { entriesOf, findingsOf, judgeOne, totalAt, totalsOf } from './fixtures';
import { grid, type Written } from './sheet';

const f = (formula: string, value: number | string): Written => ({ formula, value });

/** A header of two rows: the judges stand under `评价人评分`. */
const roundabout = (note: string): ReturnType<typeof grid> =>
  grid(
    [
      ['班组长360度评价表'],
      ['评价要素', '分值', '评价人评分', null, null, null, null, null, '综合得分'],
      [null, null, '上级', '同级1', '同级2', '同级3', '下级', '自评', null],
      ['安全管理', 60, 50, 40, 50, 60, 40, 60, null],
      ['现场协调', 40, 30, 20, 30, 40, 50, 40, null],
      ['合计', 100, null, null, null, null, null, null, null],
      [note],
    ],
    ['A1:I1', 'A2:A3', 'B2:B3', 'C2:H2', 'I2:I3', 'A7:I7'],
  );

describe('several judges under one heading', () => {
  test.each([
    '综合得分=上级评分×40%+同级评分平均值×30%+下级评分×20%+自评×10%。',
    '说明：综合得分中上级占40%，同级占30%，下级占20%，自评占10%。',
  ])('each has a column, those of one kind count with their mean: %s', (note) => {
    const found = judgeOne(roundabout(note));
    expect(found.form.scores.map(({ column, rater }) => `${column}:${rater}`).slice(0, 6)).toEqual([
      '3:supervisor',
      '4:同级1',
      '5:同级2',
      '6:同级3',
      '7:下级',
      '8:self',
    ]);
    expect(entriesOf(found)['G5']).toBe('! out-of-range');
    // 50 × 40 % + 50 × 30 % + 40 × 20 % + 60 × 10 %
    expect(totalAt(found, 'I4').expected).toBe('49.00');
    expect(totalAt(found, 'I5').blockedBy).toEqual(['G5']);
    expect(totalAt(found, 'C6').expected).toBe('80.00');
    expect(totalAt(found, 'D6').expected).toBe('60.00');
  });

  test('the same in English', () => {
    const found = judgeOne(
      grid(
        [
          ['Team lead evaluation form'],
          ['Criteria', 'Max points', 'Ratings', null, null, 'Final score'],
          [null, null, 'Manager', 'Peer 1', 'Peer 2', null],
          ['Planning', 50, 40, 30, 40, null],
          ['Coaching', 50, 30, 20, 30, null],
          ['Note: Final score = Manager * 60% + Peers average * 40%'],
        ],
        ['A2:A3', 'B2:B3', 'C2:E2', 'F2:F3', 'A6:F6'],
      ),
    );
    expect(found.form.scores.map(({ rater }) => rater)).toEqual(expect.arrayContaining(['supervisor', 'Peer 1', 'Peer 2']));
    expect([totalAt(found, 'F4').expected, totalAt(found, 'F5').expected]).toEqual(['38.00', '28.00']);
  });
});

describe('rows that add and take off below rows with deductions', () => {
  const sheet = (bonus: number): ReturnType<typeof grid> =>
    grid(
      [
        ['车间月度绩效考核表'],
        ['序号', '考核项目', '标准分', '扣分标准', '扣分', '得分'],
        [1, '产量', 60, '每少一台扣2分', 4, f('=C3-E3', 56)],
        [2, '质量', 40, '每批退货扣3分', 3, f('=C4-E4', 37)],
        ['基本分合计', null, 100, null, null, f('=SUM(F3:F4)', 93)],
        ['加分项（累计最高加5分）'],
        [1, '合理化建议', null, '每条加1分', null, 2],
        [2, '支援其他车间', null, '每次加2分', null, bonus],
        ['加分小计', null, null, null, null, f('=SUM(F7:F8)', 2 + bonus)],
        ['减分项'],
        [1, '违反禁令', null, '每次扣3分', 3, null],
        ['减分小计', null, null, null, null, null],
        ['最终得分', null, null, null, null, null],
        ['车间绩效系数', null, null, null, null, null],
        ['说明：最终得分=基本分合计得分+加分小计-减分小计。'],
        [null],
        ['最终得分', null, '95分及以上', '90分及以上', '80分及以上', '低于80分'],
        ['绩效系数', null, 1.2, 1.1, 1, 0.5],
      ],
      ['A1:F1', 'A5:B5', 'A6:F6', 'A9:E9', 'A10:F10', 'A12:D12', 'A13:E13', 'A14:E14', 'A15:F15', 'A17:B17', 'A18:B18'],
    );

  test('what a bonus row adds is typed as its score, and its subtotal covers its own rows alone', () => {
    const found = judgeOne(sheet(1));
    expect(entriesOf(found)).toMatchObject({ F7: '-/2', F8: '-/1', E11: '-/-' });
    expect(totalsOf(found)).toMatchObject({ F5: '93.00', F9: '3.00', F13: '93.00' });
    expect(findingsOf(found)).toEqual([]);
  });

  test('the cap of the section holds, and thresholds that fall from step to step give the coefficient', () => {
    const found = judgeOne(sheet(4));
    expect(totalsOf(found)).toMatchObject({ F9: '5.00', F13: '95.00' });
    expect(found.form.scales?.map(({ kind, steps }) => `${kind} ${steps.map(({ result }) => result).join(' ')}`)).toEqual([
      'coefficient 1.2 1.1 1 0.5',
    ]);
  });
});

test('the sum of a weighted column whose rows blend the raters already is the final score', () => {
  const found = judgeOne(
    grid(
      [
        ['月度绩效考核表'],
        ['考核指标', '权重', '自评得分', '上级评分', '加权得分'],
        ['交付', { percent: 0.6 }, 90, 80, f('=(C3*20%+D3*80%)*B3', 49.2)],
        ['质量', { percent: 0.4 }, 100, 90, null],
        ['合计', { percent: 1 }, null, f('=SUMPRODUCT(B3:B4,D3:D4)', 84), f('=SUM(E3:E3)', 49.2)],
        ['绩效等级', null, null, null, null],
        ['绩效系数', null, null, null, null],
        ['说明：自评、上级评分均按百分制填写；加权得分=(自评得分×20%+上级评分×80%)×权重。'],
        [null],
        ['绩效等级', null, 'A', 'B', 'C'],
        ['考核得分', null, '95分及以上', '85分及以上，低于95分', '低于85分'],
        ['绩效系数', null, 1.2, 1, 0.8],
      ],
      ['A1:E1', 'A6:D6', 'A7:D7', 'A8:E8', 'A10:B10', 'A11:B11', 'A12:B12'],
    ),
  );
  expect(totalsOf(found)).toEqual({ E3: '49.20', E4: '36.80', C5: '94.00', D5: '84.00', E5: '86.00', E6: 'B', E7: '1' });
  expect(findingsOf(found)).toEqual(['total-formula-range@E5']);
});

test('a department and a second rater are blended by the printed shares, in the rows and in the total', () => {
  const found = judgeOne(
    grid(
      [
        ['文员月度考核表'],
        ['考核项目', '满分', '部门评分\n（占60%）', '人事评分\n（占40%）', '综合得分'],
        ['态度', 50, 40, 30, null],
        ['质量', 50, 60, 40, null],
        ['效率', 50, '45分', 40, null],
        ['合计', 150, null, null, null],
        ['备注：综合得分=部门评分×60%+人事评分×40%；考核等级按综合得分合计评定：A级90分及以上，B级80分及以上，C级低于80分。'],
      ],
      ['A1:E1', 'A7:E7'],
    ),
  );
  expect(entriesOf(found)).toMatchObject({ C3: '-/40', C4: '! out-of-range', C5: '-/45' });
  expect(totalsOf(found)).toMatchObject({ E3: '36.00', E4: ['C4'], E5: '43.00', D6: '110.00', E6: ['C4'] });
});
