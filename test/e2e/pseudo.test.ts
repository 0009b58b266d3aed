import type { Page } from 'playwright-core';
import { resources } from '../../src/locale';
import { pseudo, pseudoTexts } from '../locale/pseudo';
import { clipped, paneFrame, resizePane, speaker, stops } from './screens';
import { sharedVisit } from './sharedVisit';
import { openWorkbench, panePicture } from './workbench';

jest.setTimeout(180_000);

const visit = sharedVisit();
let page: Page;
const text = speaker(pseudoTexts(resources.en));

const literal = `("(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'|\`(?:[^\`\\\\]|\\\\.)*\`)`;
const entry = new RegExp(`(["'])([\\w.:-]+)\\1:\\s*${literal}`, 'g');

/** The English texts' own script with every text in its pseudo form. */
const disguised = (script: string): string =>
  script.replace(entry, (whole, _quote: string, key: string) => {
    const own = resources.en[key];
    return own === undefined ? whole : `${JSON.stringify(key)}:${JSON.stringify(pseudo(own))}`;
  });

beforeAll(async () => {
  page = await openWorkbench(visit, { locale: 'en-US', height: 1000 }, async (context) => {
    await context.route(/locale_en.*\.js$/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: disguised(await answer.text()) });
    });
  });
});

/** Widths of the panes of Excel on Windows and on the Mac, and a window of 1280 by 1024 at 400 %. */
const sizes = [
  [320, 800],
  [270, 800],
  [320, 256],
] as const;

// One sitting: each screen is reached from the one before.
describe('with texts 40 % longer', () => {
  test.each(stops)('nothing is cut off and nothing scrolls sideways: $name', async ({ name, go }) => {
    await resizePane(page, 320, 800);
    await go(page, text);
    const found: Record<string, string[]> = {};
    for (const [width, height] of sizes) {
      await resizePane(page, width, height);
      found[`${width} × ${height}`] = await clipped(page);
      await panePicture(page, `pseudo-${name}-${width}-${height}`);
    }
    expect(found).toEqual(Object.fromEntries(sizes.map(([width, height]) => [`${width} × ${height}`, []])));
  });

  test('the texts were the longer ones', async () => {
    expect(await paneFrame(page).evaluate(() => document.querySelector('nav')?.textContent)).toContain(
      pseudo(resources.en['pane.nav.fill'] ?? ''),
    );
  });
});
