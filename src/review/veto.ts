/** Rows that decide alone (`一票否决`): whether what they name happened, and what becomes of the total then. */
import type { TotalCell } from '../form/types';
import { rowIndicator } from './blocks';
import { addressOf } from './context';
import { constant } from './expression';
import { fractionOf, zero, type Fraction } from './fraction';
import { lineOfPlace, type Reckoning } from './reckoning';
import { blockedResult, type TotalResult } from './totals/result';
import { hasFired } from './vetoEntry';
import type { AssessedEntry } from './types';

/** What a fired veto makes of the form, as its criteria say: a number of points (0 where they name none), or a tier alone. */
export interface VetoAward {
  readonly points: Fraction | null;
  readonly tier: string | null;
}

function awardOf(reckoning: Reckoning, index: number): VetoAward {
  const rules = reckoning.facts[index]?.reading?.rules ?? [];
  const awards = rules.flatMap((rule) => (rule.kind === 'veto' || rule.kind === 'label' ? [rule.award] : []));
  const points = awards.find(({ amount }) => amount?.mode === 'set' && amount.of === 'points')?.amount?.low ?? null;
  const tier = awards.find((award) => award.tier !== null)?.tier ?? null;
  return { points: points ? fractionOf(points) : tier === null ? zero : null, tier };
}

interface VetoEntry {
  readonly index: number;
  readonly assessed: AssessedEntry;
}

/** Entries of veto rows that speak for a total: those in its own column, else all. */
function vetoesFor(reckoning: Reckoning, total: TotalCell): readonly VetoEntry[] {
  const all = reckoning.form.indicators.flatMap((indicator, index) =>
    indicator.kind === 'veto' ? (reckoning.entries[index] ?? []).map((assessed) => ({ index, assessed })) : [],
  );
  const own = all.filter(({ assessed }) => lineOfPlace(reckoning, assessed.entry) === lineOfPlace(reckoning, total));
  return own.length > 0 ? own : all;
}

/** The award of the veto that fired for a total; null where none did. */
export function firedVeto(reckoning: Reckoning, total: TotalCell): VetoAward | null {
  const fired = vetoesFor(reckoning, total).find(({ assessed }) => assessed.valid && hasFired(assessed.value) === true);
  return fired ? awardOf(reckoning, fired.index) : null;
}

/** Totals that a veto decides: the final ones, else those of the raters. */
function isDecided(reckoning: Reckoning, total: TotalCell): boolean {
  const { form } = reckoning;
  const whole = (other: TotalCell): boolean => rowIndicator(form, other) === null;
  const final = form.totals.some((other) => other.role === 'final' && whole(other));
  return whole(total) && (final ? total.role === 'final' : total.role === 'rater-total' || total.role === 'weighted');
}

/** A total as the form's veto rows decide it: the result itself where none fired; waiting where one cannot be understood. */
export function withVeto(reckoning: Reckoning, total: TotalCell, result: TotalResult): TotalResult {
  const vetoes = isDecided(reckoning, total) ? vetoesFor(reckoning, total) : [];
  const unclear = vetoes.filter(({ assessed }) => !assessed.valid).map(({ assessed }) => addressOf(assessed.entry));
  if (unclear.length > 0) return result.kind === 'blocked' ? blockedResult([...unclear, ...result.cells]) : blockedResult(unclear);
  if (vetoes.length > 0 && result.kind === 'after')
    return { kind: 'after', work: (values) => withVeto(reckoning, total, result.work(values)) };
  return vetoes.reduce((decided, veto) => decidedBy(reckoning, veto, decided), result);
}

function decidedBy(reckoning: Reckoning, { index, assessed }: VetoEntry, result: TotalResult): TotalResult {
  const fired = hasFired(assessed.value) === true;
  const { points } = awardOf(reckoning, index);
  if (!points) return result;
  if (result.kind === 'number')
    return {
      ...withoutNative(result),
      expression: { kind: 'unless', place: assessed.entry, value: assessed.value, fired, then: constant(points), of: result.expression },
    };
  return fired ? { kind: 'number', expression: constant(points), places: reckoning.policy.reading.roundingPlaces, percent: false } : result;
}

/** A formula of Excel's own for the sum says nothing of the veto. */
const withoutNative = ({
  kind,
  expression,
  places,
  percent,
}: Extract<TotalResult, { kind: 'number' }>): Extract<TotalResult, { kind: 'number' }> => ({
  kind,
  expression,
  places,
  percent,
});
