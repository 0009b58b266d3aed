import { startExcel } from './support';
import type { StartedExcel, StartOptions } from './support';

let app: StartedExcel;
afterEach(() => app.dispose());
const start = async (options: StartOptions) => (app = await startExcel(options));

describe('worksheets', () => {
  it('adds, names, copies, moves, hides and deletes', async () => {
    const { Excel, model } = await start({ sheets: { A: [[1, '=A1+1']], B: [] } });
    const names = await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const made = sheets.add('新表');
      made.tabColor = '#00FF00';
      made.position = 0;
      sheets.getItem('A').copy('After', sheets.getItem('A'));
      sheets.getItem('B').visibility = 'Hidden';
      await context.sync();
      sheets.load('items/name,items/visibility,items/tabColor');
      await context.sync();
      return sheets.items.map((sheet) => [sheet.name, sheet.visibility]);
    });
    expect(names).toEqual([
      ['新表', 'Visible'],
      ['A', 'Visible'],
      ['A (2)', 'Visible'],
      ['B', 'Hidden'],
    ]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('A (2)').delete();
      await context.sync();
    });
    expect(model.sheets().map(({ name }) => name)).toEqual(['新表', 'A', 'B']);
  });

  it.each([
    ['a taken name', 'b', 'ItemAlreadyExists'],
    ['a name with a slash', 'a/b', 'InvalidArgument'],
    ['a name of 32 letters', 'x'.repeat(32), 'InvalidArgument'],
  ])('refuses %s', async (_what, name, code) => {
    const { Excel } = await start({ sheets: { A: [], B: [] } });
    const attempt = Excel.run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    });
    await expect(attempt).rejects.toMatchObject({ code });
  });

  it('goes on with the same sheet after it was renamed', async () => {
    const { Excel } = await start({ sheets: { A: [[1]] } });
    const name = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('A');
      sheet.name = 'Other';
      await context.sync();
      const range = sheet.getRange('A1').load('address');
      await context.sync();
      return range.address;
    });
    expect(name).toBe('Other!A1');
  });

  it('activates and selects', async () => {
    const { Excel } = await start({ sheets: { A: [], B: [] } });
    const seen = await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('B').activate();
      context.workbook.worksheets.getItem('B').getRange('C3:D4').select();
      const selected = context.workbook.getSelectedRange().load('address');
      const active = context.workbook.worksheets.getActiveWorksheet().load('name');
      await context.sync();
      return [active.name, selected.address];
    });
    expect(seen).toEqual(['B', 'B!C3:D4']);
  });

  it('freezes rows', async () => {
    const { Excel, model } = await start({ sheets: { A: [] } });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('A').freezePanes.freezeRows(3);
      await context.sync();
    });
    expect(model.sheets()[0]?.frozen).toEqual({ rows: 3, columns: 0 });
  });
});

describe('page breaks', () => {
  it('stand before the cells they were given, each once, and go one by one or together', async () => {
    const { Excel } = await start({ sheets: { A: [] } });
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('A');
      const { horizontalPageBreaks: rows, verticalPageBreaks: columns } = sheet;
      ['A30:A30', 'A12', 'A30'].forEach((place) => rows.add(place));
      columns.add(sheet.getRange('D1'));
      rows.load('items/rowIndex,items/columnIndex');
      columns.load('items/columnIndex');
      const count = rows.getCount();
      await context.sync();
      const first = rows.items.map(({ rowIndex }) => rowIndex);
      const across = columns.items.map(({ columnIndex }) => columnIndex);
      const after = rows.getItem(1).getCellAfterBreak();
      after.load('address');
      rows.items[0]?.delete();
      const left = rows.getCount();
      await context.sync();
      rows.removePageBreaks();
      const none = rows.getCount();
      await context.sync();
      return [first, across, count.value, after.address, left.value, none.value];
    });
    expect(seen).toEqual([[11, 29], [3], 2, 'A!A30', 1, 0]);
  });

  it('cannot stand before the first row', async () => {
    const { Excel } = await start({ sheets: { A: [] } });
    const attempt = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('A').horizontalPageBreaks.add('A1');
      await context.sync();
    });
    await expect(attempt).rejects.toMatchObject({ code: 'InvalidArgument' });
  });
});

describe('protection', () => {
  const writeTo = ({ Excel }: StartedExcel, address: string) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('A').getRange(address).values = [[7]];
      await context.sync();
    });

  it('refuses locked cells and takes unlocked ones', async () => {
    const started = await start({ sheets: { A: [[1, 2]] } });
    await started.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('A');
      sheet.getRange('B1').format.protection.locked = false;
      sheet.protection.protect({ allowAutoFilter: true }, 'secret');
      await context.sync();
      sheet.protection.load('protected,options');
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      expect(sheet.protection.options.allowAutoFilter).toBe(true);
    });
    await expect(writeTo(started, 'A1')).rejects.toMatchObject({ code: 'AccessDenied' });
    await writeTo(started, 'B1');
    expect(started.values('A', 'A1:B1')).toEqual([[1, 7]]);
  });

  it('keeps hands off the locked cells, too', async () => {
    const { Excel, model, type, values } = await start({ sheets: { A: [[1, 2]] } });
    const told: unknown[] = [];
    model.onEvent((event) => told.push(event));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('A');
      sheet.getRange('B1').format.protection.locked = false;
      sheet.protection.protect();
      await context.sync();
    });
    type('A', 'A1', 8);
    type('A', 'B1', 9);
    expect(values('A', 'A1:B1')).toEqual([[1, 9]]);
    expect(told).toContainEqual({ kind: 'refused', sheet: model.activeSheet(), area: { row: 0, column: 0, rows: 1, columns: 1 } });
  });

  it('wants the password', async () => {
    const started = await start({ sheets: { A: [[1]] } });
    const unprotect = (password: string) =>
      started.Excel.run(async (context) => {
        context.workbook.worksheets.getItem('A').protection.unprotect(password);
        await context.sync();
      });
    await started.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('A').protection.protect({}, 'secret');
      await context.sync();
    });
    await expect(unprotect('wrong')).rejects.toMatchObject({ code: 'AccessDenied' });
    await unprotect('secret');
    await writeTo(started, 'A1');
    expect(started.values('A', 'A1')).toEqual([[7]]);
  });
});

describe('what an add-in stores', () => {
  it('keeps settings as they were', async () => {
    const { Excel, model } = await start({});
    const seen = await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('rubric.policy', { boundary: 'better', levels: [1, null, '二'] });
      settings.add('gone', 1);
      await context.sync();
      settings.getItem('gone').delete();
      const kept = settings.getItem('rubric.policy').load('value');
      const missing = settings.getItemOrNullObject('nothing');
      settings.load('items/key');
      await context.sync();
      return [kept.value, missing.isNullObject, settings.items.map(({ key }) => key)];
    });
    expect(seen).toEqual([{ boundary: 'better', levels: [1, null, '二'] }, true, ['rubric.policy']]);
    expect(JSON.parse(model.extras.settings['rubric.policy'] ?? '')).toEqual(seen[0]);
  });

  it('keeps XML parts by namespace', async () => {
    const { Excel } = await start({});
    const xml = '<r:rubric xmlns:r="urn:example:rubric"><r:band/></r:rubric>';
    const seen = await Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      parts.add(xml);
      await context.sync();
      const only = parts.getByNamespace('urn:example:rubric').getOnlyItem();
      const text = only.getXml();
      const none = parts.getByNamespace('urn:other').getOnlyItemOrNullObject();
      only.load('namespaceUri');
      await context.sync();
      return [text.value, only.namespaceUri, none.isNullObject];
    });
    expect(seen).toEqual([xml, 'urn:example:rubric', true]);
  });

  it('keeps properties of the workbook and of sheets', async () => {
    const { Excel } = await start({ sheets: { A: [] } });
    const seen = await Excel.run(async (context) => {
      context.workbook.properties.custom.add('Count', 3);
      const sheet = context.workbook.worksheets.getItem('A');
      sheet.customProperties.add('Form', 'f-1');
      await context.sync();
      const count = context.workbook.properties.custom.getItem('count').load('value');
      const form = sheet.customProperties.getItemOrNullObject('FORM').load('value');
      await context.sync();
      return [count.value, form.value];
    });
    expect(seen).toEqual([3, 'f-1']);
  });

  it('keeps names and calculates with them', async () => {
    const { Excel } = await start({ sheets: { 'My Data': [[2], [3], ['=SUM(Scores)']] } });
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('My Data');
      context.workbook.names.add('Scores', sheet.getRange('A1:A2'));
      await context.sync();
      const name = context.workbook.names.getItem('scores').load('name,formula,type');
      const range = name.getRange().load('address');
      const total = sheet.getRange('A3').load('values');
      const missing = sheet.names.getItemOrNullObject('Scores');
      await context.sync();
      return [name.name, name.formula, name.type, range.address, total.values, missing.isNullObject];
    });
    expect(seen).toEqual(['Scores', "='My Data'!$A$1:$A$2", 'Range', "'My Data'!A1:A2", [[5]], true]);
  });
});

describe('rules for cells', () => {
  it('keeps data validation', async () => {
    const { Excel } = await start({ sheets: { A: [] } });
    const seen = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('A').getRange('B2:B9');
      range.dataValidation.rule = { decimal: { formula1: 0, formula2: 100, operator: 'Between' } };
      range.dataValidation.errorAlert = { message: '0-100', showAlert: true, style: 'Stop', title: 'Score' };
      await context.sync();
      const inside = context.workbook.worksheets.getItem('A').getRange('B3').dataValidation.load('type,rule,errorAlert');
      const outside = context.workbook.worksheets.getItem('A').getRange('C3').dataValidation.load('type');
      await context.sync();
      return [inside.type, inside.rule.decimal?.formula2, inside.errorAlert.message, outside.type];
    });
    expect(seen).toEqual(['Decimal', '100', '0-100', 'None']);
  });

  const drawn = (started: StartedExcel) => started.rules('A').map(({ rule }) => rule);

  it('draws conditional formats and takes them back', async () => {
    const started = await start({ sheets: { A: [] } });
    const count = await started.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('A').getRange('B2:B9');
      const made = range.conditionalFormats.add('Custom');
      made.custom.rule.formula = '=$B2<60';
      made.custom.format.fill.color = '#FFC7CE';
      const low = range.conditionalFormats.add('CellValue');
      low.cellValue.rule = { formula1: '=0', operator: 'LessThan' };
      low.cellValue.format.font.bold = true;
      const found = range.conditionalFormats.getCount();
      await context.sync();
      return found.value;
    });
    expect(count).toBe(2);
    expect(drawn(started)).toEqual([
      { type: 'highlightCell', subType: 'number', operator: 'lessThan', value: 0, style: { bl: 1 } },
      { type: 'highlightCell', subType: 'formula', value: '=$B2<60', style: { bg: { rgb: '#FFC7CE' } } },
    ]);
    await started.settled();
    expect(started.model.undo()).toBe(true);
    expect(drawn(started)).toEqual([]);
  });

  it('deletes them, and reads them back', async () => {
    const { Excel } = await start({ sheets: { A: [] } });
    const seen = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('A').getRange('B2:B9');
      range.conditionalFormats.add('Custom').custom.rule.formula = '=$B2<60';
      range.conditionalFormats.add('CellValue').cellValue.rule = { formula1: '90', operator: 'GreaterThan' };
      await context.sync();
      range.conditionalFormats.load('items/type');
      await context.sync();
      const types = range.conditionalFormats.items.map(({ type }) => type);
      range.conditionalFormats.items[0]?.delete();
      range.conditionalFormats.load('items/type');
      await context.sync();
      return [types, range.conditionalFormats.items.map(({ type }) => type)];
    });
    expect(seen).toEqual([['CellValue', 'Custom'], ['Custom']]);
  });
});

it('makes one undo step of one batch', async () => {
  const { Excel, model, values, settled } = await start({ sheets: { A: [[1, '=A1*2']] } });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('A');
    sheet.getRange('A1').values = [[5]];
    sheet.getRange('C1').values = [['x']];
    sheet.getRange('A1').format.font.bold = true;
    await context.sync();
  });
  expect(values('A', 'A1:C1')).toEqual([[5, 10, 'x']]);
  await settled();
  expect(model.undo()).toBe(true);
  await settled();
  expect(values('A', 'A1:C1')).toEqual([[1, 2, '']]);
});

it('takes back the whole of a step when Undo is pressed in the middle of it, and Redo brings the whole back', async () => {
  const { Excel, model, values, settled } = await start({ sheets: { A: [[1, '=A1*2']] } });
  const write = (address: string, value: unknown) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('A').getRange(address).values = [[value]];
      await context.sync();
    });
  const close = model.openUndoStep();
  await write('A1', 5);
  model.undo();
  expect(values('A', 'A1:C1')).toEqual([[5, 10, '']]);
  await write('C1', 'x');
  close();
  await settled();
  expect(values('A', 'A1:C1')).toEqual([[1, 2, '']]);
  expect(model.redo()).toBe(true);
  await settled();
  expect(values('A', 'A1:C1')).toEqual([[5, 10, 'x']]);
});

it('knows tables', async () => {
  const { Excel, values } = await start({
    sheets: {
      A: [
        ['name', 'score'],
        ['a', 1],
        ['b', 2],
      ],
    },
  });
  const seen = await Excel.run(async (context) => {
    const table = context.workbook.tables.add('A!A1:B3', true);
    table.name = 'Scores';
    await context.sync();
    const body = context.workbook.tables.getItem('Scores').getDataBodyRange().load('values');
    const column = table.columns.getItem('score').getDataBodyRange().load('address');
    table.rows.add(undefined, [['c', 3]]);
    const whole = table.getRange().load('address');
    await context.sync();
    return [body.values, column.address, whole.address];
  });
  expect(seen).toEqual([
    [
      ['a', 1],
      ['b', 2],
    ],
    'A!B2:B3',
    'A!A1:B4',
  ]);
  expect(values('A', 'A4:B4')).toEqual([['c', 3]]);
});
