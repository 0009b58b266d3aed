import type { CellWrite } from '../review/types';
import { WorkbookError } from '../workbook/port';

/** Two writes to one cell would make undo ambiguous, and a formula must be one. Throws `unsupported` naming the cell. */
export function checkWritable(writes: readonly CellWrite[]): void {
  const seen = new Set<string>();
  for (const { sheet, cell, after } of writes) {
    const key = `${sheet}!${cell}`;
    if (seen.has(key)) throw new WorkbookError('unsupported', { sheet, cell, reason: 'written-twice' });
    if (after.kind === 'formula' && !after.formula.startsWith('='))
      throw new WorkbookError('unsupported', { sheet, cell, reason: 'not-a-formula' });
    seen.add(key);
  }
}
