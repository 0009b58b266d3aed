import { startExcel } from './support';
import type { StartedExcel, StartOptions } from './support';

let app: StartedExcel;
afterEach(() => app.dispose());
const start = async (options: StartOptions) => (app = await startExcel(options));

/** Registers handlers and collects what they are told. */
const collect = async (
  started: StartedExcel,
  register: (context: Excel.RequestContext, tell: (event: unknown) => Promise<void>) => void,
) => {
  const told: unknown[] = [];
  await started.Excel.run(async (context) => {
    register(context, async (event) => void told.push(event));
    await context.sync();
  });
  return told;
};

describe('changed cells', () => {
  it('tells of a single edit with what was there before', async () => {
    const started = await start({ sheets: { A: [[1, '=A1*2']] } });
    const told = await collect(started, (context, tell) => context.workbook.worksheets.getItem('A').onChanged.add(tell));
    started.edit('A', 'A1', [[5]]);
    await started.settled();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      address: 'A1',
      changeType: 'RangeEdited',
      source: 'Local',
      triggerSource: 'Unknown',
      worksheetId: started.sheetId('A'),
      details: { valueBefore: 1, valueAfter: 5, valueTypeBefore: 'Double', valueTypeAfter: 'Double' },
    });
  });

  it('tells what was typed into the grid', async () => {
    const started = await start({ sheets: { A: [] } });
    const told = await collect(started, (context, tell) => context.workbook.worksheets.onChanged.add(tell));
    started.type('A', 'B3', 'x');
    await started.settled();
    expect(told).toEqual([expect.objectContaining({ address: 'B3', source: 'Local', triggerSource: 'Unknown' })]);
  });

  it('tells which change is the add-in’s own and which a co-author’s', async () => {
    const started = await start({ sheets: { A: [[1]] } });
    const told = (await collect(started, (context, tell) =>
      context.workbook.worksheets.onChanged.add(tell),
    )) as Excel.WorksheetChangedEventArgs[];
    await started.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('A').getRange('A1:B2').values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
      expect(told).toHaveLength(0);
    });
    await started.settled();
    started.edit('A', 'C1', [['x']], 'co-author');
    await started.settled();
    expect(told.map(({ address, source, triggerSource }) => [address, source, triggerSource])).toEqual([
      ['A1:B2', 'Local', 'ThisLocalAddin'],
      ['C1', 'Remote', 'Unknown'],
    ]);
  });

  it('gives the range that an event speaks of', async () => {
    const started = await start({ sheets: { A: [] } });
    const [event] = (await collect(started, (context, tell) => context.workbook.worksheets.onChanged.add(tell)).then(async (told) => {
      started.edit('A', 'B2:C2', [[7, 8]]);
      await started.settled();
      return told;
    })) as [Excel.WorksheetChangedEventArgs];
    const values = await started.Excel.run(async (context) => {
      const range = event.getRange(context).load('values');
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([[7, 8]]);
  });

  it('says nothing after the handler was removed', async () => {
    const started = await start({ sheets: { A: [] } });
    const told: unknown[] = [];
    const handle = await started.Excel.run(async (context) => {
      const added = context.workbook.worksheets.getItem('A').onChanged.add(async (event) => void told.push(event));
      await context.sync();
      return added;
    });
    await started.Excel.run(handle.context, async (context) => {
      handle.remove();
      await context.sync();
    });
    started.edit('A', 'A1', [[1]]);
    await started.settled();
    expect(told).toEqual([]);
  });

  it('says nothing while events are switched off', async () => {
    const started = await start({ sheets: { A: [] } });
    const told = await collect(started, (context, tell) => context.workbook.worksheets.onChanged.add(tell));
    await started.Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      await context.sync();
    });
    started.edit('A', 'A1', [[1]]);
    await started.settled();
    expect(told).toEqual([]);
  });
});

describe('sheets', () => {
  it('tells of added, deleted, activated, renamed, hidden and protected sheets', async () => {
    const started = await start({ sheets: { A: [], B: [] } });
    const { model } = started;
    const told = await collect(started, (context, tell) => {
      const { worksheets } = context.workbook;
      [
        worksheets.onAdded,
        worksheets.onDeleted,
        worksheets.onActivated,
        worksheets.onDeactivated,
        worksheets.onNameChanged,
        worksheets.onVisibilityChanged,
        worksheets.onProtectionChanged,
      ].forEach((event) => (event as OfficeExtension.EventHandlers<unknown>).add(tell));
    });
    const made = model.addSheet('C');
    model.activate(started.sheetId('B'));
    model.changeSheet(made, { name: 'D' });
    model.changeSheet(made, { visibility: 'Hidden' });
    model.setProtection(made, { ...model.protection(made), protected: true });
    model.deleteSheet(made);
    await started.settled();
    expect(told).toEqual([
      expect.objectContaining({ type: 'WorksheetAdded', worksheetId: made }),
      expect.objectContaining({ type: 'WorksheetDeactivated', worksheetId: started.sheetId('A') }),
      expect.objectContaining({ type: 'WorksheetActivated', worksheetId: started.sheetId('B') }),
      expect.objectContaining({ type: 'WorksheetNameChanged', nameBefore: 'C', nameAfter: 'D' }),
      expect.objectContaining({ type: 'WorksheetVisibilityChanged', visibilityBefore: 'Visible', visibilityAfter: 'Hidden' }),
      expect.objectContaining({ type: 'WorksheetProtectionChanged', isProtected: true }),
      expect.objectContaining({ type: 'WorksheetDeleted', worksheetId: made }),
    ]);
  });

  it('tells what was selected', async () => {
    const started = await start({ sheets: { A: [] } });
    const told = await collect(started, (context, tell) => context.workbook.worksheets.onSelectionChanged.add(tell));
    started.model.select(started.sheetId('A'), [{ row: 1, column: 1, rows: 2, columns: 3 }]);
    await started.settled();
    expect(told).toEqual([{ type: 'WorksheetSelectionChanged', address: 'B2:D3', worksheetId: started.sheetId('A') }]);
  });

  it('tells of inserted rows', async () => {
    const started = await start({ sheets: { A: [[1], [2]] } });
    const told = await collect(started, (context, tell) => context.workbook.worksheets.onChanged.add(tell));
    started.model.shift(started.sheetId('A'), 'insert', 'rows', 1, 2);
    await started.settled();
    expect(told).toEqual([expect.objectContaining({ changeType: 'RowInserted', address: '2:3' })]);
  });
});
