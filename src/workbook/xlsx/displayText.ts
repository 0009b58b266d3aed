import { format, isDateFormat } from 'numfmt';
import type { CellValue } from '../../form/grid';

/** Days between the 1900 and the 1904 date systems (ECMA-376 18.17.4.1). */
const days1904 = 1462;

/**
 * What a cell shows. Column widths are not considered: a number is never `####`.
 * @param numberFormat Excel format code; one that cannot be understood shows the value as General does.
 */
export function displayText(value: CellValue, numberFormat: string, date1904 = false): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return numberFormat === 'General' || numberFormat === '@' ? value : formatted(value, numberFormat);
  return formatted(date1904 && isDateFormat(numberFormat) ? value + days1904 : value, numberFormat);
}

function formatted(value: string | number, numberFormat: string): string {
  try {
    return format(numberFormat, value, { locale: 'en-US' });
  } catch {
    return typeof value === 'string' ? value : format('General', value);
  }
}
