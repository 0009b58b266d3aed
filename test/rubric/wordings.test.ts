import { outcome, resultsOf, type Row } from './gives';

describe('a percentage behind a label is a share of the full marks that the text names', () => {
  const rows: Row[] = [
    ['优得满分，良得85%，中得70%，差不得分', { 优: '优 20', 良: '良 17', 中: '中 14', 差: '差 0' }, { fullMarks: '20' }],
    ['按时完成得满分，基本完成得70%，未完成不得分', { 基本完成: '7', 未完成: '0' }, { fullMarks: '10' }],
    ['A级计满分，B级计75%，C级不计分', { B级: '15', C级: '0' }, { fullMarks: '20' }],
    ['95%以上得满分，85%-94%计60%分值，85%以下不得分', { '96%': '10', '90%': '6', '80%': '0' }, { fullMarks: '10' }],
  ];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

describe('Roman numerals number levels', () => {
  const rows: Row[] = [
    ['Ⅰ档10分，Ⅱ档8分，Ⅲ档5分', { Ⅱ档: 'Ⅱ档 8', '3': 'Ⅲ档 5' }],
    ['Level I: 1 point; Level II: 2 points; Level III: 3 points', { 'Level II': 'Level II 2' }],
  ];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

describe('words of movement', () => {
  const rows: Row[] = [
    ['每拖期一天扣1分，每提早一天加1分', { 拖期2天: '-2', 提早3天: '3' }],
    ['每超支2%扣1分，扣完为止', { '98%': '10', '104%': '8' }, { fullMarks: '10', target: '100%' }],
    ['每顺延1天扣2分，扣完为止', { 顺延2天: '16' }, { fullMarks: '20' }],
  ];
  test.each(rows)('%s', (...[text, entries, given]) => {
    const points = Object.keys(entries).map((entry) => [entry, outcome(text, entry, given).points?.toFixed()]);
    expect(Object.fromEntries(points)).toEqual(entries);
  });
});

describe('caps', () => {
  const rows: Row[] = [
    ['累计扣分不超过6分，每发现一处扣2分', { '1': '18', '5': '14' }, { fullMarks: '20' }],
    ['Score = Actual / Target * 50, capped at 60', { '80': '40', '200': '60' }, { target: '100' }],
  ];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

  test.each<Row>([
    ['得分=完成量/计划量×权重分，最多不超过150%', { '90': '9', '200': '15' }, { fullMarks: '10', target: '100' }],
    ['达成率×20分，超过120%按120%计', { '90%': '18', '130%': '24' }],
    ['完成率×分值，上限120%，下限60%', { '130%': '12', '50%': '6' }, { fullMarks: '10' }],
    ['得分=实际/目标×权重分，最高不超过权重的120%', { '90': '9', '130': '12' }, { fullMarks: '10', target: '100' }],
  ])('a cap in percent bounds the rate: %s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

describe('points in front of what they are given for', () => {
  const rows: Row[] = [
    ['3分：优秀 2分：合格 1分：较差', { 优秀: '优秀 3', '2': '合格 2' }],
    ['3分：主动帮助同事 2分：愿意配合 1分：推诿扯皮', { 主动帮助同事: '3', 推诿扯皮: '1' }],
    ['0 = Poor, 1 = Fair, 2 = Good, 3 = Excellent', { Fair: 'Fair 1', '3': 'Excellent 3' }],
    ['A.30分 B.20分 C.10分', { B: 'B 20' }],
    ['Passed = 5, Failed = 0', { Passed: '5', Failed: '0' }],
  ];
  test.each(rows)('%s', (text, entries) => {
    const points = (entry: string): string | undefined => outcome(text, entry).points?.toFixed();
    const wanted = Object.fromEntries(Object.entries(entries).map(([entry, value]) => [entry, value.split(' ').pop()]));
    expect(Object.fromEntries(Object.keys(entries).map((entry) => [entry, points(entry)]))).toEqual(wanted);
  });
});

describe('English sentences', () => {
  const rows: Row[] = [
    ['Marks of 80 and over: Excellent. 60 to under 80: Good. Under 60: Poor.', { '80': 'Excellent', '79.5': 'Good', '59': 'Poor' }],
    ['2 bonus points for each extra chapter, up to 6 points', { '2': '4', '5': '6', '0': '0' }],
    ['Every spelling mistake costs 1 point (max. 4 points).', { '2': '8', '9': '6' }, { fullMarks: '10' }],
    ['Lose 1 point for each late report, maximum deduction 3 points.', { '2': '8', '5': '7' }, { fullMarks: '10' }],
    ['Deduct 5% per day.', { '2 days': '90' }, { fullMarks: '100' }],
    ['4+ defects = 0 points; 1-3 defects = 3 points; no defects = 5 points', { '0': '5', '2': '3', '6': '0' }],
  ];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

  test('how often a step is taken at most leaves the rest open', () => {
    expect(outcome('Deduct 5% per day up to 4 days.', '6 days', { fullMarks: '100' }).certainty).not.toBe('certain');
  });
});

describe('formulas and targets that the text names', () => {
  const rows: Row[] = [
    ['按比例计分：合格率×30分', { '90%': '27' }],
    ['实际产量/计划产量×100%×分值', { '80%': '16' }, { fullMarks: '20' }],
    ['目标值95%，每低于目标值1个百分点扣2分，扣完为止', { '95%': '10', '93%': '6' }, { fullMarks: '10' }],
  ];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

test('a denial without the manner that is asked for only resembles', () => {
  expect(outcome('按时提交得5分，未按时提交不得分', '未提交').certainty).toBe('ask');
  expect(outcome('按时提交得5分，未按时提交不得分', '未按时提交').certainty).toBe('certain');
});

test('a movement that no table knows is asked about', () => {
  expect(outcome('每翻滚1%扣2分，扣完为止', '103%', { fullMarks: '20', target: '100%' }).certainty).toBe('ask');
});

describe('(含) at one bound only', () => {
  const rows: Row[] = [
    ['80分以上为优秀，60分（含）至80分为良好，40分（含）至60分为一般', { '80': '优秀', '60': '良好', '59.9': '一般', '40': '一般' }],
    ['90分（含）-100分为优，60分（含）-90分为良，60分以下为差', { '100': '优', '90': '优', '60': '良' }],
  ];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

describe('additions for what is obtained', () => {
  const rows: Row[] = [
    ['获得国家级荣誉加8分，省级荣誉加5分，市级荣誉加2分', { 省级荣誉: '5', 国家级荣誉: '8' }],
    ['提前1天提交加2分，最多加4分；每推后1天扣1分', { 提前1天: '2', 提前3天: '4', 推后3天: '-3' }],
  ];
  test.each(rows)('%s', (...[text, entries]) => {
    expect(Object.fromEntries(Object.keys(entries).map((entry) => [entry, outcome(text, entry).points?.toFixed()]))).toEqual(entries);
  });
});

describe('English zero-outs', () => {
  const rows: Row[] = [['If copied code is found, the work receives a grade of zero.', { '1': '0', '0': '10' }, { fullMarks: '10' }]];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});
