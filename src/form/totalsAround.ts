/** Totals that stand around a table: in rows above its header, or beside its columns. */
import { columnLetter } from './address';
import type { EntryColumn } from './columnOption';
import type { Part } from './part';
import type { BodyRow } from './rowKinds';
import { isText, placeOf, type SheetCell } from './sheet';
import { isSummed, raterOf } from './summedEntries';
import { totalLabel } from './totalWords';
import type { Indicator, TotalCell } from './types';

export interface TotalsInput {
  readonly part: Part;
  /** Indicators of this part, with their index in the form. */
  readonly indicators: readonly { readonly index: number; readonly indicator: Indicator }[];
  /** Index of the heading section that the whole part is (`业绩考核`), null where there is none. */
  readonly heading: number | null;
  /** Indicators of the parts above. */
  readonly before: readonly number[];
  /** Those of them that no total above sums up. */
  readonly open: readonly number[];
  /** Rows above the header that may hold totals of this part. */
  readonly above: readonly number[];
}

/** How far above its header and below its last row a total may stand beside a table. */
const REACH = 4;

/** The column of scores that a formula adds up: it names that column over rows of the part. */
function summedColumn(part: Part, formula: string): EntryColumn | undefined {
  const [first, last] = [part.units[0]?.top ?? 0, part.units[part.units.length - 1]?.bottom ?? 0];
  const ranges = [...formula.matchAll(/(?<![A-Za-z!'])\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)/g)];
  const within = ranges.filter(([, a, from, b, to]) => a === b && Number(to) >= first && Number(from) <= last && Number(to) > Number(from));
  return part.columns.entries.find((entry) => isSummed(entry) && within.some((match) => match[1] === columnLetter(entry.column)));
}

/** Totals that stand outside a table's columns (`总分 | =SUM(D3:D9)` beside its title): labelled, and computed from one of its score columns. */
export function totalsBeside(input: TotalsInput): TotalCell[] {
  const { table, units } = input.part;
  const bottom = (units[units.length - 1]?.bottom ?? table.header.bottom) + REACH;
  const rows = table.sheet.rows.filter((row) => row >= table.header.top - REACH && row <= bottom);
  return rows.flatMap((row) =>
    table.sheet.cellsIn(row).flatMap((label): TotalCell[] => {
      const total = isText(label) && (label.column > table.right || row < table.header.top) ? totalLabel(label.plain) : null;
      const value = total ? table.sheet.cell(row, label.area.right + 1) : undefined;
      const entry = value?.formula ? summedColumn(input.part, value.formula) : undefined;
      if (!total || !value || !entry || standsInside(input, value)) return [];
      const indicators = input.indicators.map(({ index }) => index);
      const text = label.text.replace(/[:：]\s*$/, '').trim();
      const { role } = total;
      return [
        {
          ...placeOf(value),
          label: text,
          labelCell: placeOf(label),
          role,
          rater: raterOf(entry),
          indicators,
          printedFormula: null,
          section: null,
        },
      ];
    }),
  );
}

/** Whether a cell stands in the table's own columns, below its header: its rows are read as such. */
const standsInside = ({ part: { table } }: TotalsInput, { row, column }: SheetCell): boolean =>
  row > table.header.bottom && column >= table.left && column <= table.right;

/** Total rows above a header (`TOTAL (out of 100)` over the names of the judges): labelled, and computed or numbered in a score column. */
export function totalsAbove(part: Part, rows: readonly number[]): readonly BodyRow[] {
  const { sheet } = part.table;
  const columns = part.columns.entries.filter(isSummed).map(({ column }) => column);
  return rows.flatMap((row): BodyRow[] => {
    const label = sheet.cellsIn(row).find(isText);
    const total = label && totalLabel(label.plain);
    const values = columns.flatMap((column) => sheet.cell(row, column) ?? []);
    const summed = values.some((cell) => cell !== label && (cell.formula !== null || typeof cell.value === 'number'));
    return label && total && summed && label.column < Math.min(...columns) ? [{ row, kind: 'total', label, total }] : [];
  });
}
