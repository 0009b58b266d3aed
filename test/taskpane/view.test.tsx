import Decimal from 'decimal.js';
import { readCriteria } from '../../src/rubric';
import { mergeChecked } from '../../src/taskpane/desk/checkWorkbook';
import { failureKey } from '../../src/taskpane/parts/Messages';
import { isDark } from '../../src/taskpane/theme';
import { clauseLines } from '../../src/taskpane/view/clauseLines';
import { entryHeader } from '../../src/taskpane/view/entryHeader';
import { formatNumber, formatShare } from '../../src/taskpane/view/formatNumber';
import { formName } from '../../src/taskpane/view/formName';
import { groupFindings } from '../../src/taskpane/view/groupFindings';
import { defaultAnswer, policyGroups } from '../../src/taskpane/view/policyChoices';
import { isRowValid, policyTables } from '../../src/taskpane/view/policyTables';
import { noteWrite, policyNote } from '../../src/taskpane/view/policyNote';
import { cornerAt } from '../../src/taskpane/view/radar';
import { defaultReviewPolicy } from '../../src/review/policy';
import { languages, message, resources } from '../../src/locale';
import type { Finding } from '../../src/review/types';
import { checkSnapshot } from '../../src/actions';
import { gridOf } from '../actions/memoryWorkbook';
import { reviewRows } from './bench';

const finding = (severity: Finding['severity'], cell: string): Finding => ({
  code: 'in-gap',
  severity,
  sheet: 'S',
  cell,
  details: {},
  fix: null,
});

test('findings come by severity, then by place', () => {
  const groups = groupFindings([finding('info', 'A1'), finding('error', 'B10'), finding('error', 'C2'), finding('error', 'A2:A4')]);
  expect(groups.map(({ severity, findings }) => [severity, ...findings.map(({ cell }) => cell)])).toEqual([
    ['error', 'A2:A4', 'C2', 'B10'],
    ['info', 'A1'],
  ]);
});

describe('criteria clause by clause', () => {
  test.each([
    ['90-100分为优秀，80-89分为良好', ['band', 'band']],
    ['每迟到一次扣2分，扣完为止', ['step', 'limit']],
    ['90-100 Excellent, 80-89 Good', ['band', 'band']],
    ['90-100 Excellent, 80-89 Good, 60-79 Fair, below 60 Poor', ['band', 'band', 'band', 'band']],
  ])('%s', (text, kinds) => {
    const lines = clauseLines(readCriteria(text));
    expect(lines.map(({ kind }) => kind)).toEqual(kinds);
  });

  test.each(['90-100分为优秀，80-89分为良好；其他另议。', '（说明）每迟到一次扣2分', '没有数字的话'])('%s is shown whole', (text) => {
    const shown = clauseLines(readCriteria(text))
      .map((line) => line.text)
      .join('');
    expect(shown.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});

describe('numbers in the data’s culture', () => {
  test.each([
    ['88.50', 'zh-CN', '88.50'],
    ['88.50', 'de-DE', '88,50'],
    ['12345678901234567890.12', 'en', '12345678901234567890.12'],
    ['良好', 'de-DE', '良好'],
    ['1.5', 'no such tag', '1.5'],
  ])('%s in %s is %s', (decimal, culture, shown) => expect(formatNumber(decimal, culture)).toBe(shown));

  test('a third is shown with two decimals at most', () => expect(formatShare(new Decimal(1).div(3), 'en')).toBe('33.33%'));
});

describe('what a form is called', () => {
  const field = (label: string, value: string) => ({ label, value, labelCell: { row: 2, column: 1 }, cell: { row: 2, column: 2 } });
  test.each([
    ['月度考核表', [field('姓名', '张小明')], '月度考核表 · 张小明'],
    ['月度考核表', [field('岗位', '客服')], '月度考核表'],
    [null, [], null],
  ])('%s', (title, fields, name) => expect(formName({ title, fields })).toBe(name));
});

test('an entry is known by its month, else by the heading of its column', () => {
  const scores = [{ column: 4, header: '自评\n得分', rater: 'self', role: 'score' as const }];
  expect(entryHeader({ scores }, { column: 4 })).toBe('自评 得分');
  expect(entryHeader({ scores }, { column: 4, period: '3月' })).toBe('3月');
  expect(entryHeader({ scores }, { column: 5 })).toBeNull();
});

describe('the theme', () => {
  test.each([
    [{ isDarkTheme: true }, false, true],
    [{ isDarkTheme: false, bodyBackgroundColor: '#000000' }, true, false],
    [{ bodyBackgroundColor: '#262626' }, false, true],
    [{ bodyBackgroundColor: '#ffffff' }, true, false],
    [undefined, true, true],
    [{}, false, false],
  ])('%j, system dark: %s → dark: %s', (office, system, dark) => expect(isDark(office, system)).toBe(dark));
});

test('a failure is said by the variant of its kind where there is one', () => {
  const texts = { 'error.damaged': 'a', 'error.damaged.cell': 'b' };
  expect(failureKey(texts, { code: 'damaged', details: { kind: 'cell' } })).toBe('error.damaged.cell');
  expect(failureKey(texts, { code: 'damaged', details: { kind: 'part' } })).toBe('error.damaged');
});

describe('policies', () => {
  const choices = policyGroups.flatMap((group) => group.choices);

  test.each(languages)('every question, answer and example is written in %s', (language) => {
    const wanted = choices.flatMap(({ key, options }) => [
      `policy.${key}`,
      ...options.flatMap((one) => [`policy.${key}.${one}`, `policy.${key}.${one}.example`]),
    ]);
    expect(wanted.filter((key) => !(key in resources[language]))).toEqual([]);
  });

  test.each(choices.map((choice) => [choice.key, choice] as const))(
    '%s: the default is one of the answers, and each answer is kept',
    (_, choice) => {
      expect(choice.options).toContain(defaultAnswer(choice));
      const kept = choice.options.map((option) => choice.read(choice.write(defaultReviewPolicy, option)));
      expect(kept).toEqual(choice.options);
    },
  );

  test('every decision of the policy has a place on the page', () => {
    const { reading, ...rest } = defaultReviewPolicy;
    const onPage = new Set([...choices.map(({ key }) => key), ...policyTables.map(({ key }) => key), 'extraTicks']);
    expect([...Object.keys(reading), ...Object.keys(rest)].filter((key) => !onPage.has(key))).toEqual([]);
  });

  test.each(policyTables.map((table) => [table.key, table] as const))('%s keeps its rows', (_, table) => {
    const rows = [
      { name: table.numericName ? '90' : 'A', value: '95' },
      { name: table.numericName ? '80' : 'B', value: '85' },
    ];
    expect(table.read(table.write(defaultReviewPolicy, rows))).toEqual(rows);
    expect(isRowValid({ name: '', value: '1' }, table)).toBe(false);
    expect(isRowValid({ name: '1', value: '0,5' }, table)).toBe(false);
  });
});

test('a radar begins at the top and goes clockwise', () => {
  const corners = [0, 1, 2, 3].map((axis) => cornerAt(axis, 4, 1));
  expect(corners.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
    [0, -100],
    [100, 0],
    [0, 100],
    [-100, 0],
  ]);
});

test('a re-check replaces its sheets and keeps the order of the others', () => {
  const snapshot = (names: readonly string[]) => ({
    name: 'a.xlsx',
    grids: names.map((name) => gridOf(name, reviewRows)),
    settings: {},
    readOnly: false,
    skipped: [],
    culture: 'en',
  });
  const before = checkSnapshot(snapshot(['One', 'Two', 'Three']));
  const merged = mergeChecked(before, checkSnapshot(snapshot(['Two'])), ['Two']);
  expect(merged.assessments.map(({ form }) => form.sheet)).toEqual(['One', 'Two', 'Three']);
  expect(merged.snapshot.grids.map(({ sheet }) => sheet)).toEqual(['One', 'Two', 'Three']);
  expect(merged.assessments[0]).toBe(before.assessments[0]);
});

describe('the note of the rules', () => {
  const zhRows = [
    ['客服人员月度考核表', null, null, null],
    ['姓名', '张小明', null, null],
    ['考核指标', '权重', '评分标准', '得分'],
    ['满意度', '60%', '90-100分为优秀，80-89分为良好，60-79分为合格，低于60分为不合格', 92],
    ['出勤', '40%', '满分100分，每迟到一次扣5分，扣完为止', 95],
    ['合计', null, null, null],
  ];
  const look = (rows: Parameters<typeof gridOf>[1]) =>
    checkSnapshot({ name: 'a', grids: [gridOf('S', rows)], settings: {}, readOnly: false, skipped: [], culture: 'zh-CN' }).assessments;

  test.each([
    ['zh-CN', zhRows],
    ['en', reviewRows],
  ] as const)('changes nothing of what the form says (%s)', (language, rows) => {
    const [before] = look(rows);
    if (!before) throw new Error('no form');
    const note = policyNote(defaultReviewPolicy, (code, details) => message(language, code, details));
    const write = noteWrite(before.form, gridOf('S', rows), note);
    expect(write?.cell).toBe('A7');
    const [after] = look([...rows, [note]]);
    expect(after?.totals.map(({ expected }) => expected)).toEqual(before.totals.map(({ expected }) => expected));
    expect(after?.findings).toEqual(before.findings);
    expect(after?.indicators.length).toBe(before.indicators.length);
  });

  test('finds no place where the rows below are taken', () => {
    const [before] = look(reviewRows);
    if (!before) throw new Error('no form');
    const taken = gridOf('S', [...reviewRows, ['x'], ['x'], ['x'], ['x'], ['x'], ['x']]);
    expect(noteWrite(before.form, taken, 'note')).toBeNull();
  });

  test('names a rule that differs from the default', () => {
    const speak = (code: string) => code;
    expect(policyNote(defaultReviewPolicy, speak)).not.toContain('ties');
    const said = policyNote({ ...defaultReviewPolicy, ties: 'dense' }, (code, details) =>
      details ? Object.values(details).join('=') : code,
    );
    expect(said).toContain('policy.ties=policy.ties.dense');
  });
});
