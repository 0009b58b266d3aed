/** Expressions that a RUBRIC_ function says in one word: raters blended by their shares, full marks less so much an incident. */
import { cellAt } from '../form/grid';
import { addressOf } from './context';
import type { Expression } from './expression';
import { equals, exactText, hundred, one, sumOf, times, type Fraction } from './fraction';
import type { FormulaScope } from './nativeFormula';
import { typedPoints } from './typedNumber';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/** A single cell as it stands, or the cell of another total. */
function cellText(expression: Expression, scope: FormulaScope): string | null {
  if (expression.kind === 'cell')
    return equals(expression.scale, one) && isReadable(expression, scope) ? addressOf(expression.place) : null;
  const total = expression.kind === 'total' ? scope.total(expression.index) : null;
  return total && 'place' in total ? addressOf(total.place) : null;
}

/** Numbers and texts like `88分`, which the functions read as numbers; a letter or a tick they do not. */
function isReadable({ place, plain, absolute }: Of<'cell'>, { grid }: FormulaScope): boolean {
  const value = cellAt(grid, place.row, place.column)?.value;
  return !absolute && (plain || (typeof value === 'string' && typedPoints(value) !== null));
}

interface Part {
  readonly cell: string;
  readonly share: Fraction;
}

function partOf(term: Expression, scope: FormulaScope): Part | null {
  const [score, share] = term.kind === 'product' && term.factors.length === 2 ? term.factors : [];
  const cell = score ? cellText(score, scope) : null;
  return cell !== null && share?.kind === 'constant' && share.percent ? { cell, share: share.value } : null;
}

/** Scores of several raters times their shares, which make a whole: RUBRIC_BLEND. */
function blended({ terms }: Of<'sum'>, scope: FormulaScope): string | null {
  const parts = terms.map((term) => partOf(term, scope));
  const known = parts.filter((part) => part !== null);
  if (known.length < 2 || known.length < parts.length || !equals(sumOf(known.map(({ share }) => share)), one)) return null;
  return `RUBRIC_BLEND(${known.map(({ cell, share }) => `${cell},${exactText(times(share, hundred))}%`).join(',')})`;
}

/** Full marks less count × each, never below 0: RUBRIC_DEDUCT. */
function deducted({ of }: Of<'atLeastZero'>, scope: FormulaScope): string | null {
  if (of.kind !== 'difference' || of.right.kind !== 'product') return null;
  const [count, each] = of.right.factors;
  const full = of.left.kind === 'constant' ? exactText(of.left.value) : cellText(of.left, scope);
  const counted = count?.kind === 'cell' && count.plain ? cellText(count, scope) : null;
  if (full === null || counted === null || each?.kind !== 'constant' || each.percent) return null;
  return `RUBRIC_DEDUCT(${full},${counted},${exactText(each.value)})`;
}

/** The function for an expression, rounded once; null where none says the same. */
export function functionShape(expression: Expression, decimals: number, scope: FormulaScope): string | null {
  const call =
    expression.kind === 'sum' ? blended(expression, scope) : expression.kind === 'atLeastZero' ? deducted(expression, scope) : null;
  return call && `=ROUND(${call},${decimals})`;
}
