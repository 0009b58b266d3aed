import Decimal from 'decimal.js';
import { entryOf, readCriteria, scoreEntry, targetOf, type EntryValue, type Outcome } from '../../src/rubric';

export interface Given {
  readonly fullMarks?: string;
  readonly target?: string;
}

/** An entry as a table writes it: digits are a number, anything else is what a person would type. */
export function typed(entry: string): EntryValue {
  return /^-?\d+(?:\.\d+)?$/.test(entry) ? { kind: 'number', value: new Decimal(entry), percentFormat: false } : entryOf(entry);
}

export function outcome(text: string, entry: string, given: Given = {}): Outcome {
  const fullMarks = given.fullMarks === undefined ? null : new Decimal(given.fullMarks);
  return scoreEntry(readCriteria(text), typed(entry), { fullMarks, target: given.target === undefined ? null : targetOf(given.target) });
}

/** The result in one word: the tier, the points or the range; `?` where a person is asked; `-` where nothing is given. */
export function result({ tier, points, range, certainty }: Outcome): string {
  const parts = [tier, points?.toFixed(), range?.map((end) => end.toFixed()).join('~')].filter(
    (part) => part !== null && part !== undefined && part !== '',
  );
  const text = parts.length === 0 ? '-' : parts.join(' ');
  return certainty === 'certain' ? text : `?${text}`;
}

/** A row of a table: the criteria, then pairs of an entry and its result. */
export type Row = [text: string, entries: Readonly<Record<string, string>>, given?: Given];

/** The row's entries with what the reader makes of them, to be compared with the row itself. */
export function resultsOf([text, entries, given]: Row): Record<string, string> {
  return Object.fromEntries(Object.keys(entries).map((entry) => [entry, result(outcome(text, entry, given))]));
}

export const codes = (text: string): readonly string[] =>
  [...new Set(readCriteria(text).issues.map(({ code }) => code))].filter((code) => code !== 'missing-floor');
