/**
 * Merged areas by way of `getMergedAreasOrNullObject`, the only member that tells them. It has two faults, and both are kept at bay:
 * it fails for more than 512 areas, so a sheet that fails is asked again in blocks too small to hold as many; and on the desktop it
 * is reported to clear the user's undo list (OfficeDev/office-js #5918), so what it said is kept and asked again only after a change of shape.
 * It tells the areas whose first cell lies in the range (#3611), so blocks neither miss nor repeat any.
 */
import type { Area } from '../../form/grid';
import { cutBlock, inShares, sheetsPerAnswer, type Block } from './blocks';
import { parseRangeAddress } from './rangeAddress';

const mostAreas = 512;

/** Merged areas by sheet id. Two round trips at most for each share of the sheets; sheets in `known` are not asked. */
export async function readMergedAreas(
  context: Excel.RequestContext,
  blocks: readonly Block[],
  known: ReadonlyMap<string, readonly Area[]>,
  ask: AskAreas,
): Promise<Map<string, readonly Area[]>> {
  const asked = blocks.filter(({ sheet }) => !known.has(sheet));
  const found = new Map(known);
  if (asked.length === 0) return found;
  const answers = await inShares(context, asked, sheetsPerAnswer, (own, share) => askInBlocks(own, share, ask));
  for (const { sheet } of asked) found.set(sheet, []);
  for (const { sheet, areas } of answers) found.set(sheet, [...(found.get(sheet) ?? []), ...areas]);
  return found;
}

/** Asks Excel for the merged areas of blocks in one round trip; null where one of them has too many. */
export type AskAreas = (
  context: Excel.RequestContext,
  blocks: readonly Block[],
) => Promise<readonly { sheet: string; areas: readonly Area[] }[] | null>;

/** An area has two cells at least, so a block of 1024 cells cannot have more than 512. */
async function askInBlocks(
  context: Excel.RequestContext,
  blocks: readonly Block[],
  ask: AskAreas,
): Promise<readonly { sheet: string; areas: readonly Area[] }[]> {
  const whole = await ask(context, blocks);
  if (whole) return whole;
  return (
    (await ask(
      context,
      blocks.flatMap((block) => cutBlock(block, mostAreas * 2)),
    )) ?? []
  );
}

/** The question itself. */
export function askExcel(isTooMany: (error: unknown) => boolean): AskAreas {
  return async (context, blocks) => {
    const merged = blocks.map(({ sheet, row, column, rows, columns }) => {
      const areas = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns).getMergedAreasOrNullObject();
      areas.load('address');
      return { sheet, areas };
    });
    try {
      await context.sync();
    } catch (error) {
      if (isTooMany(error)) return null;
      throw error;
    }
    return merged.map(({ sheet, areas }) => ({
      sheet,
      areas: areas.isNullObject ? [] : parseRangeAddress(areas.address).map(({ area }) => area),
    }));
  };
}
