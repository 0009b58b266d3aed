/** Where a sheet's pages begin: blocks that belong together (a section, the totals, the notes, interview with signatures) stay on one page. */

import type { PageBlock } from './draft';

/** Points of rows that an A4 page on its side takes between the margins, with a little to spare. */
export const pageHeight = 527;

/** A page that holds less than this part is not left for the next one, for a block that may be split. */
const filled = 0.8;
/** The same for what should not be split. */
const filledFirmly = 0.3;

export interface PageRows {
  readonly blocks: readonly PageBlock[];
  readonly last: number;
  readonly headerRow: number;
  /** Points by row. */
  readonly heights: ReadonlyMap<number, number>;
}

const usual = 15;

/** A sheet of so many pages and no more is printed a little smaller, on one. */
const shrunk = 1.25;

/** Rows at which a new page begins, in order; none where the sheet fits on one. */
export function pageBreaks({ blocks, last, headerRow, heights }: PageRows): readonly number[] {
  const height = (from: number, to: number): number =>
    Array.from({ length: to - from + 1 }, (_, at) => heights.get(from + at) ?? usual).reduce((sum, each) => sum + each, 0);
  // The header row is printed on every page.
  const repeated = height(headerRow, headerRow);
  if (height(1, last) <= pageHeight * shrunk) return [];
  const breaks: number[] = [];
  let used = 0;
  const begin = (row: number): void => {
    breaks.push(row);
    used = repeated;
  };
  const placeRows = (from: number, to: number): void => {
    for (let row = from; row <= to; row += 1) {
      // The last row of a block, often its subtotal, takes one row along.
      const wanted = row === to - 1 ? height(row, to) : height(row, row);
      if (used + wanted > pageHeight && used > repeated && row > headerRow + 1) begin(row);
      used += height(row, row);
    }
  };
  blocks.forEach(({ row: from, firm }, at) => {
    const to = (blocks[at + 1]?.row ?? last + 1) - 1;
    const whole = height(from, to);
    const fits = used + whole <= pageHeight;
    const alone = repeated + whole <= pageHeight && used >= pageHeight * (firm ? filledFirmly : filled);
    if (!fits && alone) begin(from);
    if (fits || alone) used += whole;
    else placeRows(from, to);
  });
  return lastMovedUp(breaks, blocks, height, repeated + height(blocks.at(-2)?.row ?? last, last));
}

/** A last page with nothing but interview and signatures takes along the notes before them, where there is room. */
function lastMovedUp(
  breaks: readonly number[],
  blocks: readonly PageBlock[],
  height: (from: number, to: number) => number,
  together: number,
): readonly number[] {
  const [before, last] = blocks.slice(-2);
  const began = breaks.at(-2) ?? 1;
  if (!before || !last || before.firm || breaks.at(-1) !== last.row || before.row <= began || together > pageHeight) return breaks;
  return height(began, before.row - 1) >= pageHeight * filledFirmly ? [...breaks.slice(0, -1), before.row] : breaks;
}
