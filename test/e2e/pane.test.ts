import type { Page } from 'playwright-core';
import { sharedVisit, testQuiet } from './sharedVisit';
import { barButton, openWorkbench, paneOf, type Circumstances } from './workbench';

jest.setTimeout(120_000);

const visit = sharedVisit();

/** Runs in a page opened so, and closes it. */
async function withPage(circumstances: Circumstances, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await openWorkbench(visit, circumstances);
  await act(page);
  await page.context().close();
}

describe('the ribbon and the pane', () => {
  test('buttons of the manifest stand in the ribbon with their icons, in the language chosen', async () => {
    await withPage({}, async (page) => {
      const labels = () => page.locator('.ribbon-button span').allTextContents();
      expect(await labels()).toEqual(['打开评分助手', '检查', '填写结果', '插入模板']);
      await page.getByLabel('语言').selectOption('zh-TW');
      await page.getByText('開啟評分助手').waitFor();
      await page.getByLabel('語言').selectOption('en-US');
      await page.getByText('Open Rubric').waitFor();
      expect(await labels()).toEqual(['Open Rubric', 'Check', 'Fill', 'Insert template']);
      const icons = await page
        .locator('.ribbon-button img')
        .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
      expect(icons).toEqual([64, 64, 64, 64]);
      await paneOf(page).locator('#pane button').first().waitFor();
    });
  });

  test('the pane is closed and opened, and made wider and narrower within its limits', async () => {
    await withPage({}, async (page) => {
      const pane = page.locator('.pane');
      await page.getByRole('button', { name: '关闭任务窗格' }).click();
      await pane.waitFor({ state: 'hidden' });
      await barButton(page, '打开评分助手').click();
      await pane.waitFor({ state: 'visible' });
      const bar = await page.locator('.splitter').boundingBox();
      const drag = async (from: number, to: number) => {
        await page.mouse.move(from, 400);
        await page.mouse.down();
        await page.mouse.move(to, 400, { steps: 4 });
        await page.mouse.up();
      };
      await drag((bar?.x ?? 0) + 2, 300);
      expect((await pane.boundingBox())?.width).toBe(500);
      await drag(1400 - 502, 1395);
      expect((await pane.boundingBox())?.width).toBe(270);
    });
  });

  testQuiet(visit);
});
