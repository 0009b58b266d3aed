/** RUBRIC_BANDS and RUBRIC_LINT: what criteria are read as, and what is open in them, as rows that spill. */
import { bandsOf, type Band, type Issue } from '../rubric';
import { intervalText } from '../rubric/interval';
import { functionMessage as message } from '../locale/functionMessage';
import { displayLanguage, type Shown } from './answer';
import type { Cells } from './broadcast';
import { readingIn } from './criteriaArgument';
import { FunctionFailure } from './failure';
import { doubleOf } from './number';

function bandRow(band: Band): Shown[] {
  const { low, high } = band.interval;
  const number = (value: typeof band.points): Shown => (value === null ? '' : doubleOf(value));
  return [band.tier ?? '', number(low?.at ?? null), number(high?.at ?? null), number(band.points), intervalText(band.interval)];
}

/** Tier, from, to, points and interval of each band, best first. @throws FunctionFailure where there is no band */
export function bandRows(criteria: Cells): Shown[][] {
  const bands = bandsOf(readingIn(criteria[0]?.[0]));
  if (bands.length === 0) throw new FunctionFailure('notAvailable', 'no-tier');
  return bands.map(bandRow);
}

function issueRow(issue: Issue): Shown[] {
  return [issue.code, message(displayLanguage(), `issue.${issue.code}`, issue.details), issue.fix?.text ?? ''];
}

/** Code, explanation and mended text of each issue; a single OK where there is none. */
export function lintRows(criteria: Cells): Shown[][] {
  const { issues } = readingIn(criteria[0]?.[0]);
  return issues.length === 0 ? [[message(displayLanguage(), 'function.fine')]] : issues.map(issueRow);
}
