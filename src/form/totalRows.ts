/** Rows that add up others: by their label, by a printed formula, or by the formulas in their cells. */
import Decimal from 'decimal.js';
import { columnLetter } from './address';
import { headerWords } from './headerVocabulary';
import { printedFormulas } from './notes';
import { withoutBrackets } from './plainText';
import { isText, type SheetCell } from './sheet';
import { totalLabel, type TotalLabel } from './totalWords';
import { weightText } from './weights';
import { type Reading, rolesOf, covers } from './bodyReading';

/** Texts of a row that may label a total: left of the scores, and no weights or points. */
const labelTexts = (reading: Reading, cells: readonly SheetCell[]): readonly SheetCell[] => {
  const firstScore = Math.min(...reading.scores, Infinity);
  // `bonus` in the place of points says what kind of row it is.
  const measures = new Set(rolesOf(reading.columns, ['weight', 'fullMarks']));
  return cells.filter(
    (cell) => isText(cell) && (cell === cells[0] || (cell.column < firstScore && !measures.has(cell.column))) && weightText(cell) === null,
  );
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

/** Labels that are nothing but a total's word; longer ones (`Call quality score`, `考试得分`) may as well name what is judged. */
const bareTotal = /^(?:总分|合计|总计|小计|共计|累计|总得分|总评分|得分|合计得分|得分合计|(?:grand |sub[- ]?)?total|sum|score|average)$/;

/** Nothing that is judged is called so. */
const subtotal = /小计$|\bsub[-_ ]?total$/;

/** A row's own weight or marks. */
function measureCell({ table, columns }: Reading, row: number): SheetCell | undefined {
  const cells = rolesOf(columns, ['weight', 'fullMarks']).map((column) => table.sheet.cell(row, column));
  return cells.find((cell) => cell !== undefined && cell.row === row);
}

/** The same as a number that somebody typed; null where there is none or a formula stands there. */
function typedMeasure(reading: Reading, row: number): Decimal | null {
  const cell = measureCell(reading, row);
  return cell?.formula === null ? (weightText(cell)?.value ?? null) : null;
}

const added = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), new Decimal(0));

/** Whether a row is weighed like those around it, although its name sounds like a total: it sums up nothing, and more such rows follow. */
function isWeighedAmong(reading: Reading, row: number, label: SheetCell, cells: readonly SheetCell[]): boolean {
  const own = typedMeasure(reading, row);
  if (own === null || bareTotal.test(label.plain) || subtotal.test(label.plain) || cells.some((cell) => cell.formula !== null))
    return false;
  const { body, sheet } = reading.table;
  const above = body.filter((other) => other < row).flatMap((other) => typedMeasure(reading, other) ?? []);
  const summed = above.length > 1 && added(above).eq(own);
  const below = body.filter((other) => other > row && other <= row + 3);
  const named = (other: number): string => sheet.cell(other, label.column)?.plain ?? sheet.cellsIn(other)[0]?.plain ?? '';
  const follows = below.some((other) => typedMeasure(reading, other) !== null && named(other) !== '' && !bareTotal.test(named(other)));
  const whole = added([...above, own]);
  const closed = below.some((other) => bareTotal.test(named(other)) && weightText(measureCell(reading, other))?.value?.eq(whole));
  return !summed && (follows || (above.length > 0 && closed));
}

const saysTotal = /总|合计|小计|共计|累计|平均|\b(?:total|subtotal|sum|average|overall|final|grand)\b/;

/** `Delivery score` alone in its row, right above rows that are weighed: a heading, as long as it speaks of no total. */
function headsRows(reading: Reading, row: number, cells: readonly SheetCell[], label: SheetCell): boolean {
  const { body, sheet } = reading.table;
  if (cells.length > 1 || saysTotal.test(label.plain) || bareTotal.test(label.plain)) return false;
  const next = body.find((other) => other > row);
  const named = next !== undefined && isText(sheet.cell(next, label.column));
  const columns = rolesOf(reading.columns, ['weight', 'fullMarks']);
  return (
    named &&
    columns.some((column) => weightText(sheet.cell(next, column)) !== null) &&
    !bareTotal.test(sheet.cell(next, label.column)?.plain ?? '')
  );
}

/** The cell that labels a row as a total, with what it says; null where the row is none. */
export function totalOf(reading: Reading, row: number, cells: readonly SheetCell[]): { cell: SheetCell; label: TotalLabel } | null {
  const texts = labelTexts(reading, cells);
  for (const cell of texts) {
    const label = totalLabel(cell.plain) ?? formulaLabel(reading, cell);
    if (
      label &&
      !isNamed(reading, cell, texts) &&
      !isExplained(reading, cell, texts) &&
      !isWeighedAmong(reading, row, cell, cells) &&
      !headsRows(reading, row, cells, cell)
    )
      return { cell, label };
  }
  return unnamedTotal(reading, row, cells);
}

/** `最终得分=班组长*70%+部门负责人` beside an empty score cell labels that cell. */
function formulaLabel(reading: Reading, cell: SheetCell): TotalLabel | null {
  if (covers(cell, reading.scores)) return null;
  const left = printedFormulas(cell.text)[0]?.left;
  return left && !isLabelled(reading, left, cell) ? totalLabel(left) : null;
}

/** Whether another row of the table bears the label alone: then the formula is a note about that one. */
const isLabelled = ({ table }: Reading, left: string, cell: SheetCell): boolean =>
  table.header.cells.some(({ plain }) => withoutBrackets(plain) === left) ||
  table.body.some((row) =>
    table.sheet.cellsIn(row).some((other) => other !== cell && isText(other) && withoutBrackets(other.plain).replace(/:$/, '') === left),
  );

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
export function isParentRow(reading: Reading, cells: readonly SheetCell[], row: number): boolean {
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
