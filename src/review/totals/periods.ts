/** Totals over months or quarters (`上半年平均`, `全年合计`): of what each of them comes to. */
import { plainText } from '../../form/plainText';
import type { TotalCell } from '../../form/types';
import { rowIndicator, runsAcross } from '../blocks';
import { textAt } from '../context';
import { sum, type Expression } from '../expression';
import { combined, type Line, type Reckoning } from '../reckoning';
import { coveredBy } from './line';
import { formulaIn } from './ownFormula';
import { numberResult, unknownResult, type TotalKind } from './result';

/** Columns in which months or quarters are scored and that anybody has filled in yet. */
function dueLines({ form, blank }: Reckoning): { readonly all: readonly Line[]; readonly due: readonly Line[] } {
  const entries = form.indicators.flatMap((indicator) => indicator.entries.filter(({ period }) => period !== undefined));
  const all = [...new Set(entries.map(({ column }) => column))];
  return { all, due: all.filter((line) => !blank.has(line)) };
}

const sumsUp: ReadonlySet<TotalCell['role']> = new Set(['final', 'rater-total', 'weighted']);

/** What one month comes to: the last of its totals, else its rows combined. */
function ofPeriod(reckoning: Reckoning, line: Line, covered: readonly number[]): Expression {
  const { form } = reckoning;
  const own = form.totals.flatMap((other, index) =>
    other.column === line && other.period !== undefined && sumsUp.has(other.role) && rowIndicator(form, other) === null ? [index] : [],
  );
  const last = own.at(-1);
  return last === undefined ? combined(reckoning, covered, line) : { kind: 'total', index: last };
}

const mean = /平均|均分|\b(?:average|mean)\b/u;
const added = /合计|总计|累计|共计|总和|之和|\b(?:sum|total)\b/u;

/** Whether the form means the mean or the sum: its label says so, a note that names it, or the formula that stands there; null where none does. */
function wayOf(reckoning: Reckoning, total: TotalCell): 'mean' | 'sum' | null {
  const label = plainText(total.labelCell ? textAt(reckoning, total.labelCell) : total.label);
  const notes = reckoning.form.notes.map(({ text }) => plainText(text)).filter((text) => text.includes(plainText(total.label)));
  const functions = formulaIn(reckoning, total)?.read.functions ?? [];
  if ([label, ...notes].some((text) => mean.test(text)) || functions.includes('AVERAGE')) return 'mean';
  return added.test(label) || functions.includes('SUM') ? 'sum' : null;
}

/** The mean or sum over the months that are due; those to come do not count. */
export const acrossPeriods: TotalKind = (reckoning, total, index) => {
  const { form } = reckoning;
  const { all, due } = dueLines(reckoning);
  const spans = total.period === undefined && all.length > 1 && all.includes(total.column) && rowIndicator(form, total) === null;
  if (!spans || !sumsUp.has(total.role) || runsAcross(form)) return null;
  if (due.length === 0) return unknownResult('not-due');
  const covered = coveredBy(reckoning, total, index);
  const terms = due.map((line) => ofPeriod(reckoning, line, covered));
  const way = wayOf(reckoning, total);
  if (way === null) return unknownResult('no-rule');
  return numberResult(way === 'sum' ? sum(terms) : { kind: 'mean', terms }, reckoning.policy.reading.roundingPlaces);
};
