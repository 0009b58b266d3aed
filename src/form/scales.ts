/** Tables that turn a total into a grade or a coefficient: `等级 | 分数区间`, `4.50 and above | Outstanding`, `得分 | 系数`, standing or lying. */
import { levelName } from './levelWords';
import type { Area } from './grid';
import { cellNumber, isText, placeOf, type Sheet, type SheetCell } from './sheet';
import { intervalOf, isLadder, runFrom, shortest, stepsOf, stretchAt, type Stretch, type Way } from './stretches';
import type { Table } from './table';
import type { Form, FormScale, Place, ScaleStep } from './types';

/** Cells in the same line as a run, one for each of its stretches, so many columns (or rows) away. */
function beside(sheet: Sheet, run: readonly Stretch[], way: Way, distance: number): readonly SheetCell[] | null {
  const cells = run.map(({ cell }) => {
    const place = way === 'down' ? { row: cell.row, column: cell.column + distance } : { row: cell.row + distance, column: cell.column };
    const found = sheet.cell(place.row, place.column);
    return found && found.row === place.row && found.column === place.column ? found : null;
  });
  return cells.every((cell) => cell !== null) ? (cells as SheetCell[]) : null;
}

const shortName = (cell: SheetCell): boolean =>
  isText(cell) && [...cell.text].length <= 24 && !/\d{2}/.test(cell.text) && intervalOf(cell.text) === null;

/** The heading of a line of cells: the cell before its first one. */
function headingOf(sheet: Sheet, cells: readonly SheetCell[], way: Way): string {
  const [first] = cells;
  if (!first) return '';
  const cell = way === 'down' ? sheet.cell(first.row - 1, first.column) : sheet.cell(first.row, first.column - 1);
  return cell?.plain ?? '';
}

const coefficientHeading = /系数|比例|倍数|发放|coefficient|multiplier|factor|payout/;
const gradeHeading = /等级|等第|评级|档次|等次|级别|评定|结果|grade|rating|level|tier|performance/;

const isTierLine = (cells: readonly SheetCell[]): boolean =>
  cells.every((cell) => levelName(cell.plain) !== null || /^[a-z][+-]?(?:级|等|类)?$/.test(cell.plain));

function toldBy(run: readonly Stretch[], cells: readonly SheetCell[]): readonly ScaleStep[] {
  return run.map(({ cell, interval }, at) => {
    const told = cells[at] as SheetCell;
    return { interval, result: told.text, value: cellNumber(told), cell: placeOf(told), bounds: placeOf(cell) };
  });
}

/** What a run of stretches leads to: the line of names beside it, the line of numbers under a heading of coefficients. */
function scalesBeside(sheet: Sheet, run: readonly Stretch[], way: Way): readonly FormScale[] {
  const found: FormScale[] = [];
  for (const distance of [-1, 1, -2, 2, 3]) {
    const cells = beside(sheet, run, way, distance);
    if (!cells) continue;
    const heading = headingOf(sheet, cells, way);
    const numbers = cells.every((cell) => cellNumber(cell) !== null);
    const named = cells.every(shortName) && new Set(cells.map(({ plain }) => plain)).size === cells.length;
    if (numbers && coefficientHeading.test(heading)) found.push({ kind: 'coefficient', steps: toldBy(run, cells) });
    else if (named && (gradeHeading.test(heading) || isTierLine(cells) || (run.length >= 3 && Math.abs(distance) === 1)))
      found.push({ kind: 'grade', steps: toldBy(run, cells) });
  }
  return found.filter((scale, at) => found.findIndex((other) => other.kind === scale.kind) === at);
}

/**
 * The scales drawn on a sheet. A column of targets (`≥95%`, `≤2次`) is none: the steps of a scale lie end to end, without percent.
 *
 * @param tables the tables of the sheet: levels in their headers and steps among their rows are theirs
 */
export function scalesOn(sheet: Sheet, tables: readonly Table[]): readonly FormScale[] {
  const heads = new Set(tables.flatMap(({ header }) => header.cells.map(({ row, column }) => `${row}:${column}`)));
  const taken = new Set<SheetCell>();
  const found = sheet.rows.flatMap((row) =>
    sheet.cellsIn(row).flatMap((cell) => {
      const first = taken.has(cell) || heads.has(`${cell.row}:${cell.column}`) ? null : stretchAt(sheet, cell.row, cell.column);
      if (!first) return [];
      const run = (['down', 'across'] as const)
        .map((way) => ({ way, steps: stepsOf(runFrom(sheet, first, way)) }))
        .find(({ steps }) => steps.length >= shortest && isLadder(steps));
      for (const { cell: used } of run?.steps ?? []) taken.add(used);
      return run ? scalesBeside(sheet, run.steps, run.way) : [];
    }),
  );
  return found.filter((scale) => !tables.some((table) => standsInside(scale, table)));
}

const placesOf = ({ steps }: FormScale): readonly Place[] => steps.flatMap(({ cell, bounds }) => [cell, bounds]);

/** The area of a scale with the row or column that heads it. */
function areaOf(scale: FormScale): Area {
  const [rows, columns] = [placesOf(scale).map(({ row }) => row), placesOf(scale).map(({ column }) => column)];
  return { top: Math.min(...rows) - 1, left: Math.min(...columns) - 1, bottom: Math.max(...rows), right: Math.max(...columns) };
}

const cellsWithin = ({ sheet, left, right }: Table, row: number): readonly SheetCell[] =>
  sheet.cellsIn(row).filter((cell) => cell.column >= left && cell.column <= right);

/** A table without the rows that only hold a scale: they are none of its indicators. */
export function withoutScales(table: Table, scales: readonly FormScale[]): Table {
  const areas = scales.map(areaOf);
  const isScale = (row: number): boolean => {
    const cells = cellsWithin(table, row);
    return cells.length > 0 && areas.some((area) => cells.every((cell) => touches(area, cell)));
  };
  return { ...table, body: table.body.filter((row) => !isScale(row)) };
}

/** Whether steps stand among the rows of a table, with names or scores of its own beside them: then they are criteria or targets of its rows. */
function standsInside(scale: FormScale, table: Table): boolean {
  const area = areaOf(scale);
  const steps = new Set(placesOf(scale).map(({ row }) => row));
  return [...steps].some((row) => {
    const own = table.body.includes(row) ? cellsWithin(table, row) : [];
    return own.some((cell) => touches(area, cell)) && own.some((cell) => !touches(area, cell));
  });
}

/** Whether a cell, merged over several columns or not (a heading over two of them), stands in an area. */
const touches = (area: Area, { area: own }: SheetCell): boolean =>
  own.bottom >= area.top && own.top <= area.bottom && own.right >= area.left && own.left <= area.right;

/** How far a scale stands from a form: beside it, below it, or (less likely its own) above it. */
function distance(range: Area, scale: FormScale): number {
  const { top, bottom } = areaOf(scale);
  if (top > range.bottom) return top - range.bottom;
  return bottom < range.top ? 1000 + range.top - bottom : 0;
}

/** Each form with the scales nearest to it; the only scale of its kind on a sheet serves all forms there. */
export function withScales(forms: readonly Form[], scales: readonly FormScale[]): readonly Form[] {
  if (scales.length === 0) return forms;
  const nearest = (scale: FormScale): Form | undefined => [...forms].sort((a, b) => distance(a.range, scale) - distance(b.range, scale))[0];
  const alone = (scale: FormScale): boolean => scales.filter(({ kind }) => kind === scale.kind).length === 1;
  return forms.map((form) => {
    const own = scales.filter((scale) => alone(scale) || nearest(scale) === form);
    return own.length > 0 ? { ...form, scales: own } : form;
  });
}
