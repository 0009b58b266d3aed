/** The formulas that a plan may write for a total: native ones and RUBRIC_ ones, with references where they can be trusted. */
import { cellOf, samePlace } from './context';
import type { IndicatorFacts } from './indicatorFacts';
import { evaluate } from './expression';
import { equals, fractionOf, hundred, one, over, roundedText, sumOf, zero, type Fraction } from './fraction';
import { functionGrade, nativeGrade } from './gradeFormula';
import { functionShape } from './functionShape';
import { nativeFormula, type FormulaScope } from './nativeFormula';
import type { Reckoning } from './reckoning';
import type { AssessedEntry } from './types';
import { toldValue, type WorkedTotal } from './workOut';

/** Whether a cell will show a total's right value once the blanks are filled: it is right already, or blank and computable. */
export type Trusted = (index: number) => boolean;

/** The number that goes into the cell: a rate told as 96.67 % is 0.9667. */
export const cellDecimals = (worked: WorkedTotal): number =>
  worked.result.kind === 'number' ? worked.result.places + (worked.result.percent ? 2 : 0) : 0;

/** Value of a total as its cell shows it, for formulas that refer to it. */
function shownValue(worked: WorkedTotal): Fraction | null {
  if (worked.expected === null || worked.result.kind !== 'number') return null;
  return worked.result.percent ? over(fractionOf(worked.expected), hundred) : fractionOf(worked.expected);
}

/** Whether the total comes out the same when it is built from the rounded values that stand in other cells. */
function survivesRounding(all: readonly WorkedTotal[], index: number, trusted: Trusted): boolean {
  const worked = all[index];
  if (worked?.result.kind !== 'number') return false;
  const { expression, percent, places } = worked.result;
  const evaluation = evaluate(expression, (other) => evaluateTotal(all, other, trusted));
  return evaluation.kind === 'value' && roundedText(toldValue(evaluation.value, percent), places) === worked.expected;
}

function evaluateTotal(all: readonly WorkedTotal[], index: number, trusted: Trusted): ReturnType<typeof evaluate> {
  const other = all[index];
  const shown = other && trusted(index) ? shownValue(other) : null;
  if (shown) return { kind: 'value', value: shown };
  if (other?.result.kind !== 'number') return { kind: 'unknown', reason: 'no-number' };
  return evaluate(other.result.expression, (deeper) => evaluateTotal(all, deeper, trusted));
}

function scopeFor(reckoning: Reckoning, all: readonly WorkedTotal[], trusted: Trusted, texts = false): FormulaScope {
  return {
    grid: reckoning.grid,
    texts,
    total: (index) => {
      const other = all[index];
      if (!other) return null;
      if (trusted(index)) return { place: other.total };
      return other.result.kind === 'number' ? { expression: other.result.expression } : null;
    },
  };
}

/** The entry from which a grade follows, with its indicator. */
function gradedEntry(reckoning: Reckoning, worked: WorkedTotal): { facts: IndicatorFacts; entry: AssessedEntry } | null {
  const { result } = worked;
  const source = result.kind === 'text' ? result.source : result.kind === 'number' ? (result.measured ?? null) : null;
  if (!source) return null;
  const index = reckoning.entries.findIndex((entries) => entries.some(({ entry }) => samePlace(entry, source)));
  const entry = reckoning.entries[index]?.find((candidate) => samePlace(candidate.entry, source));
  const facts = reckoning.facts[index];
  return entry && facts ? { facts, entry } : null;
}

const wantedOf = ({ result }: WorkedTotal): 'tier' | 'points' => (result.kind === 'text' ? 'tier' : 'points');

/** Referring to other totals is right as long as nothing changes by their rounding; else they are written out. */
function references(all: readonly WorkedTotal[], index: number, trusted: Trusted): Trusted {
  const others: Trusted = (other) => other !== index && trusted(other);
  return survivesRounding(all, index, others) ? others : () => false;
}

/** Excel calculates with numbers alone: `92分` in a total's cell is right to a reader and an error to a formula. */
function isCalculable(reckoning: Reckoning, all: readonly WorkedTotal[], index: number): boolean {
  const worked = all[index];
  const value = worked && cellOf(reckoning, worked.total)?.value;
  return worked?.result.kind !== 'number' || typeof value !== 'string' || value.trim() === '';
}

/** A native formula for a total; null where it has no value or rests on cells that Excel cannot calculate with. */
export function nativeFormulaOf(reckoning: Reckoning, all: readonly WorkedTotal[], index: number, isRight: Trusted): string | null {
  const worked = all[index];
  if (!worked || worked.expected === null || worked.result.kind === 'blocked' || worked.result.kind === 'unknown') return null;
  const trusted: Trusted = (other) => isRight(other) && isCalculable(reckoning, all, other);
  if (worked.result.native) return worked.result.native.reads.every(trusted) ? worked.result.native.formula : null;
  const graded = gradedEntry(reckoning, worked);
  if (graded) return nativeGrade(reckoning, graded.facts, graded.entry, wantedOf(worked));
  if (worked.result.kind !== 'number') return null;
  return nativeFormula(worked.result.expression, cellDecimals(worked), scopeFor(reckoning, all, references(all, index, trusted)));
}

const weighted = /^=ROUND\(SUMPRODUCT\(([A-Z]+\d+:[A-Z]+\d+),([A-Z]+\d+:[A-Z]+\d+)\)(\/100)?,(\d+)\)$/;

/** RUBRIC_WEIGHTED reads whole-number weights as percent only where they total 100. */
const totalsHundred = (reckoning: Reckoning, worked: WorkedTotal): boolean =>
  equals(sumOf(worked.total.indicators.map((index) => reckoning.weights[index]?.share ?? zero)), one);

/**
 * A formula with RUBRIC_ functions, which read `88分` and never take a blank for 0: RUBRIC_TIER for a grade, RUBRIC_WEIGHTED for a table
 * of weights; null where none of them says the same.
 */
export function functionFormulaOf(reckoning: Reckoning, all: readonly WorkedTotal[], index: number, trusted: Trusted): string | null {
  const worked = all[index];
  if (!worked || worked.expected === null) return null;
  const graded = gradedEntry(reckoning, worked);
  if (graded) return functionGrade(reckoning, graded.facts, graded.entry, wantedOf(worked));
  if (worked.result.kind !== 'number') return null;
  const scope = scopeFor(reckoning, all, references(all, index, trusted), true);
  const shaped = functionShape(worked.result.expression, cellDecimals(worked), scope);
  if (shaped) return shaped;
  const found = weighted.exec(nativeFormula(worked.result.expression, cellDecimals(worked), scope) ?? '');
  if (!found || (found[3] !== undefined && !totalsHundred(reckoning, worked))) return null;
  return `=ROUND(RUBRIC_WEIGHTED(${found[2]},${found[1]},"as-is"),${found[4]})`;
}
