/** Fill: preview, leave out, apply, undo. */
import type { CellWrite, Plan } from '../../review/types';
import { formKey } from '../view/formKey';
import { writeKey } from '../view/cellContent';
import type { Preview } from '../store';
import { checkWorkbook, recheckSheets } from './checkWorkbook';
import type { Desk } from './desk';
import { run } from './run';

type FillChoice = Pick<Preview, 'mode' | 'form' | 'overwriteWrong'>;

/** What a fill is before the user chooses: native formulas, the whole workbook, wrong totals left as they are. */
export const usualFill: FillChoice = { mode: 'native', form: null, overwriteWrong: false };

/** Works out what a fill would write and shows it. Checks first where nothing was checked yet. */
export async function previewFill(desk: Desk, choice: Partial<FillChoice> = {}): Promise<void> {
  const checked = desk.store.getState().checked ?? (await checkWorkbook(desk));
  const wanted = { ...usualFill, ...choice };
  const plan = checked && (await planFor(desk, wanted));
  if (plan) desk.store.setState({ screen: 'fill', preview: { ...wanted, plan, except: new Set() }, done: null });
}

/** Works the preview out again after the workbook changed under it; what was left out stays out. */
export async function refreshPreview(desk: Desk): Promise<void> {
  const { preview } = desk.store.getState();
  const plan = preview && (await planFor(desk, preview));
  if (preview && plan) desk.store.setState({ preview: { ...preview, plan } });
}

/** Shows the same fill written another way, or with the wrong totals too. */
export async function changePreview(desk: Desk, change: Partial<Pick<Preview, 'mode' | 'overwriteWrong'>>): Promise<void> {
  const preview = desk.store.getState().preview;
  if (preview) desk.store.setState({ preview: { ...preview, ...change } });
  await refreshPreview(desk);
}

/** Plans on what is known when its turn comes: a re-check may have gone before. */
function planFor(desk: Desk, { mode, form, overwriteWrong }: FillChoice): Promise<Plan | null> {
  return run(desk, 'planning', async (context) => {
    const { checked } = desk.store.getState();
    if (!checked) return null;
    const assessments = checked.assessments.filter((one) => form === null || formKey(one.form) === form);
    return desk.actions.plan.perform(context, { checked: { ...checked, assessments }, mode, overwriteWrong });
  });
}

/** Leaves a write out of the fill, or takes it in again. */
export function toggleWrite(desk: Desk, write: CellWrite): void {
  const preview = desk.store.getState().preview;
  if (!preview) return;
  const except = new Set(preview.except);
  if (!except.delete(writeKey(write))) except.add(writeKey(write));
  desk.store.setState({ preview: { ...preview, except } });
}

/** Leaves every write out, or takes every one in. */
export function toggleAll(desk: Desk, include: boolean): void {
  const preview = desk.store.getState().preview;
  if (preview) desk.store.setState({ preview: { ...preview, except: new Set(include ? [] : preview.plan.writes.map(writeKey)) } });
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
  // What was pressed may not hold any more once the sheet is checked again: nothing is written, and it is said.
  if (desk.store.getState().phase === 'rechecking') return desk.store.setState({ notice: { code: 'pane.notice.writeLater', details: {} } });
  const filled = await run(desk, 'filling', async (context) => {
    const receipt = await desk.actions.fill.perform(context, { writes });
    const done = { receipt, blocked };
    desk.store.setState(({ fills }) => ({ done, fills: [...fills, done], preview: null }));
    return true;
  });
  if (!filled) return;
  await recheckSheets(desk, sheetsOf(writes));
  desk.store.setState({ notice: { code: 'pane.notice.filled', details: { count: String(writes.length) } } });
}

/** Takes the last fill back that still stands; pressed again, the one before. */
export async function undoFill(desk: Desk): Promise<void> {
  const done = desk.store.getState().fills.at(-1);
  if (!done) return;
  const undone = await run(desk, 'undoing', async (context) => {
    await desk.actions.undo.perform(context, done.receipt);
    desk.store.setState(({ fills }) => ({ done: null, fills: fills.filter((one) => one !== done) }));
    return true;
  });
  if (!undone) return;
  await recheckSheets(desk, sheetsOf(done.receipt.writes));
  desk.store.setState({ notice: { code: 'pane.notice.undone', details: { count: String(done.receipt.writes.length) } } });
}

const sheetsOf = (writes: readonly CellWrite[]): string[] => [...new Set(writes.map((write) => write.sheet))];
