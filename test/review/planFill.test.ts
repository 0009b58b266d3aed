import { defaultReviewPolicy, planFill, summarise, type FillMode, type Plan } from '../../src/review';
import { judge } from './fixtures';
import { grid, type Written } from './sheet';

const sheet = (scores: readonly Written[], total: Written = null, grade: Written = null) =>
  grid([
    ['员工绩效考核表'],
    ['姓名', '王晓燕'],
    ['考核指标', '权重', '评分标准', '实际完成', '等级', '得分'],
    ['客户满意度', 0.6, '90分以上为优秀，80-89分为良好，低于80分为不合格', 92, grade, scores[0] ?? null],
    ['响应速度', 0.4, '90分以上为优秀，80-89分为良好，低于80分为不合格', 85, null, scores[1] ?? null],
    ['总分', null, null, null, null, total],
  ]);

const plan = (source: ReturnType<typeof sheet>, mode: FillMode, options = {}): Plan => planFill(judge([source]), [source], mode, options);
const shown = ({ writes }: Plan): readonly string[] =>
  writes.map(({ cell, after }) => `${cell} ${after.kind === 'formula' ? after.formula : JSON.stringify(after.value)}`);

describe('the plan of a fill', () => {
  const open = sheet([90, 80]);

  test.each<[FillMode, string[]]>([
    ['value', ['E4 "优秀"', 'E5 "良好"', 'F6 86']],
    [
      'native',
      [
        'E4 =IF(D4="","",IF(D4>=90,"优秀",IF(D4>=80,"良好","不合格")))',
        'E5 =IF(D5="","",IF(D5>=90,"优秀",IF(D5>=80,"良好","不合格")))',
        'F6 =ROUND(SUMPRODUCT(B4:B5,F4:F5),2)',
      ],
    ],
    [
      'function',
      ['E4 =IF(D4="","",RUBRIC_TIER(D4,C4))', 'E5 =IF(D5="","",RUBRIC_TIER(D5,C5))', 'F6 =ROUND(RUBRIC_WEIGHTED(F4:F5,B4:B5,"as-is"),2)'],
    ],
  ])('as %s', (mode, writes) => expect(shown(plan(open, mode))).toEqual(writes));

  test('every formula comes with the value that it gives', () => {
    const values = plan(open, 'native').writes.map(({ after }) => after.value);
    expect(values).toEqual(['优秀', '良好', 86]);
  });

  test('a table with texts gets a value where Excel could not calculate, and a RUBRIC_ formula where that can', () => {
    const texts = sheet([90, '80分']);
    expect(shown(plan(texts, 'native'))).toContain('F6 86');
    expect(plan(texts, 'native').writes.find(({ cell }) => cell === 'F6')?.reason.code).toBe('value-instead');
    expect(shown(plan(texts, 'function'))).toContain('F6 =ROUND(RUBRIC_WEIGHTED(F4:F5,B4:B5,"as-is"),2)');
  });

  test('nothing that stands is overwritten unasked, right or wrong, value or formula', () => {
    const filled = sheet([90, 80], { formula: '=F4*B4', value: 54 }, '合格');
    expect(shown(plan(filled, 'value'))).toEqual(['E5 "良好"']);
    expect(shown(plan(filled, 'value', { overwriteWrong: true }))).toEqual(['E4 "优秀"', 'E5 "良好"', 'F6 86']);
    const write = plan(filled, 'value', { overwriteWrong: true }).writes.at(-1);
    expect(write?.before).toEqual({ value: 54, formula: '=F4*B4' });
  });

  test('cells that the user left out are not written', () => {
    expect(shown(plan(open, 'value', { except: new Set(['Sheet1!E4']) }))).toEqual(['E5 "良好"', 'F6 86']);
  });

  test('what cannot be filled names the cells in the way', () => {
    const blocked = plan(sheet([90, 120]), 'native').blocked;
    expect(blocked).toEqual([{ sheet: 'Sheet1', cell: 'F6', label: expect.any(String), blockedBy: ['F5'] }]);
  });
});

describe('a summary over forms', () => {
  const forms = [
    sheet([90, 80]),
    { ...sheet([95, 90]), sheet: 'B' },
    { ...sheet([90, 80]), sheet: 'C' },
    { ...sheet([90, 'x']), sheet: 'D' },
  ];
  const policy = {
    ...defaultReviewPolicy,
    gradeScale: [
      { tier: 'B', from: '0' },
      { tier: 'A', from: '90' },
    ],
    coefficients: [
      { from: '90', coefficient: '1.2' },
      { from: '60', coefficient: '1.0' },
    ],
  };

  test('one row each, with rank, grade, coefficient and what is in the way', () => {
    const rows = summarise(judge(forms), policy);
    expect(rows.map(({ total, rank, grade, coefficient }) => [total, rank, grade, coefficient])).toEqual([
      ['86.00', 2, 'B', '1.0'],
      ['93.00', 1, 'A', '1.2'],
      ['86.00', 2, 'B', '1.0'],
      [null, null, null, null],
    ]);
    expect(rows[3]?.blockedBy).toEqual(['F5']);
    expect(rows[0]?.fields).toMatchObject({ 姓名: '王晓燕' });
  });
});
