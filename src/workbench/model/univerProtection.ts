/** Keeps hands off: what a person types, pastes or clears in the grid does not reach the locked cells of a protected sheet. */
import { CustomCommandExecutionError } from '@univerjs/core';
import type { IExecutionOptions } from '@univerjs/core';
import { changedAreas } from './univerEvents';
import { isLocked } from './univerCells';
import type { UniverWorkbook } from './univerWorkbook';
import type { Area } from './workbookModel';

interface CellMutation {
  readonly unitId?: string;
  readonly subUnitId?: string;
  readonly trigger?: string;
  readonly cellValue?: Parameters<typeof changedAreas>[0];
}

const touchesLocked = (book: UniverWorkbook, sheet: string, areas: readonly Area[]): boolean =>
  areas.some(({ row, column, rows, columns }) => {
    for (let down = 0; down < rows; down += 1) {
      for (let right = 0; right < columns; right += 1) if (isLocked(book, sheet, row + down, column + right)) return true;
    }
    return false;
  });

/** A command of the grid stands behind the mutation; the model's own writes have none, and undo may always take back. */
const byHand = (trigger: string | undefined): boolean => Boolean(trigger) && !/undo|redo/.test(trigger ?? '');

/** Watches until disposed; `refused` is told of each attempt. */
export const guardProtectedCells = (book: UniverWorkbook, refused: (sheet: string, area: Area) => void): { dispose(): void } =>
  book.commands.beforeCommandExecuted((command, options?: IExecutionOptions) => {
    if (command.id !== 'sheet.mutation.set-range-values' || options?.onlyLocal || options?.fromFormula) return;
    const { unitId, subUnitId: sheet = '', trigger, cellValue = {} } = (command.params ?? {}) as CellMutation;
    if (unitId !== book.unitId || !byHand(trigger) || !book.extras.protections[sheet]?.protected) return;
    const { content, format } = changedAreas(cellValue, trigger);
    const allowed = book.extras.protections[sheet].options.allowFormatCells;
    const touched = [...content, ...(allowed ? [] : format)];
    const [first] = touched;
    if (!first || !touchesLocked(book, sheet, touched)) return;
    refused(sheet, first);
    throw new CustomCommandExecutionError(`cells of the protected sheet ${sheet} are locked`);
  });
