import type { Area, CellValue, Grid, GridCell, GridTable } from '../../form/grid';
import { cellAddress, parseAddress } from '../../form/address';
import { WorkbookError } from '../port';
import { plainStyle, type CellStyle } from './cellStyles';
import { displayText } from './displayText';
import { openSheetText, scanCells, scanHiddenRows, sheetFrame, type SheetCell, type SheetText } from './sheetCells';
import { formulaFromFile, translateFormula } from './translateFormula';
import { partText, relationships, type SheetPart } from './workbookParts';
import { child, children, flag, parseXml, type XmlElement } from './xml';
import type { ZipContainer } from './zipContainer';

/** What the sheets of one file share. */
export interface SharedContent {
  readonly styles: readonly CellStyle[];
  readonly strings: readonly string[];
  readonly date1904: boolean;
}

/** One worksheet part → its grid. Time and memory follow the cells that hold something, not the formatted area. */
export function readSheet(zip: ZipContainer, sheet: SheetPart, shared: SharedContent): Grid {
  const text = openSheetText(sheet.path, partText(zip, sheet.path));
  const frame = parseXml(sheetFrame(text), sheet.path);
  const rows = readRows(text, shared);
  const usedArea = areaOf(rows);
  return {
    sheet: sheet.name,
    sheetId: sheet.sheetId,
    visibility: sheet.visibility,
    isProtected: flag(child(frame, 'sheetProtection')?.attributes.sheet),
    usedArea,
    rows,
    merges: children(child(frame, 'mergeCells'), 'mergeCell').flatMap((merge) => parseArea(merge.attributes.ref ?? '') ?? []),
    hiddenRows: scanHiddenRows(text, usedArea?.bottom ?? 0),
    hiddenColumns: hiddenColumns(frame),
    tables: readTables(zip, sheet.path),
  };
}

function readRows(text: SheetText, shared: SharedContent): Map<number, Map<number, GridCell>> {
  const rows = new Map<number, Map<number, GridCell>>();
  const formulas = expandFormulas(scanCells(text));
  for (const { cell, formula } of formulas) {
    const value = cellValue(cell, shared, text.part);
    if (formula === null && (value === null || value === '')) continue;
    const row = rows.get(cell.row) ?? new Map<number, GridCell>();
    rows.set(cell.row, row.set(cell.column, gridCell(value, formula, shared.styles[cell.style] ?? plainStyle, shared.date1904)));
  }
  return rows;
}

function gridCell(value: CellValue, formula: string | null, style: CellStyle, date1904: boolean): GridCell {
  const { numberFormat, indent, bold, locked } = style;
  return { value, text: displayText(value, numberFormat, date1904), formula, numberFormat, indent, bold, locked };
}

function cellValue(cell: SheetCell, shared: SharedContent, part: string): CellValue {
  const text = cell.value ?? '';
  if (cell.type === 'inlineStr') return cell.inline;
  if (cell.value === null) return cell.inline;
  if (cell.type === 's') return sharedString(text, cell, shared, part);
  if (cell.type === 'b') return text === '1' || text === 'true';
  if (cell.type === 'e') return { error: text };
  if (cell.type === 'str' || cell.type === 'd') return text;
  return text === '' ? null : numberValue(text, cell, part);
}

const damagedCell = (part: string, cell: SheetCell) => new WorkbookError('damaged', { part, cell: cellAddress(cell.row, cell.column) });

function sharedString(text: string, cell: SheetCell, shared: SharedContent, part: string): string {
  const found = shared.strings[Number(text)];
  if (found === undefined) throw damagedCell(part, cell);
  return found;
}

function numberValue(text: string, cell: SheetCell, part: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw damagedCell(part, cell);
  return value;
}

/** Followers of a shared formula get their own text; an array formula stands in its first cell, as Excel shows it in each. */
function expandFormulas(cells: readonly SheetCell[]): { cell: SheetCell; formula: string | null }[] {
  const masters = new Map<string, SheetCell>();
  for (const cell of cells) {
    if (cell.formula?.type === 'shared' && cell.formula.text && cell.formula.sharedIndex !== null)
      masters.set(cell.formula.sharedIndex, cell);
  }
  return cells.map((cell) => ({ cell, formula: formulaOf(cell, masters) }));
}

/** A formula cell's text with its leading `=`, null for plain values. */
export function formulaOf(cell: SheetCell, masters: ReadonlyMap<string, SheetCell>): string | null {
  const { formula } = cell;
  if (!formula) return null;
  if (formula.text) return formulaFromFile(formula.text);
  const master = formula.type === 'shared' ? masters.get(formula.sharedIndex ?? '') : undefined;
  if (master?.formula) return formulaFromFile(translateFormula(master.formula.text, cell.row - master.row, cell.column - master.column));
  return formula.type === 'dataTable' ? '=TABLE()' : null;
}

function areaOf(rows: ReadonlyMap<number, ReadonlyMap<number, GridCell>>): Area | null {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const [row, cells] of rows) {
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    for (const column of cells.keys()) {
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  return rows.size === 0 ? null : { top, left, bottom, right };
}

/** `B2:D4` or `B2` → area; null where the text is none. */
export function parseArea(ref: string): Area | null {
  const [first = '', last = first] = ref.split(':');
  const [from, to] = [parseAddress(first), parseAddress(last)];
  if (!from || !to) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

function hiddenColumns(frame: XmlElement): ReadonlySet<number> {
  const hidden = children(child(frame, 'cols'), 'col').filter((column) => flag(column.attributes.hidden));
  return new Set(
    hidden.flatMap(({ attributes: { min, max } }) =>
      Array.from({ length: Math.min(Number(max), 16_384) - Number(min) + 1 }, (_, index) => Number(min) + index),
    ),
  );
}

function readTables(zip: ZipContainer, path: string): GridTable[] {
  return relationships(zip, path)
    .filter((each) => each.type === 'table' && zip.entries.has(each.target))
    .flatMap(({ target }) => {
      const { displayName, name, ref } = parseXml(partText(zip, target), target).attributes;
      const area = parseArea(ref ?? '');
      return area ? [{ name: displayName ?? name ?? '', area }] : [];
    });
}
