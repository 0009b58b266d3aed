/** The scored table of a sheet: columns that know what stands in a row, sections, subtotals, totals. Layouts only say which. */
import { areaAddress, cellAddress } from '../../form/address';
import type { StyleRole } from '../sheetPlan';
import type { Template, TemplateIndicator } from '../types';
import type { EntryRule, Written } from './draft';
import type { PlanEntry } from '../sheetPlan';

export interface TableRow {
  readonly indicator: TemplateIndicator;
  /** Position of its section in the template; -1 for extras. */
  readonly section: number;
  /** Position among all indicators of the template. */
  readonly index: number;
  readonly row: number;
}

/** A cell in a row of the table. */
export interface RowCell {
  readonly written: Written;
  readonly style: StyleRole;
  /** What may be typed over a printed value that is no entry of the review. */
  readonly rule?: EntryRule;
  readonly entry?: {
    readonly use: PlanEntry['use'];
    readonly rater: number | null;
    readonly rule: EntryRule;
    readonly of: PlanEntry['entry'];
  };
}

export interface TableColumn {
  readonly key: string;
  readonly header: string;
  /** Least width in characters, and its part of what is left on the page. */
  readonly width: number;
  readonly grow: number;
  readonly cell: (row: TableRow, table: Table) => RowCell;
}

/** Where everything stands, for formulas. */
export interface Table {
  readonly template: Template;
  readonly columns: readonly TableColumn[];
  /** In characters. */
  readonly widths: readonly number[];
  readonly headerRow: number;
  /** Indicator rows, without extras. */
  readonly rows: readonly TableRow[];
  readonly extras: readonly TableRow[];
  /** Rows of the section subtotals, by section. */
  readonly subtotals: ReadonlyMap<number, number>;
  /** First row below the table's rows. */
  readonly end: number;
}

/** Column number of a key; 0 where the table has no such column. */
export const columnOf = (table: Table, key: string): number => table.columns.findIndex((column) => column.key === key) + 1;

export const hasColumn = (table: Table, key: string): boolean => columnOf(table, key) > 0;

/** Address of a row's cell under a key. */
export const at = (table: Table, key: string, row: number): string => cellAddress(row, columnOf(table, key));

/** Runs of neighbouring rows. */
function runs(rows: readonly TableRow[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const { row } of rows) {
    const last = found.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else found.push([row, row]);
  }
  return found;
}

/** Ranges that hold exactly these rows of a column. */
export function ranges(table: Table, key: string, rows: readonly TableRow[]): readonly string[] {
  const column = columnOf(table, key);
  return runs(rows).map(([top, bottom]) => areaAddress({ top, left: column, bottom, right: column }));
}

/** The rows of one section. */
export const sectionRows = (table: Table, section: number): readonly TableRow[] => table.rows.filter((row) => row.section === section);
