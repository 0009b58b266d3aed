import type { Page } from 'playwright-core';
import { resources } from '../../src/locale';
import { faults } from './faults';
import { clipped, resizePane, setTheme, speaker, stops, themes } from './screens';
import { sharedVisit, testQuiet } from './sharedVisit';
import { expectCell, openWorkbench, paneOf, panePicture } from './workbench';

jest.setTimeout(180_000);

const visit = sharedVisit();

// One sitting each: every screen is reached from the one before.
describe.each([
  ['zh-CN', 'zh-CN'],
  ['zh-TW', 'zh-TW'],
  ['en-US', 'en'],
] as const)('a person goes from the first screen to a fill and back, %s', (locale, language) => {
  const text = speaker(resources[language]);
  let page: Page;

  beforeAll(async () => {
    page = await openWorkbench(visit, { locale });
  });
  afterAll(async () => {
    await page.context().close();
  });

  test.each(stops)('$name: nothing is cut off, accessible in every theme', async ({ name, go }) => {
    await resizePane(page, 320, 740);
    await go(page, text);
    expect({ width: 320, found: await clipped(page) }).toEqual({ width: 320, found: [] });
    // The language makes no difference to a colour: the themes are looked at once.
    for (const theme of locale === 'zh-CN' ? themes : (['light'] as const)) {
      await setTheme(page, theme);
      await panePicture(page, `screen-${name}-${locale}-${theme}`);
      expect({ theme, found: await faults(page) }).toEqual({ theme, found: [] });
    }
    await setTheme(page, 'light');
    await resizePane(page, 270, 740);
    expect({ width: 270, found: await clipped(page) }).toEqual({ width: 270, found: [] });
    await panePicture(page, `screen-${name}-${locale}-270`);
  });

  test('what was filled stands in the grid, and is taken back', async () => {
    await expectCell(page, '绩效考核表!G7', '优秀');
    await expectCell(page, '绩效考核表!F21', '89.28');
    await paneOf(page)
      .getByRole('button', { name: text('pane.nav.fill'), exact: true })
      .click();
    await paneOf(page)
      .getByRole('button', { name: text('action.undo'), exact: true })
      .first()
      .click();
    await expectCell(page, '绩效考核表!G7', '');
    await expectCell(page, '绩效考核表!F21', '');
    await expectCell(page, '月度考核!F4', '');
    await expectCell(page, '绩效考核表!G8', '优秀');
  });
});

testQuiet(visit);
