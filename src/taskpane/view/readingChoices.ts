/** The ways in which doubtful criteria can be read, and what each of them would give. */
import { canonicalText, readCriteria, scoreEntry, targetOf, type Reading, type ReadingPolicy } from '../../rubric';
import type { AssessedIndicator } from '../../review/types';
import type { Outcome } from '../../rubric/types';

/** Wordings of which each settles something: the stated fixes, then the reading so far written out. Without repeats. */
export function readingChoices(reading: Reading): string[] {
  const fixes = reading.issues.flatMap((issue) => (issue.fix ? [issue.fix.text] : []));
  const soFar = canonicalText(reading, reading.language);
  return [...new Set([...fixes, ...(soFar === null ? [] : [soFar])])].filter((text) => text !== reading.text);
}

export interface Consequence {
  readonly shown: string;
  readonly outcome: Outcome;
}

/** What the entries of an indicator would be worth if its criteria said `wording`. Blank entries are left out. */
export function consequences(indicator: AssessedIndicator, wording: string, policy: ReadingPolicy): Consequence[] {
  const reading = readCriteria(wording, { indicator: indicator.indicator.name });
  const target = indicator.indicator.target ? targetOf(indicator.indicator.target.text) : null;
  return indicator.entries
    .filter(({ value }) => value.kind !== 'blank')
    .map(({ value, shown }) => ({ shown, outcome: scoreEntry(reading, value, { fullMarks: indicator.fullMarks, target, policy }) }));
}
