/** `Overall rating`, `评定结果`: a score or a level, as what stands on the form tells. */
import { cellAt, type Grid } from '../form/grid';
import { printedFormulas } from '../form/notes';
import { plainText, withoutBrackets } from '../form/plainText';
import type { Form, TotalCell } from '../form/types';
import { rowIndicator } from './blocks';

/** Labels that name a level in most forms and the score in some. */
const either = /^(?:(?:overall|final|performance) (?:rating|result|performance rating)|(?:综合|最终|总体|考核)?(?:评定|评价|评级))$/;

const labelOf = ({ label }: TotalCell): string => withoutBrackets(plainText(label)).replace(/:$/, '');

/** Whether a note computes what a label names (`Overall rating = self 25% + manager 75%`). */
const isPrinted = (form: Form, label: string): boolean =>
  form.notes.some(({ text }) => printedFormulas(text).some(({ left }) => left === label));

function isScore(form: Form, grid: Grid, total: TotalCell): boolean {
  const whole = (other: TotalCell): boolean => other !== total && rowIndicator(form, other) === null;
  const label = labelOf(total);
  if (total.role !== 'grade' || rowIndicator(form, total) !== null || !either.test(label)) return false;
  const level = form.totals.some((other) => whole(other) && other.role === 'grade' && !either.test(labelOf(other)));
  const summed = form.totals.some((other) => whole(other) && other.role === 'final');
  const value = cellAt(grid, total.row, total.column)?.value;
  return isPrinted(form, label) || (typeof value === 'number' && !summed) || (level && !summed);
}

/** The form with such totals among its scores, where it prints their formula, shows a number there, or names the level beside another label. */
export function settleRatings(form: Form, grid: Grid): Form {
  const scores = new Set(form.totals.filter((total) => isScore(form, grid, total)));
  if (scores.size === 0) return form;
  return { ...form, totals: form.totals.map((total) => (scores.has(total) ? { ...total, role: 'final' as const, rater: null } : total)) };
}
