import { findForms } from '../form';
import type { Grid } from '../form/grid';
import { assess } from '../review';
import type { WorkbookSnapshot } from '../workbook/port';
import type { CheckAction, CheckResult } from './action';
import { readAnswers, readCorrections, readPolicy } from './settings';
import { withAnswers } from './withAnswers';

/** Reads the workbook, finds its forms and judges each. Rejects with a WorkbookError where it cannot be read. */
export const check: CheckAction = {
  id: 'check',
  icon: 'ClipboardTaskListLtrRegular',
  async perform({ workbook, signal, onProgress }, { sheets, former }) {
    const snapshot = await workbook.snapshot({ ...(sheets && { sheets }), ...(signal && { signal }), ...(onProgress && { onProgress }) });
    signal?.throwIfAborted();
    return checkSnapshot(snapshot, sheets && former);
  },
};

/**
 * What a snapshot holds, under the policy, the corrections and the answers that are stored with it.
 * @param former an earlier check whose other sheets and forms stand around those of the snapshot.
 */
export function checkSnapshot(snapshot: WorkbookSnapshot, former?: CheckResult): CheckResult {
  const policy = readPolicy(snapshot.settings);
  const corrections = readCorrections(snapshot.settings);
  const grids = [...snapshot.grids, ...othersOf(snapshot, former?.snapshot.grids ?? [])];
  const answers = readAnswers(snapshot.settings);
  const forms = snapshot.grids.flatMap((grid) => findForms(grid, { grids, corrections })).map((form) => withAnswers(form, answers));
  return { snapshot, policy, assessments: forms.map((form) => assess(form, grids, policy, forms)) };
}

function othersOf({ grids }: WorkbookSnapshot, former: readonly Grid[]): readonly Grid[] {
  const fresh = new Set(grids.map(({ sheetId }) => sheetId));
  return former.filter(({ sheetId }) => !fresh.has(sheetId));
}
