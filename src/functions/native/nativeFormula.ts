/** A RUBRIC_ call → Excel's own functions, where they say the same. */
import { isArgumentFailure, nativeBlend, nativeDeduct, nativeMean, nativeWeighted } from './arithmetic';
import { nativeCoefficient, nativeGrade, nativeScore, nativeTier } from './byCriteria';
import type { FormulaArgument } from './formulaArgument';

const natives: Readonly<Record<string, (args: readonly FormulaArgument[]) => string | null>> = {
  RUBRIC_TIER: nativeTier,
  RUBRIC_GRADE: nativeGrade,
  RUBRIC_SCORE: nativeScore,
  RUBRIC_COEFFICIENT: nativeCoefficient,
  RUBRIC_WEIGHTED: nativeWeighted,
  RUBRIC_BLEND: nativeBlend,
  RUBRIC_MEAN: nativeMean,
  RUBRIC_DEDUCT: nativeDeduct,
};

/**
 * The native formula of a call, without `=`.
 * @param id name in capitals
 * @param args in order; one that is left out between others has an empty text
 * @returns null where Excel has none that says the same: several results, texts with units, criteria that are more than bands
 */
export function nativeFormula(id: string, args: readonly FormulaArgument[]): string | null {
  try {
    return natives[id]?.(args) ?? null;
  } catch (error) {
    if (isArgumentFailure(error)) return null;
    throw error;
  }
}

export type { FormulaArgument } from './formulaArgument';
