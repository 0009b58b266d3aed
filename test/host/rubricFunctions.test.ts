/** The RUBRIC_ functions in cells: called by the custom-functions runtime inside the real office.js, calculated by the workbook's engine. */
import { examples, type Example, type ExampleRange, type ExampleValue } from '../../src/functions/examples';
import { rubricRuntime, type RubricRuntime } from './rubricRuntime';
import { startExcel, type StartedExcel } from './support';

type Cell = string | number | boolean;

let runtime: RubricRuntime;
beforeAll(async () => {
  runtime = await rubricRuntime();
});

let app: StartedExcel | null = null;
afterEach(() => app?.dispose());

/** Values of an area of a one-sheet workbook after everything is calculated. */
async function calculated(rows: readonly (readonly Cell[])[], address: string): Promise<unknown[][]> {
  app = await startExcel({ sheets: { 评分: rows }, ...runtime });
  await app.settled();
  return app.values('评分', address);
}

const isRange = (arg: ExampleValue | ExampleRange): arg is ExampleRange => arg !== null && typeof arg === 'object';
const literal = (value: ExampleValue): string => {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value).toUpperCase();
  return /^[\d.]+%$/.test(value) ? value : `"${value}"`;
};

/** An example as a sheet: its ranges where it says they are, its formula at A20. */
function sheetOf({ id, args }: Example): Cell[][] {
  const rows: Cell[][] = Array.from({ length: 20 }, () => Array.from({ length: 12 }, () => ''));
  for (const { range, cells } of args.filter(isRange)) {
    const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)/.exec(range) ?? [];
    cells.forEach((line, down) =>
      line.forEach((cell, right) => ((rows[Number(row) - 1 + down] as Cell[])[letter.charCodeAt(0) - 65 + right] = cell ?? '')),
    );
  }
  (rows[19] as Cell[])[0] = `=${id}(${args.map((arg) => (isRange(arg) ? arg.range : literal(arg))).join(',')})`;
  return rows;
}

const formula = ({ id, args }: Example): string => `${id}(${args.map((arg) => (isRange(arg) ? arg.range : literal(arg))).join(',')})`;

describe('the examples of the function reference', () => {
  it.each(examples.map((example) => [formula(example), example] as const))('%s', async (_formula, example) => {
    const expected = Array.isArray(example.result) ? (example.result as readonly (readonly ExampleValue[])[]) : [[example.result]];
    const last = String.fromCharCode(64 + (expected[0]?.length ?? 1));
    expect(await calculated(sheetOf(example), `A20:${last}${19 + expected.length}`)).toEqual(expected);
  });
});

describe('in cells', () => {
  const criteria = '90-100分为优秀，80-89分为良好，60-79分为合格，低于60分为不合格';

  it('follows an entry that is changed', async () => {
    expect(await calculated([[85, criteria, '=RUBRIC_TIER(A1,B1)']], 'C1')).toEqual([['良好']]);
    app?.edit('评分', 'A1', [[95]]);
    await app?.settled();
    expect(app?.values('评分', 'C1')).toEqual([['优秀']]);
  });

  it('spreads values against criteria, row by row', async () => {
    const rows = [
      [95, criteria],
      ['4%', '错误率低于2%为优秀，2%-5%为良好，高于5%为合格'],
      ['3次', '每发生一次扣2分，扣完为止'],
    ];
    const sheet = rows.map((row, at) => [...row, at === 0 ? '=RUBRIC_TIER(A1:A2,B1:B2)' : '', at === 2 ? '=RUBRIC_SCORE(A3,B3,10)' : '']);
    expect(await calculated(sheet, 'C1:D3')).toEqual([
      ['优秀', ''],
      ['良好', ''],
      ['', 4],
    ]);
  });

  it('reads a table of bands in any column order, with its heading', async () => {
    const table = [
      ['等级', '下限', '上限'],
      ['A', 90, 100],
      ['B', 80, 89],
      ['C', 0, 79],
    ];
    const sheet = table.map((row, at) => [...row, [92, 85, 40, 79][at] as number, at === 0 ? '=RUBRIC_GRADE(D1:D4,A1:C4)' : '']);
    expect(await calculated(sheet, 'E1:E4')).toEqual([['A'], ['B'], ['C'], ['C']]);
  });

  it('leaves an empty entry empty and never takes it for zero', async () => {
    const rows: Cell[][] = [
      ['', criteria, '=RUBRIC_TIER(A1,B1)'],
      [0, criteria, '=RUBRIC_TIER(A2,B2)'],
    ];
    expect(await calculated(rows, 'C1:C2')).toEqual([[''], ['不合格']]);
  });

  it('is #N/A where the criteria leave a hole, #VALUE! where weights do not total 100 %', async () => {
    const rows: Cell[][] = [
      [82, '=RUBRIC_TIER(A1,"85以上为优秀，80以下为不合格")'],
      [90, '=RUBRIC_WEIGHTED(A1:A2,{0.3;0.3})'],
    ];
    expect(await calculated(rows, 'B1:B2')).toEqual([['#N/A'], ['#VALUE!']]);
  });
});
