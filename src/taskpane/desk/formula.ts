/** The formula helper: filling the parameters, trying the function on what the cells hold, and putting the formula into its cell. */
import { areaAddress, cellAddress, parseAddress } from '../../form/address';
import type { CellValue } from '../../form/grid';
import { calculate, type Argument, type ShownCell } from '../../functions/calculate';
import { working } from '../../functions/working';
import type { CellWrite } from '../../review/types';
import type { LiveCell } from '../../workbook/port';
import type { Failure, FormulaDraft, Selection } from '../store';
import { draftArgument, draftParameters, formulaText, missingParameters, referenceText, type DraftArgument } from '../view/formulaText';
import type { Desk } from './desk';
import { applyWrites } from './fill';
import { failureOf } from './run';

/** More cells than this are no argument that a person picks by hand; they could not be read in one go. */
const mostCells = 20_000;

/** What the formula would show, and what stands where it is to go. */
export interface Trial {
  /** Rows of results; empty where something is missing or cannot be tried before it stands in a cell. */
  readonly rows: readonly (readonly ShownCell[])[];
  readonly working: string;
  /** What the user should know: codes under `formula.` in src/locale. */
  readonly notes: readonly Failure[];
  /** Cells that hold something where the formula or what it spills would stand, the target first. */
  readonly filled: readonly { readonly cell: string; readonly shown: string }[];
  /** The target as it is now. */
  readonly before: LiveCell | null;
  /** Whether the formula can be inserted. */
  readonly ready: boolean;
}

/** Changes the draft. */
export function changeDraft(desk: Desk, change: Partial<FormulaDraft>): void {
  desk.store.setState((state) => ({ formula: { ...state.formula, ...change } }));
}

/** Begins another function; a value and criteria that were picked are taken along where they have a place. */
export function chooseFunction(desk: Desk, id: string): void {
  changeDraft(desk, { id, active: null });
}

/** Fills one parameter. */
export function give(desk: Desk, key: string, typed: string): void {
  const { given } = desk.store.getState().formula;
  changeDraft(desk, { given: { ...given, [key]: typed } });
}

/** Takes the selected cells for a parameter, or its first cell for the target. */
export async function takeSelection(desk: Desk, key: string, selection?: Selection): Promise<void> {
  try {
    fillFrom(desk, key, selection ?? (await desk.workbook.selected()));
  } catch (error) {
    desk.store.setState({ failure: failureOf(error) });
  }
}

function fillFrom(desk: Desk, key: string, selection: Selection): void {
  const { formula } = desk.store.getState();
  const text = referenceText(selection, formula.target?.sheet ?? null);
  if (text === null) desk.store.setState({ notice: { code: 'formula.notice.block', details: {} } });
  else if (key === 'target') changeDraft(desk, { target: { sheet: selection.sheet, address: firstCell(selection.address) } });
  else give(desk, key, text);
}

const firstCell = (address: string): string => (address.split(':')[0] ?? address).replaceAll('$', '');

interface Read {
  readonly key: string;
  readonly sheet: string;
  readonly address: string;
}

/** Calculates the draft on what the cells hold now. Rejects with a WorkbookError where they cannot be read. */
export async function tryDraft(desk: Desk, draft: FormulaDraft): Promise<Trial> {
  const parameters = draftParameters(draft).map((parameter) => ({
    ...parameter,
    argument: draftArgument(draft.given[parameter.key] ?? ''),
  }));
  const problem = problemOf(draft, parameters);
  const home = draft.target?.sheet ?? (await desk.workbook.selected()).sheet;
  const reads = parameters.flatMap(({ key, argument }): Read[] =>
    argument.kind === 'reference' && argument.cells <= mostCells ? [{ key, sheet: argument.sheet ?? home, address: argument.address }] : [],
  );
  const held = problem ? new Map<string, readonly (readonly LiveCell[])[]>() : await readAll(desk, reads);
  const error = [...held.values()].flat(2).find(({ value }) => typeof value === 'object' && value !== null);
  const notes = problem ? [problem] : error ? [{ code: 'formula.note.errorInCells', details: { error: shownValue(error.value) } }] : [];
  const tried = notes.length === 0;
  const args = parameters.map(({ key, argument }) => argumentCells(argument, held.get(key)));
  const { language } = desk.store.getState();
  const rows = tried ? calculate(draft.id, trimmed(args), language) : [];
  const spot = await readTarget(desk, draft.target, rows);
  return {
    rows,
    working: tried ? working(draft.id, trimmed(args), language) : '',
    notes,
    ...spot,
    ready:
      draft.target !== null &&
      (tried || notes.every(({ code }) => code === 'formula.note.expression' || code === 'formula.note.errorInCells')),
  };
}

/** Why the draft cannot be tried; null where it can. */
function problemOf(draft: FormulaDraft, parameters: readonly { readonly argument: DraftArgument }[]): Failure | null {
  if (missingParameters(draft).length > 0) return { code: 'formula.note.missing', details: {} };
  const kinds = parameters.map(({ argument }) => argument);
  if (kinds.some((one) => one.kind === 'reference' && one.cells > mostCells)) return { code: 'formula.note.tooMany', details: {} };
  if (kinds.some((one) => one.kind === 'reference' && covers(one, draft.target))) return { code: 'formula.note.circular', details: {} };
  return kinds.some(({ kind }) => kind === 'expression') ? { code: 'formula.note.expression', details: {} } : null;
}

function covers(argument: Extract<DraftArgument, { kind: 'reference' }>, target: Selection | null): boolean {
  const place = target && (argument.sheet === null || argument.sheet === target.sheet) ? parseAddress(target.address) : null;
  const [from = null, to = from] = argument.address.split(':').map((corner) => parseAddress(corner));
  if (!place || !from || !to) return false;
  return place.row >= from.row && place.row <= to.row && place.column >= from.column && place.column <= to.column;
}

async function readAll(desk: Desk, reads: readonly Read[]): Promise<ReadonlyMap<string, readonly (readonly LiveCell[])[]>> {
  if (reads.length === 0) return new Map();
  const areas = await desk.workbook.readAreas(reads);
  return new Map(reads.map(({ key }, at) => [key, areas[at] ?? []]));
}

function argumentCells(argument: DraftArgument, held: readonly (readonly LiveCell[])[] | undefined): Argument {
  if (argument.kind === 'constant') return argument.cells;
  return held ? held.map((row) => row.map(({ value }) => value)) : null;
}

/** Arguments that are left out at the end are not handed over, as in the formula. */
function trimmed(args: readonly Argument[]): Argument[] {
  const kept = [...args];
  while (kept.at(-1) === null) kept.pop();
  return kept;
}

const shownValue = (value: CellValue): string => (value === null ? '' : typeof value === 'object' ? value.error : String(value));

/** What stands in the way of the formula and of what it spills. */
async function readTarget(desk: Desk, target: Selection | null, rows: Trial['rows']): Promise<Pick<Trial, 'filled' | 'before'>> {
  const place = target && parseAddress(target.address);
  if (!target || !place) return { filled: [], before: null };
  const bottom = place.row + Math.max(1, rows.length) - 1;
  const right = place.column + Math.max(1, rows[0]?.length ?? 1) - 1;
  const address = areaAddress({ top: place.row, left: place.column, bottom, right });
  const [cells = []] = await desk.workbook.readAreas([{ sheet: target.sheet, address }]);
  const filled = cells.flatMap((row, down) =>
    row.flatMap(({ value, formula }, across) =>
      value === null && formula === null
        ? []
        : [{ cell: cellAddress(place.row + down, place.column + across), shown: formula ?? shownValue(value) }],
    ),
  );
  return { filled, before: cells[0]?.[0] ?? null };
}

/** Writes the formula into its cell, in one step that can be undone. What stood there was shown before (`trial.filled`). */
export async function insertFormula(desk: Desk, draft: FormulaDraft, trial: Trial): Promise<void> {
  if (!draft.target || !trial.before) return;
  const shown = trial.rows[0]?.[0];
  const write: CellWrite = {
    sheet: draft.target.sheet,
    cell: draft.target.address,
    before: trial.before,
    after: { kind: 'formula', formula: formulaText(draft), value: typeof shown === 'string' || typeof shown === 'number' ? shown : null },
    reason: { code: 'formula', details: {} },
  };
  await applyWrites(desk, [write]);
}
