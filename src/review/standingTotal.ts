/** What stands in a total's cell already: blank, right or wrong; and if wrong, why: stale, or a formula that leaves rows out. */
import Decimal from 'decimal.js';
import type { CellValue } from '../form/grid';
import type { Place, TotalCell } from '../form/types';
import { plainText } from '../form/plainText';
import { decimalOfDouble } from '../rubric/decimal';
import { covers, readCellFormula } from './cellFormula';
import { addressOf, cellOf, findingAt } from './context';
import { partsOf, type Expression } from './expression';
import { fractionOf, roundedText } from './fraction';
import type { Reckoning } from './reckoning';
import { typedPoints } from './typedNumber';
import type { AssessedTotal, Finding, Fix, TotalStatus } from './types';
import type { WorkedTotal } from './workOut';

type Present = AssessedTotal['present'];

/** The content of a total's cell; null where it is blank. */
export function presentIn(reckoning: Reckoning, total: TotalCell): Present {
  const cell = cellOf(reckoning, total);
  if (!cell || (cell.value === null && cell.formula === null)) return null;
  if (typeof cell.value === 'string' && cell.value.trim() === '' && cell.formula === null) return null;
  return { value: cell.value, formula: cell.formula };
}

/** `100%` typed as text. */
function percentOf(value: CellValue, told: boolean): Decimal | null {
  const match = typeof value === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*[%％]\s*$/.exec(value) : null;
  return match ? new Decimal(match[1] ?? '0').div(told ? 1 : 100) : null;
}

/** The number in a cell, in the unit in which the total is told (percent points for a rate). */
function presentNumber(present: NonNullable<Present>, percent: boolean): Decimal | null {
  const number =
    typeof present.value === 'number'
      ? decimalOfDouble(present.value)
      : typeof present.value === 'string'
        ? typedPoints(present.value)
        : null;
  if (!number) return percentOf(present.value, percent);
  return percent && typeof present.value === 'number' ? number.times(100) : number;
}

function sameNumber(worked: WorkedTotal, present: NonNullable<Present>): boolean {
  if (worked.result.kind !== 'number' || worked.expected === null) return false;
  const number = presentNumber(present, worked.result.percent);
  return number !== null && roundedText(fractionOf(number), worked.result.places) === worked.expected;
}

const sameText = (worked: WorkedTotal, present: NonNullable<Present>): boolean =>
  plainText(String(present.value ?? '')) === plainText(worked.expected ?? '');

/** Score cells that a total rests on, through other totals of the form. Weights and marks may be written out in a formula. */
function scorePlaces(all: readonly WorkedTotal[], expression: Expression, seen: ReadonlySet<number>): readonly Place[] {
  if (expression.kind === 'cell') return expression.is === 'score' ? [expression.place] : [];
  if (expression.kind === 'total') {
    const other = all[expression.index];
    if (other?.result.kind === 'number' && other.result.measured) return [other.result.measured];
    return other?.result.kind === 'number' && !seen.has(expression.index)
      ? scorePlaces(all, other.result.expression, new Set([...seen, expression.index]))
      : [];
  }
  return partsOf(expression).flatMap((part) => scorePlaces(all, part, seen));
}

/** Totals that an expression refers to directly. */
const totalsIn = (expression: Expression): readonly number[] =>
  expression.kind === 'total' ? [expression.index] : partsOf(expression).flatMap(totalsIn);

/**
 * Cells that a formula in the total's cell leaves out. A formula may read another total's cell instead of what that total rests on.
 */
export function leftOut(all: readonly WorkedTotal[], index: number, formula: string): readonly Place[] {
  const worked = all[index];
  const read = readCellFormula(formula);
  if (worked?.result.kind !== 'number' || read.readsElsewhere || read.areas.length === 0) return [];
  const direct = directPlaces(worked.result.expression).filter((place) => !covers(read, place));
  const through = totalsIn(worked.result.expression).flatMap((other) => {
    const total = all[other];
    if (!total || covers(read, total.total)) return [];
    const rests = scorePlaces(all, { kind: 'total', index: other }, new Set([index]));
    const missing = rests.filter((place) => !covers(read, place));
    return rests.length > 0 && missing.length === rests.length ? [total.total] : missing;
  });
  const found = [...direct, ...through];
  return found.filter((place, at) => found.findIndex((other) => addressOf(other) === addressOf(place)) === at);
}

const directPlaces = (expression: Expression): readonly Place[] =>
  expression.kind === 'cell' ? (expression.is === 'score' ? [expression.place] : []) : partsOf(expression).flatMap(directPlaces);

/** Whether a formula covers every cell and only misses texts that Excel skips, and the user counts that as right. */
function onlySkipsText(reckoning: Reckoning, all: readonly WorkedTotal[], index: number, present: NonNullable<Present>): boolean {
  const worked = all[index];
  if (reckoning.policy.skippedText === 'wrong' || present.formula === null || worked?.result.kind !== 'number') return false;
  const texts = scorePlaces(all, worked.result.expression, new Set()).filter(
    (place) => typeof cellOf(reckoning, place)?.value === 'string',
  );
  return texts.length > 0 && leftOut(all, index, present.formula).length === 0;
}

/** A formula that has nothing to compute with yet, or computes in the form's own way, is not wrong; a typed number that nothing supports is. */
function statusWithoutExpected(worked: WorkedTotal, present: NonNullable<Present>): TotalStatus {
  if (present.formula !== null && (present.value === '' || present.value === null)) return 'blank';
  return present.formula !== null && worked.reason !== null ? 'right' : 'wrong';
}

/** Blank, right or wrong. A value where none can be computed cannot be right. */
export function statusOf(reckoning: Reckoning, all: readonly WorkedTotal[], index: number): TotalStatus {
  const worked = all[index];
  const present = worked ? presentIn(reckoning, worked.total) : null;
  if (!worked || !present) return 'blank';
  if (worked.expected === null) return statusWithoutExpected(worked, present);
  const same = worked.result.kind === 'number' ? sameNumber(worked, present) : sameText(worked, present);
  return same || onlySkipsText(reckoning, all, index, present) ? 'right' : 'wrong';
}

const shown = (present: NonNullable<Present>, percent: boolean): string => {
  const number = presentNumber(present, percent);
  return number ? number.toFixed() : typeof present.value === 'object' ? (present.value?.error ?? '') : String(present.value);
};

function fixFor(reckoning: Reckoning, worked: WorkedTotal, present: NonNullable<Present>, native: string | null): Fix | null {
  if (worked.expected === null) return null;
  const value =
    worked.result.kind === 'number'
      ? Number(worked.result.percent ? new Decimal(worked.expected).div(100) : worked.expected)
      : worked.expected;
  const reason = { code: 'corrected', details: { label: worked.total.label, expected: worked.expected } };
  const after = native !== null ? ({ kind: 'formula', formula: native, value } as const) : ({ kind: 'value', value } as const);
  return {
    code: native === null ? 'write-value' : 'write-formula',
    details: { cell: addressOf(worked.total), value: worked.expected, formula: native ?? '' },
    write: { sheet: reckoning.form.sheet, cell: addressOf(worked.total), before: present, after, reason },
  };
}

/** The finding about a total that is there and wrong; null where it is right, blank, or cannot be judged. */
export function totalFinding(reckoning: Reckoning, all: readonly WorkedTotal[], index: number, native: string | null): Finding | null {
  const worked = all[index];
  const present = worked ? presentIn(reckoning, worked.total) : null;
  if (!worked || !present || worked.total.role === 'full-marks' || statusOf(reckoning, all, index) !== 'wrong') return null;
  const missing = present.formula === null ? [] : leftOut(all, index, present.formula);
  if (worked.expected === null && missing.length === 0) return null;
  // A word in the place of a number is a heading or a remark, no total that went stale.
  if (worked.result.kind === 'number' && typeof present.value === 'string' && present.formula === null && !/\d/.test(present.value))
    return null;
  const percent = worked.result.kind === 'number' && worked.result.percent;
  const details = {
    label: worked.total.label,
    present: shown(present, percent),
    expected: worked.expected ?? '',
    unit: percent ? '%' : '',
    formula: present.formula ?? '',
    missing: missing.map(addressOf).join(', '),
  };
  const fix = fixFor(reckoning, worked, present, native);
  if (missing.length > 0)
    return findingAt(reckoning, 'total-formula-range', 'error', worked.total, {
      details,
      fix,
      ...(worked.expected === null ? { variant: 'blocked' } : {}),
    });
  const variant = worked.result.kind === 'text' ? 'grade' : present.formula === null ? 'typed' : 'formula';
  return findingAt(reckoning, 'total-stale', 'error', worked.total, { details, fix, variant });
}

/** A number typed where most totals of the same kind have formulas: right today, stale tomorrow. */
export function valueOverFormula(reckoning: Reckoning, all: readonly WorkedTotal[], index: number, native: string | null): Finding | null {
  const worked = all[index];
  const present = worked ? presentIn(reckoning, worked.total) : null;
  if (!worked || !present || present.formula !== null || statusOf(reckoning, all, index) !== 'right' || worked.result.kind !== 'number')
    return null;
  const peers = all.filter(
    ({ total }, other) =>
      other !== index && total.role === worked.total.role && (total.row === worked.total.row || total.column === worked.total.column),
  );
  const filled = peers.map(({ total }) => presentIn(reckoning, total)).filter((other) => other !== null);
  const formulas = filled.filter(({ formula }) => formula !== null);
  if (formulas.length < 2 || formulas.length * 2 <= filled.length) return null;
  return findingAt(reckoning, 'value-over-formula', 'warning', worked.total, {
    details: { label: worked.total.label, present: shown(present, worked.result.percent) },
    fix: fixFor(reckoning, worked, present, native),
  });
}
