/** Moving about: screens of the pane and cells of the workbook. */
import type { Screen } from '../store';
import type { Desk } from './desk';
import { failureOf } from './run';

/** Opens a screen. A message about the former one goes away with it. */
export function openScreen(desk: Desk, screen: Screen): void {
  desk.store.setState({ screen, failure: null, notice: null });
}

/** Opens one form's screen, `correcting` where its recognition is to be put right. */
export function openForm(desk: Desk, key: string, correcting = false): void {
  desk.store.setState({ screen: 'form', openForm: key, correcting, failure: null, notice: null });
}

/** Selects a cell in the sheet. */
export async function jumpTo(desk: Desk, sheet: string, cell: string): Promise<void> {
  try {
    await desk.actions.jump.perform({ workbook: desk.workbook }, { sheet, cell });
  } catch (error) {
    desk.store.setState({ failure: failureOf(error) });
  }
}
