/** Columns of entries that totals sum up. */
import type { EntryColumn } from './columnOption';

const summed: ReadonlySet<EntryColumn['role']> = new Set(['score', 'self', 'supervisor', 'reviewer', 'result', 'weighted', 'deduction']);
/** Whether totals stand below (or above) this column. */
export const isSummed = (entry: EntryColumn): boolean => summed.has(entry.role) || /^(?:month|quarter)/.test(entry.role);

/** Who scored in a column; null where nobody is named. */
export const raterOf = (entry: EntryColumn): string | null => (entry.rater === 'single' ? null : entry.rater);
