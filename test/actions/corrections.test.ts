/** What a user says about a sheet's forms: asked where there is doubt, kept in the workbook's own file, followed when it is opened again. */
import { check, readCorrections, rememberCorrection } from '../../src/actions';
import { askBelow, type SheetCorrections } from '../../src/form';
import { openXlsxWorkbook, type XlsxWorkbook } from '../../src/workbook/xlsx/xlsxWorkbook';
import { packageOf } from '../workbook/xlsx/packageOf';
import { rowsXml, type Row } from '../workbook/xlsx/rowsXml';

const fileOf = (rows: readonly Row[]): XlsxWorkbook => openXlsxWorkbook(packageOf([{ name: '表', rows: rowsXml(rows) }]), 'f.xlsx');

/** The workbook as it is opened again after the user's words were stored and the file was saved. */
async function afterSaying(rows: readonly Row[], ...said: readonly SheetCorrections[]): Promise<XlsxWorkbook> {
  const workbook = fileOf(rows);
  for (const correction of said) await rememberCorrection.perform({ workbook }, { sheet: '表', correction });
  return openXlsxWorkbook(workbook.bytes(), 'f.xlsx');
}

const formsIn = async (workbook: XlsxWorkbook) => (await check.perform({ workbook }, {})).assessments.map(({ form }) => form);

const certain: readonly Row[] = [
  ['月度绩效考核评分表', null, null, null, null],
  ['考核指标', '权重', '评分标准', '得分', '复查'],
  ['工作质量', 60, '无差错得满分', 50, null],
  ['工作效率', 40, '按时得满分', 30, null],
  ['合计', 100, null, null, null],
];

test('a sheet that is no form stays none after saving', async () => {
  expect(await formsIn(fileOf(certain))).toHaveLength(1);
  expect(await formsIn(await afterSaying(certain, { notAForm: true }))).toEqual([]);
});

test('columns that the user named keep their roles after saving, each said by itself', async () => {
  const [form] = await formsIn(await afterSaying(certain, { columnRoles: { D: 'none' } }, { columnRoles: { E: 'score' } }));
  expect(form?.scores.map(({ column }) => column)).toEqual([5]);
  expect(form?.columns.score).toBe(5);
});

test('single tables that are no forms add up', async () => {
  const workbook = fileOf(certain);
  await rememberCorrection.perform({ workbook }, { sheet: '表', correction: { notAForm: ['A1:E5'] } });
  await rememberCorrection.perform({ workbook }, { sheet: '表', correction: { notAForm: ['A9:E12'] } });
  expect(JSON.parse((await workbook.readSettings())['rubric.corrections'] ?? '')).toEqual({ 表: { notAForm: ['A1:E5', 'A9:E12'] } });
  expect(await formsIn(workbook)).toEqual([]);
});

const doubtful: readonly Row[] = [
  ['内容', '权重', '结果'],
  ['搬运', 3, null],
  ['清扫', 8, null],
];

test('a doubtful table is asked about until the user says what it is', async () => {
  const [asked] = await formsIn(fileOf(doubtful));
  expect(asked && asked.confidence < askBelow).toBe(true);
  expect((await formsIn(await afterSaying(doubtful, { isAForm: true })))[0]?.confidence).toBe(1);
});

test('what is said last about a table counts, and one thing can be forgotten', async () => {
  const workbook = fileOf(certain);
  const say = (correction: SheetCorrections, replaces = false) =>
    rememberCorrection.perform({ workbook }, { sheet: '表', correction, replaces });
  await say({ notAForm: ['A1:E5'] });
  expect(await say({ isAForm: ['A1:E5'], headerRows: { 'A1:E5': 2 } })).toEqual({ notAForm: ['A1:E5'] });
  expect(await say({ columnRoles: { E: 'remark' } })).toEqual({ isAForm: ['A1:E5'], headerRows: { 'A1:E5': 2 } });
  await say({ headerRows: { 'A1:E5': 2 } }, true);
  expect(readCorrections(await workbook.readSettings())).toEqual({ 表: { headerRows: { 'A1:E5': 2 } } });
  await rememberCorrection.perform({ workbook }, { sheet: '表', correction: null });
  expect((await workbook.readSettings())['rubric.corrections']).toBeUndefined();
});
