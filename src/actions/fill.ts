import { checkWritable } from './checkWritable';
import type { FillAction } from './action';

/** Writes the planned cells, all or none; the receipt takes them back. Rejects with a WorkbookError, and then nothing has changed. */
export const fill: FillAction = {
  id: 'fill',
  icon: 'TableCellEditRegular',
  async perform({ workbook, signal }, { writes }) {
    checkWritable(writes);
    signal?.throwIfAborted();
    return workbook.apply(writes);
  },
};
