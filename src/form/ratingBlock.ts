/** A small matrix below the table that sums sections per rater: `评分(分) | 维度一 | 维度二 … | 合计`, rows `员工评分`, `上级评分`, `最终得分`. */
import { raterOfHeader } from './headerVocabulary';
import { printedFormulas } from './notes';
import type { Part } from './part';
import { plainText, withoutBrackets } from './plainText';
import { isText, placeOf, type SheetCell } from './sheet';
import { totalLabel } from './totalWords';
import type { CellText, Section, TotalCell } from './types';

const numerals = '一二三四五六七八九十';
const ordinal = /^(?:维度|部分|模块|项目|类别|第)?([一二三四五六七八九十]|\d{1,2})(?:部分|维度|项)?$/;

/** Index of the section that a column header of the block stands for; -1 for none, beyond the sections where it has no counterpart. */
function sectionIndex(plain: string, sections: readonly Section[]): number {
  const named = sections.findIndex((section) => plainText(withoutBrackets(section.name)) === withoutBrackets(plain));
  if (named >= 0) return named;
  const match = /维度|部分|模块|第/.test(plain) ? ordinal.exec(plain) : null;
  if (!match) return -1;
  const digit = Number(match[1]);
  return Number.isNaN(digit) ? numerals.indexOf(match[1] ?? '') : digit - 1;
}

interface BlockColumn {
  readonly cell: SheetCell;
  /** null for the column of sums. */
  readonly section: number | null;
}

interface Block {
  readonly row: number;
  readonly columns: readonly BlockColumn[];
  readonly sum: SheetCell | null;
}

function blockAt(part: Part, row: number, sections: readonly Section[]): Block | null {
  const cells = part.table.sheet.cellsIn(row).filter(isText);
  const columns = cells.slice(1).flatMap((cell): BlockColumn[] => {
    const index = sectionIndex(cell.plain, sections);
    return index >= 0 ? [{ cell, section: index }] : [];
  });
  const sum = cells.find((cell) => totalLabel(cell.plain) !== null && cell.column > (columns[0]?.cell.column ?? 0)) ?? null;
  return columns.length >= 2 && columns.length + (sum ? 2 : 1) >= cells.length ? { row, columns, sum } : null;
}

const bareLabel = (cell: SheetCell): string => cell.text.replace(/[:：]\s*$/, '').replace(/\s+/g, ' ');

function raterRow(
  part: Part,
  block: Block,
  label: SheetCell,
  rater: string,
  sections: readonly Section[],
  indicatorsOf: (section: number | null) => readonly number[],
): TotalCell[] {
  const own = (column: number): boolean => part.table.sheet.area(label.row, column).left === column;
  const base = { row: label.row, labelCell: placeOf(label), rater, printedFormula: null };
  const bySection = block.columns
    .filter(({ cell }) => own(cell.column))
    .map(({ cell, section }): TotalCell => {
      const known = section !== null && section < sections.length ? section : null;
      return {
        ...base,
        column: cell.column,
        label: `${bareLabel(label)} ${cell.text}`,
        role: 'section',
        section: known,
        indicators: known === null ? [] : indicatorsOf(known),
      };
    });
  const sum: TotalCell[] =
    block.sum && own(block.sum.column)
      ? [
          {
            ...base,
            column: block.sum.column,
            label: `${bareLabel(label)}${block.sum.text}`,
            role: 'rater-total',
            section: null,
            indicators: indicatorsOf(null),
          },
        ]
      : [];
  return [...bySection, ...sum];
}

function resultRow(part: Part, block: Block, label: SheetCell, indicators: readonly number[]): TotalCell[] {
  const role = totalLabel(label.plain)?.role;
  const column = block.sum?.column ?? block.columns[block.columns.length - 1]?.cell.column;
  if (!role || column === undefined) return [];
  const printed = part.table.sheet.cellsIn(label.row).find((cell) => isText(cell) && printedFormulas(cell.text).length > 0);
  const printedFormula: CellText | null = printed ? { ...placeOf(printed), text: printed.text } : null;
  const area = part.table.sheet.area(label.row, column);
  return [
    {
      row: label.row,
      column: area.left,
      label: bareLabel(label),
      labelCell: placeOf(label),
      role: role === 'rater-total' ? 'final' : role,
      rater: null,
      section: null,
      indicators,
      printedFormula,
    },
  ];
}

export interface RatingBlock {
  readonly totals: readonly TotalCell[];
  /** First and last row of the block. */
  readonly rows: readonly [number, number];
}

/** Finds the block among the rows after the indicators of a part; null where there is none. */
export function ratingBlockOf(
  part: Part,
  sections: readonly Section[],
  indicatorsOf: (section: number | null) => readonly number[],
): RatingBlock | null {
  const lastUnit = part.units[part.units.length - 1]?.bottom ?? part.table.header.bottom;
  const after = part.table.body.filter((row) => row > lastUnit);
  const block = after.map((row) => blockAt(part, row, sections)).find((found) => found !== null);
  if (!block) return null;
  const totals: TotalCell[] = [];
  let last = block.row;
  for (const row of after.filter((number) => number > block.row)) {
    const label = part.table.sheet.cellsIn(row)[0];
    if (!isText(label)) break;
    const rater = raterOfHeader(label.plain.replace(/:$/, ''));
    const found = rater ? raterRow(part, block, label, rater, sections, indicatorsOf) : resultRow(part, block, label, indicatorsOf(null));
    if (found.length === 0) break;
    totals.push(...found);
    last = row;
  }
  return totals.length > 0 ? { totals, rows: [block.row, last] } : null;
}
