import type { Page } from 'playwright-core';
import { sharedVisit, testQuiet } from './sharedVisit';
import { barButton, expectCell, openWorkbench, paneOf, picture, typeInto } from './workbench';

jest.setTimeout(120_000);

const visit = sharedVisit();
let page: Page;

beforeAll(async () => {
  page = await openWorkbench(visit);
});

const pane = () => paneOf(page);

// One sitting: each test goes on where the one before ended.
describe('a person reviews the sample workbook', () => {
  test('checks it and reads what is wrong', async () => {
    await barButton(page, '检查').click();
    await pane().getByText('客服人员服务质量绩效表', { exact: false }).first().waitFor();
    await pane().getByText('客服岗位月度考核表', { exact: false }).first().waitFor();
    await picture(page, 'checked');
  });

  test('looks at what would be filled: nothing is written yet', async () => {
    await barButton(page, '填写结果').click();
    await pane().getByText('绩效考核表!G7').waitFor();
    await picture(page, 'preview');
    await expectCell(page, '绩效考核表!G7', '');
  });

  test('fills grades and totals, sees them in the grid', async () => {
    await pane()
      .getByRole('button', { name: /^写入 \d+ 格/ })
      .click();
    await expectCell(page, '绩效考核表!G7', '优秀');
    await expectCell(page, '绩效考核表!G9', '良好');
    await expectCell(page, '绩效考核表!F21', '89.28');
    await expectCell(page, '月度考核!F4', '18');
    await picture(page, 'filled');
  });

  test('takes it back in one step; what stood before stands', async () => {
    await pane().getByRole('button', { name: /撤销/ }).first().click();
    await expectCell(page, '绩效考核表!G7', '');
    await expectCell(page, '绩效考核表!F21', '');
    await expectCell(page, '月度考核!F4', '');
    await expectCell(page, '绩效考核表!G8', '优秀');
  });

  test('fills again and undoes with the workbench’s own buttons', async () => {
    await barButton(page, '填写结果').click();
    await pane()
      .getByRole('button', { name: /^写入 \d+ 格/ })
      .click();
    await expectCell(page, '绩效考核表!G9', '良好');
    await barButton(page, '撤销').click();
    await expectCell(page, '绩效考核表!G9', '');
    await expectCell(page, '绩效考核表!G7', '');
    // The whole fill is taken back, on every sheet, before it is asked for again.
    await expectCell(page, '月度考核!F4', '');
    await expectCell(page, '月度考核!F9', '');
    await page.waitForTimeout(1500); // the pane looks at the changed sheets first
    await barButton(page, '恢复').click();
    await expectCell(page, '绩效考核表!G9', '良好');
  });

  test('types a RUBRIC_ function, sees it calculated, and again when its entry changes', async () => {
    await typeInto(page, 'K7', '=RUBRIC_TIER(F7,E7)');
    await expectCell(page, '绩效考核表!K7', '优秀');
    await typeInto(page, 'F7', '85');
    await expectCell(page, '绩效考核表!K7', '良好');
    await picture(page, 'functions');
  });

  testQuiet(visit);
});
