import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { resources } from '../../src/locale';
import type { Faults } from '../../src/workbench/host/contract';
import { faults } from './faults';
import { speaker } from './screens';
import { sharedVisit } from './sharedVisit';
import { barButton, expectCell, openWorkbench, paneOf, panePicture, typeInto } from './workbench';

jest.setTimeout(120_000);

const visit = sharedVisit();
let page: Page;

beforeAll(async () => {
  page = await openWorkbench(visit);
  await paneOf(page)
    .getByRole('button', { name: chinese('pane.welcome.start') })
    .click();
  await paneOf(page)
    .getByRole('list', { name: chinese('pane.review.forms') })
    .waitFor();
});

const chinese = speaker(resources['zh-CN']);
const languages = ['zh-TW', 'en', 'zh-CN'] as const;

/** Has Excel fail so from now on. */
const setFaults = (faults: Partial<Faults>): Promise<void> =>
  page.evaluate((wanted) => {
    const { workbench } = window as unknown as { workbench: { faults: object } };
    Object.assign(workbench.faults, wanted);
  }, faults);

const pressCheck = (): Promise<void> =>
  paneOf(page)
    .getByRole('button', { name: chinese('pane.review.again'), exact: true })
    .first()
    .click();

interface Played {
  readonly workbench: { writeAsCoAuthor(address: string, input: string): void; protect(sheet: string): void };
}

const coAuthorTypes = (address: string, text: string): Promise<void> =>
  page.evaluate(([at, typed]) => (window as unknown as Played).workbench.writeAsCoAuthor(at ?? '', typed ?? ''), [address, text]);

const applyButton = /^写入 \d+ 格/;

async function previewFill(): Promise<void> {
  await paneOf(page)
    .getByRole('button', { name: chinese('pane.review.fillAll') })
    .click();
  await paneOf(page).getByRole('button', { name: applyButton }).waitFor();
}

const backToForms = (): Promise<void> =>
  paneOf(page)
    .getByRole('button', { name: chinese('pane.nav.review'), exact: true })
    .click();

/** What the pane says of a failure, in each language; the pane is in Chinese again then. */
async function saidInEveryLanguage(name: string): Promise<string[]> {
  const said: string[] = [];
  for (const language of languages) {
    await paneOf(page).locator('footer select').selectOption(language);
    await paneOf(page).locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
    said.push((await paneOf(page).getByRole('alert').textContent()) ?? '');
    await panePicture(page, `state-${name}-${language}`);
  }
  return said;
}

describe('what Excel cannot do at the moment is said in plain words', () => {
  test.each([
    ['cell-edit', { cellEditing: true }, { cellEditing: false }],
    ['offline', { failAt: { action: 1, code: 'ConnectionFailure' } }, { failAt: null }],
  ] as const)('%s, in every language; then the check goes through', async (code, faults, none) => {
    await setFaults(faults);
    await pressCheck();
    await paneOf(page).getByRole('alert').waitFor();
    const said = await saidInEveryLanguage(code);
    expect(said).toEqual(languages.map((language) => expect.stringContaining(resources[language][`error.${code}`] ?? '?')));
    await setFaults(none);
    await pressCheck();
    await paneOf(page).getByRole('alert').waitFor({ state: 'detached' });
  });

  test('a workbook for reading only is checked, and nothing can be written', async () => {
    await setFaults({ readOnly: true });
    await pressCheck();
    await paneOf(page).getByText(chinese('pane.review.readOnly')).waitFor();
    expect(
      await paneOf(page)
        .getByRole('button', { name: chinese('pane.review.fillAll') })
        .isDisabled(),
    ).toBe(true);
    await panePicture(page, 'state-read-only');
    await setFaults({ readOnly: false });
    await pressCheck();
    await paneOf(page).getByText(chinese('pane.review.readOnly')).waitFor({ state: 'detached' });
  });

  test('a co-author’s change is told and checked again by itself', async () => {
    await coAuthorTypes('月度考核!C4', 'abc');
    await paneOf(page)
      .getByText(chinese('pane.notice.coAuthor', { sheets: '月度考核' }))
      .last()
      .waitFor();
    await panePicture(page, 'state-co-author');
    await coAuthorTypes('月度考核!C4', '5');
    await page.waitForTimeout(2000); // it is checked again before anything else is asked of the pane
  });

  test('a fill that meets what a co-author typed meanwhile writes nothing and names the cell', async () => {
    await previewFill();
    // The edit comes with the press: the pane has not heard of it when it writes.
    await setFaults({ delay: 300 });
    await paneOf(page).getByRole('button', { name: applyButton }).click();
    await coAuthorTypes('绩效考核表!G7', '合格');
    await paneOf(page).getByRole('alert').waitFor();
    expect(await paneOf(page).getByRole('alert').textContent()).toContain('G7');
    await setFaults({ delay: 0 });
    await panePicture(page, 'state-changed-since');
    await expectCell(page, '绩效考核表!G9', '');
    await coAuthorTypes('绩效考核表!G7', '');
    await page.waitForTimeout(2000);
    await backToForms();
  });

  test('a protected sheet is explained, in every language; nothing is written', async () => {
    await page.evaluate(() => (window as unknown as Played).workbench.protect('绩效考核表'));
    await previewFill();
    await paneOf(page).getByRole('button', { name: applyButton }).click();
    await paneOf(page).getByRole('alert').waitFor();
    const said = await saidInEveryLanguage('protected');
    said.forEach((one) => expect(one).toContain('绩效考核表'));
    await expectCell(page, '绩效考核表!G9', '');
    await expectCell(page, '月度考核!F9', '');
    await backToForms();
  });

  test('an edit is checked again by itself', async () => {
    await typeInto(page, '绩效考核表!I15', '92');
    await paneOf(page)
      .getByText(chinese('pane.state.problems', { count: 1 }))
      .first()
      .waitFor();
  });
});

describe('the pane opens with a workbook that wants it', () => {
  test('is switched on, saved, and opened again with the pane closed before', async () => {
    await paneOf(page)
      .getByRole('button', { name: chinese('pane.nav.policies'), exact: true })
      .click();
    await paneOf(page)
      .getByRole('switch', { name: chinese('pane.opening.switch') })
      .click();
    await paneOf(page)
      .getByRole('alert')
      .or(paneOf(page).getByText(chinese('pane.notice.opens')).first())
      .first()
      .waitFor();
    expect(await paneOf(page).getByRole('switch').isChecked()).toBe(true);
    const download = page.waitForEvent('download');
    await barButton(page, '保存').click();
    const path = join(tmpdir(), 'opens-with-the-pane.xlsx');
    writeFileSync(path, readFileSync(await (await download).path()));
    await page.getByRole('button', { name: '关闭任务窗格' }).click();
    await page.locator('.pane').waitFor({ state: 'hidden' });
    const chooser = page.waitForEvent('filechooser');
    await barButton(page, '打开').click();
    await (await chooser).setFiles(path);
    await page.locator('.pane').waitFor({ state: 'visible' });
    await paneOf(page)
      .getByRole('list', { name: chinese('pane.review.forms') })
      .waitFor();
  });
});

describe('an Excel that is too old', () => {
  test.each([
    ['zh-CN', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['en-US', 'en'],
  ] as const)('is told so in plain words, %s', async (locale, language) => {
    const old = await openWorkbench(visit, { locale, search: '?ExcelApi=1.13' });
    await paneOf(old)
      .getByRole('heading', { name: resources[language]['pane.unsupported.title'] ?? '?' })
      .waitFor();
    expect(await faults(old)).toEqual([]);
    await panePicture(old, `state-unsupported-${language}`);
    await old.context().close();
  });
});
