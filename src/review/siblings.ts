/** Tables of one sheet that only together are a whole (70 % quantitative above, 30 % qualitative below): judged with each other in view. */
import Decimal from 'decimal.js';
import type { Form, Indicator, TotalCell } from '../form/types';
import type { Finding } from './types';

/** A form with what it borrows from its siblings behind its own. */
export interface Joined {
  readonly form: Form;
  readonly ownIndicators: number;
  readonly ownTotals: number;
}

const weightsOf = (form: Form): Decimal =>
  form.indicators.reduce((sum, { weight, kind }) => (weight && kind === 'normal' ? sum.plus(weight) : sum), new Decimal(0));

const shifted = (indicator: Indicator, sections: number): Indicator => ({
  ...indicator,
  section: indicator.section === null ? null : indicator.section + sections,
});

const shiftedTotal = (total: TotalCell, indicators: number, sections: number): TotalCell => ({
  ...total,
  indicators: total.indicators.map((index) => index + indicators),
  section: total.section === null ? null : total.section + sections,
});

function borrow(form: Form, sibling: Form): Form {
  return {
    ...form,
    sections: [...form.sections, ...sibling.sections],
    indicators: [...form.indicators, ...sibling.indicators.map((indicator) => shifted(indicator, form.sections.length))],
    totals: [...form.totals, ...sibling.totals.map((total) => shiftedTotal(total, form.indicators.length, form.sections.length))],
  };
}

/**
 * The form with its siblings' rows where their weights complete its own to 100 %; the form alone otherwise.
 *
 * @param prepare what is to be done to a sibling before it is joined; not asked for siblings that are not
 */
export function joinSiblings(form: Form, siblings: readonly Form[], prepare: (sibling: Form) => Form): Joined {
  const alone: Joined = { form, ownIndicators: form.indicators.length, ownTotals: form.totals.length };
  const own = weightsOf(form);
  const partners = siblings.filter((sibling) => !weightsOf(sibling).isZero() && weightsOf(sibling).lt(1));
  if (own.isZero() || own.gte(1) || partners.length === 0 || !partners.reduce((sum, sibling) => sum.plus(weightsOf(sibling)), own).eq(1))
    return alone;
  return { ...alone, form: partners.map(prepare).reduce(borrow, form) };
}

/** The findings of a joined form that are about its own cells: those at the siblings' rows are told there. */
export function ownFindings(joined: Joined, own: Form, findings: readonly Finding[]): readonly Finding[] {
  const borrowed = joined.form.indicators.slice(joined.ownIndicators);
  const rowOf = (finding: Finding): number => Number(/\d+$/.exec(finding.cell)?.[0] ?? 0);
  const theirs = (row: number): boolean => borrowed.some(({ rows }) => row >= rows[0] && row <= rows[1]);
  const ours = (row: number): boolean => own.indicators.some(({ rows }) => row >= rows[0] && row <= rows[1]);
  return findings.filter((finding) => finding.sheet !== own.sheet || ours(rowOf(finding)) || !theirs(rowOf(finding)));
}
