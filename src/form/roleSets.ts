/** Kinds of columns by their roles: what holds scores, what rows are measured by. */
import type { ColumnRole } from './types';

/** Columns with what people or the sheet make of a row: its scores and levels. */
export const scoreRoles: readonly ColumnRole[] = ['score', 'self', 'supervisor', 'reviewer', 'result', 'weighted', 'grade'];

/** Columns that say how much a row counts. */
export const measureRoles: readonly ColumnRole[] = ['weight', 'fullMarks'];

/** The same roles as a set, with others. */
export const roleSet = (...roles: readonly (ColumnRole | readonly ColumnRole[])[]): ReadonlySet<ColumnRole> => new Set(roles.flat());
