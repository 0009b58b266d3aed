/**
 * How much each indicator counts. Own weights; weights of sections shared equally or nested; one weight cell over several rows;
 * stars; marks; a single missing weight. Exact fractions, never rescaled unless the user wants it (README, conventions).
 */
import type { Place } from '../form/types';
import { runsAcross } from './blocks';
import { cellOf, findingAt, type ReviewContext } from './context';
import { isPercentFormat } from './entryValue';
import { equals, exactText, fractionOf, one, over, sumOf, compare, zero, type Fraction } from './fraction';
import { type Weight, type Weighing, noWeight, counts, type WeighingDraft, totalShare, percentText, weightPlace, isExtra } from './weight';
import { starWeights, type StatedShares, takeOwn, takeSections } from './statedWeights';
import { nestWeights } from './sectionWeights';
import { fillMissing, missingSections, printedSum } from './missingWeights';

function checkSum(context: ReviewContext, out: WeighingDraft): void {
  const weighted = context.blocks
    .map(({ indicators }) => indicators.filter((index) => out.weights[index]?.share && out.weights[index]?.source !== 'stars'))
    .filter((block) => block.some((index) => out.weights[index]?.cell)); // shares known from a formula alone are checked with it
  const whole = sumOf(weighted.map((block) => totalShare(out.weights, block)));
  if (weighted.length === 0 || equals(whole, one)) return;
  // Where weights are shares of their sections, the section that does not add up is told, not what follows from it for the whole.
  const nested = out.weights.some(({ within }) => within.length > 0);
  if (nested && out.findings.some(({ code, variant }) => code === 'weights-sum' && variant === 'section')) return;
  for (const block of weighted) {
    const sum = totalShare(out.weights, block);
    if (equals(sum, one) || out.findings.some(({ code, variant }) => code === 'weights-sum' && variant === 'missing')) continue;
    const printed = printedSum(context, block);
    const place = printed?.place ?? out.weights[block[0] ?? 0]?.cell ?? weightPlace(context, block[0] ?? 0);
    const details = { sum: percentText(sum), printed: printed ? percentText(printed.value) : '100%' };
    out.findings.push(findingAt(context, 'weights-sum', 'error', place, { details }));
  }
}

/** Sums of marks that people mean: whole fives. 7.5 is worth a remark, 60 or 105 is not. */
const isUsualSum = (sum: Fraction): boolean => sum.denominator === 1n && sum.numerator % 5n === 0n;

/** Marks that are percentages may go beyond 100 % on purpose (what is best counts, up to a cap). */
const isShare = (context: ReviewContext, place: Place | null): boolean =>
  isPercentFormat((place && cellOf(context, place)?.numberFormat) ?? '');

/** Forms with marks instead of weights: a share is marks ÷ all marks. */
function takeMarks(context: ReviewContext, out: WeighingDraft): void {
  const marked = context.form.indicators.flatMap((indicator, index) =>
    indicator.fullMarks && counts(indicator) && !isExtra(context, indicator) ? [index] : [],
  );
  if (out.weights.some(({ share, missingAt }) => share ?? missingAt) || marked.length < 2) return;
  const marks = (index: number): Fraction => fractionOf(context.form.indicators[index]?.fullMarks ?? 0);
  const whole = sumOf(marked.map(marks));
  if (compare(whole, zero) <= 0) return;
  for (const index of marked)
    out.weights[index] = {
      ...noWeight,
      share: over(marks(index), whole),
      source: 'marks',
      cell: context.form.indicators[index]?.fullMarksCell ?? null,
    };
  const column = context.form.columns.fullMarks;
  const rows = [...new Set(context.blocks.flatMap(({ totals }) => totals.map((index) => context.form.totals[index]?.row ?? 0)))];
  const row = column === undefined ? undefined : rows.find((candidate) => cellOf(context, { row: candidate, column }) !== undefined);
  const shares = marked.every((index) => isShare(context, context.form.indicators[index]?.fullMarksCell ?? null));
  if (column === undefined || row === undefined || isUsualSum(whole) || shares) return;
  out.findings.push(findingAt(context, 'weights-sum', 'info', { row, column }, { variant: 'marks', details: { sum: exactText(whole) } }));
}

/**
 * Weighs every indicator of a form.
 *
 * @param stated each indicator's own top points and part shares (printed or in its criteria), null where there are none
 * @param inPoints for each block: whether its typed scores are weighted points already, so that no weight is needed for its total
 */
export function weigh(
  context: ReviewContext,
  stated: StatedShares,
  inPoints: (block: readonly number[], weights: readonly Weight[]) => boolean,
): Weighing {
  const stars = starWeights(context);
  if (stars) return { weights: stars, findings: [] };
  const out: WeighingDraft = { weights: context.form.indicators.map(() => noWeight), findings: [] };
  takeOwn(context, stated, out);
  takeSections(context, stated, out);
  nestWeights(context, out);
  // Where indicators run across, a printed formula gives the weights, and a bare factor (×重关指标值) has none.
  for (const { indicators } of runsAcross(context.form) ? [] : context.blocks)
    fillMissing(context, indicators, inPoints(indicators, out.weights), out);
  missingSections(context, out);
  checkSum(context, out);
  takeMarks(context, out);
  return out;
}
