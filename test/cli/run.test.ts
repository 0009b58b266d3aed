import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import { openXlsx, readSnapshot } from '../../src/workbook/xlsx/openXlsx';
import { packageOf, zipOf } from '../workbook/xlsx/packageOf';
import { formFile, recordedTerminal, type FormOptions, type RecordedTerminal } from './formFile';

// Files are written and read here; a busy machine needs its time.
jest.setTimeout(30_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rubric-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

function save(name: string, options: FormOptions | Uint8Array = {}): string {
  writeFileSync(at(name), options instanceof Uint8Array ? options : formFile(options));
  return at(name);
}

async function runs(
  args: readonly string[],
  language: RecordedTerminal['language'] = 'en',
): Promise<{ code: number; out: string; errors: string }> {
  const terminal = recordedTerminal(language);
  const code = await run(args, terminal);
  return { code, out: terminal.out.join(''), errors: terminal.errors.join('\n') };
}

const cellOf = (file: string, row: number, column: number) =>
  readSnapshot(openXlsx(readFileSync(file), file))
    .grids[0]?.rows.get(row)
    ?.get(column);

describe('inspect', () => {
  test('gives one JSON object with what was found', async () => {
    const { code, out } = await runs(['inspect', save('a.xlsx'), '--json']);
    const report = JSON.parse(out) as { forms: { totals: object[]; indicators: object[] }[] };
    expect(code).toBe(0);
    expect(report).toMatchObject({
      file: 'a.xlsx',
      sheets: ['考核表', '说明'],
      questions: [],
      empty: false,
      uncalculated: [],
      skipped: [],
    });
    expect(report.forms).toMatchObject([
      { sheet: '考核表', title: '月度绩效考核评分表', headerRow: 2, columns: { indicator: 'B', weight: 'C' }, scores: [{ column: 'D' }] },
    ]);
    expect(report.forms[0]?.indicators).toMatchObject([
      { row: 3, weight: '0.6', effectiveWeight: '0.6' },
      { row: 4, weight: '0.4', effectiveWeight: '0.4' },
    ]);
    expect(report.forms[0]?.totals).toMatchObject([{ cell: 'D5', expected: '86.00', status: 'blank', blockedBy: [] }]);
  });

  test('names the cells on which a total waits', async () => {
    const { out } = await runs(['inspect', save('a.xlsx', { second: null }), '--json']);
    expect((JSON.parse(out) as { forms: object[] }).forms).toMatchObject([{ totals: [{ cell: 'D5', expected: null, blockedBy: ['D4'] }] }]);
  });

  test('is findings of severity error a failure only where it is asked to be strict', async () => {
    const file = save('a.xlsx', { total: '<c r="D5"><v>50</v></c>' });
    expect((await runs(['inspect', file])).code).toBe(0);
    expect((await runs(['inspect', file, '--strict'])).code).toBe(1);
    expect((await runs(['inspect', save('b.xlsx'), '--strict'])).code).toBe(0);
  });

  test('says that a workbook is empty, and that formulas have no stored result', async () => {
    const empty = await runs(['inspect', save('leer.xlsx', packageOf([{ name: 'Sheet1' }]))]);
    expect(empty).toMatchObject({ code: 0, errors: '' });
    expect(empty.out).toMatch(/leer\.xlsx is empty.*Sheet1/);
    const { out } = await runs(['inspect', save('a.xlsx', { total: '<c r="D5"><f>D3*C3+D4*C4</f></c>' })]);
    expect(out).toMatch(/1 formulas on “考核表” have no stored result/);
  });

  test('speaks to people in their language', async () => {
    const file = save('a.xlsx');
    expect((await runs(['inspect', file], 'zh-CN')).out).toContain('指标 2 项，填写 2 处，其中无效 0 处');
    expect((await runs(['inspect', file], 'zh-TW')).out).toContain('指標 2 項');
    expect((await runs(['inspect', file])).out).toContain('2 indicators, 2 entries, 0 of them not valid');
  });
});

describe('fill', () => {
  test.each([
    ['native', expect.stringMatching(/^=.*D3/)],
    ['value', null],
  ])('--as %s writes the copy and leaves the original alone', async (mode, formula) => {
    const file = save('a.xlsx');
    const before = readFileSync(file);
    const { code, out } = await runs(['fill', file, '--out', at('filled'), '--as', mode]);
    expect(code).toBe(0);
    expect(out).toContain('1 cells filled');
    const filled = cellOf(at('filled/a.xlsx'), 5, 4);
    expect(filled?.value).toBe(86);
    expect(filled?.text).toBe('86.00');
    expect(filled?.formula).toEqual(formula);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('--plan shows what would be written and writes nothing', async () => {
    const { code, out } = await runs(['fill', save('a.xlsx'), '--plan', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      out: null,
      writes: [{ sheet: '考核表', cell: 'D5', after: { kind: 'formula', value: 86 } }],
      blocked: [],
    });
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  });

  test('a total that waits for a blank stays blank and is named; the copy is the original to the byte', async () => {
    const { code, out } = await runs(['fill', save('a.xlsx', { second: null }), '--out', at('filled')]);
    expect(code).toBe(0);
    expect(readFileSync(at('filled/a.xlsx')).equals(readFileSync(at('a.xlsx')))).toBe(true);
    expect(out).toMatch(/nothing to fill[\s\S]*考核表!D5 .*waits for D4/);
  });

  test('a protected sheet is explained, not forced', async () => {
    const { code, errors } = await runs(['fill', save('a.xlsx', { after: '<sheetProtection sheet="1"/>' }), '--out', at('filled')]);
    expect(code).toBe(2);
    expect(errors).toMatch(/“考核表” is protected.*D5/);
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
  });

  test('one bad file does not keep the others from being filled', async () => {
    const bad = save('b.xlsx', zipOf({ x: 'y' }));
    const { code, errors } = await runs(['fill', bad, save('a.xlsx'), '--out', at('filled')]);
    expect(code).toBe(2);
    expect(errors).toContain('b.xlsx');
    expect(readdirSync(at('filled'))).toEqual(['a.xlsx']);
  });

  test('wrong totals are put right only with --repair', async () => {
    const file = save('a.xlsx', { total: '<c r="D5"><v>50</v></c>' });
    expect((await runs(['fill', file, '--out', at('filled')])).out).toContain('nothing to fill');
    await runs(['fill', file, '--out', at('filled'), '--repair', '--as', 'value']);
    expect(cellOf(at('filled/a.xlsx'), 5, 4)?.value).toBe(86);
  });
});

describe('summary', () => {
  test('ranks the forms of all files in a new workbook', async () => {
    const files = [save('低.xlsx', { second: 60 }), save('高.xlsx', { second: 100 }), save('缺.xlsx', { second: null })];
    const { code, out } = await runs(['summary', ...files, '--out', at('汇总.xlsx')], 'zh-CN');
    expect(code).toBe(0);
    expect(out).toContain('3 张考核表');
    const rows = [1, 2, 3, 4].map((row) => [1, 5, 6, 9].map((column) => cellOf(at('汇总.xlsx'), row, column)?.value ?? null));
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['文件', '总分', '排名'],
      ['低.xlsx', 78, 2],
      ['高.xlsx', 94, 1],
      ['缺.xlsx', null, null],
    ]);
    expect(rows[3]?.[3]).toContain('D4');
  });
});

describe('what cannot be done is said in a sentence, with exit code 2', () => {
  // [what, arguments from a folder, what is said]
  const cases: readonly (readonly [string, () => string[], RegExp])[] = [
    ['an unknown command', () => ['explain'], /no command “explain”/],
    ['an unknown option', () => ['inspect', 'a.xlsx', '--deep'], /--deep/],
    ['a wrong choice', () => ['fill', 'a.xlsx', '--out', 'o', '--as', 'magic'], /“magic”.*native, value, function/],
    ['no file', () => ['inspect'], /Which file\?/],
    ['two files to inspect', () => ['inspect', 'a.xlsx', 'b.xlsx'], /one file at a time/],
    ['a file that is not there', () => ['inspect', at('no.xlsx')], /There is no file .*no\.xlsx/],
    ['a folder', () => ['inspect', folder], /is a folder/],
    ['no place for the copies', () => ['fill', save('a.xlsx')], /--out DIR/],
    ['a copy over its original', () => ['fill', save('a.xlsx'), '--out', folder], /overwritten/],
    ['a text file', () => ['inspect', save('a.xlsx', Buffer.from('姓名,得分'))], /a\.xlsx is not an Excel workbook/],
    ['an empty file', () => ['inspect', save('a.xlsx', new Uint8Array(0))], /a\.xlsx holds nothing/],
    ['a summary over its own source', () => ['summary', save('a.xlsx'), '--out', at('a.xlsx')], /overwritten/],
  ];
  test.each(cases)('%s', async (_, args, said) => {
    const { code, out, errors } = await runs(args());
    expect([code, out]).toEqual([2, '']);
    expect(errors).toMatch(said);
    expect(errors).not.toMatch(/\{\{|\bcli\.|\berror\./);
  });

  test('in Chinese as well', async () => {
    expect((await runs(['inspect', at('没有.xlsx')], 'zh-CN')).errors).toMatch(/^找不到文件 .*没有\.xlsx。$/);
    expect((await runs(['inspect', save('a.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))], 'zh-TW')).errors).toContain(
      '另存為 .xlsx',
    );
  });
});

test('--help explains everything, a command explains itself', async () => {
  const all = (await runs(['--help'])).out;
  for (const command of ['read', 'inspect', 'fill', 'summary']) expect(all).toContain(`rubric ${command}`);
  const one = (await runs(['fill', '--help'])).out;
  expect(one).toContain('--repair');
  expect(one).not.toContain('rubric inspect');
});
