import { cellAddress } from '../../form/address';
import { scanCells, type SheetCell, type SheetText } from './sheetCells';
import { translateFormula } from './translateFormula';
import { encodeText } from './xml';

/**
 * The first cell of a shared formula carries its text for all others. Where that cell is written, the others get the text spelled out, moved to
 * their place; what they calculate stays the same.
 * @param written addresses about to be written. @returns the part's text, the same where nothing had to change.
 */
export function unshareFormulas(sheet: SheetText, written: ReadonlySet<string>): string {
  if (!/\st=["']shared["']/.test(sheet.xml)) return sheet.xml;
  const cells = scanCells(sheet).filter((cell) => cell.formula?.type === 'shared');
  const leaving = new Map(
    cells.filter((cell) => cell.formula?.text && written.has(addressOf(cell))).map((cell) => [cell.formula?.sharedIndex, cell]),
  );
  if (leaving.size === 0) return sheet.xml;
  const pieces: string[] = [];
  let from = 0;
  for (const cell of cells) {
    const master = leaving.get(cell.formula?.sharedIndex ?? null);
    if (!master || cell.formula?.text) continue;
    pieces.push(sheet.xml.slice(from, cell.start), spelledOut(sheet, cell, master));
    from = cell.end;
  }
  return pieces.join('') + sheet.xml.slice(from);
}

const addressOf = (cell: SheetCell) => cellAddress(cell.row, cell.column);

function spelledOut(sheet: SheetText, cell: SheetCell, master: SheetCell): string {
  const text = translateFormula(master.formula?.text ?? '', cell.row - master.row, cell.column - master.column);
  const formula = `<${sheet.prefix}f>${encodeText(text)}</${sheet.prefix}f>`;
  const shape = new RegExp(`<${sheet.prefix}f(?=[\\s/>])(?:[^>]*/>|[^>]*>[\\s\\S]*?</${sheet.prefix}f>)`);
  return sheet.xml.slice(cell.start, cell.end).replace(shape, () => formula);
}
