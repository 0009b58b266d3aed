/** What stands in a cell, as an entry: blank, number, text, truth value or Excel error. Blank is not zero. */
import type { EntryValue } from '../rubric/types';
import type { GridCell } from '../form/grid';
import { decimalOfDouble } from '../rubric/decimal';

/** Whether a number format shows percent: a `%` outside quotes and not escaped. */
export function isPercentFormat(format: string): boolean {
  return format.replace(/"[^"]*"|\\./g, '').includes('%');
}

/** Texts by which people say that nothing was entered on purpose (a dash) are blank too. */
const dashes = /^[-—–－_/／\s ]+$/u;

/**
 * The entry in a cell.
 *
 * @param cell undefined for an empty cell
 * @returns `blank` for nothing, spaces and dashes; numbers as decimals of 15 digits, exactly as Excel shows them
 */
export function entryValue(cell: GridCell | undefined): EntryValue {
  const value = cell?.value ?? null;
  if (value === null || cell === undefined) return { kind: 'blank' };
  if (typeof value === 'number')
    return { kind: 'number', value: decimalOfDouble(value), percentFormat: isPercentFormat(cell.numberFormat) };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'object') return { kind: 'error', code: value.error };
  const text = value.replaceAll('\u00a0', ' ').trim();
  return text === '' || dashes.test(text) ? { kind: 'blank' } : { kind: 'text', text };
}

/** The cell's content as a person sees it; empty text for an empty cell. */
export function shownValue(cell: GridCell | undefined): string {
  if (!cell || cell.value === null) return '';
  return cell.text !== '' ? cell.text : String(typeof cell.value === 'object' ? cell.value.error : cell.value);
}
