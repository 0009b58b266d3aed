/** What is or will be in a cell, as text. */
import type { CellValue } from '../../form/grid';
import type { CellWrite } from '../../review/types';

/** Value of a cell as a person sees it; blank gives an empty text, an error its own code. */
export function valueText(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : String(value);
}

/** What a write replaces: the formula where there was one, else the value. */
export function beforeText(write: CellWrite): string {
  return write.before.formula ?? valueText(write.before.value);
}

/** What a write puts in: `result` is what the cell will show, `formula` how it gets there. */
export function afterText(write: CellWrite): { readonly result: string; readonly formula: string | null } {
  return write.after.kind === 'formula'
    ? { result: valueText(write.after.value), formula: write.after.formula }
    : { result: valueText(write.after.value), formula: null };
}

/** `Sheet!A1`: the name of a write among the ones that are left out. */
export function writeKey(write: Pick<CellWrite, 'sheet' | 'cell'>): string {
  return `${write.sheet}!${write.cell}`;
}
