/** What stands above a table: its title, and the headings of its parts. */
import { isFieldRow } from './fields';
import { isParagraph, isSignature, startsNote } from './notes';
import { isText, type Sheet, type SheetCell } from './sheet';

const formWords = /表|考核|评分|标准|评价|rubric|form|evaluation|assessment|review|score ?card/i;

/** The only cell of a row, where it is a short text and no field. */
function loneText(sheet: Sheet, row: number, right: number): SheetCell | null {
  const cells = sheet.cellsIn(row).filter((cell) => cell.column <= right);
  const [cell] = cells;
  if (!cell || cells.length !== 1 || !isText(cell) || isParagraph(cell.text) || isFieldRow(sheet, row)) return null;
  return /[:：]/.test(cell.text.slice(0, 12)) && !/^表.{0,4}[:：]/.test(cell.text) ? null : cell;
}

/** The title among the rows above a header: the first lone text with a form's words, else the first lone text. */
export function titleIn(sheet: Sheet, above: readonly number[], right: number): SheetCell | null {
  const lone = above.flatMap((row) => loneText(sheet, row, right) ?? []);
  return lone.find((cell) => formWords.test(cell.plain)) ?? lone[0] ?? null;
}

/** The lone text within two rows above a header: the name of that part of the form, unless it is the title. */
export function headingIn(
  sheet: Sheet,
  above: readonly number[],
  headerTop: number,
  columns: readonly [number, number],
  title: SheetCell | null,
): SheetCell | null {
  const row = [...above].reverse().find((number) => number >= headerTop - 2);
  if (row === undefined) return null;
  const cells = sheet.cellsIn(row).filter((cell) => cell.column >= columns[0] && cell.column <= columns[1]);
  const [cell] = cells;
  const lone = cells.length === 1 && isText(cell) && cell !== title && !isFieldRow(sheet, row);
  return lone && !isParagraph(cell.text) && !isSignature(cell.text) && !startsNote(cell.text) ? cell : null;
}
