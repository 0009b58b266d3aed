/** Which column of a table plays which role: header words weighed against what the column holds. */
import type { HeaderLevel } from './header';
import { isSignature, startsNote } from './notes';
import { cellNumber } from './sheet';
import type { Table } from './table';
import type { ColumnRole } from './types';
import {
  type EntryColumn,
  repeatable,
  type Option,
  optionsOf,
  type Assigned,
  prefers,
  best,
  type ForcedRoles,
  forceRoles,
  rename,
} from './columnOption';
import { assignNames, fillNames } from './nameColumns';
import { fillCriteria } from './criteriaColumn';
import {
  monthsInOrder,
  entryColumns,
  candidateColumns,
  settleGrade,
  settleRaterGrades,
  settleResult,
  settleWeighted,
} from './entryColumns';
import { percentColumns, settleMarks, addDimensionWeight } from './measureColumns';

export interface Columns {
  readonly byRole: ReadonlyMap<ColumnRole, number>;
  /** Score-like columns (`score`, `self`, `supervisor`, `reviewer`, `result`, `grade`, `weighted`, months …) from left to right. */
  readonly entries: readonly EntryColumn[];
  readonly levels: readonly HeaderLevel[];
  /** Sum of the strengths of the header words used. */
  readonly strength: number;
  readonly saysPercent: ReadonlySet<number>;
}

/** Rows that hold something of the table's own: signatures, remarks and interview records below it say nothing about its columns. */
function contentRows(table: Table): readonly number[] {
  const rows = table.body.slice(0, SAMPLE);
  return rows.filter((row) => {
    const cells = table.sheet.cellsIn(row).filter((cell) => cell.column >= table.left && cell.column <= table.right);
    if (cells.some((cell) => cellNumber(cell) !== null)) return true;
    const remark = cells[0] !== undefined && cells.length <= 2 && startsNote(cells[0].text);
    return !remark && !cells.some((cell) => isSignature(cell.text) && cell.text.length < LINE);
  });
}

/** Lines to be signed are shorter than texts that speak of signatures. */
const LINE = 60;

/** Rows of the body that are taken to judge a column by. */
const SAMPLE = 80;

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
  const rows = contentRows(table);
  const options = forceRoles(optionsOf(table, rows, computed), forced);
  const assigned: Assigned = new Map();
  const rest = assignNames(table, options, rows, assigned);
  assignSingles(rest, assigned);
  settleMethod(assigned, options);
  settleMarks(options, assigned);
  const named = settleRaterGrades(entryColumns(options, assigned));
  const hasScore = named.some((entry) => ['score', 'self', 'supervisor', 'reviewer', 'result', 'deduction'].includes(entry.role));
  const scored = assigned.has('fullMarks') || assigned.has('weight');
  const free = options.filter((option) => ![...assigned.values()].includes(option) && forced.get(option.cell.column) !== 'none');
  const candidates = scored ? candidateColumns(table, free, rows, hasScore) : [];
  const byRole = new Map(fillNames(table, assigned, rows, options));
  addDimensionWeight(table, options, byRole);
  const found = [...named, ...candidates].filter((entry) => entry.column !== byRole.get('indicator')).sort((a, b) => a.column - b.column);
  if (scored || found.length > 0) fillCriteria(table, byRole, new Set(found.map(({ column }) => column)), rows);
  const criteria = byRole.get('criteria');
  const entries = settleGrade(table, settleResult(monthsInOrder(settleWeighted(table, found)), criteria), criteria, rows);
  for (const entry of entries) if (!byRole.has(entry.role)) byRole.set(entry.role, entry.column);
  for (const [column, role] of forced) if (role !== 'none') byRole.set(role, column);
  const strength = options.reduce((sum, option) => sum + (option.words[0]?.strength ?? 0), 0);
  return { byRole, entries, levels: table.header.levels, strength, saysPercent: percentColumns(table, options, rows) };
}
