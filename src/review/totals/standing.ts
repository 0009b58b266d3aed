/** Rank of each row among its kind, and what a rank earns (前三名分别奖励500元、300元、200元). */
import { rowIndicator } from '../blocks';
import { constant } from '../expression';
import { compare, equals, fraction, fractionOf, type Fraction } from '../fraction';
import { columnLetter } from '../../form/address';
import { plainText } from '../../form/plainText';
import type { TotalCell } from '../../form/types';
import type { Reckoning } from '../reckoning';
import type { ReviewPolicy } from '../policy';
import { addressOf } from '../context';
import { blockedResult, unknownResult, type NativeFormula, type TotalKind, type TotalResult, type TotalValues } from './result';

/** Rank of a value among all, the largest first. Equal values share the better rank; the next is skipped, or not (policy `ties`). */
export function rankOf(value: Fraction, all: readonly Fraction[], ties: ReviewPolicy['ties']): number {
  const better = all.filter((other) => compare(other, value) > 0);
  if (ties === 'competition') return better.length + 1;
  return better.filter((other, at) => better.findIndex((same) => equals(same, other)) === at).length + 1;
}

/** The result totals that are ranked: one for each row, from the column of final or weighted row totals nearest to the left. */
function rankedTotals(reckoning: Reckoning, total: TotalCell): readonly { row: number; index: number }[] {
  const { form } = reckoning;
  const results = form.totals.flatMap((other, index) => {
    const row = rowIndicator(form, other);
    return row !== null && other.role !== 'grade' && other.role !== 'bonus' && other.column < total.column
      ? [{ row, index, column: other.column }]
      : [];
  });
  const column = Math.max(...results.map((result) => result.column));
  return results.filter((result) => result.column === column);
}

type Standing = { readonly rank: number } | { readonly blockedBy: readonly string[] } | null;

function standing(reckoning: Reckoning, total: TotalCell, values: TotalValues): Standing {
  const ranked = rankedTotals(reckoning, total);
  const row = rowIndicator(reckoning.form, total);
  const own = ranked.find((result) => result.row === row);
  if (!own) return null;
  const waiting = ranked.flatMap(({ index }) => values.blockedBy(index));
  if (waiting.length > 0) return { blockedBy: waiting };
  const all = ranked.map(({ index }) => values.valueOf(index));
  const value = values.valueOf(own.index);
  if (value === null || all.some((other) => other === null)) return null;
  return { rank: rankOf(value, all as readonly Fraction[], reckoning.policy.ties) };
}

/** The rank as a number; in Excel RANK over the column, where equal ranks skip the next. */
function ranked(reckoning: Reckoning, total: TotalCell, place: number): TotalResult {
  const results = rankedTotals(reckoning, total);
  const cells = results.map(({ index }) => reckoning.form.totals[index] as TotalCell);
  const rows = cells.map(({ row }) => row);
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  const result = { kind: 'number', expression: constant(fraction(BigInt(place))), places: 0, percent: false } as const;
  if (rows.length !== last - first + 1 || reckoning.policy.ties !== 'competition') return result;
  const column = columnLetter(cells[0]?.column ?? 1);
  const formula = `=RANK(${column}${total.row},$${column}$${first}:$${column}$${last})`;
  return { ...result, native: { formula, reads: results.map(({ index }) => index) } };
}

const isRank = (reckoning: Reckoning, total: TotalCell): boolean =>
  total.column === reckoning.form.columns.rank || /名次|排名|\brank/iu.test(plainText(total.label));

/** 名次. */
export const rank: TotalKind = (reckoning, total) => {
  if (rowIndicator(reckoning.form, total) === null || !isRank(reckoning, total)) return null;
  return {
    kind: 'after',
    work: (values) => {
      const result = standing(reckoning, total, values);
      if (!result) return unknownResult('not-due');
      return 'rank' in result ? ranked(reckoning, total, result.rank) : blockedResult(result.blockedBy);
    },
  };
};

const digits: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };
const countOf = (text: string): number => digits[text] ?? Number(text);

/**
 * Awards by rank, as notes tell them: `前三名，分别奖励500元、300元、200元`, `第一名奖励500元`, `第1名500元，第2名300元`,
 * `awards for the first 3 ranks: 500, 300, 200`.
 *
 * @returns the award of rank 1, 2, …; empty where no note tells any
 */
export function awardsIn(texts: readonly string[]): readonly string[] {
  for (const text of texts.map(plainText)) {
    const together =
      /前([一二两三四五六七八九十\d]{1,2})名[^。;；]{0,12}?(?:分别|依次|各)?(?:给予)?(?:奖励|奖金|奖)[^\d。;；]{0,6}((?:\d+(?:\.\d+)?元?[、,，/和及]*)+)/u.exec(
        text,
      );
    const amounts = together?.[2]?.match(/\d+(?:\.\d+)?/gu) ?? [];
    if (together && amounts.length === countOf(together[1] ?? '')) return amounts;
    if (together && amounts.length === 1) return Array.from({ length: countOf(together[1] ?? '') }, () => amounts[0] as string);
    const listed = /first (\d{1,2}) (?:ranks|places)\D{0,12}((?:\d+(?:\.\d+)?(?:, ?| and )?)+)/iu.exec(text);
    const told = listed?.[2]?.match(/\d+(?:\.\d+)?/gu) ?? [];
    if (listed && told.length === Number(listed[1])) return told;
    const single = [...text.matchAll(/第([一二三四五六七八九十\d]{1,2})名[^第\d。;；]{0,10}(\d+(?:\.\d+)?)\s*元?/gu)];
    const ordered = single.map((match) => ({ rank: countOf(match[1] ?? ''), amount: match[2] ?? '0' })).sort((a, b) => a.rank - b.rank);
    if (ordered.length > 0 && ordered.every(({ rank: place }, at) => place === at + 1)) return ordered.map(({ amount }) => amount);
  }
  return [];
}

/** The award by the rank that stands in the same row; null where none does. */
function awardFormula(reckoning: Reckoning, total: TotalCell, amounts: readonly string[]): NativeFormula | null {
  const at = reckoning.form.totals.findIndex((other) => other.row === total.row && other.role === 'grade' && isRank(reckoning, other));
  const place = reckoning.form.totals[at];
  if (!place) return null;
  const chain = amounts.reduceRight((rest, amount, index) => `IF(${addressOf(place)}=${index + 1},${amount},${rest})`, '0');
  return { formula: `=${chain}`, reads: [at] };
}

/** 奖励 by rank; equal ranks are all rewarded, ranks without an award get 0. */
export const award: TotalKind = (reckoning, total) => {
  if (rowIndicator(reckoning.form, total) === null || total.role !== 'bonus') return null;
  const amounts = awardsIn(reckoning.form.notes.map(({ text }) => text));
  if (amounts.length === 0) return unknownResult('no-awards');
  return {
    kind: 'after',
    work: (values) => {
      const result = standing(reckoning, total, values);
      if (!result) return unknownResult('not-due');
      if (!('rank' in result)) return blockedResult(result.blockedBy);
      const native = awardFormula(reckoning, total, amounts);
      const expression = constant(fractionOf(amounts[result.rank - 1] ?? '0'));
      return { kind: 'number', expression, places: 0, percent: false, ...(native ? { native } : {}) };
    },
  };
};
