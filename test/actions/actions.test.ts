import {
  check,
  fill,
  jump,
  plan,
  readPolicy,
  rememberAnswer,
  rememberCorrection,
  rememberPolicy,
  settingKeys,
  undo,
} from '../../src/actions';
import { askBelow } from '../../src/form';
import { defaultReviewPolicy, type CellWrite } from '../../src/review';
import { WorkbookError } from '../../src/workbook/port';
import { memoryWorkbook, type Rows } from './memoryWorkbook';

const form = (total: string | number | null): Rows => [
  ['月度绩效考核评分表', null, null, null],
  ['序号', '考核指标', '权重', '得分'],
  [1, '工作质量', '60%', 90],
  [2, '工作效率', '40%', 80],
  [null, '合计', null, total],
];

const notAForm: Rows = [
  ['品名', '单价'],
  ['铅笔', 2],
];

describe('check', () => {
  test('finds and judges the forms of all sheets, in their order', async () => {
    const { assessments, snapshot } = await check.perform(
      { workbook: memoryWorkbook({ 甲: form(null), 价目: notAForm, 乙: form(80) }) },
      {},
    );
    expect(snapshot.grids.length).toBe(3);
    expect(assessments.map((each) => each.form.sheet)).toEqual(['甲', '乙']);
    expect(assessments.map(({ totals }) => totals.map(({ expected, status }) => [expected, status]))).toEqual([
      [['86.00', 'blank']],
      [['86.00', 'wrong']],
    ]);
  });

  test('reads only the sheets that it is asked for', async () => {
    const workbook = memoryWorkbook({ 甲: form(null), 乙: form(null) });
    const former = await check.perform({ workbook }, {});
    const { assessments, snapshot } = await check.perform({ workbook }, { sheets: ['乙'], former });
    expect(workbook.asked).toEqual([null, ['乙']]);
    expect(assessments.map((each) => each.form.sheet)).toEqual(['乙']);
    expect(snapshot.grids.map(({ sheet }) => sheet)).toEqual(['乙']);
  });

  test('follows what the user said about a sheet', async () => {
    const workbook = memoryWorkbook({ 甲: form(null) });
    await rememberCorrection.perform({ workbook }, { sheet: '甲', correction: { notAForm: true } });
    expect((await check.perform({ workbook }, {})).assessments).toEqual([]);
    await rememberCorrection.perform({ workbook }, { sheet: '甲', correction: null });
    expect((await check.perform({ workbook }, {})).assessments.length).toBe(1);
  });

  test('reads a doubtful text as the user answered', async () => {
    const rows: Rows = [
      ['序号', '考核指标', '权重', '评分标准', '实际完成', '得分'],
      [1, '投诉', '100%', '做得好', 2, null],
    ];
    const workbook = memoryWorkbook({ 甲: rows });
    const criteria = async () => (await check.perform({ workbook }, {})).assessments[0]?.indicators[0]?.indicator.criteria?.text;
    expect(await criteria()).toBe('做得好');
    await rememberAnswer.perform({ workbook }, { text: '做得好', reading: '每次扣5分,扣完为止' });
    expect(await criteria()).toBe('每次扣5分,扣完为止');
  });

  test('stops where it is told to', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(check.perform({ workbook: memoryWorkbook({ 甲: form(null) }), signal: abort.signal }, {})).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

describe('plan, fill, undo', () => {
  test('a plan is shown, carried out, found right and taken back', async () => {
    const workbook = memoryWorkbook({ 甲: form(null) });
    const statusNow = async () =>
      (await check.perform({ workbook }, {})).assessments.flatMap(({ totals }) => totals.map(({ status }) => status));
    const { writes } = await plan.perform({ workbook }, { checked: await check.perform({ workbook }, {}), mode: 'value' });
    expect(writes.map(({ cell, after }) => [cell, after])).toEqual([['D5', { kind: 'value', value: 86 }]]);
    const receipt = await fill.perform({ workbook }, { writes });
    expect(await statusNow()).toEqual(['right']);
    await undo.perform({ workbook }, receipt);
    expect(await statusNow()).toEqual(['blank']);
  });

  test('wrong totals are put right only on demand, and what the user left out stays out', async () => {
    const workbook = memoryWorkbook({ 甲: form(80) });
    const checked = await check.perform({ workbook }, {});
    const cells = async (more: object) =>
      (await plan.perform({ workbook }, { checked, mode: 'value', ...more })).writes.map(({ cell }) => cell);
    expect(await cells({})).toEqual([]);
    expect(await cells({ overwriteWrong: true })).toEqual(['D5']);
    expect(await cells({ overwriteWrong: true, except: new Set(['甲!D5']) })).toEqual([]);
  });

  test('a table that may be no form is left alone', async () => {
    const workbook = memoryWorkbook({ 甲: form(null) });
    const checked = await check.perform({ workbook }, {});
    const doubtful = checked.assessments.map((each) => ({ ...each, form: { ...each.form, confidence: askBelow - 0.01 } }));
    expect((await plan.perform({ workbook }, { checked: { ...checked, assessments: doubtful }, mode: 'value' })).writes).toEqual([]);
  });

  const write: CellWrite = {
    sheet: '甲',
    cell: 'D5',
    before: { value: null, formula: null },
    after: { kind: 'value', value: 86 },
    reason: { code: 'final', details: {} },
  };

  test.each([
    ['the same cell twice', [write, write], 'written-twice'],
    ['a formula that is none', [{ ...write, after: { kind: 'formula', formula: 'SUM(A1)', value: null } } as CellWrite], 'not-a-formula'],
  ])('%s is refused before anything is written', async (_, writes, reason) => {
    const workbook = memoryWorkbook({ 甲: form(null) });
    await expect(fill.perform({ workbook }, { writes })).rejects.toMatchObject({
      code: 'unsupported',
      details: { sheet: '甲', cell: 'D5', reason },
    });
  });

  test('there is nothing to undo after nothing was written', async () => {
    await expect(undo.perform({ workbook: memoryWorkbook({}) }, { id: 'x', writes: [] })).rejects.toBeInstanceOf(WorkbookError);
  });
});

test('jump selects the cell', async () => {
  const workbook = memoryWorkbook({ 甲: form(null) });
  await jump.perform({ workbook }, { sheet: '甲', cell: 'D5' });
  expect(workbook.selected).toEqual(['甲!D5']);
});

describe('what is remembered', () => {
  test('a policy comes back as it was stored', async () => {
    const workbook = memoryWorkbook({});
    const policy = {
      ...defaultReviewPolicy,
      ties: 'dense' as const,
      raterShares: { self: '0.3' },
      gradeScale: [{ tier: 'A', from: '90' }],
    };
    await rememberPolicy.perform({ workbook }, policy);
    expect(readPolicy(workbook.settings)).toEqual(policy);
  });

  test.each([
    ['no policy', undefined],
    ['a text that is no JSON', '{'],
    ['another shape', '[1,2]'],
    ['values of another kind', JSON.stringify({ reading: { roundingPlaces: 'two' }, gradeScale: {}, unknown: 1 })],
  ])('%s gives the defaults', (_, stored) => {
    expect(readPolicy(stored === undefined ? {} : { [settingKeys.policy]: stored })).toEqual(defaultReviewPolicy);
  });

  test('an old policy keeps what it says and takes the rest from the defaults', () => {
    const policy = readPolicy({ [settingKeys.policy]: JSON.stringify({ reading: { roundingPlaces: 1 } }) });
    expect(policy.reading).toEqual({ ...defaultReviewPolicy.reading, roundingPlaces: 1 });
    expect(policy.ties).toBe(defaultReviewPolicy.ties);
  });

  test('answers gather, and corrections of one sheet join', async () => {
    const workbook = memoryWorkbook({});
    await rememberAnswer.perform({ workbook }, { text: '每低1%扣2分', reading: '每低1个百分点扣2分,不足不扣' });
    await rememberAnswer.perform({ workbook }, { text: '优秀', reading: '100分' });
    expect(Object.keys(JSON.parse(workbook.settings[settingKeys.answers] ?? '{}') as object)).toEqual(['每低1%扣2分', '优秀']);
    await rememberCorrection.perform({ workbook }, { sheet: '甲', correction: { isAForm: true } });
    await rememberCorrection.perform({ workbook }, { sheet: '甲', correction: { columnRoles: { D: 'score' } } });
    expect(JSON.parse(workbook.settings[settingKeys.corrections] ?? '{}')).toEqual({ 甲: { isAForm: true, columnRoles: { D: 'score' } } });
  });
});
