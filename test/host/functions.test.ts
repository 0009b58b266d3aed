import type { FunctionMetadata } from '../../src/workbench/model/workbookModel';
import { startExcel } from './support';
import type { StartedExcel, StartOptions } from './support';

let app: StartedExcel;
afterEach(() => app.dispose());
const start = async (options: StartOptions) => {
  app = await startExcel(options);
  await app.settled();
  return app;
};

const parameter = (name: string, type = 'any', dimensionality: 'scalar' | 'matrix' = 'scalar', optional = false) => ({
  name,
  type,
  dimensionality,
  optional,
});
const declare = (id: string, ...parameters: FunctionMetadata['parameters'][number][]): FunctionMetadata => ({ id, name: id, parameters });

const functions = [
  declare('GRADE_OF', parameter('value'), parameter('limit', 'number', 'scalar', true)),
  declare('GRADE_SUM', parameter('scores', 'any', 'matrix')),
  declare('GRADE_LIST', parameter('count', 'number')),
];

const calls: unknown[][] = [];
const implementations = {
  GRADE_OF: (value: unknown, limit: unknown) => {
    calls.push([value, limit]);
    return typeof value === 'number' && value >= Number(limit ?? 60) ? '合格' : '不合格';
  },
  GRADE_SUM: (scores: unknown[][]) => {
    calls.push([scores]);
    return scores.flat().reduce<number>((sum, score) => sum + Number(score ?? 0), 0);
  },
  GRADE_LIST: (count: number) => Array.from({ length: count }, (_row, at) => [at + 1, 'x']),
};
beforeEach(() => void calls.splice(0));

it('calculates a cell through the add-in', async () => {
  const { values } = await start({ sheets: { A: [[75, '=GRADE_OF(A1)', '=GRADE_OF(A1,80)']] }, functions, implementations });
  expect(values('A', 'B1:C1')).toEqual([['合格', '不合格']]);
  expect(calls).toEqual([
    [75, null],
    [75, 80],
  ]);
});

it('sends all calls of a calculation in one message and asks once for the same arguments', async () => {
  const rows = Array.from({ length: 200 }, (_row, at) => [at % 100, `=GRADE_OF(A${at + 1})`]);
  const messages: number[] = [];
  app = await startExcel({ functions, implementations });
  app.host.onEvent((entries) => messages.push(entries.length));
  app.edit('Sheet1', 'A1:B200', rows);
  await app.settled();
  expect(app.values('Sheet1', 'B60:B61')).toEqual([['不合格'], ['合格']]);
  expect(messages.filter((count) => count > 1)).toEqual([100]);
});

it('follows a changed cell, also through other functions', async () => {
  const started = await start({ sheets: { A: [[10, 20, '=GRADE_SUM(A1:B1)', '=GRADE_OF(C1)', '=C1*2']] }, functions, implementations });
  expect(started.values('A', 'C1:E1')).toEqual([[30, '不合格', 60]]);
  started.edit('A', 'A1', [[50]]);
  await started.settled();
  expect(started.values('A', 'C1:E1')).toEqual([[70, '合格', 140]]);
});

it('tells blank cells from zero', async () => {
  await start({ sheets: { A: [[0, '', '=GRADE_SUM(A1:B1)']] }, functions, implementations });
  expect(calls).toEqual([[[[0, null]]]]);
});

it('spills an array', async () => {
  const { values, Excel } = await start({ sheets: { A: [['=GRADE_LIST(3)']] }, functions, implementations });
  expect(values('A', 'A1:B4')).toEqual([
    [1, 'x'],
    [2, 'x'],
    [3, 'x'],
    ['', ''],
  ]);
  const address = await Excel.run(async (context) => {
    const spill = context.workbook.worksheets.getItem('A').getRange('A1').getSpillingToRange().load('address');
    await context.sync();
    return spill.address;
  });
  expect(address).toBe('A!A1:B3');
});

it('shows an error for a function that throws, and for an argument of the wrong kind', async () => {
  const { values } = await start({
    sheets: { A: [['=GRADE_OF(1)', '=GRADE_LIST("x")', '=GRADE_OF(1/0)', '=GRADE_OF()']] },
    functions,
    implementations: {
      ...implementations,
      GRADE_OF: () => {
        throw new Error('no');
      },
    },
  });
  expect(values('A', 'A1:C1')).toEqual([['#VALUE!', '#VALUE!', '#DIV/0!']]);
});

it('shows an error inside an array in its own cell', async () => {
  const list = (count: number) =>
    Array.from({ length: count }, (_row, at) => [at, at === 1 ? { type: 'Error', basicValue: '#N/A', basicType: 'Error' } : 'x']);
  const { values } = await start({
    sheets: { A: [['=GRADE_LIST(3)']] },
    functions,
    implementations: { ...implementations, GRADE_LIST: list },
  });
  expect(values('A', 'A1:B3')).toEqual([
    [0, 'x'],
    [1, '#N/A'],
    [2, 'x'],
  ]);
});

it('shows #BUSY! until the add-in is there, and #NAME? without one', async () => {
  app = await startExcel({ sheets: { A: [[75, '=GRADE_OF(A1)', '=GRADE_NONE(A1)']] }, functions });
  await app.model.calculate();
  expect(app.values('A', 'B1:C1')).toEqual([['#BUSY!', '#NAME?']]);
});

it('reads what a formula that an add-in wrote has come to', async () => {
  const started = await start({ sheets: { A: [[90]] }, functions, implementations });
  await started.Excel.run(async (context) => {
    context.workbook.worksheets.getItem('A').getRange('B1').formulas = [['=GRADE_OF(A1)']];
    await context.sync();
  });
  await started.settled();
  expect(started.values('A', 'B1')).toEqual([['合格']]);
});
