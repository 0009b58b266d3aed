import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { partText, readPackage } from '../../src/workbench/files/zipPackage';
import { exampleFile } from '../workbench/files/exampleFile';
import { sharedVisit, testQuiet } from './sharedVisit';
import { barButton, expectCell, openWorkbench, paneOf, picture, typeInto } from './workbench';

jest.setTimeout(120_000);

const visit = sharedVisit();
let page: Page;

beforeAll(async () => {
  page = await openWorkbench(visit);
});

function fileOf(name: string, bytes: Uint8Array | string): string {
  const path = join(tmpdir(), name);
  writeFileSync(path, bytes);
  return path;
}

async function choose(path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await barButton(page, '打开').click();
  await (await chooser).setFiles(path);
}

async function save(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const download = page.waitForEvent('download');
  await barButton(page, '保存').click();
  const saved = await download;
  return { name: saved.suggestedFilename(), bytes: readFileSync(await saved.path()) };
}

const fileName = () => page.locator('.file-name');
const opened = (name: string) => page.locator('.file-name', { hasText: name }).waitFor();

// One sitting: each test goes on where the one before ended.
describe('a person opens and saves files', () => {
  test('types a name into the sample', async () => {
    await typeInto(page, 'B2', '张小雨');
    await expectCell(page, '绩效考核表!B2', '张小雨');
  });

  test.each([
    ['damaged.xlsx', exampleFile().subarray(0, 500), '已损坏'],
    ['list.xlsx', '姓名,得分', '不是 .xlsx 工作簿'],
    ['secret.xlsx', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]), '打开密码'],
    ['nothing.xlsx', '', '空文件'],
  ])('%s: says why it is not opened and keeps the workbook', async (name, bytes, words) => {
    await choose(fileOf(name, bytes));
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain(name);
    expect(await alert.textContent()).toContain(words);
    expect(await fileName().textContent()).toBe('客服绩效考核示例.xlsx');
    await expectCell(page, '绩效考核表!B2', '张小雨');
    await picture(page, `refused-${name.replace('.xlsx', '')}`);
    await alert.getByRole('button', { name: '关闭' }).click();
  });

  test('saves the sample, opens what was saved', async () => {
    const { bytes } = await save();
    await choose(fileOf('again.xlsx', bytes));
    await opened('again.xlsx');
    await expectCell(page, '绩效考核表!B2', '张小雨');
    await expectCell(page, '月度考核!C9', '100');
  });

  test('opens a workbook, types into it, saves it: the file keeps everything else', async () => {
    await choose(fileOf('example.xlsx', exampleFile()));
    await opened('example.xlsx');
    await expectCell(page, '考核!A1', '考核表');
    await paneOf(page).locator('#pane button').first().waitFor();
    await picture(page, 'opened');

    await typeInto(page, 'B3', '0.9');
    await expectCell(page, '考核!D3', '81');
    const { name, bytes } = await save();
    const sheet = partText(readPackage(bytes), 'xl/worksheets/sheet1.xml') ?? '';
    expect(name).toBe('example.xlsx');
    expect(sheet).toMatch(/<c r="B3"[^>]*><v>0.9<\/v><\/c>/);
    expect(sheet).toMatch(/<c r="D3"[^>]*><f[^>]*>A3\*\$B\$3<\/f><v>81<\/v><\/c>/);
    for (const kept of [
      '<sheetProtection sheet="1" objects="1" formatCells="0"/>',
      '<drawing r:id="rId1"/><extLst>',
      '<dataValidations count="1">',
      '<cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan">',
    ])
      expect(sheet).toContain(kept);
  });

  test('types into a locked cell of its protected sheet: nothing is changed, and it says why', async () => {
    await typeInto(page, 'A3', '5');
    expect(await page.getByRole('alert').textContent()).toContain('A3');
    await expectCell(page, '考核!A3', '90');
    await picture(page, 'locked');
  });

  test('drops a file on the page', async () => {
    const data = await page.evaluateHandle((base64) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], 'dropped.xlsx'));
      return transfer;
    }, Buffer.from(exampleFile()).toString('base64'));
    await page.dispatchEvent('.workbench', 'dragover', { dataTransfer: data });
    await page.getByText('松开鼠标').waitFor();
    await page.dispatchEvent('.workbench', 'drop', { dataTransfer: data });
    await opened('dropped.xlsx');
    await expectCell(page, '考核!A1', '考核表');
  });

  testQuiet(visit);
});
