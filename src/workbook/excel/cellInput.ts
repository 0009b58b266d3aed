import type { CellValue } from '../../form/grid';

/**
 * Texts that Excel would read as a formula, number, date, time or truth value when they are put into a cell. An apostrophe in front keeps them
 * texts, as it does for a person who types.
 */
const readByExcel = /[\d０-９]|^[=+\-@'#(¥$€£%.,]|^(?:true|false)$/i;

/** Value → what to assign to `Range.values`; null clears the cell. A text never becomes a formula or a date. */
export function cellInput(value: CellValue): string | number | boolean {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  return typeof value === 'string' && readByExcel.test(value) ? `'${value}` : value;
}
