/** RUBRIC_CANONICAL: criteria rewritten so that nothing is open. */
import { canonicalText } from '../rubric';
import type { Cell } from './broadcast';
import { readingIn } from './criteriaArgument';
import { FunctionFailure } from './failure';
import { isBlank } from './number';

/** The canonical text of criteria, in their own language or the one asked for; an empty cell stays empty. */
export function canonicalOf(criteria: Cell, language: Cell): string {
  if (isBlank(criteria)) return '';
  const reading = readingIn(criteria);
  const wanted = isBlank(language) ? reading.language : String(language);
  const text = canonicalText(reading, /^en/i.test(wanted) ? 'en' : 'zh');
  if (text === null) throw new FunctionFailure('notAvailable', 'criteria-unread', { text: String(criteria).slice(0, 60) });
  return text;
}
