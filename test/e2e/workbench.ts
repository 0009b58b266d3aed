import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from './browser';

/** The workbench as `npm start` gives it, and a browser to visit it with. */
export interface Visit {
  readonly address: string;
  readonly browser: Browser;
  /** Addresses off this machine that any page asked for. */
  readonly outside: string[];
  /** Errors that any page threw or logged. */
  readonly errors: string[];
  readonly end: () => Promise<void>;
}

const artefacts = 'test/artefacts';
const ready = /Rubric workbench: (http:\/\/localhost:\d+)/;

async function addressOf(child: ChildProcess): Promise<string> {
  const printed: string[] = [];
  return new Promise((resolve, reject) => {
    const read = (data: Buffer) => {
      printed.push(data.toString());
      const found = ready.exec(printed.join(''))?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}: ${printed.join('')}`)));
  });
}

/** Starts the workbench on a free port and a browser. */
export async function startVisit(): Promise<Visit> {
  mkdirSync(artefacts, { recursive: true });
  const child = spawn(process.execPath, ['scripts/start.mjs', '--no-open', '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [address, browser] = await Promise.all([addressOf(child), launchBrowser()]);
  const end = async () => {
    await browser.close();
    child.kill();
  };
  return { address, browser, outside: [], errors: [], end };
}

/** How a page is visited. */
export interface Circumstances {
  readonly locale?: 'zh-CN' | 'zh-TW' | 'en-US';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** Behind the address: `?ExcelApi=1.9` plays an older Excel, in which the pane has nothing to press. */
  readonly search?: string;
}

/** Opens the workbench in a new window and waits until the pane can be used. `prepare` sees the window before anything is loaded. */
export async function openWorkbench(
  visit: Visit,
  { locale = 'zh-CN', theme = 'light', width = 1400, height = 860, search = '' }: Circumstances = {},
  prepare: (context: BrowserContext) => Promise<void> = async () => undefined,
): Promise<Page> {
  const context = await visit.browser.newContext({ viewport: { width, height }, locale, colorScheme: theme });
  await prepare(context);
  const page = await context.newPage();
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== visit.address) visit.outside.push(request.url());
  });
  page.on('pageerror', (error) => visit.errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && visit.errors.push(message.text()));
  await page.goto(`${visit.address}${search}`);
  await paneOf(page)
    .locator(search === '' ? '#pane button' : '#pane *')
    .first()
    .waitFor();
  return page;
}

/** The add-in's pane. */
export const paneOf = (page: Page): FrameLocator => page.frameLocator('.pane iframe');

/** A button of the workbench's own bar. */
export const barButton = (page: Page, name: string | RegExp) =>
  page.locator('.top-bar').getByRole('button', { name, exact: typeof name === 'string' });

interface Cell {
  readonly text: string;
  readonly formula: string;
}

interface OnPage {
  readonly workbench: { cell(address: string): Cell; settled(): Promise<void> };
}

/** What a cell of the grid shows, such as `绩效考核表!G7`, once everything is calculated; says so where there is no such cell. */
export async function cell(page: Page, address: string): Promise<Cell> {
  return page.evaluate(async (at) => {
    const { workbench } = window as unknown as OnPage;
    await workbench.settled();
    try {
      return workbench.cell(at);
    } catch (error) {
      return { text: String(error), formula: '' };
    }
  }, address);
}

/** Waits until a cell shows a text; fails with what it shows instead. */
export async function expectCell(page: Page, address: string, text: string): Promise<void> {
  let shown = '';
  for (let tries = 0; tries < 40 && shown !== text; tries++) {
    if (tries > 0) await page.waitForTimeout(150);
    shown = (await cell(page, address)).text;
  }
  expect(`${address} ${shown}`).toBe(`${address} ${text}`);
}

/** Goes to a cell by the name box and types into it, as a person does. */
export async function typeInto(page: Page, address: string, text: string): Promise<void> {
  const box = page.locator('[data-u-comp="defined-name"] input');
  await box.fill(address);
  await box.press('Enter');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Keeps a picture of the page in test/artefacts. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${artefacts}/${name}.png` });
}

/** Keeps a picture of the pane alone. */
export async function panePicture(page: Page, name: string): Promise<void> {
  await page.locator('.pane').screenshot({ path: `${artefacts}/${name}.png` });
}
