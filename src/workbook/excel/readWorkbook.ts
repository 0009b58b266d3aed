/**
 * The whole workbook in a constant number of round trips (per 150 sheets): 1 what sheets there are; 2 how far each is used; 3 merged areas (and once more where a
 * sheet has more than 512); where rows or columns are hidden, one to learn which; then the cells, one round trip per batch under Excel's payload limit.
 */
import type { Area, Grid, GridTable } from '../../form/grid';
import { rubricNamespace } from '../../template/storedRubric';
import { WorkbookError, type WorkbookSnapshot } from '../port';
import { inShares, mostCells, sheetsPerAnswer, type Block } from './blocks';
import { excelErrorCode, hasExcelApi } from './excelError';
import { askExcel, readMergedAreas } from './mergedAreas';
import { readCells, type ReadOptions } from './readCells';
import { parseRangeAddress } from './rangeAddress';
import { askRubrics, rubricsBySheet } from './sheetRubrics';
import { settingsPrefix, settingsRecord } from './workbookSettings';

export interface SnapshotOptions extends ReadOptions {
  readonly sheets?: readonly string[];
}

/** Merged areas that are known already, by sheet id. */
export type KnownMerges = Map<string, readonly Area[]>;

interface SheetFrame {
  readonly id: string;
  readonly name: string;
  readonly visibility: Grid['visibility'];
  readonly isProtected: boolean;
}

const visibilities: Readonly<Record<string, Grid['visibility']>> = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'very-hidden' };

/**
 * Reads the sheets named in `options`, or all.
 * @param merges what is known of merged areas; completed with what was read.
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  options: SnapshotOptions,
  merges: KnownMerges,
): Promise<WorkbookSnapshot> {
  const contents = await readContents(context, options.sheets);
  options.signal?.throwIfAborted();
  const rubrics = askRubrics(context, contents.xmlParts, contents.frames);
  const extents = await readExtents(context, contents.frames, contents.tableNames);
  const readable = extents.filter(({ cells }) => cells && cells.rows * cells.columns <= mostCells);
  await readMerges(context, readable, merges);
  const hidden = await readHidden(context, readable);
  const rows = await readCells(
    context,
    readable.flatMap(({ cells }) => cells ?? []),
    options,
  );
  const grids = extents
    .filter((extent) => !extent.cells || readable.includes(extent))
    .map((extent) =>
      gridOf(extent, { rows: rows.get(extent.frame.id), merges: merges.get(extent.frame.id), hidden: hidden.get(extent.frame.id) }),
    );
  const skipped = extents
    .filter((extent) => extent.cells && !readable.includes(extent))
    .map(({ frame }) => ({ sheet: frame.name, code: 'too-large' as const, details: {} }));
  const { name, readOnly, settings, culture } = contents;
  return { name, grids, settings, rubrics: rubricsBySheet(rubrics), readOnly, skipped, culture };
}

interface Contents {
  readonly frames: readonly SheetFrame[];
  readonly tableNames: readonly string[];
  readonly name: string;
  readonly readOnly: boolean;
  readonly settings: Readonly<Record<string, string>>;
  readonly culture: string;
  readonly xmlParts: Excel.CustomXmlPartScopedCollection;
}

async function readContents(context: Excel.RequestContext, wanted?: readonly string[]): Promise<Contents> {
  const { workbook } = context;
  const { worksheets, tables, settings } = workbook;
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  tables.load('items/name');
  settings.load('items/key,items/value');
  workbook.load('name,readOnly');
  const xmlParts = workbook.customXmlParts.getByNamespace(rubricNamespace);
  xmlParts.load('items/id');
  const cultureInfo = hasExcelApi('1.11') ? context.application.cultureInfo : null;
  cultureInfo?.load('name');
  await context.sync();
  const frames = worksheets.items.map(({ id, name, visibility, protection }) => ({
    id,
    name,
    visibility: visibilities[visibility] ?? 'visible',
    isProtected: protection.protected,
  }));
  const missing = wanted?.find((name) => !frames.some((frame) => frame.name === name));
  if (missing !== undefined) throw new WorkbookError('sheet-missing', { sheet: missing });
  return {
    frames: frames.filter(({ name }) => !wanted || wanted.includes(name)),
    tableNames: tables.items.map(({ name }) => name),
    name: workbook.name,
    readOnly: workbook.readOnly,
    settings: settingsRecord(settings.items.filter(({ key }) => key.startsWith(settingsPrefix))),
    culture: cultureInfo?.name ?? 'en-US',
    xmlParts,
  };
}

interface SheetExtent {
  readonly frame: SheetFrame;
  /** Smallest block with all values; null on an empty sheet. */
  readonly cells: Block | null;
  /** The same with formats, which is as far as merged areas reach. */
  readonly shape: Block | null;
  readonly tables: readonly GridTable[];
  /** Whether any of its rows or columns is hidden. */
  readonly hides: boolean;
}

async function readExtents(
  context: Excel.RequestContext,
  frames: readonly SheetFrame[],
  tableNames: readonly string[],
): Promise<SheetExtent[]> {
  const tables = tableNames.map((name) => {
    const range = context.workbook.tables.getItem(name).getRange();
    range.load('address');
    return { name, range };
  });
  const used = await inShares(context, frames, sheetsPerAnswer, readUsed);
  // The tables are asked for with the first share, or by themselves where that has a run of its own.
  if (frames.length === 0 || frames.length > sheetsPerAnswer) await context.sync();
  const areas = tables.flatMap(({ name, range }) =>
    parseRangeAddress(range.address).map(({ sheet, area }) => ({ sheet, table: { name, area } })),
  );
  return frames.map((frame, at) => ({
    frame,
    cells: blockOf(frame.id, used[at]?.cells),
    shape: blockOf(frame.id, used[at]?.shape),
    tables: areas.filter(({ sheet }) => sheet === frame.name).map(({ table }) => table),
    hides: hidesSome(used[at]?.cells),
  }));
}

/** How far sheets are used, in one round trip. */
async function readUsed(context: Excel.RequestContext, frames: readonly SheetFrame[]) {
  const used = frames.map(({ id }) => {
    const sheet = context.workbook.worksheets.getItem(id);
    const cells = sheet.getUsedRangeOrNullObject(true);
    const shape = sheet.getUsedRangeOrNullObject(false);
    cells.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden');
    shape.load('rowIndex,columnIndex,rowCount,columnCount');
    return { cells, shape };
  });
  await context.sync();
  return used;
}

function blockOf(sheet: string, range: Excel.Range | undefined): Block | null {
  if (!range || range.isNullObject) return null;
  return { sheet, row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

/** Null stands for some, true for all. */
const hidesSome = (range: Excel.Range | undefined): boolean =>
  range !== undefined && !range.isNullObject && (range.rowHidden !== false || range.columnHidden !== false);

interface Hidden {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

const noneHidden: Hidden = { rows: new Set(), columns: new Set() };

/** Hidden rows and columns by sheet id, in one round trip where there are any. */
async function readHidden(context: Excel.RequestContext, extents: readonly SheetExtent[]): Promise<ReadonlyMap<string, Hidden>> {
  const asked = extents.flatMap(({ cells, hides }) => {
    if (!cells || !hides) return [];
    const range = context.workbook.worksheets.getItem(cells.sheet).getRangeByIndexes(cells.row, cells.column, cells.rows, cells.columns);
    return { cells, rows: range.getRowProperties({ rowHidden: true }), columns: range.getColumnProperties({ columnHidden: true }) };
  });
  if (asked.length > 0) await context.sync();
  return new Map(
    asked.map(({ cells, rows, columns }) => [
      cells.sheet,
      {
        rows: new Set(rows.value.flatMap(({ rowHidden }, at) => (rowHidden ? [cells.row + at + 1] : []))),
        columns: new Set(columns.value.flatMap(({ columnHidden }, at) => (columnHidden ? [cells.column + at + 1] : []))),
      },
    ]),
  );
}

/** Merged cells beyond this distance from the last value belong to no form. */
const reach = { rows: 50, columns: 20 };

async function readMerges(context: Excel.RequestContext, extents: readonly SheetExtent[], merges: KnownMerges): Promise<void> {
  const blocks = extents.flatMap(({ cells, shape }) => (cells && shape ? withinReach(cells, shape) : []));
  const isTooMany = (error: unknown) => !['InvalidOperationInCellEditMode', 'ApiNotFound', 'ItemNotFound'].includes(excelErrorCode(error));
  const found = await readMergedAreas(context, blocks, merges, askExcel(isTooMany));
  for (const [sheet, areas] of found) merges.set(sheet, areas);
}

function withinReach(cells: Block, shape: Block): Block {
  const rows = Math.min(shape.row + shape.rows, cells.row + cells.rows + reach.rows);
  const columns = Math.min(shape.column + shape.columns, cells.column + cells.columns + reach.columns);
  return { sheet: cells.sheet, row: shape.row, column: shape.column, rows: rows - shape.row, columns: columns - shape.column };
}

interface SheetContent {
  readonly rows: Grid['rows'] | undefined;
  readonly merges: readonly Area[] | undefined;
  readonly hidden: Hidden | undefined;
}

function gridOf({ frame, cells, tables }: SheetExtent, { rows = new Map(), merges = [], hidden = noneHidden }: SheetContent): Grid {
  return {
    sheet: frame.name,
    sheetId: frame.id,
    visibility: frame.visibility,
    isProtected: frame.isProtected,
    usedArea: cells && { top: cells.row + 1, left: cells.column + 1, bottom: cells.row + cells.rows, right: cells.column + cells.columns },
    rows,
    merges,
    hiddenRows: hidden.rows,
    hiddenColumns: hidden.columns,
    tables,
  };
}
