/** "Prepare to send" over the real office.js, the real functions and a real calculation engine: before and after must show the same. */
import { freeze, prepareToSend, type Sending, type Sent } from '../../src/actions';
import { nativeFormula } from '../../src/functions/native/nativeFormula';
import { openExcelWorkbook } from '../../src/workbook/excel/excelWorkbook';
import { WorkbookError, type WatchableWorkbook } from '../../src/workbook/port';
import { rubricRuntime, type RubricRuntime } from './rubricRuntime';
import { startExcel, type StartedExcel } from './support';

jest.setTimeout(120_000);

type Cell = string | number;

let runtime: RubricRuntime;
let app: StartedExcel;
let workbook: WatchableWorkbook;

beforeAll(async () => {
  runtime = await rubricRuntime();
});
afterEach(async () => {
  await app.settled();
  app.dispose();
  Reflect.deleteProperty(globalThis, 'Excel');
});

async function start(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Promise<Sending> {
  app = await startExcel({ sheets, ...runtime });
  Object.assign(globalThis, { Excel: app.Excel });
  workbook = openExcelWorkbook();
  await app.settled();
  return prepareToSend.perform({ workbook }, { translate: nativeFormula });
}

const send = (sending: Sending, except: readonly string[] = []): Promise<Sent> =>
  freeze.perform({ workbook }, { sending, except: new Set(except), translate: nativeFormula });

async function formulas(): Promise<Record<string, string>> {
  const { grids } = await workbook.snapshot();
  const entries = grids.flatMap(({ sheet, rows }) =>
    [...rows].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { formula }]) =>
        formula === null ? [] : [[`${sheet}!${String.fromCharCode(64 + column)}${row}`, formula]],
      ),
    ),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

const criteria = '90-100分为优秀，80-89分为良好，60-79分为合格，低于60分为不合格';

const single: readonly (readonly [string, readonly (readonly Cell[])[], string, RegExp | null])[] = [
  [
    'a weighted total',
    [
      [90, 0.5],
      [80.5, 0.3],
      [70, 0.2],
    ],
    'RUBRIC_WEIGHTED(A1:A3,B1:B3)',
    /SUMPRODUCT\(A1:A3,B1:B3\)/,
  ],
  [
    'weights in whole numbers',
    [
      [90, 50],
      [80, 50],
    ],
    'RUBRIC_WEIGHTED(A1:A2,B1:B2)',
    /\/100/,
  ],
  [
    'weights scaled',
    [
      [90, 0.4],
      [80, 0.4],
    ],
    'RUBRIC_WEIGHTED(A1:A2,B1:B2,"normalise")',
    /\/SUM\(B1:B2\)/,
  ],
  ['a blend', [[91, 82]], 'RUBRIC_BLEND(A1,30%,B1,70%)', /A1\*30%\+B1\*70%/],
  ['a mean', [[9, '', 8]], 'RUBRIC_MEAN(A1:C1)', /AVERAGE\(A1:C1\)/],
  ['a mean without extremes', [[9.1, 8.4, 8.6, 7.2, 8.8]], 'RUBRIC_MEAN(A1:E1,TRUE)', /MAX\(A1:E1\)/],
  ['a deduction', [[10, 3]], 'RUBRIC_DEDUCT(A1,B1,0.5)', /MAX\(0,/],
  ['a tier', [[85, criteria]], 'RUBRIC_TIER(A1,B1)', /IF\(A1>=80,"良好"/],
  ['a tier where there is none', [[82]], 'RUBRIC_TIER(A1,"85以上为优秀，80以下为不合格")', /NA\(\)/],
  ['a tier of a share', [[0.92]], 'RUBRIC_TIER(A1,"完成率90%以上为优秀，80%以上为良好，低于80%为合格")', /A1>=90%/],
  ['an empty entry', [['', criteria]], 'RUBRIC_TIER(A1,B1)', null],
  ['points by bands', [[0.87]], 'RUBRIC_SCORE(A1,"完成率90%以上20分，85%以上10分，低于85%得0分")', /A1>=85%,10/],
  ['a grade', [[89.5]], 'RUBRIC_GRADE(A1)', /"良好"/],
  [
    'a grade of a weighted total',
    [
      [95, 0.5],
      [90, 0.5],
    ],
    'RUBRIC_GRADE(RUBRIC_WEIGHTED(A1:A2,B1:B2))',
    /SUMPRODUCT/,
  ],
  [
    'a coefficient, highest first',
    [
      [86, 90, 1.2],
      ['', 80, 1],
      ['', 60, 0.8],
    ],
    'RUBRIC_COEFFICIENT(A1,B1:C3)',
    /IF\(A1>=80,1,/,
  ],
  [
    'a coefficient, lowest first',
    [
      [86, 60, 0.8],
      ['', 80, 1],
      ['', 90, 1.2],
    ],
    'RUBRIC_COEFFICIENT(A1,B1:C3)',
    /LOOKUP\(A1,B1:B3,C1:C3\)/,
  ],
  [
    'a coefficient of a grade',
    [
      ['良好', '优秀', 1.2],
      ['', '良好', 1],
    ],
    'RUBRIC_COEFFICIENT(A1,B1:C2)',
    /MATCH\(A1,B1:B2,0\)/,
  ],
  [
    'a coefficient between limits',
    [
      [85, 90, 1.2],
      ['', 80, 1],
    ],
    'RUBRIC_COEFFICIENT(A1,B1:C2,TRUE)',
    null,
  ],
  ['a step of deductions', [[3]], 'RUBRIC_SCORE(A1,"每发生一次扣2分，扣完为止",10)', null],
  [
    'a text with a unit',
    [
      ['88分', 0.5],
      [90, 0.5],
    ],
    'RUBRIC_WEIGHTED(A1:A2,B1:B2)',
    null,
  ],
  ['an explanation', [[92]], `RUBRIC_EXPLAIN(A1,"${criteria}")`, null],
  ['a call inside another formula', [[91.234, 82]], 'ROUND(RUBRIC_BLEND(A1,30%,B1,70%),1)&"分"', /ROUND\(IF\(COUNT\(A1,B1\)<2/],
  ['a call beside one without equal', [[92]], `RUBRIC_GRADE(A1)&RUBRIC_CHECK(A1,"${criteria}")`, null],
];

describe('one formula', () => {
  it.each(single)('%s shows the same without the add-in', async (_name, rows, formula, native) => {
    const sheet = [...rows, [`=${formula}`]];
    const at = `A${sheet.length}`;
    const sending = await start({ 评分: sheet });
    const before = app.values('评分', at);
    expect(sending.replacements.map(({ cell, kind }) => [cell, kind])).toEqual([[at, native ? 'native' : 'value']]);
    const sent = await send(sending);
    expect(sent.turned).toEqual([]);
    expect(app.values('评分', at)).toEqual(before);
    const left = (await formulas())[`评分!${at}`] ?? '';
    expect(left).not.toMatch(/RUBRIC_/);
    if (native) expect(left).toMatch(native);
    else expect(left).toBe('');
  });
});

describe('a workbook', () => {
  const sheets = {
    一月: [
      [95, criteria, '=RUBRIC_TIER(A1:A3,B1)', '="等级："&C1'],
      [85, 0.5],
      [42, 0.5],
      ['=RUBRIC_WEIGHTED(A2:A3,B2:B3)', '=A4*2'],
    ],
    '二 月': [["=RUBRIC_MEAN('一月'!A1:A3)", '=SUM(A1)']],
  };

  it('is replaced whole, spilled cells too, and shows what it showed; one step takes all back', async () => {
    const sending = await start(sheets);
    const shown = [app.values('一月', 'A1:D4'), app.values('二 月', 'A1:B1')];
    const before = await formulas();
    expect(sending.replacements.map(({ sheet, area, kind }) => `${sheet}!${area} ${kind}`)).toEqual([
      '一月!C1:C3 value',
      '一月!A4 native',
      '二 月!A1 native',
    ]);
    const { receipt, replaced } = await send(sending);
    expect(replaced).toHaveLength(3);
    expect([app.values('一月', 'A1:D4'), app.values('二 月', 'A1:B1')]).toEqual(shown);
    expect(Object.values(await formulas()).filter((formula) => formula.includes('RUBRIC_'))).toEqual([]);
    await workbook.undo(receipt);
    await app.settled();
    expect(await formulas()).toEqual(before);
    expect([app.values('一月', 'A1:D4'), app.values('二 月', 'A1:B1')]).toEqual(shown);
  });

  it('keeps what was left out', async () => {
    const sending = await start(sheets);
    await send(sending, ['一月!C1']);
    const left = await formulas();
    expect(Object.keys(left).filter((key) => left[key]?.includes('RUBRIC_'))).toEqual(['一月!C1']);
  });

  it('is left as it is where a result changed since it was shown', async () => {
    const sending = await start(sheets);
    app.edit('一月', 'A2', [[60]]);
    await app.settled();
    const before = await formulas();
    await expect(send(sending)).rejects.toMatchObject({ code: 'changed-since' });
    expect(await formulas()).toEqual(before);
  });

  it('is left as it is where a sheet is protected, and says which', async () => {
    const sending = await start(sheets);
    app.model.setProtection(app.sheetId('二 月'), { ...app.model.protection(app.sheetId('二 月')), protected: true });
    const before = await formulas();
    const again = await prepareToSend.perform({ workbook }, { translate: nativeFormula });
    expect(again.protectedSheets).toEqual(['二 月']);
    const failure: unknown = await send(sending).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WorkbookError);
    expect(failure).toMatchObject({ code: 'protected', details: { sheet: '二 月' } });
    expect(await formulas()).toEqual(before);
  });

  it('keeps a value where Excel calculates another one from the native formula', async () => {
    const sending = await start({
      表: [
        [90, 0.5],
        [80, 0.5],
        ['=RUBRIC_WEIGHTED(A1:A2,B1:B2)', '=A3+1'],
      ],
    });
    const wrong = (id: string, args: Parameters<typeof nativeFormula>[1]) => nativeFormula(id, args)?.replace('10)', '10)+0.001') ?? null;
    const told = await prepareToSend.perform({ workbook }, { translate: wrong });
    const sent = await freeze.perform({ workbook }, { sending: told, except: new Set(), translate: wrong });
    expect(sending.replacements).toHaveLength(1);
    expect(sent.turned).toEqual(['表!A3']);
    expect(app.values('表', 'A3:B3')).toEqual([[85, 86]]);
    expect(await formulas()).toEqual({ '表!B3': '=A3+1' });
  });

  it('leaves an error that cannot be kept, and tells of it', async () => {
    const sending = await start({ 表: [[90, 0.3], [80, 0.3], ['=RUBRIC_WEIGHTED(A1:A2,B1:B2)']] });
    expect(sending.replacements).toEqual([]);
    expect(sending.left).toEqual([{ sheet: '表', cell: 'A3', formula: '=RUBRIC_WEIGHTED(A1:A2,B1:B2)', code: 'error', shown: '#VALUE!' }]);
  });

  it('reports names that stand for a formula, and replaces the cells that use them', async () => {
    await start({ 表: [[90, 0.5], [80, 0.5], ['']] });
    await app.Excel.run(async (context) => {
      context.workbook.names.add('总分', '=RUBRIC_WEIGHTED(表!$A$1:$A$2,表!$B$1:$B$2)');
      context.workbook.worksheets.getItem('表').getRange('A3').formulas = [['=总分']];
      await context.sync();
    });
    await app.settled();
    const sending = await prepareToSend.perform({ workbook }, { translate: nativeFormula });
    expect(sending.names).toEqual([{ name: '总分', formula: '=RUBRIC_WEIGHTED(表!$A$1:$A$2,表!$B$1:$B$2)' }]);
    expect(sending.replacements.map(({ cell, kind }) => [cell, kind])).toEqual([['A3', 'value']]);
  });
});
