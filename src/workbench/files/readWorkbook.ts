import type { IColumnData, IRange, IRowData, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import type { SheetProtection, WorkbookExtras } from '../model/workbookModel';
import { themeColors } from './colors';
import { FileProblem } from './problem';
import { readCells, readSharedStrings, splitSheet, styleName, type RowLook, type SheetCells } from './readCells';
import { readConditionalFormats, readConditionalRules, readValidations } from './readRules';
import { readRange } from './references';
import { readStyles, type Styles } from './readStyles';
import { chinese } from './univerNames';
import { childOf, childrenOf, isOn, parseXml, type XmlElement } from './xml';
import { partText, partXml, readPackage, relationshipsOf, type Package } from './zipPackage';

/** A sheet's id in the grid and its part in the file. */
export interface FileSheet {
  readonly id: string;
  readonly path: string;
}

/** A file as opened: what the grid shows, what the model keeps beside it, and the package that saving patches. */
export interface OpenedWorkbook {
  readonly workbook: IWorkbookData;
  readonly extras: Partial<WorkbookExtras>;
  readonly parts: Package;
  /** Path of the workbook's own part. */
  readonly path: string;
  readonly sheets: readonly FileSheet[];
  /** Rows that only have formats and were not loaded. */
  readonly bareRows: number;
}

export type OpenResult =
  | { readonly kind: 'opened'; readonly opened: OpenedWorkbook }
  | { readonly kind: 'refused'; readonly code: FileProblem['code']; readonly part: string };

interface Context {
  readonly parts: Package;
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly theme: readonly string[];
  /** Widest digit of the default font, pixels. */
  readonly digit: number;
}

interface ReadSheet {
  readonly data: Partial<IWorksheetData> & { readonly id: string };
  readonly element: XmlElement;
  readonly bareRows: number;
}

/** Pixels of a column's width in characters (ECMA-376, 18.3.1.13). */
const columnPixels = (width: number, digit: number): number => Math.trunc(((256 * width + Math.trunc(128 / digit)) / 256) * digit);

/** Pixels of points. */
export const pixelsOf = (points: number): number => Math.round((points * 4) / 3);

function columnsOf(sheet: XmlElement, last: number, digit: number): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const { attributes } of childrenOf(childOf(sheet, 'cols'), 'col')) {
    const { min = '1', max = min, width, hidden, style } = attributes;
    const look = {
      ...(width && { w: columnPixels(Number(width), digit) }),
      ...(isOn(hidden) && { hd: 1 }),
      ...(style && { s: styleName(Number(style)) }),
    };
    for (let column = Number(min) - 1; column < Math.min(Number(max), last); column++) columns[column] = look;
  }
  return columns;
}

function rowsOf(rows: Record<number, RowLook>): Record<number, Partial<IRowData>> {
  const entries = Object.entries(rows).map(([row, { height, custom, hidden, style }]): [string, Partial<IRowData>] => [
    row,
    {
      ...(height !== undefined && { h: pixelsOf(height), ia: custom ? 0 : 1, ...(!custom && { ah: pixelsOf(height) }) }),
      ...(hidden && { hd: 1 }),
      ...(style !== undefined && { s: styleName(style) }),
    },
  ]);
  return Object.fromEntries(entries);
}

function freezeOf(sheet: XmlElement): IWorksheetData['freeze'] {
  const pane = childOf(childOf(childOf(sheet, 'sheetViews'), 'sheetView'), 'pane');
  const { state = '', xSplit = '0', ySplit = '0' } = pane?.attributes ?? {};
  if (!state.startsWith('frozen')) return { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 };
  const [x, y] = [Math.round(Number(xSplit)), Math.round(Number(ySplit))];
  return { xSplit: x, ySplit: y, startRow: y > 0 ? y : -1, startColumn: x > 0 ? x : -1 };
}

const mergesOf = (sheet: XmlElement): IRange[] =>
  childrenOf(childOf(sheet, 'mergeCells'), 'mergeCell').flatMap(({ attributes }) => readRange(attributes.ref ?? '') ?? []);

// The grid is somewhat larger than what it holds, and never larger than Excel's.
function sizeOf(found: SheetCells, merges: readonly IRange[]): { rowCount: number; columnCount: number } {
  const rows = Math.max(found.rowCount, ...merges.map(({ endRow }) => endRow + 1));
  const columns = Math.max(found.columnCount, ...merges.map(({ endColumn }) => endColumn + 1));
  return { rowCount: Math.min(1048576, Math.max(100, rows + 50)), columnCount: Math.min(16384, Math.max(26, columns + 6)) };
}

function viewOf(sheet: XmlElement): Partial<IWorksheetData> {
  const view = childOf(childOf(sheet, 'sheetViews'), 'sheetView');
  const format = childOf(sheet, 'sheetFormatPr')?.attributes ?? {};
  return {
    freeze: freezeOf(sheet),
    showGridlines: isOn(view?.attributes.showGridLines, true) ? 1 : 0,
    rightToLeft: isOn(view?.attributes.rightToLeft) ? 1 : 0,
    zoomRatio: Math.min(4, Math.max(0.5, Number(view?.attributes.zoomScale ?? 100) / 100)),
    defaultRowHeight: format.defaultRowHeight ? pixelsOf(Number(format.defaultRowHeight)) : 20,
  };
}

function readSheet(context: Context, entry: XmlElement, path: string, id: string): ReadSheet {
  const xml = partText(context.parts, path);
  if (xml === undefined) throw new FileProblem('damaged', path);
  const { before, data, after, prefix } = splitSheet(xml);
  const element = parseXml(data || after ? `${before}<${prefix}sheetData/>${after}` : before);
  const found = readCells(data, context.strings, context.styles);
  const merges = mergesOf(element);
  const size = sizeOf(found, merges);
  const width = childOf(element, 'sheetFormatPr')?.attributes.defaultColWidth;
  const sheet = {
    id,
    name: entry.attributes.name ?? id,
    hidden: (entry.attributes.state ?? 'visible') === 'visible' ? 0 : 1,
    cellData: found.cells,
    mergeData: merges,
    ...size,
    rowData: rowsOf(found.rows),
    columnData: columnsOf(element, size.columnCount, context.digit),
    defaultColumnWidth: width ? columnPixels(Number(width), context.digit) : 8 * context.digit + 8,
    ...viewOf(element),
  };
  return { data: sheet, element, bareRows: found.bareRows };
}

function damagedUnless<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem('damaged', path);
  }
}

// The workbook's names as Univer keeps them; Excel's own (`_xlnm.` print areas, filters) stay in the file.
function definedNames(root: XmlElement, sheets: readonly XmlElement[]): Record<string, object> {
  const own = childrenOf(childOf(root, 'definedNames'), 'definedName').filter(
    ({ attributes }) => !(attributes.name ?? '').startsWith('_xlnm.'),
  );
  return Object.fromEntries(
    own.map(({ attributes, text }, at) => {
      const scope = sheets[Number(attributes.localSheetId ?? -1)]?.attributes.sheetId;
      const name = {
        id: `file-${at}`,
        name: attributes.name,
        formulaOrRefString: text,
        comment: attributes.comment ?? '',
        hidden: isOn(attributes.hidden),
        localSheetId: scope ? sheetIdOf(scope) : 'AllDefaultWorkbook',
      };
      return [name.id, name];
    }),
  );
}

const sheetIdOf = (number: string): string => `sheet-${number}`;

/** What protection allows: in the file each attribute forbids, and most things are forbidden when it says nothing. */
function protectionOf(sheet: XmlElement): SheetProtection | null {
  const element = childOf(sheet, 'sheetProtection');
  if (!element || !isOn(element.attributes.sheet)) return null;
  const allows = (name: string, forbidden = true) => !isOn(element.attributes[name], forbidden);
  const selectionMode = allows('selectUnlockedCells', false) ? (allows('selectLockedCells', false) ? 'Normal' : 'Unlocked') : 'None';
  const options = {
    allowAutoFilter: allows('autoFilter'),
    allowDeleteColumns: allows('deleteColumns'),
    allowDeleteRows: allows('deleteRows'),
    allowEditObjects: allows('objects', false),
    allowEditScenarios: allows('scenarios', false),
    allowFormatCells: allows('formatCells'),
    allowFormatColumns: allows('formatColumns'),
    allowFormatRows: allows('formatRows'),
    allowInsertColumns: allows('insertColumns'),
    allowInsertHyperlinks: allows('insertHyperlinks'),
    allowInsertRows: allows('insertRows'),
    allowPivotTables: allows('pivotTables'),
    allowSort: allows('sort'),
    selectionMode,
  } as const;
  // The file holds only a hash: no typed password will equal it, so the protection holds.
  return { protected: true, password: element.attributes.password ?? element.attributes.hashValue ?? '', options };
}

// The settings that add-ins keep in a workbook stand in its web extension parts, each value as JSON.
function addinSettings(parts: Package): Record<string, string> {
  const extensions = [...parts.keys()].filter((path) => /webextension\d*\.xml$/i.test(path));
  const properties = extensions.flatMap((path) => childrenOf(childOf(partXml(parts, path), 'properties'), 'property'));
  return Object.fromEntries(properties.map(({ attributes }) => [attributes.name ?? '', attributes.value ?? '']));
}

function xmlParts(parts: Package): WorkbookExtras['xmlParts'] {
  const items = [...parts.keys()].filter((path) => /^customXml\/item\d+\.xml$/i.test(path));
  return items.map((path) => {
    const xml = partText(parts, path) ?? '';
    return { id: path, namespaceUri: /<[\w:.-]+[^>]*?\sxmlns(?::\w+)?="([^"]*)"/.exec(xml)?.[1] ?? '', xml };
  });
}

const defaultLook = (styles: Styles): IStyleData => ({ ff: styles.looks[0]?.ff ?? 'Calibri', fs: styles.looks[0]?.fs ?? 11 });

function contextOf(parts: Package, path: string): Context {
  const links = relationshipsOf(parts, path);
  const part = (kind: string) => partXml(parts, links.find((link) => link.kind === kind)?.path ?? '');
  const theme = themeColors(part('theme'));
  const styles = readStyles(part('styles'), theme);
  const digit = (styles.looks[0]?.fs ?? 11) >= 12 ? 8 : 7;
  return { parts, strings: readSharedStrings(part('sharedStrings')), styles, theme, digit };
}

interface SheetEntry {
  readonly entry: XmlElement;
  readonly path: string;
  readonly id: string;
}

// Chart sheets and macro sheets have no cells: they stay in the file.
function worksheetEntries(parts: Package, path: string, root: XmlElement): SheetEntry[] {
  const links = relationshipsOf(parts, path);
  return childrenOf(childOf(root, 'sheets'), 'sheet').flatMap((entry) => {
    const link = links.find(({ id }) => id === entry.attributes.id);
    return link?.kind === 'worksheet' ? [{ entry, path: link.path, id: sheetIdOf(entry.attributes.sheetId ?? '') }] : [];
  });
}

function extrasOf(context: Context, sheets: readonly (ReadSheet & SheetEntry)[]): Partial<WorkbookExtras> {
  const byId = <T>(read: (sheet: ReadSheet) => T) => Object.fromEntries(sheets.map((sheet) => [sheet.id, read(sheet)] as const));
  const protections = sheets.flatMap(({ id, element }) => {
    const protection = protectionOf(element);
    return protection ? [[id, protection] as const] : [];
  });
  return {
    protections: Object.fromEntries(protections),
    conditionalFormats: byId(({ element }) => readConditionalFormats(element, context.styles.differential)),
    veryHidden: sheets.flatMap(({ id, entry }) => (entry.attributes.state === 'veryHidden' ? id : [])),
    settings: addinSettings(context.parts),
    xmlParts: xmlParts(context.parts),
  };
}

function resourcesOf(context: Context, root: XmlElement, sheets: readonly (ReadSheet & SheetEntry)[]): IWorkbookData['resources'] {
  const byId = <T>(read: (sheet: ReadSheet) => T) => Object.fromEntries(sheets.map((sheet) => [sheet.id, read(sheet)] as const));
  const all = childrenOf(childOf(root, 'sheets'), 'sheet');
  const resources = {
    SHEET_DATA_VALIDATION_PLUGIN: byId(({ element }) => readValidations(element)),
    SHEET_CONDITIONAL_FORMATTING_PLUGIN: byId(({ element }) => readConditionalRules(element, context.styles.differential, context.theme)),
    SHEET_DEFINED_NAME_PLUGIN: definedNames(root, all),
  };
  return Object.entries(resources).map(([name, data]) => ({ name, data: JSON.stringify(data) }));
}

function read(bytes: Uint8Array, name: string): OpenedWorkbook {
  const parts = readPackage(bytes);
  const path = relationshipsOf(parts, '').find(({ kind }) => kind === 'officeDocument')?.path ?? '';
  const root = path.endsWith('.xml') ? partXml(parts, path) : undefined;
  if (root?.name !== 'workbook') throw new FileProblem('not-xlsx');
  const context = contextOf(parts, path);
  const sheets = worksheetEntries(parts, path, root).map((entry) => ({
    ...damagedUnless(entry.path, () => readSheet(context, entry.entry, entry.path, entry.id)),
    ...entry,
  }));
  if (sheets.length === 0) throw new FileProblem('no-sheet');
  const workbook: IWorkbookData = {
    id: `file-${Math.random().toString(36).slice(2)}`,
    name,
    appVersion: '0.25.1',
    locale: chinese,
    styles: Object.fromEntries(context.styles.looks.map((look, at) => [styleName(at), look])),
    defaultStyle: defaultLook(context.styles),
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map(({ data }) => [data.id, data])),
    resources: resourcesOf(context, root, sheets),
    custom: { activeTab: Number(childOf(childOf(root, 'bookViews'), 'workbookView')?.attributes.activeTab ?? 0) },
  };
  const bareRows = sheets.reduce((sum, sheet) => sum + sheet.bareRows, 0);
  return {
    workbook,
    extras: extrasOf(context, sheets),
    parts,
    path,
    sheets: sheets.map(({ id, path: at }) => ({ id, path: at })),
    bareRows,
  };
}

/** Opens an .xlsx file's bytes. What cannot be opened comes back as a problem with its code and, where one is at fault, the part. */
export function readWorkbook(bytes: Uint8Array, name: string): OpenResult {
  try {
    return { kind: 'opened', opened: read(bytes, name) };
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return { kind: 'refused', code: error.code, part: error.part };
  }
}
