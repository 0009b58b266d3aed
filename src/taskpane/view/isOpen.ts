import type { AssessedIndicator } from '../../review/types';

/** Whether a person must decide something about an indicator: its criteria as a whole, or what they give for one of its entries. */
export function isOpen({ reading, certainty, entries }: AssessedIndicator): boolean {
  return reading !== null && (certainty === 'ask' || entries.some(({ outcome }) => outcome.certainty === 'ask'));
}
