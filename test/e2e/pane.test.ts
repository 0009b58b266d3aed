import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { barButton, openWorkbench, paneOf, picture, startVisit, type Circumstances, type Visit } from './workbench';

jest.setTimeout(120_000);

let visit: Visit;

beforeAll(async () => {
  visit = await startVisit();
});
afterAll(async () => {
  await visit.end();
});

/** Runs in a page opened so, and closes it. */
async function withPage(circumstances: Circumstances, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await openWorkbench(visit, circumstances);
  await act(page);
  await page.context().close();
}

const taskpane = (page: Page) => page.frames().find((frame) => frame.url().includes('taskpane'));

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Faults against WCAG 2.2 A and AA in the pane, each as rule and element. */
async function accessibilityFaults(page: Page): Promise<string[]> {
  const frame = taskpane(page);
  if (!frame) throw new Error('no pane');
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    interface Axe {
      run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    }
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
  });
}

const words = {
  'zh-CN': { check: '检查', fill: '填写结果', dark: '深色' },
  'en-US': { check: 'Check', fill: 'Fill', dark: 'Dark' },
} as const;

async function expectAccessible(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await taskpane(page)?.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

describe.each(['zh-CN', 'en-US'] as const)('the pane at 320 pixels, %s', (locale) => {
  test('is accessible with findings and with a preview, light and dark, and needs no scrolling sideways', async () => {
    await withPage({ locale }, async (page) => {
      expect(await page.locator('.pane').evaluate((element) => element.clientWidth)).toBe(320);
      for (const theme of ['light', 'dark']) {
        if (theme === 'dark') await barButton(page, words[locale].dark).click();
        await barButton(page, words[locale].check).click();
        await paneOf(page).getByText('客服人员服务质量绩效表', { exact: false }).first().waitFor();
        await expectAccessible(page, `pane-check-${locale}-${theme}`);
        await barButton(page, words[locale].fill).click();
        await paneOf(page).getByText('绩效考核表!G7').waitFor();
        await expectAccessible(page, `pane-fill-${locale}-${theme}`);
      }
    });
  });
});

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

  test('asks nothing of any other machine, and throws nothing', () => {
    expect(visit.outside).toEqual([]);
    expect(visit.errors).toEqual([]);
  });
});
