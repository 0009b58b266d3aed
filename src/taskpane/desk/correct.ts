/** What the user says about the forms of a sheet: remembered, followed at once, taken back. */
import type { Correction } from '../../actions';
import type { Area } from '../../form/grid';
import { formKey } from '../view/formKey';
import { recheckSheets } from './checkWorkbook';
import type { Desk } from './desk';
import { run } from './run';

/**
 * Stores a correction with the workbook and looks at its sheet again. A form that was open stays open where its place still holds one.
 * @param place of the form that the correction is about.
 */
export async function correct(desk: Desk, correction: Correction, place?: Area): Promise<void> {
  const former = await store(desk, correction);
  if (!former) return;
  const corrected = [...desk.store.getState().corrected, { sheet: correction.sheet, former: former.before }];
  desk.store.setState({ corrected });
  await look(desk, correction.sheet, place);
  desk.store.setState({ notice: { code: 'pane.notice.corrected', details: { sheet: correction.sheet, times: String(corrected.length) } } });
}

/** Takes the last correction back. */
export async function undoCorrection(desk: Desk): Promise<void> {
  const last = desk.store.getState().corrected.at(-1);
  if (!last || !(await store(desk, { sheet: last.sheet, correction: last.former, replaces: true }))) return;
  desk.store.setState(({ corrected }) => ({ corrected: corrected.slice(0, -1) }));
  await look(desk, last.sheet);
  desk.store.setState({ notice: { code: 'pane.notice.uncorrected', details: { sheet: last.sheet } } });
}

const store = (desk: Desk, correction: Correction) =>
  run(desk, 'saving', async (context) => ({ before: await desk.actions.rememberCorrection.perform(context, correction) }));

async function look(desk: Desk, sheet: string, place?: Area): Promise<void> {
  await recheckSheets(desk, [sheet]);
  const { screen, openForm, checked } = desk.store.getState();
  const forms = checked?.assessments.map(({ form }) => form) ?? [];
  if (screen !== 'form' || forms.some((form) => formKey(form) === openForm)) return;
  const now = place && forms.find((form) => form.sheet === sheet && overlap(form.range, place));
  desk.store.setState(now ? { openForm: formKey(now) } : { screen: 'review' });
}

const overlap = (a: Area, b: Area): boolean => a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
