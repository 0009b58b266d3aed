/** RUBRIC_COEFFICIENT: from a total or a grade to its coefficient (奖金系数). */
import type Decimal from 'decimal.js';
import { readBandTable, resultOfGrade, tableText, type TableRow } from './bandTable';
import type { Cell, Cells } from './broadcast';
import { FunctionFailure } from './failure';
import { decimalIn, isBlank, shownDecimal } from './number';
import { pointsOf } from './outcome';

interface Point {
  readonly at: Decimal;
  readonly result: Decimal;
}

function pointsOn(rows: readonly TableRow[]): Point[] {
  const points = rows.map((row, at) => {
    if (row.from === null || row.result === null) throw new FunctionFailure('value', 'table', { row: String(at + 1) });
    return { at: row.from, result: row.result };
  });
  return points.sort((a, b) => a.at.cmp(b.at));
}

/** Evenly from one limit's coefficient to the next; the highest one holds from its limit upwards. */
function interpolated(total: Decimal, points: readonly Point[]): Decimal {
  const above = points.findIndex((point) => point.at.gt(total));
  const low = above < 0 ? points[points.length - 1] : points[above - 1];
  const high = above < 0 ? undefined : points[above];
  if (!low) throw new FunctionFailure('notAvailable', 'outside-table', { value: shownDecimal(total) });
  if (!high) return low.result;
  return low.result.plus(high.result.minus(low.result).times(total.minus(low.at)).div(high.at.minus(low.at)));
}

/**
 * The coefficient of a total or grade.
 * @param table limits or grades with a coefficient, columns in any sensible order
 * @param interpolate whether to go evenly between neighbouring limits
 * @throws FunctionFailure `blank-value`, `table`, `outside-table`, or as criteria fail (a hole in the table, an unknown grade)
 */
export function coefficient(total: Cell, table: Cells, interpolate: boolean): Decimal {
  if (isBlank(total)) throw new FunctionFailure('notAvailable', 'blank-value');
  const rows = readBandTable(table, 'result');
  if (interpolate) return interpolated(decimalIn(total) as Decimal, pointsOn(rows));
  const beside = typeof total === 'string' ? resultOfGrade(rows, total) : null;
  if (beside) return beside;
  if (rows.every(({ from, to, limits }) => from === null && to === null && limits === null))
    throw new FunctionFailure('notAvailable', 'outside-table', { value: String(total) });
  return pointsOf(total, tableText(rows, 'result'));
}
