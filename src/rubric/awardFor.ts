/** The award of a number under plain bands, without reasons or policies: for ranges of cells where only the result is wanted. */
import type Decimal from 'decimal.js';
import { compareIntervals, contains } from './interval';
import type { Reading } from './reading';
import type { Award, BandRule } from './rule';

const sortedBands = new WeakMap<Reading, readonly BandRule[]>();

function bandsFor(reading: Reading): readonly BandRule[] {
  const known = sortedBands.get(reading);
  if (known) return known;
  const bands = reading.rules.filter((rule): rule is BandRule => rule.kind === 'band' && rule.measure === 'value');
  bands.sort((a, b) => compareIntervals(b.interval, a.interval));
  sortedBands.set(reading, bands);
  return bands;
}

/**
 * The award of the highest band that owns the number.
 *
 * @param value in the printed unit of the bands
 * @returns null where no band owns it, or where the reading is not certain: then {@link scoreEntry} has more to say
 */
export function awardFor(reading: Reading, value: Decimal): Award | null {
  if (reading.certainty !== 'certain') return null;
  for (const band of bandsFor(reading)) if (contains(band.interval, value)) return band.award;
  return null;
}
