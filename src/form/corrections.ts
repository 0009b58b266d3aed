/** What users said about the forms of a workbook: remembered with it, and above all evidence. */
import { parseAddress } from './address';
import type { Area } from './grid';
import type { ColumnRole } from './types';

export interface SheetCorrections {
  /** `true` for the whole sheet, or the addresses of single tables (`A1:G20`). */
  readonly notAForm?: true | readonly string[];
  /** What the sheet holds is a form, however little speaks for it. */
  readonly isAForm?: boolean;
  /** Column letters → the role that the column plays; `none` takes its role away. */
  readonly columnRoles?: Readonly<Record<string, ColumnRole | 'none'>>;
}

/** By sheet name. */
export type Corrections = Readonly<Record<string, SheetCorrections>>;

const nothing: SheetCorrections = {};

export const correctionsFor = (corrections: Corrections | undefined, sheet: string): SheetCorrections => corrections?.[sheet] ?? nothing;

function areaOf(address: string): Area | null {
  const [from = '', to = from] = address.split(':');
  const first = parseAddress(from);
  const last = parseAddress(to);
  return first && last ? { top: first.row, left: first.column, bottom: last.row, right: last.column } : null;
}

const overlap = (a: Area, b: Area): boolean => a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** Whether a user said that what stands in this range is no form. */
export function isRejected(corrections: SheetCorrections, range: Area): boolean {
  if (corrections.notAForm === true) return true;
  return (corrections.notAForm ?? []).some((address) => {
    const area = areaOf(address);
    return area !== null && overlap(area, range);
  });
}
