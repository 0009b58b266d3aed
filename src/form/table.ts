/** A header with the rows below it, before anything is known about what those rows are. */
import type { Header } from './header';
import { cellNumber, isText, type Sheet, type SheetCell } from './sheet';
import { weightText } from './weights';

export interface Table {
  readonly sheet: Sheet;
  readonly header: Header;
  readonly left: number;
  readonly right: number;
  /** Rows with content below the header, up to the next header over the same columns. */
  readonly body: readonly number[];
}

const overlaps = (a: Header, b: Header): boolean => a.left <= b.right && b.left <= a.right;

/** Column next to the left edge that has texts in the body but no header cell (a dimension column whose header is empty). */
function openLeft(sheet: Sheet, header: Header, body: readonly number[], limit: number): number {
  let left = header.left;
  while (left - 1 > limit) {
    const texts = body
      .slice(0, 60)
      .filter((row) => isText(sheet.cell(row, left - 1)) && sheet.area(row, left - 1).right < header.left).length;
    if (texts === 0) break;
    left -= 1;
  }
  return left;
}

/** Cuts the sheet into tables, one for each header. */
export function tablesOf(sheet: Sheet, headers: readonly Header[]): readonly Table[] {
  return headers.map((header) => {
    const next = headers
      .filter((other) => other.top > header.bottom && overlaps(header, other))
      .reduce((top, other) => Math.min(top, other.top), Infinity);
    const body = sheet.rows.filter((row) => row > header.bottom && row < next);
    const beside = headers.filter(
      (other) => other !== header && other.right < header.left && other.top <= header.bottom && header.top <= other.bottom,
    );
    const limit = beside.reduce((right, other) => Math.max(right, other.right), 0);
    return { sheet, header, left: openLeft(sheet, header, body, limit), right: header.right, body };
  });
}

export interface ColumnContent {
  /** Cells that start in this column. */
  readonly filled: number;
  readonly numbers: number;
  readonly texts: number;
  /** Mean length of the texts. */
  readonly length: number;
  readonly distinct: number;
  readonly formulas: number;
  readonly dates: number;
}

const dateFormat = /(?:^|[^\\])(?:yy|d[-/]|m[-/]d|hh:)/i;
const isNumberLike = (cell: SheetCell): boolean =>
  cellNumber(cell) !== null || weightText(cell) !== null || (cell.formula !== null && typeof cell.value !== 'string');

/** What the body of a column holds; notes that span the table do not count. */
export function contentOf(table: Table, column: number, rows: readonly number[]): ColumnContent {
  const cells = rows.flatMap((row) => {
    const cell = table.sheet.cell(row, column);
    return cell && cell.row === row && cell.column === column && cell.area.right - cell.area.left < Math.max(2, table.right - table.left)
      ? [cell]
      : [];
  });
  const texts = cells.filter(isText);
  return {
    filled: cells.length,
    numbers: cells.filter(isNumberLike).length,
    texts: texts.filter((cell) => weightText(cell) === null).length,
    length: texts.length === 0 ? 0 : texts.reduce((sum, cell) => sum + cell.text.length, 0) / texts.length,
    distinct: new Set(cells.map((cell) => cell.plain)).size,
    formulas: cells.filter((cell) => cell.formula !== null).length,
    dates: cells.filter((cell) => typeof cell.value === 'number' && dateFormat.test(cell.numberFormat)).length,
  };
}
