/** Excel formulas over ticks: counting them, and adding the marks of what is ticked. */
import { areaAddress } from '../../form/address';
import type { Place } from '../../form/types';
import { addressOf, cellOf } from '../context';
import type { Line, Reckoning } from '../reckoning';
import { isCross, isTick } from '../typedNumber';
import type { NativeFormula } from './result';

/** One range over places that stand without a hole in a column; null where they do not. */
function columnRange(places: readonly Place[]): string | null {
  const rows = places.map(({ row }) => row);
  const [top, bottom, column] = [Math.min(...rows), Math.max(...rows), places[0]?.column];
  const whole = places.length > 1 && new Set(rows).size === bottom - top + 1 && places.every((place) => place.column === column);
  return whole && column !== undefined ? areaAddress({ top, bottom, left: column, right: column }) : null;
}

/** The mark in a cell: its text, an empty text for none; null for anything else than marks. */
function markIn(reckoning: Reckoning, place: Place): string | null {
  const value = cellOf(reckoning, place)?.value ?? null;
  if (value === null) return '';
  return typeof value === 'string' && (isTick(value, []) || isCross(value)) ? value : null;
}

/** `=COUNTA(D3:D6)` for the ticks in a level column; null where something else than ticks stands there. */
export function countOfTicks(reckoning: Reckoning, covered: readonly number[], column: number): NativeFormula | null {
  const places = covered.map((index) => ({ row: reckoning.form.indicators[index]?.rows[0] ?? 0, column }));
  const marks = places.map((place) => markIn(reckoning, place));
  const range = columnRange(places);
  return range && marks.every((mark) => mark !== null && !isCross(mark)) ? { formula: `=COUNTA(${range})`, reads: [] } : null;
}

/** `=SUMIF(C3:C5,"√",B3:B5)` for a checklist that is ticked in one way; null for any other. */
export function sumOfTicked(reckoning: Reckoning, covered: readonly number[], line: Line | null): NativeFormula | null {
  const { form } = reckoning;
  if (form.layout !== 'checklist' || line === null) return null;
  const entries = covered.map((index) => form.indicators[index]?.entries.find(({ column }) => column === line) ?? null);
  const full = covered.map((index) => form.indicators[index]?.fullMarksCell ?? null);
  if (
    entries.some((entry) => entry === null) ||
    full.some((place) => place === null || typeof cellOf(reckoning, place)?.value !== 'number')
  )
    return null;
  const marks = (entries as readonly Place[]).map((place) => markIn(reckoning, place));
  const ticks = new Set(marks.filter((mark) => mark !== null && mark !== '' && !isCross(mark)));
  const [ticked, worth] = [columnRange(entries as readonly Place[]), columnRange(full as readonly Place[])];
  const [tick] = ticks;
  if (!ticked || !worth || marks.includes(null) || ticks.size !== 1 || !tick) return null;
  return { formula: `=SUMIF(${ticked},"${tick}",${worth})`, reads: [] };
}

/** `=IF(D3<>"",10,IF(E3<>"",8,…))` for the points of the level that is ticked in a row; null where levels have no points of their own. */
export function pointsOfTick(reckoning: Reckoning, row: number): NativeFormula | null {
  const { levels } = reckoning.form;
  const marks = levels.map(({ column }) => markIn(reckoning, { row, column }));
  if (levels.length === 0 || levels.some(({ points }) => points === null) || marks.some((mark) => mark === null || isCross(mark)))
    return null;
  const steps = levels.map(({ column, points }) => ({ cell: addressOf({ row, column }), points: points?.toFixed() ?? '' }));
  return { formula: `=${steps.reduceRight((rest, { cell, points }) => `IF(${cell}<>"",${points},${rest})`, '""')}`, reads: [] };
}
