/** Which column of a table plays which role: header words weighed against what the column holds. */
import { headerWords, judgePattern, raterOfHeader, raterRole, type HeaderWord } from './headerVocabulary';
import type { HeaderCell, HeaderLevel } from './headers';
import { isText } from './sheet';
import { contentOf, type ColumnContent, type Table } from './table';
import { totalLabel } from './totalWords';
import { weightText } from './weights';
import { withoutBrackets } from './plainText';
import type { ColumnRole, Month, Rater } from './types';

/** A column into which somebody enters, or into which a result is computed. */
export interface EntryColumn {
  readonly column: number;
  readonly header: string;
  readonly rater: Rater;
  readonly role: ColumnRole;
}

export interface Columns {
  readonly byRole: ReadonlyMap<ColumnRole, number>;
  /** Score-like columns (`score`, `self`, `supervisor`, `reviewer`, `result`, `grade`, `weighted`, months …) from left to right. */
  readonly entries: readonly EntryColumn[];
  readonly levels: readonly HeaderLevel[];
  /** Sum of the strengths of the header words used. */
  readonly strength: number;
  readonly saysPercent: ReadonlySet<number>;
}

/** Roles that several columns may play at once. */
const repeatable: ReadonlySet<ColumnRole> = new Set(['score', 'self', 'supervisor', 'reviewer', 'grade', 'weighted', 'result']);
const entryRoles: ReadonlySet<ColumnRole> = new Set([
  'score',
  'self',
  'supervisor',
  'reviewer',
  'grade',
  'weighted',
  'result',
  'actual',
  'deduction',
  'count',
  'numerator',
  'denominator',
  'headcount',
  'days',
  'effectiveness',
  'rank',
  'bonus',
  'perIncident',
]);
const isEntryRole = (role: ColumnRole): boolean => entryRoles.has(role) || /^(?:month|quarter)\d/.test(role);

const LONG = 24;

/** Rows of the body that are taken to judge a column by. */
const SAMPLE = 80;

const numericFit = (content: ColumnContent): boolean =>
  content.filled === 0 || (content.numbers >= content.filled * 0.5 && content.dates < content.filled * 0.5);
const scoreFit = (content: ColumnContent): boolean =>
  content.filled === 0 || ((content.numbers >= content.filled * 0.3 || content.length <= LONG) && content.dates < content.filled * 0.5);
const textFit = (content: ColumnContent): boolean => content.filled === 0 || content.texts >= content.filled * 0.4;

type Fit = (content: ColumnContent) => boolean;
const fits: Readonly<Partial<Record<ColumnRole, Fit>>> = {
  weight: numericFit,
  fullMarks: numericFit,
  dimensionWeight: numericFit,
  perIncident: numericFit,
  rank: scoreFit,
  bonus: scoreFit,
  score: scoreFit,
  self: scoreFit,
  supervisor: scoreFit,
  reviewer: scoreFit,
  result: scoreFit,
  weighted: scoreFit,
  grade: scoreFit,
  deduction: scoreFit,
  criteria: textFit,
  indicator: textFit,
  dimension: textFit,
  source: textFit,
  auditDept: textFit,
  rater: textFit,
};

interface Option {
  readonly cell: HeaderCell;
  readonly words: readonly HeaderWord[];
  readonly content: ColumnContent;
}

/** A cell's own words; under a rater's super-header (`自评` over `得分`), the score column is that rater's. */
function wordsUnder(cell: HeaderCell): readonly HeaderWord[] {
  if (cell.above === null) return cell.words;
  const rater = raterOfHeader(cell.above);
  const own = cell.words[0]?.role;
  if (rater !== null && own === 'score') return [{ role: raterRole(rater), strength: 3, pattern: /^/ }, ...cell.words];
  return cell.words.length > 0 ? cell.words : headerWords(cell.above).filter((entry) => !isEntryRole(entry.role));
}

/** A column that a printed formula computes (`分数②=…`) holds results, whatever its header says. */
function wordsFor(cell: HeaderCell, computed: ReadonlySet<string>): readonly HeaderWord[] {
  const words = wordsUnder(cell);
  const name = withoutBrackets(cell.plain);
  if (!computed.has(name) || words.some((entry) => ['result', 'weighted', 'actual', 'indicator'].includes(entry.role))) return words;
  return [{ role: words[0]?.role === 'score' ? 'weighted' : 'result', strength: 2, pattern: /^/ }, ...words];
}

function optionsOf(table: Table, rows: readonly number[], computed: ReadonlySet<string>): readonly Option[] {
  const levels = new Set(table.header.levels.map((level) => level.cell));
  return table.header.cells
    .filter((cell) => !levels.has(cell))
    .map((cell) => {
      const content = contentOf(table, cell.column, rows);
      return { cell, content, words: wordsFor(cell, computed).filter((entry) => fits[entry.role]?.(content) ?? true) };
    });
}

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

type Assigned = Map<ColumnRole, Option>;

const prefers = (option: Option, role: ColumnRole): HeaderWord | undefined => option.words.find((entry) => entry.role === role);

/** The strongest word for a role wins; of equals the leftmost. */
function best(options: readonly Option[], role: ColumnRole): Option | undefined {
  const able = options.filter((option) => option.words[0]?.role === role);
  return able.reduce<Option | undefined>(
    (top, option) => (top && (prefers(top, role)?.strength ?? 0) >= (prefers(option, role)?.strength ?? 0) ? top : option),
    undefined,
  );
}

/**
 * Names of what is judged. Of two such columns the left one groups the right one where it has merged or repeated cells;
 * otherwise it is the indicator and the other one explains it.
 */
function assignNames(table: Table, options: readonly Option[], rows: readonly number[], assigned: Assigned): readonly Option[] {
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
  const taken = new Set(assigned.values());
  return options.filter((option) => !taken.has(option));
}

const rankOf = (option: Option): number => (option.words[0]?.role === 'indicator' ? 1 : 0) + (option.words[0]?.strength ?? 0);

function assignPair(assigned: Assigned, dimension: Option, indicator: Option): void {
  assigned.set('dimension', dimension);
  assigned.set('indicator', indicator);
}

const singleRoles: readonly ColumnRole[] = [
  'seq',
  'dimensionWeight',
  'weight',
  'fullMarks',
  'target',
  'criteria',
  'actual',
  'deduction',
  'perIncident',
  'count',
  'numerator',
  'denominator',
  'effectiveness',
  'headcount',
  'days',
  'unit',
  'period',
  'cycle',
  'source',
  'rank',
  'bonus',
  'auditDept',
  'rater',
  'method',
  'remark',
];

/** Gives each single role to its best column; a column that loses falls back to the next meaning of its header. */
function assignSingles(options: readonly Option[], assigned: Assigned): void {
  let open = options.filter((option) => option.words.length > 0);
  for (let round = 0; round < 4 && open.length > 0; round++) {
    for (const role of singleRoles) {
      if (assigned.has(role)) continue;
      const winner = best(open, role);
      if (winner) assigned.set(role, winner);
    }
    const taken = new Set(assigned.values());
    open = open
      .filter((option) => !taken.has(option) && !repeatable.has(option.words[0]?.role ?? 'score'))
      .map((option) => ({ ...option, words: option.words.slice(1) }))
      .filter((option) => option.words.length > 0);
  }
}

/** `评分方法` beside a definition is the method, the definition the criteria's place is not: the scoring text keeps `method`. */
function settleMethod(assigned: Assigned, options: readonly Option[]): void {
  const criteria = assigned.get('criteria');
  if (!criteria || !prefers(criteria, 'method') || assigned.has('method')) return;
  const other = options.find((option) => option !== criteria && prefers(option, 'criteria') && ![...assigned.values()].includes(option));
  if (!other) return;
  assigned.set('method', criteria);
  assigned.set('criteria', other);
}

/** Month columns are counted in their order (`7月 | 8月 | 9月` are month1 to month3 of the form); the header keeps their names. */
function monthsInOrder(entries: readonly EntryColumn[]): readonly EntryColumn[] {
  let count = 0;
  return entries.map((entry) =>
    entry.role.startsWith('month') ? { ...entry, role: `month${Math.min(12, ++count) as Month}` as const } : entry,
  );
}

/** The role of a column with several: its own where it won one, else the first that several columns may play. */
function entryRole(option: Option, single: ReadonlyMap<Option, ColumnRole>): ColumnRole | undefined {
  return (
    single.get(option) ?? option.words.map((entry) => entry.role).find((role) => repeatable.has(role) || /^(?:month|quarter)/.test(role))
  );
}

function entryColumns(options: readonly Option[], assigned: Assigned): EntryColumn[] {
  const single = new Map([...assigned].map(([role, option]) => [option, role]));
  return options.flatMap((option) => {
    const role = entryRole(option, single);
    return role && isEntryRole(role) ? [{ column: option.cell.column, header: option.cell.text, role, rater: raterFor(option, role) }] : [];
  });
}

function raterFor(option: Option, role: ColumnRole): Rater {
  const own = raterOfHeader(option.cell.plain) ?? (option.cell.above === null ? null : raterOfHeader(option.cell.above));
  if (own !== null) return judgePattern.test(own) ? option.cell.text : own;
  return role === 'result' ? 'reviewer' : 'single';
}

const forbiddenRater =
  /[￥$€]|\b(?:price|cost|amount|date|qty|quantity|status|link|url|phone|email|required|notes?)\b|价|金额|数量|日期|电话|状态|链接|备注|\?$/i;

/** Columns without a known header that people score in: blank or numbers beside points, with totals below (`一队`, `Student A`). */
function candidateColumns(table: Table, options: readonly Option[], rows: readonly number[], hasScore: boolean): EntryColumn[] {
  const totals = rows.filter((row) => table.sheet.cellsIn(row).some((cell) => totalLabel(cell.plain) !== null));
  return options
    .filter((option) => option.words.length === 0 && option.cell.plain !== '' && !forbiddenRater.test(option.cell.plain))
    .filter(({ content, cell }) => {
      const summed = totals.some((row) => table.sheet.cell(row, cell.column)?.formula);
      return content.filled === content.numbers && (summed || (!hasScore && content.filled === 0));
    })
    .map(({ cell }) => ({ column: cell.column, header: cell.text, rater: cell.text, role: 'score' as const }));
}

/** The leftmost text columns play the names where no header says so (empty or unknown header cells). */
function fillNames(table: Table, assigned: Assigned, rows: readonly number[], options: readonly Option[]): ReadonlyMap<ColumnRole, number> {
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
  if (indicator === undefined) assignUnnamed(table, byRole, texts, rows);
  else adjustUnnamed(table, byRole, texts, indicator, rows);
  return byRole;
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

function rename(byRole: Map<ColumnRole, number>, from: ColumnRole, to: ColumnRole): void {
  const column = byRole.get(from);
  if (column === undefined) return;
  byRole.delete(from);
  byRole.set(to, column);
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

const percentColumns = (table: Table, options: readonly Option[], rows: readonly number[]): ReadonlySet<number> =>
  new Set(options.filter(({ cell }) => /%/.test(cell.plain) || saysPercentBeside(table, cell, rows)).map(({ cell }) => cell.column));

/** `40` in one cell and `%` in the next. */
function saysPercentBeside(table: Table, cell: HeaderCell, rows: readonly number[]): boolean {
  const beside = rows.filter((row) => table.sheet.cell(row, cell.column + 1)?.plain === '%');
  return beside.length >= 2;
}

/** `分数` filled in every row of a table without other points is what a row is worth, not what was scored. */
function settleMarks(options: readonly Option[], assigned: Assigned): void {
  if (assigned.has('fullMarks') || assigned.has('weight')) return;
  const scores = options.filter((option) => option.words.some((entry) => entry.role === 'score'));
  const [only] = scores;
  const rows = assigned.get('indicator')?.content.filled ?? 0;
  if (scores.length !== 1 || !only || !/^(?:分数?|分值分数)$/.test(withoutBrackets(only.cell.plain))) return;
  if (only.content.numbers >= Math.max(2, rows * 0.9)) assigned.set('fullMarks', only);
}

export type ForcedRoles = ReadonlyMap<number, ColumnRole | 'none'>;

function forceRoles(options: readonly Option[], forced: ForcedRoles): readonly Option[] {
  const roles = new Set(forced.values());
  return options.map((option) => {
    const role = forced.get(option.cell.column);
    if (role === undefined)
      return { ...option, words: option.words.filter((entry) => repeatable.has(entry.role) || !roles.has(entry.role)) };
    return { ...option, words: role === 'none' ? [] : [{ role, strength: 9, pattern: /^/ }] };
  });
}

const tallRows = (table: Table, column: number): number => table.body.filter((row) => table.sheet.area(row, column).top < row).length;

/** Weights of dimensions in a column beside the weights, under the same header or none, merged just as the dimensions are. */
function addDimensionWeight(table: Table, byRole: Map<ColumnRole, number>): void {
  const weight = byRole.get('weight');
  const dimension = byRole.get('dimension');
  if (weight === undefined || dimension === undefined || byRole.has('dimensionWeight')) return;
  const beside = weight + 1;
  if (table.header.cells.some((cell) => cell.column === beside) || tallRows(table, beside) === 0) return;
  const alike = table.body.filter((row) => weightText(table.sheet.cell(row, beside)) !== null);
  const merged = alike.filter((row) => table.sheet.area(row, beside).bottom === table.sheet.area(row, dimension).bottom);
  if (merged.length >= 2 && merged.length >= alike.length * 0.7) byRole.set('dimensionWeight', beside);
}

/** Of two nameless score columns the one merged over its sections holds what is computed from the other. */
function settleWeighted(table: Table, entries: readonly EntryColumn[]): readonly EntryColumn[] {
  const nameless = entries.filter((entry) => entry.role === 'score' && entry.rater === 'single');
  if (nameless.length < 2) return entries;
  const fine = nameless.some((entry) => tallRows(table, entry.column) === 0);
  return entries.map((entry) =>
    fine && nameless.includes(entry) && tallRows(table, entry.column) > 0 ? { ...entry, role: 'weighted' as const } : entry,
  );
}

/** Columns that are scored by ticks or numbers under their levels: the score beside them is their result. */
export function withLevelResult(columns: Columns): Columns {
  const scores = columns.entries.filter((entry) => entry.role === 'score');
  if (scores.length !== 1 || columns.byRole.has('result')) return columns;
  const byRole = new Map(columns.byRole);
  rename(byRole, 'score', 'result');
  return {
    ...columns,
    byRole,
    entries: columns.entries.map((entry) => (entry.role === 'score' ? { ...entry, role: 'result' as const } : entry)),
  };
}

/**
 * Reads the columns of a table. `computed` are names that printed formulas on the sheet compute. `forced` are a user's corrections by column number: such a column plays that role
 * (`none`: no role), whatever its header says.
 */
export function columnsOf(table: Table, forced: ForcedRoles = new Map(), computed: ReadonlySet<string> = new Set()): Columns {
  const rows = table.body.slice(0, SAMPLE);
  const options = forceRoles(optionsOf(table, rows, computed), forced);
  const assigned: Assigned = new Map();
  const rest = assignNames(table, options, rows, assigned);
  assignSingles(rest, assigned);
  settleMethod(assigned, options);
  settleMarks(options, assigned);
  const named = entryColumns(options, assigned);
  const hasScore = named.some((entry) => ['score', 'self', 'supervisor', 'reviewer', 'result', 'deduction'].includes(entry.role));
  const scored = assigned.has('fullMarks') || assigned.has('weight');
  const free = options.filter((option) => ![...assigned.values()].includes(option) && forced.get(option.cell.column) !== 'none');
  const candidates = scored ? candidateColumns(table, free, rows, hasScore) : [];
  const byRole = new Map(fillNames(table, assigned, rows, options));
  addDimensionWeight(table, byRole);
  const found = [...named, ...candidates].filter((entry) => entry.column !== byRole.get('indicator')).sort((a, b) => a.column - b.column);
  const entries = monthsInOrder(settleWeighted(table, found));
  for (const entry of entries) if (!byRole.has(entry.role)) byRole.set(entry.role, entry.column);
  for (const [column, role] of forced) if (role !== 'none') byRole.set(role, column);
  const strength = options.reduce((sum, option) => sum + (option.words[0]?.strength ?? 0), 0);
  return { byRole, entries, levels: table.header.levels, strength, saysPercent: percentColumns(table, options, rows) };
}

/** Whether a cell of a column is a text of its own (not a number, not part of another column's merge). */
export const ownText = (table: Table, row: number, column: number): boolean => {
  const cell = table.sheet.cell(row, column);
  return isText(cell) && cell.column === column && cell.row === row;
};
