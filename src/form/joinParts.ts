/** Tables under one another that are one form: the same people score in the same columns, and no new form begins between. */
import { isFieldRow } from './fields';
import { isSignature } from './notes';
import type { Part } from './part';
import { isText, type Sheet } from './sheet';

const formTitle = /(?:考核|评分|评价|考评|打分|测评)表/;

const overlaps = (a: Part, b: Part): boolean => a.table.left <= b.table.right && b.table.left <= a.table.right;

/** Columns in which a part is scored, with their roles. */
const scoringKey = (part: Part): string =>
  [
    ...part.columns.entries
      .filter((entry) => ['score', 'self', 'supervisor', 'reviewer', 'result'].includes(entry.role))
      .map((entry) => `${entry.column}:${entry.role}`),
    ...part.columns.levels.map((level) => `${level.cell.column}:level`),
  ].join(' ');

function beginsAnew(sheet: Sheet, from: number, to: number): boolean {
  return sheet.rows
    .filter((row) => row > from && row < to)
    .some(
      (row) =>
        isFieldRow(sheet, row) || sheet.cellsIn(row).some((cell) => isText(cell) && (isSignature(cell.text) || formTitle.test(cell.plain))),
    );
}

function joins(above: Part, below: Part): boolean {
  const key = scoringKey(above);
  if (key === '' || key !== scoringKey(below)) return false;
  const last = above.units[above.units.length - 1]?.bottom ?? above.table.header.bottom;
  return !beginsAnew(above.table.sheet, last, below.table.header.top);
}

/** Parts grouped into forms, in the order of their headers. */
export function joinParts(parts: readonly Part[]): readonly (readonly Part[])[] {
  const groups: Part[][] = [];
  for (const part of parts) {
    const above = [...groups].reverse().find((group) => overlaps(group[group.length - 1]!, part));
    const last = above?.[above.length - 1];
    if (above && last && last.table.header.bottom < part.table.header.top && joins(last, part)) above.push(part);
    else groups.push([part]);
  }
  return groups;
}
