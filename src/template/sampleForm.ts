/** A small review form to try the product on: bands, a shared boundary, a deduction, two raters, a missing entry, and totals left to be filled. */
import type { CellWrite } from '../review/types';

/** Its texts are `sample.<column><row>` of src/locale; numbers are the same in every language. */
const textCells = [
  'A1',
  'A2',
  'B2',
  'C2',
  'D2',
  'A3',
  'B3',
  'C3',
  'D3',
  'E3',
  'A4',
  'B4',
  'C4',
  'A5',
  'B5',
  'C5',
  'A6',
  'B6',
  'C6',
  'A7',
  'B7',
  'C7',
  'A8',
];

const numberCells: Readonly<Record<string, number>> = { D4: 92, E4: 88, D5: 85, E5: 79.5, D6: 86, E6: 82, D7: 95 };

/** The writes that put the sample on an empty sheet, from A1 on. `texts`: the texts of the language in which it is written. */
export function sampleForm(texts: Readonly<Record<string, string>>, sheet: string): CellWrite[] {
  const words = textCells.map((cell) => write(sheet, cell, texts[`sample.${cell}`] ?? ''));
  return [...words, ...Object.entries(numberCells).map(([cell, value]) => write(sheet, cell, value))];
}

const write = (sheet: string, cell: string, value: string | number): CellWrite => ({
  sheet,
  cell,
  before: { value: null, formula: null },
  after: { kind: 'value', value },
  reason: { code: 'sample', details: {} },
});
