/** Prepare to send: look, leave out, replace, take back. */
import { replacementKey } from '../../actions/sending/types';
import type { Replacement, Sending } from '../../actions';
import { nativeFormula } from '../../functions/native/nativeFormula';
import type { SendPreview } from '../store';
import { recheckSheets } from './checkWorkbook';
import type { Desk } from './desk';
import { run } from './run';

/** Works out what would take the place of each RUBRIC_ formula and shows it. */
export async function previewSend(desk: Desk): Promise<void> {
  const sending = await run(desk, 'preparing', (context) => desk.actions.prepareToSend.perform(context, { translate: nativeFormula }));
  if (sending) desk.store.setState({ sendPreview: { sending, except: new Set() }, sent: null });
}

/** Leaves replacements out, or takes them in again. */
export function includeReplacements(desk: Desk, replacements: readonly Replacement[], included: boolean): void {
  const preview = desk.store.getState().sendPreview;
  if (!preview) return;
  const except = new Set(preview.except);
  for (const key of replacements.map(replacementKey))
    if (included) except.delete(key);
    else except.add(key);
  desk.store.setState({ sendPreview: { ...preview, except } });
}

/** The replacements that are still in. */
export const chosenReplacements = ({ sending, except }: SendPreview): Sending['replacements'] =>
  sending.replacements.filter((one) => !except.has(replacementKey(one)));

/** Replaces what is in the preview; the report is then on the screen. */
export async function applySend(desk: Desk): Promise<void> {
  const preview = desk.store.getState().sendPreview;
  if (!preview) return;
  const sent = await run(desk, 'sending', (context) => desk.actions.freeze.perform(context, { ...preview, translate: nativeFormula }));
  if (!sent) return;
  desk.store.setState({ sent, sendPreview: null });
  await recheckSheets(desk, sheetsOf(sent.replaced));
  desk.store.setState({ notice: { code: 'send.notice.done', details: { count: String(sent.replaced.length) } } });
}

/** Puts the RUBRIC_ formulas back. */
export async function undoSend(desk: Desk): Promise<void> {
  const { sent } = desk.store.getState();
  if (!sent) return;
  const undone = await run(desk, 'undoing', async (context) => {
    await desk.actions.undo.perform(context, sent.receipt);
    return true;
  });
  if (!undone) return;
  desk.store.setState({ sent: null });
  await recheckSheets(desk, sheetsOf(sent.replaced));
  desk.store.setState({ notice: { code: 'send.notice.undone', details: { count: String(sent.replaced.length) } } });
}

const sheetsOf = (replaced: readonly Replacement[]): string[] => [...new Set(replaced.map(({ sheet }) => sheet))];
