/** Judging what a person typed as a score: points within the row's marks, a level or letter that stands for points, a measured value. */
import type Decimal from 'decimal.js';
import { scoreEntry, type Reading } from '../rubric';
import type { Band, EntryValue, Outcome } from '../rubric/types';
import { quantityOf } from './target';
import { accepted, refused, remarked } from './judgement';
import { besideBareNumber } from './rowBands';
import type { ReviewPolicy } from './policy';
import { plainText } from '../form/plainText';
import { typedPoints, withDecimalPoint } from './typedNumber';
import type { WordScale } from './wordPoints';

/** A share of more than one and a half times of every bound, and of the whole, is a slip. */
const beyond = '1.5';

/** What is known of the row in which an entry stands. */
export interface EntryRow {
  readonly reading: Reading | null;
  readonly bands: readonly Band[];
  /** Highest and lowest points that may be typed; null: no limit. */
  readonly most: Decimal | null;
  readonly least: Decimal | null;
  readonly target: string | null;
  /** Words that the form gives points for. */
  readonly words: WordScale;
}

const percentPoints = (value: Extract<EntryValue, { kind: 'number' }>): Decimal => value.value.times(100);

/** 92 typed into a percent-formatted cell shows 9200%: far beyond every bound that the criteria name. */
function isWrongScale(value: EntryValue, bands: readonly Band[]): value is Extract<EntryValue, { kind: 'number' }> {
  if (value.kind !== 'number' || !value.percentFormat || value.value.lte(beyond)) return false;
  const bounds = bands
    .flatMap(({ unit, interval }) => (unit === '%' ? [interval.low?.at, interval.high?.at] : []))
    .filter((at) => at !== undefined);
  return bounds.length > 0 && bounds.every((at) => percentPoints(value).gt(at.times(beyond)) && percentPoints(value).gt(150));
}

/** Outcomes under a reading and a policy: forms of one workbook ask the same again and again, and formulas are proved by samples. */
const known = new WeakMap<ReviewPolicy, WeakMap<Reading, Map<string, Outcome>>>();
const mostKnown = 2000;

function knownUnder(policy: ReviewPolicy, reading: Reading): Map<string, Outcome> {
  const readings = known.get(policy) ?? new WeakMap<Reading, Map<string, Outcome>>();
  known.set(policy, readings);
  const outcomes = readings.get(reading) ?? new Map<string, Outcome>();
  readings.set(reading, outcomes);
  return outcomes;
}

function keyOf(value: EntryValue, row: EntryRow): string | null {
  const limits = `${row.most?.toString() ?? ''} ${row.target ?? ''}`;
  if (value.kind === 'number') return `${value.percentFormat ? '%' : 'n'}${value.value.toString()} ${limits}`;
  return value.kind === 'text' ? `t${value.text} ${limits}` : null;
}

/** The outcome of a measured value, level or phrase under the row's criteria. */
export function lookUp(reading: Reading, value: EntryValue, row: EntryRow, policy: ReviewPolicy): Outcome {
  const key = keyOf(value, row);
  const outcomes = knownUnder(policy, reading);
  const found = key === null ? undefined : outcomes.get(key);
  if (found) return found;
  const outcome = freshLookUp(reading, value, row, policy);
  if (outcomes.size >= mostKnown) outcomes.clear();
  if (key !== null) outcomes.set(key, outcome);
  return outcome;
}

function freshLookUp(reading: Reading, value: EntryValue, row: EntryRow, policy: ReviewPolicy): Outcome {
  if (isWrongScale(value, row.bands)) return refused('percent-scale', 'error', { value: `${percentPoints(value).toFixed()}%` });
  const outcome = scoreEntry(reading, value, { fullMarks: row.most, target: quantityOf(row.target), policy: policy.reading });
  const hole = outcome.valid && outcome.normalized ? besideBareNumber(reading, outcome.normalized, policy) : null;
  if (hole)
    return refused('in-gap', 'error', { value: outcome.normalized?.toFixed() ?? '', low: hole.low.toFixed(), high: hole.high.toFixed() });
  return outcome.valid && outcome.tier === null ? { ...outcome, tier: tierNamed(outcome, value, row.bands) } : outcome;
}

/** Letters in front of clauses are tiers here: the one that was typed, or the only one that gives these points. */
function tierNamed(outcome: Outcome, value: EntryValue, bands: readonly Band[]): string | null {
  const typed = value.kind === 'text' ? bands.find(({ tier }) => tier === value.text.trim().toUpperCase()) : undefined;
  const giving = bands.filter(({ tier, points }) => tier !== null && outcome.points !== null && points?.eq(outcome.points));
  return typed?.tier ?? (giving.length === 1 ? (giving[0]?.tier ?? null) : null);
}

const rangeOf = (band: Band): readonly [Decimal, Decimal] | null => band.range ?? (band.points ? [band.points, band.points] : null);

/** Steps between whole numbers (24 and 25) are no holes; a decimal there belongs to the lower band (README, G3). */
function betweenRanges(points: Decimal, bands: readonly Band[]): Outcome {
  const ranges = bands.flatMap((band) => (rangeOf(band) ? [{ band, range: rangeOf(band) as readonly [Decimal, Decimal] }] : []));
  const below = ranges.filter(({ range }) => range[1].lt(points)).sort((a, b) => b.range[1].cmp(a.range[1]))[0];
  const above = ranges.filter(({ range }) => range[0].gt(points)).sort((a, b) => a.range[0].cmp(b.range[0]))[0];
  const details = { value: points.toFixed(), low: below?.range[1].toFixed() ?? '', high: above?.range[0].toFixed() ?? '' };
  if (!below || !above) return refused('out-of-range', 'error', details);
  if (above.range[0].minus(below.range[1]).gt(1)) return refused('in-gap', 'error', details);
  return remarked(accepted({ tier: below.band.tier, points }), 'in-gap', 'info', details);
}

/** The tier that typed points stand for, where the criteria give points or ranges of points to tiers. */
function withTier(points: Decimal, row: EntryRow, policy: ReviewPolicy): Outcome {
  const pointed = row.bands.filter((band) => rangeOf(band) !== null);
  const owner = pointed.find((band) => {
    const [low, high] = rangeOf(band) as readonly [Decimal, Decimal];
    return points.gte(low) && points.lte(high);
  });
  if (owner) return accepted({ tier: owner.tier, points });
  if (pointed.some((band) => band.range !== null)) return betweenRanges(points, pointed);
  const fixed = pointed.length > 1 && pointed.length === row.bands.length;
  if (fixed && policy.unreachablePoints === 'forbid') return refused('unknown-level', 'error', { value: points.toFixed() });
  return accepted({ points });
}

function limits(row: EntryRow): Readonly<Record<string, string>> {
  return { least: row.least?.toFixed() ?? '0', most: row.most?.toFixed() ?? '' };
}

function judgePoints(points: Decimal, value: EntryValue, row: EntryRow, policy: ReviewPolicy): Outcome {
  const low = row.least ? points.lt(row.least) : points.isNegative() && !points.isZero();
  const high = row.most !== null && points.gt(row.most);
  if (!low && !high) return withTier(points, row, policy);
  if (high && policy.measuredInPointsCell === 'look-up' && row.reading)
    return withPoints(lookUp(row.reading, value, row, policy), value, policy);
  return refused('out-of-range', 'error', { value: points.toFixed(), ...limits(row) });
}

const reads = (reading: Reading | null): boolean =>
  reading !== null &&
  reading.certainty !== 'unread' &&
  reading.rules.some(({ kind }) => ['band', 'label', 'level', 'step', 'formula', 'part', 'veto'].includes(kind));
const hasWords = (reading: Reading): boolean => reading.rules.some(({ kind }) => kind === 'label' || kind === 'level');

/** A score cell needs points: a tier without any stands for points only if the user said for which. */
function withPoints(outcome: Outcome, value: EntryValue, policy: ReviewPolicy): Outcome {
  if (!outcome.valid || outcome.points) return outcome;
  const stated = outcome.tier === null ? undefined : policy.tierPoints[outcome.tier];
  if (stated !== undefined && outcome.tier !== null) return accepted({ tier: outcome.tier, points: typedPoints(stated) });
  return refused('not-a-number', 'error', { value: value.kind === 'text' ? value.text : '' });
}

/** A word of the form's own rating scale; another word beside such a scale is a slip. */
function onScale(value: Extract<EntryValue, { kind: 'text' }>, row: EntryRow): Outcome | null {
  const step = row.words.get(plainText(value.text));
  if (!step) return row.words.size > 0 ? refused('unknown-level', 'error', { value: value.text }) : null;
  const { word: tier, points } = step;
  return row.most?.lt(points) ? refused('out-of-range', 'error', { value: points.toFixed(), ...limits(row) }) : accepted({ tier, points });
}

function judgeWords(value: Extract<EntryValue, { kind: 'text' }>, row: EntryRow, policy: ReviewPolicy): Outcome {
  const scaled = row.bands.some((band) => rangeOf(band) !== null) ? null : onScale(value, row);
  if (scaled && (scaled.valid || !row.reading || !reads(row.reading))) return scaled;
  if (!row.reading || !reads(row.reading)) return withPoints(accepted({ tier: value.text }), value, policy);
  const outcome = lookUp(row.reading, value, row, policy);
  const strange =
    !outcome.valid && (outcome.problem?.code === 'unknown-level' || outcome.problem?.code === 'unit-mismatch' || outcome.problem === null);
  if (strange) return refused(hasWords(row.reading) ? 'unknown-level' : 'not-a-number', 'error', { value: value.text });
  return withPoints(outcome, value, policy);
}

/** 0.92 in a percent-formatted cell of a row of 100 points shows 92 %: it is meant as 92 points. */
function judgePercent(value: Extract<EntryValue, { kind: 'number' }>, row: EntryRow, policy: ReviewPolicy): Outcome {
  if (row.reading && row.bands.some(({ unit, points }) => unit === '%' && points !== null))
    return withPoints(lookUp(row.reading, value, row, policy), value, policy);
  // Where the marks themselves are shares (2% of 2%), so are the scores.
  if (row.most?.lte(1)) return judgePoints(value.value, value, row, policy);
  const points = value.value.times(100);
  const outcome = judgePoints(points, value, row, policy);
  return outcome.valid ? remarked(outcome, 'percent-scale', 'warning', { value: `${points.toFixed()}%` }) : outcome;
}

/**
 * Judges a typed score.
 *
 * @returns points where they can be known; `not-a-number`, `unknown-level`, `out-of-range`, `in-gap`, `missing-entry` as problems
 */
export function judgeScore(value: EntryValue, row: EntryRow, policy: ReviewPolicy): Outcome {
  switch (value.kind) {
    case 'blank':
      return refused('missing-entry', 'warning');
    case 'number':
      return value.percentFormat ? judgePercent(value, row, policy) : judgePoints(value.value, value, row, policy);
    case 'text': {
      const points = typedPoints(policy.decimalStop === 'repair' ? withDecimalPoint(value.text) : value.text);
      return points ? judgePoints(points, value, row, policy) : judgeWords(value, row, policy);
    }
    case 'boolean':
      return refused('not-a-number', 'error', { value: value.value ? 'TRUE' : 'FALSE' });
    case 'error':
      return refused('not-a-number', 'error', { value: value.code });
    case 'parts':
      return row.reading ? withPoints(lookUp(row.reading, value, row, policy), value, policy) : refused('not-a-number');
  }
}

/** Whether the criteria can judge a measured value, level or phrase at all. */
export const canJudge = reads;
