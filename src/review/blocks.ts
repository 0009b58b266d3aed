/** How indicators and totals of a form belong together: which total stands in an indicator's own row, and which rows a total sums. */
import type { Form, Indicator, TotalCell } from '../form/types';

/** Rows between two totals, with the indices of what stands there. */
export interface Block {
  readonly indicators: readonly number[];
  /** Totals that close the block: they stand right behind its rows. */
  readonly totals: readonly number[];
}

const inRows = (indicator: Indicator, row: number): boolean => row >= indicator.rows[0] && row <= indicator.rows[1];

/** Whether a form's indicators run across, so that raters or people stand in its rows. */
export const runsAcross = (form: Form): boolean => form.indicators.some((indicator) => indicator.column !== null);

/**
 * The indicator in whose own row a total stands; null for totals of several rows (a merged section score beside its rows is one).
 */
export function rowIndicator(form: Form, total: TotalCell): number | null {
  if (total.role === 'section' || total.role === 'rater-total' || total.role === 'full-marks' || runsAcross(form)) return null;
  const at = form.indicators.findIndex((indicator) => inRows(indicator, total.row));
  return at < 0 ? null : at;
}

const standsBeside = (form: Form, total: TotalCell): boolean => form.indicators.some((indicator) => inRows(indicator, total.row));

/** Rows that hold totals of several indicators, ascending. */
function closingRows(form: Form): readonly number[] {
  const rows = form.totals.filter((total) => total.role !== 'full-marks' && !standsBeside(form, total)).map((total) => total.row);
  return [...new Set(rows)].sort((a, b) => a - b);
}

/**
 * The form cut at its rows of totals. Rows of totals that follow each other close the same block; a block without totals comes last.
 */
export function blocksOf(form: Form): readonly Block[] {
  if (runsAcross(form)) return [{ indicators: form.indicators.map((_, index) => index), totals: form.totals.map((_, index) => index) }];
  const rows = closingRows(form);
  const blockRow = (row: number): number => rows.find((closing) => closing > row) ?? Number.POSITIVE_INFINITY;
  const keys = [...new Set(form.indicators.map((indicator) => blockRow(indicator.rows[1])))].sort((a, b) => a - b);
  return keys.map((key, at) => ({
    indicators: form.indicators.flatMap((indicator, index) => (blockRow(indicator.rows[1]) === key ? [index] : [])),
    totals: form.totals.flatMap((total, index) =>
      !standsBeside(form, total) && total.row >= key && total.row < (keys[at + 1] ?? Number.POSITIVE_INFINITY) ? [index] : [],
    ),
  }));
}
