/** Writes cells all or none: looked at first, written in one undo step where Excel can, put back where anything fails on the way. */
import type { CellValue } from '../../form/grid';
import { WorkbookError } from '../port';
import type { CellChange, CellState, CellTarget, SeenCell } from './cellChange';
import { cellInput } from './cellInput';
import { excelErrorCode, hasExcelApi, runExcel } from './excelError';
import { cellFormula, cellValue } from './gridCells';
import { giveBackRows, readWatchedColumns, type WatchedColumn } from './tableColumns';

/** Proxies in one round trip; each costs some 500 bytes of a request that may have 5 MB. */
const cellsPerRequest = 1_500;

const nameOf = ({ sheet, cell }: CellTarget) => `${sheet}!${cell}`;

/** Splits a list into pieces of `size`. */
function pieces<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** The cells as they are now. Throws `sheet-missing`, `read-only`, `protected` (naming the locked cells): whatever forbids writing them. */
export async function lookAt(targets: readonly CellTarget[]): Promise<SeenCell[]> {
  return runExcel(async (context) => {
    const isProtected = await checkSheets(context, [...new Set(targets.map(({ sheet }) => sheet))]);
    const seen: SeenCell[] = [];
    for (const piece of pieces(targets, cellsPerRequest)) seen.push(...(await lookAtPiece(context, piece, isProtected)));
    return seen;
  });
}

/** Whether each sheet is protected, by name. */
async function checkSheets(context: Excel.RequestContext, names: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  const { workbook } = context;
  workbook.load('readOnly');
  const sheets = names.map((name) => {
    const sheet = workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name,protection/protected');
    return { name, sheet };
  });
  await context.sync();
  if (workbook.readOnly) throw new WorkbookError('read-only');
  const missing = sheets.find(({ sheet }) => sheet.isNullObject);
  if (missing) throw new WorkbookError('sheet-missing', { sheet: missing.name });
  return new Map(sheets.map(({ name, sheet }) => [name, sheet.protection.protected]));
}

async function lookAtPiece(
  context: Excel.RequestContext,
  targets: readonly CellTarget[],
  isProtected: ReadonlyMap<string, boolean>,
): Promise<SeenCell[]> {
  const found = targets.map((target) => {
    const range = context.workbook.worksheets.getItem(target.sheet).getRange(target.cell);
    range.load('values,formulas,numberFormat,format/protection/locked');
    return { target, range };
  });
  await context.sync();
  const locked = found
    .filter(({ target, range }) => isProtected.get(target.sheet) && range.format.protection.locked !== false)
    .map(({ target }) => target);
  if (locked[0]) throw new WorkbookError('protected', { sheet: locked[0].sheet, cells: locked.map(({ cell }) => cell).join(', ') });
  return found.map(({ target: { sheet, cell }, range }) => ({
    sheet,
    cell,
    ...stateOf(range),
    numberFormat: String(range.numberFormat[0]?.[0] ?? 'General'),
  }));
}

function stateOf(range: Excel.Range): CellState {
  const raw: unknown = range.values[0]?.[0];
  const formula = cellFormula(range.formulas[0]?.[0], raw);
  return { value: cellValue(raw), formula };
}

/** Whether a cell holds what it should: the same formula (its result may have been calculated anew), else the same value. */
export function sameState(one: CellState, other: CellState): boolean {
  if (one.formula !== null || other.formula !== null) return sameFormula(one.formula, other.formula);
  return plain(one.value) === plain(other.value);
}

const plain = (value: CellValue) => (value === '' ? null : typeof value === 'object' && value ? value.error : value);

/** Excel writes formulas back in its own spelling: names in capitals, blanks dropped. */
const sameFormula = (one: string | null, other: string | null) => one !== null && other !== null && spelling(one) === spelling(other);
const spelling = (formula: string) =>
  formula.replace(/"(?:[^"]|"")*"|[^"]+/g, (piece) => (piece.startsWith('"') ? piece : piece.replace(/\s+/g, '').toUpperCase()));

/** Throws `changed-since` naming the cells that are not as expected. */
export function checkUnchanged(changes: readonly CellChange[], seen: readonly SeenCell[]): void {
  const changed = changes.filter((change, at) => !sameState(change.expected, seen[at] ?? { value: null, formula: null }));
  if (changed.length > 0) throw new WorkbookError('changed-since', { cells: changed.map(nameOf).join(', ') });
}

/**
 * Writes the changes and gives what the cells then hold. Where anything fails, all cells are put back and the failure is thrown.
 * @param seen the cells as `lookAt` found them, in the order of `changes`.
 */
export async function writeAll(changes: readonly CellChange[], seen: readonly SeenCell[]): Promise<SeenCell[]> {
  const columns = await runExcel((context) => readWatchedColumns(context, changes));
  try {
    return await inOneUndoStep((context) => writeWatching(context, changes, columns));
  } catch (error) {
    await putBack(seen, error);
    throw error;
  }
}

/** Writes, and refuses what Excel then did to other rows of a table. */
async function writeWatching(
  context: Excel.RequestContext,
  changes: readonly CellChange[],
  columns: readonly WatchedColumn[],
): Promise<SeenCell[]> {
  const written = await writeIn(context, changes);
  const filled = await giveBackRows(context, columns);
  if (filled.length > 0)
    throw new WorkbookError('unsupported', { reason: 'table', sheet: columns[0]?.sheet ?? '', cells: filled.join(', ') });
  return written;
}

/** Excel for the web has refused to merge steps where the documentation lets it (OfficeDev/office-js #6711), so a refusal costs only the merging. */
export async function inOneUndoStep<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  if (!hasExcelApi('1.20')) return runExcel(work);
  try {
    return await runExcel(work, { mergeUndoGroup: true });
  } catch (error) {
    const cause = error instanceof WorkbookError ? error.cause : error;
    if (!['UndoNotSupported', 'InvalidArgument'].includes(excelErrorCode(cause))) throw error;
    return runExcel(work);
  }
}

async function writeIn(context: Excel.RequestContext, changes: readonly CellChange[]): Promise<SeenCell[]> {
  const written: SeenCell[] = [];
  for (const piece of pieces(changes, cellsPerRequest)) {
    const ranges = piece.map((change) => writeOne(context, change));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- payload limits leave no other way than one round trip per piece
    await context.sync();
    written.push(...piece.map(({ sheet, cell }, at) => ({ sheet, cell, ...seenState(ranges[at]) })));
  }
  return written;
}

function seenState(range: Excel.Range | undefined): CellState & { numberFormat: string } {
  return range
    ? { ...stateOf(range), numberFormat: String(range.numberFormat[0]?.[0] ?? 'General') }
    : { value: null, formula: null, numberFormat: 'General' };
}

function writeOne(context: Excel.RequestContext, { sheet, cell, wanted, numberFormat }: CellChange): Excel.Range {
  const range = context.workbook.worksheets.getItem(sheet).getRange(cell);
  if (wanted.formula !== null) range.formulas = [[wanted.formula]];
  else range.values = [[cellInput(wanted.value)]];
  if (numberFormat !== undefined) range.numberFormat = [[numberFormat]];
  range.load('values,formulas,numberFormat');
  return range;
}

/** After a failure on the way: every cell as it was. A second failure is told with the cells that may now be half done. */
async function putBack(seen: readonly SeenCell[], error: unknown): Promise<void> {
  const changes = seen.map((cell) => ({
    sheet: cell.sheet,
    cell: cell.cell,
    expected: cell,
    wanted: cell,
    numberFormat: cell.numberFormat,
  }));
  try {
    await runExcel((context) => writeIn(context, changes));
  } catch {
    throw new WorkbookError('host', { kind: 'half-done', cells: seen.map(nameOf).join(', ') }, { cause: error });
  }
}
