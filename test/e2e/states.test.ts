import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { resources } from '../../src/locale';
import type { Faults } from '../../src/workbench/host/contract';
import { speaker } from './screens';
import { sharedVisit } from './sharedVisit';
import { barButton, openWorkbench, paneOf, panePicture, typeInto } from './workbench';

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
