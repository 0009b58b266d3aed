/**
 * Everything a user can decide about how forms are graded; stored with the workbook as JSON (plain data, decimals as text).
 * Defaults: DESIGN.md, "Rules that hold everywhere", and the review conventions of the README. Each policy names the question it answers.
 */
import { defaultReadingPolicy, type ReadingPolicy } from '../rubric/policy';

/** A step of a grade scale: totals of `from` and more (up to the next higher step) get `tier`. */
export interface GradeStep {
  readonly tier: string;
  readonly from: string;
}

/** A step of a coefficient table: totals of `from` and more get `coefficient`. */
export interface CoefficientStep {
  readonly from: string;
  readonly coefficient: string;
}

export interface ReviewPolicy {
  readonly reading: ReadingPolicy;
  /** Points that tier words stand for where no criteria give any (优秀 → 95); none: a tier is a grade only. */
  readonly tierPoints: Readonly<Record<string, string>>;
  /** Weighted total of rows whose top points differ from their weights: points ÷ top points × weight, or the plain sum of points. */
  readonly weightedTotal: 'normalised' | 'points';
  /** What typed scores are where nothing says it: decide by the entries themselves, weighted points, or marks out of 100. */
  readonly scoreScale: 'auto' | 'points' | 'hundred';
  /** A number above the top points of its row (88 in a 20-point row): out of range, or a measured value to look up. */
  readonly measuredInPointsCell: 'out-of-range' | 'look-up';
  /** A bare number between other bands (完成90%得5分): exactly this number, or from it up to the next band. */
  readonly bareNumber: 'exactly' | 'at-least';
  /** Points that no rule of the row can give (0.4 of 0.5 at 0.2 each). */
  readonly unreachablePoints: 'allow' | 'forbid';
  /** Weights that do not add up to 100 %: use them as printed, or scale them to 100 %. */
  readonly weightsSum: 'as-printed' | 'rescale';
  /** A single indicator without weight: leave the total open, or give it what is missing to 100 %. */
  readonly missingWeight: 'ask' | 'remainder';
  /** A single rater or part without share beside others that have one: what is missing to 100 %, or leave the total open. */
  readonly missingShare: 'remainder' | 'ask';
  /** Shares of the raters where the form states none, as fractions (self → 0.3); raters without one leave the total open. */
  readonly raterShares: Readonly<Record<string, string>>;
  /** Raters without any stated shares count equally, or leave the total open. */
  readonly unstatedShares: 'ask' | 'equal';
  /** Equal results: 1,2,2,4 or 1,2,2,3. */
  readonly ties: 'competition' | 'dense';
  /** A blank deduction or count: nothing to deduct, or an entry that is missing. */
  readonly blankDeduction: 'none' | 'missing';
  /** A month or rater without any entry: not yet due, or missing. */
  readonly blankColumn: 'not-due' | 'missing';
  /** A deduction of more than the row's marks: stops at 0, or goes below. */
  readonly deductionFloor: 'zero' | 'none';
  /** A full-width stop inside a typed number (`0。5`). */
  readonly decimalStop: 'reject' | 'repair';
  /** Two ticks in a row: cannot be decided, or the better or worse one counts. */
  readonly twoTicks: 'invalid' | 'better' | 'worse';
  /** A blank in a checklist: an entry that is missing, or something that was not done (0 points). */
  readonly blankTick: 'missing' | 'not-done';
  /** Marks that stand for a tick, besides √ ✓ ✔ ☑ ● V. */
  readonly extraTicks: readonly string[];
  /** A total formula that is right in range but skips text entries (`88分`): wrong, or right. */
  readonly skippedText: 'wrong' | 'right';
  /** Grade of a form's total where the sheet states no scale; empty: no grade is filled. Highest first. */
  readonly gradeScale: readonly GradeStep[];
  /** Coefficient of a form's total where the sheet states no table; empty: none is filled. Highest first. */
  readonly coefficients: readonly CoefficientStep[];
}

export const defaultReviewPolicy: ReviewPolicy = {
  reading: defaultReadingPolicy,
  tierPoints: {},
  weightedTotal: 'normalised',
  scoreScale: 'auto',
  measuredInPointsCell: 'out-of-range',
  bareNumber: 'exactly',
  unreachablePoints: 'allow',
  weightsSum: 'as-printed',
  missingWeight: 'ask',
  missingShare: 'remainder',
  raterShares: {},
  unstatedShares: 'ask',
  ties: 'competition',
  blankDeduction: 'none',
  blankColumn: 'not-due',
  deductionFloor: 'zero',
  decimalStop: 'reject',
  twoTicks: 'invalid',
  blankTick: 'missing',
  extraTicks: [],
  skippedText: 'wrong',
  gradeScale: [],
  coefficients: [],
};
