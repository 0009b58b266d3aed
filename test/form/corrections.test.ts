/** What a user said stands above all evidence. */
import { findForms, type Corrections } from '../../src/form';
import { gridOf } from './grid';

const rows = [['考核表'], ['考核指标', '权重', '评分', '备注'], ['质量', '60%', 90, 4], ['效率', '40%', 80, 5]];
const read = (corrections?: Corrections) => findForms(gridOf(rows), corrections ? { corrections } : {});

test('a sheet or a range that is no form holds none', () => {
  expect(read()).toHaveLength(1);
  expect(read({ Sheet1: { notAForm: true } })).toEqual([]);
  expect(read({ Sheet1: { notAForm: ['A2:C3'] } })).toEqual([]);
  expect(read({ Sheet1: { notAForm: ['H2:K9'] } })).toHaveLength(1);
  expect(read({ Other: { notAForm: true } })).toHaveLength(1);
});

test('a column plays the role that the user gave it', () => {
  const [form] = read({ Sheet1: { columnRoles: { D: 'score', C: 'none' } } });
  expect(form?.columns.score).toBe(4);
  expect(form?.scores.map((score) => score.column)).toEqual([4]);
  expect(form?.indicators[0]?.entries.map((entry) => entry.column)).toEqual([4]);
});

test('a list that the user calls a form is one, however little speaks for it', () => {
  const list = gridOf([
    ['Item', 'Quantity', 'Value'],
    ['Copper', 10, 200],
    ['Zinc', 5, 100],
  ]);
  expect(findForms(list)).toEqual([]);
  expect(findForms(list, { corrections: { Sheet1: { isAForm: true } } }).map((form) => form.confidence)).toEqual([1]);
});

test('single tables that the user calls forms are, and no others', () => {
  const list = gridOf([
    ['Item', 'Quantity', 'Value'],
    ['Copper', 10, 200],
    ['Zinc', 5, 100],
  ]);
  expect(findForms(list, { corrections: { Sheet1: { isAForm: ['A1:C3'] } } }).map((form) => form.confidence)).toEqual([1]);
  expect(findForms(list, { corrections: { Sheet1: { isAForm: ['A8:C9'] } } })).toEqual([]);
});

describe('the row that the user calls the header', () => {
  const headed = gridOf([
    ['考核表'],
    ['考核指标', '权重', '评分标准', '得分'],
    ['做什么', '占多少', '怎么评', '评了多少'],
    ['质量', '60%', '无差错得满分', 90],
    ['效率', '40%', '按时得满分', 80],
  ]);
  const under = (row: number, columnRoles?: Corrections[string]['columnRoles']) =>
    findForms(headed, { corrections: { Sheet1: { headerRows: { 'A1:D5': row }, ...(columnRoles && { columnRoles }) } } })[0];

  test('heads the form in the place of the one that was found', () => {
    expect(findForms(headed)[0]?.headerRow).toBe(2);
    const form = under(3, { A: 'indicator', B: 'weight', C: 'criteria', D: 'score' });
    expect(form?.headerRow).toBe(3);
    expect(form?.confidence).toBe(1);
    expect(form?.indicators.map(({ name }) => name)).toEqual(['质量', '效率']);
  });

  test('lets the same heading come again below', () => {
    const again = gridOf([
      ['考核指标', '权重', '得分'],
      ['质量', '60%', 90],
      ['速度', '10%', 90],
      ['考核指标', '权重', '得分'],
      ['效率', '30%', 80],
      ['纪律', '10%', 80],
    ]);
    const found = findForms(again, { corrections: { Sheet1: { headerRows: { 'A1:C6': 1 } } } });
    expect(found.flatMap(({ indicators }) => indicators.map(({ name }) => name))).toEqual(['质量', '速度', '效率', '纪律']);
  });

  test('changes nothing of a table elsewhere', () => {
    expect(findForms(headed, { corrections: { Sheet1: { headerRows: { 'H9:K12': 9 } } } })).toEqual(findForms(headed));
  });
});

test('names that return in a form of another sheet speak for a doubtful table, in whatever order the sheets stand', () => {
  const ranking = gridOf([['考核季度评比表'], ['分部', '自评分', '上级评分', '综合得分', '名次'], ['城东', 95, 93], ['城西', 92, 94]], {
    sheet: '评比',
  });
  const visits = gridOf(
    [
      ['9月电话回访'],
      ['分部', '实际回访条数', '实际在岗人数', '当月应出勤天数', '回访完成率'],
      ['城东', 8360, 2, 22],
      ['城西', 9125, 2, 22],
      ['①回访完成率为:每月实际回访条数*实际在岗人数X当月应出勤天数。'],
    ],
    { sheet: '回访' },
  );
  expect(findForms(visits)).toEqual([]);
  const found = findForms(visits, { grids: [ranking, visits] });
  expect(found.map((form) => form.evidence.some((evidence) => evidence.code === 'shared-names'))).toEqual([true]);
  expect(findForms(visits, { grids: [visits, ranking] })).toEqual(found);
});

test('cost follows the cells: a merged area down to the last row is no hindrance', () => {
  const [form] = findForms(gridOf(rows, { merges: ['F1:F1048576'] }));
  expect(form?.indicators).toHaveLength(2);
});
