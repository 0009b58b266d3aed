/** Which columns name what is judged: the indicator, and the groups left of it. */
import { contentOf, type Table } from './table';
import type { ColumnRole } from './types';
import { type Option, type Assigned, rename } from './columnOption';

/** Whether a column's values stand for groups of rows of another: fewer cells beside the other's, merged or repeated ones. */
function isGrouping(table: Table, first: Option, second: Option, rows: readonly number[]): boolean {
  const { sheet } = table;
  const own = (row: number, { cell }: Option): boolean =>
    sheet.cell(row, cell.column)?.row === row && sheet.cell(row, cell.column)?.column === cell.column;
  const named = rows.filter((row) => own(row, second));
  const beside = named.filter((row) => own(row, first)).length;
  const tall = rows.some((row) => sheet.area(row, first.cell.column).bottom > sheet.area(row, first.cell.column).top);
  return (tall && beside <= named.length) || beside < named.length || first.content.distinct < first.content.filled * 0.7;
}

/**
 * Names of what is judged. Of two such columns the left one groups the right one where it has merged or repeated cells;
 * otherwise it is the indicator and the other one explains it.
 */
export function assignNames(table: Table, options: readonly Option[], rows: readonly number[], assigned: Assigned): readonly Option[] {
  const names = options.filter((option) => option.words[0]?.role === 'indicator' || option.words[0]?.role === 'dimension');
  const real = names.filter((option) => (option.words[0]?.strength ?? 0) > 0 || names.length === 1);
  const pool = real.length > 0 ? real : names.slice(0, 1);
  const strongest = pool.reduce<Option | undefined>((top, option) => (top && rankOf(top) >= rankOf(option) ? top : option), undefined);
  if (!strongest) return options;
  const at = pool.indexOf(strongest);
  const right = pool[at + 1];
  const left = pool[at - 1];
  if (right && right.words[0]?.role === 'indicator' && isGrouping(table, strongest, right, rows)) assignPair(assigned, strongest, right);
  else if (left && (left.words[0]?.role === 'dimension' || isGrouping(table, left, strongest, rows))) assignPair(assigned, left, strongest);
  else if (left && left.words[0]?.role === 'indicator' && rankOf(left) >= rankOf(strongest) - 1) assigned.set('indicator', left);
  else assigned.set('indicator', strongest);
  const group = pool.find((option) => option !== assigned.get('indicator') && option.words[0]?.role === 'dimension');
  // A group told behind the name (`KPI | Area`) says so by repeating itself.
  if (group && !assigned.has('dimension') && group.content.distinct < group.content.filled) assigned.set('dimension', group);
  const taken = new Set(assigned.values());
  return options.filter((option) => !taken.has(option));
}

const rankOf = (option: Option): number => (option.words[0]?.role === 'indicator' ? 1 : 0) + (option.words[0]?.strength ?? 0);

function assignPair(assigned: Assigned, dimension: Option, indicator: Option): void {
  assigned.set('dimension', dimension);
  assigned.set('indicator', indicator);
}

/** The leftmost text columns play the names where no header says so (empty or unknown header cells). */
export function fillNames(
  table: Table,
  assigned: Assigned,
  rows: readonly number[],
  options: readonly Option[],
): ReadonlyMap<ColumnRole, number> {
  const byRole = new Map<ColumnRole, number>([...assigned].map(([role, option]) => [role, option.cell.column]));
  const headed = new Set(table.header.cells.filter((cell) => cell.words.length > 0).flatMap((cell) => range(cell.left, cell.right)));
  const unknown = range(table.left, table.right).filter((column) => !headed.has(column) && !byRole.has('levelColumn' as ColumnRole));
  const levels = new Set(table.header.levels.map((level) => level.cell.column));
  const texts = unknown.filter(
    (column) =>
      !levels.has(column) &&
      !options.some((option) => option.cell.left < column && option.cell.right >= column) &&
      textColumn(table, column, rows),
  );
  const indicator = byRole.get('indicator');
  const grouped = namedRightOf(table, assigned, texts, options, rows);
  if (grouped !== null) {
    rename(byRole, 'indicator', 'dimension');
    byRole.set('indicator', grouped);
  } else if (indicator === undefined) assignUnnamed(table, byRole, texts, rows);
  else adjustUnnamed(table, byRole, texts, indicator, rows);
  return byRole;
}

/** The column of names right of one that only names their groups (`类别`), where its own header is an unknown word. */
function namedRightOf(
  table: Table,
  assigned: Assigned,
  texts: readonly number[],
  options: readonly Option[],
  rows: readonly number[],
): number | null {
  const group = assigned.get('indicator');
  if (!group || group.words[0]?.role !== 'dimension' || assigned.has('dimension')) return null;
  const right = options.find(({ cell }) => cell.column === group.cell.right + 1 && texts.includes(cell.column));
  return right && right.content.distinct === right.content.filled && isGrouping(table, group, right, rows) ? right.cell.column : null;
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

const textColumn = (table: Table, column: number, rows: readonly number[]): boolean => {
  const content = contentOf(table, column, rows);
  return content.texts >= 1 && content.texts >= content.filled * 0.5;
};

function assignUnnamed(table: Table, byRole: Map<ColumnRole, number>, texts: readonly number[], rows: readonly number[]): void {
  const [first, second] = texts;
  const dimension = byRole.get('dimension');
  if (first === undefined) {
    if (dimension !== undefined) rename(byRole, 'dimension', 'indicator');
    else if (byRole.has('criteria')) rename(byRole, 'criteria', 'indicator');
    return;
  }
  const criteria = byRole.get('criteria');
  const next = second ?? (criteria !== undefined && criteria > first ? criteria : undefined);
  const groups = next !== undefined && contentOf(table, first, rows).filled < contentOf(table, next, rows).filled * 0.8;
  if (groups && next !== undefined) {
    byRole.set('dimension', first);
    byRole.set('indicator', next);
    if (next === criteria) byRole.delete('criteria');
  } else byRole.set('indicator', first);
}

/** An unnamed text column left of the named one: a group of rows (fewer cells), else the true name where the other one explains at length. */
function adjustUnnamed(
  table: Table,
  byRole: Map<ColumnRole, number>,
  texts: readonly number[],
  indicator: number,
  rows: readonly number[],
): void {
  const left = [...texts].reverse().find((column) => column < indicator && column !== byRole.get('seq'));
  if (left === undefined) return;
  const name = contentOf(table, left, rows);
  const named = contentOf(table, indicator, rows);
  if (name.filled < named.filled) {
    if (!byRole.has('dimension')) byRole.set('dimension', left);
  } else if (!byRole.has('criteria') && named.length > 2 * name.length) {
    byRole.set('criteria', indicator);
    byRole.set('indicator', left);
  }
}
