/** RUBRIC_TIER, _SCORE and _GRADE over criteria that are bands, and _COEFFICIENT over a table, as IF, LOOKUP or INDEX. */
import Decimal from 'decimal.js';
import { bandsOf } from '../../rubric';
import { readBandTable, tableColumns, tableText, type TableAnswer } from '../bandTable';
import type { Cell, Cells } from '../broadcast';
import { coefficient } from '../coefficient';
import { criteriaOf, readingIn } from '../criteriaArgument';
import { FunctionFailure } from '../failure';
import { decimalIn, doubleOf, isBlank } from '../number';
import { defaultScale, pointsOf, tierOf } from '../outcome';
import { readingPolicy } from '../readingPolicy';
import { isLeftOut, soleValue, type FormulaArgument } from './formulaArgument';
import { stepFormula } from './stepFormula';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const hundred = new Decimal(100);

/** What a function says of a number as a cell holds it; null where it fails. */
function askedOf(say: (value: number) => string): (value: Decimal) => string | null {
  return (value) => {
    try {
      return say(doubleOf(value));
    } catch (error) {
      if (error instanceof FunctionFailure) return null;
      throw error;
    }
  };
}

/** The criteria as one text; null where each value has its own, or where they are not known. */
function soleText(argument: FormulaArgument, answer: TableAnswer): string | null {
  if (!argument.cells) return null;
  const [texts] = criteriaOf(argument.cells, answer);
  const cell = texts.length === 1 && texts[0]?.length === 1 ? texts[0][0] : null;
  return typeof cell === 'string' && !isBlank(cell) ? cell : null;
}

/** Bounds of the bands, and what lies between two of them (89.5 between 89 and 90), and where ranges usually end. */
function limitsOf(text: string): Decimal[] {
  const bounds = bandsOf(readingIn(text)).flatMap(({ interval }) => [interval.low?.at, interval.high?.at]);
  const known = [...bounds.filter((at) => at !== undefined), new Decimal(0), hundred].sort((a, b) => a.cmp(b));
  return [...known, ...known.slice(1).map((at, index) => at.plus(known[index] ?? at).div(2))];
}

const notAvailable = 'NA()';

/** Formulas that are longer than this nobody would want to read. */
const longest = 1000;

/** The number of the operand, or what stands in its place where the cell is empty or holds a text. */
function guarded(operand: FormulaArgument, chain: string, whereBlank: string): string | null {
  const otherwise = whereBlank === notAvailable ? notAvailable : `IF(${operand.text}="",${whereBlank},${notAvailable})`;
  const formula = operand.part ? `IF(ISNUMBER(${operand.text}),${chain},${otherwise})` : chain;
  return formula.length <= longest ? formula : null;
}

/**
 * A function of value and criteria as nested IFs. Percent criteria are written for the scale that the value has now (0.92 or 92): what is
 * typed in the other scale then gives #N/A.
 */
function byBands(value: FormulaArgument, text: string, say: (value: number) => string): string | null {
  const now = soleValue(value);
  if (value.cells !== null && typeof now !== 'number') return null;
  const percent = bandsOf(readingIn(text)).some(({ unit }) => unit === '%');
  const threshold = new Decimal(readingPolicy().percentThreshold);
  const fraction = percent && typeof now === 'number' && threshold.gte(now);
  if (percent && typeof now !== 'number') return null;
  const oracle = askedOf(say);
  const inScale = (at: Decimal): boolean => !percent || at.lte(threshold) === fraction;
  const limits = limitsOf(text).map((at) => (fraction ? at.div(hundred) : at));
  const literal = (at: Decimal): string => (fraction ? `${at.times(hundred).toFixed()}%` : at.toFixed());
  const chain = stepFormula(
    value.text,
    percent ? [...limits.filter(inScale), threshold] : limits,
    (at) => (inScale(at) ? oracle(at) : null),
    literal,
  );
  return chain && guarded(value, chain, '""');
}

/** RUBRIC_TIER and RUBRIC_GRADE. */
export function nativeTier([value, criteria]: readonly FormulaArgument[]): string | null {
  const text = criteria && !isLeftOut(criteria) ? soleText(criteria, 'tier') : null;
  return value && text !== null ? byBands(value, text, (at) => quoted(tierOf(at, text))) : null;
}

/** RUBRIC_GRADE, whose scale may be left out. */
export function nativeGrade([total, scale]: readonly FormulaArgument[]): string | null {
  if (scale && !isLeftOut(scale)) return nativeTier([total as FormulaArgument, scale]);
  return total ? byBands(total, defaultScale, (at) => quoted(tierOf(at, defaultScale))) : null;
}

/** RUBRIC_SCORE where no full marks and no target take part. */
export function nativeScore([value, criteria, fullMarks, target]: readonly FormulaArgument[]): string | null {
  const text = criteria && isLeftOut(fullMarks) && isLeftOut(target) ? soleText(criteria, 'result') : null;
  return value && text !== null ? byBands(value, text, (at) => pointsOf(at, text).toFixed()) : null;
}

/** Whether a table's limits rise from row to row without a hole, as LOOKUP needs them. */
function rises(cells: Cells, column: number): boolean {
  const numbers = cells.map((row) => row[column]);
  return numbers.every((cell, at) => typeof cell === 'number' && (at === 0 || (numbers[at - 1] as number) < cell));
}

function lookup(total: FormulaArgument, table: FormulaArgument & { cells: Cells }): string | null {
  const { first, kinds } = tableColumns(table.cells, 'result');
  const rows = table.cells.slice(first);
  const [from, result] = [kinds.indexOf('from'), kinds.indexOf('result')];
  if (!table.part || from < 0 || result < 0 || kinds.includes('to') || kinds.includes('limits') || !rises(rows, from)) return null;
  if (!rows.every((row) => typeof row[result] === 'number')) return null;
  const last = table.cells.length - 1;
  return guarded(total, `LOOKUP(${total.text},${table.part(first, last, from)},${table.part(first, last, result)})`, notAvailable);
}

function index(total: FormulaArgument, table: FormulaArgument & { cells: Cells }, grade: string): string | null {
  const { first, kinds } = tableColumns(table.cells, 'result');
  const [tier, result] = [kinds.indexOf('tier'), kinds.indexOf('result')];
  if (!table.part || tier < 0 || result < 0) return null;
  const rows = table.cells.slice(first);
  if (!rows.some((row) => row[tier] === grade) || !rows.every((row) => typeof row[result] === 'number')) return null;
  const last = table.cells.length - 1;
  return `INDEX(${table.part(first, last, result)},MATCH(${total.text},${table.part(first, last, tier)},0))`;
}

function tableLimits(cells: Cells): Decimal[] {
  const rows = readBandTable(cells, 'result');
  const numbers = rows.flatMap(({ from, to }) => [from, to]).filter((at) => at !== null);
  return rows.some(({ limits }) => limits !== null)
    ? limitsOf(tableText(rows, 'result'))
    : [...numbers, ...limitsOf(tableText(rows, 'result'))];
}

/** RUBRIC_COEFFICIENT without interpolation. */
export function nativeCoefficient([total, table, interpolate]: readonly FormulaArgument[]): string | null {
  if (!total || !table?.cells || !(isLeftOut(interpolate) || soleValue(interpolate) === false)) return null;
  const known = { ...table, cells: table.cells };
  const now: Cell = total.cells === null ? 0 : soleValue(total);
  if (typeof now === 'string' && total.part) return index(total, known, now.trim());
  if (typeof now !== 'number') return null;
  const say = (at: number): string => decimalIn(doubleOf(coefficient(at, known.cells, false)))?.toFixed() ?? '';
  const chain = stepFormula(total.text, tableLimits(known.cells), askedOf(say), (at) => at.toFixed());
  return chain && (lookup(total, known) ?? guarded(total, chain, notAvailable));
}
