import { outcome, resultsOf, type Row } from './gives';

describe('a percentage behind a label is a share of the full marks that the text names', () => {
  const rows: Row[] = [
    ['优得满分，良得85%，中得70%，差不得分', { 优: '优 20', 良: '良 17', 中: '中 14', 差: '差 0' }, { fullMarks: '20' }],
    ['A级计满分，B级计75%，C级不计分', { B级: '15', C级: '0' }, { fullMarks: '20' }],
    ['95%以上得满分，85%-94%计60%分值，85%以下不得分', { '96%': '10', '90%': '6', '80%': '0' }, { fullMarks: '10' }],
  ];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});

describe('Roman numerals number levels', () => {
  const rows: Row[] = [
    ['Ⅰ档10分，Ⅱ档8分，Ⅲ档5分', { Ⅱ档: 'II档 8', '3': 'III档 5' }],
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

  test('a cap in percent is no target', () => {
    expect(outcome('得分=完成量/计划量×权重分，最多不超过150%', '90%', { fullMarks: '10' }).certainty).not.toBe('certain');
  });
});

describe('English zero-outs', () => {
  const rows: Row[] = [['If copied code is found, the work receives a grade of zero.', { '1': '0', '0': '10' }, { fullMarks: '10' }]];
  test.each(rows)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
});
