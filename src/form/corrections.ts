/** What users said about the forms of a workbook: remembered with it, and above all evidence. */
import { parseAddress } from './address';
import type { Area } from './grid';
import type { ColumnRole } from './types';

export interface SheetCorrections {
  /** `true` for the whole sheet, or the addresses of single tables (`A1:G20`). */
  readonly notAForm?: true | readonly string[];
  /** What the sheet holds is a form, however little speaks for it: all of it, or what stands at these addresses. */
  readonly isAForm?: boolean | readonly string[];
  /** Addresses of tables → the row that heads them. */
  readonly headerRows?: Readonly<Record<string, number>>;
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

const namesRange = (addresses: readonly string[], range: Area): boolean =>
  addresses.some((address) => {
    const area = areaOf(address);
    return area !== null && overlap(area, range);
  });

const listOf = (said: boolean | readonly string[] | undefined): readonly string[] => (Array.isArray(said) ? said : []);

/** Whether a user said that what stands in this range is no form. */
export function isRejected({ notAForm }: SheetCorrections, range: Area): boolean {
  return notAForm === true || namesRange(listOf(notAForm), range);
}

/** Whether a user said that what stands in this range is a form, or which row heads it. */
export function isAccepted({ isAForm, headerRows = {} }: SheetCorrections, range: Area): boolean {
  return isAForm === true || namesRange([...listOf(isAForm), ...Object.keys(headerRows)], range);
}

/** A row that heads the table of an area, by a user's word. */
export interface SaidHeader {
  readonly area: Area;
  readonly row: number;
}

/** The header rows that a user named; what is no address or no row is passed over. */
export function saidHeaders({ headerRows = {} }: SheetCorrections): readonly SaidHeader[] {
  return Object.entries(headerRows).flatMap(([address, row]) => {
    const area = areaOf(address);
    return area && Number.isInteger(row) ? [{ area, row }] : [];
  });
}
