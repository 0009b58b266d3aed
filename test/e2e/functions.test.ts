/** The formula helper and "prepare to send" in a real browser, over real cells and the real functions. */
import type { Page } from 'playwright-core';
import { faults } from './faults';
import { sharedVisit, testQuiet } from './sharedVisit';
import { barButton, cell, expectCell, openWorkbench, paneOf, picture, typeInto, type Circumstances } from './workbench';

jest.setTimeout(180_000);

const visit = sharedVisit();

const words = {
  'zh-CN': {
    welcome: '跳过',
    nav: '公式',
    value: '实际值',
    criteria: '评分标准',
    use: (name: string) => `取所选：${name}`,
    target: '插入到',
    insert: /^插入到 /,
    send: '准备发送',
    look: '查找 RUBRIC 公式',
    apply: /^替换（/,
    done: '可以发送了',
    undo: '恢复原公式',
    dark: '深色',
  },
  'en-US': {
    welcome: 'Skip',
    nav: 'Formulas',
    value: 'Value',
    criteria: 'Scoring criteria',
    use: (name: string) => `Use selection: ${name}`,
    target: 'Insert into',
    insert: /^Insert into [A-Z]/,
    send: 'Prepare to send',
    look: 'Look for RUBRIC formulas',
    apply: /^Replace \(/,
    done: 'Ready to send',
    undo: 'Put the formulas back',
    dark: 'Dark',
  },
} as const;

const criteria = '90-100分为优秀，80-89分为良好，低于80分为合格';

async function select(page: Page, address: string): Promise<void> {
  const box = page.locator('[data-u-comp="defined-name"] input');
  await box.fill(address);
  await box.press('Enter');
}

async function openFormulas(circumstances: Circumstances & { locale: keyof typeof words }): Promise<Page> {
  const page = await openWorkbench(visit, circumstances);
  const text = words[circumstances.locale];
  const pane = paneOf(page);
  await pane.getByRole('button', { name: text.welcome }).click();
  await pane.getByRole('navigation').first().getByRole('button', { name: text.nav, exact: true }).click();
  await pane.getByRole('combobox').first().waitFor();
  return page;
}

/** Makes the pane as narrow as Excel for Mac has it. */
async function narrow(page: Page): Promise<void> {
  const bar = await page.locator('.splitter').boundingBox();
  await page.mouse.move((bar?.x ?? 0) + 2, 400);
  await page.mouse.down();
  await page.mouse.move(1395, 400, { steps: 4 });
  await page.mouse.up();
  expect((await page.locator('.pane').boundingBox())?.width).toBe(270);
}

describe.each(['zh-CN', 'en-US'] as const)('formulas, %s', (locale) => {
  test('a formula is put together from cells, inserted, and made fit to be sent', async () => {
    const text = words[locale];
    const page = await openFormulas({ locale });
    const pane = paneOf(page);
    await typeInto(page, 'M2', '85');
    await typeInto(page, 'N2', criteria);
    await select(page, 'P2');
    await pane.getByRole('button', { name: text.use(text.target) }).click();
    await pane.getByRole('textbox', { name: text.value }).focus();
    await select(page, 'M2');
    await pane.getByText('RUBRIC_TIER(IF(ISBLANK(M2),"",M2)', { exact: false }).waitFor();
    await pane.getByRole('textbox', { name: text.criteria }).focus();
    await select(page, 'N2');
    await pane.getByText('良好', { exact: true }).waitFor();
    await picture(page, `formula-${locale}`);
    expect(await faults(page)).toEqual([]);
    await narrow(page);
    await picture(page, `formula-${locale}-270`);
    expect(await faults(page)).toEqual([]);
    await pane.getByRole('button', { name: text.insert }).click();
    await expectCell(page, '绩效考核表!P2', '良好');
    await pane.getByRole('button', { name: text.send }).click();
    await pane.getByRole('button', { name: text.look }).click();
    await pane.getByRole('button', { name: text.apply }).waitFor();
    await picture(page, `send-${locale}`);
    expect(await faults(page)).toEqual([]);
    await barButton(page, text.dark).click();
    await picture(page, `send-${locale}-dark`);
    expect(await faults(page)).toEqual([]);
    await pane.getByRole('button', { name: text.apply }).click();
    await pane.getByRole('heading', { name: text.done }).waitFor();
    await picture(page, `sent-${locale}`);
    expect((await cell(page, '绩效考核表!P2')).text).toBe('良好');
    expect((await cell(page, '绩效考核表!P2')).formula).toMatch(/^=IF\(ISNUMBER\(M2\)/);
    await typeInto(page, 'M2', '95');
    await expectCell(page, '绩效考核表!P2', '优秀');
    await pane.getByRole('button', { name: text.undo }).click();
    await pane.getByRole('button', { name: text.look }).waitFor();
    expect((await cell(page, '绩效考核表!P2')).formula).toContain('RUBRIC_TIER');
    await page.context().close();
  });
});

testQuiet(visit);
