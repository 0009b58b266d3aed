import { cutToWidth, displayWidth, textTable } from '../../src/cli/textTable';

test.each([
  ['abc', 3],
  ['客户满意度', 10],
  ['A级（优）', 9],
  ['、。「」', 8],
  ['é', 2 - 1],
  ['e\u0301', 1],
  ['𠮷', 2],
  ['①', 1],
  ['', 0],
])('%s takes %i cells', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test.each([
  ['客户满意度评分', 9, '客户满意…'],
  ['客户满意度评分', 14, '客户满意度评分'],
  ['two\nlines', 20, 'two lines'],
])('%s cut to %i', (text, width, cut) => {
  expect(cutToWidth(text, width)).toBe(cut);
});

test('columns stand under each other whatever the script', () => {
  expect(
    textTable([
      ['指标', '得分'],
      ['a', '1'],
      ['工作质量', '90'],
    ]),
  ).toEqual(['指标      得分', 'a         1', '工作质量  90']);
});
