/** Works all totals of a form out: exact values first, then what depends on them (ranks, awards, grades), rounded once. */
import type { TotalCell } from '../form/types';
import { evaluate, type Evaluation } from './expression';
import { hundred, roundedText, times, type Fraction } from './fraction';
import type { Reckoning } from './reckoning';
import { resultOf } from './totals';
import type { TotalResult, TotalValues } from './totals/result';

export interface WorkedTotal {
  readonly total: TotalCell;
  readonly result: Exclude<TotalResult, { kind: 'after' }>;
  /** Exact value of a number; null for texts and where there is none. */
  readonly value: Fraction | null;
  /** As it will be written: decimal text (percent points for a rate), or a text; null where it cannot be. */
  readonly expected: string | null;
  readonly blockedBy: readonly string[];
  /** Why there is no value and nothing to put right; null otherwise. */
  readonly reason: string | null;
}

type Settled = Exclude<TotalResult, { kind: 'after' }>;

/** A decimal in the unit in which a total is told: percent points for rates. */
export const toldValue = (value: Fraction, percent: boolean): Fraction => (percent ? times(value, hundred) : value);

function worked(total: TotalCell, result: Settled, evaluation: Evaluation | null): WorkedTotal {
  const base = { total, result, value: null, expected: null, blockedBy: [] as readonly string[], reason: null };
  switch (result.kind) {
    case 'text':
      return { ...base, expected: result.text };
    case 'blocked':
      return { ...base, blockedBy: result.cells };
    case 'unknown':
      return { ...base, reason: result.reason };
    case 'number':
      if (evaluation?.kind === 'value')
        return { ...base, value: evaluation.value, expected: roundedText(toldValue(evaluation.value, result.percent), result.places) };
      return evaluation?.kind === 'blocked'
        ? { ...base, blockedBy: evaluation.cells }
        : { ...base, reason: evaluation?.reason ?? 'no-rule' };
  }
}

/** Evaluates expressions that refer to each other, settling those that wait for others; a total that needs itself is unknown. */
function evaluator(results: readonly TotalResult[]): TotalValues & { readonly totalValue: (index: number) => Evaluation } {
  const known = new Map<number, Evaluation>();
  const open = new Set<number>();
  const values: TotalValues = {
    valueOf: (index) => {
      const evaluation = totalValue(index);
      return evaluation.kind === 'value' ? evaluation.value : null;
    },
    blockedBy: (index) => {
      const evaluation = totalValue(index);
      return evaluation.kind === 'blocked' ? evaluation.cells : [];
    },
  };
  function fresh(index: number): Evaluation {
    open.add(index);
    const evaluation = evaluationOf(results[index] && settle(results[index], values));
    open.delete(index);
    return evaluation;
  }
  function evaluationOf(result: Settled | undefined): Evaluation {
    if (result?.kind === 'number') return evaluate(result.expression, totalValue);
    if (result?.kind === 'blocked') return { kind: 'blocked', cells: result.cells };
    return { kind: 'unknown', reason: result?.kind === 'unknown' ? result.reason : 'no-number' };
  }
  function totalValue(index: number): Evaluation {
    if (open.has(index)) return { kind: 'unknown', reason: 'circular' };
    const evaluation = known.get(index) ?? fresh(index);
    if (open.size === 0) known.set(index, evaluation);
    return evaluation;
  }
  return { ...values, totalValue };
}

/**
 * Works out every total of a form.
 *
 * @returns one for each total of the form, in its order
 */
export function workOut(reckoning: Reckoning): readonly WorkedTotal[] {
  const results = reckoning.form.totals.map((total, index) => resultOf(reckoning, total, index));
  const { totalValue, ...values } = evaluator(results);
  return results.map((result, index) => {
    const total = reckoning.form.totals[index] as TotalCell;
    const settled = settle(result, values);
    if (result.kind !== 'after' || settled.kind !== 'number')
      return worked(total, settled, settled.kind === 'number' ? totalValue(index) : null);
    return worked(total, settled, evaluate(settled.expression, totalValue));
  });
}

function settle(result: TotalResult, values: TotalValues): Settled {
  const settled = result.kind === 'after' ? result.work(values) : result;
  return settled.kind === 'after' ? { kind: 'unknown', reason: 'circular' } : settled;
}
