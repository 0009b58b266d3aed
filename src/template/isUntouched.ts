/** Whether a sheet still is what its plan made of it: nothing typed, nothing typed over, nothing put beside it. */
import type { Grid, GridCell } from '../form/grid';
import type { PlanCell, SheetPlan } from './sheetPlan';

const placeKey = (row: number, column: number): string => `${row}:${column}`;

/** Hosts write formulas back in their own spelling: names in capitals, blanks dropped. */
const spelling = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"|[^"]+/g, (piece) => (piece.startsWith('"') ? piece : piece.replace(/\s+/g, '').toUpperCase()));

const isEmpty = (cell: GridCell | undefined): boolean => !cell || (cell.formula === null && (cell.value === null || cell.value === ''));

function isAsPlanned({ content }: PlanCell, cell: GridCell | undefined): boolean {
  switch (content.kind) {
    case 'blank':
      return isEmpty(cell);
    case 'text':
      return cell?.formula === null && cell.value === content.text;
    case 'number':
      return cell?.formula === null && cell.value === Number(content.number);
    case 'formula':
      return typeof cell?.formula === 'string' && spelling(cell.formula) === spelling(content.formula);
  }
}

/** @param grid the sheet as it is now. Looks (colours, widths) count for nothing. */
export function isUntouched(plan: SheetPlan, grid: Grid): boolean {
  const planned = new Map(plan.cells.map((cell) => [placeKey(cell.row, cell.column), cell]));
  const asPlanned = plan.cells.every((cell) => isAsPlanned(cell, grid.rows.get(cell.row)?.get(cell.column)));
  if (!asPlanned) return false;
  for (const [row, cells] of grid.rows)
    for (const [column, cell] of cells) if (!isEmpty(cell) && !planned.has(placeKey(row, column))) return false;
  return true;
}
