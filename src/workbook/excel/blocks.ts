/** Which rectangles are read together, so that no answer outgrows what Excel can send. */

/** A rectangle of a sheet; rows and columns count from 0, as Office.js has them. */
export interface Block {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** More cells than this in one range, and Excel answers null or not at all ("Resource limits" of its documentation). */
export const mostCells = 5_000_000;

/**
 * Cells per answer. At 5 MB an answer of 30,000 cells may spend 170 bytes on a cell's four faces; long criteria take more, blank cells a tenth. A
 * third of that is taken apart without holding the page up.
 */
export const cellsPerAnswer = 10_000;

/** So many sheets are asked for together: the objects of more hold the page up while Office.js makes them and fills them in. */
export const sheetsPerAnswer = 150;

/**
 * Work in the run that is there, or in one of its own where it is one of several: at the end of a run Office.js gives up what it keeps of each
 * object, all at once and in quadratic time.
 */
export const inOwnRun = <Answer>(
  context: Excel.RequestContext,
  isOneOfSeveral: boolean,
  work: (context: Excel.RequestContext) => Promise<Answer>,
): Promise<Answer> => (isOneOfSeveral ? Excel.run(work) : work(context));

/** Things in shares of at most `size`, asked for one share after the other. */
export async function inShares<Thing, Answer>(
  context: Excel.RequestContext,
  things: readonly Thing[],
  size: number,
  ask: (context: Excel.RequestContext, share: readonly Thing[]) => Promise<readonly Answer[]>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let at = 0; at < things.length; at += size)
    answers.push(...(await inOwnRun(context, things.length > size, (own) => ask(own, things.slice(at, at + size)))));
  return answers;
}

const cellsOf = ({ rows, columns }: Block) => rows * columns;

/** Cuts a block into bands of rows of at most `cells` cells (one row at least). */
export function cutBlock(block: Block, cells: number): Block[] {
  const step = Math.max(1, Math.floor(cells / block.columns));
  const bands: Block[] = [];
  for (let at = 0; at < block.rows; at += step) bands.push({ ...block, row: block.row + at, rows: Math.min(step, block.rows - at) });
  return bands;
}

/** Blocks in order, gathered into batches of at most `cells` cells; a block that is larger by itself is cut. */
export function batchBlocks(blocks: readonly Block[], cells = cellsPerAnswer): Block[][] {
  const batches: Block[][] = [];
  let room = 0;
  for (const block of blocks.flatMap((each) => (cellsOf(each) > cells ? cutBlock(each, cells) : [each]))) {
    if (cellsOf(block) > room || batches.length === 0) {
      batches.push([]);
      room = cells;
    }
    batches[batches.length - 1]?.push(block);
    room -= cellsOf(block);
  }
  return batches;
}
