/** A plan → the changed parts of a workbook file. Everything is checked before anything is made. */
import { cellAddress, parseAddress } from '../../form/address';
import { cellAt, type Area, type CellValue, type Grid } from '../../form/grid';
import type { CellWrite } from '../../review/types';
import { WorkbookError } from '../port';
import { patchCalcChain, type ChainedCell } from './calcChain';
import { newCellStyle, stylesAt } from './cellFormats';
import { readCellStyles, type CellStyle } from './cellStyles';
import type { XlsxFile } from './openXlsx';
import { patchSheet, type CellContent, type CellEdit } from './patchSheet';
import { parseArea } from './readSheet';
import { recalculateOnLoad } from './recalculateOnLoad';
import { openSheetText, scanCells, sheetFrame, type SheetText } from './sheetCells';
import { unshareFormulas } from './unshareFormulas';
import { partBytes, partText, relationshipPath, type SheetPart } from './workbookParts';
import { parseXml, type XmlElement } from './xml';

/** A cell as it must be before and shall be after. */
export interface CellChange {
  readonly sheet: string;
  readonly cell: string;
  readonly expected: { readonly value: CellValue; readonly formula: string | null };
  readonly content: CellContent;
}

export const changeOf = ({ sheet, cell, before, after }: CellWrite): CellChange => ({ sheet, cell, expected: before, content: after });

/** The change that takes a write back. */
export function reverseOf({ sheet, cell, before, after }: CellWrite): CellChange {
  const formula = after.kind === 'formula' ? after.formula : null;
  return { sheet, cell, expected: { value: after.value, formula }, content: contentOf(before) };
}

function contentOf({ value, formula }: CellWrite['before']): CellContent {
  if (formula !== null) return { kind: 'formula', formula, value: typeof value === 'number' || typeof value === 'string' ? value : null };
  return value === null || value === '' ? { kind: 'blank' } : { kind: 'value', value };
}

/**
 * Parts to replace in the container (null: to remove).
 * @param grids the sheets as they are now.
 * @throws WorkbookError `sheet-missing`, `changed-since`, `protected`, `unsupported` (covered by a merge, part of an array formula).
 */
export function applyChanges(
  file: XlsxFile,
  grids: ReadonlyMap<string, Grid>,
  changes: readonly CellChange[],
): ReadonlyMap<string, Uint8Array | null> {
  const bySheet = new Map<string, CellChange[]>();
  for (const change of changes) bySheet.set(change.sheet, [...(bySheet.get(change.sheet) ?? []), change]);
  const work = [...bySheet].map(([name, sheetChanges]) => prepareSheet(file, name, grids.get(name), sheetChanges));
  checkUnchanged(work);
  const styles = file.parts.styles ? readCellStyles(parseXml(partText(file.zip, file.parts.styles), file.parts.styles)) : [];
  for (const sheet of work) checkSheet(sheet, styles);
  const texts = [...work.map(sheetText), ...calculationTexts(file, work)];
  return new Map(texts.map(([path, text]) => [path, text === null ? null : partBytes(file.zip, path, text)]));
}

interface SheetWork {
  readonly part: SheetPart;
  readonly grid: Grid;
  readonly text: SheetText;
  readonly frame: XmlElement;
  readonly changes: readonly CellChange[];
  readonly edits: readonly CellEdit[];
}

function prepareSheet(file: XlsxFile, name: string, grid: Grid | undefined, changes: readonly CellChange[]): SheetWork {
  const part = file.parts.sheets.find((sheet) => sheet.name === name);
  if (!part || !grid) throw new WorkbookError('sheet-missing', { sheet: name });
  const text = openSheetText(part.path, partText(file.zip, part.path));
  const edits = changes.map(({ cell, content }) => ({ ...placeOf(name, cell), content }));
  return { part, grid, text, frame: parseXml(sheetFrame(text), part.path), changes, edits };
}

function placeOf(sheet: string, cell: string): { row: number; column: number } {
  const place = parseAddress(cell);
  if (!place) throw new WorkbookError('unsupported', { sheet, cell, reason: 'address' });
  return place;
}

function checkUnchanged(work: readonly SheetWork[]): void {
  const changed = work.flatMap(({ grid, changes }) =>
    changes.filter((change) => !isAsExpected(grid, change)).map(({ sheet, cell }) => `${sheet}!${cell}`),
  );
  if (changed.length > 0) throw new WorkbookError('changed-since', { cells: changed.join(', ') });
}

function isAsExpected(grid: Grid, { cell, expected }: CellChange): boolean {
  const place = parseAddress(cell);
  const now = place ? cellAt(grid, place.row, place.column) : undefined;
  if ((now?.formula ?? null) !== expected.formula) return false;
  // The stored result of a formula may be old; the formula itself is what someone wrote.
  return expected.formula !== null || sameValue(now?.value ?? null, expected.value);
}

function sameValue(one: CellValue, other: CellValue): boolean {
  const plain = (value: CellValue) => (value === '' ? null : typeof value === 'object' && value ? value.error : value);
  return plain(one) === plain(other);
}

const covers = (area: Area, { row, column }: { row: number; column: number }) =>
  area.top <= row && row <= area.bottom && area.left <= column && column <= area.right;

function checkSheet(work: SheetWork, styles: readonly CellStyle[]): void {
  const { grid, edits, part } = work;
  const covered = edits.find((edit) =>
    grid.merges.some((area) => covers(area, edit) && (area.top !== edit.row || area.left !== edit.column)),
  );
  if (covered) throw new WorkbookError('unsupported', { sheet: part.name, cell: addressOf(covered), reason: 'merged' });
  const arrays = arrayAreas(work.text);
  const inArray = edits.find((edit) => arrays.some((area) => covers(area, edit) && (area.top !== area.bottom || area.left !== area.right)));
  if (inArray) throw new WorkbookError('unsupported', { sheet: part.name, cell: addressOf(inArray), reason: 'array' });
  if (grid.isProtected) checkUnlocked(work, styles);
}

/** Areas of array formulas and data tables, of which no cell can be written alone. */
function arrayAreas(text: SheetText): Area[] {
  if (!/\st=["'](?:array|dataTable)["']/.test(text.xml)) return [];
  const formulas = scanCells(text).flatMap(({ formula }) => formula ?? []);
  return formulas.flatMap(({ type, ref }) => (type === 'array' || type === 'dataTable' ? (parseArea(ref ?? '') ?? []) : []));
}

const addressOf = ({ row, column }: { row: number; column: number }) => cellAddress(row, column);

function checkUnlocked({ part, text, frame, edits }: SheetWork, styles: readonly CellStyle[]): void {
  const indices = stylesAt(text, frame, edits);
  const locked = edits.filter((_, index) => styles[indices[index] ?? 0]?.locked ?? true);
  if (locked.length > 0) throw new WorkbookError('protected', { sheet: part.name, cells: locked.map(addressOf).join(', ') });
}

/** Path and new text of a part; null removes it. */
type PartText = [path: string, text: string | null];

function sheetText({ part, text, frame, edits }: SheetWork): PartText {
  const unshared = unshareFormulas(text, new Set(edits.map(addressOf)));
  const sheet = unshared === text.xml ? text : openSheetText(part.path, unshared);
  return [part.path, widenDimension(patchSheet(sheet, edits, newCellStyle(frame)), edits)];
}

/** `<dimension ref="B2:G9"/>` must not be smaller than what the sheet holds. */
function widenDimension(xml: string, edits: readonly CellEdit[]): string {
  return xml.replace(/(<(?:[\w.-]+:)?dimension\s[^>]*?ref=")([^"]*)(")/, (whole, open: string, ref: string, close: string) => {
    const area = parseArea(ref);
    if (!area || edits.every((edit) => covers(area, edit))) return whole;
    const first = cellAddress(
      Math.min(area.top, ...edits.map(({ row }) => row)),
      Math.min(area.left, ...edits.map(({ column }) => column)),
    );
    const last = cellAddress(
      Math.max(area.bottom, ...edits.map(({ row }) => row)),
      Math.max(area.right, ...edits.map(({ column }) => column)),
    );
    return `${open}${first}:${last}${close}`;
  });
}

/** Chain of calculation and the wish for a new calculation, where the workbook has formulas at all. */
function calculationTexts(file: XlsxFile, work: readonly SheetWork[]): PartText[] {
  const chained = (wanted: (change: CellChange) => boolean): ChainedCell[] =>
    work.flatMap(({ part, changes }) => changes.filter(wanted).map(({ cell }) => ({ sheet: part.number, cell })));
  const removed = chained(({ content, expected }) => content.kind !== 'formula' && expected.formula !== null);
  const added = chained(({ content }) => content.kind === 'formula');
  const recalculated: PartText[] = [[file.parts.path, recalculateOnLoad(partText(file.zip, file.parts.path))]];
  return [...chainTexts(file, removed, added), ...(added.length > 0 || hasFormulas(file) ? recalculated : [])];
}

const hasFormulas = ({ zip, parts }: XlsxFile): boolean =>
  parts.sheets.some(({ path }) => /<(?:[\w.-]+:)?f[\s>]/.test(partText(zip, path)));

function chainTexts(file: XlsxFile, removed: readonly ChainedCell[], added: readonly ChainedCell[]): PartText[] {
  const path = file.parts.calcChain;
  if (!path || removed.length + added.length === 0) return [];
  const chain = patchCalcChain(partText(file.zip, path), removed, added);
  return chain === null ? [[path, null], ...withoutPointers(file, path)] : [[path, chain]];
}

/** A removed part must not be pointed at. */
function withoutPointers(file: XlsxFile, path: string): PartText[] {
  const rels = relationshipPath(file.parts.path);
  const types = '[Content_Types].xml';
  const override = new RegExp(`<(?:[\\w.-]+:)?Override\\s[^>]*PartName="/${path.replace(/[.]/g, '\\.')}"[^>]*>`);
  return [
    [rels, partText(file.zip, rels).replace(/<(?:[\w.-]+:)?Relationship\s[^>]*\/calcChain"[^>]*>/, '')],
    [types, partText(file.zip, types).replace(override, '')],
  ];
}
