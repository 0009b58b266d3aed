import type { Grid } from '../../form/grid';
import { sampleForm } from '../../template/sampleForm';
import { checkWorkbook } from './checkWorkbook';
import { applyWrites } from './fill';
import type { Desk } from './desk';

/**
 * Writes a sample form on an empty sheet (the active one if it is empty, else the first that is) and checks it. It is a fill like
 * any other and can be undone. Without an empty sheet nothing is written, and the pane says so.
 */
export async function insertSample(desk: Desk): Promise<void> {
  const checked = await checkWorkbook(desk);
  if (!checked) return;
  const sheet = emptySheet(checked.snapshot.grids, desk.store.getState().selection?.sheet ?? null);
  if (sheet === null) {
    desk.store.setState({ screen: 'review', notice: { code: 'pane.notice.noEmptySheet', details: {} } });
    return;
  }
  await applyWrites(desk, sampleForm(desk.store.getState().texts, sheet));
  desk.store.setState({ screen: 'review', notice: { code: 'pane.notice.inserted', details: { sheet } } });
}

function emptySheet(grids: readonly Grid[], active: string | null): string | null {
  const empty = grids.filter(({ usedArea, visibility, isProtected }) => usedArea === null && visibility === 'visible' && !isProtected);
  return (empty.find(({ sheet }) => sheet === active) ?? empty[0])?.sheet ?? null;
}
