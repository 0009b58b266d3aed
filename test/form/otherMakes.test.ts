/** Forms of other makes: scales beside the table, departments and panels that score, groups with unknown names, totals above the header. */
import { findForms } from '../../src/form';
import { cellAddress } from '../../src/form/address';
import type { Form } from '../../src/form/types';
import { wordPointsIn } from '../../src/form/wordScales';
import { formula, gridOf, pct, type Written } from './grid';

function only(rows: readonly (readonly Written[])[], merges: readonly string[] = []): Form {
  const forms = findForms(gridOf(rows, { merges }));
  expect(forms).toHaveLength(1);
  return forms[0]!;
}

const totalsOf = (form: Form): string[] => form.totals.map((total) => `${cellAddress(total.row, total.column)} ${total.role}`);
const ratersOf = (form: Form): string[] => form.scores.map((score) => `${score.header}: ${score.rater}`);
const weightsOf = (form: Form): (string | null)[] => form.indicators.map((indicator) => indicator.weight?.toString() ?? null);
const namesOf = (form: Form): string[] => form.indicators.map((indicator) => indicator.name);

test('a scale beside the table, headed with the names of totals, gives it no columns', () => {
  const form = only(
    [
      ['仓管员季度考核表'],
      ['评分项目', '满分', '自评', '主管评分', null, '最终得分', '奖金系数'],
      ['入库验收', 60, 55, 54, null, '90分及以上', 1.2],
      ['盘点准确', 40, 36, 35, null, '80分及以上、不足90分', 1],
      ['合计', formula('SUM(B3:B4)', 100), null, null, null, '不足80分', 0.8],
      ['最终得分'],
      ['奖金系数'],
    ],
    ['C6:D6', 'C7:D7'],
  );
  expect(form.columns).toEqual({ indicator: 1, fullMarks: 2, self: 3, supervisor: 4 });
  expect(totalsOf(form)).toEqual(['B5 full-marks', 'C5 rater-total', 'D5 rater-total', 'C6 final', 'C7 bonus']);
  expect(form.scales?.[0]?.steps.map((step) => step.result)).toEqual(['1.2', '1', '0.8']);
});

test.each([
  ['财务部打分', '财务部打分'],
  ['业主代表评价', '业主代表评价'],
  ['單位主管評核', 'supervisor'],
  ['Client rating', 'client rating'],
])('%s is scored by %s', (header, rater) => {
  const form = only([
    ['服务考核表'],
    ['考核项目', '分值', '自评', header],
    ['响应', 50, 40, 41],
    ['态度', 50, 45, 44],
    ['合计', 100, null, null],
  ]);
  expect(ratersOf(form)).toEqual(['自评: self', `${header}: ${rater}`]);
});

test('the members of a panel, named below its heading, each have a column; their totals may stand above', () => {
  const form = only(
    [
      ['Design contest'],
      ['TOTAL', null, formula('SUM(C5:C7)', 70), formula('SUM(D5:D7)', 73)],
      [null, null, 'Jury'],
      ['Criterion', 'Maximum score', 'B. Adeyemi', 'K. Ito'],
      ['Idea', 40, 30, 31],
      ['Craft', 40, 28, 29],
      ['Report', 20, 12, 13],
    ],
    ['C3:D3'],
  );
  expect(ratersOf(form)).toEqual(['B. Adeyemi: B. Adeyemi', 'K. Ito: K. Ito']);
  expect(form.headerRow).toBe(4);
  expect(totalsOf(form)).toEqual(['C2 final', 'D2 final']);
  expect(form.totals[0]?.indicators).toEqual([0, 1, 2]);
});

test('the names right of groups are the indicators, whatever their heading says', () => {
  const form = only(
    [
      ['保洁员考核表'],
      ['类别', '条目说法', '分值', '评分标准', '得分'],
      ['卫生', '大堂地面', 30, '有污渍每处扣2分', 28],
      [null, '电梯轿厢', 30, '有手印每处扣1分', 29],
      ['纪律', '按时到岗', 40, '迟到每次扣5分', 35],
    ],
    ['A3:A4'],
  );
  expect(form.columns).toMatchObject({ dimension: 1, indicator: 2, fullMarks: 3 });
  expect(namesOf(form)).toEqual(['大堂地面', '电梯轿厢', '按时到岗']);
});

test('a rating scale below a table is none of its rows', () => {
  const form = only([
    ['Probation review'],
    ['Competency', 'Weight', 'Rating'],
    ['Punctuality', 40, 'Fair'],
    ['Teamwork', 60, 'Excellent'],
    [],
    ['Rating key'],
    ['Excellent', 10],
    ['Fair', 6],
    ['Rough', 2],
  ]);
  expect(namesOf(form)).toEqual(['Punctuality', 'Teamwork']);
  expect(form.wordScale?.map(({ word, points }) => `${word} ${points.toString()}`)).toEqual(['Excellent 10', 'Fair 6', 'Rough 2']);
});

test('marks beside names and coefficients beside grades are no scale of words', () => {
  const rows = (heading: string, steps: readonly (readonly Written[])[]): Form =>
    only([
      ['班组考核表'],
      ['考核项目', '权重', '评分标准', '得分'],
      ['质量', pct(0.5), '无返工得满分', 90],
      ['交期', pct(0.5), '按时得满分', 80],
      [],
      ['等级', heading],
      ...steps,
    ]);
  expect(rows('奖金系数', [['优秀', 1.5], ['良好', 1.2], ['合格', 1]]).wordScale).toBeUndefined(); // prettier-ignore
  expect(rows('对应分', [['优秀', 95], ['良好', 85], ['合格', 65]]).wordScale).toHaveLength(3); // prettier-ignore
});

test.each([
  ['评分等级：优=95分，良=85分，中=70分，差=50分', ['优 95', '良 85', '中 70', '差 50']],
  ['Excellent = 5, Good = 4, Poor = 1', ['Excellent 5', 'Good 4', 'Poor 1']],
  ['优秀90-100分，良好80-89分，合格60-79分', []],
  ['迟到=2分，早退=3分，旷工=10分', []],
])('%s', (text, words) => expect(wordPointsIn(text).map(({ word, points }) => `${word} ${points.toString()}`)).toEqual(words));

test('a rating beside measured values with tiers without points is a grade', () => {
  const form = only([
    ['Line lead scorecard'],
    ['Metric', 'Scoring criteria', 'Actual', 'Rating'],
    ['Scrap', 'Gold: below 1%\nSilver: 1% to 3%\nBronze: above 3%', 0.02, null],
    ['Output', 'Gold: 95 or more\nSilver: 80 to 94\nBronze: below 80', 90, null],
  ]);
  expect(form.columns).toMatchObject({ actual: 3, grade: 4 });
  expect(totalsOf(form)).toEqual(['D3 grade', 'D4 grade']);
});

test('lines to be signed below a table say nothing about its columns', () => {
  const signed = '本人已知悉并同意本次考核结果及改进要求（员工签字）：';
  const form = only([
    ['前台考核表'],
    ['考核项目', '权重', '评分标准', '得分'],
    ['接待', pct(0.5), '无投诉得满分', null],
    ['电话', pct(0.5), '三声内接听得满分', null],
    ['合计', pct(1), null, null],
    ['被考核人签字：', null, null, signed],
    ['考核人签字：', null, null, signed],
  ]);
  expect(form.columns.score).toBe(4);
  expect(namesOf(form)).toEqual(['接待', '电话']);
});

test('a first indicator named with a header word is no second header once its row is filled', () => {
  const form = only(
    [['客服考核表'], ['考核指标', null, '权重', '得分'], ['客户投诉次数', null, 60, 5], ['回访数量', null, 40, 4]],
    ['A2:B2', 'A3:B3', 'A4:B4'],
  );
  expect(form.headerRow).toBe(2);
  expect(namesOf(form)).toEqual(['客户投诉次数', '回访数量']);
});

test('a subtotal may be labelled with a long name of its section', () => {
  const form = only([
    ['考核表'],
    ['考核项目', '分值', '得分'],
    ['工作业绩与重点任务完成情况'],
    ['产量', 40, 30],
    ['质量', 30, 20],
    ['工作业绩与重点任务完成情况小计', null, null],
    ['能力'],
    ['协作', 30, 20],
    ['总分', null, null],
  ]);
  expect(totalsOf(form)).toEqual(['C6 section', 'C9 final']);
  expect(form.totals[0]?.indicators).toEqual([0, 1]);
});

test('a form below another one does not take its note for a title', () => {
  const table = (title: string): Written[][] => [
    [title],
    ['姓名：李四', null],
    ['评分项目', '满分', '自评', '主管评分'],
    ['巡检', 50, null, null],
    ['交接', 50, null, null],
    ['总分', null, null, null],
    ['总分=自评×30%+主管评分×70%'],
    [],
  ];
  const forms = findForms(gridOf([...table('值班员考核表'), ...table('门卫考核表')]));
  expect(forms.map((form) => form.title)).toEqual(['值班员考核表', '门卫考核表']);
  expect(forms.map((form) => form.notes.length)).toEqual([1, 1]);
});

test.each([
  ['beside the title', [['考核表', null, null, null, null, '总分', formula('SUM(D3:D4)', 80)]], [], 'G1 final'],
  ['right of the last row', [['考核表']], [[null, null, null, null, '总分', formula('SUM(D3:D4)', 80)]], 'F5 final'],
])('a total may stand %s, outside the columns of the table', (_, above, below, total) => {
  const form = only([
    ...(above as Written[][]),
    ['考核项目', '分值', '评分标准', '得分'],
    ['装车', 60, '无破损得满分', 50],
    ['卸车', 40, '按时得满分', 30],
    ...(below as Written[][]),
  ]);
  expect(totalsOf(form)).toEqual([total]);
  expect(form.totals[0]?.indicators).toEqual([0, 1]);
});

test('a number beside a table that sums up nothing of it is no total', () => {
  const form = only([
    ['考核表', null, null, null, null, '总分', 100],
    ['考核项目', '分值', '评分标准', '得分'],
    ['装车', 60, '无破损得满分', 50],
    ['卸车', 40, '按时得满分', 30],
  ]);
  expect(form.totals).toEqual([]);
});

const spaced: readonly (readonly Written[])[] = [
  ['门卫考核表'],
  ['考核项目', '权重', '评分标准', '自评', '主管评分'],
  ['登记', pct(0.5), '无漏登得满分', 90, 88],
  ['巡逻', pct(0.5), '按时得满分', 80, 85],
  ['合计', pct(1), null, null, null],
];

test.each([1, 2, 3, 4])('an empty column behind column %i only spaces the table out', (at) => {
  const form = only(spaced.map((row) => [...row.slice(0, at), null, ...row.slice(at)]));
  expect(namesOf(form)).toEqual(['登记', '巡逻']);
  expect(weightsOf(form)).toEqual(['0.5', '0.5']);
  expect(form.totals).toHaveLength(3);
});

test('blank rows between indicators only space them out', () => {
  const form = only([...spaced.slice(0, 3), [], ...spaced.slice(3, 4), [], ...spaced.slice(4)]);
  expect(namesOf(form)).toEqual(['登记', '巡逻']);
  expect(form.totals).toHaveLength(3);
});

test('two forms beside each other stay two', () => {
  const line = (row: readonly Written[]): Written[] => [...row.slice(0, 4), null, ...row.slice(0, 4)];
  expect(findForms(gridOf(spaced.slice(1).map(line)))).toHaveLength(2);
});
