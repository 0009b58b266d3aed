/**
 * What the formula that stands in a total's cell tells about how the form means it: a cap, marks times multipliers, a sum of subtotals,
 * or a computation of the form's own that is not ours to judge (a COUNTIF, a total less a penalty).
 */
import type { Place, TotalCell } from '../../form/types';
import { covers, readCellFormula, type CellFormula } from '../cellFormula';
import { cellOf } from '../context';
import { constant, product, sum, type Expression } from '../expression';
import { exactText, fraction, fractionOf, one, over, type Fraction } from '../fraction';
import { rowIndicator } from '../blocks';
import { commonSections, scoreIn, type Line, type Reckoning } from '../reckoning';
import { unguarded } from '../unguarded';
import { percentText, type SectionFactor } from '../weight';
import { decimalOfDouble } from '../../rubric/decimal';

const plainFunctions = new Set(['SUM', 'SUMPRODUCT', 'AVERAGE', 'ROUND', 'MIN', 'MAX']);
const capping = /^=\s*(?:ROUND\()?\s*MIN\(\s*SUM\([^()]*\)\s*,\s*(\d+(?:\.\d+)?)\s*(%?)\s*\)/iu;

export interface OwnFormula {
  readonly text: string;
  readonly read: CellFormula;
}

/** The formula in a total's cell; null where there is none. */
export function formulaIn(reckoning: Reckoning, total: TotalCell): OwnFormula | null {
  const whole = cellOf(reckoning, total)?.formula ?? null;
  const text = whole === null ? null : unguarded(whole);
  return text === null ? null : { text, read: readCellFormula(text) };
}

/** The cap of `=MIN(SUM(C14:C25),33%)`; null where there is none. */
export function capIn(formula: OwnFormula): Fraction | null {
  const match = capping.exec(formula.text);
  if (!match) return null;
  const cap = fractionOf(match[1] ?? '0');
  return match[2] === '%' ? over(cap, fraction(100n)) : cap;
}

const entryPlaces = (reckoning: Reckoning): readonly Place[] => reckoning.form.indicators.flatMap(({ entries }) => entries);

/** Other totals of several rows that the formula reads. */
function totalsRead(reckoning: Reckoning, formula: OwnFormula, index: number): readonly number[] {
  return reckoning.form.totals.flatMap((total, at) =>
    at !== index && rowIndicator(reckoning.form, total) === null && covers(formula.read, total) ? [at] : [],
  );
}

const readsEntries = (reckoning: Reckoning, formula: OwnFormula): boolean =>
  entryPlaces(reckoning).some((place) => covers(formula.read, place));

const isPlainSum = ({ text, read }: OwnFormula): boolean =>
  read.functions.every((name) => ['SUM', 'ROUND', 'MIN'].includes(name)) && !/[-*/^&]/.test(text);

/** Subtotals that the formula adds, as they are: a capped one stays capped. Null where it adds something else. */
export function sumOfSubtotals(reckoning: Reckoning, formula: OwnFormula, index: number): Expression | null {
  const read = totalsRead(reckoning, formula, index);
  const only = read.length > 1 && !readsEntries(reckoning, formula) && isPlainSum(formula);
  return only ? sum(read.map((at) => ({ kind: 'total', index: at }))) : null;
}

/** Whether the form computes this in a way of its own: with other functions, or from other totals by more than adding them. */
export function isOwnComputation(reckoning: Reckoning, formula: OwnFormula, index: number): boolean {
  if (formula.read.functions.some((name) => !plainFunctions.has(name) && !name.startsWith('RUBRIC_'))) return true;
  return totalsRead(reckoning, formula, index).length > 0 && !readsEntries(reckoning, formula) && !isPlainSum(formula);
}

/** Whether a formula applies the weights of the sections that its rows stand in: it reads their cells, or writes them out. */
function appliesSections({ text, read }: OwnFormula, factors: readonly SectionFactor[]): boolean {
  return factors.some(
    ({ cell, share }) =>
      (cell !== null && covers(read, cell)) || text.includes(percentText(share)) || text.includes(exactText(share).replace(/^0/, '')),
  );
}

/**
 * Whether the section totals of a column stand inside their sections (a mark out of 100 each), as the formulas of those that have one tell.
 * Without any formula a section's total is its part of the whole, so that the parts add up.
 */
export function toldInside(reckoning: Reckoning, total: TotalCell): boolean {
  const formulas = reckoning.form.totals.flatMap((other) => {
    const formula = other.role === 'section' && other.column === total.column ? formulaIn(reckoning, other) : null;
    const factors = formula ? commonSections(reckoning, other.indicators) : [];
    return formula && factors.length > 0 && formula.read.areas.length > 0 ? [{ formula, factors }] : [];
  });
  return formulas.length > 0 && formulas.every(({ formula, factors }) => !appliesSections(formula, factors));
}

/** Σ marks × multiplier, where the formula multiplies the column of marks with the scores: then a score of 1 is full marks. */
export function multiplied(reckoning: Reckoning, formula: OwnFormula, covered: readonly number[], line: Line | null): Expression | null {
  const { fullMarks } = reckoning.form.columns;
  const areas = formula.read.areas;
  const marks = areas.some((area) => area.left === fullMarks && area.right === fullMarks);
  const scores = areas.some((area) => area.left === line && area.right === line);
  if (!formula.read.functions.includes('SUMPRODUCT') || !marks || !scores) return null;
  return sum(covered.map((index) => product(scoreIn(reckoning, index, line), marksOf(reckoning, index))));
}

function marksOf(reckoning: Reckoning, index: number): Expression {
  const place = reckoning.form.indicators[index]?.fullMarksCell ?? null;
  const value = place && cellOf(reckoning, place)?.value;
  const top = reckoning.form.indicators[index]?.fullMarks;
  if (place && typeof value === 'number')
    return { kind: 'cell', place, value: fractionOf(decimalOfDouble(value)), scale: one, plain: true, is: 'marks' };
  return top ? constant(fractionOf(top)) : { kind: 'unknown', reason: 'no-marks' };
}
