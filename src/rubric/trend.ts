/** Which way a list of bands goes: whether more is worth more. */
import { compareIntervals } from './interval';
import type { BandRule } from './rule';
import { compareAwards } from './tierOrder';

/** From the lowest band to the highest: 1 where the next is worth more, -1 where less, 0 where the same. */
export function turnsOf(bands: readonly BandRule[]): readonly number[] {
  const sorted = [...bands].sort((a, b) => compareIntervals(a.interval, b.interval));
  return sorted.slice(1).map((band, at) => Math.sign(compareAwards((sorted[at] as BandRule).award, band.award)));
}

/** 1 where a higher number is worth more all through, -1 where less, 0 where neither is so. */
export function trendOf(bands: readonly BandRule[]): -1 | 0 | 1 {
  const orders = new Set(turnsOf(bands));
  return orders.size === 1 && !orders.has(0) ? (orders.has(1) ? 1 : -1) : 0;
}
