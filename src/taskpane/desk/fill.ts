/** Fill: preview, leave out, apply, undo. */
import type { CheckResult } from '../../actions/action';
import type { CellWrite, FillMode, Plan } from '../../review/types';
import { formKey } from '../view/formKey';
import { writeKey } from '../view/cellContent';
import type { Preview } from '../store';
import { checkWorkbook, recheckSheets } from './checkWorkbook';
import type { Desk } from './desk';
import { run } from './run';

/** Works out what a fill would write and shows it. Checks first where nothing was checked yet. `form`: key of one form, null for all. */
export async function previewFill(desk: Desk, mode: FillMode = 'native', form: string | null = null): Promise<void> {
  const checked = desk.store.getState().checked ?? (await checkWorkbook(desk));
  const plan = checked && (await planFor(desk, checked, mode, form));
  if (plan) desk.store.setState({ screen: 'fill', preview: { mode, plan, form, except: new Set() }, done: null });
}

/** Works the preview out again after the workbook changed under it; what was left out stays out. */
export async function refreshPreview(desk: Desk): Promise<void> {
  const { preview, checked } = desk.store.getState();
  const plan = preview && checked && (await planFor(desk, checked, preview.mode, preview.form));
  if (preview && plan) desk.store.setState({ preview: { ...preview, plan } });
}

/** Shows the same fill written another way. */
export async function chooseMode(desk: Desk, mode: FillMode): Promise<void> {
  const preview = desk.store.getState().preview;
  if (preview) desk.store.setState({ preview: { ...preview, mode } });
  await refreshPreview(desk);
}

function planFor(desk: Desk, checked: CheckResult, mode: FillMode, form: string | null): Promise<Plan | null> {
  const assessments = checked.assessments.filter((one) => form === null || formKey(one.form) === form);
  return run(desk, 'planning', (context) => desk.actions.plan.perform(context, { checked: { ...checked, assessments }, mode }));
}

/** Leaves a write out of the fill, or takes it in again. */
export function toggleWrite(desk: Desk, write: CellWrite): void {
  const preview = desk.store.getState().preview;
  if (!preview) return;
  const except = new Set(preview.except);
  if (!except.delete(writeKey(write))) except.add(writeKey(write));
  desk.store.setState({ preview: { ...preview, except } });
}

/** The writes that are still in. */
export function chosenWrites(preview: Pick<Preview, 'plan' | 'except'>): CellWrite[] {
  return preview.plan.writes.filter((write) => !preview.except.has(writeKey(write)));
}

/** Writes what is in the preview, then checks the sheets it touched. */
export async function applyFill(desk: Desk): Promise<void> {
  const preview = desk.store.getState().preview;
  if (preview) await applyWrites(desk, chosenWrites(preview), preview.plan.blocked);
}

/** Writes these cells (a fill or a single fix) and remembers how to take them back. */
export async function applyWrites(desk: Desk, writes: readonly CellWrite[], blocked: Plan['blocked'] = []): Promise<void> {
  if (writes.length === 0) return;
  const receipt = await run(desk, 'filling', (context) => desk.actions.fill.perform(context, { writes }));
  if (!receipt) return;
  desk.store.setState({ done: { receipt, blocked }, preview: null });
  await recheckSheets(desk, sheetsOf(writes));
  desk.store.setState({ notice: { code: 'pane.notice.filled', details: { count: String(writes.length) } } });
}

/** Takes the last fill back. */
export async function undoFill(desk: Desk): Promise<void> {
  const done = desk.store.getState().done;
  if (!done) return;
  const undone = await run(desk, 'undoing', async (context) => {
    await desk.actions.undo.perform(context, done.receipt);
    return true;
  });
  if (!undone) return;
  desk.store.setState({ done: null });
  await recheckSheets(desk, sheetsOf(done.receipt.writes));
  desk.store.setState({ notice: { code: 'pane.notice.undone', details: { count: String(done.receipt.writes.length) } } });
}

const sheetsOf = (writes: readonly CellWrite[]): string[] => [...new Set(writes.map((write) => write.sheet))];
