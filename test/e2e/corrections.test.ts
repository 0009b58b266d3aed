/** A person puts right how forms were recognised, in the browser: by keyboard, in every language, kept with the file. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { resources } from '../../src/locale';
import { packageOf } from '../workbook/xlsx/packageOf';
import { rowsXml } from '../workbook/xlsx/rowsXml';
import { faults } from './faults';
import { openInGrid } from './openInGrid';
import { clipped, resizePane, setTheme, speaker } from './screens';
import { sharedVisit, testQuiet } from './sharedVisit';
import { barButton, openWorkbench, paneOf, panePicture } from './workbench';

jest.setTimeout(180_000);

const visit = sharedVisit();

const file = packageOf([
  {
    name: '考核',
    rows: rowsXml([
      ['月度绩效考核评分表', null, null, null, null],
      ['考核指标', '权重', '评分标准', '得分', '复查'],
      ['工作质量', 60, '无差错得满分', 50, 48],
      ['工作效率', 40, '按时得满分', 30, 33],
      ['合计', 100, null, null, null],
    ]),
  },
  {
    name: '排班',
    rows: rowsXml([
      ['内容', '权重', '结果'],
      ['搬运', 3, null],
      ['清扫', 8, null],
    ]),
  },
]);

const button = (page: Page, name: string) => paneOf(page).getByRole('button', { name, exact: true });

/** Presses a button as a person without a mouse does. */
async function pressByKey(page: Page, name: string): Promise<void> {
  await button(page, name).first().focus();
  await page.keyboard.press('Enter');
}

/** Nothing wrong with what is shown, at the widths of Windows and the Mac, in light and dark; pictures to look at. */
async function looksRight(page: Page, name: string): Promise<void> {
  for (const width of [320, 270]) {
    await resizePane(page, width, 740);
    // A button that can be pressed since a moment ago fades into its colours.
    await page.waitForTimeout(250);
    expect({ width, found: [...(await clipped(page)), ...(await faults(page))] }).toEqual({ width, found: [] });
    await panePicture(page, `corrections-${name}-${width}`);
  }
  await setTheme(page, 'dark');
  expect(await faults(page)).toEqual([]);
  await panePicture(page, `corrections-${name}-dark`);
  await setTheme(page, 'light');
}

// One sitting each: every test goes on where the one before ended.
describe.each([
  ['zh-CN', 'zh-CN'],
  ['zh-TW', 'zh-TW'],
  ['en-US', 'en'],
] as const)('corrections, %s', (locale, language) => {
  const text = speaker(resources[language]);
  const question = () => paneOf(page).getByRole('group', { name: text('pane.correct.doubt') });
  const corrected = () =>
    paneOf(page)
      .getByText(text('pane.notice.corrected', { sheet: '考核' }))
      .last();
  let page: Page;

  beforeAll(async () => {
    page = await openWorkbench(visit, { locale });
    await openInGrid(page, 'corrections.xlsx', file);
    await button(page, text('pane.welcome.start')).click();
    await question().waitFor();
  });
  afterAll(async () => {
    await page.context().close();
  });

  test('a doubtful table is asked about; a no takes it away, and the keyboard is on the way back', async () => {
    await looksRight(page, `question-${locale}`);
    await pressByKey(page, text('pane.correct.no'));
    await question().waitFor({ state: 'detached' });
    await button(page, text('pane.correct.undo')).waitFor();
    await page.keyboard.press('Enter');
    await question().waitFor();
    await pressByKey(page, text('pane.correct.yes'));
    await question().waitFor({ state: 'detached' });
  });

  test('a column is put right: what it holds are entries then', async () => {
    await pressByKey(page, text('pane.correct.title'));
    await pressByKey(page, text('pane.correct.more'));
    expect(await button(page, 'E3').count()).toBe(0);
    const column = paneOf(page).getByRole('combobox', { name: text('pane.correct.whichColumn'), exact: true });
    await column.selectOption('E');
    await paneOf(page)
      .getByRole('combobox', { name: text('pane.correct.isRole') })
      .selectOption('score');
    await looksRight(page, `form-${locale}`);
    await pressByKey(page, text('pane.correct.rememberWhat', { what: text('pane.correct.column') }));
    await corrected().waitFor();
    await button(page, 'E3').first().waitFor();
  });

  test('is told that it is no form; what was said is listed and forgotten one by one', async () => {
    await pressByKey(page, text('pane.correct.notAForm'));
    await paneOf(page)
      .getByText(text('pane.correct.remembered', { count: 3 }))
      .click();
    await looksRight(page, `list-${locale}`);
    const what = text('pane.correct.said.notAForm', { sheet: '考核', area: 'A1:E5' });
    await pressByKey(page, text('pane.correct.forgetWhat', { what }));
    await button(page, '考核!A1:E5').waitFor();
    await paneOf(page)
      .getByText(text('pane.correct.remembered', { count: 2 }))
      .waitFor();
  });
});

test('what was said goes with the file', async () => {
  const text = speaker(resources['zh-CN']);
  const page = await openWorkbench(visit);
  await openInGrid(page, 'corrections.xlsx', file);
  await button(page, text('pane.welcome.start')).click();
  await button(page, text('pane.correct.no')).click();
  await button(page, text('pane.correct.undo')).waitFor();
  const download = page.waitForEvent('download');
  await barButton(page, '保存').click();
  await openInGrid(page, 'again.xlsx', readFileSync(await (await download).path()));
  await button(page, text('pane.welcome.start'))
    .or(button(page, text('action.check')))
    .first()
    .click();
  await button(page, '考核!A1:E5').waitFor();
  expect(await button(page, text('pane.correct.no')).count()).toBe(0);
  await page.context().close();
});

testQuiet(visit);
