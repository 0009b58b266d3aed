import {
  area,
  columnIndex,
  columnLetters,
  coverCells,
  fromAddress,
  intersect,
  quoteSheet,
  sheetSize,
  splitSheet,
  toAddress,
} from '../../src/workbench/model/area';

describe('addresses', () => {
  it.each([
    ['A1', area(0, 0)],
    ['$B$2:$D$5', area(1, 1, 4, 3)],
    ['D5:B2', area(1, 1, 4, 3)],
    ['A:C', area(0, 0, sheetSize.rows, 3)],
    ['3:4', area(2, 0, 2, sheetSize.columns)],
    ['XFD1048576', area(sheetSize.rows - 1, sheetSize.columns - 1)],
    ['xfe1', null],
    ['A0', null],
    ['A', null],
    ['A1:B', null],
    ['A1:B2:C3', null],
    ['Score', null],
    ['', null],
  ])('reads %s', (text, expected) => {
    expect(fromAddress(text)).toEqual(expected);
  });

  it.each(['A1', 'B2:D5', 'A:C', '3:4', 'AA10:ZZ11'])('writes %s back', (text) => {
    expect(toAddress(fromAddress(text) as ReturnType<typeof area>)).toBe(text);
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('counts column %d as %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
    expect(columnIndex(letters.toLowerCase())).toBe(index);
  });
});

describe('sheet names in addresses', () => {
  it.each([
    ['Sheet1', 'Sheet1'],
    ['考核表', '考核表'],
    ['My Sheet', "'My Sheet'"],
    ["It's", "'It''s'"],
    ['2024', "'2024'"],
    ['AB12', "'AB12'"],
  ])('quotes %s where Excel does', (name, quoted) => {
    expect(quoteSheet(name)).toBe(quoted);
    expect(splitSheet(`${quoted}!A1`)).toEqual({ sheet: name, address: 'A1' });
  });

  it('may be missing', () => {
    expect(splitSheet('=B2')).toEqual({ sheet: null, address: 'B2' });
  });
});

it.each([
  ['overlapping', area(0, 0, 3, 3), area(1, 2, 5, 5), area(1, 2, 2, 1)],
  ['apart', area(0, 0, 2, 2), area(2, 2), null],
])('intersects areas that are %s', (_what, one, other, expected) => {
  expect(intersect(one, other)).toEqual(expected);
  expect(intersect(other, one)).toEqual(expected);
});

it('covers cells with few rectangles', () => {
  const cells = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [3, 0],
    [3, 2],
  ].map(([row, column]) => ({ row: row as number, column: column as number }));
  expect(coverCells(cells)).toEqual([area(0, 0, 2, 2), area(3, 0), area(3, 2)]);
});
