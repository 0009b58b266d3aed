/** How a form can be corrected, and what was corrected in a workbook. */
import type { Corrections, SheetCorrections } from '../../form';
import { columnLetter } from '../../form/address';
import { cellAt, type Grid } from '../../form/grid';
import type { ColumnRole, Form } from '../../form/types';

/** What a user may call a column, in the order of most forms. */
export const roleChoices: readonly (ColumnRole | 'none')[] = [
  'dimension',
  'indicator',
  'weight',
  'fullMarks',
  'target',
  'criteria',
  'actual',
  'score',
  'self',
  'supervisor',
  'reviewer',
  'grade',
  'deduction',
  'weighted',
  'result',
  'remark',
  'none',
];

export interface HeadedColumn {
  readonly letter: string;
  readonly header: string;
  /** As what it was read; `other` where it is none of the choices. */
  readonly role: ColumnRole | 'none' | 'other';
}

const shown = (grid: Grid, row: number, column: number): string => cellAt(grid, row, column)?.text.replace(/\s+/g, ' ').trim() ?? '';

/** Heading over a column, in the header row or the one above it. */
const headingOf = (grid: Grid, row: number, column: number): string => shown(grid, row, column) || shown(grid, row - 1, column);

/** The columns of a form that have a heading; none where indicators run across or there is no header. */
export function headedColumns({ layout, headerRow, range, columns, scores, levels }: Form, grid: Grid): readonly HeadedColumn[] {
  if (layout === 'transposed' || headerRow === null) return [];
  const roles = new Map(Object.entries(columns).map(([role, column]) => [column, role as ColumnRole]));
  const scored = new Set(scores.map(({ column }) => column));
  const leveled = new Set(levels.map(({ column }) => column));
  const roleOf = (column: number): HeadedColumn['role'] => {
    const role = roles.get(column) ?? (scored.has(column) ? 'score' : 'none');
    return roleChoices.includes(role) ? role : 'other';
  };
  return Array.from({ length: range.right - range.left + 1 }, (_, at) => range.left + at)
    .filter((column) => !leveled.has(column))
    .map((column) => ({ letter: columnLetter(column), header: headingOf(grid, headerRow, column), role: roleOf(column) }))
    .filter(({ header }) => header !== '');
}

/** How many rows above and below the header are offered in its place. */
const around = 4;

/** Rows that may head a form, each with its first texts. */
export function headerCandidates({ layout, headerRow, range }: Form, grid: Grid): readonly { row: number; text: string }[] {
  if (layout === 'transposed') return [];
  const from = Math.max(1, Math.min(range.top, (headerRow ?? range.top) - around));
  const until = Math.min(range.bottom, (headerRow ?? range.top) + around);
  return Array.from({ length: Math.max(0, until - from + 1) }, (_, at) => from + at)
    .map((row) => ({ row, texts: textsIn(grid, row, range.left, range.right) }))
    .filter(({ texts }) => texts.length > 1)
    .map(({ row, texts }) => ({ row, text: texts.slice(0, 3).join(' · ') }));
}

const textsIn = (grid: Grid, row: number, left: number, right: number): string[] =>
  Array.from({ length: right - left + 1 }, (_, at) => shown(grid, row, left + at)).filter((text) => text !== '');

/** One thing that was said, and what stays of the sheet's corrections without it (null: nothing). */
export interface Remembered {
  readonly sheet: string;
  readonly code: 'notAForm.sheet' | 'notAForm' | 'isAForm.sheet' | 'isAForm' | 'columnRole' | 'headerRow';
  readonly details: Readonly<Record<string, string>>;
  readonly without: SheetCorrections | null;
}

/** Everything that was said about the forms of a workbook, one by one. */
export function rememberedIn(corrections: Corrections): readonly Remembered[] {
  return Object.entries(corrections).flatMap(([sheet, own]) => [
    ...wholeOrAreas(sheet, own, 'notAForm'),
    ...wholeOrAreas(sheet, own, 'isAForm'),
    ...entriesOf(sheet, own, 'columnRoles', ([column, role]) => ({ code: 'columnRole', details: { sheet, column, role: String(role) } })),
    ...entriesOf(sheet, own, 'headerRows', ([area, row]) => ({ code: 'headerRow', details: { sheet, area, row: String(row) } })),
  ]);
}

function wholeOrAreas(sheet: string, own: SheetCorrections, key: 'notAForm' | 'isAForm'): Remembered[] {
  const said = own[key];
  if (said === true) return [{ sheet, code: `${key}.sheet`, details: { sheet }, without: reduced(own, key, null) }];
  const areas: readonly string[] = Array.isArray(said) ? said : [];
  return areas.map((area) => {
    const rest = areas.filter((other) => other !== area);
    return { sheet, code: key, details: { sheet, area }, without: reduced(own, key, rest.length > 0 ? rest : null) };
  });
}

function entriesOf(
  sheet: string,
  own: SheetCorrections,
  key: 'columnRoles' | 'headerRows',
  tell: (entry: [string, unknown]) => Pick<Remembered, 'code' | 'details'>,
): Remembered[] {
  const all = Object.entries(own[key] ?? {});
  return all.map((entry) => {
    const rest = all.filter(([name]) => name !== entry[0]);
    return { sheet, ...tell(entry), without: reduced(own, key, rest.length > 0 ? Object.fromEntries(rest) : null) };
  });
}

function reduced(own: SheetCorrections, key: keyof SheetCorrections, rest: unknown): SheetCorrections | null {
  const others = Object.entries(own).filter(([name]) => name !== key);
  const all = rest === null ? others : [...others, [key, rest] as const];
  return all.length > 0 ? (Object.fromEntries(all) as SheetCorrections) : null;
}
