/** A grade or coefficient as an Excel formula: nested IFs from the highest step down, with the cells of a scale that stands on the sheet. */
import type Decimal from 'decimal.js';
import type { Interval } from '../../rubric/interval';
import { columnLetter } from '../../form/address';
import type { Place } from '../../form/types';
import { addressOf } from '../context';
import type { NativeFormula } from './result';

export interface FormulaStep {
  readonly interval: Interval;
  /** What the step gives, as it stands in a formula: a cell, a number, a quoted text. */
  readonly result: string;
}

const fixed = ({ row, column }: Place): string => `$${columnLetter(column)}$${row}`;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A step whose result stands in a cell of the sheet: changed there, it changes everywhere. */
export const stepAt = (interval: Interval, place: Place): FormulaStep => ({ interval, result: fixed(place) });
export const stepOf = (interval: Interval, tier: string): FormulaStep => ({ interval, result: quoted(tier) });

/** Steps without a lower bound are the lowest. */
const compareLow = (a: Decimal | null, b: Decimal | null): number => (a && b ? a.cmp(b) : Number(a !== null) - Number(b !== null));

const lowOf = ({ interval }: FormulaStep): Decimal | null => interval.low?.at ?? null;

/**
 * The formula for the total in a cell.
 *
 * @param index the total that it reads
 * @returns null where a step but the last has no lower bound, or one that does not belong to it
 */
export function scaleFormula(steps: readonly FormulaStep[], place: Place, index: number): NativeFormula | null {
  const sorted = [...steps].sort((a, b) => compareLow(lowOf(b), lowOf(a)));
  const last = sorted.at(-1);
  const upper = sorted.slice(0, -1);
  if (!last || upper.length === 0 || upper.some(({ interval }) => !interval.low)) return null;
  const cell = addressOf(place);
  const chain = upper.reduceRight((rest, { interval, result }) => {
    const sign = interval.low?.inclusive ? '>=' : '>';
    return `IF(${cell}${sign}${interval.low?.at.toFixed() ?? '0'},${result},${rest})`;
  }, last.result);
  return { formula: `=IF(${cell}="","",${chain})`, reads: [index] };
}
