import type { Form } from '../../form/types';

const personLabel = /姓名|被考核人|被評人|被评人|员工|員工|\bname\b|employee/i;

/** What a form is called in a list: its title, with the person it is about where the header names one; null where it has neither. */
export function formName(form: Pick<Form, 'title' | 'fields'>): string | null {
  const person = form.fields.find((field) => personLabel.test(field.label) && field.value.trim() !== '')?.value.trim();
  const parts = [form.title?.trim(), person].filter((part) => part !== undefined && part !== '');
  return parts.length > 0 ? parts.join(' · ') : null;
}
