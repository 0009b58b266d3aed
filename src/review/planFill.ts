/** The writes that a fill would make: blank totals and grades, and wrong ones only when the user asks. Shown before it is applied. */
import Decimal from 'decimal.js';
import { addressOf } from './context';
import type { AssessedTotal, Assessment, BlockedWrite, CellWrite, FillMode, Plan } from './types';
import { cellAt, type Grid } from '../form/grid';

export interface FillOptions {
  /** Also put wrong totals right. Formulas are only ever replaced with this. */
  readonly overwriteWrong?: boolean;
  /** Cells (`Sheet!A1`) that the user left out. */
  readonly except?: ReadonlySet<string>;
}

type After = CellWrite['after'];

/** A number as the cell holds it: a rate of 96.67 % is 0.9667. */
function cellValue(total: AssessedTotal): string | number {
  const expected = total.expected ?? '';
  if (!/^-?\d+(?:\.\d+)?$/.test(expected)) return expected;
  return (total.percent ? new Decimal(expected).div(100) : new Decimal(expected)).toNumber();
}

/** A formula where the mode wants one and there is one; the value otherwise. Text is always a value. */
function afterOf(total: AssessedTotal, mode: FillMode): After {
  const value = cellValue(total);
  const formula = mode === 'value' ? null : mode === 'function' ? (total.functionFormula ?? total.nativeFormula) : total.nativeFormula;
  return formula === null ? { kind: 'value', value } : { kind: 'formula', formula, value };
}

function reasonOf(assessment: Assessment, total: AssessedTotal, mode: FillMode, after: After): CellWrite['reason'] {
  const { role } = total.total;
  const code = role === 'grade' && after.kind === 'value' && typeof after.value === 'string' ? 'grade' : role;
  const byValue = mode !== 'value' && after.kind === 'value' && code !== 'grade';
  return {
    code: byValue ? 'value-instead' : code,
    details: {
      label: total.total.label,
      expected: total.expected ?? '',
      unit: total.percent ? '%' : '',
      form: assessment.form.title ?? assessment.form.sheet,
    },
  };
}

const contentOf = (grid: Grid | undefined, total: AssessedTotal): CellWrite['before'] => {
  const cell = grid && cellAt(grid, total.total.row, total.total.column);
  return { value: cell?.value ?? null, formula: cell?.formula ?? null };
};

function writeOf(assessment: Assessment, total: AssessedTotal, grid: Grid | undefined, mode: FillMode): CellWrite {
  const after = afterOf(total, mode);
  return {
    sheet: assessment.form.sheet,
    cell: addressOf(total.total),
    before: contentOf(grid, total),
    after,
    reason: reasonOf(assessment, total, mode, after),
  };
}

/** Blank cells without a formula; with the user's leave wrong ones too. */
function isDue(total: AssessedTotal, options: FillOptions): boolean {
  if (total.expected === null) return false;
  if (total.status === 'blank') return total.present === null;
  return total.status === 'wrong' && options.overwriteWrong === true && total.total.role !== 'full-marks';
}

function blockedOf(assessment: Assessment, total: AssessedTotal): BlockedWrite {
  return { sheet: assessment.form.sheet, cell: addressOf(total.total), label: total.total.label, blockedBy: total.blockedBy };
}

/**
 * What a fill would write.
 *
 * @param grids the sheets as they were read: each write remembers what stood in its cell
 * @param mode values, native formulas (a value where none is possible), or RUBRIC_ formulas (native where none is possible)
 * @returns writes in the order of the forms, each cell once, and the totals that cannot be filled with the cells that block them
 */
export function planFill(assessments: readonly Assessment[], grids: readonly Grid[], mode: FillMode, options: FillOptions = {}): Plan {
  const all = assessments.flatMap((assessment) =>
    assessment.totals.map((total) => ({ assessment, total, key: `${assessment.form.sheet}!${addressOf(total.total)}` })),
  );
  const seen = new Set<string>();
  const first = all.filter(({ key }) => !seen.has(key) && seen.add(key) && !options.except?.has(key));
  const sheets = new Map(grids.map((grid) => [grid.sheet, grid]));
  const writes = first
    .filter(({ total }) => isDue(total, options))
    .map(({ assessment, total }) => {
      return writeOf(assessment, total, sheets.get(assessment.form.sheet), mode);
    });
  const blocked = first
    .filter(({ total }) => total.expected === null && total.blockedBy.length > 0 && total.status === 'blank')
    .map(({ assessment, total }) => blockedOf(assessment, total));
  return { writes, blocked };
}
