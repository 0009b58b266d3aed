/** Columns of entries that totals sum up. */
import type { EntryColumn } from './columnOption';
import type { Columns } from './columns';

const summed: ReadonlySet<EntryColumn['role']> = new Set(['score', 'self', 'supervisor', 'reviewer', 'result', 'weighted', 'deduction']);
/** Whether totals stand below (or above) this column. */
export const isSummed = (entry: EntryColumn): boolean => summed.has(entry.role) || /^(?:month|quarter)/.test(entry.role);

/** Columns of a table that totals sum; where people only enter levels, those of the levels, which may stand for points. */
export function summedEntries({ entries, levels }: Columns): readonly EntryColumn[] {
  const found = entries.filter(isSummed);
  const chosen = found.length === 0 && levels.length === 0 && entries.every(({ role }) => role !== 'actual');
  return chosen ? entries.filter(({ role }) => role === 'grade') : found;
}

/** Who scored in a column; null where nobody is named. */
export const raterOf = (entry: EntryColumn): string | null => (entry.rater === 'single' ? null : entry.rater);
