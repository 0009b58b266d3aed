/** The functions follow the workbook: its policy and its answers to open criteria, from the start and whenever a check has read them anew. */
import { readAnswers, readPolicy } from '../../actions/settings';
import { setReadingPolicy } from '../../functions/readingPolicy';
import { WorkbookError, type WorkbookSnapshot } from '../../workbook/port';
import type { Desk } from './desk';
import { failureOf } from './run';

/** How long to wait while a cell is being edited, in milliseconds. */
const retryTime = 1500;

/** Begins to follow. Cells are calculated anew only where something is different and there are RUBRIC_ formulas. */
export async function followPolicy(desk: Desk): Promise<() => void> {
  const takeOver = policyFollower(desk);
  await patiently(desk, async () => takeOver(await desk.workbook.readSettings(), true));
  return desk.store.subscribe(({ checked }, former) => {
    if (checked && checked.snapshot !== former.checked?.snapshot)
      void patiently(desk, () => takeOver(checked.snapshot.settings, usesFunctions(checked.snapshot)));
  });
}

/** Takes settings over; remembers that cells wait to be calculated anew where Excel could not be asked. */
function policyFollower(desk: Desk): (settings: Readonly<Record<string, string>>, used: boolean) => Promise<void> {
  let stale = false;
  return async (settings, used) => {
    if (setReadingPolicy(readPolicy(settings).reading, readAnswers(settings))) stale = true;
    if (!stale) return;
    if (used) await desk.workbook.recalculate();
    stale = false;
  };
}

function usesFunctions({ grids }: WorkbookSnapshot): boolean {
  return grids.some(({ rows }) =>
    [...rows.values()].some((cells) => [...cells.values()].some(({ formula }) => formula?.includes('RUBRIC_'))),
  );
}

/** Tries again where the user is typing in a cell: nobody asked for this, so nothing is said of it. */
async function patiently(desk: Desk, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof WorkbookError && error.code === 'cell-edit') setTimeout(() => void patiently(desk, work), retryTime);
    else desk.store.setState({ failure: failureOf(error) });
  }
}
