import type { CellText, Form } from '../form/types';

/**
 * The form with every doubtful criteria text replaced by the reading that the user chose for it. Spans of its rules then point into the chosen text.
 * @param answers chosen canonical texts by the text as written.
 */
export function withAnswers(form: Form, answers: Readonly<Record<string, string>>): Form {
  const answered = (criteria: CellText | null): CellText | null => {
    const reading = criteria && answers[criteria.text];
    return criteria && reading ? { ...criteria, text: reading } : criteria;
  };
  if (!form.indicators.some(({ criteria }) => criteria && criteria.text in answers)) return form;
  return { ...form, indicators: form.indicators.map((indicator) => ({ ...indicator, criteria: answered(indicator.criteria) })) };
}
