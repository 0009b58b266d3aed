/**
 * Excel formulas that work without the add-in, written as a careful colleague would: SUMPRODUCT over the table, AVERAGE times weight, ROUND once.
 * They say exactly what the expression says; where a cell holds something that Excel cannot calculate with (`88分`) there is none.
 */
import { areaAddress } from '../form/address';
import { cellAt, type Grid } from '../form/grid';
import type { Place } from '../form/types';
import { addressOf } from './context';
import { equals, exactText, fraction, one, times, hundred, type Fraction } from './fraction';
import type { Expression } from './expression';
import type { EntryValue } from '../rubric/types';

export interface FormulaScope {
  readonly grid: Grid;
  /** Whether texts with a number (`88分`) may stand in a table of weights: RUBRIC_WEIGHTED reads them. */
  readonly texts?: boolean;
  /** Where another total stands, if its cell may be referred to; else how it is made, to be written out. */
  readonly total: (index: number) => { readonly place: Place } | { readonly expression: Expression } | null;
}

/** A piece of formula and how tightly it binds: 1 sum, 2 product, 3 atom. */
interface Piece {
  readonly text: string;
  readonly binds: 1 | 2 | 3;
}

const atom = (text: string): Piece => ({ text, binds: 3 });
const within = (piece: Piece, binds: number): string => (piece.binds < binds ? `(${piece.text})` : piece.text);
const one100 = fraction(1n, 100n);

function constantPiece(value: Fraction, percent: boolean): Piece {
  if (value.numerator < 0n) return { text: exactText(value), binds: 1 };
  const text = percent ? exactText(times(value, hundred)) : exactText(value);
  return text.includes('/') ? { text: exactText(value), binds: 2 } : atom(percent ? `${text}%` : text);
}

/** The place that an expression is, where it is nothing but one cell Excel can calculate with. */
function placeOf(expression: Expression, scope: FormulaScope): Place | null {
  if (expression.kind === 'cell')
    return expression.plain && !expression.absolute && equals(expression.scale, one) ? expression.place : null;
  const total = expression.kind === 'total' ? scope.total(expression.index) : null;
  return total && 'place' in total ? total.place : null;
}

const isFree = (grid: Grid, row: number, column: number): boolean => (cellAt(grid, row, column)?.value ?? null) === null;

/** One range that holds exactly these cells of a column (or row): whatever lies between is empty. */
function rangeOf(places: readonly Place[], grid: Grid): string | null {
  const [rows, columns] = [places.map(({ row }) => row), places.map(({ column }) => column)];
  const area = { top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(...columns), right: Math.max(...columns) };
  if (places.length < 2 || (area.top !== area.bottom && area.left !== area.right)) return null;
  const own = new Set(places.map(addressOf));
  if (own.size < places.length) return null;
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      if (!own.has(addressOf({ row, column })) && !isFree(grid, row, column)) return null;
  return areaAddress(area);
}

function places(expressions: readonly Expression[], scope: FormulaScope): readonly Place[] | null {
  const found = expressions.map((expression) => placeOf(expression, scope));
  return found.every((place) => place !== null) ? (found as Place[]) : null;
}

function aggregate(name: 'SUM' | 'AVERAGE', terms: readonly Expression[], scope: FormulaScope): Piece | null {
  const cells = places(terms, scope);
  const range = cells && rangeOf(cells, scope.grid);
  if (range) return atom(`${name}(${range})`);
  if (name === 'SUM' && !(cells && cells.length > 2)) return null;
  const pieces = terms.map((term) => piece(term, scope));
  return pieces.every((part) => part !== null) ? atom(`${name}(${pieces.map((part) => (part as Piece).text).join(',')})`) : null;
}

const readable = (score: Expression, scope: FormulaScope): Expression =>
  scope.texts && score.kind === 'cell' && typeof cellAt(scope.grid, score.place.row, score.place.column)?.value === 'string'
    ? { ...score, plain: true }
    : score;

/** Σ score × weight over two columns of the same rows. */
function sumProduct(terms: readonly Expression[], scope: FormulaScope): Piece | null {
  const pairs = terms.map((term) => (term.kind === 'product' && term.factors.length === 2 ? term.factors : null));
  if (terms.length < 2 || pairs.some((pair) => pair === null)) return null;
  const scores = places(
    pairs.map((pair) => readable(pair?.[0] as Expression, scope)),
    scope,
  );
  const weights = pairs.map((pair) => pair?.[1] as Expression);
  const scale = weights[0]?.kind === 'cell' ? weights[0].scale : null;
  const cells = weights.map((weight) =>
    weight.kind === 'cell' && weight.plain && scale && equals(weight.scale, scale) ? weight.place : null,
  );
  if (!scores || !scale || cells.some((cell) => cell === null) || !cells.every((cell, at) => cell?.row === scores[at]?.row)) return null;
  const [first, second] = [rangeOf(cells as Place[], scope.grid), rangeOf(scores, scope.grid)];
  if (!first || !second) return null;
  const text = `SUMPRODUCT(${first},${second})`;
  return equals(scale, one) ? atom(text) : equals(scale, one100) ? { text: `${text}/100`, binds: 2 } : null;
}

function joined(parts: readonly Expression[], sign: string, binds: 1 | 2, scope: FormulaScope): Piece | null {
  const pieces = parts.map((part) => piece(part, scope));
  if (pieces.some((part) => part === null)) return null;
  return pieces.length === 1 ? (pieces[0] as Piece) : { text: pieces.map((part) => within(part as Piece, binds)).join(sign), binds };
}

/** A sum whose longest run of neighbouring cells is one range, the rest added to it. */
function partlyJoined(terms: readonly Expression[], scope: FormulaScope): Piece | null {
  const cells = terms.filter((term) => placeOf(term, scope) !== null);
  const rest = terms.filter((term) => placeOf(term, scope) === null);
  const range = cells.length > 2 ? rangeOf(places(cells, scope) ?? [], scope.grid) : null;
  const others = range && joined(rest, '+', 1, scope);
  return others ? { text: `SUM(${range})+${others.text}`, binds: 1 } : joined(terms, '+', 1, scope);
}

function cellPiece(expression: Extract<Expression, { kind: 'cell' }>): Piece | null {
  if (!expression.plain) return null;
  const address = expression.absolute ? `ABS(${addressOf(expression.place)})` : addressOf(expression.place);
  if (equals(expression.scale, one)) return atom(address);
  return equals(expression.scale, one100) ? { text: `${address}/100`, binds: 2 } : null;
}

function called(name: string, before: string, of: Expression, scope: FormulaScope): Piece | null {
  const inner = piece(of, scope);
  return inner && atom(`${name}(${before}${inner.text})`);
}

function binary(left: Expression, sign: '-' | '/', right: Expression, scope: FormulaScope): Piece | null {
  const [first, second] = [piece(left, scope), piece(right, scope)];
  const binds = sign === '-' ? 1 : 2;
  return first && second && { text: `${within(first, binds)}${sign}${within(second, binds + 1)}`, binds };
}

function piece(expression: Expression, scope: FormulaScope): Piece | null {
  switch (expression.kind) {
    case 'constant':
      return constantPiece(expression.value, expression.percent);
    case 'cell':
      return cellPiece(expression);
    case 'total': {
      const total = scope.total(expression.index);
      return total && ('place' in total ? atom(addressOf(total.place)) : piece(total.expression, scope));
    }
    case 'sum':
      return sumProduct(expression.terms, scope) ?? aggregate('SUM', expression.terms, scope) ?? partlyJoined(expression.terms, scope);
    case 'mean':
      return aggregate('AVERAGE', expression.terms, scope);
    case 'product':
      return joined(expression.factors, '*', 2, scope);
    case 'quotient':
      return binary(expression.numerator, '/', expression.denominator, scope);
    case 'difference':
      return binary(expression.left, '-', expression.right, scope);
    case 'atLeastZero':
      return called('MAX', '0,', expression.of, scope);
    case 'least': {
      const pieces = expression.terms.map((term) => piece(term, scope));
      return pieces.every((part) => part !== null) ? atom(`MIN(${pieces.map((part) => part?.text).join(',')})`) : null;
    }
    case 'unless':
      return unlessPiece(expression, scope);
    default:
      return null;
  }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** How the cell looks now, as a condition: another look decides otherwise. */
function asItStands(address: string, value: EntryValue): string | null {
  switch (value.kind) {
    case 'blank':
      return `${address}=""`;
    case 'number':
      return value.value.isZero() ? `${address}=0` : `${address}<>0`;
    case 'boolean':
      return value.value ? address : `NOT(${address})`;
    case 'text':
      return `${address}=${quoted(value.text)}`;
    default:
      return null;
  }
}

function unlessPiece({ place, value, fired, then, of }: Extract<Expression, { kind: 'unless' }>, scope: FormulaScope): Piece | null {
  const condition = asItStands(addressOf(place), value);
  const [now, otherwise] = fired ? [piece(then, scope), piece(of, scope)] : [piece(of, scope), piece(then, scope)];
  return condition === null || !now || !otherwise ? null : atom(`IF(${condition},${now.text},${otherwise.text})`);
}

/** Formulas longer than this nobody would want to read; the value is written instead. */
const longestFormula = 1000;

/**
 * The formula of an expression, rounded once.
 *
 * @param decimals decimal places of the cell's own number (a rate told as 96.67 % is rounded to 4)
 * @returns with its leading `=`; null where Excel could not calculate it from what the cells hold
 */
export function nativeFormula(expression: Expression, decimals: number, scope: FormulaScope): string | null {
  const made = piece(expression, scope);
  if (!made || expression.kind === 'constant') return null;
  const formula = `=ROUND(${made.text},${decimals})`;
  return formula.length <= longestFormula ? formula : null;
}
