/** Prepare to send: what would take the place of each RUBRIC_ formula, so that the workbook needs the add-in no longer. Nothing is written. */
import { areaAddress, cellAddress, parseAddress } from '../form/address';
import { cellAt, type Area, type CellValue, type Grid, type GridCell } from '../form/grid';
import type { CellWrite } from '../review/types';
import type { DefinedName, WorkbookPort, WorkbookSnapshot } from '../workbook/port';
import type { Action } from './action';
import { callsRubric, usesName } from './sending/formulaCalls';
import { nativeOf, type TranslateCall } from './sending/nativeOf';
import type { LeftFormula, Replacement, Sending } from './sending/types';

export interface PrepareInput {
  /** Puts one call into Excel's own functions, null where they have no equal. */
  readonly translate: TranslateCall;
}

/** Reads the whole workbook, hidden sheets too, and works out the replacements. */
export const prepareToSend: Action<PrepareInput, Sending> = {
  id: 'prepareToSend',
  icon: 'SendRegular',
  async perform({ workbook, signal, onProgress }, { translate }) {
    const snapshot = await workbook.snapshot({ ...(signal && { signal }), ...(onProgress && { onProgress }) });
    return sendingOf(workbook, snapshot, translate);
  },
};

interface Found {
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
  readonly cell: GridCell & { readonly formula: string };
  /** It uses a name that stands for a RUBRIC_ formula. */
  readonly byName: boolean;
}

/** The same for a snapshot that was just taken. */
export async function sendingOf(workbook: WorkbookPort, snapshot: WorkbookSnapshot, translate: TranslateCall): Promise<Sending> {
  const names = ((await workbook.definedNames?.()) ?? []).filter(({ formula }) => callsRubric(formula));
  const found = snapshot.grids.flatMap((grid) => rubricCells(grid, names));
  const spills = await spillAreas(workbook, found);
  const own = found.filter(
    (one) => !spills.some((area, at) => area && found[at] !== one && found[at]?.grid === one.grid && holds(area, one)),
  );
  const results = own.map((one) => replacementOf(one, spills[found.indexOf(one)] ?? null, snapshot.grids, translate));
  const replacements = results.filter((one): one is Replacement => 'writes' in one);
  const sheets = new Set(replacements.map(({ sheet }) => sheet));
  return {
    replacements,
    left: results.filter((one): one is LeftFormula => 'code' in one),
    names,
    protectedSheets: snapshot.grids.filter((grid) => grid.isProtected && sheets.has(grid.sheet)).map(({ sheet }) => sheet),
    skipped: snapshot.skipped,
    readOnly: snapshot.readOnly,
  };
}

function rubricCells(grid: Grid, names: readonly DefinedName[]): Found[] {
  const known = new Set(names.map(({ name }) => name.slice(name.lastIndexOf('!') + 1).toUpperCase()));
  return [...grid.rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, cell]): Found[] => {
      const { formula } = cell;
      const byName = formula !== null && usesName(formula, known);
      return formula !== null && (byName || callsRubric(formula)) ? [{ grid, row, column, cell: { ...cell, formula }, byName }] : [];
    }),
  );
}

async function spillAreas(workbook: WorkbookPort, found: readonly Found[]): Promise<(Area | null)[]> {
  if (!workbook.spills || found.length === 0) return found.map(() => null);
  const addresses = await workbook.spills(found.map(({ grid, row, column }) => ({ sheet: grid.sheet, cell: cellAddress(row, column) })));
  return addresses.map((address) => {
    const [from, to] = (address ?? '').split(':').map((corner) => parseAddress(corner));
    return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null;
  });
}

const holds = (area: Area, { row, column }: Pick<Found, 'row' | 'column'>): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

const waiting = ['#BUSY!', '#NAME?', '#GETTING_DATA', '#CONNECT!'];

function replacementOf(found: Found, spill: Area | null, grids: readonly Grid[], translate: TranslateCall): Replacement | LeftFormula {
  const { grid, row, column, cell } = found;
  const area = spill ?? { top: row, left: column, bottom: row, right: column };
  const place = { sheet: grid.sheet, cell: cellAddress(row, column) };
  const bad = unfit(grid, area, cell.value);
  if (bad !== null) return { ...place, formula: cell.formula, code: waiting.includes(bad) ? 'not-calculated' : 'error', shown: bad };
  const values = valueWrites(grid, area, found);
  const native = spill || found.byName ? null : nativeOf(cell.formula, grid, grids, translate);
  const writes = native === null ? values : [nativeWrite(found, native)];
  const { visibility } = grid;
  return { ...place, area: areaAddress(area), kind: native === null ? 'value' : 'native', visibility, writes, values };
}

/** The error that one of the cells shows and that cannot be kept, null where all can. `#N/A` can: `=NA()` says the same. */
function unfit(grid: Grid, area: Area, own: CellValue): string | null {
  const values = [own, ...cellsIn(area).map(({ row, column }) => cellAt(grid, row, column)?.value ?? null)];
  for (const value of values) if (value !== null && typeof value === 'object' && value.error !== '#N/A') return value.error;
  return null;
}

function cellsIn({ top, left, bottom, right }: Area): { row: number; column: number }[] {
  return Array.from({ length: bottom - top + 1 }, (_r, down) =>
    Array.from({ length: right - left + 1 }, (_c, across) => ({ row: top + down, column: left + across })),
  ).flat();
}

/** Functions whose criteria stand in the native formula from then on. */
const readsCriteria = /RUBRIC_(?:TIER|SCORE|GRADE)\b/i;

function nativeWrite({ grid, row, column, cell }: Found, formula: string): CellWrite {
  const { value } = cell;
  return {
    sheet: grid.sheet,
    cell: cellAddress(row, column),
    before: { value, formula: cell.formula },
    after: { kind: 'formula', formula, value: typeof value === 'string' || typeof value === 'number' ? value : null },
    reason: { code: readsCriteria.test(cell.formula) ? 'send.bands' : 'send.native', details: {} },
  };
}

/** The formula's cell first: what it had spilled is gone by then and can be written. */
function valueWrites(grid: Grid, area: Area, { row, column }: Found): CellWrite[] {
  return cellsIn(area).map((place): CellWrite => {
    const cell = cellAt(grid, place.row, place.column);
    const isAnchor = place.row === row && place.column === column;
    return {
      sheet: grid.sheet,
      cell: cellAddress(place.row, place.column),
      before: { value: cell?.value ?? null, formula: cell?.formula ?? null },
      ...(isAnchor ? {} : { spilled: true }),
      after: kept(cell?.value ?? null),
      reason: { code: isAnchor ? 'send.value' : 'send.spilled', details: {} },
    };
  });
}

function kept(value: CellValue): CellWrite['after'] {
  if (typeof value === 'string' || typeof value === 'number') return { kind: 'value', value };
  if (typeof value === 'boolean') return { kind: 'formula', formula: `=${String(value).toUpperCase()}`, value: null };
  return value === null ? { kind: 'value', value: '' } : { kind: 'formula', formula: '=NA()', value: null };
}
