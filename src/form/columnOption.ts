/** What a column could be: its header's words, as far as they fit what the column holds. */
import { headerWords, panelPattern, raterOfHeader, raterRole, type HeaderWord } from './headerVocabulary';
import type { HeaderCell } from './header';
import { contentOf, type ColumnContent, type Table } from './table';
import { withoutBrackets } from './plainText';
import type { ColumnRole, Rater } from './types';

/** A column into which somebody enters, or into which a result is computed. */
export interface EntryColumn {
  readonly column: number;
  readonly header: string;
  readonly rater: Rater;
  readonly role: ColumnRole;
}

/** Roles that several columns may play at once. */
export const repeatable: ReadonlySet<ColumnRole> = new Set(['score', 'self', 'supervisor', 'reviewer', 'grade', 'weighted', 'result']);

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

export const isEntryRole = (role: ColumnRole): boolean => entryRoles.has(role) || /^(?:month|quarter)\d/.test(role);

const LONG = 24;

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

export interface Option {
  readonly cell: HeaderCell;
  readonly words: readonly HeaderWord[];
  readonly content: ColumnContent;
}

/** A cell's own words; under a rater's super-header (`自评` over `得分`), the score column is that rater's. */
function wordsUnder(cell: HeaderCell): readonly HeaderWord[] {
  if (cell.above === null) return cell.words;
  if (cell.words.length === 0 && panelPattern.test(cell.above)) return [{ role: 'score', strength: 2, pattern: /^/ }];
  const rater = raterOfHeader(cell.above);
  const own = cell.words[0]?.role;
  // A column that names its own judge (`同级1` under `评价人评分`) is nobody else's.
  if (rater !== null && own === 'score' && raterOfHeader(cell.plain) === null)
    return [{ role: raterRole(rater), strength: 3, pattern: /^/ }, ...cell.words];
  return cell.words.length > 0 ? cell.words : headerWords(cell.above).filter((entry) => !isEntryRole(entry.role));
}

/** A column that a printed formula computes (`分数②=…`) holds results, whatever its header says. */
function wordsFor(cell: HeaderCell, computed: ReadonlySet<string>): readonly HeaderWord[] {
  const words = wordsUnder(cell);
  const name = withoutBrackets(cell.plain);
  if (!computed.has(name) || words.some((entry) => ['result', 'weighted', 'actual', 'indicator'].includes(entry.role))) return words;
  return [{ role: words[0]?.role === 'score' ? 'weighted' : 'result', strength: 2, pattern: /^/ }, ...words];
}

export function optionsOf(table: Table, rows: readonly number[], computed: ReadonlySet<string>): readonly Option[] {
  const levels = new Set(table.header.levels.map((level) => level.cell));
  return table.header.cells
    .filter((cell) => !levels.has(cell))
    .map((cell) => {
      const content = contentOf(table, cell.column, rows);
      const able = wordsFor(cell, computed).filter(
        (entry) => (fits[entry.role]?.(content) ?? true) && !isGradeColumn(cell, entry.role, content),
      );
      return { cell, content, words: able };
    });
}

/** `评定等级` over texts explains levels; over letters or nothing it is where they are entered. */
const isGradeColumn = ({ plain }: HeaderCell, role: ColumnRole, content: ColumnContent): boolean =>
  role === 'criteria' && withoutBrackets(plain).endsWith('等级') && content.length < SHORT;

const SHORT = 6;

export type Assigned = Map<ColumnRole, Option>;

export const prefers = (option: Option, role: ColumnRole): HeaderWord | undefined => option.words.find((entry) => entry.role === role);

/** The strongest word for a role wins; of equals the leftmost. */
export function best(options: readonly Option[], role: ColumnRole): Option | undefined {
  const able = options.filter((option) => option.words[0]?.role === role);
  return able.reduce<Option | undefined>(
    (top, option) => (top && (prefers(top, role)?.strength ?? 0) >= (prefers(option, role)?.strength ?? 0) ? top : option),
    undefined,
  );
}

export function rename(byRole: Map<ColumnRole, number>, from: ColumnRole, to: ColumnRole): void {
  const column = byRole.get(from);
  if (column === undefined) return;
  byRole.delete(from);
  byRole.set(to, column);
}

export type ForcedRoles = ReadonlyMap<number, ColumnRole | 'none'>;

export function forceRoles(options: readonly Option[], forced: ForcedRoles): readonly Option[] {
  const roles = new Set(forced.values());
  return options.map((option) => {
    const role = forced.get(option.cell.column);
    if (role === undefined)
      return { ...option, words: option.words.filter((entry) => repeatable.has(entry.role) || !roles.has(entry.role)) };
    return { ...option, words: role === 'none' ? [] : [{ role, strength: 9, pattern: /^/ }] };
  });
}
