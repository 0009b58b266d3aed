import type { GridCell } from '../../form/grid';
import { WorkbookError } from '../port';
import { batchBlocks, cellsPerAnswer, inOwnRun, type Block } from './blocks';
import { excelErrorCode } from './excelError';
import { addCells } from './gridCells';

export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

type SheetRows = Map<string, Map<number, Map<number, GridCell>>>;

/**
 * Cells of all blocks by sheet id, one round trip per batch. An answer that is too long for Excel is asked for again in halves.
 * @throws WorkbookError `too-large` where a single row is too long.
 */
export async function readCells(context: Excel.RequestContext, blocks: readonly Block[], options: ReadOptions = {}): Promise<SheetRows> {
  const rows: SheetRows = new Map(blocks.map(({ sheet }) => [sheet, new Map()]));
  const waiting = batchBlocks(blocks).map((batch) => ({ batch, cells: cellsPerAnswer }));
  const batches = waiting.length;
  for (let done = 0; waiting.length > 0; done += 1) {
    options.signal?.throwIfAborted();
    options.onProgress?.(done, done + waiting.length);
    const { batch, cells } = waiting.shift() ?? { batch: [], cells: 0 };
    if (await inOwnRun(context, batches > 1, (own) => readBatch(own, batch, rows))) continue;
    if (cells < 2) throw new WorkbookError('too-large', { sheet: batch[0]?.sheet ?? '' });
    waiting.unshift(...batchBlocks(batch, Math.floor(cells / 2)).map((half) => ({ batch: half, cells: Math.floor(cells / 2) })));
  }
  return rows;
}

/** One round trip. False where the answer was too long; then nothing was added. */
async function readBatch(context: Excel.RequestContext, batch: readonly Block[], rows: SheetRows): Promise<boolean> {
  const ranges = batch.map(({ sheet, row, column, rows: down, columns }) => {
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, down, columns);
    range.load('values,formulas,text,numberFormat');
    return range;
  });
  try {
    await context.sync();
  } catch (error) {
    if (excelErrorCode(error) !== 'ResponsePayloadSizeLimitExceeded') throw error;
    return false;
  }
  // Past its limits Excel may answer null instead of failing.
  if (ranges.some((range) => range.values === null)) return false;
  ranges.forEach((range, at) => {
    const block = batch[at];
    if (block) addCells(rows.get(block.sheet) ?? new Map(), block, range);
  });
  return true;
}
