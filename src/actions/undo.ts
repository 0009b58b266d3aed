import { WorkbookError } from '../workbook/port';
import type { UndoAction } from './action';

/** Takes a fill back. Rejects with `changed-since` where someone edited a filled cell since, and then nothing has changed. */
export const undo: UndoAction = {
  id: 'undo',
  icon: 'ArrowUndoRegular',
  async perform({ workbook }, receipt) {
    if (receipt.writes.length === 0) throw new WorkbookError('nothing-to-undo');
    await workbook.undo(receipt);
  },
};
