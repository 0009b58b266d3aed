// Takes a picture of a page: node scripts/screenshot.mjs URL out.png [width] [height] [light|dark] [language]
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const [url, out, width = '320', height = '720', theme = 'light', language = 'zh-CN'] = process.argv.slice(2);
if (!url || !out) {
  console.error('usage: node scripts/screenshot.mjs URL out.png [width] [height] [light|dark] [language]');
  process.exit(2);
}
const picture = resolve(out);
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { launchBrowser } = await tsImport('../test/e2e/browser.ts', import.meta.url);
const browser = await launchBrowser();
const page = await browser.newPage({
  viewport: { width: Number(width), height: Number(height) },
  colorScheme: theme === 'dark' ? 'dark' : 'light',
  locale: language,
});
page.on('console', (message) => message.type() === 'error' && console.error('page:', message.text()));
page.on('pageerror', (error) => console.error('page:', error.message));
await page.goto(url, { waitUntil: 'networkidle' });
await page.waitForTimeout(500);
await page.screenshot({ path: picture });
await browser.close();
