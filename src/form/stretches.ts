/** Stretches of numbers (`90分以上`, `80-89`) that follow each other in neighbouring cells. */
import { bandsOf, readCriteria } from '../rubric';
import type { Interval } from '../rubric/interval';
import { memoByText } from './memo';
import { isText, type Sheet, type SheetCell } from './sheet';
import type { Place } from './types';

/** Texts that could be a stretch of numbers; looked at more closely only then. */
const mayBeInterval = /\d/;
const sign =
  /[<>≤≥＜＞~～]|以上|以下|不足|未满|未滿|低于|低於|高于|高於|大于|小于|不低于|及格线|[-–—至到]\s*\d|\b(?:above|below|under|over|less|more|least|up|to)\b/iu;

/** The stretch of numbers that a text is, and nothing else; null for other texts. Both its ends may be told apart (`85分及以上,低于95分`). */
export const intervalOf: (text: string) => Interval | null = memoByText((text) => {
  const [one, other, ...more] = text.split(/\s*[,，、]\s*(?:且|并且|and )?|且/u);
  if (one === undefined || other === undefined || more.length > 0) return oneStretch(text);
  const [a, b] = [oneStretch(one), oneStretch(other)];
  const [low, high] = [a?.low ?? b?.low ?? null, a?.high ?? b?.high ?? null];
  const halves = [a, b].every((half) => half !== null && (half.low === null) !== (half.high === null));
  return halves && low && high && low.at.lt(high.at) ? { low, high } : oneStretch(text);
});

function oneStretch(text: string): Interval | null {
  if (text.length > 40 || !mayBeInterval.test(text) || !sign.test(text)) return null;
  const reading = readCriteria(/[\p{Script=Han}]/u.test(text) ? `${text}为优秀` : `${text}: Good`);
  const [band, ...others] = bandsOf(reading);
  const bounded = band?.interval.low ?? band?.interval.high;
  return band && bounded && others.length === 0 && reading.certainty === 'certain' && band.unit !== '%' ? band.interval : null;
}

export interface Stretch {
  readonly cell: SheetCell;
  readonly interval: Interval;
}

export type Way = 'down' | 'across';

export const stretchAt = (sheet: Sheet, row: number, column: number): Stretch | null => {
  const cell = sheet.cell(row, column);
  const interval = isText(cell) && cell.row === row && cell.column === column ? intervalOf(cell.text.replace(/\s+/g, ' ')) : null;
  return cell && interval ? { cell, interval } : null;
};

const next = ({ area }: SheetCell, way: Way): Place =>
  way === 'down' ? { row: area.bottom + 1, column: area.left } : { row: area.top, column: area.right + 1 };

/** Stretches that follow each other without a hole in the table. */
export function runFrom(sheet: Sheet, first: Stretch, way: Way): readonly Stretch[] {
  const run = [first];
  for (let last = first; ;) {
    const place = next(last.cell, way);
    const found = stretchAt(sheet, place.row, place.column);
    if (!found) return run;
    run.push(found);
    last = found;
  }
}

/** Longest step between whole numbers (`80-89`, `90-100`) that is no hole of a scale. */
const LARGEST_STEP = 1;

/** Whether stretches follow each other like the steps of a scale: from the best down or from the worst up, each where the other ends. */
export function isLadder(run: readonly Stretch[]): boolean {
  const sorted = [...run].sort((a, b) => (b.interval.low?.at.toNumber() ?? -Infinity) - (a.interval.low?.at.toNumber() ?? -Infinity));
  const ordered = sorted.every((step, at) => step === run[at]) || sorted.every((step, at) => step === run[run.length - 1 - at]);
  return (
    ordered &&
    sorted.slice(1).every((step, at) => {
      const [above, top] = [sorted[at]?.interval.low?.at, step.interval.high?.at];
      return above !== undefined && top !== undefined && top.lte(above) && above.minus(top).lte(LARGEST_STEP);
    })
  );
}

/**
 * Thresholds from the best down (`95分及以上 | 90分及以上 | 80分及以上 | 低于80分`), each meant as far as the one before it: the steps that they make
 * where the last closes them; other runs as they are.
 */
export function stepsOf(run: readonly Stretch[]): readonly Stretch[] {
  const last = run[run.length - 1]?.interval;
  const heads = run.slice(0, -1);
  const falls = heads.every(({ interval: { low, high } }, at) => {
    const above = heads[at - 1]?.interval.low?.at;
    return low !== null && high === null && (at === 0 || (above !== undefined && low.at.lt(above)));
  });
  const end = heads[heads.length - 1]?.interval.low;
  if (heads.length < 2 || !falls || !end || last?.low !== null || !last.high?.at.eq(end.at)) return run;
  return run.map((step, at): Stretch => {
    const above = heads[at - 1]?.interval.low;
    const high = at === 0 || !above ? null : { at: above.at, inclusive: !above.inclusive };
    return { ...step, interval: at < heads.length ? { ...step.interval, high } : step.interval };
  });
}

/** Fewer stretches than this are no scale. */
export const shortest = 2;

/** Whether a heading stands over the steps of a scale: below it, or below its neighbour, stretches of numbers follow each other. */
export function headsScale(sheet: Sheet, { row, column }: Place): boolean {
  return [column - 1, column, column + 1].some((at) => {
    const first = stretchAt(sheet, row + 1, at);
    const run = first ? runFrom(sheet, first, 'down') : [];
    return run.length >= shortest && isLadder(run);
  });
}
