/** Puts a table on a draft: header, rows with their sections, subtotals. */
import Decimal from 'decimal.js';
import type { Template, TemplateIndicator } from '../types';
import { word } from '../words';
import { guardedSum } from './scoreFormulas';
import { blankCell, formulaCell, put, putArea, takeEntry, takeRule, textCell, type Draft } from './draft';
import { columnOf, hasColumn, ranges, sectionRows, type RowCell, type Table, type TableColumn, type TableRow } from './table';
import { sectionLabel } from './sectionLabel';

const hasSubtotal = (template: Template): boolean =>
  template.sectionTotals && template.sections.length > 1 && template.sections.every(({ name }) => name !== null);

/** Gives every indicator its row. */
export function tableAt(
  template: Template,
  columns: readonly TableColumn[],
  headerRow: number,
  widths: readonly number[] = columns.map(({ width }) => width),
): Table {
  const rows: TableRow[] = [];
  const subtotals = new Map<number, number>();
  let row = headerRow + 1;
  template.sections.forEach((section, at) => {
    for (const indicator of section.indicators) rows.push({ indicator, section: at, index: rows.length, row: row++ });
    if (hasSubtotal(template)) subtotals.set(at, row++);
  });
  const extras = template.extras.map((extra, at): TableRow => ({
    indicator: asIndicator(extra),
    section: -1,
    index: rows.length + at,
    row: row++,
  }));
  return { template, columns, widths, headerRow, rows, extras, subtotals, end: row };
}

const asIndicator = ({ kind, name, criteria, cap }: Template['extras'][number]): TemplateIndicator => ({
  name,
  criteria,
  weight: cap,
  target: null,
  unit: null,
  entry: { kind: kind === 'deduction' ? 'deduction' : 'score' },
});

/** Writes header, rows and subtotals. */
export function writeTable(draft: Draft, table: Table): void {
  writeHeader(draft, table);
  for (const row of [...table.rows, ...table.extras]) writeRow(draft, table, row);
  table.template.sections.forEach((_, section) => writeSection(draft, table, section));
  writeExtraLabel(draft, table);
  for (const [section, row] of table.subtotals) writeSubtotal(draft, table, section, row);
}

function writeHeader(draft: Draft, { columns, headerRow }: Table): void {
  columns.forEach(({ header }, index) => put(draft, { row: headerRow, column: index + 1 }, textCell(header), 'header'));
  draft.heights.set(headerRow, 30);
}

function writeRow(draft: Draft, table: Table, row: TableRow): void {
  const cells = table.columns.map((column) => column.cell(row, table));
  cells.forEach((cell, index) => writeCell(draft, row, index + 1, cell));
  draft.heights.set(row.row, 22);
}

function writeCell(draft: Draft, row: TableRow, column: number, { written, style, rule: own, entry }: RowCell): void {
  put(draft, { row: row.row, column }, written, style);
  if (own) takeRule(draft, { row: row.row, column }, own);
  if (!entry) return;
  const { use, rater, rule, of } = entry;
  takeEntry(draft, { row: row.row, column, indicator: row.index, use, rater, rule: rule.rule, entry: of }, rule);
}

/** The section's name in one cell over its rows (and its subtotal's label beside it). */
function writeSection(draft: Draft, table: Table, section: number): void {
  const rows = sectionRows(table, section);
  const [first] = rows;
  if (first && section > 0) draft.blocks.push({ row: first.row, firm: false });
  if (!hasColumn(table, 'dimension') || !first) return;
  const column = columnOf(table, 'dimension');
  const area = { top: first.row, left: column, bottom: first.row + rows.length - 1, right: column };
  putArea(draft, area, textCell(sectionLabel(table.template, section)), 'dimension');
}

function writeExtraLabel(draft: Draft, table: Table): void {
  const [first] = table.extras;
  if (first) draft.blocks.push({ row: first.row, firm: false });
  if (!hasColumn(table, 'dimension') || !first) return;
  const column = columnOf(table, 'dimension');
  const area = { top: first.row, left: column, bottom: first.row + table.extras.length - 1, right: column };
  putArea(draft, area, textCell(word(table.template.language, 'label.extras')), 'dimension');
}

/** Keys of the columns that hold scores to be summed. */
export const scoreKeys = (table: Table): readonly string[] =>
  table.columns.map(({ key }) => key).filter((key) => /^(?:rater\d+|score|p\d+|mean)$/.test(key));

/** First column after the label of a total row: the weights or points, else the scores. */
function labelEnd(table: Table): number {
  const measure = columnOf(table, 'weight') || columnOf(table, 'points');
  const firstScore = Math.min(...scoreKeys(table).map((key) => columnOf(table, key)));
  return (measure || firstScore) - 1;
}

export interface TotalLine {
  readonly row: number;
  readonly label: string;
  /** Formula by column key. */
  readonly values: Readonly<Record<string, string>>;
  readonly style: 'total' | 'final';
  /** Rows whose weights or points the line sums up; null: none. */
  readonly measures: readonly TableRow[] | null;
  /** One value for all score columns instead of one each. */
  readonly whole?: string;
  readonly format?: string;
}

/** A line of totals: label, sum of the weights, an empty field, values. */
export function writeTotal(draft: Draft, table: Table, line: TotalLine): void {
  const end = Math.max(1, labelEnd(table));
  const { row } = line;
  putArea(draft, { top: row, left: 1, bottom: row, right: end }, textCell(line.label), 'total-label');
  for (let column = end + 1; column <= table.columns.length; column += 1) put(draft, { row, column }, blankCell, line.style);
  writeMeasureSum(draft, table, line);
  writeValues(draft, table, line);
  draft.heights.set(row, line.style === 'final' ? 23 : 21);
}

function writeMeasureSum(draft: Draft, table: Table, { row, measures }: TotalLine): void {
  const key = hasColumn(table, 'weight') ? 'weight' : hasColumn(table, 'points') ? 'points' : null;
  if (!key || !measures || measures.every(({ indicator }) => indicator.weight === null)) return;
  const whole = measures.reduce((sum, { indicator }) => sum.plus(indicator.weight ?? 0), new Decimal(0));
  const [format, blank] = key === 'weight' ? [percentFormat(table), whole.div(100)] : ['General', whole];
  const formula = `=SUM(${ranges(table, key, measures).join(',')})`;
  put(draft, { row, column: columnOf(table, key) }, formulaCell(formula, format, blank.toFixed()), 'total');
}

const percentFormat = ({ template }: Table): string =>
  template.sections.some(({ indicators }) => indicators.some(({ weight }) => weight?.includes('.'))) ? '0.0%' : '0%';

function writeValues(draft: Draft, table: Table, { row, values, whole, style, format = 'General' }: TotalLine): void {
  for (const [key, formula] of Object.entries(values))
    put(draft, { row, column: columnOf(table, key) }, formulaCell(formula, format), style);
  if (whole === undefined) return;
  const columns = scoreKeys(table).map((key) => columnOf(table, key));
  putArea(draft, { top: row, left: Math.min(...columns), bottom: row, right: Math.max(...columns) }, formulaCell(whole, format), style);
}

function writeSubtotal(draft: Draft, table: Table, section: number, row: number): void {
  const rows = sectionRows(table, section);
  const values = Object.fromEntries(scoreKeys(table).map((key) => [key, guardedSum(table, key, rows)]));
  const label = word(table.template.language, 'label.subtotal', { name: table.template.sections[section]?.name ?? '' });
  writeTotal(draft, table, { row, label, values, style: 'total', measures: rows });
}
