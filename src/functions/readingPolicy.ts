/** How the functions read criteria: the defaults, until the pane of the same runtime has read what the workbook says. */
import { defaultReadingPolicy, type ReadingPolicy } from '../rubric/policy';

let current: ReadingPolicy = defaultReadingPolicy;
let chosen: Readonly<Record<string, string>> = {};

/** The policy that the functions read criteria with. */
export const readingPolicy = (): ReadingPolicy => current;

/** The text that criteria are read by: the reading that the user chose where they are open, else the text itself. */
export const chosenReading = (text: string): string => (Object.hasOwn(chosen, text) ? (chosen[text] ?? text) : text);

/**
 * Takes over the workbook's policy and its answers to open criteria, so that cells and pane say the same.
 * @param answers canonical text of the chosen reading by the criteria as written
 * @returns whether anything is different from before: callers then recalculate
 */
export function setReadingPolicy(policy: ReadingPolicy, answers: Readonly<Record<string, string>> = {}): boolean {
  const different = JSON.stringify([current, chosen]) !== JSON.stringify([policy, answers]);
  current = policy;
  chosen = answers;
  return different;
}
