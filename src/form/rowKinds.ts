/** What each row of a table's body is: an indicator, a section's heading, a total, a note, a signature … */
import { columnLetter } from './address';
import type { Columns } from './columns';
import { namesField } from './fields';
import { headerWords, raterOfHeader } from './headerVocabulary';
import { isParagraph, isSignature, printedFormulas, startsNote } from './notes';
import { cellNumber, isText, type SheetCell } from './sheet';
import type { Table } from './table';
import { totalLabel, type TotalLabel } from './totalWords';
import type { ColumnRole } from './types';
import { weightText } from './weights';

export type RowKind = 'indicator' | 'part' | 'section' | 'total' | 'note' | 'signature' | 'spare' | 'header' | 'outside';

export interface BodyRow {
  readonly row: number;
  readonly kind: RowKind;
  /** The cell that names a section, labels a total or holds a note. */
  readonly label: SheetCell | null;
  readonly total: TotalLabel | null;
}

interface Reading {
  readonly table: Table;
  readonly columns: Columns;
  /** Column whose cells divide the body into indicators. */
  readonly unit: number;
  readonly names: readonly number[];
  readonly scores: readonly number[];
  readonly measures: readonly number[];
}

const rolesOf = (columns: Columns, roles: readonly ColumnRole[]): number[] => roles.flatMap((role) => columns.byRole.get(role) ?? []);

/** Columns in which people score; the finest of them divides the rows. */
export const scoreRoles: ReadonlySet<ColumnRole> = new Set([
  'score',
  'self',
  'supervisor',
  'reviewer',
  'result',
  'weighted',
  'deduction',
  'grade',
]);
const dividing: readonly ColumnRole[] = ['score', 'self', 'supervisor', 'reviewer', 'deduction', 'count', 'grade', 'result'];

function mergedRows(table: Table, column: number): number {
  return table.body.filter((row) => table.sheet.area(row, column).top < row).length;
}

/** The entry column with the fewest merged rows; the indicator column where nobody scores. */
export function unitColumn(table: Table, columns: Columns): number {
  const indicator = columns.byRole.get('indicator') ?? table.left;
  const entries = columns.entries
    .filter((entry) => dividing.includes(entry.role) || /^(?:month|quarter)/.test(entry.role))
    .map((entry) => entry.column);
  const sorted = [...entries].sort((a, b) => mergedRows(table, a) - mergedRows(table, b));
  return sorted[0] ?? indicator;
}

function readingOf(table: Table, columns: Columns): Reading {
  return {
    table,
    columns,
    unit: unitColumn(table, columns),
    names: rolesOf(columns, ['dimension', 'indicator', 'seq']),
    scores: [
      ...columns.entries
        .filter((entry) => scoreRoles.has(entry.role) || /^(?:month|quarter)/.test(entry.role))
        .map((entry) => entry.column),
      ...columns.levels.map((level) => level.cell.column),
    ],
    measures: rolesOf(columns, ['weight', 'fullMarks', 'dimensionWeight', 'criteria', 'target']),
  };
}

const cellsOf = (table: Table, row: number): SheetCell[] =>
  table.sheet.cellsIn(row).filter((cell) => cell.column >= table.left && cell.column <= table.right);

const covers = (cell: SheetCell, columns: readonly number[]): boolean =>
  columns.length > 0 && columns.every((column) => cell.area.left <= column && cell.area.right >= column);

const isSpecialWeight = (cell: SheetCell | undefined): boolean =>
  isText(cell) && /^(?:-+|—+|\/|加分项?|减分项?|奖励项?|否决项?|一票否决|bonus|\+)$/.test(cell.plain);

/** A measure of the row's own: a weight, marks, `--`, `加分项`. */
function ownMeasure(reading: Reading, row: number): boolean {
  const { table, columns } = reading;
  return rolesOf(columns, ['weight', 'fullMarks', 'dimensionWeight']).some((column) => {
    const cell = table.sheet.cell(row, column);
    return (
      cell !== undefined &&
      cell.row === row &&
      cell.column === column &&
      (weightText(cell) !== null || isSpecialWeight(cell) || /-\d/.test(cell.plain))
    );
  });
}

/** Texts of a row that may label a total: left of the scores, and no weights or points. */
const labelTexts = (reading: Reading, cells: readonly SheetCell[]): readonly SheetCell[] => {
  const firstScore = Math.min(...reading.scores, Infinity);
  return cells.filter((cell) => isText(cell) && (cell.column < firstScore || cell === cells[0]) && weightText(cell) === null);
};

/** Whether another name stands right of a label: then the label names a group, no total. */
function isNamed(reading: Reading, label: SheetCell, texts: readonly SheetCell[]): boolean {
  const indicator = reading.columns.byRole.get('indicator');
  return texts.some(
    (other) => other !== label && other.column === indicator && other.column > label.column && printedFormulas(other.text).length === 0,
  );
}

/** Whether criteria of its own stand beside a label in the indicator column: then it is an indicator. */
function isExplained(reading: Reading, label: SheetCell, texts: readonly SheetCell[]): boolean {
  const { byRole } = reading.columns;
  const criteria = byRole.get('criteria');
  if (criteria === undefined || criteria === label.column || label.column !== byRole.get('indicator')) return false;
  const beside = texts.find((other) => other.column === criteria && other !== label);
  return (
    beside !== undefined &&
    !/满分|附加|合计|分$/.test(beside.plain) &&
    printedFormulas(beside.text).length === 0 &&
    headerWords(beside.plain).length === 0
  );
}

/** The cell that labels a row as a total, with what it says; null where the row is none. */
function totalOf(reading: Reading, row: number, cells: readonly SheetCell[]): { cell: SheetCell; label: TotalLabel } | null {
  const texts = labelTexts(reading, cells);
  for (const cell of texts) {
    const label = totalLabel(cell.plain) ?? formulaLabel(cell, reading.scores);
    if (label && !isNamed(reading, cell, texts) && !isExplained(reading, cell, texts)) return { cell, label };
  }
  return unnamedTotal(reading, row, cells);
}

/** `最终得分=班组长*70%+部门负责人` beside an empty score cell labels that cell. */
function formulaLabel(cell: SheetCell, scores: readonly number[]): TotalLabel | null {
  if (covers(cell, scores)) return null;
  const left = printedFormulas(cell.text)[0]?.left;
  return left ? totalLabel(left) : null;
}

const sums = /\b(?:SUM|SUMPRODUCT|AVERAGE|SUMIF|ROUND|MIN|MAX|COUNTIF)\s*\(|[+*]/i;

/** A formula over several cells of its own column. */
function addsUpColumn(cell: SheetCell): boolean {
  if (cell.formula === null || !sums.test(cell.formula)) return false;
  const own = columnLetter(cell.column);
  const refs = [...cell.formula.matchAll(/(?<![A-Za-z!'])\$?([A-Z]{1,3})\$?\d+(:)?/g)].filter((match) => match[1] === own);
  return refs.length >= 3 || refs.some((match) => match[2] === ':');
}

/** A formula over cells of its own column that all stand below it. */
function addsUpBelow(cell: SheetCell): boolean {
  if (!addsUpColumn(cell)) return false;
  const rows = [...(cell.formula ?? '').matchAll(/[A-Z]{1,3}\$?(\d+)/g)].map((match) => Number(match[1]));
  return rows.length > 0 && rows.every((row) => row > cell.row);
}

/** A named row over the rows below it: they are indented deeper, or its cells add them up. */
function isParentRow(reading: Reading, cells: readonly SheetCell[], row: number): boolean {
  const { table, columns } = reading;
  const column = columns.byRole.get('indicator') ?? table.left;
  const name = table.sheet.cell(row, column);
  const below = table.sheet.cell(row + 1, column);
  if (!isText(name) || name.row !== row) return false;
  return (isText(below) && below.indent > name.indent) || cells.some((cell) => cell.column > column && addsUpBelow(cell));
}

/** Rows whose score or points cells add up others, whatever they are called. */
function unnamedTotal(reading: Reading, row: number, cells: readonly SheetCell[]): { cell: SheetCell; label: TotalLabel } | null {
  const { columns, scores, table } = reading;
  const name = table.sheet.cell(row, columns.byRole.get('indicator') ?? table.left);
  const valued = cells.filter((cell) => [...scores, ...rolesOf(columns, ['fullMarks', 'weight'])].includes(cell.column));
  const formulas = valued.filter((cell) => cell.formula !== null && sums.test(cell.formula));
  const [first] = formulas;
  if (!first || formulas.length < cells.filter((cell) => typeof cell.value === 'number').length) return null;
  if (isText(name) && !formulas.some(addsUpColumn)) return null;
  const text = cells.find((cell) => isText(cell) && cell.column < first.column);
  return { cell: text ?? first, label: { role: 'final', plain: text?.plain ?? '' } };
}

/** Inside a merged name, weight or criteria cell: a further row of the indicator or group above. */
const isInside = ({ table, names, measures }: Reading, row: number): boolean =>
  [...names, ...measures].some((column) => table.sheet.area(row, column).top < row);

function isNoteRow(reading: Reading, cells: readonly SheetCell[], row: number): boolean {
  const first = cells[0];
  if (!first || !isText(first) || ownMeasure(reading, row)) return false;
  if (isInside(reading, row) && !/^(?:注|备注|说明|note)/i.test(first.text)) return false;
  const { table, columns } = reading;
  const wide = first.area.right - first.area.left + 1 >= (table.right - table.left + 1) * 0.6;
  const alone = cells.length === 1;
  if (startsNote(first.text) && (alone || wide || first.column <= Math.max(...reading.names))) return true;
  if (alone && (isParagraph(first.text) || printedFormulas(first.text).length > 0))
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
  return seq !== undefined && cells.length === 1 && cells[0]?.column === seq;
}

const row = (number: number, kind: RowKind, label: SheetCell | null = null, total: TotalLabel | null = null): BodyRow => ({
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
