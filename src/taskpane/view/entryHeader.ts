import type { EntryCell, Form } from '../../form/types';

/** The heading over an entry, in one line, as people know the column by it; null where entries have no heading of their own. */
export function entryHeader(form: Pick<Form, 'scores'>, entry: Pick<EntryCell, 'column' | 'period'>): string | null {
  if (entry.period) return entry.period;
  const header = form.scores
    .find((score) => score.column === entry.column)
    ?.header.replace(/\s+/g, ' ')
    .trim();
  return header ? header : null;
}
