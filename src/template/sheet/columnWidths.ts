/** Shares the page's width out among the columns of a table, so that its rows become as low as can be. */
import { pageWidth } from './pageWidth';
import { tableAt } from './writeTable';
import type { TableColumn } from './table';
import { body, textLooks, type TextLook } from './textLooks';
import { lineCount, textWidth } from './textSize';
import { sectionLabel } from './sectionLabel';
import type { Template } from '../types';

/** Characters by which a column grows at a time. */
const step = 3;
/** A column may have to grow by several steps before a line is saved. */
const farthest = 5;

interface Printed {
  /** Texts of the column by row, with their looks; `''` where nothing is printed. */
  readonly texts: readonly { readonly text: string; readonly look: TextLook }[];
  readonly grow: number;
}

/** What each column prints, header first. */
function printedTexts(template: Template, columns: readonly TableColumn[]): readonly Printed[] {
  const table = tableAt(template, columns, 1);
  const rows = [...table.rows, ...table.extras];
  return columns.map((column) => ({
    grow: column.grow,
    texts: [
      { text: column.header, look: textLooks.header },
      ...rows.map((row) => {
        const { written, style } = column.cell(row, table);
        return { text: written.content.kind === 'text' ? written.content.text : '', look: textLooks[style] };
      }),
    ],
  }));
}

const nothing = { text: '', look: body };

type CountLines = (column: number, row: number, width: number) => number;

/** Lines of a cell's text at a width; each is counted once. */
function lineCounter(printed: readonly Printed[]): CountLines {
  const known = new Map<string, number>();
  return (column, row, width) => {
    const { text, look } = printed[column]?.texts[row] ?? nothing;
    if (text === '') return 1;
    const key = `${column}:${row}:${width}`;
    const lines = known.get(key) ?? lineCount(text, width, look);
    known.set(key, lines);
    return lines;
  };
}

/** Lines of all rows together: what the table's height depends on. */
const linesOf = (widths: readonly number[], rows: number, count: CountLines): number =>
  Array.from({ length: rows }, (_, row) => Math.max(...widths.map((width, column) => count(column, row, width)))).reduce(
    (sum, lines) => sum + lines,
    0,
  );

const widened = (widths: readonly number[], column: number, by: number): readonly number[] =>
  widths.map((width, at) => (at === column ? width + by : width));

/** The step that saves most lines for its room; null where none saves any. */
function bestStep(widths: readonly number[], growing: readonly number[], room: number, lines: (widths: readonly number[]) => number) {
  const now = lines(widths);
  const steps = growing.flatMap((column) =>
    Array.from({ length: farthest }, (_, at) => (at + 1) * step)
      .filter((by) => by <= room)
      .map((by) => ({ column, by, saved: (now - lines(widened(widths, column, by))) / by })),
  );
  return steps.reduce<(typeof steps)[number] | null>((best, each) => (each.saved > (best?.saved ?? 0) ? each : best), null);
}

/** Columns that print texts grow while that saves lines. */
function grown(printed: readonly Printed[], least: readonly number[], room: number): readonly number[] {
  const growing = printed.flatMap(({ grow, texts }, at) => (grow > 0 && texts.slice(1).some(({ text }) => text !== '') ? [at] : []));
  const count = lineCounter(printed);
  const rows = printed[0]?.texts.length ?? 0;
  let [widths, left] = [least, room];
  for (;;) {
    const best = bestStep(widths, growing, left, (tried) => linesOf(tried, rows, count));
    if (!best) return widths;
    widths = widened(widths, best.column, best.by);
    left -= best.by;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Texts that stand over the rows of each section. */
const sectionTexts = (template: Template): Printed['texts'] =>
  template.sections.map((_, section) => ({ text: sectionLabel(template, section), look: textLooks.dimension }));

/** Characters beside a word that has a line to itself. */
const besideWord = 1.4;

/** Width in which no word of Latin text is broken. */
const longestWord = (texts: Printed['texts']): number =>
  Math.max(
    0,
    ...texts.flatMap(({ text, look }) => (text.match(/[^\s\u2e80-\uffef]+/g) ?? []).map((word) => textWidth(word, look) + besideWord)),
  );

/** What is left of the page goes to the columns by their parts. */
function shared(columns: readonly TableColumn[], widths: readonly number[], room: number): readonly number[] {
  const parts = sum(columns.map(({ grow }) => grow));
  return widths.map((width, at) => width + (parts > 0 ? (Math.max(0, room) * (columns[at]?.grow ?? 0)) / parts : 0));
}

/** Part of the free room that is given by need; the rest by the columns' own parts, so that there is room to write in. */
const byNeed = 0.65;

/** Widths of a table's columns in characters: what each needs at least, then by what its texts need, all together the page's width. */
export function columnWidths(template: Template, columns: readonly TableColumn[]): readonly number[] {
  const printed = printedTexts(template, columns);
  const least = columns.map(({ key, width }, at) =>
    Math.max(width, longestWord([...(printed[at]?.texts ?? []), ...(key === 'dimension' ? sectionTexts(template) : [])])),
  );
  const free = pageWidth - sum(least);
  const widths = grown(printed, least, Math.max(0, free * byNeed));
  return shared(columns, widths, pageWidth - sum(widths)).map((width) => Math.round(width * 10) / 10);
}
