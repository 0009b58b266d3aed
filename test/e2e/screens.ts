/** Every screen of the pane, reached as a person reaches it, by the names of things in any language. */
import type { Frame, Page } from 'playwright-core';
import { fillIn, type Details, type Texts } from '../../src/locale/format';
import { paneOf } from './workbench';

/** How the pane speaks at the moment. */
export type Speak = (code: string, details?: Details) => string;

export const speaker =
  (texts: Texts): Speak =>
  (code, details) =>
    fillIn(texts[code] ?? code, details);

interface Stop {
  readonly name: string;
  readonly go: (page: Page, text: Speak) => Promise<void>;
}

const button = (page: Page, name: string) => paneOf(page).getByRole('button', { name, exact: true });
const openPlace = (page: Page, text: Speak, place: string) => button(page, text(`pane.nav.${place}`)).click();
const openEverything = (page: Page) =>
  paneOf(page)
    .locator('details')
    .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));

/** Selects a cell by the workbench's name box. */
export async function selectCell(page: Page, address: string): Promise<void> {
  const box = page.locator('[data-u-comp="defined-name"] input');
  await box.fill(address);
  await box.press('Enter');
}

/** In the order of a first visit: each is reached from the one before. */
export const stops: readonly Stop[] = [
  { name: 'welcome', go: async (page, text) => button(page, text('pane.welcome.start')).waitFor() },
  {
    name: 'review',
    go: async (page, text) => {
      await button(page, text('pane.welcome.start')).click();
      await paneOf(page)
        .getByRole('list', { name: text('pane.review.forms') })
        .waitFor();
      await selectCell(page, 'F9');
      await paneOf(page)
        .getByRole('region', { name: text('pane.cell.title') })
        .waitFor();
      await openEverything(page);
    },
  },
  {
    name: 'form',
    go: async (page, text) => {
      await paneOf(page)
        .getByRole('list', { name: text('pane.review.forms') })
        .getByRole('button')
        .first()
        .click();
      await paneOf(page)
        .getByRole('heading', { name: text('pane.form.findings'), exact: true })
        .waitFor();
      await openEverything(page);
    },
  },
  {
    name: 'fill',
    go: async (page, text) => {
      await openPlace(page, text, 'fill');
      await button(page, text('pane.fill.preview')).click();
      await paneOf(page).getByRole('checkbox').nth(3).waitFor();
      await openEverything(page);
    },
  },
  {
    name: 'done',
    go: async (page, text) => {
      await paneOf(page).locator('main button[class*=fui-Button]').first().click();
      await paneOf(page)
        .getByRole('heading', { name: text('pane.fill.done.title'), exact: true })
        .waitFor();
      await openEverything(page);
    },
  },
  {
    name: 'pictures',
    go: async (page, text) => {
      await openPlace(page, text, 'pictures');
      await paneOf(page).locator('svg[role=img]').first().waitFor();
      await openEverything(page);
    },
  },
  {
    name: 'policies',
    go: async (page, text) => {
      await openPlace(page, text, 'policies');
      await button(page, text('pane.policies.save')).waitFor();
      await openEverything(page);
      for (const add of await button(page, text('pane.policies.addRow')).all()) await add.click();
    },
  },
  {
    name: 'formula',
    go: async (page, text) => {
      await openPlace(page, text, 'formula');
      await paneOf(page)
        .getByRole('heading', { name: text('formula.title'), exact: true })
        .waitFor();
      await openEverything(page);
    },
  },
  {
    name: 'send',
    go: async (page, text) => {
      await button(page, text('send.title')).click();
      await paneOf(page)
        .getByRole('heading', { name: text('send.title'), exact: true })
        .waitFor();
      await openEverything(page);
    },
  },
  {
    name: 'gallery',
    go: async (page, text) => {
      await openPlace(page, text, 'gallery');
      await paneOf(page)
        .getByRole('heading', { name: text('gallery.title'), exact: true })
        .waitFor();
      await paneOf(page)
        .getByRole('region', { name: text('gallery.ready') })
        .getByRole('button')
        .first()
        .waitFor();
      await openEverything(page);
    },
  },
  {
    name: 'builder',
    go: async (page, text) => {
      await button(page, text('builder.open')).click();
      await paneOf(page)
        .getByRole('heading', { name: text('builder.title'), exact: true })
        .waitFor();
      await openEverything(page);
    },
  },
];

/** The pane's own window. */
export function paneFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one.url().includes('taskpane'));
  if (!frame) throw new Error('no pane');
  return frame;
}

/** The pane at another size in pixels; the rest of the page is not looked at. */
export async function resizePane(page: Page, width: number, height: number): Promise<void> {
  await page.evaluate(
    ([wide, high]) => {
      const frame = document.querySelector<HTMLElement>('.pane iframe');
      if (frame) frame.style.cssText = `width: ${wide}px; height: ${high}px; flex: none`;
    },
    [width, height],
  );
}

export const themes = ['light', 'dark', 'forced'] as const;

/** Shows the pane as Excel's theme or the system's contrast theme would have it. */
export async function setTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  const frame = page.locator('.pane iframe');
  const dark = theme === 'dark';
  const before = await frame.evaluate((element) => (element as HTMLElement).dataset.theme);
  await page.emulateMedia({ forcedColors: theme === 'forced' ? 'active' : 'none' });
  await frame.evaluate((element, wanted) => Object.assign((element as HTMLElement).dataset, { theme: wanted ? 'dark' : 'light' }), dark);
  // Colours of buttons fade from one theme to the other.
  if (dark !== (before === 'dark')) await page.waitForTimeout(250);
}

/** What is cut off in the pane: each element with what hides its text, and whether anything is wider than the pane. */
export function clipped(page: Page): Promise<string[]> {
  return paneFrame(page).evaluate(() => {
    const nameOf = (element: Element): string => `${element.tagName.toLowerCase()} “${(element.textContent ?? '').trim().slice(0, 60)}”`;
    const isShown = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      // Texts for screen readers alone stand in boxes of one pixel.
      return width > 1 && height > 1 && element.closest('svg') === null && (element as HTMLElement).checkVisibility();
    };
    const hides = (element: Element): string[] => {
      const { display, overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const wide = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      const high =
        (overflowY === 'hidden' || overflowY === 'clip') && element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0;
      const over = /block|flex|grid|list-item/.test(display) && overflowY === 'visible' && element.scrollHeight > element.clientHeight + 3;
      const cut = textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth;
      if (over && element.clientHeight > 0) return [`${nameOf(element)} runs over its foot`];
      return wide || high || cut ? [`${nameOf(element)} hides ${wide || cut ? 'its right' : 'its foot'}`] : [];
    };
    const leaves = (element: Element): string[] => {
      const { left, right } = element.getBoundingClientRect();
      return right > innerWidth + 1 || left < -1 ? [`${nameOf(element)} leaves the pane at ${Math.round(right)} of ${innerWidth}`] : [];
    };
    const canvas = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    const chosenText = (select: HTMLSelectElement): string[] => {
      const style = getComputedStyle(select);
      canvas.font = style.font;
      const room = select.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      const chosen = select.selectedOptions[0]?.text ?? '';
      const { width } = canvas.measureText(chosen);
      const beside = document.getElementById(select.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
      return width > room + 1 && !beside.includes(chosen) ? [`select “${chosen}” needs ${Math.round(width)} of ${Math.round(room)}`] : [];
    };
    const page = document.documentElement;
    const sideways = page.scrollWidth > page.clientWidth ? [`the page scrolls sideways: ${page.scrollWidth} of ${page.clientWidth}`] : [];
    const elements = [...document.querySelectorAll('#pane *')].filter(isShown);
    const selects = elements.filter((element) => element instanceof HTMLSelectElement);
    return [...sideways, ...elements.flatMap((element) => [...hides(element), ...leaves(element)]), ...selects.flatMap(chosenText)];
  });
}
