/**
 * A grade as a formula: nested IFs over the bands, as people write them, or RUBRIC_TIER. The IFs are only offered where they give the
 * same tier as the criteria for every value that matters: at each bound, beside it and between the bounds.
 */
import Decimal from 'decimal.js';
import type { Band, EntryValue } from '../rubric/types';
import { addressOf, cellOf } from './context';
import type { IndicatorFacts } from './indicatorFacts';
import type { Reckoning } from './reckoning';
import { lookUp } from './typedScore';
import { defaultReviewPolicy } from './policy';
import type { AssessedEntry } from './types';

export interface Step {
  readonly sign: '>=' | '>' | '<=' | '<';
  readonly at: Decimal;
  readonly result: string;
}

export interface Chain {
  readonly steps: readonly Step[];
  readonly otherwise: string;
}

/** What a formula is to give: the tier of a value, or its points. */
export type Wanted = 'tier' | 'points';

const resultOf = ({ tier, points }: { readonly tier: string | null; readonly points: Decimal | null }, wanted: Wanted): string | null =>
  wanted === 'tier' ? tier : (points?.toFixed() ?? null);

export const banded = (bands: readonly Band[], wanted: Wanted): readonly Band[] | null =>
  bands.length > 1 && bands.every((band) => resultOf(band, wanted) !== null && (band.interval.low !== null || band.interval.high !== null))
    ? bands
    : null;

/** From the highest down (`>=90`), or from the lowest up (`<5`). */
export function chainOf(bands: readonly Band[], side: 'low' | 'high', wanted: Wanted): Chain | null {
  const bounded = bands.filter(({ interval }) => interval[side] !== null);
  const open = bands.filter(({ interval }) => interval[side] === null);
  if (open.length > 1) return null;
  const way = side === 'low' ? -1 : 1;
  const sorted = [...bounded].sort((a, b) => way * (a.interval[side]?.at.cmp(b.interval[side]?.at ?? 0) ?? 0));
  const last = open[0] ?? sorted.at(-1);
  const steps = sorted
    .filter((band) => band !== last)
    .map((band): Step => ({
      sign: signOf(side, band.interval[side]?.inclusive ?? true),
      at: band.interval[side]?.at ?? new Decimal(0),
      result: resultOf(band, wanted) ?? '',
    }));
  const otherwise = last ? resultOf(last, wanted) : null;
  return otherwise === null ? null : { steps, otherwise };
}

const signOf = (side: 'low' | 'high', inclusive: boolean): Step['sign'] =>
  side === 'low' ? (inclusive ? '>=' : '>') : inclusive ? '<=' : '<';

function holds({ sign, at }: Step, value: Decimal): boolean {
  switch (sign) {
    case '>=':
      return value.gte(at);
    case '>':
      return value.gt(at);
    case '<=':
      return value.lte(at);
    case '<':
      return value.lt(at);
  }
}

export const resultBy = (chain: Chain, value: Decimal): string => chain.steps.find((step) => holds(step, value))?.result ?? chain.otherwise;

/** Each bound, just beside it, and halfway to the next. */
export function samples(bands: readonly Band[]): readonly Decimal[] {
  const bounds = bands.flatMap(({ interval }) => [interval.low?.at, interval.high?.at]).filter((at) => at !== undefined);
  const sorted = [...bounds].sort((a, b) => a.cmp(b));
  const between = sorted.slice(1).map((at, index) => at.plus(sorted[index] ?? at).div(2));
  return [...sorted, ...between, ...sorted.flatMap((at) => [at.minus('0.01'), at.plus('0.01')])].filter((value) => value.gte(0));
}

/** How a sample would stand in a cell like the entry's. */
const asTyped = (value: Decimal, like: Extract<EntryValue, { kind: 'number' }>): EntryValue => ({
  kind: 'number',
  value: like.percentFormat ? value.div(100) : value,
  percentFormat: like.percentFormat,
});

/** Values beyond the outermost bounds are left to the range check; all others must get their tier. */
function agrees(
  chain: Chain,
  bands: readonly Band[],
  like: Extract<EntryValue, { kind: 'number' }>,
  facts: IndicatorFacts,
  reckoning: Reckoning,
  wanted: Wanted,
): boolean {
  const reading = facts.reading;
  if (!reading) return false;
  const row = {
    reading,
    bands: facts.bands,
    most: facts.most,
    least: facts.least,
    target: facts.indicator.target?.text ?? null,
    words: facts.words,
  };
  const highest = Decimal.max(...bands.flatMap(({ interval }) => [interval.high?.at ?? interval.low?.at ?? 0]));
  return samples(bands)
    .filter((value) => value.lte(highest))
    .every((value) => resultOf(lookUp(reading, asTyped(value, like), row, reckoning.policy), wanted) === resultBy(chain, value));
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function written(chain: Chain, cell: string, percent: boolean, wanted: Wanted): string {
  const shown = wanted === 'tier' ? quoted : (text: string): string => text;
  const limit = (at: Decimal): string => (percent ? `${at.toFixed()}%` : at.toFixed());
  return chain.steps.reduceRight(
    (rest, { sign, at, result }) => `IF(${cell}${sign}${limit(at)},${shown(result)},${rest})`,
    shown(chain.otherwise),
  );
}

/** An entry that is taken out again leaves its grade empty: Excel would compare a blank as 0 and give the lowest tier. */
const unlessBlank = (cell: string, formula: string): string => `=IF(${cell}="","",${formula})`;

/** Nested IFs for the tier or the points of a measured number; null where they could say something else than the criteria. */
export function nativeGrade(reckoning: Reckoning, facts: IndicatorFacts, entry: AssessedEntry, wanted: Wanted = 'tier'): string | null {
  const bands = banded(facts.bands, wanted);
  const { value } = entry;
  if (!bands || value.kind !== 'number' || entry.entry.role !== 'actual') return null;
  const percent = bands.every(({ unit }) => unit === '%');
  if (value.percentFormat !== percent && (value.percentFormat || value.value.lte('1.5'))) return null;
  const chains = [chainOf(bands, 'low', wanted), chainOf(bands, 'high', wanted)].filter((chain) => chain !== null);
  const chain = chains.find((candidate) => agrees(candidate, bands, value, facts, reckoning, wanted));
  const cell = addressOf(entry.entry);
  return chain ? unlessBlank(cell, written(chain, cell, value.percentFormat, wanted)) : null;
}

/** Whether the function, which sees neither marks nor target of the row, gives the same. */
function givesAlone(reckoning: Reckoning, facts: IndicatorFacts, entry: AssessedEntry, wanted: Wanted): boolean {
  const row = { reading: facts.reading, bands: facts.bands, most: null, least: null, target: null, words: facts.words };
  const outcome = facts.reading && lookUp(facts.reading, entry.value, row, reckoning.policy);
  return outcome !== null && resultOf(outcome, wanted) === resultOf(entry.outcome, wanted);
}

/**
 * RUBRIC_TIER or RUBRIC_SCORE over the entry and its criteria; null where the policy of the workbook or the row says more than the function
 * is told.
 */
export function functionGrade(reckoning: Reckoning, facts: IndicatorFacts, entry: AssessedEntry, wanted: Wanted = 'tier'): string | null {
  const criteria = facts.indicator.criteria;
  const usual = JSON.stringify(reckoning.policy.reading) === JSON.stringify(defaultReviewPolicy.reading);
  if (!criteria || entry.entry.role !== 'actual' || !usual || typeof cellOf(reckoning, criteria)?.value !== 'string') return null;
  if (wanted === 'points' && !givesAlone(reckoning, facts, entry, wanted)) return null;
  const cell = addressOf(entry.entry);
  return unlessBlank(cell, `${wanted === 'tier' ? 'RUBRIC_TIER' : 'RUBRIC_SCORE'}(${cell},${addressOf(criteria)})`);
}
