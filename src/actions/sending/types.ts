/** What "prepare to send" found and did. */
import type { CellWrite } from '../../review/types';
import type { DefinedName, Receipt, WorkbookSnapshot } from '../../workbook/port';

/** A formula with RUBRIC_ functions and what takes its place. */
export interface Replacement {
  readonly sheet: string;
  readonly cell: string;
  /** A1 address of all cells that are written: more than one where the formula spills. */
  readonly area: string;
  readonly kind: 'native' | 'value';
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly writes: readonly CellWrite[];
  /** The writes that put values in, for the case that Excel calculates something else from a native formula. */
  readonly values: readonly CellWrite[];
}

/** A formula that stays as it is, and why: it shows an error that no cell should keep, or has not been calculated yet. */
export interface LeftFormula {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly code: 'error' | 'not-calculated';
  readonly shown: string;
}

export interface Sending {
  /** In the order of sheets, then of rows. */
  readonly replacements: readonly Replacement[];
  readonly left: readonly LeftFormula[];
  /** Names that stand for RUBRIC_ formulas: cells that use them are replaced, the names themselves stay. */
  readonly names: readonly DefinedName[];
  /** Sheets with replacements whose locked cells cannot be written. */
  readonly protectedSheets: readonly string[];
  readonly skipped: WorkbookSnapshot['skipped'];
  readonly readOnly: boolean;
}

export interface Sent {
  readonly receipt: Receipt;
  /** As they were made: a native formula that gave another value is a value here. */
  readonly replaced: readonly Replacement[];
  /** Cells (`Sheet!A1`) that became values because Excel calculated something else from the native formula. */
  readonly turned: readonly string[];
  /** Other cells (`Sheet!A1`) that show something else now although only values were put in: they ask whether a cell is empty, say. */
  readonly different: readonly string[];
  /** Replacements (`Sheet!A1`) that the user left out. */
  readonly kept: readonly string[];
  readonly left: readonly LeftFormula[];
  readonly names: readonly DefinedName[];
}

/** `Sheet!A1`: the name of a replacement among the ones that are left out. */
export const replacementKey = ({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string => `${sheet}!${cell}`;
