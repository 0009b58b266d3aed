/** The cells of a unit: where people enter, and where a result of this row alone is computed. */
import type { EntryColumn } from './columnOption';
import { isMark, levelUseOf, roleCell, type Part, type Unit } from './part';
import { isText, type SheetCell } from './sheet';
import type { EntryCell, Place, TotalCell, TotalRole } from './types';

export interface UnitCells {
  readonly entries: readonly EntryCell[];
  readonly computed: readonly (Place & { readonly role: TotalRole; readonly header: string; readonly rater: string | null })[];
}

type Use = { readonly entry: EntryCell['role'] } | { readonly computed: TotalRole } | null;

const isDash = (cell: SheetCell | undefined): boolean => isText(cell) && /^(?:[-—–/]+|无|n\/?a)$/i.test(cell.text);

const typed = (part: Part, role: EntryColumn['role']): boolean => part.columns.entries.some((entry) => entry.role === role);
const rated = (part: Part): boolean =>
  part.columns.entries.some((entry) => ['self', 'supervisor', 'reviewer', 'score'].includes(entry.role));
const periods = (part: Part): boolean => part.columns.entries.some((entry) => /^(?:month|quarter)/.test(entry.role));

const criteriaText = (part: Part, unit: Unit): boolean =>
  isText(roleCell(part, 'criteria', unit.top)) || isText(roleCell(part, 'method', unit.top));

/** Whether a row's value is a quotient: its two numbers are there, or its definition divides. A dash says that it is none. */
function isRatio(part: Part, unit: Unit): boolean {
  const above = roleCell(part, 'numerator', unit.top);
  const below = roleCell(part, 'denominator', unit.top);
  if (isDash(above) || isDash(below)) return false;
  if (above !== undefined || below !== undefined) return true;
  return /[/÷]|除以|之比|占/.test(roleCell(part, 'criteria', unit.top)?.plain ?? '') || !isText(roleCell(part, 'criteria', unit.top));
}

/** A measured value counts where criteria can judge it; a ratio is computed from its two numbers. */
function actualUse(part: Part, unit: Unit): Use {
  if (typed(part, 'numerator')) return isRatio(part, unit) ? { computed: 'weighted' } : { entry: 'actual' };
  if (typed(part, 'headcount') || !rated(part)) return { entry: 'actual' };
  return criteriaText(part, unit) || part.levelUse === 'texts' ? { entry: 'actual' } : null;
}

/** A score beside deductions or incident counts is computed, except where the row names no rule and no deduction. */
function scoreUse(part: Part, unit: Unit, role: 'score'): Use {
  const from = typed(part, 'deduction') ? 'deduction' : typed(part, 'count') && part.columns.byRole.has('fullMarks') ? 'count' : null;
  if (from === null) return part.levelUse === 'entries' && part.columns.levels.length > 0 ? { computed: 'weighted' } : { entry: role };
  const ruled = criteriaText(part, unit) || roleCell(part, from, unit.top) !== undefined;
  return ruled ? { computed: 'weighted' } : { entry: role };
}

/** `结果` beside two ratings is typed by a third person; `综合得分` is computed from what stands before it. */
function resultUse(part: Part, entry: EntryColumn): Use {
  const typedResult = /^(?:考核|评定|评价)?结果$|^核定/.test(entry.header.replace(/\s/g, ''));
  const others = rated(part) || periods(part) || typed(part, 'actual') || typed(part, 'deduction') || part.levelUse === 'entries';
  if (!others) return { entry: 'score' };
  return typedResult && rated(part)
    ? { entry: 'score' }
    : { computed: typed(part, 'headcount') || part.levelUse === 'entries' ? 'weighted' : 'final' };
}

function useOf(part: Part, unit: Unit, entry: EntryColumn): Use {
  switch (entry.role) {
    case 'actual':
      return actualUse(part, unit);
    case 'score':
      return scoreUse(part, unit, 'score');
    case 'self':
    case 'supervisor':
    case 'reviewer':
      return { entry: 'score' };
    case 'grade':
      return rated(part) || typed(part, 'actual') || part.levelUse === 'entries' || periods(part)
        ? { computed: 'grade' }
        : { entry: 'grade' };
    case 'weighted':
      return { computed: 'weighted' };
    case 'result':
      return resultUse(part, entry);
    case 'rank':
      return { computed: 'grade' };
    case 'bonus':
      return typed(part, 'rank') || typed(part, 'result') ? { computed: 'bonus' } : null;
    case 'count':
      return part.columns.byRole.has('fullMarks') || criteriaText(part, unit) ? { entry: 'count' } : null;
    case 'perIncident':
      return null;
    case 'deduction':
    case 'numerator':
    case 'denominator':
    case 'effectiveness':
    case 'headcount':
    case 'days':
      return { entry: entry.role };
    default:
      return { entry: 'score' };
  }
}

const roleOf = (column: EntryColumn, use: EntryCell['role']): EntryCell['role'] =>
  column.role === 'headcount' || column.role === 'days' ? column.role : use;

/** Where a column's cell for this unit stands; null where it is merged over more than the unit. */
function ownPlace(part: Part, unit: Unit, column: number): Place | null {
  const area = part.table.sheet.area(unit.top, column);
  return area.top >= unit.top && area.bottom <= unit.bottom && area.left === column ? { row: area.top, column: area.left } : null;
}

function levelEntries(part: Part, unit: Unit): EntryCell[] {
  if (part.levelUse !== 'entries') return [];
  return part.columns.levels.map(({ cell }, level) => {
    const there = part.table.sheet.cell(unit.top, cell.column);
    const ticks = part.units.some(({ top }) =>
      part.columns.levels.some((other) => {
        const found = part.table.sheet.cell(top, other.cell.column);
        return found !== undefined && isMark(found);
      }),
    );
    return { row: unit.top, column: cell.column, rater: 'single', role: ticks || (!there && !scored(part)) ? 'tick' : 'score', level };
  });
}

const scored = (part: Part): boolean =>
  part.units.some(({ top }) => part.columns.levels.some(({ cell }) => typeof part.table.sheet.cell(top, cell.column)?.value === 'number'));

const periodOf = (entry: EntryColumn): { period: string } | Record<string, never> =>
  /^(?:month|quarter)/.test(entry.role) ? { period: entry.header.replace(/\s+/g, '') } : {};

/** Entries and computed cells of one unit, from left to right. */
export function cellsOfUnit(part: Part, unit: Unit): UnitCells {
  const entries: EntryCell[] = [];
  const computed: UnitCells['computed'][number][] = [];
  for (const column of part.columns.entries) {
    const use = useOf(part, unit, column);
    const place = use && ownPlace(part, unit, column.column);
    if (!use || !place) continue;
    if ('entry' in use) entries.push({ ...place, rater: column.rater, role: roleOf(column, use.entry), ...periodOf(column) });
    else computed.push({ ...place, role: use.computed, header: column.header, rater: column.rater === 'single' ? null : column.rater });
  }
  entries.push(...levelEntries(part, unit));
  return { entries: entries.sort((a, b) => a.column - b.column), computed };
}

/** Computed cells as totals of the form, each over its one indicator. */
export const unitTotals = (cells: UnitCells, name: string, index: number, section: number | null): TotalCell[] =>
  cells.computed.map(({ row, column, role, header, rater }) => ({
    row,
    column,
    role,
    rater,
    section,
    label: `${name} ${header}`.replace(/\s+/g, ' '),
    labelCell: null,
    indicators: [index],
    printedFormula: null,
  }));

export { levelUseOf };
