import { findForms } from '../form';
import type { Form } from '../form/types';
import type { Grid } from '../form/grid';
import { assess, type Assessment } from '../review';
import type { WorkbookSnapshot } from '../workbook/port';
import type { CheckAction, CheckResult } from './action';
import { withoutPauses, withPauses, type Pieces } from './pieces';
import { readAnswers, readCorrections, readPolicy } from './settings';
import { formsOn, policyWithRubric } from './storedHints';
import { withAnswers } from './withAnswers';

/** Reads the workbook, finds its forms and judges each. Rejects with a WorkbookError where it cannot be read. */
export const check: CheckAction = {
  id: 'check',
  icon: 'ClipboardTaskListLtrRegular',
  async perform({ workbook, signal, onProgress }, { sheets, former }) {
    const snapshot = await workbook.snapshot({ ...(sheets && { sheets }), ...(signal && { signal }), ...(onProgress && { onProgress }) });
    signal?.throwIfAborted();
    return withPauses(checkInPieces(snapshot, sheets && former), { ...(signal && { signal }), ...(onProgress && { onProgress }) });
  },
};

/**
 * What a snapshot holds, under the policy, the corrections and the answers that are stored with it.
 * @param former an earlier check whose other sheets and forms stand around those of the snapshot.
 */
export function checkSnapshot(snapshot: WorkbookSnapshot, former?: CheckResult): CheckResult {
  return withoutPauses(checkInPieces(snapshot, former));
}

/** The same in pieces of a sheet or a form, of a few hundredths of a second each, between which a page can breathe. */
export function* checkInPieces(snapshot: WorkbookSnapshot, former?: CheckResult): Pieces<CheckResult> {
  const policy = readPolicy(snapshot.settings);
  const corrections = readCorrections(snapshot.settings);
  const answers = readAnswers(snapshot.settings);
  const grids = [...snapshot.grids, ...othersOf(snapshot, former?.snapshot.grids ?? [])];
  const forms: Form[] = [];
  // A doubtful table is compared with those of all sheets: they are found one by one before, and known from then on.
  for (const grid of snapshot.grids) {
    findForms(grid);
    yield null;
  }
  for (const grid of snapshot.grids) {
    const found = formsOn(grid, { grids, corrections }, snapshot.rubrics?.[grid.sheet]);
    forms.push(...found.map((form) => withAnswers(form, answers)));
    yield null;
  }
  const all = withFormer(forms, snapshot, former);
  const assessments: Assessment[] = [];
  for (const form of forms) {
    assessments.push(assess(form, grids, policyWithRubric(policy, snapshot.rubrics?.[form.sheet]), all));
    yield { done: assessments.length, of: forms.length };
  }
  return { snapshot, policy, assessments };
}

/** The forms of the whole workbook in the order of its sheets: those of sheets that were not read anew are known from before. */
function withFormer(fresh: readonly Form[], { grids }: WorkbookSnapshot, former: CheckResult | undefined): readonly Form[] {
  if (!former) return fresh;
  const read = new Set(grids.map(({ sheet }) => sheet));
  const known = former.assessments.map(({ form }) => form).filter(({ sheet }) => !read.has(sheet));
  const order = new Map(former.snapshot.grids.map(({ sheet }, at) => [sheet, at]));
  return [...fresh, ...known].sort((a, b) => (order.get(a.sheet) ?? Infinity) - (order.get(b.sheet) ?? Infinity));
}

function othersOf({ grids }: WorkbookSnapshot, former: readonly Grid[]): readonly Grid[] {
  const fresh = new Set(grids.map(({ sheetId }) => sheetId));
  return former.filter(({ sheetId }) => !fresh.has(sheetId));
}
