/** The reading policy in force for the functions: the defaults, until the pane of the same runtime has read the workbook's own. */
import { defaultReadingPolicy, type ReadingPolicy } from '../rubric/policy';

let current: ReadingPolicy = defaultReadingPolicy;

/** The policy that the functions read criteria with. */
export const readingPolicy = (): ReadingPolicy => current;

/** Takes over the workbook's policy, so that cells and pane say the same. Callers recalculate. */
export function setReadingPolicy(policy: ReadingPolicy): void {
  current = policy;
}
