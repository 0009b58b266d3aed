/** How the pane names a form: its sheet and its place, which survive a re-check. */
import { areaAddress } from '../../form/address';
import type { Form } from '../../form/types';

/** `考核表!A1:F30`. Unique in a workbook, because two forms of a sheet do not share cells. */
export function formKey(form: Pick<Form, 'sheet' | 'range'>): string {
  return `${form.sheet}!${areaAddress(form.range)}`;
}
