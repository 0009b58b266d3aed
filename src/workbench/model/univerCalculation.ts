/** Runs Univer's formula engine at once and waits for it, instead of some time after the last change as its own trigger does. */
import type { UniverWorkbook } from './univerWorkbook';

/**
 * The trigger's own bookkeeping. It is private to Univer (0.25.1, the pinned version): there is no public way to say "calculate what
 * changed, now", and its 100 ms pause after each write would be paid by every answer of the host.
 */
interface TriggerInside {
  _setTimeoutKey: ReturnType<typeof setTimeout> | number;
  _waitingCommandQueue: unknown[];
  _executingDirtyData: Record<string, unknown>;
  _generateDirty(commands: readonly unknown[]): unknown;
  _mergeDirty(one: unknown, other: unknown): Record<string, unknown>;
  _resetExecutingDirtyData(): void;
}

export interface Calculation {
  /** Calculates what changed since the last time (`full`: everything; `cells`: these as well) and waits for the results to stand in the cells. */
  run(options?: { readonly full?: boolean; readonly cells?: readonly CellPlace[] }): Promise<void>;
  /** The next calculation goes over everything. */
  wantAll(): void;
  readonly running: boolean;
}

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const takeQueue = (trigger: TriggerInside): readonly unknown[] => {
  clearTimeout(trigger._setTimeoutKey as number);
  const queue = trigger._waitingCommandQueue;
  trigger._waitingCommandQueue = [];
  return queue;
};

interface Run extends CellPlace {
  rows: number;
}

/** Cells that follow one another down a column are one range: the engine compares every range with every formula. */
const columnRuns = (cells: readonly CellPlace[]): readonly Run[] => {
  const sorted = [...cells].sort((a, b) => a.sheet.localeCompare(b.sheet) || a.column - b.column || a.row - b.row);
  const runs: Run[] = [];
  for (const { sheet, row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.sheet === sheet && last.column === column && row <= last.row + last.rows)
      last.rows = Math.max(last.rows, row - last.row + 1);
    else runs.push({ sheet, row, column, rows: 1 });
  }
  return runs;
};

const dirtyRange = (unitId: string, { sheet, row, column, rows }: Run) => ({
  unitId,
  sheetId: sheet,
  range: { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column },
});

export const makeCalculation = (book: UniverWorkbook): Calculation => {
  const trigger = book.get(book.packages.TriggerCalculationController) as unknown as TriggerInside;
  const session = book.get(book.packages.FormulaCalculationSessionService);
  let turn: Promise<void> = Promise.resolve();
  let waiting = 0;
  let all = false;

  const busy = () => session.state.started && !(session.state.resultApplied && (session.state.completed || session.state.stopped));

  const runNow = async (full: boolean, cells: readonly CellPlace[]): Promise<void> => {
    if (busy()) await session.waitForLatestApplied();
    const queue = takeQueue(trigger);
    const everything = full || all;
    all = false;
    if (!everything && cells.length === 0 && queue.length === 0) return;
    const dirty = trigger._mergeDirty(trigger._executingDirtyData, trigger._generateDirty(queue)) as {
      dirtyRanges: unknown[];
      forceCalculation: boolean;
    };
    trigger._executingDirtyData = dirty;
    const params = {
      ...dirty,
      dirtyRanges: [...dirty.dirtyRanges, ...columnRuns(cells).map((run) => dirtyRange(book.unitId, run))],
      forceCalculation: everything || dirty.forceCalculation,
    };
    book.commands.syncExecuteCommand('formula.mutation.set-formula-calculation-start', params, { onlyLocal: true });
    await session.waitForLatestApplied();
    // Univer forgets what it has calculated only with its next message, which may come after the next calculation began.
    trigger._resetExecutingDirtyData();
  };

  return {
    run: ({ full = false, cells = [] } = {}) => {
      waiting += 1;
      const next = turn.then(() => runNow(full, cells)).finally(() => (waiting -= 1));
      turn = next.catch(() => undefined);
      return next;
    },
    wantAll: () => {
      all = true;
    },
    get running() {
      return waiting > 0;
    },
  };
};
