import type { Grid } from '../../form/grid';
import { sampleForm } from '../../template/sampleForm';
import { checkWorkbook } from './checkWorkbook';
import { say } from '../../locale/format';
import { applyWrites } from './fill';
import { run } from './run';
import type { Desk } from './desk';

/**
 * Writes a sample form on an empty sheet (the active one if it is empty, else the first that is, else a new one) and checks it. It is
 * a fill like any other and can be undone; a sheet that was added for it stays, empty.
 */
export async function insertSample(desk: Desk): Promise<void> {
  const checked = await checkWorkbook(desk);
  if (!checked) return;
  const sheet = emptySheet(checked.snapshot.grids, desk.store.getState().selection?.sheet ?? null) ?? (await newSheet(desk));
  if (sheet === null) return;
  await applyWrites(desk, sampleForm(desk.store.getState().texts, sheet));
  desk.store.setState({ screen: 'review', notice: { code: 'pane.notice.inserted', details: { sheet } } });
}

/** A sheet of its own for the sample; null where the host refused (the pane then shows why). */
function newSheet(desk: Desk): Promise<string | null> {
  const { texts } = desk.store.getState();
  return run(desk, 'inserting', () => desk.workbook.addSheet(say(texts, 'pane.sample.sheetName')));
}

function emptySheet(grids: readonly Grid[], active: string | null): string | null {
  const empty = grids.filter(({ usedArea, visibility, isProtected }) => usedArea === null && visibility === 'visible' && !isProtected);
  return (empty.find(({ sheet }) => sheet === active) ?? empty[0])?.sheet ?? null;
}
