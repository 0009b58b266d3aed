import type { Page } from 'playwright-core';
import { sharedVisit } from './sharedVisit';
import { openWorkbench, paneOf, picture } from './workbench';

jest.setTimeout(120_000);

const visit = sharedVisit();
let page: Page;

beforeAll(async () => {
  page = await openWorkbench(visit);
});

const goTo = async (address: string) => {
  const box = page.locator('[data-u-comp="defined-name"] input');
  await box.fill(address);
  await box.press('Enter');
};

describe('a person works from the grid', () => {
  test('has a cell explained by right click', async () => {
    await goTo('F9');
    await page.locator('canvas[id^=univer-sheet-main-canvas]').click({ button: 'right', position: { x: 760, y: 340 } });
    await expect(page.getByText('sheets-ui').count()).resolves.toBe(0);
    await page.getByText('考核评分', { exact: true }).last().hover();
    await page.getByText('解释此单元格').click();
    await paneOf(page).getByText('首次解决率', { exact: false }).first().waitFor();
    await picture(page, 'cell-menu');
  });

  test('checks by keyboard', async () => {
    await goTo('F10');
    await page.keyboard.press('Control+Alt+Shift+F');
    await paneOf(page)
      .getByRole('button', { name: /^写入 \d+ 格/ })
      .waitFor();
  });

  test('nothing failed', () => {
    expect(visit.errors).toEqual([]);
  });
});
