/** What every step of a review looks at: the form, its sheet, the other sheets, and what the user decided. */
import type { Decimal } from 'decimal.js';
import { cellAddress } from '../form/address';
import { cellAt, type Grid, type GridCell } from '../form/grid';
import type { Form, Place } from '../form/types';
import type { Band, Severity } from '../rubric/types';
import type { Block } from './blocks';
import type { ReviewPolicy } from './policy';
import type { Finding, FindingCode, Fix } from './types';

export interface ReviewContext {
  readonly form: Form;
  readonly grid: Grid;
  readonly policy: ReviewPolicy;
  readonly blocks: readonly Block[];
  /** Bands of the level columns, one for each. */
  readonly levelBands: readonly Band[];
  /** Sheets without a form whose notes are to be looked through for this one. */
  readonly instructions: readonly Grid[];
}

export const addressOf = (place: Place): string => cellAddress(place.row, place.column);

/** The cell at a place of the form's own sheet. */
export const cellOf = (context: ReviewContext, place: Place): GridCell | undefined => cellAt(context.grid, place.row, place.column);

/** Text of the cell at a place; empty where there is none. */
export function textAt(context: ReviewContext, place: Place): string {
  const cell = cellOf(context, place);
  return typeof cell?.value === 'string' ? cell.value : (cell?.text ?? '');
}

export const samePlace = (a: Place | null, b: Place | null): boolean =>
  a !== null && b !== null && a.row === b.row && a.column === b.column;

export interface FindingParts {
  readonly details?: Readonly<Record<string, string>>;
  readonly variant?: string;
  readonly fix?: Fix | null;
  readonly sheet?: string;
}

/** A finding at a cell of the form's sheet (or of the sheet that `parts` names). */
export function findingAt(context: ReviewContext, code: FindingCode, severity: Severity, place: Place, parts: FindingParts = {}): Finding {
  const { details = {}, variant, fix = null, sheet = context.form.sheet } = parts;
  return { code, severity, sheet, cell: addressOf(place), details, fix, ...(variant === undefined ? {} : { variant }) };
}

/** Decimal text without trailing zeros and exponent. */
export const plainDecimal = (value: Decimal): string => value.toFixed();
