/** Words that stand for points: a small table (`Outstanding | 100`, `优 | 95`) beside, above or below a form, or a line of text (`优=95分，良=85分`). */
import Decimal from 'decimal.js';
import { isTierName } from './levelWords';
import { plainText } from './plainText';
import { cellNumber, isText, placeOf, type Sheet, type SheetCell } from './sheet';
import type { Table } from './table';
import type { WordPoints } from './types';

/** Fewer words than this are no scale. */
const shortest = 3;
const longestWord = 24;

interface Pair {
  readonly word: SheetCell;
  readonly number: SheetCell;
  readonly points: Decimal;
}

const typedNumber = (text: string): Decimal | null => {
  const match = /^(\d{1,3}(?:\.\d+)?)\s*(?:分|points?|pts?\.?|marks?)?$/iu.exec(text.trim());
  return match ? new Decimal(match[1] ?? '0') : null;
};

const pointsIn = (cell: SheetCell | undefined): Decimal | null =>
  cell === undefined || cell.numberFormat.includes('%') || cell.formula !== null ? null : (cellNumber(cell) ?? typedNumber(cell.text));

/** A word with the number in the cell right of it, or left of it. */
function pairAt(sheet: Sheet, word: SheetCell): Pair | null {
  if (!isText(word) || word.text.length > longestWord || !/^\p{L}/u.test(word.text) || word.area.bottom > word.area.top) return null;
  for (const column of [word.area.right + 1, word.area.left - 1]) {
    const number = column > 0 ? sheet.cell(word.row, column) : undefined;
    const points = number?.row === word.row ? pointsIn(number) : null;
    if (number && points) return { word, number, points };
  }
  return null;
}

/** Pairs below one another, each with its number on the same side. */
function runFrom(sheet: Sheet, first: Pair): readonly Pair[] {
  const run = [first];
  for (let last = first; ;) {
    const cell = sheet.cell(last.word.row + 1, first.word.column);
    const next = cell && cell.column === first.word.column && cell.row === last.word.row + 1 ? pairAt(sheet, cell) : null;
    if (!next || next.number.column !== first.number.column) return run;
    run.push(next);
    last = next;
  }
}

const scaleHeading =
  /(?:评分|评价|评级|考核|等级|级别|打分|计分|评定)(?:等级|标准|尺度|说明|对照|分值|换算)|等级|分值对照|对应分|量表|\b(?:rating|scoring|performance|grading) (?:scale|key|levels?|guide|legend)\b|\bscale\b|\blegend\b/u;
const otherHeading = /系数|人数|比例|金额|奖金|以上|以下|≥|≤|coefficient|multiplier|bonus|count|number of|threshold|minimum|cut-?off/u;

const risesOrFalls = (run: readonly Pair[]): boolean => {
  const steps = run.slice(1).map(({ points }, at) => points.cmp(run[at]?.points ?? points));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
};

/** What stands over a run: its heading, and the headings of its two columns. */
function headingsOf(sheet: Sheet, [first]: readonly Pair[]): string {
  if (!first) return '';
  const above = [first.word, first.number].flatMap(({ column }) => sheet.cell(first.word.row - 1, column)?.plain ?? []);
  return [...new Set(above)].join(' ');
}

/** Whether a row belongs to a table as more than these two cells. */
const sharesRow = (table: Table, { word, number }: Pair): boolean =>
  table.body.includes(word.row) &&
  [word, number].some(({ column }) => column >= table.left && column <= table.right) &&
  table.sheet.cellsIn(word.row).some((cell) => cell.column >= table.left && cell.column <= table.right && cell !== word && cell !== number);

function kindOf(sheet: Sheet, run: readonly Pair[], tables: readonly Table[]): WordTable['kind'] | null {
  if (run.length < shortest || new Set(run.map(({ word }) => word.plain)).size < run.length) return null;
  const headings = headingsOf(sheet, run);
  const tiers = run.filter(({ word }) => isTierName(word.plain)).length;
  const named = tiers * 2 > run.length || (tiers > 0 && scaleHeading.test(headings));
  if (!named || run.some((pair) => tables.some((table) => sharesRow(table, pair)))) return null;
  return risesOrFalls(run) && !otherHeading.test(headings) ? 'points' : 'other';
}

const stepOf = ({ word, number, points }: Pair): WordPoints => ({
  word: word.text,
  points,
  cell: placeOf(word),
  pointsCell: placeOf(number),
});

/** Names of levels with a number each: the points that they stand for, or something else (coefficients, counts of people). */
export interface WordTable {
  readonly kind: 'points' | 'other';
  readonly steps: readonly WordPoints[];
}

/**
 * The tables of level names drawn on a sheet, from top to bottom. They are scales of points where most words are names of levels, or a
 * heading says what they are, the points rise or fall all the way, and no heading says that the numbers are something else.
 */
export function wordScalesOn(sheet: Sheet, tables: readonly Table[]): readonly WordTable[] {
  const heads = new Set(tables.flatMap(({ header }) => header.cells.map(({ row, column }) => `${row}:${column}`)));
  const taken = new Set<SheetCell>();
  return sheet.rows.flatMap((row) =>
    sheet.cellsIn(row).flatMap((cell) => {
      const first = taken.has(cell) || heads.has(`${cell.row}:${cell.column}`) ? null : pairAt(sheet, cell);
      const run = first ? runFrom(sheet, first) : [];
      const kind = kindOf(sheet, run, tables);
      if (kind === null) return [];
      for (const { word } of run) taken.add(word);
      return [{ kind, steps: run.map(stepOf) }];
    }),
  );
}

/** A table without the rows that only hold a scale of words, and without the heading over them. */
export function withoutWordScales(table: Table, scales: readonly WordTable[]): Table {
  const rows = new Set(
    scales
      .filter(({ steps }) => steps.some(({ cell }) => cell.column >= table.left && cell.column <= table.right))
      .flatMap(({ steps }) => steps.map(({ cell }) => cell.row)),
  );
  const heads = (row: number): boolean => {
    const cells = table.sheet.cellsIn(row).filter((cell) => cell.column >= table.left && cell.column <= table.right);
    return rows.has(row + 1) && !rows.has(row) && cells.length <= 2 && cells.every((cell) => isText(cell));
  };
  return rows.size === 0 ? table : { ...table, body: table.body.filter((row) => !rows.has(row) && !heads(row)) };
}

const clause = /^(\p{L}[\p{L} ]{0,23}?)\s*(?:=|:|——?|–|-|得|为|计|\()\s*(\d{1,3}(?:\.\d+)?)\s*(?:分|points?|pts?|marks?)?\)?$/u;

/** `评分等级：优=95分，良=85分，中=70分` → its words; empty where a text names fewer than three, or mostly other things than levels. */
export function wordPointsIn(text: string): readonly { readonly word: string; readonly points: Decimal }[] {
  const found = plainText(text)
    .split(/[,，;；、。/\n|]|\. /u)
    .flatMap((piece) => {
      const last = piece.trim().replace(/^[^=]*[:：]\s*(?=[^:：]+(?:[=:：(]|\d))/u, '');
      const match = clause.exec(last.replace(/\.$/, ''));
      return match ? [{ word: (match[1] ?? '').trim(), points: new Decimal(match[2] ?? '0') }] : [];
    });
  const tiers = found.filter(({ word }) => isTierName(word)).length;
  return found.length >= shortest && tiers * 2 > found.length ? found : [];
}
