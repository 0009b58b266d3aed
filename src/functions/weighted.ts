/** RUBRIC_WEIGHTED: Σ score × weight, exactly, with weights that are checked. */
import Decimal from 'decimal.js';
import type { Cell, Cells } from './broadcast';
import { sizeOf } from './broadcast';
import { FunctionFailure } from './failure';
import { decimalIn, isBlank, shownPercent } from './number';

/** What to do with weights that do not total 100 %: refuse, rescale them, or take them as printed. */
export type WeightMode = 'strict' | 'normalise' | 'as-is';

const modes: Readonly<Record<string, WeightMode>> = {
  '': 'strict',
  strict: 'strict',
  严格: 'strict',
  嚴格: 'strict',
  '0': 'strict',
  normalise: 'normalise',
  normalize: 'normalise',
  折算: 'normalise',
  归一: 'normalise',
  '1': 'normalise',
  'as-is': 'as-is',
  asis: 'as-is',
  'as is': 'as-is',
  原样: 'as-is',
  原樣: 'as-is',
  '2': 'as-is',
};

interface Weighed {
  readonly score: Decimal;
  readonly weight: Decimal;
}

/** The mode that a person named; `strict` where the argument is left out. */
export function weightModeOf(cell: Cell): WeightMode {
  const mode = modes[isBlank(cell) ? '' : String(cell).trim().toLowerCase()];
  if (!mode) throw new FunctionFailure('value', 'unknown-mode', { shown: String(cell) });
  return mode;
}

function pairs(scores: Cells, weights: Cells): [Cell, Cell][] {
  const flatScores = scores.flat();
  const flatWeights = weights.flat();
  if (flatScores.length !== flatWeights.length) {
    const size = (cells: Cells): string => `${sizeOf(cells).rows}×${sizeOf(cells).columns}`;
    throw new FunctionFailure('value', 'shape', { sizes: `${size(scores)}, ${size(weights)}` });
  }
  return flatScores.map((score, at) => [score, flatWeights[at]]);
}

function weigh([score, weight]: [Cell, Cell], at: number): Weighed[] {
  if (isBlank(score) && isBlank(weight)) return []; // a heading or a spacer row inside the range
  if (isBlank(weight)) throw new FunctionFailure('value', 'blank-weight', { position: String(at + 1) });
  if (isBlank(score)) throw new FunctionFailure('notAvailable', 'blank-score', { position: String(at + 1) });
  return [{ score: decimalIn(score) as Decimal, weight: decimalIn(weight) as Decimal }];
}

/** Weights written as 30, 20 … that total 100 are percent; others stay as they are. */
function asFractions(weighed: readonly Weighed[]): readonly Weighed[] {
  const total = sumOf(weighed);
  return total.eq(100) ? weighed.map(({ score, weight }) => ({ score, weight: weight.div(100) })) : weighed;
}

const sumOf = (weighed: readonly Weighed[]): Decimal => weighed.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0));

/**
 * Σ score × weight.
 * @param scores numbers or texts with a number; an empty one makes the result incomplete (#N/A), never zero
 * @param weights as many, as fractions, percent texts or whole numbers that total 100
 * @throws FunctionFailure `weights-sum` in strict mode, naming the sum
 */
export function weighted(scores: Cells, weights: Cells, mode: WeightMode): Decimal {
  const weighed = asFractions(pairs(scores, weights).flatMap(weigh));
  const total = sumOf(weighed);
  if (weighed.length === 0) throw new FunctionFailure('notAvailable', 'nothing-to-average');
  if (mode === 'strict' && !total.eq(1)) throw new FunctionFailure('value', 'weights-sum', { sum: shownPercent(total) });
  if (mode === 'normalise' && total.lte(0)) throw new FunctionFailure('value', 'weights-sum', { sum: shownPercent(total) });
  const sum = weighed.reduce((so, { score, weight }) => so.plus(score.times(weight)), new Decimal(0));
  return mode === 'normalise' ? sum.div(total) : sum;
}
