import {
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IRange,
  type IStyleData,
} from '@univerjs/core';

/** What stands in a sample's cell: blank (null), text, a number, or a formula in front of which stands `=`. */
export type SampleValue = string | number | null;

const line = { s: BorderStyleTypes.THIN, cl: { rgb: '#BFBFBF' } };
const box = { t: line, r: line, b: line, l: line };
const text: IStyleData = { ff: 'Microsoft YaHei', fs: 10, vt: VerticalAlign.MIDDLE, tb: WrapStrategy.WRAP };

/** The looks that the sample's sheets are made of. */
export const looks = {
  title: { ...text, fs: 16, bl: 1, ht: HorizontalAlign.CENTER },
  note: { ...text, cl: { rgb: '#595959' } },
  label: { ...text, bl: 1, bg: { rgb: '#F2F2F2' }, ht: HorizontalAlign.CENTER, bd: box },
  field: { ...text, bd: box },
  head: { ...text, bl: 1, bg: { rgb: '#DDEBF7' }, ht: HorizontalAlign.CENTER, bd: box },
  text: { ...text, bd: box },
  centre: { ...text, ht: HorizontalAlign.CENTER, bd: box },
  section: { ...text, bl: 1, bg: { rgb: '#F7FAFD' }, ht: HorizontalAlign.CENTER, bd: box },
  percent: { ...text, ht: HorizontalAlign.CENTER, bd: box, n: { pattern: '0%' } },
  percent1: { ...text, ht: HorizontalAlign.CENTER, bd: box, n: { pattern: '0.0%' } },
  weight: { ...text, bl: 1, bg: { rgb: '#F7FAFD' }, ht: HorizontalAlign.CENTER, bd: box, n: { pattern: '0%' } },
  points: { ...text, ht: HorizontalAlign.CENTER, bd: box, n: { pattern: '0.00' } },
  sign: text,
} satisfies Record<string, IStyleData>;

export type Look = keyof typeof looks;

// Text that begins with `=` and is meant as text is written with a leading apostrophe, as a person types it.
function content(value: SampleValue): ICellData {
  if (value === null) return {};
  if (typeof value === 'number') return { v: value, t: 2 };
  if (value.startsWith("'")) return { v: value.slice(1), t: 4 };
  return value.startsWith('=') ? { f: value } : { v: value, t: 1 };
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
