import { startExcel } from './support';
import type { StartedExcel, StartOptions } from './support';

let app: StartedExcel;
afterEach(() => app.dispose());
const start = async (options: StartOptions) => (app = await startExcel(options));

const write = ({ Excel }: StartedExcel, delayForCellEdit = false) =>
  Excel.run({ delayForCellEdit }, async (context) => {
    context.workbook.worksheets.getItem('A').getRange('A1').values = [[2]];
    await context.sync();
  });

it('says where a missing sheet was asked for', async () => {
  const { Excel } = await start({ sheets: { A: [] } });
  const attempt = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('A').getRange('A1').values = [[1]];
    context.workbook.worksheets.getItem('Nope').getRange('A1').values = [[1]];
    await context.sync();
  });
  await expect(attempt).rejects.toMatchObject({ code: 'ItemNotFound', debugInfo: { errorLocation: 'WorksheetCollection.getItem' } });
});

it('leaves what was done before the failure', async () => {
  const { Excel, values } = await start({ sheets: { A: [] } });
  const attempt = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('A').getRange('A1').values = [[1]];
    context.workbook.worksheets.getItem('Nope').load('name');
    await context.sync();
  });
  await expect(attempt).rejects.toMatchObject({ code: 'ItemNotFound' });
  expect(values('A', 'A1')).toEqual([[1]]);
});

it('gives null objects, and null for what hangs on them', async () => {
  const { Excel } = await start({ sheets: { A: [] } });
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Nope');
    const used = sheet.getUsedRangeOrNullObject();
    const blank = context.workbook.worksheets.getItem('A').getUsedRangeOrNullObject(true);
    await context.sync();
    return [sheet.isNullObject, used.isNullObject, blank.isNullObject];
  });
  expect(seen).toEqual([true, true, true]);
});

it('does not give properties that were not loaded', async () => {
  const { Excel } = await start({ sheets: { A: [] } });
  const attempt = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('A');
    await context.sync();
    return sheet.name;
  });
  await expect(attempt).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
});

it.each([
  ['a property', (sheet: Excel.Worksheet) => void sheet.charts.load('items/name'), 'host: not implemented: Worksheet.Charts'],
  ['a method', (sheet: Excel.Worksheet) => void sheet.getRange('A1').flashFill(), 'host: not implemented: Range.FlashFill'],
  ['a setter', (sheet: Excel.Worksheet) => void (sheet.getRange('A1').style = 'Good'), 'host: not implemented: Range.Style (set)'],
])('fails loudly for %s that it does not know', async (_what, use, message) => {
  const { Excel } = await start({ sheets: { A: [] } });
  const attempt = Excel.run(async (context) => {
    use(context.workbook.worksheets.getItem('A'));
    await context.sync();
  });
  await expect(attempt).rejects.toMatchObject({ code: 'ApiNotFound', message });
});

it('gives back the objects it kept: nothing leaks after a run', async () => {
  const { Excel, host, settled } = await start({ sheets: { A: [[1]] } });
  await Excel.run(async (context) => {
    const ranges = ['A1', 'B2', 'C3'].map((address) => context.workbook.worksheets.getItem('A').getRange(address).load('values'));
    await context.sync();
    expect(host.references.size).toBe(ranges.length);
    ranges.forEach((range) => range.load('address'));
    await context.sync();
  });
  await settled();
  expect(host.references.size).toBe(0);
});

describe('what can go wrong in Excel', () => {
  it('is busy while a cell is edited', async () => {
    const started = await start({ sheets: { A: [[1]] } });
    started.host.faults.cellEditing = true;
    await expect(write(started)).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
    expect(started.values('A', 'A1')).toEqual([[1]]);
  });

  it('waits for the cell edit to end when asked to', async () => {
    const started = await start({ sheets: { A: [[1]] } });
    started.host.faults.cellEditing = true;
    const writing = write(started, true);
    await started.settled();
    expect(started.values('A', 'A1')).toEqual([[1]]);
    started.host.faults.cellEditing = false;
    await writing;
    expect(started.values('A', 'A1')).toEqual([[2]]);
  });

  it('is open for reading only', async () => {
    const started = await start({ sheets: { A: [[1]] } });
    started.host.faults.readOnly = true;
    await expect(write(started)).rejects.toMatchObject({ code: 'AccessDenied' });
    const readOnly = await started.Excel.run(async (context) => {
      context.workbook.load('readOnly');
      await context.sync();
      return context.workbook.readOnly;
    });
    expect(readOnly).toBe(true);
  });

  it.each([
    ['request', [['x'.repeat(2000)]], 'RequestPayloadSizeLimitExceeded'],
    ['response', null, 'ResponsePayloadSizeLimitExceeded'],
  ])('has a payload limit for the %s', async (_which, values, code) => {
    const { Excel, host } = await start({ sheets: { A: Array.from({ length: 300 }, () => ['long enough']) } });
    host.faults.payloadLimit = 2000;
    const attempt = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('A');
      if (values) sheet.getRange('A1').values = values;
      else sheet.getUsedRange().load('values');
      await context.sync();
    });
    await expect(attempt).rejects.toMatchObject({ code });
  });

  it('fails at the action that a test names, once', async () => {
    const started = await start({ sheets: { A: [[1]] } });
    started.host.faults.failAt = { action: 3, code: 'GeneralException' };
    await expect(write(started)).rejects.toMatchObject({ code: 'GeneralException' });
    await write(started);
    expect(started.values('A', 'A1')).toEqual([[2]]);
  });
});
