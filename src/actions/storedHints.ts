/** What the rubric that travels with a sheet tells about it: that it is a form, and how its author wants it graded. */
import { findForms, type FormContext } from '../form';
import type { Grid } from '../form/grid';
import type { Form } from '../form/types';
import { fractionOf, exactText, hundred, over } from '../review/fraction';
import type { ReviewPolicy } from '../review/policy';
import type { StoredRubric } from '../template/storedRubric';

/**
 * The forms of a sheet. With a rubric of its own the largest of them is one for certain, however little of it is left; other tables beside
 * it are judged as ever.
 */
export function formsOn(grid: Grid, context: FormContext, rubric: StoredRubric | undefined): readonly Form[] {
  const found = findForms(grid, context);
  if (!rubric || context.corrections?.[grid.sheet]?.notAForm === true) return found;
  const own = { ...context.corrections, [grid.sheet]: { ...context.corrections?.[grid.sheet], isAForm: true } };
  const all = found.length > 0 ? found : findForms(grid, { ...context, corrections: own });
  const largest = all.reduce<Form | null>((most, form) => (most && most.indicators.length >= form.indicators.length ? most : form), null);
  return all.filter((form) => form === largest || found.length > 0).map((form) => (form === largest ? { ...form, confidence: 1 } : form));
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
