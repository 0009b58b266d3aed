/**
 * The whole workbook in a constant number of round trips: 1 what sheets there are; 2 how far each is used; 3 merged areas (and once more where a
 * sheet has more than 512); 4 the cells, one round trip per batch under Excel's payload limit.
 */
import type { Area, Grid, GridTable } from '../../form/grid';
import { WorkbookError, type WorkbookSnapshot } from '../port';
import { mostCells, type Block } from './blocks';
import { excelErrorCode, hasExcelApi } from './excelError';
import { askExcel, readMergedAreas } from './mergedAreas';
import { readCells, type ReadOptions } from './readCells';
import { parseRangeAddress } from './rangeAddress';
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
  const extents = await readExtents(context, contents.frames, contents.tableNames);
  const readable = extents.filter(({ cells }) => cells && cells.rows * cells.columns <= mostCells);
  await readMerges(context, readable, merges);
  const rows = await readCells(
    context,
    readable.flatMap(({ cells }) => cells ?? []),
    options,
  );
  const grids = extents
    .filter((extent) => !extent.cells || readable.includes(extent))
    .map((extent) => gridOf(extent, rows.get(extent.frame.id), merges.get(extent.frame.id) ?? []));
  const skipped = extents
    .filter((extent) => extent.cells && !readable.includes(extent))
    .map(({ frame }) => ({ sheet: frame.name, code: 'too-large' as const, details: {} }));
  const { name, readOnly, settings, culture } = contents;
  return { name, grids, settings, readOnly, skipped, culture };
}

interface Contents {
  readonly frames: readonly SheetFrame[];
  readonly tableNames: readonly string[];
  readonly name: string;
  readonly readOnly: boolean;
  readonly settings: Readonly<Record<string, string>>;
  readonly culture: string;
}

async function readContents(context: Excel.RequestContext, wanted?: readonly string[]): Promise<Contents> {
  const { workbook } = context;
  const { worksheets, tables, settings } = workbook;
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  tables.load('items/name');
  settings.load('items/key,items/value');
  workbook.load('name,readOnly');
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
  };
}

interface SheetExtent {
  readonly frame: SheetFrame;
  /** Smallest block with all values; null on an empty sheet. */
  readonly cells: Block | null;
  /** The same with formats, which is as far as merged areas reach. */
  readonly shape: Block | null;
  readonly tables: readonly GridTable[];
}

const place = 'rowIndex,columnIndex,rowCount,columnCount';

async function readExtents(
  context: Excel.RequestContext,
  frames: readonly SheetFrame[],
  tableNames: readonly string[],
): Promise<SheetExtent[]> {
  const used = frames.map(({ id }) => {
    const sheet = context.workbook.worksheets.getItem(id);
    const cells = sheet.getUsedRangeOrNullObject(true);
    const shape = sheet.getUsedRangeOrNullObject(false);
    cells.load(place);
    shape.load(place);
    return { cells, shape };
  });
  const tables = tableNames.map((name) => {
    const range = context.workbook.tables.getItem(name).getRange();
    range.load('address');
    return { name, range };
  });
  await context.sync();
  const areas = tables.flatMap(({ name, range }) =>
    parseRangeAddress(range.address).map(({ sheet, area }) => ({ sheet, table: { name, area } })),
  );
  return frames.map((frame, at) => ({
    frame,
    cells: blockOf(frame.id, used[at]?.cells),
    shape: blockOf(frame.id, used[at]?.shape),
    tables: areas.filter(({ sheet }) => sheet === frame.name).map(({ table }) => table),
  }));
}

function blockOf(sheet: string, range: Excel.Range | undefined): Block | null {
  if (!range || range.isNullObject) return null;
  return { sheet, row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

/** Merged cells beyond this distance from the last value belong to no form. */
const reach = { rows: 50, columns: 20 };

async function readMerges(context: Excel.RequestContext, extents: readonly SheetExtent[], merges: KnownMerges): Promise<void> {
  const blocks = extents.flatMap(({ cells, shape }) => (cells && shape ? withinReach(cells, shape) : []));
  const isTooMany = (error: unknown) => !['InvalidOperationInCellEditMode', 'ApiNotFound', 'ItemNotFound'].includes(excelErrorCode(error));
  const found = await readMergedAreas(blocks, merges, askExcel(context, isTooMany));
  for (const [sheet, areas] of found) merges.set(sheet, areas);
}

function withinReach(cells: Block, shape: Block): Block {
  const rows = Math.min(shape.row + shape.rows, cells.row + cells.rows + reach.rows);
  const columns = Math.min(shape.column + shape.columns, cells.column + cells.columns + reach.columns);
  return { sheet: cells.sheet, row: shape.row, column: shape.column, rows: rows - shape.row, columns: columns - shape.column };
}

function gridOf(extent: SheetExtent, rows: Grid['rows'] = new Map(), merges: readonly Area[]): Grid {
  const { frame, cells, tables } = extent;
  return {
    sheet: frame.name,
    sheetId: frame.id,
    visibility: frame.visibility,
    isProtected: frame.isProtected,
    usedArea: cells && { top: cells.row + 1, left: cells.column + 1, bottom: cells.row + cells.rows, right: cells.column + cells.columns },
    rows,
    merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    tables,
  };
}
