/** Words that stand for points: a small table (`Outstanding | 100`, `优 | 95`) beside, above or below a form, or a line of text (`优=95分，良=85分`). */
import Decimal from 'decimal.js';
import { isTierName } from './levelWords';
import { plainText } from './plainText';
import { cellNumber, isText, placeOf, type Sheet, type SheetCell } from './sheet';
import type { Way } from './stretches';
import type { Table } from './table';
import type { Place, WordPoints } from './types';

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

/** The neighbours of a word in which its number may stand: beside it where words follow each other downwards, else below or above it. */
const besides = ({ area, row, column }: SheetCell, way: Way): readonly Place[] =>
  way === 'down'
    ? [area.right + 1, area.left - 1].map((at) => ({ row, column: at }))
    : [area.bottom + 1, area.top - 1].map((at) => ({ row: at, column }));

/** A word with the number in the cell next to it. */
function pairAt(sheet: Sheet, word: SheetCell, way: Way): Pair | null {
  const flat = way === 'down' ? word.area.bottom === word.area.top : true;
  if (!isText(word) || word.text.length > longestWord || !/^\p{L}/u.test(word.text) || !flat) return null;
  for (const { row, column } of besides(word, way)) {
    const number = row > 0 && column > 0 ? sheet.cell(row, column) : undefined;
    const own = way === 'down' ? number?.row === row : number?.row === row && number.column === column;
    const points = own ? pointsIn(number) : null;
    if (number && points) return { word, number, points };
  }
  return null;
}

const following = ({ area, row, column }: SheetCell, way: Way): Place =>
  way === 'down' ? { row: row + 1, column } : { row, column: area.right + 1 };

const sameSide = (a: Pair, b: Pair, way: Way): boolean =>
  way === 'down' ? a.number.column === b.number.column : a.number.row === b.number.row;

/** Pairs that follow one another, each with its number on the same side. */
function runFrom(sheet: Sheet, first: Pair, way: Way): readonly Pair[] {
  const run = [first];
  for (let last = first; ;) {
    const place = following(last.word, way);
    const cell = sheet.cell(place.row, place.column);
    const next = cell && cell.column === place.column && cell.row === place.row ? pairAt(sheet, cell, way) : null;
    if (!next || !sameSide(next, first, way)) return run;
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

/** What heads a run: the headings of its two columns, or what stands before its two rows. */
function headingsOf(sheet: Sheet, [first]: readonly Pair[], way: Way): string {
  if (!first) return '';
  const heads = [first.word, first.number].flatMap(({ row, column }) =>
    way === 'down' ? (sheet.cell(first.word.row - 1, column)?.plain ?? []) : (sheet.cell(row, column - 1)?.plain ?? []),
  );
  return [...new Set(heads)].join(' ');
}

/** Whether the rows of a run belong to a table as more than its cells and, where it lies, the two that head it. */
function sharesRows(table: Table, run: readonly Pair[], way: Way): boolean {
  const own = new Set(run.flatMap(({ word, number }) => [word, number]));
  const inside = (cell: SheetCell): boolean => cell.column >= table.left && cell.column <= table.right;
  const first = Math.min(...[...own].map(({ column }) => column));
  const heads = (cell: SheetCell): boolean => way === 'across' && cell.area.right === first - 1;
  return [...own].some(
    (one) =>
      table.body.includes(one.row) &&
      inside(one) &&
      table.sheet.cellsIn(one.row).some((cell) => inside(cell) && !own.has(cell) && !heads(cell)),
  );
}

/** Headings of rows of letters and of what they are worth; a lying scale without any could as well be entries of a table. */
const lyingHeading = /等级|等第|级别|评级|字母|评价|评定|grade|letter|rating|level/u;
const worthHeading = /分|points?|score|marks?|value|worth/u;

function kindOf(sheet: Sheet, run: readonly Pair[], tables: readonly Table[], way: Way): WordTable['kind'] | null {
  if (run.length < shortest || new Set(run.map(({ word }) => word.plain)).size < run.length) return null;
  const headings = headingsOf(sheet, run, way);
  const tiers = run.filter(({ word }) => isTierName(word.plain)).length;
  const named = tiers * 2 > run.length || (tiers > 0 && scaleHeading.test(headings));
  const headed = way === 'down' || (lyingHeading.test(headings) && worthHeading.test(headings));
  if (!named || !headed || tables.some((table) => sharesRows(table, run, way))) return null;
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
      if (taken.has(cell) || heads.has(`${cell.row}:${cell.column}`)) return [];
      return (['down', 'across'] as const).flatMap((way) => {
        const first = taken.has(cell) ? null : pairAt(sheet, cell, way);
        const run = first ? runFrom(sheet, first, way) : [];
        const kind = kindOf(sheet, run, tables, way);
        if (kind === null) return [];
        for (const { word } of run) taken.add(word);
        return [{ kind, steps: run.map(stepOf) }];
      });
    }),
  );
}

/** A table without the rows that only hold a scale of words, and without the heading over them. */
export function withoutWordScales(table: Table, scales: readonly WordTable[]): Table {
  const rows = new Set(
    scales
      .filter(({ steps }) => steps.some(({ cell }) => cell.column >= table.left && cell.column <= table.right))
      .flatMap(({ steps }) => steps.flatMap(({ cell, pointsCell }) => [cell.row, pointsCell.row])),
  );
  const heads = (row: number): boolean => {
    const cells = table.sheet.cellsIn(row).filter((cell) => cell.column >= table.left && cell.column <= table.right);
    return rows.has(row + 1) && !rows.has(row) && cells.length <= 2 && cells.every((cell) => isText(cell));
  };
  return rows.size === 0 ? table : { ...table, body: table.body.filter((row) => !rows.has(row) && !heads(row)) };
}

const clause = /^(\p{L}[\p{L} ]{0,23}?)\s*(?:=|:|——?|–|-|得|为|计|\()\s*(\d{1,3}(?:\.\d+)?)\s*(?:分|points?|pts?|marks?)?\)?$/u;

/** A plain word with the capitals that its text gives it. */
function asWritten(word: string, text: string): string {
  const at = text.toLowerCase().indexOf(word);
  return at < 0 || text.length !== text.toLowerCase().length ? word : text.slice(at, at + word.length);
}

/** `评分等级：优=95分，良=85分，中=70分` → its words; empty where a text names fewer than three, or mostly other things than levels. */
export function wordPointsIn(text: string): readonly { readonly word: string; readonly points: Decimal }[] {
  const written = text.normalize('NFKC');
  const found = plainText(text)
    .split(/[,，;；、。/\n|]|\. /u)
    .flatMap((piece) => {
      const last = piece.trim().replace(/^[^=]*[:：]\s*(?=[^:：]+(?:[=:：(]|\d))/u, '');
      const match = clause.exec(last.replace(/\.$/, ''));
      return match ? [{ word: asWritten((match[1] ?? '').trim(), written), points: new Decimal(match[2] ?? '0') }] : [];
    });
  const tiers = found.filter(({ word }) => isTierName(plainText(word))).length;
  return found.length >= shortest && tiers * 2 > found.length ? found : [];
}

/** Whether a heading stands over the words of a scale with their points, or over the points beside them. */
export function headsWords(sheet: Sheet, { row, column }: Place): boolean {
  return [column - 1, column, column + 1].some((at) => {
    const cell = sheet.cell(row + 1, at);
    const first = cell ? pairAt(sheet, cell, 'down') : null;
    const run = first && [first.word.column, first.number.column].includes(column) ? runFrom(sheet, first, 'down') : [];
    return run.length >= shortest && run.every(({ word }) => isTierName(word.plain)) && risesOrFalls(run);
  });
}
