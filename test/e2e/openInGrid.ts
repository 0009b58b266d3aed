import type { Page } from 'playwright-core';
import { paneFrame } from './screens';
import { paneOf } from './workbench';

/** Opens an .xlsx in the workbench and waits until its pane can be used. */
export async function openInGrid(page: Page, name: string, bytes: Uint8Array): Promise<void> {
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
