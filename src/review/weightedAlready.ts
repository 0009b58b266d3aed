/** Scores of a row that carry its weight already: a weighted column, or a formula that multiplies with the weight. */
import { plainText } from '../form/plainText';
import type { Place } from '../form/types';
import { rowIndicator } from './blocks';
import { covers, readCellFormula } from './cellFormula';
import { cellOf, type ReviewContext } from './context';
import { namesIn, printedFormulas } from './printedFormula';

const weightedHeader = /加权|折算|权重得分|weighted|×\s*权重/iu;
const weightWord = /权重|比重|占比|weight/iu;

/** Whether a label says that the score is weighted. */
export const saysWeighted = (label: string): boolean => weightedHeader.test(plainText(label));

/** Whether the formula in a cell of the row reads the row's weight. */
export function readsWeight(context: ReviewContext, index: number, place: Place): boolean {
  const formula = cellOf(context, place)?.formula ?? null;
  const weight = context.form.indicators[index]?.weightCell ?? null;
  return formula !== null && weight !== null && covers(readCellFormula(formula), weight);
}

/** Whether a note multiplies with the weight what it calls by the name of a column (`得分=实际值/目标值×权重`). */
const toldWeighted = (context: ReviewContext, header: string): boolean =>
  context.form.notes.some(({ text }) =>
    printedFormulas(text).some(
      ({ result, term }) =>
        plainText(result) === plainText(header) && term.kind !== 'sigma' && namesIn(term).some((name) => weightWord.test(name)),
    ),
  );

function headerAt({ form, grid }: ReviewContext, column: number): string {
  const value = form.headerRow === null ? null : grid.rows.get(form.headerRow)?.get(column)?.value;
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

/** Whether what stands in a row under this column is weighted: then such scores are added as they are. */
export function isWeighted(context: ReviewContext, index: number, column: number): boolean {
  const { form } = context;
  const total = form.totals.find((other) => other.column === column && other.role !== 'grade' && rowIndicator(form, other) === index);
  const place = total ?? form.indicators[index]?.entries.find((entry) => entry.role === 'score' && entry.column === column);
  if (!place) return false;
  const named =
    total !== undefined && (column === form.columns.weighted || saysWeighted(total.label)) && saysWeighted(headerAt(context, column));
  return named || readsWeight(context, index, place) || (total !== undefined && toldWeighted(context, headerAt(context, column)));
}
