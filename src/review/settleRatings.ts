/** `Overall rating`, `评定结果`: a score or a level, as what stands on the form tells. */
import { cellAt, type Grid } from '../form/grid';
import { printedFormulas } from '../form/notes';
import { plainText, withoutBrackets } from '../form/plainText';
import type { Form, TotalCell } from '../form/types';
import { rowIndicator } from './blocks';

/** Labels that name a level in most forms and the score in some. */
const either = /^(?:(?:overall|final|performance) (?:rating|result|performance rating)|(?:综合|最终|总体|考核)?(?:评定|评价|评级))$/;

function labelText(grid: Grid, { label, labelCell }: TotalCell): string {
  const written = labelCell && cellAt(grid, labelCell.row, labelCell.column)?.value;
  return (typeof written === 'string' ? written : label)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[:：]$/u, '');
}

const labelOf = (grid: Grid, total: TotalCell): string => withoutBrackets(plainText(labelText(grid, total)));

/** Whether a note computes what a label names (`Overall rating = self 25% + manager 75%`). */
const isPrinted = (form: Form, label: string): boolean =>
  form.notes.some(({ text }) => printedFormulas(text).some(({ left }) => left === label));

function isScore(form: Form, grid: Grid, total: TotalCell): boolean {
  const whole = (other: TotalCell): boolean => other !== total && rowIndicator(form, other) === null;
  const label = labelOf(grid, total);
  if (total.role !== 'grade' || rowIndicator(form, total) !== null || !either.test(label)) return false;
  const level = form.totals.some((other) => whole(other) && other.role === 'grade' && !either.test(labelOf(grid, other)));
  const summed = form.totals.some((other) => whole(other) && other.role === 'final');
  const value = cellAt(grid, total.row, total.column)?.value;
  return isPrinted(form, label) || (typeof value === 'number' && !summed) || (level && !summed);
}

/** The form with such totals among its scores, where it prints their formula, shows a number there, or names the level beside another label. */
export function settleRatings(form: Form, grid: Grid): Form {
  const scores = form.totals.filter((total) => isScore(form, grid, total));
  const own = new Set(scores.filter((total) => total === standing(grid, scores, total.row)));
  if (own.size === 0) return form;
  const totals = form.totals
    .filter((total) => own.has(total) || !scores.includes(total))
    .map((total) => (own.has(total) ? { ...total, label: labelText(grid, total), role: 'final' as const, rater: null } : total));
  return { ...form, totals };
}

/** Of a score's places under several raters the one where something stands, else the last: it is written once. */
function standing(grid: Grid, scores: readonly TotalCell[], row: number): TotalCell | undefined {
  const places = scores.filter((total) => total.row === row);
  return places.find((place) => cellAt(grid, place.row, place.column) !== undefined) ?? places.at(-1);
}

/**
 * A level of a final score that stands once stands once as well: of its places under several raters the one below the score is meant.
 */
export function settleGrades(form: Form, grid: Grid): Form {
  const finals = form.totals.filter((total) => total.role === 'final' && rowIndicator(form, total) === null);
  const [final, another] = finals;
  if (!final || another) return form;
  const places = (row: number): readonly TotalCell[] =>
    form.totals.filter(
      (total) => total.role === 'grade' && total.row === row && total.period === undefined && rowIndicator(form, total) === null,
    );
  const isSpare = (total: TotalCell): boolean => {
    const row = places(total.row);
    const meant = row.some(({ column }) => column === final.column) && total.row > final.row;
    return row.includes(total) && meant && total.column !== final.column && cellAt(grid, total.row, total.column) === undefined;
  };
  return { ...form, totals: form.totals.filter((total) => !isSpare(total)) };
}
