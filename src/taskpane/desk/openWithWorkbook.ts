/** The pane opens with a workbook that was reviewed before, where the user wants that. */
import { settingKeys } from '../../actions/settings';
import { WorkbookError } from '../../workbook/port';
import { checkWorkbook } from './checkWorkbook';
import type { Desk } from './desk';
import { run } from './run';

/** At the start: takes over what is stored with the workbook, and where it wants the pane, shows it with the forms. Nobody asked, so a failure is not told. */
export async function openWhereWanted(desk: Desk): Promise<void> {
  const settings = await desk.workbook.readSettings().catch(() => ({}) as Readonly<Record<string, string>>);
  if (settings[settingKeys.opening] !== 'true') return;
  desk.store.setState({ opensWithWorkbook: true });
  await desk.shell.showPane();
  if (!desk.store.getState().checked) await checkWorkbook(desk);
}

/** Stores with the workbook that the pane is to open with it, or no longer, and tells Excel. */
export async function openWithWorkbook(desk: Desk, on: boolean): Promise<void> {
  const { startWithWorkbook } = desk.shell;
  if (!startWithWorkbook) return;
  const stored = await run(desk, 'saving', async () => {
    await startWithWorkbook(on).catch((cause: unknown) => {
      throw new WorkbookError('unsupported', { reason: 'startup' }, { cause });
    });
    // A workbook that cannot be written to fails here; Excel then starts the add-in once more, which sees no wish and stays in the background.
    await desk.workbook.writeSetting(settingKeys.opening, on ? 'true' : null);
    return true;
  });
  if (stored)
    desk.store.setState({ opensWithWorkbook: on, notice: { code: on ? 'pane.notice.opens' : 'pane.notice.opensNot', details: {} } });
}
