import type { CellValue, GridCell } from '../../form/grid';
import type { Block } from './blocks';
import { widerText } from './widerText';

/** The four faces of a range as Office.js gives them. */
export interface RangeFaces {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly text: readonly (readonly string[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
}

type Rows = Map<number, Map<number, GridCell>>;

const errorValue =
  /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|BUSY!|CONNECT!|BLOCKED!|UNKNOWN!|FIELD!|EXTERNAL!|PYTHON!)$/;

/** Office.js value → ours: errors arrive as their texts, blank cells as empty texts. */
export function cellValue(value: unknown): CellValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string' || value === '') return null;
  return errorValue.test(value) ? { error: value } : value;
}

/**
 * Formula of a cell with its leading `=`; null for a plain value, also for a text that only looks like a formula. Until Excel has met the add-in's
 * functions it shows them with the prefix that they have in the file.
 */
export function cellFormula(formula: unknown, value: unknown): string | null {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula.replace(/\b_xldudf_/g, '') : null;
}

/** Adds the non-empty cells of a block to the rows of its sheet (1-based). */
export function addCells(rows: Rows, block: Block, faces: RangeFaces): void {
  faces.values.forEach((line, down) =>
    line.forEach((raw, across) => {
      const formula = cellFormula(faces.formulas[down]?.[across], raw);
      const value = cellValue(raw);
      if (value === null && formula === null) return;
      const row = rows.get(block.row + down + 1) ?? new Map<number, GridCell>();
      rows.set(block.row + down + 1, row);
      row.set(block.column + across + 1, gridCell(value, formula, faces.text[down]?.[across], faces.numberFormat[down]?.[across]));
    }),
  );
}

/** A number in a column that is too narrow for it shows as `####`; what it would show in a wider one is what a person means. */
const hidden = /^#+$/;

function gridCell(value: CellValue, formula: string | null, text: unknown, format: unknown): GridCell {
  const numberFormat = typeof format === 'string' && format ? format : 'General';
  const shown = typeof text === 'string' ? text : '';
  return { value, formula, text: typeof value === 'number' && hidden.test(shown) ? widerText(value, numberFormat) : shown, numberFormat };
}
