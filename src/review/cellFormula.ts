/** Reads the formula that already stands in a cell: which cells it covers and with which functions. Nothing is evaluated. */
import { columnNumber } from '../form/address';
import type { Area } from '../form/grid';
import type { Place } from '../form/types';

export interface CellFormula {
  /** Cells and ranges on the formula's own sheet, in its order. */
  readonly areas: readonly Area[];
  /** Whether it also reads other sheets or workbooks, names or tables, so that `areas` does not tell everything. */
  readonly readsElsewhere: boolean;
  /** Upper-case names of the functions that it calls. */
  readonly functions: readonly string[];
}

const reference =
  /((?:'(?:[^']|'')+'|[\p{L}\p{N}_.[\]]+)!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\p{L}\p{N}_(])/giu;
const structured = /[\p{L}\p{N}_]*\[[^\]]*\]/u;

function areaOf(match: RegExpExecArray): Area {
  const [column, row] = [columnNumber(match[2] ?? 'A'), Number(match[3])];
  const [otherColumn, otherRow] = [match[4] ? columnNumber(match[4]) : column, match[5] ? Number(match[5]) : row];
  return {
    top: Math.min(row, otherRow),
    bottom: Math.max(row, otherRow),
    left: Math.min(column, otherColumn),
    right: Math.max(column, otherColumn),
  };
}

/**
 * What a formula reads.
 *
 * @param formula with its leading `=`, in en-US form with A1 references
 */
export function readCellFormula(formula: string): CellFormula {
  const text = formula.replace(/"(?:[^"]|"")*"/g, '""');
  const matches = [...text.matchAll(reference)].filter((match) => !/[\p{L}\p{N}_.]/u.test(text[match.index - 1] ?? ''));
  const own = matches.filter((match) => match[1] === undefined);
  return {
    areas: own.map((match) => areaOf(match)),
    readsElsewhere: own.length < matches.length || structured.test(text),
    functions: [...text.matchAll(/([A-Z][A-Z0-9._]*)\s*\(/gi)].map((match) => (match[1] ?? '').toUpperCase()),
  };
}

/** Whether one of the areas holds the place. */
export const covers = (formula: CellFormula, place: Place): boolean =>
  formula.areas.some(
    (area) => place.row >= area.top && place.row <= area.bottom && place.column >= area.left && place.column <= area.right,
  );
