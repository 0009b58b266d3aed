/** Live: an edit re-checks its sheet, a selection shows its indicator. */
import type { ChangeEvent } from '../../workbook/port';
import { recheckSheets } from './checkWorkbook';
import type { Desk } from './desk';
import { refreshPreview } from './fill';
import { failureOf } from './run';

/** How long the pane waits for the next keystroke before it re-checks, in milliseconds. */
export const quietTime = 400;

/** Begins to watch; gives the way to stop. Where the host cannot tell of changes, the failure is shown and nothing is watched. */
export async function watchWorkbook(desk: Desk): Promise<() => Promise<void>> {
  const edits = collectEdits(desk);
  try {
    const stopEdits = await desk.workbook.onChanged((event) => edits.add(event));
    const stopSelection = await desk.workbook.onSelected((selection) => desk.store.setState({ selection }));
    return async () => {
      edits.stop();
      await stopEdits();
      await stopSelection();
    };
  } catch (error) {
    desk.store.setState({ failure: failureOf(error) });
    return async () => edits.stop();
  }
}

/** Gathers edits until the user pauses and no other work is under way. */
function collectEdits(desk: Desk): { add(event: ChangeEvent): void; stop(): void } {
  let waiting: ChangeEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    if (desk.store.getState().phase !== 'idle') return wait();
    const events = waiting;
    waiting = [];
    void takeIn(desk, events);
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(settle, quietTime);
  };
  return {
    add(event) {
      if (event.source === 'self') return; // a fill re-checks what it touched by itself
      waiting.push(event);
      wait();
    },
    stop: () => clearTimeout(timer),
  };
}

async function takeIn(desk: Desk, events: readonly ChangeEvent[]): Promise<void> {
  await recheckSheets(desk, [...new Set(events.map((event) => event.sheet))]);
  await refreshPreview(desk);
  const others = [...new Set(events.filter((event) => event.source === 'co-author').map((event) => event.sheet))];
  if (others.length > 0) desk.store.setState({ notice: { code: 'pane.notice.coAuthor', details: { sheets: others.join(', ') } } });
}
