/** Judging what stands under level columns: ticks, and scores written under their level. */
import type Decimal from 'decimal.js';
import type { EntryCell } from '../form/types';
import { contains } from '../rubric/interval';
import type { Band, EntryValue, Outcome } from '../rubric/types';
import { cellOf, type ReviewContext } from './context';
import { entryValue, shownValue } from './entryValue';
import { amountOf, assessed, isBlank, type IndicatorFacts } from './indicatorFacts';
import { accepted, refused } from './judgement';
import { isTick, typedPoints } from './typedNumber';
import type { AssessedEntry } from './types';
import { asWhole } from './wholeScores';

/** Whether an entry stands in a level column. */
export const isLevelCell = (context: ReviewContext, entry: EntryCell): boolean =>
  context.form.levels.some(({ column }) => column === entry.column);

/** In English forms an x marks the box; in Chinese ones it may be a cross. */
const marksOf = (context: ReviewContext): readonly string[] =>
  context.form.language === 'en' ? [...context.policy.extraTicks, 'x', 'X'] : context.policy.extraTicks;

/** A score or tick under one of the level columns: the column says the level, the number must fit its interval. */
function judgeUnderLevel(value: EntryValue, entry: EntryCell, facts: IndicatorFacts, context: ReviewContext): Outcome {
  const at = context.form.levels.findIndex(({ column }) => column === entry.column);
  const band = context.levelBands[at];
  if (!band) return refused('unknown-level', 'error', { value: shownValue(cellOf(context, entry)) });
  const points = amountOf(value, typedPoints);
  if (points) return underBand(points, band, facts);
  if (value.kind === 'boolean' && value.value) return accepted({ tier: band.tier, points: band.points });
  const ticked = value.kind === 'text' && isTick(value.text, marksOf(context));
  return ticked
    ? accepted({ tier: band.tier, points: band.points })
    : refused('unknown-level', 'error', { value: shownValue(cellOf(context, entry)), reason: 'not-a-tick' });
}

/** A bare 1 under a column without interval and points is a tick as good as any. */
function underBand(points: Decimal, band: Band, facts: IndicatorFacts): Outcome {
  if (band.interval.low === null && band.interval.high === null)
    return points.eq(1) || band.points?.eq(points)
      ? accepted({ tier: band.tier, points: band.points ?? null })
      : accepted({ tier: band.tier, points });
  if (contains(band.interval, points) && (facts.most === null || points.lte(facts.most)) && !points.isNegative())
    return accepted({ tier: band.tier, points });
  const details = {
    value: points.toFixed(),
    reason: 'level',
    level: band.tier ?? '',
    least: band.interval.low?.at.toFixed() ?? '0',
    most: band.interval.high?.at.toFixed() ?? '',
  };
  return refused('out-of-range', 'error', details);
}

/** Two marks in one row: nobody can tell which is meant, unless the user decided it. Columns stand from best to worst. */
function settleTwo(context: ReviewContext, marked: readonly AssessedEntry[]): readonly AssessedEntry[] {
  if (marked.length < 2) return marked;
  const valid = marked.filter(({ valid: good }) => good);
  if (context.policy.twoTicks !== 'invalid' && valid.length > 1)
    return context.policy.twoTicks === 'better' ? valid.slice(0, 1) : valid.slice(-1);
  return marked.map((entry) => ({
    ...entry,
    outcome: refused('unknown-level', 'error', { value: entry.shown, reason: 'several' }),
    valid: false,
    tier: null,
    score: null,
    problem: 'unknown-level' as const,
  }));
}

/** The one level that is marked in a row of level columns. */
export function assessLevels(context: ReviewContext, facts: IndicatorFacts, cells: readonly EntryCell[]): readonly AssessedEntry[] {
  const marked = cells.filter((entry) => !isBlank(context, entry));
  const first = cells[0];
  if (marked.length === 0 && first)
    return [assessed(context, first, { kind: 'blank' }, refused('missing-entry', 'warning', { reason: 'no-level' }))];
  return settleTwo(
    context,
    marked.map((entry) => {
      const value = entryValue(cellOf(context, entry));
      return assessed(context, entry, value, asWhole(judgeUnderLevel(value, entry, facts, context), context));
    }),
  );
}
