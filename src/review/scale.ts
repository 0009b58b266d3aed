/**
 * What typed scores are: points that are weighted already (30 of 30), marks on a common scale (92 of 100) that a weight is still to be
 * applied to, or points of a row whose top is not its weight. Decided by what the form prints; by the entries only where it prints nothing.
 */
import { compare, decimalOf, equals, fraction, hundred, over, sumOf, times, type Fraction } from './fraction';
import type { ReviewPolicy } from './policy';
import type { Weight } from './weight';

/** `sum` of points; `weighted`: weight × mark; `normalised`: points ÷ top points × weight × 100. */
export type Combine = 'sum' | 'weighted' | 'normalised';

export interface Scale {
  readonly combine: Combine;
  /** Top points of each row of the block; null where no limit is known. */
  readonly tops: readonly (Fraction | null)[];
  /** Rows whose own top points are not their weight, where those of most rows are (positions in the block). */
  readonly mismatches: readonly number[];
}

/** One row of a block. */
export interface ScaleRow {
  readonly weight: Weight;
  /** Top points that the row itself states. */
  readonly top: Fraction | null;
  /** Scores typed for it, of all raters. */
  readonly scores: readonly Fraction[];
}

const weightPoints = (row: ScaleRow): Fraction | null => (row.weight.share ? times(row.weight.share, hundred) : null);
const isPoints = (row: ScaleRow): boolean => {
  const points = weightPoints(row);
  return row.top !== null && points !== null && equals(row.top, points);
};

/** Whether the scores look like points of their weight: most fit under it, and together they come to a fair part of it. */
export function scoresArePoints(rows: readonly ScaleRow[]): boolean {
  const pairs = rows
    .flatMap((row) => row.scores.map((score) => ({ score, points: weightPoints(row) })))
    .filter(({ score }) => score.numerator > 0n);
  const known = pairs.flatMap(({ score, points }) => (points ? [{ score, points }] : []));
  if (known.length === 0) return false;
  const fitting = known.filter(({ score, points }) => compare(score, points) <= 0);
  if (fitting.length * 2 <= known.length) return false;
  const reached = over(sumOf(fitting.map(({ score }) => score)), sumOf(fitting.map(({ points }) => points)));
  return compare(reached, fraction(2n, 5n)) >= 0;
}

/** Common top of the marks: 5, 10 or 100, the smallest that holds nearly all of them; null where none does. */
export function topOfMarks(scores: readonly Fraction[]): Fraction | null {
  if (scores.length === 0) return null;
  for (const top of [fraction(5n), fraction(10n), hundred]) {
    const inside = scores.filter((score) => compare(score, top) <= 0).length;
    if (inside === scores.length && !equals(top, hundred)) return top;
    if (equals(top, hundred) && inside * 2 >= scores.length) return top;
  }
  return null;
}

const fillTops = (rows: readonly ScaleRow[], fill: (row: ScaleRow) => Fraction | null): readonly (Fraction | null)[] =>
  rows.map((row) => row.top ?? fill(row));

function withPrintedTops(rows: readonly ScaleRow[], policy: ReviewPolicy): Scale {
  const stated = rows.filter((row) => row.top !== null && row.weight.share !== null);
  const matching = stated.filter(isPoints);
  const tops = fillTops(rows, weightPoints);
  if (matching.length * 2 >= stated.length) {
    const mismatches = rows.flatMap((row, at) => (row.top !== null && row.weight.share !== null && !isPoints(row) ? [at] : []));
    return { combine: mismatches.length === 0 || policy.weightedTotal === 'points' ? 'sum' : 'normalised', tops, mismatches };
  }
  const common = stated[0]?.top ?? hundred;
  if (stated.every((row) => row.top !== null && equals(row.top, common)))
    return { combine: 'weighted', tops: fillTops(rows, () => common), mismatches: [] };
  return { combine: policy.weightedTotal === 'points' ? 'sum' : 'normalised', tops, mismatches: [] };
}

/**
 * The scale of one block of rows.
 *
 * @param statedTop the top of a scale that the form tells or draws (100 for 百分制), null where it does not
 */
export function scaleOf(rows: readonly ScaleRow[], statedTop: Fraction | null, policy: ReviewPolicy): Scale {
  const weighted = rows.filter((row) => row.weight.share !== null && row.weight.source !== 'marks');
  const marks = rows.flatMap((row) => row.scores);
  if (weighted.length === 0 && rows.some((row) => row.weight.missingAt !== null)) {
    return { combine: 'weighted', tops: fillTops(rows, () => statedTop ?? topOfMarks(marks)), mismatches: [] };
  }
  if (weighted.length === 0) {
    const anyTop = rows.some((row) => row.top !== null);
    const common = anyTop ? null : (statedTop ?? topOfMarks(marks.filter((score) => decimalOf(score).gt(10))));
    return { combine: 'sum', tops: fillTops(rows, () => common), mismatches: [] };
  }
  if (weighted.some((row) => row.top !== null)) return withPrintedTops(rows, policy);
  const inPoints =
    policy.scoreScale === 'points' ||
    (policy.scoreScale === 'auto' && statedTop === null && scoresArePoints(rows) && weighted.every((row) => row.weight.source !== 'stars'));
  if (inPoints) return { combine: 'sum', tops: fillTops(rows, weightPoints), mismatches: [] };
  const common = policy.scoreScale === 'hundred' ? hundred : (statedTop ?? topOfMarks(marks));
  return { combine: 'weighted', tops: fillTops(rows, () => common), mismatches: [] };
}
