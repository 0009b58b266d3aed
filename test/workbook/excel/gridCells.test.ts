import type { GridCell } from '../../../src/form/grid';
import { batchBlocks, cutBlock, type Block } from '../../../src/workbook/excel/blocks';
import { cellInput } from '../../../src/workbook/excel/cellInput';
import { addCells, cellFormula, cellValue } from '../../../src/workbook/excel/gridCells';
import { makeOwnWrites } from '../../../src/workbook/excel/ownWrites';
import { localAddress, parseRangeAddress } from '../../../src/workbook/excel/rangeAddress';
import { displayText } from '../../../src/workbook/xlsx/displayText';
import { widerText } from '../../../src/workbook/excel/widerText';
import { sameState } from '../../../src/workbook/excel/writeCells';

// [what Range.values and Range.formulas say, value, formula]
test.each([
  ['', '', null, null],
  [0, 0, 0, null],
  [false, false, false, null],
  ['#N/A', '=NA()', { error: '#N/A' }, '=NA()'],
  ['#排名', '#排名', '#排名', null],
  ['=SUM(A1)', '=SUM(A1)', '=SUM(A1)', null],
  ['', '=IF(A1="","",1)', null, '=IF(A1="","",1)'],
  ['#NAME?', '=_xldudf_RUBRIC_TIER(A1,B1)', { error: '#NAME?' }, '=RUBRIC_TIER(A1,B1)'],
])('%j by %j', (value, formula, expectedValue, expectedFormula) => {
  expect([cellValue(value), cellFormula(formula, value)]).toEqual([expectedValue, expectedFormula]);
});

test('a number in a column too narrow for it is read as it would show in a wider one', () => {
  const rows = new Map<number, Map<number, GridCell>>();
  const faces = { values: [[0.785, '###']], formulas: [[0.785, '###']], text: [['####', '###']], numberFormat: [['0.0%', 'General']] };
  addCells(rows, { sheet: 'S', row: 1, column: 2, rows: 1, columns: 2 }, faces);
  expect([...(rows.get(2)?.values() ?? [])].map(({ text }) => text)).toEqual(['78.5%', '###']);
});

// Held against the formatter of files, which knows every format.
test.each([
  [0.785, '0%'],
  [0.785, '0.0%'],
  [1.25, '0.0'],
  [-2.5, '0.0_);(0.0)'],
  [86.5, 'General'],
  [0.1 + 0.2, 'General'],
  [45000, 'yyyy-mm-dd'],
  [45000.7, '[$-804]yyyy-mm-dd;@'],
])('%s as %s', (value, format) => {
  const [section = ''] = format.split(';');
  expect(widerText(value, format)).toBe(displayText(value, section.replace('[$-804]', '').replace('_)', '')));
});

test.each([
  [45000, 'yyyy"年"m"月"d"日"', '2023-03-15'],
  [12.5, '0.0"分"', '12.5'],
  [3, '[Red]0', '3'],
  [1.005, '0.00', '1.01'],
])('%s as %s is told plainly', (value, format, text) => {
  expect(widerText(value, format)).toBe(text);
});

// Texts that Excel would turn into something else are given with the apostrophe that keeps them texts.
test.each([
  ['优秀', '优秀'],
  ['A+', 'A+'],
  ['=A1', "'=A1"],
  ['+86', "'+86"],
  ['-', "'-"],
  ['@x', "'@x"],
  ["'x", "''x"],
  ['3-4', "'3-4"],
  ['９０', "'９０"],
  ['true', "'true"],
  ['＝A1', "'＝A1"],
  ['2026年1月5日上午9时', "'2026年1月5日上午9时"],
  ['5 September 2026', "'5 September 2026"],
  ['1 de septiembre de 2026', "'1 de septiembre de 2026"],
  // Prose is left alone: the apostrophe would be seen in the formula bar.
  ['2026年服务质量考核表', '2026年服务质量考核表'],
  ['Customer service performance review 2026', 'Customer service performance review 2026'],
  ['90-100分为优秀\n80-89分为良好', '90-100分为优秀\n80-89分为良好'],
  ['=90% of all letters answered within three days', "'=90% of all letters answered within three days"],
  [86.5, 86.5],
  [null, ''],
  [{ error: '#N/A' }, '#N/A'],
])('%j goes into a cell as %j', (value, input) => {
  expect(cellInput(value)).toBe(input);
});

test.each([
  [
    "'My, Sheet''s'!$A$1:$B$2,'My, Sheet''s'!D4",
    [
      ["My, Sheet's", 1, 1, 2, 2],
      ["My, Sheet's", 4, 4, 4, 4],
    ],
  ],
  ['考核表!A1:I35', [['考核表', 1, 1, 35, 9]]],
  [
    'Sheet1!A1:B2, Sheet1!C3',
    [
      ['Sheet1', 1, 1, 2, 2],
      ['Sheet1', 3, 3, 3, 3],
    ],
  ],
  ['A1', [['', 1, 1, 1, 1]]],
  ['Sheet1!A:B', []],
])('%s', (address, areas) => {
  expect(parseRangeAddress(address).map(({ sheet, area: { top, left, bottom, right } }) => [sheet, top, left, bottom, right])).toEqual(
    areas,
  );
});

test.each([
  ['Sheet1!$A$1:$B$2', 'A1:B2'],
  ["'a!b'!C3", 'C3'],
  ['D4', 'D4'],
])('%s without its sheet is %s', (address, local) => {
  expect(localAddress(address)).toBe(local);
});

describe('blocks', () => {
  const block = (rows: number, columns: number, sheet = 'S'): Block => ({ sheet, row: 0, column: 0, rows, columns });

  test('are cut into bands that cover every row once', () => {
    const bands = cutBlock(block(10, 3), 12);
    expect(bands.map(({ row, rows }) => [row, rows])).toEqual([
      [0, 4],
      [4, 4],
      [8, 2],
    ]);
    expect(cutBlock(block(2, 50), 12).map(({ rows }) => rows)).toEqual([1, 1]);
  });

  test('are gathered up to what an answer holds, in order', () => {
    const batches = batchBlocks([block(2, 3, 'a'), block(2, 3, 'b'), block(9, 3, 'c')], 12);
    expect(batches.map((batch) => batch.map(({ sheet, row, rows }) => [sheet, row, rows]))).toEqual([
      [
        ['a', 0, 2],
        ['b', 0, 2],
      ],
      [['c', 0, 4]],
      [['c', 4, 4]],
      [['c', 8, 1]],
    ]);
    expect(batchBlocks([])).toEqual([]);
  });
});

test('a cell that we wrote answers for one event, for some seconds', () => {
  let now = 1_000;
  const own = makeOwnWrites(() => now);
  own.note([
    { sheet: 'S', cell: 'A1' },
    { sheet: 'S', cell: 'B1' },
  ]);
  expect([own.claim('S', 'A1'), own.claim('S', 'A1'), own.claim('T', 'B1')]).toEqual([true, false, false]);
  now += 60_000;
  expect(own.claim('S', 'B1')).toBe(false);
});

// Excel writes a formula back in its own spelling; texts inside it are not ours to fold.
test.each([
  ['=sum( A1:A2 )', '=SUM(A1:A2)', true],
  ['=IF(A1="a b","优","良")', '=if(A1 = "a b", "优","良")', true],
  ['=IF(A1="a b",1)', '=IF(A1="ab",1)', false],
  ['=A1', null, false],
])('%s and %s: the same formula? %s', (one, other, same) => {
  expect(sameState({ value: 1, formula: one }, { value: 2, formula: other })).toBe(same);
});

test.each([
  [null, '', true],
  [0, null, false],
  ['0', 0, false],
  [{ error: '#N/A' }, { error: '#N/A' }, true],
  [{ error: '#N/A' }, { error: '#REF!' }, false],
])('%j and %j: the same value? %s', (one, other, same) => {
  expect(sameState({ value: one, formula: null }, { value: other, formula: null })).toBe(same);
});
