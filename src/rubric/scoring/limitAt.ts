/** Where a floor or cap lies in points: as stated, or so many times the full marks. */
import type Decimal from 'decimal.js';
import type { LimitRule } from '../rule';
import type { ScoreContext } from '../scorer';

/** The bound of a limit in points; null where it is the full marks and those are not known. */
export function limitAt({ at, times }: LimitRule, { fullMarks }: ScoreContext): Decimal | null {
  if (at !== 'fullMarks') return at;
  return times && fullMarks ? fullMarks.times(times) : fullMarks;
}
