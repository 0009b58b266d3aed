/**
 * The pane in a real browser: how soon it can be used, and how long it holds the page up while it checks a workbook of 1,000 forms. No
 * thresholds; the aims are 1 s and 50 ms on a quiet machine. `FORMS=200` makes it smaller.
 */
import type { Frame } from 'playwright-core';
import { openInGrid } from '../e2e/openInGrid';
import { openWorkbench, paneOf, startVisit } from '../e2e/workbench';
import { paneFrame } from '../e2e/screens';
import { packageOf } from '../workbook/xlsx/packageOf';
import { rowsXml } from '../workbook/xlsx/rowsXml';
import { filledForm } from './filledForm';

const count = Number(process.env.FORMS ?? 1000);

/** An .xlsx of so many sheets with a form on each. */
const workbookOf = (forms: number): Uint8Array =>
  packageOf(Array.from({ length: forms }, (_, at) => ({ name: `S${at + 1}`, rows: rowsXml(filledForm(at + 1)) })));

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
