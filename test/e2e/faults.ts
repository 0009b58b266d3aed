import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { paneFrame } from './screens';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** Faults against WCAG 2.2 A and AA in the pane, each as rule and element, and whether anything is wider than the pane. */
export async function faults(page: Page): Promise<string[]> {
  const frame = paneFrame(page);
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe);
  return frame.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    const bar = document.querySelector('#pane nav');
    const broken = innerWidth >= 270 && bar && bar.getBoundingClientRect().height > 40 ? ['the main pages need two lines'] : [];
    const wide = document.documentElement.scrollWidth > innerWidth ? ['wider than the pane'] : [];
    return [...broken, ...wide, ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`))];
  });
}
