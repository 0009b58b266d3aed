/** Totals in an indicator's own row: grade, score after deductions, score from a count, ratio, mean of months, blend of raters, weighted score. */
import type { Indicator, TotalCell } from '../../form/types';
import { areaAddress } from '../../form/address';
import { plainText } from '../../form/plainText';
import Decimal from 'decimal.js';
import { rowIndicator } from '../blocks';
import { addressOf, cellOf, findingAt } from '../context';
import { pointsOfCount } from '../entries';
import { isPercentFormat } from '../entryValue';
import { blocked, constant, product, sum, unknown, type Expression } from '../expression';
import { fraction, fractionOf, one, over, zero, type Fraction } from '../fraction';
import { amountCell, entryCell, scoreIn, weightExpression, type Reckoning } from '../reckoning';
import { raterShares } from '../shares';
import type { AssessedEntry } from '../types';
import { readsWeight, saysWeighted } from '../weightedAlready';
import { pointsOfTick } from './tickFormulas';
import { blockedResult, numberResult, unknownResult, type NativeFormula, type TotalKind, type TotalResult } from './result';

const places = (reckoning: Reckoning): number => reckoning.policy.reading.roundingPlaces;

/** The row's indicator, if the total stands in one. */
const rowOf = (reckoning: Reckoning, total: TotalCell): number | null => rowIndicator(reckoning.form, total);

const entriesOf = (reckoning: Reckoning, index: number): readonly AssessedEntry[] => reckoning.entries[index] ?? [];

/** 等级: the tier of what was measured, ticked or chosen in the row. */
export const indicatorGrade: TotalKind = (reckoning, total) => {
  const row = rowOf(reckoning, total);
  if (row === null || total.role !== 'grade' || total.column === reckoning.form.columns.rank) return null;
  const entries = entriesOf(reckoning, row);
  const deciding = entries.filter(
    ({ entry }) => entry.role === 'actual' || entry.role === 'tick' || reckoning.form.levels.some(({ column }) => column === entry.column),
  );
  const sources = deciding.length > 0 ? deciding : entries.filter(({ tier, valid }) => tier !== null || !valid).slice(0, 1);
  const invalid = sources.filter(({ valid }) => !valid);
  if (invalid.length > 0) return blockedResult(invalid.slice(0, 1).map(({ entry }) => addressOf(entry)));
  const graded = sources.find(({ tier }) => tier !== null);
  return graded?.tier
    ? { kind: 'text', text: graded.tier, source: graded.entry }
    : unknownResult(entries.length === 0 ? 'not-due' : 'no-tier');
};

/** The marks of a row as a cell, where Excel can use it, else as a constant. */
export function marks(reckoning: Reckoning, indicator: Indicator, full: Fraction): Expression {
  const place = indicator.fullMarksCell;
  const value = place ? cellOf(reckoning, place)?.value : null;
  if (!place || typeof value !== 'number') return constant(full);
  return { kind: 'cell', place, value: full, scale: one, plain: true, is: 'marks' };
}

const floored = (reckoning: Reckoning, of: Expression): Expression =>
  reckoning.policy.deductionFloor === 'zero' ? { kind: 'atLeastZero', of } : of;

/** 得分 = 分值 - 扣分. */
export const deductionScore: TotalKind = (reckoning, total) => {
  const row = rowOf(reckoning, total);
  const entry = row === null ? undefined : entriesOf(reckoning, row).find((candidate) => candidate.entry.role === 'deduction');
  if (row === null || total.column === entry?.entry.column) return null;
  const indicator = reckoning.form.indicators[row] as Indicator;
  const isDeductionRow =
    indicator.entries.some(({ role }) => role === 'deduction') &&
    !indicator.entries.some(({ role, column }) => role === 'score' && column !== total.column);
  if (!entry) return isDeductionRow ? unknownResult('not-due') : null;
  const full = reckoning.tops[row];
  if (!full) return unknownResult('no-top-points');
  return numberResult(
    floored(reckoning, { kind: 'difference', left: marks(reckoning, indicator, full), right: amountCell(entry) }),
    places(reckoning),
  );
};

/** What each incident costs, where the points fall evenly: told by the criteria's own outcomes for none, one and two. */
function costOfEach(reckoning: Reckoning, row: number): Fraction | null {
  const facts = reckoning.facts[row];
  if (!facts) return null;
  const [none, first] = [0, 1].map((count) => pointsOfCount(new Decimal(count), facts, reckoning));
  return none && first && none.gt(first) ? fractionOf(none.minus(first)) : null;
}

/** Full marks less count × each, where that is what the criteria give for this count; else the points as they were judged. */
function countExpression(reckoning: Reckoning, row: number, entry: AssessedEntry): Expression {
  const [full, each] = [reckoning.tops[row] ?? null, costOfEach(reckoning, row)];
  const amount = amountCell(entry);
  if (!entry.score || !full || !each || amount.kind !== 'cell') return entryCell(entry);
  const left = full.numerator * each.denominator * amount.value.denominator * 1n;
  const right = each.numerator * amount.value.numerator * full.denominator;
  const rest = fraction(left - right, full.denominator * each.denominator * amount.value.denominator);
  const value = rest.numerator < 0n ? zero : rest;
  const same = fractionOf(entry.score);
  if (value.numerator !== same.numerator || value.denominator !== same.denominator) return entryCell(entry);
  const indicator = reckoning.form.indicators[row] as Indicator;
  return {
    kind: 'atLeastZero',
    of: { kind: 'difference', left: marks(reckoning, indicator, full), right: product(amount, constant(each)) },
  };
}

/** 得分 = 分值 - 次数 × 每次扣分. */
export const countScore: TotalKind = (reckoning, total) => {
  const row = rowOf(reckoning, total);
  if (row === null || total.role === 'grade') return null;
  const entry = entriesOf(reckoning, row).find((candidate) => candidate.entry.role === 'count');
  if (!entry) return null;
  if (entry.valid && !entry.score) return unknownResult('no-rule');
  return numberResult(entry.valid ? countExpression(reckoning, row, entry) : blocked(addressOf(entry.entry)), places(reckoning));
};

/** Whether a quotient is told in percent: the cell, the name or the definition says so. */
function isRate(reckoning: Reckoning, total: TotalCell, indicator: Indicator): boolean {
  const format = cellOf(reckoning, total)?.numberFormat ?? '';
  const definition = `${indicator.criteria?.text ?? ''}`;
  const named = /率$|比例$|占比$|\brate$|percentage$/iu;
  return (
    isPercentFormat(format) ||
    /[×x*]\s*100\s*%/iu.test(plainText(definition)) ||
    named.test(plainText(indicator.name)) ||
    named.test(plainText(total.label))
  );
}

/** 实际值 = 分子 ÷ 分母. */
export const ratio: TotalKind = (reckoning, total) => {
  const row = rowOf(reckoning, total);
  if (row === null || total.role === 'grade') return null;
  const entries = entriesOf(reckoning, row);
  const [top, bottom] = ['numerator', 'denominator'].map((role) => entries.find(({ entry }) => entry.role === role));
  if (!top || !bottom || total.column === reckoning.form.columns.score) return null;
  const indicator = reckoning.form.indicators[row] as Indicator;
  const denominator = bottom.valid && bottom.outcome.normalized?.isZero() ? blocked(addressOf(bottom.entry)) : amountCell(bottom);
  return numberResult(
    { kind: 'quotient', numerator: amountCell(top), denominator },
    places(reckoning),
    isRate(reckoning, total, indicator),
  );
};

/** The points that the criteria give for what was measured in the row. */
export const measuredScore: TotalKind = (reckoning, total) => {
  const row = rowOf(reckoning, total);
  if (row === null || (total.role !== 'weighted' && total.role !== 'final') || total.column === reckoning.form.columns.weighted)
    return null;
  const entries = entriesOf(reckoning, row);
  const actual = entries.find(({ entry }) => entry.role === 'actual');
  if (!actual || entries.some(({ entry }) => entry.role !== 'actual')) return null;
  if (!actual.valid) return blockedResult([addressOf(actual.entry)]);
  if (!actual.score) return null;
  const points = constant(fractionOf(actual.score));
  if (readsWeight(reckoning, row, total)) return numberResult(product(points, weightExpression(reckoning, row)), places(reckoning));
  return { kind: 'number', expression: points, places: places(reckoning), percent: false, measured: actual.entry };
};

/** The ticked level's points, or the one number under the levels. */
function levelFormula(reckoning: Reckoning, { entry, value }: AssessedEntry): NativeFormula | null {
  const columns = reckoning.form.levels.map(({ column }) => column);
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  if (entry.role === 'tick') return pointsOfTick(reckoning, entry.row);
  if (value.kind !== 'number' || columns.length !== right - left + 1) return null;
  return { formula: `=SUM(${areaAddress({ top: entry.row, bottom: entry.row, left, right })})`, reads: [] };
}

/** The score that was typed under one of the level columns. */
export const levelScore: TotalKind = (reckoning, total) => {
  const row = rowOf(reckoning, total);
  if (row === null || total.role === 'grade') return null;
  const under = entriesOf(reckoning, row).filter(({ entry }) => reckoning.form.levels.some(({ column }) => column === entry.column));
  const first = under[0];
  if (!first) return null;
  const native = first.valid ? levelFormula(reckoning, first) : null;
  return { kind: 'number', expression: entryCell(first), places: places(reckoning), percent: false, ...(native ? { native } : {}) };
};

/** Mean of the months or quarters in the row. */
export const periodMean: TotalKind = (reckoning, total) => {
  const row = rowOf(reckoning, total);
  if (row === null || total.role === 'grade' || total.role === 'bonus') return null;
  const periods = entriesOf(reckoning, row).filter(({ entry }) => entry.period !== undefined);
  if (periods.length < 2) return null;
  const terms = periods.map(entryCell);
  return numberResult(
    /合计|总计|累计|sum|\btotal/iu.test(plainText(total.label)) && !/平均/.test(total.label) ? sum(terms) : { kind: 'mean', terms },
    places(reckoning),
  );
};

const missingShare = (reckoning: Reckoning, total: TotalCell): string => {
  const header = { row: reckoning.form.headerRow ?? total.row, column: total.column };
  reckoning.found.push(
    findingAt(reckoning, 'missing-share', 'error', header, {
      variant: 'raters',
      details: { raters: reckoning.form.scores.flatMap(({ header: text, column }) => (column === total.column ? [] : [text])).join('、') },
    }),
  );
  return addressOf(header);
};

/** Shares for raters without any: equal where the user wants that, else the total waits. */
function sharesFor(reckoning: Reckoning, raters: readonly string[]): ReadonlyMap<string, Fraction> | null {
  const stated = raterShares(reckoning);
  if (raters.every((rater) => stated.has(rater))) return stated;
  return reckoning.policy.unstatedShares === 'equal'
    ? new Map(raters.map((rater) => [rater, over(one, fraction(BigInt(raters.length)))]))
    : null;
}

/** Several raters of one row blended by their shares (综合得分 of 自评, 上级 and 小组). */
export const raterBlend: TotalKind = (reckoning, total) => {
  const row = rowOf(reckoning, total);
  if (row === null || total.role === 'grade' || total.role === 'bonus' || total.column === reckoning.form.columns.rank) return null;
  const scores = entriesOf(reckoning, row).filter(
    ({ entry }) => entry.role === 'score' && entry.column !== total.column && entry.period === undefined,
  );
  const raters = [...new Set(scores.map(({ entry }) => entry.rater))];
  if (raters.length < 2 || raters.length < scores.length) return null;
  const shares = sharesFor(reckoning, raters);
  const invalid = scores.filter(({ valid }) => !valid).map(({ entry }) => addressOf(entry));
  if (!shares) return blockedResult([...invalid, missingShare(reckoning, total)]);
  return numberResult(
    sum(scores.map((score) => product(entryCell(score), constant(shares.get(score.entry.rater) ?? zero, true)))),
    places(reckoning),
  );
};

/** Score × weight of the row; where scores are weighted points already, the score itself. */
export const weightedScore: TotalKind = (reckoning, total): TotalResult | null => {
  const row = rowOf(reckoning, total);
  if (row === null || (total.role !== 'weighted' && total.role !== 'final')) return null;
  const others = entriesOf(reckoning, row).filter(({ entry: cell }) => cell.column !== total.column);
  const entry = others.find(({ entry: cell }) => cell.role === 'score') ?? others.find(({ entry: cell }) => cell.role === 'grade');
  if (!entry) return unknownResult('not-due');
  const named = total.column === reckoning.form.columns.weighted || saysWeighted(total.label) || readsWeight(reckoning, row, total);
  const score = scoreIn(reckoning, row, entry.entry.column);
  const value = named && reckoning.combine[row] !== 'sum' ? product(score, weightExpression(reckoning, row)) : score;
  return numberResult(value.kind === 'total' ? unknown('circular') : value, places(reckoning));
};
