import type { IColumnData, ICellData, IRange, ISheetDataValidationRule, IStyleData, IWorksheetData, Nullable } from '@univerjs/core';
import type { IConditionFormattingRule } from '@univerjs/preset-sheets-conditional-formatting';
import type { SheetProtection } from '../model/workbookModel';
import { splitSheet } from './readCells';
import { cellName, moveFormula, rangeName } from './references';
import { replaceTopLevel, topLevelText } from './topLevel';
import { fileFormula, orphanedCells, writeCells, type CellPatch, type RowPatch } from './writeCells';
import { conditionalXml, validationsXml } from './writeRules';
import { elementXml, type StyleTable } from './writeStyles';
import { cellType } from './univerNames';
import { attributesOf, childrenOf, parseXml } from './xml';

/** A sheet at one time: its data, and what stands beside it. */
export interface SheetState {
  readonly data: Partial<IWorksheetData>;
  /** The look that a style's name stands for. */
  readonly looks: Readonly<Record<string, Nullable<IStyleData>>>;
  readonly validations: readonly ISheetDataValidationRule[];
  readonly conditionals: readonly IConditionFormattingRule[];
  readonly protection: SheetProtection | undefined;
}

export interface SheetWriting {
  readonly styles: StyleTable;
  readonly addinFunctions: ReadonlySet<string>;
  /** Pixels of the widest digit. */
  readonly digit: number;
}

const lookOf = ({ looks }: SheetState, style: ICellData['s']): IStyleData => (typeof style === 'string' ? looks[style] : style) ?? {};

type Cells = Record<number, Record<number, ICellData>>;
const cellsOf = (state: SheetState): Cells => (state.data.cellData ?? {}) as Cells;

// A formula shared by id is spelt out in one cell only; the others say how far they are from it by where they stand.
function formulaReader(state: SheetState): (row: number, column: number) => string {
  const cells = cellsOf(state);
  const masters = new Map<string, { formula: string; row: number; column: number }>();
  for (const [row, line] of Object.entries(cells))
    for (const [column, { f, si }] of Object.entries(line))
      if (f && si) masters.set(si, { formula: f, row: Number(row), column: Number(column) });
  return (row, column) => {
    const cell = cells[row]?.[column];
    if (!cell) return '';
    const master = cell.f || !cell.si ? undefined : masters.get(cell.si);
    return master ? moveFormula(master.formula, row - master.row, column - master.column) : (cell.f ?? '');
  };
}

// Values, formula, look and lock: where these are the same the file's own text of the cell stays.
function sameCell(before: SheetState, now: SheetState, row: number, column: number, formulas: { before: string; now: string }): boolean {
  const [a, b] = [cellsOf(before)[row]?.[column], cellsOf(now)[row]?.[column]];
  if (formulas.before !== formulas.now || (a?.custom?.locked === false) !== (b?.custom?.locked === false)) return false;
  if ((a?.v ?? '') !== (b?.v ?? '') || JSON.stringify(a?.p ?? null) !== JSON.stringify(b?.p ?? null)) return false;
  if ((a?.t === cellType.boolean) !== (b?.t === cellType.boolean)) return false;
  return a?.s === b?.s || JSON.stringify(lookOf(before, a?.s)) === JSON.stringify(lookOf(now, b?.s));
}

const formatNumber = (style: ICellData['s']): number => Number(/^xf(\d+)$/.exec(typeof style === 'string' ? style : '')?.[1] ?? 0);

function styleNumber(
  before: SheetState,
  now: SheetState,
  old: ICellData | undefined,
  cell: ICellData | undefined,
  styles: StyleTable,
): number {
  const base = formatNumber(old?.s);
  const [from, to] = [lookOf(before, old?.s), lookOf(now, cell?.s)];
  const [wasUnlocked, unlocked] = [old?.custom?.locked === false, cell?.custom?.locked === false];
  const same = JSON.stringify(from) === JSON.stringify(to) && wasUnlocked === unlocked;
  if (same) return base;
  const own = formatNumber(cell?.s);
  if (own > 0 && cell?.s !== old?.s && JSON.stringify(lookOf(before, cell?.s)) === JSON.stringify(to) && !unlocked && !wasUnlocked)
    return own;
  return styles.numberOf(base, from, to, wasUnlocked === unlocked ? undefined : !unlocked);
}

const keys = (record: object | undefined): number[] => Object.keys(record ?? {}).map(Number);

function changedCells(
  before: SheetState,
  now: SheetState,
  data: string,
  { styles, addinFunctions }: SheetWriting,
): Map<number, Map<number, CellPatch>> {
  const [formulaBefore, formulaNow] = [formulaReader(before), formulaReader(now)];
  const changed = new Map<number, Map<number, CellPatch>>();
  const put = (row: number, column: number) => {
    const [old, cell] = [cellsOf(before)[row]?.[column], cellsOf(now)[row]?.[column]];
    const patch = {
      cell: cell ?? null,
      formula: fileFormula(formulaNow(row, column), addinFunctions),
      style: styleNumber(before, now, old, cell, styles),
    };
    const line = changed.get(row) ?? new Map<number, CellPatch>();
    changed.set(row, line.set(column, patch));
  };
  for (const row of new Set([...keys(cellsOf(before)), ...keys(cellsOf(now))])) {
    for (const column of new Set([...keys(cellsOf(before)[row]), ...keys(cellsOf(now)[row])])) {
      const formulas = { before: formulaBefore(row, column), now: formulaNow(row, column) };
      if (!sameCell(before, now, row, column, formulas)) put(row, column);
    }
  }
  if (changed.size === 0) return changed;
  for (const { row, column } of orphanedCells(data, (r, c) => changed.get(r)?.has(c) ?? false))
    if (!changed.get(row)?.has(column)) put(row, column);
  return changed;
}

// Heights that Univer worked out itself are not the user's: only set ones count.
function changedRows(before: SheetState, now: SheetState): Map<number, RowPatch> {
  const changed = new Map<number, RowPatch>();
  const [old, rows] = [before.data.rowData ?? {}, now.data.rowData ?? {}];
  for (const row of new Set([...keys(old), ...keys(rows)])) {
    const [a, b] = [old[row], rows[row]];
    const height = b?.h !== undefined && b.h !== a?.h && b.ia !== 1 ? { ht: String(Math.round(b.h * 75) / 100), customHeight: '1' } : {};
    const hidden = Boolean(a?.hd) !== Boolean(b?.hd) ? { hidden: b?.hd ? '1' : undefined } : {};
    const patch = { ...height, ...hidden };
    if (Object.keys(patch).length > 0) changed.set(row, patch);
  }
  return changed;
}

const last = 16384;

function columnAttributes(
  old: Record<string, string>,
  before: Partial<IColumnData> | undefined,
  now: Partial<IColumnData> | undefined,
  digit: number,
): Record<string, string> {
  const { width, hidden: _, ...rest } = old;
  const attributes: Record<string, string> = { ...rest };
  if (now?.w !== undefined && now.w !== before?.w)
    Object.assign(attributes, { width: String(Math.round((now.w / digit) * 256) / 256), customWidth: '1' });
  else if (width) attributes.width = width;
  if (now?.hd) attributes.hidden = '1';
  return attributes;
}

function columnsXml(old: string, before: SheetState, now: SheetState, digit: number): string | null {
  const [a, b] = [before.data.columnData ?? {}, now.data.columnData ?? {}];
  const differ = (column: number) => (a[column]?.w ?? 0) !== (b[column]?.w ?? 0) || Boolean(a[column]?.hd) !== Boolean(b[column]?.hd);
  const changed = [...new Set([...keys(a), ...keys(b)])].filter(differ);
  if (changed.length === 0) return null;
  const columns = new Map<number, Record<string, string>>();
  for (const { attributes } of old ? childrenOf(parseXml(old), 'col') : []) {
    const { min = '1', max = min, ...rest } = attributes;
    for (let column = Number(min) - 1; column < Math.min(Number(max), last); column++) columns.set(column, rest);
  }
  for (const column of changed) columns.set(column, columnAttributes(columns.get(column) ?? {}, a[column], b[column], digit));
  return columnRuns(columns);
}

// Neighbours that say the same stand in one element.
function columnRuns(columns: ReadonlyMap<number, Record<string, string>>): string {
  const runs: { min: number; max: number; attributes: Record<string, string> }[] = [];
  for (const [column, attributes] of [...columns.entries()].sort(([a], [b]) => a - b)) {
    const run = runs[runs.length - 1];
    if (run?.max === column && JSON.stringify(run.attributes) === JSON.stringify(attributes)) run.max++;
    else if (Object.keys(attributes).length > 0) runs.push({ min: column + 1, max: column + 1, attributes });
  }
  return runs.length === 0
    ? ''
    : `<cols>${runs.map(({ min, max, attributes }) => elementXml('col', { min: String(min), max: String(max), ...attributes })).join('')}</cols>`;
}

function mergesXml(merges: readonly IRange[]): string {
  return merges.length === 0
    ? ''
    : `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${rangeName(range)}"/>`).join('')}</mergeCells>`;
}

const places = (merges: readonly IRange[] | undefined) => (merges ?? []).map(rangeName).sort().join(' ');

function viewsXml(old: string, now: SheetState): string {
  const { freeze, showGridlines } = now.data;
  const [x, y] = [freeze?.xSplit ?? 0, freeze?.ySplit ?? 0];
  const side = x > 0 && y > 0 ? 'bottomRight' : y > 0 ? 'bottomLeft' : 'topRight';
  const split = { ...(x > 0 && { xSplit: String(x) }), ...(y > 0 && { ySplit: String(y) }) };
  const pane = x > 0 || y > 0 ? elementXml('pane', { ...split, topLeftCell: cellName(y, x), activePane: side, state: 'frozen' }) : '';
  const attributes = {
    ...attributesOf(/<(?:\w+:)?sheetView\b([^>]*)>/.exec(old)?.[1] ?? ''),
    ...(showGridlines === 0 ? { showGridLines: '0' } : {}),
  };
  const { showGridLines, ...rest } = attributes as Record<string, string>;
  const kept = { workbookViewId: '0', ...rest, ...(showGridlines === 0 && showGridLines && { showGridLines }) };
  return `<sheetViews>${elementXml('sheetView', kept, pane)}</sheetViews>`;
}

const viewState = ({ data }: SheetState) => JSON.stringify([data.freeze?.xSplit ?? 0, data.freeze?.ySplit ?? 0, data.showGridlines ?? 1]);

/** Each thing that protection may allow, by its name in a file. */
const allowances = {
  allowAutoFilter: 'autoFilter',
  allowDeleteColumns: 'deleteColumns',
  allowDeleteRows: 'deleteRows',
  allowFormatCells: 'formatCells',
  allowFormatColumns: 'formatColumns',
  allowFormatRows: 'formatRows',
  allowInsertColumns: 'insertColumns',
  allowInsertHyperlinks: 'insertHyperlinks',
  allowInsertRows: 'insertRows',
  allowPivotTables: 'pivotTables',
  allowSort: 'sort',
} as const;

// A password set here is not written: the file would need its hash. The protection itself is.
function protectionXml(protection: SheetProtection | undefined): string {
  if (!protection?.protected) return '';
  const { options } = protection;
  const allowed = Object.entries(allowances).flatMap(([key, name]) => (options[key as keyof typeof allowances] ? [[name, '0']] : []));
  const guarded = [!options.allowEditObjects && ['objects', '1'], !options.allowEditScenarios && ['scenarios', '1']].filter(
    (each) => each !== false,
  );
  const selection =
    options.selectionMode === 'Normal'
      ? []
      : [['selectLockedCells', '1'], ...(options.selectionMode === 'None' ? [['selectUnlockedCells', '1']] : [])];
  return elementXml('sheetProtection', Object.fromEntries([['sheet', '1'], ...guarded, ...allowed, ...selection] as [string, string][]));
}

function dimension(now: SheetState): string {
  const rows = Object.entries(cellsOf(now)).filter(([, line]) => Object.keys(line).length > 0);
  const columns = rows.flatMap(([, line]) => keys(line));
  if (columns.length === 0) return '<dimension ref="A1"/>';
  const numbers = rows.map(([row]) => Number(row));
  const corner = (pick: (...all: number[]) => number) =>
    cellName(
      pick(...numbers),
      columns.reduce((a, b) => pick(a, b)),
    );
  return `<dimension ref="${corner(Math.min)}:${corner(Math.max)}"/>`;
}

/** What became of a sheet: its XML now, and whether formulas came, went or changed (then the file's order of calculation is void). */
export interface WrittenSheet {
  readonly xml: string;
  readonly formulasChanged: boolean;
}

/** Writes a sheet's changes into its XML; what did not change stays character for character. */
export function writeSheet(xml: string, before: SheetState, now: SheetState, writing: SheetWriting): WrittenSheet {
  const split = splitSheet(xml);
  const cells = changedCells(before, now, split.data, writing);
  const rows = changedRows(before, now);
  let { before: head, after: tail } = split;
  const columns = columnsXml(topLevelText(head, 'cols'), before, now, writing.digit);
  if (columns !== null) head = replaceTopLevel(head, 'cols', columns);
  if (viewState(before) !== viewState(now)) head = replaceTopLevel(head, 'sheetViews', viewsXml(topLevelText(head, 'sheetViews'), now));
  if (cells.size > 0) head = replaceTopLevel(head, 'dimension', dimension(now));
  if (places(before.data.mergeData) !== places(now.data.mergeData))
    tail = replaceTopLevel(tail, 'mergeCells', mergesXml(now.data.mergeData ?? []));
  if (JSON.stringify(before.validations) !== JSON.stringify(now.validations))
    tail = replaceTopLevel(tail, 'dataValidations', validationsXml(now.validations));
  if (JSON.stringify(before.conditionals) !== JSON.stringify(now.conditionals))
    tail = replaceTopLevel(tail, 'conditionalFormatting', conditionalXml(now.conditionals, writing.styles));
  if (JSON.stringify(before.protection) !== JSON.stringify(now.protection))
    tail = replaceTopLevel(tail, 'sheetProtection', protectionXml(now.protection));
  const data = cells.size > 0 || rows.size > 0 ? writeCells(split.data, { cells, rows, prefix: split.prefix }) : split.data;
  const formulasChanged = [...cells.entries()].some(([row, line]) =>
    [...line.entries()].some(([column, { formula }]) => formula || cellsOf(before)[row]?.[column]?.f),
  );
  const body = data || tail ? `${head}<${split.prefix}sheetData${data ? `>${data}</${split.prefix}sheetData>` : '/>'}${tail}` : head;
  return { xml: body, formulasChanged };
}
