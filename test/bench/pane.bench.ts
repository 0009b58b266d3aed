/**
 * The pane in a real browser: how soon it can be used, and how long it holds the page up while it checks a workbook of 1,000 forms. No
 * thresholds; the aims are 1 s and 50 ms on a quiet machine. `FORMS=200` makes it smaller.
 */
import { strToU8, zipSync } from 'fflate';
import type { Frame, Page } from 'playwright-core';
import { openWorkbench, paneOf, startVisit } from '../e2e/workbench';
import { paneFrame } from '../e2e/screens';

const count = Number(process.env.FORMS ?? 1000);

/** A filled-in form of six rows; every one has other scores. */
const form = (at: number): (string | number | null)[][] => [
  ['员工月度绩效考核表', null, null, null, null],
  ['姓名', `员工${at}`, '部门', `部门${at % 12}`, null],
  ['考核指标', '权重', '评分标准', '自评', '上级评分'],
  ['公文处理', 0.35, '90-100分为优秀，80-89分为良好，60-79分为合格，低于60分为不合格', 80 + (at % 20), 78 + (at % 21)],
  ['会务组织', 0.25, '无差错为优秀，1-2次为良好，3次以上为不合格', 75 + (at % 25), 80 + (at % 15)],
  ['物资采购', 0.25, '按期到位率95%以上为优秀，90%-95%为良好，低于90%为合格', 85 + (at % 15), 90],
  ['考勤', 0.15, '全勤为优秀', 100, 95 + (at % 5)],
  ['合计', 1, null, null, null],
  ['最终得分', null, '自评占30%，上级评分占70%。', null, null],
];

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const cellXml = (value: string | number | null, row: number, column: number): string => {
  const at = `r="${'ABCDE'[column]}${row + 1}"`;
  if (value === null) return '';
  return typeof value === 'number' ? `<c ${at}><v>${value}</v></c>` : `<c ${at} t="inlineStr"><is><t>${value}</t></is></c>`;
};

const sheetXml = (rows: (string | number | null)[][]): string =>
  `${head}<worksheet xmlns="${main}"><sheetData>${rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cellXml(value, row, column)).join('')}</row>`)
    .join('')}</sheetData></worksheet>`;

/** An .xlsx of so many sheets with a form on each. */
function workbookOf(forms: number): Uint8Array {
  const numbers = Array.from({ length: forms }, (_, at) => at + 1);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = numbers.map((n) => `<Override PartName="/xl/worksheets/s${n}.xml" ContentType="${type}.worksheet+xml"/>`).join('');
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${overrides}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbers.map((n) => `<sheet name="S${n}" sheetId="${n}" r:id="r${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships">${numbers.map((n) => `<Relationship Id="r${n}" Type="${office}/worksheet" Target="worksheets/s${n}.xml"/>`).join('')}</Relationships>`,
  };
  for (const n of numbers) parts[`xl/worksheets/s${n}.xml`] = sheetXml(form(n));
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

interface Watched {
  rubricBench: { interactive: number; tasks: { start: number; duration: number; name: string }[] };
}

/** In every window from its first line: when the first button can be pressed, and each task of more than 50 ms. */
function watch(): void {
  const seen: Watched['rubricBench'] = { interactive: 0, tasks: [] };
  (window as unknown as Watched).rubricBench = seen;
  new PerformanceObserver((list) =>
    list.getEntries().forEach(({ startTime, duration, name }) => seen.tasks.push({ start: startTime, duration, name })),
  ).observe({ type: 'longtask', buffered: true });
  const look = new MutationObserver(() => {
    if (seen.interactive > 0 || !document.querySelector('#pane button:not(:disabled)')) return;
    requestAnimationFrame(() => (seen.interactive = seen.interactive || performance.now()));
    look.disconnect();
  });
  look.observe(document, { childList: true, subtree: true });
}

const seenIn = (frame: Frame): Promise<Watched['rubricBench']> => frame.evaluate(() => (window as unknown as Watched).rubricBench);

async function openInGrid(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const former = paneFrame(page);
  await page.evaluate(
    async ([fileName, base64]) => {
      const data = await (await fetch(`data:application/octet-stream;base64,${base64}`)).arrayBuffer();
      const { workbench } = window as unknown as { workbench: { open(file: File): Promise<void> } };
      await workbench.open(new File([data], fileName ?? ''));
    },
    [name, Buffer.from(bytes).toString('base64')],
  );
  while (page.frames().includes(former)) await page.waitForTimeout(100);
  await paneOf(page).locator('#pane button').first().waitFor({ timeout: 120_000 });
}

async function bench(): Promise<void> {
  // As it is deployed: React's development build alone takes three times as long.
  process.env.RUBRIC_BUILD ??= 'production';
  const visit = await startVisit();
  const page = await openWorkbench(visit, {}, async (context) => void (await context.addInitScript(watch)));
  const interactive: number[] = [(await seenIn(paneFrame(page))).interactive];
  await openInGrid(page, 'forms.xlsx', workbookOf(count));
  interactive.push((await seenIn(paneFrame(page))).interactive);
  console.log(`pane can be used after ${interactive.map((time) => time.toFixed(0)).join(' ms (sample), ')} ms (${count} forms)`);
  await page.waitForTimeout(3000);
  const frame = paneFrame(page);
  const from = await frame.evaluate(() => performance.now());
  await paneOf(page).getByRole('button', { name: '检查本工作簿' }).click();
  await paneOf(page).getByRole('list', { name: '考核表' }).waitFor({ timeout: 300_000 });
  const until = await frame.evaluate(() => performance.now());
  await page.waitForTimeout(500);
  const tasks = (await seenIn(frame)).tasks.filter(({ start }) => start >= from && start <= until);
  const own = tasks.filter(({ name }) => name === 'self').map(({ duration }) => duration);
  const others = tasks.filter(({ name }) => name !== 'self').map(({ duration }) => duration);
  const told = (durations: readonly number[]): string =>
    `${durations.length} tasks over 50 ms, longest ${Math.max(0, ...durations).toFixed(0)} ms`;
  console.log(`check of ${count} forms in ${((until - from) / 1000).toFixed(1)} s`);
  console.log(`  the pane:      ${told(own)}`);
  console.log(`  the workbench: ${told(others)} (in place of Excel, which has a process of its own)`);
  await visit.end();
  process.exit(0);
}

void bench();
