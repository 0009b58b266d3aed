/** The formulas that a plan may write for a total: native ones and RUBRIC_ ones, with references where they can be trusted. */
import type { TotalCell } from '../form/types';
import { isPercentFormat } from './entryValue';
import { cellOf } from './context';
import { evaluate, type Expression } from './expression';
import { fraction, fractionOf, over, hundred, roundedText } from './fraction';
import { nativeFormula, type FormulaScope } from './nativeFormula';
import type { Reckoning } from './reckoning';
import { toldValue, type WorkedTotal } from './workOut';

/** Whether a cell will show a total's right value once the blanks are filled: it is right already, or blank and computable. */
export type Trusted = (index: number) => boolean;

/** The number that goes into the cell: a rate told as 96.67 % is 0.9667. */
export const cellDecimals = (worked: WorkedTotal): number =>
  worked.result.kind === 'number' ? worked.result.places + (worked.result.percent ? 2 : 0) : 0;

/** Value of a total as its cell shows it, for formulas that refer to it. */
function shownValue(worked: WorkedTotal): ReturnType<typeof fraction> | null {
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

function scopeFor(reckoning: Reckoning, all: readonly WorkedTotal[], trusted: Trusted): FormulaScope {
  return {
    grid: reckoning.grid,
    total: (index) => {
      const other = all[index];
      if (!other) return null;
      if (trusted(index)) return { place: other.total };
      return other.result.kind === 'number' ? { expression: other.result.expression } : null;
    },
  };
}

/** A native formula for a total; null where it has no value, is a text, or rests on cells that Excel cannot calculate with. */
export function nativeFormulaOf(reckoning: Reckoning, all: readonly WorkedTotal[], index: number, trusted: Trusted): string | null {
  const worked = all[index];
  if (!worked || worked.expected === null || worked.result.kind === 'blocked' || worked.result.kind === 'unknown') return null;
  if (worked.result.native !== undefined) return worked.result.native;
  if (worked.result.kind !== 'number') return null;
  const nobody: Trusted = () => false;
  const others: Trusted = (other) => other !== index && trusted(other);
  const use = survivesRounding(all, index, others) ? others : nobody;
  return nativeFormula(worked.result.expression, cellDecimals(worked), scopeFor(reckoning, all, use));
}

const isPlainSum = (expression: Expression): expression is Extract<Expression, { kind: 'sum' }> => expression.kind === 'sum';

/** RUBRIC_BLEND for shares, RUBRIC_WEIGHTED for a table of weights; both read `88分` and never take a blank for 0. */
export function functionFormulaOf(worked: WorkedTotal, native: string | null): string | null {
  if (worked.result.kind !== 'number') return null;
  const found =
    native === null ? null : /^=ROUND\(SUMPRODUCT\(([A-Z]+\d+:[A-Z]+\d+),([A-Z]+\d+:[A-Z]+\d+)\)(?:\/100)?,(\d+)\)$/.exec(native);
  if (found) return `=ROUND(RUBRIC_WEIGHTED(${found[2]},${found[1]},"as-is"),${found[3]})`;
  return isPlainSum(worked.result.expression) ? native : null;
}

/** Whether the number in a cell is a fraction that is shown as percent. */
export const showsPercent = (reckoning: Reckoning, total: TotalCell): boolean =>
  isPercentFormat(cellOf(reckoning, total)?.numberFormat ?? '');
