/** Which format a cell has, or would have if someone typed into it: its own, else its row's, else its column's. */
import { cellsOf, findRows } from './locateCells';
import { attribute, type SheetText } from './sheetCells';
import { child, children, flag, type XmlElement } from './xml';

/** Style index of the columns of a sheet, from the part without its rows. */
export function columnStyles(frame: XmlElement): (column: number) => string | null {
  const columns = children(child(frame, 'cols'), 'col');
  return (column) =>
    columns.find(({ attributes: { min, max } }) => Number(min) <= column && column <= Number(max))?.attributes.style ?? null;
}

/** Style index for a new cell; `rowTag` is the opening tag of its row, null where the row is not in the file. */
export function newCellStyle(frame: XmlElement): (column: number, rowTag: string | null) => string | null {
  const ofColumn = columnStyles(frame);
  return (column, rowTag) => (rowTag && flag(attribute(rowTag, 'customFormat') ?? undefined) ? attribute(rowTag, 's') : ofColumn(column));
}

/** Style index of each of these cells, in their order. */
export function stylesAt(sheet: SheetText, frame: XmlElement, places: readonly { row: number; column: number }[]): number[] {
  const rows = [...new Set(places.map(({ row }) => row))].sort((a, b) => a - b);
  const { found } = findRows(sheet, rows);
  const fallback = newCellStyle(frame);
  return places.map(({ row, column }) => {
    const place = found.get(row);
    if (!place) return Number(fallback(column, null) ?? 0);
    const cell = place.selfClosed ? undefined : [...cellsOf(sheet, place)].find((each) => each.column === column);
    return Number((cell ? attribute(cell.tag, 's') : fallback(column, sheet.xml.slice(place.start, place.tagEnd))) ?? 0);
  });
}
