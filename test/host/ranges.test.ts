import { areaAt, startExcel } from './support';
import type { StartedExcel, StartOptions } from './support';

let app: StartedExcel;
afterEach(() => app.dispose());
const start = async (options: StartOptions) => (app = await startExcel(options));

it('reads what a sheet holds in one round trip', async () => {
  const { Excel, host } = await start({
    sheets: {
      表1: [
        ['指标', '得分'],
        ['质量', 88.5],
        ['合计', '=SUM(B2:B2)'],
      ],
    },
  });
  let requests = 0;
  const seen = await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load('items/name,items/visibility');
    const range = sheets.getItem('表1').getUsedRangeOrNullObject();
    range.load('values,formulas,text,numberFormat,address,valueTypes');
    await context.sync();
    requests = host.traffic.requests;
    return { names: sheets.items.map((sheet) => sheet.name), ...range.toJSON() };
  });
  expect(requests).toBe(1);
  expect(seen.names).toEqual(['表1']);
  expect(seen.address).toBe('表1!A1:B3');
  expect(seen.values).toEqual([
    ['指标', '得分'],
    ['质量', 88.5],
    ['合计', 88.5],
  ]);
  expect(seen.formulas?.[2]).toEqual(['合计', '=SUM(B2:B2)']);
  expect(seen.valueTypes?.[1]).toEqual(['String', 'Double']);
});

describe('what is put into a cell', () => {
  const put = async (input: unknown, format?: string) => {
    const { Excel } = await start({});
    return Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      if (format) cell.numberFormat = [[format]];
      cell.values = [[input]];
      cell.load('values,formulas,text,numberFormat,valueTypes');
      await context.sync();
      return [cell.values[0]?.[0], cell.text[0]?.[0], cell.numberFormat[0]?.[0], cell.valueTypes[0]?.[0]];
    });
  };

  it.each([
    ['a number', 89.5, undefined, [89.5, '89.5', 'General', 'Double']],
    ['a numeric text', '007', undefined, [7, '7', 'General', 'Double']],
    ['a text kept text', "'007", undefined, ['007', '007', 'General', 'String']],
    ['a numeric text in a text cell', '007', '@', ['007', '007', '@', 'String']],
    ['a percentage', '78%', undefined, [0.78, '78%', '0%', 'Double']],
    ['a fraction in a percent cell', 0.78, '0.0%', [0.78, '78.0%', '0.0%', 'Double']],
    ['a band, which is no date', '80-89', undefined, ['80-89', '80-89', 'General', 'String']],
    ['a truth value', true, undefined, [true, 'TRUE', 'General', 'Boolean']],
    ['an error', '=1/0', undefined, ['#DIV/0!', '#DIV/0!', 'General', 'Error']],
    ['nothing', '', undefined, ['', '', 'General', 'Empty']],
  ])('%s', async (_what, input, format, expected) => {
    expect(await put(input, format)).toEqual(expected);
  });
});

it('leaves cells alone for null and clears them for an empty text', async () => {
  const { Excel, values } = await start({ sheets: { A: [[1, 2, 3]] } });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('A').getRange('A1:C1').values = [[null, '', 9]];
    await context.sync();
  });
  expect(values('A', 'A1:C1')).toEqual([[1, '', 9]]);
});

it('calculates before it answers a read in the same batch', async () => {
  const { Excel } = await start({ sheets: { A: [[1, '=A1*2', '=B1+1']] } });
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('A');
    sheet.getRange('A1').values = [[10]];
    const range = sheet.getRange('A1:C1').load('values');
    await context.sync();
    return range.values;
  });
  expect(seen).toEqual([[10, 20, 21]]);
});

it('takes more than 1500 cells, which office.js sends in chunks', async () => {
  const { Excel, values } = await start({});
  const rows = Array.from({ length: 4000 }, (_row, at) => [at, at === 3999 ? '=SUM(A1:A3999)' : 'text']);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:B4000').formulas = rows;
    await context.sync();
  });
  expect(values('Sheet1', 'A3999:B4000')).toEqual([
    [3998, 'text'],
    [3999, 7994001],
  ]);
});

it('refuses a table of another size than the range', async () => {
  const { Excel } = await start({});
  const attempt = Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1:B2').values = [[1, 2, 3]];
    await context.sync();
  });
  await expect(attempt).rejects.toMatchObject({ code: 'InvalidArgument' });
});

it('writes to the anchor of a merged area only, and finds merged areas', async () => {
  const { Excel, values } = await start({ sheets: { A: [['团队', '', 5]] } });
  const address = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('A');
    sheet.getRange('A1:B2').merge();
    sheet.getRange('A1:C1').values = [['x', 'lost', 6]];
    const merged = sheet.getRange('A1:C5').getMergedAreasOrNullObject();
    const none = sheet.getRange('D1:E5').getMergedAreasOrNullObject();
    merged.load('address,areaCount');
    await context.sync();
    return { address: merged.address, none: none.isNullObject };
  });
  expect(address).toEqual({ address: 'A!A1:B2', none: true });
  expect(values('A', 'A1:C1')).toEqual([['x', '', 6]]);
});

it('walks over ranges: cells, rows, offsets, bounds, intersections', async () => {
  const { Excel } = await start({
    sheets: {
      'My Sheet': [
        [1, 2],
        [3, 4],
      ],
    },
  });
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('My Sheet');
    const range = sheet.getRange('B2:D5');
    const found = [
      range.getCell(1, 1),
      range.getRow(3),
      range.getColumn(0),
      range.getOffsetRange(-1, 1),
      range.getResizedRange(1, -1),
      range.getBoundingRect('F9'),
      range.getBoundingRect(sheet.getRange('A1')),
      range.getIntersection('C1:C3'),
      range.getLastCell(),
      range.getEntireRow(),
      range.getRowsBelow(2),
      sheet.getRangeByIndexes(0, 0, 2, 2),
      sheet.getCell(9, 26),
    ];
    found.forEach((each) => each.load('address'));
    const apart = range.getIntersectionOrNullObject('Z1');
    await context.sync();
    return [...found.map((each) => each.address.replace("'My Sheet'!", '')), apart.isNullObject];
  });
  expect(seen).toEqual(['C3', 'B5:D5', 'B2:B5', 'C1:E4', 'B2:C6', 'B2:F9', 'A1:D5', 'C2:C3', 'D5', '2:5', 'B6:D7', 'A1:B2', 'AA10', true]);
});

it('finds formulas, constants and blanks', async () => {
  const { Excel } = await start({
    sheets: {
      A: [
        [1, '=A1', ''],
        ['x', '', '=1/0'],
      ],
    },
  });
  const seen = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('A').getRange('A1:C2');
    const kinds = [
      range.getSpecialCells('Formulas'),
      range.getSpecialCells('Constants', 'Text'),
      range.getSpecialCells('Blanks'),
      range.getSpecialCells('Formulas', 'Errors'),
      range.getSpecialCellsOrNullObject('Constants', 'Logical'),
    ];
    kinds.forEach((each) => each.load('address'));
    await context.sync();
    return kinds.map((each) => (each.isNullObject ? null : each.address));
  });
  expect(seen).toEqual(['A!B1,A!C2', 'A!A2', 'A!C1,A!B2', 'A!C2', null]);
});

it('answers null for whole columns and refuses to write them', async () => {
  const { Excel } = await start({ sheets: { A: [[1]] } });
  const seen = await Excel.run(async (context) => {
    const column = context.workbook.worksheets.getItem('A').getRange('A:A').load('values,address');
    await context.sync();
    return { values: column.values, address: column.address };
  });
  expect(seen).toEqual({ values: null, address: 'A!A:A' });
  const attempt = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('A').getRange('A:A').values = [[1]];
    await context.sync();
  });
  await expect(attempt).rejects.toMatchObject({ code: 'InvalidArgument' });
});

it('keeps looks: fills, fonts, alignment, widths, borders; mixed ones read as null', async () => {
  const { Excel, model, sheetId } = await start({ sheets: { A: [[1, 2]] } });
  const seen = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('A').getRange('A1:B1');
    range.format.fill.color = '#ffcc00';
    range.format.font.bold = true;
    range.format.horizontalAlignment = 'Center';
    range.format.wrapText = true;
    range.format.columnWidth = 90;
    range.getCell(0, 1).format.font.bold = false;
    range.format.borders.getItem('EdgeBottom').style = 'Continuous';
    range.load('format/fill/color,format/font/bold,format/horizontalAlignment,format/wrapText,format/columnWidth');
    await context.sync();
    const { format } = range;
    return [format.fill.color, format.font.bold, format.horizontalAlignment, format.wrapText, format.columnWidth];
  });
  expect(seen).toEqual(['#FFCC00', null, 'Center', true, 90]);
  expect(model.border(sheetId('A'), 0, 1, 'EdgeBottom').style).toBe('Continuous');
});

it('inserts rows and lets formulas follow', async () => {
  const { Excel, model, sheetId } = await start({ sheets: { A: [[1], [2], ['=SUM(A1:A2)']] } });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('A').getRange('2:2').insert('Down');
    await context.sync();
  });
  expect(model.formulas(sheetId('A'), areaAt('A1:A4'))).toEqual([[1], [''], [2], ['=SUM(A1:A3)']]);
});

it('copies formulas with their references moved', async () => {
  const { Excel, model, sheetId } = await start({ sheets: { A: [[1, '=A1*2'], [5]] } });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('A');
    sheet.getRange('B2').copyFrom('B1');
    await context.sync();
  });
  expect(model.formulas(sheetId('A'), areaAt('B2'))).toEqual([['=A2*2']]);
  expect(model.values(sheetId('A'), areaAt('B2'))).toEqual([[10]]);
});

it('tells what is asked of single cells', async () => {
  const { Excel } = await start({ sheets: { A: [[1, 2]] } });
  const seen = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('A').getRange('A1:B1');
    range.getCell(0, 1).format.protection.locked = false;
    const facts = range.getCellProperties({ address: true, format: { protection: true } });
    await context.sync();
    return facts.value;
  });
  expect(seen).toEqual([
    [
      { address: 'A!A1', format: { protection: { locked: true, formulaHidden: false } } },
      { address: 'A!B1', format: { protection: { locked: false, formulaHidden: false } } },
    ],
  ]);
});
