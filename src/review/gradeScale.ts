/** Grades and coefficients by the workbook's own policy. */
import { compare, fractionOf, type Fraction } from './fraction';
import type { CoefficientStep, GradeStep } from './policy';

/** The step with the highest `from` that the value reaches; the order of the steps does not matter. */
function stepOf<Step extends { readonly from: string }>(value: Fraction, steps: readonly Step[]): Step | null {
  const reached = steps.filter(({ from }) => compare(value, fractionOf(from)) >= 0);
  return reached.reduce<Step | null>(
    (best, step) => (best && compare(fractionOf(best.from), fractionOf(step.from)) >= 0 ? best : step),
    null,
  );
}

/** Grade of a total; null below all steps or without any. */
export const gradeOf = (value: Fraction, steps: readonly GradeStep[]): string | null => stepOf(value, steps)?.tier ?? null;

/** Coefficient of a total as decimal text; null below all steps or without any. */
export const coefficientOf = (value: Fraction, steps: readonly CoefficientStep[]): string | null =>
  stepOf(value, steps)?.coefficient ?? null;
