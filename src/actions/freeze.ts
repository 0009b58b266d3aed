/** The other half of "prepare to send": writes the replacements and holds what Excel then calculates against what it showed before. */
import { cellAddress } from '../form/address';
import type { CellValue, Grid } from '../form/grid';
import { WorkbookError, type Receipt, type WorkbookPort, type WorkbookSnapshot } from '../workbook/port';
import type { Action } from './action';
import { checkWritable } from './checkWritable';
import { sendingOf } from './prepareToSend';
import { callsRubric } from './sending/formulaCalls';
import type { TranslateCall } from './sending/nativeOf';
import { replacementKey, type Replacement, type Sending, type Sent } from './sending/types';

export interface FreezeInput {
  /** As it was shown. */
  readonly sending: Sending;
  /** Replacements (`Sheet!A1`) that the user left out. */
  readonly except: ReadonlySet<string>;
  readonly translate: TranslateCall;
}

/**
 * Writes all or nothing. Native formulas stay only where every cell of the workbook then shows what it showed before; where one of them gives
 * another value it becomes a value, and where a cell that depends on them does, they all do. Rejects with a WorkbookError, and then nothing
 * has changed: `changed-since` where a formula or its result is no longer what was shown.
 */
export const freeze: Action<FreezeInput, Sent> = {
  id: 'freeze',
  icon: 'SendRegular',
  async perform({ workbook, signal }, { sending, except, translate }) {
    const before = await workbook.snapshot({ ...(signal && { signal }) });
    const fresh = await sendingOf(workbook, before, translate);
    const chosen = stillTrue(sending.replacements, fresh.replacements).filter((one) => !except.has(replacementKey(one)));
    signal?.throwIfAborted();
    const made = await proven(workbook, before, chosen);
    const kept = fresh.replacements.map(replacementKey).filter((key) => except.has(key));
    return { ...made, kept, left: fresh.left, names: fresh.names };
  },
};

/** The replacements as they are now. Throws `changed-since` where they are not what was shown. */
function stillTrue(shown: readonly Replacement[], now: readonly Replacement[]): readonly Replacement[] {
  const told = new Map(shown.map((one) => [replacementKey(one), JSON.stringify(one.writes)]));
  const changed = now.filter((one) => told.get(replacementKey(one)) !== JSON.stringify(one.writes)).map(replacementKey);
  const gone = shown.map(replacementKey).filter((key) => !now.some((one) => replacementKey(one) === key));
  if (changed.length + gone.length > 0) throw new WorkbookError('changed-since', { cells: [...changed, ...gone].join(', ') });
  return now;
}

type Made = Pick<Sent, 'receipt' | 'replaced' | 'turned' | 'different'>;

/** Writes, looks, and writes again with values where a native formula changed anything: first those that did, then all. */
async function proven(workbook: WorkbookPort, before: WorkbookSnapshot, chosen: readonly Replacement[]): Promise<Made> {
  let replaced = chosen;
  let turned: readonly string[] = [];
  for (;;) {
    const receipt = await write(workbook, replaced);
    const different = await orTakenBack(workbook, receipt, async () => differences(before.grids, (await workbook.snapshot()).grids));
    const more = unproven(different, replaced);
    if (more.size === 0) return { receipt, replaced, turned, different: [...different] };
    await workbook.undo(receipt);
    turned = [...turned, ...more];
    replaced = replaced.map((one) => (more.has(replacementKey(one)) ? { ...one, kind: 'value', writes: one.values } : one));
  }
}

async function write(workbook: WorkbookPort, replacements: readonly Replacement[]): Promise<Receipt> {
  const writes = replacements.flatMap((one) => one.writes);
  checkWritable(writes);
  return workbook.apply(writes);
}

/** Where the look at the result fails, what was written is taken back before the failure goes on. */
async function orTakenBack<Result>(workbook: WorkbookPort, receipt: Receipt, look: () => Promise<Result>): Promise<Result> {
  try {
    return await look();
  } catch (error) {
    await workbook.undo(receipt);
    throw error;
  }
}

/** Keys of the native formulas that may not stay: those that give another value, or else all where a cell that reads them does. */
function unproven(different: ReadonlySet<string>, replaced: readonly Replacement[]): ReadonlySet<string> {
  const natives = replaced.filter(({ kind }) => kind === 'native').map(replacementKey);
  const own = natives.filter((key) => different.has(key));
  return new Set(own.length > 0 || different.size === 0 ? own : natives);
}

/** Results that change by themselves, and those of the add-in, which may still be on their way. */
const restless = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|INFO|CELL)\s*\(/i;
const comparable = (formula: string | null): boolean => formula === null || !(restless.test(formula) || callsRubric(formula));

/** Cells (`Sheet!A1`) that show something else than before. */
function differences(before: readonly Grid[], after: readonly Grid[]): ReadonlySet<string> {
  const now = new Map(after.map((grid) => [grid.sheet, grid]));
  const different = new Set<string>();
  for (const grid of before)
    for (const [row, cells] of grid.rows)
      for (const [column, cell] of cells) {
        const seen = now.get(grid.sheet)?.rows.get(row)?.get(column);
        if (!comparable(seen?.formula ?? null) || isBusy(seen?.value ?? null)) continue;
        if (!same(cell.value, seen?.value ?? null)) different.add(replacementKey({ sheet: grid.sheet, cell: cellAddress(row, column) }));
      }
  return different;
}

const isBusy = (value: CellValue): boolean => value !== null && typeof value === 'object' && value.error === '#BUSY!';

/** As close as binary arithmetic of the same sum can be held to be equal: thirteen digits. */
const closeness = 1e-13;

function same(one: CellValue, other: CellValue): boolean {
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= closeness * Math.max(Math.abs(one), Math.abs(other));
  if (one !== null && typeof one === 'object') return other !== null && typeof other === 'object' && one.error === other.error;
  return (one ?? '') === (other ?? '');
}
