/** An argument of a RUBRIC_ call as a native formula would use it: its text, and what it holds at the moment. */
import type { Cells } from '../broadcast';
import { isBlank } from '../number';

export interface FormulaArgument {
  /** As it stands in the formula, without anything around it. */
  readonly text: string;
  /** What it holds now; null where that is another formula's result that nobody has looked at. */
  readonly cells: Cells | null;
  /** Address of a part of it (rows and column from 0), where it is a plain reference; null otherwise. */
  readonly part: ((firstRow: number, lastRow: number, column: number) => string) | null;
}

/** The single value of an argument; undefined where it has several or is not known. */
export function soleValue(argument: FormulaArgument | undefined): unknown {
  if (!argument?.cells) return undefined;
  return argument.cells.length === 1 && argument.cells[0]?.length === 1 ? argument.cells[0][0] : undefined;
}

/** Whether it may stand in arithmetic: one cell or expression that holds, as far as is known, a number. */
export function isScalarNumber(argument: FormulaArgument | undefined): argument is FormulaArgument {
  if (!argument) return false;
  return argument.cells === null || typeof soleValue(argument) === 'number';
}

/** Whether all that it holds are numbers or empty cells, with a number among them: what SUM and its kin count as the RUBRIC_ functions do. */
export function isNumericRange(argument: FormulaArgument | undefined): argument is FormulaArgument & { cells: Cells } {
  const cells = argument?.cells?.flat() ?? [];
  return cells.some((cell) => typeof cell === 'number') && cells.every((cell) => typeof cell === 'number' || cell === null);
}

/** Whether an optional argument is left out or empty. */
export function isLeftOut(argument: FormulaArgument | undefined): boolean {
  return !argument || (argument.cells !== null && argument.cells.flat().every(isBlank));
}

/** Its text where it is a factor or a comparand: in brackets unless it is one reference, number or call. */
export function asFactor({ text, part }: FormulaArgument): string {
  return part || /^[\d.]+%?$/.test(text) ? text : `(${text})`;
}
