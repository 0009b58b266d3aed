/** Evidence in the numbers: weights and points that add up, scores that never exceed them, totals. */
import Decimal from 'decimal.js';
import { cellNumber } from './sheet';
import { weightText } from './weights';
import type { Evidence, Indicator } from './types';
import { type Candidate, proof } from './candidate';

const sum = (numbers: readonly Decimal[]): Decimal => numbers.reduce((total, value) => total.plus(value), new Decimal(0));

export function weightSum(indicators: readonly Indicator[]): Evidence[] {
  const weights = indicators.flatMap((indicator) => indicator.weight ?? []);
  if (weights.length < 2) return [];
  const total = sum(weights);
  const whole = [1, 2].some((target) => total.minus(target).abs().lte(0.011));
  const near = total.gt(0.5) && total.lt(1.6);
  return [proof(whole ? 'weights-add-up' : 'weights', whole ? 0.25 : near ? 0.12 : 0.05, { sum: total.toString() })];
}

/** Points add up to a round number, without bonus rows, or are at least the kind of numbers that points are. */
export function pointSum(indicators: readonly Indicator[]): Evidence[] {
  const normal = indicators.filter((indicator) => indicator.kind === 'normal').flatMap((indicator) => indicator.fullMarks ?? []);
  if (normal.length < 2) return [];
  const total = sum(normal);
  const hundred = [10, 20, 50, 100, 120, 150, 200].some((target) => total.eq(target));
  const round = normal.length >= 4 && total.mod(5).isZero() && total.lte(500);
  const plausible = normal.every((mark) => mark.gt(0) && mark.lte(100)) && total.lte(600);
  if (!plausible) return [proof('points', -0.15, { sum: total.toString() })];
  return [proof(hundred ? 'points-add-up' : 'points', hundred ? 0.25 : round ? 0.18 : 0.12, { sum: total.toString() })];
}

/** Scores typed beside points never exceed them. */
export function scoresWithinMarks(candidate: Candidate): Evidence[] {
  const sheet = candidate.parts[0]?.table.sheet;
  const pairs = candidate.indicators.flatMap((indicator) => {
    if (!sheet || !indicator.fullMarks) return [];
    return indicator.entries.flatMap((entry) => {
      const value = entry.role === 'score' ? cellNumber(sheet.cell(entry.row, entry.column)) : null;
      return value ? [value.gte(0) && value.lte(indicator.fullMarks!)] : [];
    });
  });
  if (pairs.length < 3) return [];
  const held = pairs.filter(Boolean).length;
  return held >= pairs.length * 0.9 ? [proof('scores-within-points', 0.2, { count: String(held) })] : [];
}

/** Points written as such in every row (`20分`, `5 pts`). */
export function writtenPoints(candidate: Candidate): Evidence[] {
  const cells = candidate.indicators.flatMap((indicator) =>
    indicator.fullMarksCell
      ? (candidate.parts[0]?.table.sheet.cell(indicator.fullMarksCell.row, indicator.fullMarksCell.column) ?? [])
      : [],
  );
  const written = cells.filter((cell) => weightText(cell)?.kind === 'points').length;
  return written >= 3 && written >= cells.length * 0.7 ? [proof('points-written', 0.12, { count: String(written) })] : [];
}

/** A total of points that is the sum of the points above it. */
export function sumEvidence(candidate: Candidate): Evidence[] {
  const marks = candidate.indicators.flatMap((indicator) => indicator.fullMarks ?? []);
  if (marks.length < 3) return [];
  const whole = sum(marks);
  const held = candidate.totals.some((total) => {
    const sheet = candidate.parts[0]?.table.sheet;
    const value = total.role === 'full-marks' ? weightText(sheet?.cell(total.row, total.column))?.value : null;
    return value?.eq(whole) ?? false;
  });
  return held ? [proof('points-summed', 0.15, { sum: whole.toString() })] : [];
}

export function totalEvidence(candidate: Candidate): Evidence[] {
  const scored = candidate.totals.filter((total) => total.role !== 'full-marks');
  const labelled = scored.filter((total) => total.labelCell !== null);
  if (labelled.length > 0) return [proof('totals', 0.12, { count: String(labelled.length) })];
  return candidate.totals.length > 0 ? [proof('totals', 0.06, { count: String(candidate.totals.length) })] : [];
}
