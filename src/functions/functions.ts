/**
 * The RUBRIC_ functions as Excel sees them. Their names, parameters and texts become functions.json; what they do is in
 * the files beside this one. Synchronous and pure: nothing of the workbook is read but the arguments.
 *
 * Value parameters are `any[][]`: Excel then hands over single cells and ranges alike, and results spill.
 */
import type { Cells } from './broadcast';
import { cellsOf } from './broadcast';
import { bandRows, lintRows } from './bandRows';
import { blend } from './blend';
import { canonicalOf } from './canonical';
import { coefficient } from './coefficient';
import { criteriaOf } from './criteriaArgument';
import { deduct } from './deduct';
import { answer, answerEach, asResult } from './answer';
import { dropCountOf, mean } from './mean';
import { checkOf, explain, gradeOf, scoreOf, tierOf } from './outcome';
import { weighted, weightModeOf } from './weighted';
import { doubleOf } from './number';

const one = (argument: unknown): unknown => cellsOf(argument)?.[0]?.[0] ?? null;
const required = (argument: unknown): Cells => cellsOf(argument) ?? [[null]];

/**
 * The tier that scoring criteria give to a value: =RUBRIC_TIER(92,"90-100分为优秀,80-89分为良好").
 * @customfunction RUBRIC_TIER
 * @helpurl https://localhost:3000/help/functions.html#RUBRIC_TIER
 * @param value What was achieved: a number, a percent cell, a text with its unit, or a range of them.
 * @param criteria The scoring criteria as text (one, or one for each value), or a table of tiers with their limits.
 * @returns The tier of each value.
 */
export function rubricTier(value: unknown[][], criteria: unknown[][]): unknown[][] {
  return answerEach([required(value), ...criteriaOf(criteria, 'tier')], tierOf);
}

/**
 * The points that scoring criteria give to a value, out of the full marks where the criteria need them.
 * @customfunction RUBRIC_SCORE
 * @helpurl https://localhost:3000/help/functions.html#RUBRIC_SCORE
 * @param value What was achieved: a number, a percent cell, a text with its unit, or a range of them.
 * @param criteria The scoring criteria as text (one, or one for each value), or a table of limits with their points.
 * @param [fullMarks] The most points the row can get; deductions start from it.
 * @param [target] The target, where the criteria refer to one without naming it.
 * @returns The points of each value.
 */
export function rubricScore(value: unknown[][], criteria: unknown[][], fullMarks?: unknown[][], target?: unknown[][]): unknown[][] {
  return answerEach([required(value), ...criteriaOf(criteria, 'result'), required(fullMarks), required(target)], scoreOf);
}

/**
 * OK where a value fits the scoring criteria, else what is wrong with it.
 * @customfunction RUBRIC_CHECK
 * @helpurl https://localhost:3000/help/functions.html#RUBRIC_CHECK
 * @param value The entry to check, or a range of entries.
 * @param criteria The scoring criteria as text (one, or one for each value), or a table of tiers with their limits.
 * @returns OK, or what is wrong.
 */
export function rubricCheck(value: unknown[][], criteria: unknown[][]): unknown[][] {
  return answerEach([required(value), ...criteriaOf(criteria, 'tier')], checkOf);
}

/**
 * Why a value gets its tier or points: the words of the criteria, the rule, the value as understood, the result.
 * @customfunction RUBRIC_EXPLAIN
 * @helpurl https://localhost:3000/help/functions.html#RUBRIC_EXPLAIN
 * @param value The entry to explain, or a range of entries.
 * @param criteria The scoring criteria as text (one, or one for each value), or a table of tiers with their limits.
 * @param [fullMarks] The most points the row can get.
 * @returns The explanation of each value.
 */
export function rubricExplain(value: unknown[][], criteria: unknown[][], fullMarks?: unknown[][]): unknown[][] {
  return answerEach([required(value), ...criteriaOf(criteria, fullMarks ? 'result' : 'tier'), required(fullMarks)], explain);
}

/**
 * The grade of a total: by the scale given, else 90 优秀, 80 良好, 60 合格, below 不合格.
 * @customfunction RUBRIC_GRADE
 * @helpurl https://localhost:3000/help/functions.html#RUBRIC_GRADE
 * @param total The total, or a range of totals.
 * @param [scale] The scale as text ("90分以上为A,80-89分为B") or as a table of grades with their limits.
 * @returns The grade of each total.
 */
export function rubricGrade(total: unknown[][], scale?: unknown[][]): unknown[][] {
  return answerEach([required(total), ...criteriaOf(scale, 'tier')], gradeOf);
}

/**
 * The coefficient that belongs to a total or a grade, from a table of limits or grades with their coefficients.
 * @customfunction RUBRIC_COEFFICIENT
 * @helpurl https://localhost:3000/help/functions.html#RUBRIC_COEFFICIENT
 * @param total The total or grade, or a range of them.
 * @param table Limits (from, or from and to, or a text such as 90分以上) or grades, and the coefficient in the last column.
 * @param [interpolate] TRUE to go evenly from one limit's coefficient to the next; FALSE or nothing for steps.
 * @returns The coefficient of each total.
 */
export function rubricCoefficient(total: unknown[][], table: unknown[][], interpolate?: unknown): unknown[][] {
  return answerEach([required(total)], (cell) => doubleOf(coefficient(cell, required(table), interpolate === true || interpolate === 1)));
}

/**
 * Sum of scores times weights, exact. Weights must total 100% unless the mode says otherwise; an empty score gives #N/A, not zero.
 * @customfunction RUBRIC_WEIGHTED
 * @helpurl https://localhost:3000/help/functions.html#RUBRIC_WEIGHTED
 * @param scores The scores.
 * @param weights As many weights: fractions, percents, or numbers that total 100.
 * @param [mode] "strict" (or nothing): weights must total 100%; "normalise": rescale them; "as-is": take them as printed.
 * @returns The weighted total.
 */
export function rubricWeighted(scores: unknown[][], weights: unknown[][], mode?: unknown): unknown[][] {
  return answer(() => doubleOf(weighted(required(scores), required(weights), weightModeOf(mode))));
}

/**
 * One score from several raters by their shares: =RUBRIC_BLEND(F30,30%,G30,70%). A missing rating gives #N/A, it does not count as 0.
 * @customfunction RUBRIC_BLEND
 * @helpurl https://localhost:3000/help/functions.html#RUBRIC_BLEND
 * @param score1 The first rater's score, or a range of scores.
 * @param share1 The first rater's share, such as 30%.
 * @param [others] Score and share of each further rater, in turn.
 * @returns The blended score.
 */
export function rubricBlend(score1: unknown[][], share1: unknown[][], others?: unknown[][][]): unknown[][] {
  return answerEach([score1, share1, ...(others ?? [])].map(required), (...cells) => doubleOf(blend(cells)));
}

/**
 * Mean of the ratings that are there; on request without the highest and the lowest. Empty cells do not count as 0.
 * @customfunction RUBRIC_MEAN
 * @helpurl https://localhost:3000/help/functions.html#RUBRIC_MEAN
 * @param scores The ratings.
 * @param [dropExtremes] TRUE to leave out one highest and one lowest, or how many of each.
 * @returns The mean.
 */
export function rubricMean(scores: unknown[][], dropExtremes?: unknown): unknown[][] {
  return answer(() => doubleOf(mean(required(scores), dropCountOf(dropExtremes))));
}

/**
 * Full marks less so many points an incident, never below the floor.
 * @customfunction RUBRIC_DEDUCT
 * @helpurl https://localhost:3000/help/functions.html#RUBRIC_DEDUCT
 * @param fullMarks The points to start from.
 * @param count How often it happened; an empty cell is no incident.
 * @param each Points an incident takes away.
 * @param [floor] The lowest result; 0 where left out.
 * @returns What is left.
 */
export function rubricDeduct(fullMarks: unknown[][], count: unknown[][], each: unknown[][], floor?: unknown[][]): unknown[][] {
  return answerEach([fullMarks, count, each, floor].map(required), (...cells) => doubleOf(deduct(cells[0], cells[1], cells[2], cells[3])));
}

/**
 * The bands that scoring criteria are read as: tier, from, to, points and the interval, a row each.
 * @customfunction RUBRIC_BANDS
 * @helpurl https://localhost:3000/help/functions.html#RUBRIC_BANDS
 * @param criteria The scoring criteria as text, or a table of tiers with their limits.
 * @returns The bands; spills.
 */
export function rubricBands(criteria: unknown[][]): unknown[][] {
  return asResult(() => bandRows(criteriaOf(criteria, 'both')[0]));
}

/**
 * What is open or faulty in scoring criteria: gaps, shared limits, contradictions, missing words, a row each; OK where nothing is.
 * @customfunction RUBRIC_LINT
 * @helpurl https://localhost:3000/help/functions.html#RUBRIC_LINT
 * @param criteria The scoring criteria as text, or a table of tiers with their limits.
 * @returns Code, explanation and a text that would state the decision; spills.
 */
export function rubricLint(criteria: unknown[][]): unknown[][] {
  return asResult(() => lintRows(criteriaOf(criteria, 'both')[0]));
}

/**
 * Scoring criteria rewritten so that nothing is open: every limit says which side it belongs to.
 * @customfunction RUBRIC_CANONICAL
 * @helpurl https://localhost:3000/help/functions.html#RUBRIC_CANONICAL
 * @param criteria The scoring criteria as text (one or several), or a table of tiers with their limits.
 * @param [language] "zh" or "en"; the language of the criteria where left out.
 * @returns The canonical text.
 */
export function rubricCanonical(criteria: unknown[][], language?: unknown): unknown[][] {
  return answerEach(criteriaOf(criteria, 'both'), (cell) => canonicalOf(cell, one(language)));
}
