/** The Excel adapter over the real office.js and the workbench's host. */
import type { Grid } from '../../src/form/grid';
import type { CellWrite } from '../../src/review/types';
import { WorkbookError, type ChangeEvent, type WatchableWorkbook, type WorkbookErrorCode } from '../../src/workbook/port';
import { openExcelWorkbook } from '../../src/workbook/excel/excelWorkbook';
import { areaAt, startExcel, type StartedExcel, type StartOptions } from './support';

// Several hundred sheets and thousands of cells are made here; a busy machine needs its time.
jest.setTimeout(30_000);

let app: StartedExcel;
let workbook: WatchableWorkbook;

async function start(options: StartOptions): Promise<void> {
  app = await startExcel(options);
  Object.assign(globalThis, { Excel: app.Excel });
  workbook = openExcelWorkbook();
}
afterEach(async () => {
  // The grid's engine still has errands of its own right after it was started.
  await app.settled();
  app.dispose();
  Reflect.deleteProperty(globalThis, 'Excel');
});

/** Requests that a piece of work takes, with the one in which office.js frees its proxies afterwards. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  await freed();
  const before = app.host.traffic.requests;
  await work();
  await freed();
  return app.host.traffic.requests - before;
}

async function freed(): Promise<void> {
  do await app.settled();
  while (app.host.references.size > 0);
}

async function failureOf(work: Promise<unknown>): Promise<{ code: WorkbookErrorCode; details: Readonly<Record<string, string>> }> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof WorkbookError)) throw new Error(`no WorkbookError but ${String(error)}`);
  return { code: error.code, details: error.details };
}

const valueWrite = (
  sheet: string,
  cell: string,
  value: string | number,
  before: CellWrite['before'] = { value: null, formula: null },
): CellWrite => ({
  sheet,
  cell,
  before,
  after: { kind: 'value', value },
  reason: { code: 'final', details: {} },
});

const formulaWrite = (sheet: string, cell: string, formula: string): CellWrite => ({
  ...valueWrite(sheet, cell, 0),
  after: { kind: 'formula', formula, value: null },
});

const form = [
  ['指标', '权重', '得分'],
  ['质量', 0.6, 90],
  ['效率', 0.4, 80],
  ['合计', '=SUM(B2:B3)', ''],
];

const cell = (grid: Grid | undefined, row: number, column: number) => grid?.rows.get(row)?.get(column);

describe('snapshot', () => {
  it('gives values, formulas, texts and formats of every sheet, and leaves blank cells out', async () => {
    await start({ sheets: { 考核表: form, 空: [] } });
    app.model.writeNumberFormats(app.sheetId('考核表'), areaAt('B2:B4'), [['0%'], ['0%'], ['0%']]);
    const { grids, name } = await workbook.snapshot();
    expect(name).toBe('Book1.xlsx');
    expect(grids.map(({ sheet, usedArea }) => [sheet, usedArea])).toEqual([
      ['考核表', { top: 1, left: 1, bottom: 4, right: 3 }],
      ['空', null],
    ]);
    expect(cell(grids[0], 2, 2)).toEqual({ value: 0.6, text: '60%', formula: null, numberFormat: '0%' });
    expect(cell(grids[0], 4, 2)).toMatchObject({ value: 1, formula: '=SUM(B2:B3)' });
    expect(cell(grids[0], 4, 3)).toBeUndefined();
  });

  it('tells errors from texts and texts from formulas', async () => {
    await start({ sheets: { S: [['=1/0', "'=SUM(A1)", true]] } });
    const [grid] = (await workbook.snapshot()).grids;
    expect(cell(grid, 1, 1)).toMatchObject({ value: { error: '#DIV/0!' }, formula: '=1/0' });
    expect(cell(grid, 1, 2)).toMatchObject({ value: '=SUM(A1)', formula: null });
    expect(cell(grid, 1, 3)).toMatchObject({ value: true });
  });

  it('gives merged areas, hidden rows and columns, visibility and protection', async () => {
    await start({ sheets: { S: form, 隐: [['x']] } });
    const id = app.sheetId('S');
    app.model.merge(id, areaAt('A4:B4'));
    app.model.merge(id, areaAt('C5:D6'));
    app.model.setHidden(id, 'rows', 2, 1, true);
    app.model.setHidden(id, 'columns', 1, 1, true);
    app.model.setProtection(id, { ...app.model.protection(id), protected: true });
    app.model.changeSheet(app.sheetId('隐'), { visibility: 'VeryHidden' });
    const { grids } = await workbook.snapshot();
    expect(grids[0]).toMatchObject({ isProtected: true, visibility: 'visible' });
    expect(grids[0]?.merges).toContainEqual({ top: 4, left: 1, bottom: 4, right: 2 });
    expect([...(grids[0]?.hiddenRows ?? [])]).toEqual([3]);
    expect([...(grids[0]?.hiddenColumns ?? [])]).toEqual([2]);
    expect(grids[1]?.visibility).toBe('very-hidden');
  });

  it('takes the same few round trips for one sheet and for a hundred', async () => {
    const sheetsOf = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`表${at + 1}`, form]));
    const counts: number[] = [];
    for (const count of [1, 100]) {
      await start({ sheets: sheetsOf(count) });
      counts.push(await requestsOf(() => workbook.snapshot()));
      if (count === 1) app.dispose();
    }
    // Sheets; extents; merged areas, cells; and the request in which office.js frees its proxies.
    expect(counts).toEqual([5, 5]);
  });

  it('reads a sheet that is larger than one answer in several, to the last cell', async () => {
    const rows = Array.from({ length: 9_000 }, (_, at) => [at, `第${at}行`, at % 7, 'x']);
    await start({ sheets: { 大: rows } });
    const asked: number[] = [];
    const { grids } = await workbook.snapshot({ onProgress: (done) => asked.push(done) });
    expect(grids[0]?.rows.size).toBe(9_000);
    expect(cell(grids[0], 9_000, 2)?.value).toBe('第8999行');
    expect(asked).toEqual([0, 1, 2, 3]);
  });

  it('asks in halves where an answer outgrows the payload limit', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => [`${at} ${'评分标准'.repeat(20)}`]);
    await start({ sheets: { 长: rows } });
    app.host.faults.payloadLimit = 60_000;
    const { grids } = await workbook.snapshot();
    expect(grids[0]?.rows.size).toBe(400);
    expect(cell(grids[0], 400, 1)?.value).toMatch(/^399 /);
  });

  it('finds all merged areas where there are more than Excel tells at once', async () => {
    const mergeData = Array.from({ length: 515 }, (_, at) => ({ startRow: at * 2, endRow: at * 2 + 1, startColumn: 1, endColumn: 1 }));
    const cellData = Object.fromEntries(Array.from({ length: 1_030 }, (_, at) => [at, { 0: { v: at }, 1: { v: at % 2 ? null : at } }]));
    await start({
      workbook: {
        id: 'book',
        name: 'Book1.xlsx',
        sheetOrder: ['s'],
        sheets: { s: { id: 's', name: 'S', rowCount: 2_000, mergeData, cellData } },
      },
    });
    const { grids } = await workbook.snapshot();
    expect(grids[0]?.merges.length).toBe(515);
  });

  it('reads the sheets that were asked for and names one that is missing', async () => {
    await start({ sheets: { 甲: form, 乙: form } });
    expect((await workbook.snapshot({ sheets: ['乙'] })).grids.map(({ sheet }) => sheet)).toEqual(['乙']);
    expect(await failureOf(workbook.snapshot({ sheets: ['丙'] }))).toEqual({ code: 'sheet-missing', details: { sheet: '丙' } });
  });

  it('stops between round trips when it is told to', async () => {
    await start({ sheets: { S: form } });
    const abort = new AbortController();
    abort.abort();
    await expect(workbook.snapshot({ signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('apply and undo', () => {
  it('writes values, texts and formulas, and takes them back', async () => {
    await start({ sheets: { S: form } });
    const receipt = await workbook.apply([formulaWrite('S', 'C4', '=SUMPRODUCT(B2:B3,C2:C3)'), valueWrite('S', 'D4', '优秀')]);
    expect(app.values('S', 'C4:D4')).toEqual([[86, '优秀']]);
    await workbook.undo(receipt);
    expect(app.values('S', 'C4:D4')).toEqual([['', '']]);
  });

  it('never lets a text become a formula, a date or a number', async () => {
    await start({ sheets: { S: form } });
    await workbook.apply(['=1+1', '3-4', '90', '+x'].map((text, at) => valueWrite('S', `E${at + 1}`, text)));
    expect(app.values('S', 'E1:E4')).toEqual([['=1+1'], ['3-4'], ['90'], ['+x']]);
  });

  it('writes nothing where a cell was changed in the meantime, and names it', async () => {
    await start({ sheets: { S: form } });
    await workbook.snapshot();
    app.edit('S', 'C4', [[70]], 'co-author');
    const writes = [valueWrite('S', 'D4', 'A'), valueWrite('S', 'C4', 86)];
    expect(await failureOf(workbook.apply(writes))).toEqual({ code: 'changed-since', details: { cells: 'S!C4' } });
    expect(app.values('S', 'C4:D4')).toEqual([[70, '']]);
  });

  it('does not take back over what someone typed after the fill', async () => {
    await start({ sheets: { S: form } });
    const receipt = await workbook.apply([valueWrite('S', 'C4', 86), valueWrite('S', 'D4', 'A')]);
    app.edit('S', 'D4', [['B']]);
    expect(await failureOf(workbook.undo(receipt))).toEqual({ code: 'changed-since', details: { cells: 'S!D4' } });
    expect(app.values('S', 'C4:D4')).toEqual([[86, 'B']]);
  });

  it('knows when Excel’s own undo has taken the fill back already', async () => {
    await start({ sheets: { S: form } });
    const receipt = await workbook.apply([valueWrite('S', 'C4', 86)]);
    app.edit('S', 'C4', [['']]);
    await workbook.undo(receipt);
    expect(await failureOf(workbook.undo(receipt))).toMatchObject({ code: 'nothing-to-undo' });
  });

  it('puts everything back where writing fails on the way', async () => {
    await start({ sheets: { S: form } });
    const writes = Array.from({ length: 6 }, (_, at) => valueWrite('S', `F${at + 1}`, at));
    let written = 0;
    app.model.onEvent((event) => {
      if (event.kind === 'cells' && (written += 1) === 3) app.host.faults.failAt = { action: 1, code: 'GeneralException' };
    });
    expect(await failureOf(workbook.apply(writes))).toMatchObject({ code: 'host' });
    expect(app.values('S', 'F1:F6').flat()).toEqual(['', '', '', '', '', '']);
  });

  it('explains a protected sheet by its locked cells and writes the unlocked ones', async () => {
    await start({ sheets: { S: form } });
    const id = app.sheetId('S');
    app.model.changeStyle(id, areaAt('C4'), { locked: false });
    app.model.setProtection(id, { ...app.model.protection(id), protected: true });
    expect(await failureOf(workbook.apply([valueWrite('S', 'C4', 1), valueWrite('S', 'D4', 2)]))).toEqual({
      code: 'protected',
      details: { sheet: 'S', cells: 'D4' },
    });
    await workbook.apply([valueWrite('S', 'C4', 86)]);
    expect(app.values('S', 'C4')).toEqual([[86]]);
  });

  it('says that a cell is being edited, a workbook read only, a sheet gone', async () => {
    await start({ sheets: { S: form } });
    app.host.faults.cellEditing = true;
    expect(await failureOf(workbook.apply([valueWrite('S', 'C4', 1)]))).toMatchObject({ code: 'cell-edit' });
    expect(await failureOf(workbook.snapshot())).toMatchObject({ code: 'cell-edit' });
    app.host.faults.cellEditing = false;
    app.host.faults.readOnly = true;
    expect(await failureOf(workbook.apply([valueWrite('S', 'C4', 1)]))).toMatchObject({ code: 'read-only' });
    app.host.faults.readOnly = false;
    expect(await failureOf(workbook.apply([valueWrite('没有', 'C4', 1)]))).toEqual({ code: 'sheet-missing', details: { sheet: '没有' } });
  });

  it('takes the same few round trips for one cell and for eighty', async () => {
    await start({ sheets: { S: form } });
    const writes = (count: number, column: string) => Array.from({ length: count }, (_, at) => valueWrite('S', `${column}${at + 1}`, at));
    const [one, many] = [await requestsOf(() => workbook.apply(writes(1, 'H'))), await requestsOf(() => workbook.apply(writes(80, 'J')))];
    expect(many).toBe(one);
  });
});

describe('a formula in a table', () => {
  const table = { id: 't', name: '成绩', area: areaAt('A1:C4'), showHeaders: true, showTotals: false, style: '' };
  const rows = [
    ['指标', '得分', '折算'],
    ['质量', 90, ''],
    ['效率', 80, '未评'],
    ['态度', 70, '=B4'],
  ];
  const startTable = () => start({ sheets: { S: rows }, extras: { tables: [{ ...table, sheet: '{sheet-1}' }] } });

  it('is written where Excel leaves the other rows alone', async () => {
    await startTable();
    expect((await workbook.snapshot()).grids[0]?.tables).toEqual([{ name: '成绩', area: { top: 1, left: 1, bottom: 4, right: 3 } }]);
    const receipt = await workbook.apply([formulaWrite('S', 'C2', '=B2*2')]);
    expect(app.values('S', 'C2:C4').flat()).toEqual([180, '未评', 70]);
    await workbook.undo(receipt);
    expect(app.values('S', 'C2:C4').flat()).toEqual(['', '未评', 70]);
  });

  it('that Excel fills into the whole column is taken back with all that it overwrote', async () => {
    await startTable();
    const id = app.sheetId('S');
    let filled = false;
    app.model.onEvent((event) => {
      if (filled || event.kind !== 'cells' || event.source !== 'add-in') return;
      filled = true;
      app.model.write(id, areaAt('C3:C4'), [['=B3*2'], ['=B4*2']]);
    });
    expect(await failureOf(workbook.apply([formulaWrite('S', 'C2', '=B2*2')]))).toEqual({
      code: 'unsupported',
      details: { reason: 'table', sheet: 'S', cells: 'S!C3, S!C4' },
    });
    expect(filled).toBe(true);
    expect(app.model.formulas(id, areaAt('C2:C4')).flat()).toEqual(['', '未评', '=B4']);
  });
});

describe('undo steps', () => {
  /** Runs with an Excel that says it has every requirement set. */
  async function startNewest(): Promise<Excel.RunOptions[]> {
    await start({ sheets: { S: form } });
    const asked: Excel.RunOptions[] = [];
    const { run } = app.Excel;
    const recording = (options: unknown, ...rest: unknown[]): unknown => {
      if (typeof options === 'object' && options !== null) asked.push(options);
      return (run as (...all: unknown[]) => unknown)(options, ...rest);
    };
    Object.assign(globalThis, {
      Office: { context: { requirements: { isSetSupported: () => true } } },
      Excel: { run: recording },
    });
    return asked;
  }
  afterEach(() => void Reflect.deleteProperty(globalThis, 'Office'));

  it('are merged into one where Excel can', async () => {
    const asked = await startNewest();
    await workbook.apply([valueWrite('S', 'C4', 86), valueWrite('S', 'D4', 'A')]);
    expect(asked).toEqual([{ mergeUndoGroup: true }]);
    expect(app.values('S', 'C4:D4')).toEqual([[86, 'A']]);
  });

  it('are left as they are where Excel refuses to merge them', async () => {
    await startNewest();
    const { run } = globalThis.Excel;
    const refusing = (options: unknown, ...rest: unknown[]): unknown =>
      typeof options === 'object'
        ? Promise.reject(Object.assign(new Error('no'), { code: 'UndoNotSupported' }))
        : (run as (...all: unknown[]) => unknown)(options, ...rest);
    Object.assign(globalThis, { Excel: { run: refusing } });
    await workbook.undo(await workbook.apply([valueWrite('S', 'C4', 86)]));
    expect(app.values('S', 'C4')).toEqual([['']]);
  });
});

describe('events', () => {
  it('tells the user’s and co-authors’ edits from its own', async () => {
    await start({ sheets: { S: form } });
    const seen: ChangeEvent[] = [];
    const stop = await workbook.onChanged((event) => seen.push(event));
    app.edit('S', 'C2', [[95]]);
    await app.settled();
    app.edit('S', 'C3', [[85]], 'co-author');
    await app.settled();
    await workbook.apply([valueWrite('S', 'D4', 'A')]);
    await app.settled();
    expect(seen).toEqual([
      { sheet: 'S', address: 'C2', source: 'user' },
      { sheet: 'S', address: 'C3', source: 'co-author' },
      { sheet: 'S', address: 'D4', source: 'self' },
    ]);
    await stop();
    app.edit('S', 'C2', [[60]]);
    await app.settled();
    expect(seen.length).toBe(3);
  });

  it('tells what is selected and selects what it is told', async () => {
    await start({ sheets: { 甲: form, 乙: form } });
    const seen: { sheet: string; address: string }[] = [];
    const stop = await workbook.onSelected((place) => seen.push(place));
    await workbook.select('乙', 'C3');
    await app.settled();
    expect(seen).toContainEqual({ sheet: '乙', address: 'C3' });
    expect(app.model.activeSheet()).toBe(app.sheetId('乙'));
    expect(await failureOf(workbook.select('丙', 'A1'))).toEqual({ code: 'sheet-missing', details: { sheet: '丙' } });
    await stop();
  });
});

describe('a new sheet', () => {
  it('comes behind the active one, under the first free name, and to the front', async () => {
    await start({ sheets: { 考核: [['x']], 附录: [['y']] } });
    expect([await workbook.addSheet('示例'), await workbook.addSheet('示例')]).toEqual(['示例', '示例 (2)']);
    expect((await workbook.snapshot()).grids.map(({ sheet }) => sheet)).toEqual(['考核', '示例', '示例 (2)', '附录']);
  });
});

describe('settings', () => {
  it('are kept with the workbook and told apart from those of others', async () => {
    await start({ sheets: { S: form }, extras: { settings: { other: '"x"' } } });
    await workbook.writeSetting('rubric.policy', '{"a":1}');
    expect(await workbook.readSettings()).toEqual({ 'rubric.policy': '{"a":1}' });
    expect((await workbook.snapshot()).settings).toEqual({ 'rubric.policy': '{"a":1}' });
    await workbook.writeSetting('rubric.policy', null);
    expect(await workbook.readSettings()).toEqual({});
  });
});

it('leaves no proxy behind in Excel', async () => {
  await start({ sheets: { S: form } });
  await workbook.snapshot();
  await workbook.undo(await workbook.apply([valueWrite('S', 'C4', 86)]));
  await app.settled();
  await app.settled();
  expect(app.host.references.size).toBe(0);
});
