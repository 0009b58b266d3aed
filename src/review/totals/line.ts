/** Which column of scores a total sums, and which indicators it covers. */
import type { Rater, TotalCell } from '../../form/types';
import { rowIndicator, runsAcross } from '../blocks';
import { lineOfPlace, type Line, type Reckoning } from '../reckoning';

const scored = new Set(['score', 'grade', 'tick', 'deduction', 'count']);

/** Lines in which scores of a rater stand, in the form's order. */
export function linesOf(reckoning: Reckoning, rater: Rater | null): readonly Line[] {
  const lines = reckoning.form.indicators.flatMap((indicator) =>
    indicator.entries
      .filter((entry) => entry.role === 'score' && (rater === null || entry.rater === rater))
      .map((entry) => lineOfPlace(reckoning, entry)),
  );
  return [...new Set(lines)];
}

/**
 * The line that a total sums: its own column where scores or row totals stand there, else its rater's, else the only one there is.
 *
 * @returns null where several lines could be meant
 */
export function lineOfTotal(reckoning: Reckoning, total: TotalCell): Line | null {
  const { form } = reckoning;
  const own = lineOfPlace(reckoning, total);
  const named = total.rater === null || total.rater === 'single' ? [] : linesOf(reckoning, total.rater);
  const here = form.indicators.some((indicator) =>
    indicator.entries.some((entry) => scored.has(entry.role) && lineOfPlace(reckoning, entry) === own),
  );
  const rowTotals = form.totals.some(
    (other) => other !== total && other.role !== 'grade' && other.column === own && rowIndicator(form, other) !== null,
  );
  if ((here && !standsUnderSeveral(reckoning, total, own)) || (rowTotals && !runsAcross(form))) return own;
  if (named.length === 1) return named[0] ?? null;
  const all = linesOf(reckoning, null);
  return all.length === 1 ? (all[0] ?? null) : null;
}

/** A final total under the scores of one of several raters that is nobody's alone: it blends them, and one of them is not its value. */
function standsUnderSeveral({ form }: Reckoning, total: TotalCell, own: Line): boolean {
  if (!isFinal(total) || total.rater !== null || runsAcross(form)) return false;
  const raters = new Set(form.scores.filter(({ role, rater }) => role === 'score' && rater !== 'single').map(({ rater }) => rater));
  return (
    raters.size > 1 &&
    form.scores.some(({ column, rater, role }) => column === own && role === 'score' && rater !== 'single' && rater !== 'reviewer')
  );
}

const isFinal = (total: TotalCell): boolean => total.role === 'final';

/** A final total also covers the rows above that no other total of its line takes up (a table with a second header). */
function withUncovered(reckoning: Reckoning, total: TotalCell, index: number): readonly number[] {
  const { form } = reckoning;
  const others = form.totals.filter((other, at) => at !== index && other.column === total.column && rowIndicator(form, other) === null);
  const taken = new Set([...total.indicators, ...others.flatMap(({ indicators }) => indicators)]);
  const above = form.indicators.flatMap((indicator, at) =>
    !taken.has(at) && indicator.rows[1] < total.row && !runsAcross(form) ? [at] : [],
  );
  return [...total.indicators, ...above].sort((a, b) => a - b);
}

/** Indices of the indicators that a total covers: those it names, its section's, those of its block; all for a final one. */
export function coveredBy(reckoning: Reckoning, total: TotalCell, index: number): readonly number[] {
  const { form } = reckoning;
  if (total.indicators.length > 0)
    return isFinal(total) || total.role === 'full-marks' ? withUncovered(reckoning, total, index) : total.indicators;
  if (total.role === 'section' && total.section !== null)
    return form.indicators.flatMap((indicator, at) => (indicator.section === total.section ? [at] : []));
  const block = reckoning.blocks.find(({ totals }) => totals.includes(index));
  const before = reckoning.blocks.filter(({ indicators }) =>
    indicators.every((at) => (form.indicators[at]?.rows[0] ?? 0) < total.row || runsAcross(form)),
  );
  if (isFinal(total)) return before.length > 0 ? before.flatMap(({ indicators }) => indicators) : form.indicators.map((_, at) => at);
  return (block ?? before.at(-1))?.indicators ?? form.indicators.map((_, at) => at);
}
