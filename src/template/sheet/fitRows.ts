/** Makes the rows of a draft as high as their texts need. */
import type { Area } from '../../form/grid';
import { finishedCells, type Draft } from './draft';
import { textHeight } from './textSize';
import { textLooks } from './textLooks';

/** Excel's own limit, in points. */
const highest = 409;

interface Needed {
  readonly area: Area;
  /** Points, over all rows of the area. */
  readonly height: number;
}

/** What each printed text needs in its cell, merged or not. */
function neededHeights(draft: Draft, widths: readonly number[]): readonly Needed[] {
  const merged = new Map(draft.merges.map((area) => [`${area.top}:${area.left}`, area]));
  return finishedCells(draft).flatMap(({ row, column, content, style }) => {
    if (content.kind !== 'text') return [];
    const area = merged.get(`${row}:${column}`) ?? { top: row, left: column, bottom: row, right: column };
    const width = widths.slice(area.left - 1, area.right).reduce((sum, each) => sum + each, 0);
    return [{ area, height: textHeight(content.text, width, textLooks[style]) }];
  });
}

/** Rows that are together lower than the text over them are made higher, each by the same. */
function raise({ heights }: Draft, { area: { top, bottom }, height }: Needed): void {
  const rows = Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
  const whole = rows.reduce((sum, row) => sum + (heights.get(row) ?? 0), 0);
  const missing = Math.ceil(Math.max(0, height - whole) / rows.length);
  if (missing > 0) for (const row of rows) heights.set(row, Math.min(highest, (heights.get(row) ?? 0) + missing));
}

/** Raises rows beyond the least heights that their writers gave them: those of single rows first, then texts that stand over several. */
export function fitRows(draft: Draft, widths: readonly number[]): void {
  const needed = neededHeights(draft, widths);
  const isSingle = ({ area }: Needed): boolean => area.top === area.bottom;
  for (const one of [...needed.filter(isSingle), ...needed.filter((each) => !isSingle(each))]) raise(draft, one);
}
