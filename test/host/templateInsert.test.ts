/** A form inserted into the open workbook, through the real office.js and the workbench's host: the same sheet as in a file, known at once. */
import { checkSnapshot } from '../../src/actions';
import { insertTemplate } from '../../src/actions/insertTemplate';
import { cellAddress } from '../../src/form/address';
import { loadTemplate } from '../../src/template/gallery';
import { sheetPlanOf } from '../../src/template/sheetPlanOf';
import { isUntouched } from '../../src/template/isUntouched';
import type { StoredRubric } from '../../src/template/storedRubric';
import type { TemplateSection } from '../../src/template/types';
import type { Grid } from '../../src/form/grid';
import { openExcelWorkbook } from '../../src/workbook/excel/excelWorkbook';
import type { WatchableWorkbook } from '../../src/workbook/port';
import { marksForm, summaryForm } from '../template/examples';
import { validEntries } from '../template/roundTrip';
import { areaAt, startExcel, type StartedExcel } from './support';

let app: StartedExcel;
let workbook: WatchableWorkbook;

beforeEach(async () => {
  app = await startExcel({ sheets: { First: [['x']], Last: [] } });
  Object.assign(globalThis, { Excel: app.Excel });
  workbook = openExcelWorkbook();
});
afterEach(async () => {
  await app.settled();
  app.dispose();
  Reflect.deleteProperty(globalThis, 'Excel');
});

const insert = (template = marksForm, protect = true) =>
  insertTemplate.perform({ workbook } as Parameters<typeof insertTemplate.perform>[0], { template, protect, today: '2026-01-01' });

test('stands after the active sheet under a name of its own', async () => {
  const first = await insert();
  const second = await insert();
  expect([first.sheet, second.sheet]).toEqual(['月度考核', '月度考核 (2)']);
  expect(app.model.sheets().map(({ name }) => name)).toEqual(['First', '月度考核', '月度考核 (2)', 'Last']);
  expect(first.rubricId).not.toBe(second.rubricId);
});

test('takes a constant number of round trips', async () => {
  const before = app.host.traffic.requests;
  await insert();
  expect(app.host.traffic.requests - before).toBeLessThanOrEqual(4);
});

test('holds the cells, merges, locks and rules of its plan', async () => {
  const { sheet } = await insert();
  const plan = sheetPlanOf(marksForm);
  const id = app.sheetId(sheet);
  const [snapshot] = (await workbook.snapshot({ sheets: [sheet] })).grids;
  const wrong = plan.cells.filter(({ content, row, column }) => {
    const cell = snapshot?.rows.get(row)?.get(column);
    if (content.kind === 'formula') return cell?.formula !== content.formula;
    if (content.kind === 'number') return cell?.value !== Number(content.number);
    return content.kind === 'text' ? cell?.value !== content.text : false;
  });
  expect(wrong.map(({ row, column }) => cellAddress(row, column))).toEqual([]);
  expect(snapshot?.merges).toHaveLength(plan.merges.length);
  expect(app.model.protection(id).protected).toBe(true);
  expect(app.model.validations(id)).toHaveLength(plan.validations.length);
  expect(app.model.conditionalFormats(id)).toHaveLength(plan.conditionals.length);
  const [entry] = plan.entries;
  expect(app.model.style(id, (entry?.row ?? 1) - 1, (entry?.column ?? 1) - 1).locked).toBe(false);
  expect(app.model.style(id, 0, 0).locked).toBe(true);
});

test('is left open where the author wants it so', async () => {
  const { sheet } = await insert(marksForm, false);
  expect(app.model.protection(app.sheetId(sheet)).protected).toBe(false);
});

test('is unlocked by the password that its author gave, and by no other', async () => {
  const { sheet } = await insertTemplate.perform({ workbook } as Parameters<typeof insertTemplate.perform>[0], {
    template: marksForm,
    protect: true,
    password: '密码 1',
    today: '2026-01-01',
  });
  const unlock = (password?: string) =>
    app.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).protection.unprotect(password);
      await context.sync();
    });
  await expect(unlock()).rejects.toMatchObject({ code: 'AccessDenied' });
  await expect(unlock('1')).rejects.toMatchObject({ code: 'AccessDenied' });
  expect(app.model.protection(app.sheetId(sheet)).protected).toBe(true);
  await unlock('密码 1');
  expect(app.model.protection(app.sheetId(sheet)).protected).toBe(false);
});

test('is printed on A4 on its side, one page wide, with its header row on every page', async () => {
  const { sheet } = await insert();
  const found = await app.Excel.run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem(sheet);
    const rows = pageLayout.getPrintTitleRowsOrNullObject();
    pageLayout.load('orientation,paperSize,zoom');
    rows.load('address');
    await context.sync();
    return { orientation: pageLayout.orientation, paper: pageLayout.paperSize, zoom: pageLayout.zoom, rows: rows.address };
  });
  const header = sheetPlanOf(marksForm).frozenRows;
  expect(found).toMatchObject({ orientation: 'Landscape', paper: 'A4', zoom: { horizontalFitToPages: 1 } });
  expect(found.rows.replace(/\$/g, '')).toContain(`${header}:${header}`);
});

test('begins its pages where its plan says', async () => {
  const template = await loadTemplate('manager-indicators', 'en');
  const { breaks } = sheetPlanOf(template).print;
  const { sheet } = await insert(template);
  const found = await app.Excel.run(async (context) => {
    const { horizontalPageBreaks, pageLayout } = context.workbook.worksheets.getItem(sheet);
    horizontalPageBreaks.load('items/rowIndex');
    pageLayout.load('zoom');
    await context.sync();
    return { rows: horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex + 1), zoom: pageLayout.zoom };
  });
  expect(found).toMatchObject({ rows: breaks, zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 } });
  expect(breaks.length).toBeGreaterThan(1);
});

test.each([marksForm, summaryForm])(
  'is known by the rubric that travels with it, and grades as its author wants: $id',
  async (template) => {
    const { sheet, rubricId } = await insert(template);
    for (const [address, value] of validEntries(sheetPlanOf(template), 5)) app.model.write(app.sheetId(sheet), areaAt(address), [[value]]);
    await app.model.calculate(true);
    const snapshot = await workbook.snapshot();
    expect(snapshot.rubrics?.[sheet]).toMatchObject({ id: rubricId, since: '2026-01-01', former: [], template: { id: template.id } });
    const { assessments } = checkSnapshot(snapshot);
    const [own] = assessments.filter(({ form }) => form.sheet === sheet);
    expect(own?.form.confidence).toBe(1);
    expect(own?.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(own?.totals.filter(({ status }) => status === 'wrong')).toEqual([]);
  },
);

/** The section with weights that make 100 %. */
const reweighted = (section: TemplateSection): TemplateSection => ({
  ...section,
  indicators: section.indicators.slice(0, 2).map((indicator) => ({ ...indicator, weight: '50' })),
});

describe('the next version in the place of a form that nothing was typed on', () => {
  const changed = {
    ...marksForm,
    title: '月度考核（修订）',
    gradeScale: [],
    notes: ['新的说明'],
    sections: marksForm.sections.slice(0, 1).map(reweighted),
  };
  const rubricOf = async (sheet: string) => (await workbook.snapshot()).rubrics?.[sheet] as StoredRubric;
  const rewrite = async (sheet: string, more: { readonly password?: string } = {}) =>
    insertTemplate.perform({ workbook } as Parameters<typeof insertTemplate.perform>[0], {
      template: changed,
      protect: true,
      today: '2026-02-01',
      follows: { rubric: await rubricOf(sheet), hasEntries: false, inPlaceOf: sheet },
      ...more,
    });

  test('is all that stands there afterwards, under the same name and rubric', async () => {
    const { sheet, rubricId } = await insert();
    const id = app.sheetId(sheet);
    expect(await rewrite(sheet)).toEqual({ sheet, rubricId });
    const plan = sheetPlanOf(changed);
    const snapshot = await workbook.snapshot();
    const grid = snapshot.grids.find((one) => one.sheet === sheet) as Grid;
    expect(app.sheetId(sheet)).toBe(id);
    expect(app.model.sheets().map(({ name }) => name)).toEqual(['First', sheet, 'Last']);
    expect(isUntouched(plan, grid)).toBe(true);
    expect(grid.merges).toHaveLength(plan.merges.length);
    expect(app.model.validations(id)).toHaveLength(plan.validations.length);
    expect(app.model.conditionalFormats(id)).toHaveLength(plan.conditionals.length);
    expect(app.model.protection(id).protected).toBe(true);
    expect(app.model.extras.xmlParts).toHaveLength(1);
    expect(snapshot.rubrics?.[sheet]).toMatchObject({ id: rubricId, since: '2026-01-01', former: [], template: { title: changed.title } });
  });

  test('is refused as soon as anything was typed, and the sheet stays as it is', async () => {
    const { sheet } = await insert();
    const [entry] = sheetPlanOf(marksForm).entries;
    app.model.write(app.sheetId(sheet), areaAt(cellAddress(entry?.row ?? 1, entry?.column ?? 1)), [[80]]);
    await expect(rewrite(sheet)).rejects.toMatchObject({ code: 'changed-since' });
    expect(await rubricOf(sheet)).toMatchObject({ template: { title: marksForm.title } });
  });

  test('needs the password of the sheet', async () => {
    const { sheet } = await insertTemplate.perform({ workbook } as Parameters<typeof insertTemplate.perform>[0], {
      template: marksForm,
      protect: true,
      password: 'x1',
      today: '2026-01-01',
    });
    await expect(rewrite(sheet)).rejects.toMatchObject({ code: 'protected', details: { kind: 'password', sheet } });
    await expect(rewrite(sheet, { password: 'X1' })).rejects.toMatchObject({ code: 'protected' });
    expect(await rubricOf(sheet)).toMatchObject({ template: { title: marksForm.title } });
    await rewrite(sheet, { password: 'x1' });
    expect(app.model.protection(app.sheetId(sheet))).toMatchObject({ protected: true, password: 'x1' });
  });
});
