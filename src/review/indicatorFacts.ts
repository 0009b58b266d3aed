/** What is known of an indicator before its entries are judged, and the shape of a judged entry. */
import type Decimal from 'decimal.js';
import type { EntryCell, Indicator } from '../form/types';
import type { Reading } from '../rubric';
import type { Band, EntryValue, Outcome } from '../rubric/types';
import { cellOf, type ReviewContext } from './context';
import { entryValue, shownValue } from './entryValue';
import type { EntryRow } from './typedScore';
import type { AssessedEntry } from './types';
import type { WordScale } from './wordPoints';

/** Everything that is known of one indicator before its entries are judged. */
export interface IndicatorFacts {
  readonly indicator: Indicator;
  readonly index: number;
  readonly reading: Reading | null;
  readonly bands: readonly Band[];
  readonly most: Decimal | null;
  readonly least: Decimal | null;
  /** Words that the form gives points for, wherever they are typed. */
  readonly words: WordScale;
}

/** What a typed score is judged by. */
export const rowOf = (facts: IndicatorFacts): EntryRow => ({
  reading: facts.reading,
  bands: facts.bands,
  most: facts.most,
  least: facts.least,
  words: facts.words,
  target: facts.indicator.target?.text ?? null,
});

/** Whether nothing is typed in an entry's cell. */
export const isBlank = (context: ReviewContext, entry: EntryCell): boolean => entryValue(cellOf(context, entry)).kind === 'blank';

/** An entry with what was decided about it. */
export function assessed(
  context: ReviewContext,
  entry: EntryCell,
  value: EntryValue,
  outcome: Outcome,
  score: Decimal | null = outcome.points,
): AssessedEntry {
  return {
    entry,
    value,
    shown: shownValue(cellOf(context, entry)),
    outcome,
    valid: outcome.valid,
    tier: outcome.tier,
    score: outcome.valid ? score : null,
    problem: outcome.problem?.code ?? null,
  };
}

/** The number of a value: typed as such, or read from its text. */
export function amountOf(value: EntryValue, read: (text: string) => Decimal | null): Decimal | null {
  return value.kind === 'number' ? value.value : value.kind === 'text' ? read(value.text) : null;
}
