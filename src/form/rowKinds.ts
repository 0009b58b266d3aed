/** What each row of a table's body is: an indicator, a section's heading, a total, a note, a signature … */
import type { Columns } from './columns';
import { namesField } from './fields';
import { headerWords, raterOfHeader } from './headerVocabulary';
import { isParagraph, isRemark, isSignature, printedFormulas, startsNote } from './notes';
import { cellNumber, isText, type SheetCell } from './sheet';
import type { Table } from './table';
import { totalLabel, type TotalLabel } from './totalWords';
import type { ColumnRole } from './types';
import { type Reading, readingOf, cellsOf, covers, ownMeasure, isInside } from './bodyReading';
import { totalOf, isParentRow } from './totalRows';

export type RowKind = 'indicator' | 'part' | 'section' | 'total' | 'note' | 'signature' | 'spare' | 'header' | 'outside';

export interface BodyRow {
  readonly row: number;
  readonly kind: RowKind;
  /** The cell that names a section, labels a total or holds a note. */
  readonly label: SheetCell | null;
  readonly total: TotalLabel | null;
}

function isNoteRow(reading: Reading, cells: readonly SheetCell[], row: number): boolean {
  const first = cells[0];
  if (!first || !isText(first) || ownMeasure(reading, row)) return false;
  if (isInside(reading, row) && !/^(?:注|备注|说明|note)/i.test(first.text)) return false;
  const { table, columns } = reading;
  const wide = first.area.right - first.area.left + 1 >= (table.right - table.left + 1) * 0.6;
  const alone = cells.length === 1;
  if (startsNote(first.text) && (alone || wide || first.column <= Math.max(...reading.names))) return true;
  if (alone && isRemark(first.text))
    return (
      wide ||
      first.column === table.left ||
      first.column === columns.byRole.get('seq') ||
      !reading.names.includes(first.column) ||
      columns.byRole.has('criteria')
    );
  return false;
}

const isHeaderLike = (cells: readonly SheetCell[]): boolean =>
  cells.length >= 2 &&
  cells.every((cell) => isText(cell)) &&
  cells.filter((cell) => (headerWords(cell.plain)[0]?.strength ?? 0) > 0).length >= 2 &&
  cells.filter((cell) => headerWords(cell.plain).length > 0).length >= cells.length * 0.4;

/** A heading: one text, nothing measured, and the table's rows do have measures or scores of their own. */
function isSectionRow(reading: Reading, cells: readonly SheetCell[], row: number): boolean {
  const texts = cells.filter(isText);
  const first = texts[0];
  if (
    !first ||
    texts.length > 1 ||
    cells.some((cell) => cell !== first && cell !== cells[0]) ||
    ownMeasure(reading, row) ||
    isInside(reading, row)
  )
    return false;
  const { table, names, scores, measures } = reading;
  if (first.column > Math.max(table.left, ...names) || first.area.bottom > first.row || isParagraph(first.text)) return false;
  if (scores.length > 0 && covers(first, scores)) return true;
  const merged = first.area.right > Math.max(...names);
  return merged || measures.some((column) => measuredShare(reading, column) >= 0.6);
}

const measuredCache = new WeakMap<Reading, Map<number, number>>();

/** Share of body rows with content that have something in a measure column. */
function measuredShare(reading: Reading, column: number): number {
  const known = measuredCache.get(reading) ?? measuredCache.set(reading, new Map()).get(reading)!;
  const before = known.get(column);
  if (before !== undefined) return before;
  const { table } = reading;
  const rows = table.body
    .slice(0, 80)
    .filter(
      (row) => cellsOf(table, row).length >= 2 && isText(table.sheet.cell(row, reading.columns.byRole.get('indicator') ?? table.left)),
    );
  const filled = rows.filter((row) => table.sheet.cell(row, column) !== undefined).length;
  const share = rows.length === 0 ? 0 : filled / rows.length;
  known.set(column, share);
  return share;
}

/** A row right below level columns that gives their points: `Points | 4 | 3 | 2 | 1`. */
export function isLevelPointsRow(table: Table, columns: Columns, row: number): boolean {
  const numbers = columns.levels.filter((level) => cellNumber(table.sheet.cell(row, level.cell.column)) !== null).length;
  return (
    row === table.header.bottom + 1 &&
    columns.levels.length >= 2 &&
    numbers === columns.levels.length &&
    columns.levels.every((level) => level.name.points === null)
  );
}

const formTitle = /(?:考核|评分|评价|考评|打分|测评|评估)表$|(?:evaluation|appraisal|review|assessment) form$/;

/** The title or the fields of a next form below this table. */
function beginsAnother(reading: Reading, cells: readonly SheetCell[], row: number): boolean {
  const [first] = cells;
  if (!first || !isText(first) || ownMeasure(reading, row)) return false;
  if (cells.length === 1) return formTitle.test(first.plain) && !totalLabel(first.plain);
  return namesField(first) && cells.every((cell) => isText(cell) && cell.column !== reading.columns.byRole.get('criteria'));
}

function isPart(reading: Reading, row: number, started: boolean): boolean {
  return started && reading.table.sheet.area(row, reading.unit).top < row;
}

function isIndicatorRow(reading: Reading, row: number): boolean {
  const { table, columns } = reading;
  const at = (role: ColumnRole): SheetCell | undefined => {
    const column = columns.byRole.get(role);
    return column === undefined ? undefined : table.sheet.cell(row, column);
  };
  const own = at('indicator');
  const name = own === undefined || (isText(own) && !/[\p{L}\p{N}]/u.test(own.text)) ? at('dimension') : own;
  const spoken = isText(name) && own === undefined && (raterOfHeader(name.plain) !== null || totalLabel(name.plain) !== null);
  return isText(name) && !spoken && /\p{L}/u.test(name.text) && name.area.bottom >= row;
}

function isSpare(reading: Reading, cells: readonly SheetCell[]): boolean {
  const seq = reading.columns.byRole.get('seq');
  const [only] = cells;
  return seq !== undefined && cells.length === 1 && only?.column === seq && /^[\d一二三四五六七八九十.、()①-⑳]+$/.test(only.plain);
}

export const row = (number: number, kind: RowKind, label: SheetCell | null = null, total: TotalLabel | null = null): BodyRow => ({
  row: number,
  kind,
  label,
  total,
});

function kindOf(reading: Reading, number: number, started: boolean, printed: ReadonlySet<string>): BodyRow {
  const cells = cellsOf(reading.table, number);
  const first = cells[0];
  if (!first) return isPart(reading, number, started) ? row(number, 'part') : row(number, 'outside');
  if (
    cells.some((cell) => isSignature(cell.text)) &&
    !cells.some((cell) => cellNumber(cell) !== null) &&
    !ownMeasure(reading, number) &&
    !totalLabel(first.plain)
  )
    return row(number, 'signature', first);
  if (isPart(reading, number, started)) return row(number, 'part');
  const total = totalOf(reading, number, cells);
  if (total && !startsNote(total.cell.text)) return row(number, 'total', total.cell, total.label);
  if (isNoteRow(reading, cells, number)) return row(number, 'note', first);
  if (started && beginsAnother(reading, cells, number)) return row(number, 'header', first);
  if (!started && isLevelPointsRow(reading.table, reading.columns, number)) return row(number, 'outside', first);
  if (isParentRow(reading, cells, number)) return row(number, 'section', cells.find(isText) ?? first, { role: 'section', plain: '' });
  if (isSpare(reading, cells)) return row(number, 'spare');
  if (printed.has(first.plain.replace(/[:：]$/, '')) && !ownMeasure(reading, number))
    return row(number, 'total', first, { role: 'weighted', plain: first.plain });
  if (isHeaderLike(cells) && !ownMeasure(reading, number)) return row(number, 'header', first);
  if (isSectionRow(reading, cells, number)) return row(number, 'section', cells.find(isText) ?? first);
  return isIndicatorRow(reading, number) ? row(number, 'indicator', first) : row(number, 'outside', first);
}

/** Names that formulas printed on the sheet compute (`重关指标值=重关指标得分/100`). */
function printedLefts(table: Table): ReadonlySet<string> {
  const lefts = table.body.flatMap((number) =>
    cellsOf(table, number)
      .filter(isText)
      .flatMap((cell) => printedFormulas(cell.text).map((formula) => formula.left)),
  );
  return new Set(lefts.filter((left): left is string => left !== null));
}

const followsAgain = (reading: Reading, rows: readonly number[], index: number): boolean =>
  rows
    .slice(index + 1, index + 3)
    .some((next) => ownMeasure(reading, next) && isIndicatorRow(reading, next) && !totalOf(reading, next, cellsOf(reading.table, next)));

/** Rows after which a table's indicators have ended, and rows that only stand among them. */
const closing: ReadonlySet<RowKind> = new Set(['note', 'signature', 'header']);

const inside: ReadonlySet<RowKind> = new Set(['indicator', 'section', 'part', 'spare']);

/** Blank rows between rows of one table, at most. */
const MAX_GAP = 2;

/**
 * Reads the rows of a table's body from top to bottom. After a note, a signature or a wide gap no more indicators are
 * taken, unless rows with weights or points follow.
 */
export function bodyRows(table: Table, columns: Columns): readonly BodyRow[] {
  const reading = readingOf(table, columns);
  const printed = printedLefts(table);
  const rows: BodyRow[] = [];
  let open = true;
  let started = false;
  let last = table.header.bottom;
  table.body.forEach((number, index) => {
    const read = kindOf(reading, number, started, printed);
    const again = (from: number): boolean => followsAgain(reading, table.body, from);
    const far = started && number - last > MAX_GAP + 1 && table.sheet.area(number - 1, reading.unit).top === number - 1;
    if (far && (read.kind === 'indicator' || read.kind === 'section') && !again(index - 1)) open = false;
    if (closing.has(read.kind) && started && !again(index)) open = false;
    rows.push(open || !inside.has(read.kind) ? read : row(number, 'outside', read.label));
    started ||= open && read.kind === 'indicator';
    last = number;
  });
  return rows;
}
