import type { Page } from 'playwright-core';
import { resources } from '../../src/locale';
import { loadTemplate } from '../../src/template/gallery';
import { faults } from './faults';
import { sharedVisit, testQuiet } from './sharedVisit';
import { barButton, expectCell, openWorkbench, paneOf, picture } from './workbench';

jest.setTimeout(240_000);

const visit = sharedVisit();

/** A picture for people to look at, and nothing wrong on it. */
async function looksRight(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await faults(page)).toEqual([]);
}

async function narrow(page: Page, width: number): Promise<void> {
  await page.locator('.pane').evaluate((pane, wanted) => {
    (pane as HTMLElement).style.width = `${wanted}px`;
  }, width);
}

const words = {
  'zh-CN': { locale: 'zh-CN', insert: '插入模板', dark: '深色' },
  en: { locale: 'en-US', insert: 'Insert template', dark: 'Dark' },
} as const;

describe.each(['zh-CN', 'en'] as const)('the gallery, %s', (language) => {
  test('opens from the ribbon, and a form becomes a checked sheet; light, dark, narrow', async () => {
    const { locale, insert, dark } = words[language];
    const text = (code: string): string => resources[language][code] ?? code;
    const page = await openWorkbench(visit, { locale });
    const template = await loadTemplate('insurance-service-quality', language);
    const pane = paneOf(page);
    await page.locator('.ribbon-button', { hasText: insert }).click();
    await pane.getByRole('button', { name: template.title }).waitFor();
    await looksRight(page, `gallery-list-${language}-light`);
    await barButton(page, dark).click();
    await narrow(page, 270);
    await looksRight(page, `gallery-list-${language}-dark-270`);
    await pane.getByRole('button', { name: template.title }).click();
    await pane.getByText(text('gallery.corrections')).waitFor();
    await looksRight(page, `gallery-form-${language}-dark-270`);
    await barButton(page, dark).click();
    await narrow(page, 320);
    await looksRight(page, `gallery-form-${language}-light`);
    await pane.getByRole('button', { name: text('gallery.insert') }).click();
    await pane.getByRole('heading', { level: 1, name: template.title }).waitFor({ timeout: 60_000 });
    await pane
      .getByText(text('gallery.notice.inserted').split('{{')[0] ?? '')
      .first()
      .waitFor();
    await expectCell(page, `${template.sheetName}!A1`, template.title);
    await pane.getByText(text('pane.state.incomplete'), { exact: true }).waitFor();
    await looksRight(page, `gallery-inserted-${language}`);
    await page.context().close();
  });
});

describe.each(['zh-CN', 'en'] as const)('the builder, %s', (language) => {
  test('shows a gallery form with live reading, and its changed copy becomes a sheet; light, dark, narrow', async () => {
    const { locale, insert, dark } = words[language];
    const text = (code: string): string => resources[language][code] ?? code;
    const page = await openWorkbench(visit, { locale });
    const template = await loadTemplate('insurance-service-quality', language);
    const pane = paneOf(page);
    const unfold = (summary: string) => pane.locator('summary', { hasText: summary }).first().click();
    const show = (summary: string) =>
      pane
        .locator('summary', { hasText: summary })
        .first()
        .evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await page.locator('.ribbon-button', { hasText: insert }).click();
    await pane.getByRole('button', { name: template.title }).click();
    await pane.getByRole('button', { name: text('builder.copy') }).click();
    await pane.getByRole('textbox', { name: text('gallery.place.title'), exact: true }).fill(`${template.title} 2`);
    await looksRight(page, `builder-top-${language}-light`);
    await unfold(text('builder.part.basics'));
    await unfold(text('builder.part.sections'));
    await unfold(template.sections[0]?.indicators[0]?.name ?? '');
    await show(template.sections[0]?.indicators[0]?.name ?? '');
    await looksRight(page, `builder-reading-${language}-light`);
    await barButton(page, dark).click();
    await narrow(page, 270);
    await looksRight(page, `builder-reading-${language}-dark-270`);
    await unfold(text('builder.part.results'));
    await unfold(text('builder.preview'));
    await show(text('builder.preview'));
    await looksRight(page, `builder-preview-${language}-dark-270`);
    await show(text('builder.part.results'));
    await looksRight(page, `builder-results-${language}-dark-270`);
    await pane.getByRole('button', { name: text('builder.save') }).click();
    await pane.getByRole('button', { name: text('builder.saved') }).waitFor();
    await pane.getByRole('button', { name: text('gallery.insert') }).click();
    await pane.getByRole('heading', { level: 1, name: `${template.title} 2` }).waitFor({ timeout: 60_000 });
    await looksRight(page, `builder-inserted-${language}`);
    await page.context().close();
  });
});

testQuiet(visit);
