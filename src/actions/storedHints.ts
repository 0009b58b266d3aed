/** What the rubric that travels with a sheet tells about it: that it is a form, and how its author wants it graded. */
import type { Corrections } from '../form';
import { fractionOf, exactText, hundred, over } from '../review/fraction';
import type { ReviewPolicy } from '../review/policy';
import type { StoredRubric } from '../template/storedRubric';

type Rubrics = Readonly<Record<string, StoredRubric>>;

/** Sheets with a rubric of their own are forms; what the user said about them stands above that. */
export function correctionsWithRubrics(corrections: Corrections, rubrics: Rubrics = {}): Corrections {
  const known = Object.keys(rubrics).map((sheet) => [sheet, { isAForm: true, ...corrections[sheet] }] as const);
  return { ...corrections, ...Object.fromEntries(known) };
}

/** The policy for one sheet: scale, coefficients, shares and rounding as its rubric says; everything else as the workbook has it. */
export function policyWithRubric(policy: ReviewPolicy, rubric: StoredRubric | undefined): ReviewPolicy {
  if (!rubric) return policy;
  const { gradeScale, coefficients, raters, rounding } = rubric.template;
  const shares = raters.length > 1 ? raters.map(({ role, share }) => [role, exactText(over(fractionOf(share), hundred))] as const) : [];
  return {
    ...policy,
    reading: { ...policy.reading, roundingPlaces: rounding },
    gradeScale: gradeScale.length > 0 ? gradeScale : policy.gradeScale,
    coefficients: coefficients.length > 0 ? coefficients : policy.coefficients,
    raterShares: shares.length > 0 ? Object.fromEntries(shares) : policy.raterShares,
  };
}
