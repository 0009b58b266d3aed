import { findIndicator } from '../view/findIndicator';
import { formKey } from '../view/formKey';
import { checkWorkbook } from './checkWorkbook';
import type { Desk } from './desk';
import { openForm, openScreen } from './goTo';
import { failureOf } from './run';

/** Shows what the selected cell is: its criteria, its value as understood and the reason for its result. Checks first where nothing was checked yet. */
export async function explainCell(desk: Desk): Promise<void> {
  try {
    const selection = await desk.workbook.selected();
    const checked = desk.store.getState().checked ?? (await checkWorkbook(desk));
    const place = checked && findIndicator(checked.assessments, selection.sheet, selection.address);
    if (place) openForm(desk, formKey(place.assessment.form));
    else openScreen(desk, 'review');
    desk.store.setState({ selection });
  } catch (error) {
    desk.store.setState({ failure: failureOf(error) });
  }
}
