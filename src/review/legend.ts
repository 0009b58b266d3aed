/** The scale on which a form is scored, where the form says it: `百分制`, `10分制`, `0-100分`, or a row 1 2 3 … 10 with words under it. */
import Decimal from 'decimal.js';
import { plainText } from '../form/plainText';
import type { Area } from '../form/grid';
import type { Place } from '../form/types';
import { cellOf, type ReviewContext } from './context';
import { decimalOfDouble } from '../rubric/decimal';
import { fraction, fractionOf, type Fraction } from './fraction';
import { wordScaleOf } from './wordPoints';

export interface Legend {
  readonly least: Fraction;
  readonly most: Fraction;
  /** Only whole numbers are on the scale. */
  readonly whole: boolean;
  /** First cell of the words under a row of numbers, with how many words and numbers there are; null for a scale told in words. */
  readonly words: { readonly place: Place; readonly labels: readonly string[]; readonly numbers: number } | null;
}

const told: readonly { readonly pattern: RegExp; readonly most: bigint; readonly least: bigint }[] = [
  {
    pattern: /百分制|100分制|0\s*[-~～—]\s*100\s*分|满分为?\s*100\s*分|out of 100\b|0\s*(?:\([^()]*\)\s*)?(?:-|–|to)\s*100\b/iu,
    least: 0n,
    most: 100n,
  },
  { pattern: /十分制|10分制|1\s*[-~～—]\s*10\s*分|out of 10\b|1\s*(?:\([^()]*\)\s*)?(?:-|–|to|到|至)\s*10\b/iu, least: 0n, most: 10n },
  { pattern: /五分制|5分制|1\s*[-~～—]\s*5\s*分|out of 5\b|1\s*(?:\([^()]*\)\s*)?(?:-|–|to|到|至)\s*5\b(?!%)/iu, least: 0n, most: 5n },
];

/** `1-5分`, `from 1 (poor) to 5 (excellent)`: the lowest mark is said as well. */
const fromOne = /(?<![\d.])1\s*(?:\([^()]*\)\s*)?(?:分\s*)?(?:[-~～—–]|to|到|至)\s*(?:10|5)\b/iu;

/** Longest row of numbers 1 2 3 … that counts as a scale, shortest five. */
const shortest = 5;
const longest = 10;

function countingRow(context: ReviewContext, row: number): { readonly from: number; readonly to: number } | null {
  const cells = [...(context.grid.rows.get(row)?.entries() ?? [])]
    .filter(([, cell]) => typeof cell.value === 'number')
    .sort(([a], [b]) => a - b);
  const first = cells[0];
  const runs = cells.every(([column, cell], at) => column === (first?.[0] ?? 0) + at && decimalOfDouble(cell.value as number).eq(at + 1));
  return first && runs && cells.length >= shortest && cells.length <= longest ? { from: first[0], to: first[0] + cells.length - 1 } : null;
}

const widthAt = (merges: readonly Area[], row: number, column: number): number => {
  const merge = merges.find((area) => area.top === row && area.left === column);
  return merge ? merge.right - merge.left + 1 : 1;
};

/** The words in the row under a row of numbers. */
function wordsUnder(context: ReviewContext, row: number, from: number, to: number): Legend['words'] {
  const labels: { column: number; text: string; width: number }[] = [];
  for (let column = from; column <= to; column++) {
    const value = cellOf(context, { row: row + 1, column })?.value;
    if (typeof value === 'string' && value.trim() !== '')
      labels.push({ column, text: value.trim(), width: widthAt(context.grid.merges, row + 1, column) });
  }
  const first = labels[0];
  return first ? { place: { row: row + 1, column: first.column }, labels: labels.map(({ text }) => text), numbers: to - from + 1 } : null;
}

/** A row of numbers below or above the table. */
function drawnLegend(context: ReviewContext): Legend | null {
  const own = new Set(
    context.form.indicators.flatMap(({ rows }) => Array.from({ length: Math.min(rows[1] - rows[0] + 1, 50) }, (_, at) => rows[0] + at)),
  );
  for (const row of context.grid.rows.keys()) {
    const run = own.has(row) || row === context.form.headerRow ? null : countingRow(context, row);
    const words = run && wordsUnder(context, row, run.from, run.to);
    if (run && words) return { least: fraction(1n), most: fraction(BigInt(words.numbers)), whole: true, words };
  }
  return null;
}

/**
 * The scale that the form states, drawn or told in its notes; null where it states none.
 */
export function legendOf(context: ReviewContext): Legend | null {
  const drawn = drawnLegend(context);
  if (drawn) return drawn;
  const texts = context.form.notes.map((note) => plainText(note.text));
  const found = told.find(({ pattern }) => texts.some((text) => pattern.test(text)));
  const least = found && found.most <= 10n && texts.some((text) => fromOne.test(text)) ? 1n : (found?.least ?? 0n);
  if (found) return { least: fraction(least), most: fraction(found.most), whole: false, words: null };
  const points = [...wordScaleOf(context.form).values()].map((step) => step.points);
  return points.length > 0 ? { least: fraction(0n), most: fractionOf(Decimal.max(...points)), whole: false, words: null } : null;
}
