/** A RUBRIC_ function called from the pane: the very functions of the cells, in the pane's language, with failures as data. */
import type { LanguageTag } from '../locale/language';
import { speaking } from './answer';
import type { Cells } from './broadcast';
import * as functions from './functions';

/** An argument as Excel hands it over: rows of cells, or null where it is left out. */
export type Argument = Cells | null;

/** What stands in a cell of a result: a value, or Excel's error with its message. */
export type ShownCell = string | number | boolean | { readonly error: string; readonly message: string };

const single = (argument: Argument | undefined): unknown => argument?.[0]?.[0] ?? null;
const all = (argument: Argument | undefined): never => (argument ?? null) as never;

/** Arguments in the shape that functions.json declares: ranges as rows, single ones as cells, repeated ones as one list. */
const calls: Readonly<Record<string, (args: readonly Argument[]) => unknown[][]>> = {
  RUBRIC_TIER: ([value, criteria]) => functions.rubricTier(all(value), all(criteria)),
  RUBRIC_SCORE: ([value, criteria, full, target]) => functions.rubricScore(all(value), all(criteria), all(full), all(target)),
  RUBRIC_CHECK: ([value, criteria]) => functions.rubricCheck(all(value), all(criteria)),
  RUBRIC_EXPLAIN: ([value, criteria, full]) => functions.rubricExplain(all(value), all(criteria), all(full)),
  RUBRIC_GRADE: ([total, scale]) => functions.rubricGrade(all(total), all(scale)),
  RUBRIC_COEFFICIENT: ([total, table, interpolate]) => functions.rubricCoefficient(all(total), all(table), single(interpolate)),
  RUBRIC_WEIGHTED: ([scores, weights, mode]) => functions.rubricWeighted(all(scores), all(weights), single(mode)),
  RUBRIC_BLEND: ([score, share, ...others]) => functions.rubricBlend(all(score), all(share), others as never),
  RUBRIC_MEAN: ([scores, drop]) => functions.rubricMean(all(scores), single(drop)),
  RUBRIC_DEDUCT: ([full, count, each, floor]) => functions.rubricDeduct(all(full), all(count), all(each), all(floor)),
  RUBRIC_BANDS: ([criteria]) => functions.rubricBands(all(criteria)),
  RUBRIC_LINT: ([criteria]) => functions.rubricLint(all(criteria)),
  RUBRIC_CANONICAL: ([criteria, language]) => functions.rubricCanonical(all(criteria), single(language)),
};

const isError = (cell: unknown): cell is CustomFunctions.Error => cell instanceof CustomFunctions.Error;

function shownCell(cell: unknown): ShownCell {
  return isError(cell) ? { error: cell.code, message: cell.message ?? '' } : (cell as Exclude<ShownCell, object>);
}

/**
 * Calls a function as a cell would.
 * @param id a name of the catalogue
 * @returns what would stand in the cells; a call that fails as a whole is one cell with its error
 */
export function calculate(id: string, args: readonly Argument[], language: LanguageTag): readonly (readonly ShownCell[])[] {
  return speaking(language, () => {
    try {
      return (calls[id]?.(args) ?? []).map((row) => row.map(shownCell));
    } catch (error) {
      if (isError(error)) return [[shownCell(error)]];
      throw error;
    }
  });
}
