/** Check: the whole workbook on demand, single sheets after an edit. */
import type { CheckResult } from '../../actions/action';
import { isDoubtful } from '../view/formState';
import type { Desk } from './desk';
import { run } from './run';

/** Reads and checks everything; the forms are then on the review screen. */
export function checkWorkbook(desk: Desk): Promise<CheckResult | null> {
  return run(desk, 'checking', async (context) => {
    const checked = await desk.actions.check.perform(context, {});
    if (!context.signal?.aborted) showChecked(desk, checked);
    return checked;
  });
}

function showChecked(desk: Desk, checked: CheckResult): void {
  desk.store.setState((state) => ({
    checked,
    preview: null,
    screen: state.screen === 'welcome' ? 'review' : state.screen,
    notice: { code: noticeOf(checked), details: summaryOf(checked) },
  }));
}

function noticeOf({ assessments }: CheckResult): string {
  if (assessments.length === 0) return 'pane.notice.noForms';
  return assessments.some(isDoubtful) ? 'pane.notice.checkedSome' : 'pane.notice.checked';
}

function summaryOf({ assessments }: CheckResult): Record<string, string> {
  const sure = assessments.filter((one) => !isDoubtful(one));
  const errors = sure.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error');
  const doubtful = assessments.length - sure.length;
  return { forms: String(sure.length), problems: String(errors.length), doubtful: String(doubtful) };
}

/** Checks these sheets again and puts the result in the place of the former one. Nothing happens before the first check. */
export async function recheckSheets(desk: Desk, sheets: readonly string[]): Promise<void> {
  if (!desk.store.getState().checked || sheets.length === 0) return;
  await run(desk, 'rechecking', async (context) => {
    const former = desk.store.getState().checked;
    if (!former) return;
    const part = await desk.actions.check.perform(context, { sheets, former });
    if (context.signal?.aborted) return;
    desk.store.setState((state) => ({ checked: state.checked && mergeChecked(state.checked, part, sheets) }));
  });
}

/** A former result with some sheets replaced; the order of sheets stays. */
export function mergeChecked(former: CheckResult, part: CheckResult, sheets: readonly string[]): CheckResult {
  const fresh = new Map(part.snapshot.grids.map((grid) => [grid.sheet, grid]));
  const grids = former.snapshot.grids.map((grid) => fresh.get(grid.sheet) ?? grid);
  const assessments = [...former.assessments.filter(({ form }) => !sheets.includes(form.sheet)), ...part.assessments];
  const order = new Map(grids.map((grid, at) => [grid.sheet, at]));
  assessments.sort(
    (one, other) => (order.get(one.form.sheet) ?? 0) - (order.get(other.form.sheet) ?? 0) || one.form.range.top - other.form.range.top,
  );
  return { ...part, snapshot: { ...part.snapshot, grids }, assessments };
}
