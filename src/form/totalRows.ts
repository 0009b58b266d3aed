/** Rows that add up others: by their label, by a printed formula, or by the formulas in their cells. */
import { columnLetter } from './address';
import { headerWords } from './headerVocabulary';
import { printedFormulas } from './notes';
import { isText, type SheetCell } from './sheet';
import { totalLabel, type TotalLabel } from './totalWords';
import { weightText } from './weights';
import { type Reading, rolesOf, covers } from './bodyReading';

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
export function totalOf(reading: Reading, row: number, cells: readonly SheetCell[]): { cell: SheetCell; label: TotalLabel } | null {
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
