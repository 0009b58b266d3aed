/** Live: an edit re-checks its sheet, a selection shows its indicator. */
import type { ChangeEvent } from '../../workbook/port';
import { recheckSheets } from './checkWorkbook';
import type { Desk } from './desk';
import { refreshPreview } from './fill';
import { failureOf } from './run';

/** How long the pane waits for the next keystroke before it re-checks, in milliseconds. */
export const quietTime = 400;

/** How long it waits while a cell is being edited, in milliseconds. */
const retryTime = 1500;

/** Begins to watch; gives the way to stop. Where the host cannot tell of changes, the failure is shown and nothing is watched. */
export async function watchWorkbook(desk: Desk): Promise<() => Promise<void>> {
  const edits = collectEdits(desk);
  try {
    const stopEdits = await desk.workbook.onChanged((event) => edits.add(event));
    const stopSelection = await desk.workbook.onSelected((selection) => desk.store.setState({ selection }));
    await takeSelection(desk);
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

/** What is selected before Excel first tells of it; where it cannot say (a chart is selected), the pane waits for the next selection. */
async function takeSelection(desk: Desk): Promise<void> {
  const selected = await desk.workbook.selected().catch(() => null);
  if (selected) desk.store.setState(({ selection }) => ({ selection: selection ?? selected }));
}

/** Gathers edits until the user pauses and no other work is under way. */
function collectEdits(desk: Desk): { add(event: ChangeEvent): void; stop(): void } {
  let waiting: ChangeEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = (): void => {
    if (desk.store.getState().phase !== 'idle') return wait();
    const events = waiting;
    waiting = [];
    void takeIn(desk, events).then((taken) => {
      if (taken) return;
      waiting.unshift(...events);
      wait(retryTime);
    });
  };
  const wait = (time = quietTime): void => {
    clearTimeout(timer);
    timer = setTimeout(settle, time);
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

/** Gives false where the host could not be read because the user is typing in the next cell: nobody asked, so nothing is said. */
async function takeIn(desk: Desk, events: readonly ChangeEvent[]): Promise<boolean> {
  await recheckSheets(desk, [...new Set(events.map((event) => event.sheet))]);
  if (desk.store.getState().failure?.code === 'cell-edit') {
    desk.store.setState({ failure: null });
    return false;
  }
  await refreshPreview(desk);
  const others = [...new Set(events.filter((event) => event.source === 'co-author').map((event) => event.sheet))];
  if (others.length > 0) desk.store.setState({ notice: { code: 'pane.notice.coAuthor', details: { sheets: others.join(', ') } } });
  return true;
}
