import type { ICellData, IRange, IStyleData } from '@univerjs/core';
import { cellType, horizontal, lineStyle, vertical, wrap } from '../files/univerNames';

/** What stands in a sample's cell: blank (null), text, a number, or a formula in front of which stands `=`. */
export type SampleValue = string | number | null;

const line = { s: lineStyle.thin, cl: { rgb: '#BFBFBF' } };
const box = { t: line, r: line, b: line, l: line };
const text: IStyleData = { ff: 'Microsoft YaHei', fs: 10, vt: vertical.middle, tb: wrap };

/** The looks that the sample's sheets are made of. */
export const looks = {
  title: { ...text, fs: 16, bl: 1, ht: horizontal.center },
  note: { ...text, cl: { rgb: '#595959' } },
  label: { ...text, bl: 1, bg: { rgb: '#F2F2F2' }, ht: horizontal.center, bd: box },
  field: { ...text, bd: box },
  head: { ...text, bl: 1, bg: { rgb: '#DDEBF7' }, ht: horizontal.center, bd: box },
  text: { ...text, bd: box },
  centre: { ...text, ht: horizontal.center, bd: box },
  section: { ...text, bl: 1, bg: { rgb: '#F7FAFD' }, ht: horizontal.center, bd: box },
  percent: { ...text, ht: horizontal.center, bd: box, n: { pattern: '0%' } },
  percent1: { ...text, ht: horizontal.center, bd: box, n: { pattern: '0.0%' } },
  weight: { ...text, bl: 1, bg: { rgb: '#F7FAFD' }, ht: horizontal.center, bd: box, n: { pattern: '0%' } },
  points: { ...text, ht: horizontal.center, bd: box, n: { pattern: '0.00' } },
  sign: text,
} satisfies Record<string, IStyleData>;

export type Look = keyof typeof looks;

// Text that begins with `=` and is meant as text is written with a leading apostrophe, as a person types it.
function content(value: SampleValue): ICellData {
  if (value === null) return {};
  if (typeof value === 'number') return { v: value, t: cellType.number };
  if (value.startsWith("'")) return { v: value.slice(1), t: cellType.forcedText };
  return value.startsWith('=') ? { f: value } : { v: value, t: cellType.text };
}

export interface SampleSheet {
  readonly id: string;
  readonly name: string;
  /** Pixels. */
  readonly widths: readonly number[];
  readonly heights: Readonly<Record<number, number>>;
  readonly cells: Record<number, Record<number, ICellData>>;
  readonly merges: IRange[];
}

/** Puts values side by side from (row, column), all in one look or each in its own. Changes `sheet`. */
export function put(sheet: SampleSheet, row: number, column: number, values: readonly SampleValue[], look: Look | readonly Look[]): void {
  const cells = (sheet.cells[row] ??= {});
  values.forEach((value, at) => {
    cells[column + at] = { ...content(value), s: typeof look === 'string' ? look : look[at] };
  });
}

/** Merges an area, ends included, and gives its blank cells the look of its first, so that borders close. Changes `sheet`. */
export function join(sheet: SampleSheet, startRow: number, startColumn: number, endRow: number, endColumn: number): void {
  sheet.merges.push({ startRow, startColumn, endRow, endColumn });
  const look = sheet.cells[startRow]?.[startColumn]?.s;
  for (let row = startRow; row <= endRow; row++) {
    const cells = (sheet.cells[row] ??= {});
    for (let column = startColumn; column <= endColumn; column++) cells[column] ??= { s: look };
  }
}
