import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { followPolicy } from '../../src/taskpane/desk/followPolicy';
import { resources, languages } from '../../src/locale';
import { setReadingPolicy } from '../../src/functions/readingPolicy';
import { calculate } from '../../src/functions/calculate';
import { defaultReviewPolicy } from '../../src/review/policy';
import { defaultReadingPolicy } from '../../src/rubric';
import { openPane, press, type Bench } from './bench';
import type { Rows } from '../actions/memoryWorkbook';

jest.setTimeout(60_000);

class ExcelError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}
beforeAll(() => {
  Object.assign(globalThis, {
    CustomFunctions: { Error: ExcelError, ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' } },
  });
});

const rows: Rows = [
  [92, '90-100分为优秀，80-89分为良好', 0.5, null],
  [85, null, 0.5, 'kept'],
  [null, null, null, null],
];
const sheets = { 评分: rows, 'Other sheet': [[1]] as Rows };

const open = async (target = 'D1'): Promise<Bench> => {
  const bench = await openPane(sheets, { screen: 'formula' });
  bench.select('评分', target);
  await bench.user.click(await screen.findByRole('button', { name: 'Use selection: Insert into' }));
  return bench;
};

const pick = async (bench: Bench, field: string | RegExp, address: string, sheet = '评分'): Promise<void> => {
  await bench.user.click(screen.getByRole('textbox', { name: field }));
  bench.select(sheet, address);
};

const result = (): HTMLElement => screen.getByRole('region', { name: 'Result' });
const choose = (bench: Bench, id: string): Promise<void> =>
  bench.user.selectOptions(screen.getByRole('combobox', { name: 'Function' }), id);

describe('the formula helper', () => {
  test('takes the selection in the sheet for the field that is active, and shows result and reason', async () => {
    const bench = await open();
    await waitFor(() => expect(result().textContent).toContain('Fill in the fields'));
    await pick(bench, 'Value', 'A1');
    await pick(bench, 'Scoring criteria', 'B1');
    await waitFor(() => expect(result().textContent).toContain('优秀'));
    expect(result().textContent).toContain('92');
    expect(screen.getByText('=RUBRIC_TIER(IF(ISBLANK(A1),"",A1),B1)')).toBeTruthy();
  });

  test('takes the present selection at the press of a button, and names another sheet', async () => {
    const bench = await open();
    bench.select('Other sheet', 'A1:B2');
    await press(bench, 'Use selection: Value');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Value' })).toHaveProperty('value', "'Other sheet'!A1:B2"));
  });

  test('puts typed texts into quotes, and leaves empty cells to Excel where that is wanted', async () => {
    const bench = await open();
    await pick(bench, 'Value', 'A1');
    await bench.user.type(screen.getByRole('textbox', { name: 'Scoring criteria' }), '90分以上为"优"');
    await bench.user.click(await screen.findByRole('checkbox', { name: /Empty cells count as empty/ }));
    expect(screen.getByText('=RUBRIC_TIER(A1,"90分以上为""优""")')).toBeTruthy();
  });

  test('writes out the sum of a weighted total, and says in plain words what is wrong with the weights', async () => {
    const bench = await open();
    await choose(bench, 'RUBRIC_WEIGHTED');
    await pick(bench, 'Scores', 'A1:A2');
    await pick(bench, 'Weights', 'C1:C2');
    await waitFor(() => expect(result().textContent).toContain('92 × 50% + 85 × 50%'));
    expect(result().textContent).toContain('88.5');
    await pick(bench, 'Weights', 'C1:C3');
    await waitFor(() => expect(result().textContent).toMatch(/#VALUE!/));
  });

  test('adds raters to a blend', async () => {
    const bench = await open();
    await choose(bench, 'RUBRIC_BLEND');
    await press(bench, 'Add a rater');
    const fields = ['Score 1', 'Share 1', 'Score 2', 'Share 2', 'Score 3', 'Share 3'];
    const typed = ['90', '30%', '80', '50%', '70', '20%'];
    for (const [at, name] of fields.entries()) await bench.user.type(screen.getByRole('textbox', { name }), typed[at] ?? '');
    expect(screen.getByText('=RUBRIC_BLEND(90,30%,80,50%,70,20%)')).toBeTruthy();
    await waitFor(() => expect(result().textContent).toContain('81'));
  });

  test('inserts in one step that can be taken back', async () => {
    const bench = await open('D1');
    await pick(bench, 'Value', 'A1');
    await pick(bench, 'Scoring criteria', 'B1');
    await waitFor(() => expect(result().textContent).toContain('优秀'));
    await press(bench, 'Insert into D1');
    await press(bench, 'Undo fill');
    const [area] = await bench.desk.workbook.readAreas([{ sheet: '评分', address: 'D1' }]);
    expect(area?.[0]?.[0]?.value ?? null).toBeNull();
  });

  test('says what a filled cell holds before it is replaced, and what a spill would run into', async () => {
    const bench = await open('D2');
    await pick(bench, 'Value', 'A1');
    await pick(bench, 'Scoring criteria', 'B1');
    expect(await screen.findByText('D2 already holds: kept')).toBeTruthy();
    const replace = await screen.findByRole('button', { name: 'Replace what is in D2' });
    await waitFor(() => expect(replace).toHaveProperty('disabled', false));
    await pick(bench, /^Insert into/, 'D1');
    await pick(bench, 'Value', 'A1:A2');
    expect(await screen.findByText(/not empty: D2/)).toBeTruthy();
  });

  test('will not stand inside the cells that it reads', async () => {
    const bench = await open('A3');
    await choose(bench, 'RUBRIC_MEAN');
    await pick(bench, 'Scores', 'A1:A3');
    expect(await screen.findByText(/inside the cells that it reads/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Insert into A3' })).toHaveProperty('disabled', true);
  });

  test('takes no whole columns', async () => {
    const bench = await open();
    await pick(bench, 'Value', 'A:A');
    expect((await screen.findAllByText(/Select one block of cells/)).length).toBeGreaterThan(0);
    expect(screen.getByRole('textbox', { name: 'Value' })).toHaveProperty('value', '');
  });

  test.each(languages)('is without faults of accessibility and without texts that are missing, %s', async (language) => {
    const bench = await openPane(sheets, { screen: 'formula', language });
    await screen.findByRole('heading', { level: 1 });
    for (const id of ['RUBRIC_WEIGHTED', 'RUBRIC_COEFFICIENT', 'RUBRIC_BLEND', 'RUBRIC_CANONICAL']) {
      await bench.user.selectOptions(screen.getAllByRole('combobox')[0] as HTMLElement, id);
      expect(document.body.textContent).not.toMatch(/formula\.[a-z]/);
    }
    await bench.user.click(screen.getAllByRole('textbox')[0] as HTMLElement);
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    expect(within(document.body).getByRole('heading', { level: 1 }).textContent).toBe(resources[language]['formula.title']);
  });
});

describe('the functions', () => {
  const shared = '80-90为良好，90-100为优秀';
  const tier = () => calculate('RUBRIC_TIER', [[[90]], [[shared]]], 'en')[0]?.[0];
  afterEach(() => setReadingPolicy(defaultReadingPolicy));

  test('follow the policy that is stored with the workbook, and cells are calculated anew', async () => {
    const bench = await openPane(sheets);
    expect(tier()).toBe('优秀');
    const policy = { ...defaultReviewPolicy, reading: { ...defaultReadingPolicy, sharedBoundary: 'worse' } };
    await bench.workbook.writeSetting('rubric.policy', JSON.stringify(policy));
    const stop = await followPolicy(bench.desk);
    expect(tier()).toBe('良好');
    expect(bench.recalculated.count).toBe(1);
    stop();
  });

  test('follow a policy that changes later; a workbook without them is not calculated', async () => {
    const bench = await openPane(sheets);
    const stop = await followPolicy(bench.desk);
    expect(bench.recalculated.count).toBe(0);
    await bench.workbook.writeSetting(
      'rubric.policy',
      JSON.stringify({ ...defaultReviewPolicy, reading: { ...defaultReadingPolicy, sharedBoundary: 'worse' } }),
    );
    await press(bench, 'Check');
    await waitFor(() => expect(tier()).toBe('良好'));
    await act(async () => undefined);
    expect(bench.recalculated.count).toBe(0);
    stop();
  });
});
