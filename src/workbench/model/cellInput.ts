/** What Excel makes of something put into a cell: a number, a formula, a date with its format, or text. */
import { numfmt } from '@univerjs/core';
import type { CellInput, CellValue } from './workbookModel';

export const errorValues: ReadonlySet<string> = new Set([
  '#DIV/0!',
  '#NAME?',
  '#VALUE!',
  '#NUM!',
  '#N/A',
  '#REF!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
  '#BUSY!',
  '#CYCLE!',
  '#ERROR!',
]);

export type Entered =
  | { readonly kind: 'blank' }
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'value'; readonly value: CellValue; readonly format?: string }
  | { readonly kind: 'forcedText'; readonly value: string };

const asTyped = (text: string): Entered => {
  const parsed = numfmt.parseValue(text);
  if (!parsed || typeof parsed.v === 'object') return { kind: 'value', value: text };
  return { kind: 'value', value: parsed.v as CellValue, ...(parsed.z && { format: parsed.z }) };
};

/**
 * Reads an input as Excel reads what is typed or set through `values` and `formulas`: numeric texts become numbers (percent and date
 * texts bring their format along), `TRUE` a boolean, `=…` a formula, `'…` text. In a cell formatted as text (`@`) everything stays text.
 */
export const readInput = (input: Exclude<CellInput, null>, format: string): Entered => {
  if (input === '') return { kind: 'blank' };
  if (typeof input !== 'string') return { kind: 'value', value: input };
  if (input.startsWith("'")) return { kind: 'forcedText', value: input.slice(1) };
  if (format === '@') return { kind: 'forcedText', value: input };
  if (input.startsWith('=') && input.length > 1) return { kind: 'formula', formula: input };
  return asTyped(input);
};

/** The text a cell shows for a value under a number format; a format that cannot be read shows the value in General. */
export const showValue = (value: CellValue, format: string): string => {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value === '') return '';
  try {
    return numfmt.format(format, value);
  } catch {
    return numfmt.format('General', value);
  }
};
