/** The kinds of totals, in the order in which they are asked: the first that knows a total answers for it. */
import type { TotalCell } from '../../form/types';
import type { Reckoning } from '../reckoning';
import { withVeto } from '../veto';
import { acrossPeriods } from './periods';
import { printedTotal } from './printed';
import { unknownResult, type TotalKind, type TotalResult } from './result';
import {
  countScore,
  deductionScore,
  indicatorGrade,
  levelScore,
  measuredScore,
  periodMean,
  raterBlend,
  ratio,
  weightedScore,
} from './rowTotals';
import { formCoefficient, formGrade } from './scales';
import { award, rank } from './standing';
import { amountSum, deductionSum, sectionWithoutDimension, tableTotal, tickCount, weightColumnSum } from './sums';

const kinds: readonly TotalKind[] = [
  weightColumnSum,
  rank,
  award,
  indicatorGrade,
  formGrade,
  formCoefficient,
  sectionWithoutDimension,
  tickCount,
  deductionSum,
  amountSum,
  ratio,
  countScore,
  deductionScore,
  levelScore,
  measuredScore,
  printedTotal,
  acrossPeriods,
  periodMean,
  raterBlend,
  weightedScore,
  tableTotal,
];

/** How a total is made. Never throws; what no kind knows is unknown. */
export function resultOf(reckoning: Reckoning, total: TotalCell, index: number): TotalResult {
  for (const kind of kinds) {
    const result = kind(reckoning, total, index);
    if (result) return withVeto(reckoning, total, result);
  }
  return unknownResult('no-rule');
}
