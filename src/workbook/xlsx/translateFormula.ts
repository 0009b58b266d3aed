/** Formula texts as they stand in files: followers of shared formulas, and names that files spell with a prefix. */
import { columnLetter, columnNumber } from '../../form/address';

const lastRow = 1_048_576;
const lastColumn = 16_384;

/**
 * Strings, quoted sheet names and bracketed (structured or external) references are passed over; then come references; then any other
 * word, so that `LOG10(` or a name such as `A1_total` is never taken for a cell.
 */
const tokens =
  /("(?:[^"]|"")*"|'(?:[^']|'')*'(?=!)|\[(?:[^[\]]|\[[^\]]*\])*\])|(\$?[A-Za-z]{1,3}\$?[0-9]{1,7})(?![\w.(!\\?\u0080-\uffff])|(\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\w.(!])|(\$?[0-9]{1,7}:\$?[0-9]{1,7})(?![\w.(!])|[\w.\\?\u0080-\uffff]+/g;

/**
 * Moves the relative references of a formula, as Excel does for the followers of a shared formula (ECMA-376 18.3.1.40).
 * @param formula without or with its leading `=`.
 * @returns the formula with every reference that left the sheet replaced by `#REF!`.
 */
export function translateFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(tokens, (whole, _passed, cell?: string, columnSpan?: string, rowSpan?: string) => {
    if (cell) return moveCell(cell, rows, columns);
    if (columnSpan) return moveSpan(columnSpan, (part) => moveColumn(part, columns));
    return rowSpan ? moveSpan(rowSpan, (part) => moveRow(part, rows)) : whole;
  });
}

const moveSpan = (span: string, move: (part: string) => string | null) => {
  const parts = span.split(':').map(move);
  return parts.includes(null) ? '#REF!' : parts.join(':');
};

function moveCell(cell: string, rows: number, columns: number): string {
  const [, column = '', row = ''] = /^(\$?[A-Za-z]+)(\$?[0-9]+)$/.exec(cell) ?? [];
  if (columnNumber(column.replace('$', '')) > lastColumn) return cell;
  const moved = [moveColumn(column, columns), moveRow(row, rows)];
  return moved.includes(null) ? '#REF!' : moved.join('');
}

function moveColumn(column: string, by: number): string | null {
  if (column.startsWith('$')) return column;
  const moved = columnNumber(column) + by;
  return moved < 1 || moved > lastColumn ? null : columnLetter(moved);
}

function moveRow(row: string, by: number): string | null {
  if (row.startsWith('$')) return row;
  const moved = Number(row) + by;
  return moved < 1 || moved > lastRow ? null : String(moved);
}

/** Functions younger than the file format: files spell them with a prefix, people never see it (MS-XLSX 2.2.2). */
const futureFunctions = new Set(
  `CONCAT TEXTJOIN IFS SWITCH MAXIFS MINIFS XLOOKUP XMATCH LET LAMBDA FILTER SORT SORTBY UNIQUE SEQUENCE RANDARRAY CEILING.MATH FLOOR.MATH
   DAYS NUMBERVALUE IFNA XOR SHEET SHEETS FORMULATEXT ISFORMULA RANK.EQ RANK.AVG PERCENTILE.INC PERCENTILE.EXC PERCENTRANK.INC QUARTILE.INC
   MODE.SNGL STDEV.S STDEV.P VAR.S VAR.P TAKE DROP VSTACK HSTACK TOCOL TOROW BYROW BYCOL MAP REDUCE TEXTSPLIT TEXTBEFORE TEXTAFTER`.split(
    /\s+/,
  ),
);

const words = /("(?:[^"]|"")*"|'(?:[^']|'')*')|([A-Za-z_][\w.]*)(?=\()/g;

/** Formula as a file stores it → as a person types it, with its leading `=`. */
export function formulaFromFile(stored: string): string {
  return `=${stored.replace(words, (whole, quoted, name?: string) => (quoted || !name ? whole : name.replace(/^(?:_xlfn\.(?:_xlws\.)?|_xludf\.|_xldudf_)/, '')))}`;
}

/** Formula as a person types it → as a file stores it. Custom functions get the prefix by which Excel knows an add-in's functions. */
export function formulaToFile(formula: string): string {
  return formula.replace(/^=/, '').replace(words, (whole, quoted, name?: string) => {
    if (quoted || !name) return whole;
    if (/^RUBRIC_/i.test(name)) return `_xldudf_${name.toUpperCase()}`;
    const upper = name.toUpperCase();
    if (!futureFunctions.has(upper)) return name;
    return upper === 'FILTER' || upper === 'SORT' ? `_xlfn._xlws.${name}` : `_xlfn.${name}`;
  });
}
