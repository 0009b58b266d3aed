/** Totals whose formula the form prints: `=(员工评分合计*30%)+(上级评分合计*70%)`, `总分=(…)×重关指标值`, `合计=∑(得分×权重)+加分项`. */
import Decimal from 'decimal.js';
import { plainText } from '../../form/plainText';
import type { Place, TotalCell } from '../../form/types';
import { rowIndicator } from '../blocks';
import { addressOf, cellOf, findingAt, textAt } from '../context';
import { blocked, constant, product, sum, unknown, type Expression } from '../expression';
import { compare, equals, fractionOf, hundred, minus, one, over, sumOf, zero } from '../fraction';
import { bareName } from '../bareName';
import { decimalOfDouble } from '../../rubric/decimal';
import { quantityOf } from '../target';
import { meaningOf, type Meaning } from '../names';
import { printedFormulas, sharesIn, type PrintedFormula, type PrintedTerm } from '../printedFormula';
import { combined, entryCell, amountCell, headerText, scoreIn, weightExpression, type Line, type Reckoning } from '../reckoning';
import { percentText } from '../weight';
import { coveredBy, lineOfTotal, linesOf } from './line';
import { numberResult, type TotalKind, type TotalResult } from './result';
import { marks } from './rowTotals';

interface Scope {
  readonly reckoning: Reckoning;
  readonly total: TotalCell;
  readonly index: number;
  readonly line: Line;
  /** Where the formula is printed. */
  readonly place: Place;
  /** Names that are being resolved by formulas of their own. */
  readonly through?: readonly string[];
}

/** The total of one rater: the cell that holds it, else the rater's own combined scores (or score in the row). */
function raterExpression(scope: Scope, rater: string): Expression | null {
  const { reckoning, total, index } = scope;
  const row = rowIndicator(reckoning.form, total);
  const line = linesOf(reckoning, rater)[0];
  if (row !== null) return line === undefined ? null : scoreIn(reckoning, row, line);
  const at = reckoning.form.totals.findIndex(
    (other, other_) =>
      other_ !== index &&
      other.rater === rater &&
      (other.role === 'rater-total' || other.role === 'final' || other.role === 'weighted') &&
      rowIndicator(reckoning.form, other) === null,
  );
  if (at >= 0) return { kind: 'total', index: at };
  return line === undefined ? null : combined(reckoning, coveredBy(reckoning, total, index), line);
}

const bonusRows = (reckoning: Reckoning): readonly number[] =>
  reckoning.form.indicators.flatMap(({ kind }, index) => (kind === 'bonus' ? [index] : []));

/** What stands in the row under a column that nobody scores in: its target, weight or marks, as the number that is shown. */
function measureExpression({ reckoning, total }: Scope, row: number, column: number): Expression | null {
  const { columns } = reckoning.form;
  if (![columns.target, columns.weight, columns.fullMarks].includes(column)) return null;
  const place = { row: total.row, column };
  const value = cellOf(reckoning, place)?.value;
  if (typeof value === 'number')
    return { kind: 'cell', place, value: fractionOf(decimalOfDouble(value)), scale: one, plain: true, is: 'weight' };
  if (column === columns.weight) return weightExpression(reckoning, row);
  const amount = typeof value === 'string' ? quantityOf(value) : null;
  const percent = amount?.unit === '%';
  return amount && constant(percent ? over(fractionOf(amount.amount), hundred) : fractionOf(amount.amount), percent);
}

/** The entry of the row under a column named in the formula. */
function columnExpression(scope: Scope, column: number): Expression | null {
  const row = rowIndicator(scope.reckoning.form, scope.total);
  const measure = row === null ? null : measureExpression(scope, row, column);
  if (measure) return measure;
  const entry = row === null ? undefined : scope.reckoning.entries[row]?.find((candidate) => candidate.entry.column === column);
  if (!entry) return null;
  return entry.entry.role === 'score' ? entryCell(entry) : amountCell(entry);
}

function expressionOf(scope: Scope, meaning: Meaning): Expression | null {
  switch (meaning.kind) {
    case 'total':
      return { kind: 'total', index: meaning.index };
    case 'rater':
      return raterExpression(scope, meaning.rater);
    case 'family':
      return { kind: 'mean', terms: meaning.raters.map((rater) => raterExpression(scope, rater) ?? unknown('no-entry')) };
    case 'indicator':
      return scoreIn(scope.reckoning, meaning.index, lineFor(scope, meaning.index));
    case 'column':
      return columnExpression(scope, meaning.column);
    case 'bonus':
      return sum(
        bonusRows(scope.reckoning)
          .map((row) => scoreIn(scope.reckoning, row, scope.line))
          .filter(({ kind }) => kind !== 'unknown'),
      );
  }
}

/** An indicator named in a formula is taken from the total's own line, else from the only line in which it is scored. */
function lineFor(scope: Scope, index: number): Line | null {
  const found = scoreIn(scope.reckoning, index, scope.line);
  return found.kind === 'unknown' && found.reason === 'no-entry' ? null : scope.line;
}

const weightWord = /权重|比重|星数|重要性|weight/iu;

/** `∑(评分×权重)`, `∑(星数×评分)÷∑星数`, `∑分数②`: the rows combined as their scale demands. */
const isRowSum = (term: PrintedTerm): boolean =>
  term.kind === 'sigma' || (term.kind === 'binary' && term.operator === '/' && isRowSum(term.left) && isRowSum(term.right));

/** Names that stand as a bare factor (×重关指标值): an index of 100 counts as 1. */
function factor(scope: Scope, term: PrintedTerm): Expression | null {
  const value = resolve(scope, term);
  if (term.kind !== 'name' || !value || weightWord.test(term.name)) return value;
  const meaning = meaningOf(scope.reckoning, term.name, scope.line, scope.index);
  const top = meaning?.kind === 'indicator' ? scope.reckoning.tops[meaning.index] : null;
  return top && equals(top, hundred) ? { kind: 'quotient', numerator: value, denominator: constant(hundred) } : value;
}

/** A name that nothing on the form bears, but a note computes (`完成率=实际完成÷目标值×100%`). */
function definedElsewhere(scope: Scope, name: string): Expression | null {
  const known = scope.through ?? [];
  if (known.includes(name)) return null;
  const formula = scope.reckoning.form.notes
    .flatMap(({ text }) => printedFormulas(text))
    .find(({ result }) => plainText(result) === plainText(name));
  return formula ? resolve({ ...scope, through: [...known, name] }, formula.term) : null;
}

const isShare = (term: PrintedTerm): boolean => term.kind === 'number';

function resolveBinary(scope: Scope, term: Extract<PrintedTerm, { kind: 'binary' }>): Expression | null {
  const multiplied = term.operator === '*' && !isShare(term.left) && !isShare(term.right);
  const [left, right] = multiplied
    ? [factor(scope, term.left), factor(scope, term.right)]
    : [resolve(scope, term.left), resolve(scope, term.right)];
  if (!left || !right) return null;
  switch (term.operator) {
    case '+':
      return sum([left, right].flatMap((part) => (part.kind === 'sum' ? part.terms : [part])));
    case '-':
      return { kind: 'difference', left, right };
    case '*':
      return product(left, right);
    case '/':
      return { kind: 'quotient', numerator: left, denominator: right };
  }
}

function resolve(scope: Scope, term: PrintedTerm): Expression | null {
  if (isRowSum(term))
    return combined(
      scope.reckoning,
      coveredBy(scope.reckoning, scope.total, scope.index).filter((index) => scope.reckoning.form.indicators[index]?.kind === 'normal'),
      scope.line,
    );
  switch (term.kind) {
    case 'number':
      return constant(fractionOf(term.percent ? term.value.div(100) : term.value), term.percent);
    case 'name': {
      const meaning = meaningOf(scope.reckoning, term.name, scope.line, scope.index);
      const exact =
        meaning && (meaning.kind !== 'column' || plainText(headerText(scope.reckoning, meaning.column)) === plainText(term.name));
      return (exact ? null : definedElsewhere(scope, term.name)) ?? (meaning && expressionOf(scope, meaning));
    }
    case 'sigma':
      return null;
    case 'binary':
      return resolveBinary(scope, term);
  }
}

/** One name without share beside others that have one: it gets what is missing to 100 %, or the total waits. */
function completeShares(scope: Scope, formula: PrintedFormula): PrintedTerm | 'blocked' {
  const shares = sharesIn(formula.term);
  const open = shares?.filter(({ share }) => share === null) ?? [];
  const given = sumOf((shares ?? []).map(({ share }) => (share ? fractionOf(share) : zero)));
  if (
    !shares ||
    shares.length < 2 ||
    open.length !== 1 ||
    open.length === shares.length ||
    compare(given, one) >= 0 ||
    /加分|扣分|奖|bonus/iu.test(open[0]?.name ?? '')
  )
    return formula.term;
  const rest = minus(one, given);
  const variant = scope.reckoning.policy.missingShare === 'remainder' ? 'remainder' : 'open';
  scope.reckoning.found.push(
    findingAt(scope.reckoning, 'missing-share', variant === 'open' ? 'error' : 'warning', scope.place, {
      variant,
      details: { name: open[0]?.name ?? '', rest: percentText(rest) },
    }),
  );
  return variant === 'open'
    ? 'blocked'
    : withShare(formula.term, open[0]?.name ?? '', new Decimal(rest.numerator.toString()).div(rest.denominator.toString()).times(100));
}

function withShare(term: PrintedTerm, name: string, percent: Decimal): PrintedTerm {
  if (term.kind === 'name' && term.name === name)
    return { kind: 'binary', operator: '*', left: term, right: { kind: 'number', value: percent, percent: true } };
  if (term.kind !== 'binary' || term.operator !== '+') return term;
  return { ...term, left: withShare(term.left, name, percent), right: withShare(term.right, name, percent) };
}

/** Shares that do not add up to 100 %: used as printed, and told. */
function checkShares(scope: Scope, term: PrintedTerm): void {
  const inner = term.kind === 'binary' && term.operator === '*' && sharesIn(term) === null ? term.left : term;
  const shares = sharesIn(inner);
  if (!shares || shares.length < 2 || shares.some(({ share }) => share === null)) return;
  const all = sumOf(shares.map(({ share }) => fractionOf(share ?? 0)));
  if (equals(all, one)) return;
  scope.reckoning.found.push(
    findingAt(scope.reckoning, 'weights-sum', 'error', scope.place, {
      variant: 'formula',
      details: { sum: percentText(all), most: percentText(all) },
    }),
  );
}

/** A rate printed as a product of counts (`实际条数*(200条X人数)X天数`) can only mean the first over the rest. */
function asRate(total: TotalCell, formula: PrintedFormula, term: PrintedTerm): PrintedTerm {
  const factors = factorsOf(term);
  const isRateName = /率$|\brate$/iu.test(plainText(formula.result)) || /率$|\brate$/iu.test(plainText(total.label));
  if (!isRateName || !factors || factors.length < 2) return term;
  const [first, ...rest] = factors as [PrintedTerm, ...PrintedTerm[]];
  const divisor = rest.reduce((left, right) => ({ kind: 'binary', operator: '*', left, right }));
  return { kind: 'binary', operator: '/', left: first, right: divisor };
}

function factorsOf(term: PrintedTerm): readonly PrintedTerm[] | null {
  if (term.kind !== 'binary') return [term];
  if (term.operator !== '*') return null;
  const [left, right] = [factorsOf(term.left), factorsOf(term.right)];
  return left && right && [...left, ...right];
}

const finalWords = /^(?:总分|得分|合计|最终|最后|综合|考核|绩效|total|final|overall|score)/iu;

/** Whether a formula's left side is the label of some total: then it is that one's alone. */
const namesAnother = (reckoning: Reckoning, formula: PrintedFormula): boolean =>
  reckoning.form.totals.some((other) => plainText(other.label).startsWith(plainText(formula.result)));

interface Printed {
  readonly formula: PrintedFormula;
  readonly place: Place;
}

/** The formulas that are printed for a total: the one in its own cell or beside it, else those in notes whose left side names it. */
function formulasFor(reckoning: Reckoning, total: TotalCell): readonly Printed[] {
  const own = total.printedFormula;
  const label = bareName(total.label);
  const fits = (formula: PrintedFormula): boolean =>
    formula.result === '' || bareName(formula.result) === label || plainText(total.label).includes(plainText(formula.result));
  const isGeneral = (formula: PrintedFormula): boolean =>
    total.role === 'final' && rowIndicator(reckoning.form, total) === null && finalWords.test(plainText(formula.result));
  const beside = own ? printedFormulas(own.text) : [];
  const chosen = beside.find(fits) ?? beside[0];
  if (own && chosen) return [{ formula: chosen, place: own }];
  return reckoning.form.notes.flatMap((note) =>
    printedFormulas(note.text).flatMap((formula) => {
      const named =
        formula.result !== '' &&
        (fits(formula) || (bareName(formula.result).length > 1 && plainText(total.label).includes(bareName(formula.result))));
      return named || (isGeneral(formula) && !namesAnother(reckoning, formula)) ? [{ formula, place: note }] : [];
    }),
  );
}

/** Whether a formula multiplies with the weight of a row: it tells how rows are scored, not what they come to. */
const weighsRow = (term: PrintedTerm): boolean =>
  term.kind === 'name' ? weightWord.test(term.name) : term.kind === 'binary' && (weighsRow(term.left) || weighsRow(term.right));

/** A note like `2.得分=∑(评分×权重)` says no more than what the scale of the rows already decides. */
const saysOnlyRows = (term: PrintedTerm): boolean => isRowSum(term);

export const printedTotal: TotalKind = (reckoning, total, index) => {
  const inRow = rowIndicator(reckoning.form, total) !== null;
  const printed = total.role === 'grade' || total.role === 'bonus' ? [] : formulasFor(reckoning, total);
  const all = printed.filter(({ formula }) => inRow || isRowSum(formula.term) || !weighsRow(formula.term));
  const [first] = all;
  if (!first || saysOnlyRows(first.formula.term)) return null;
  // Of several formulas of one name the first whose names all stand on this form is its own.
  for (const found of all) {
    const result = resultOf(reckoning, total, index, found);
    if (result) return result;
  }
  return null;
};

const upToMarks =
  /(?:不超过|不得超过|封顶|上限为?|为限)[^,，。;；\d]{0,4}(?:分值|满分|标准分|权重分|该项分|本项分)|超过(?:满分|分值|100 ?%)[^,，。;；]{0,4}按(?:满分|分值|100 ?%)|(?:capped at|up to|no more than|not more than) (?:the )?(?:full|max(?:imum)?|available) (?:marks|points|score)/iu;

/** A row's score that its note limits to the row's marks (`得分=完成率×分值，最高不超过分值`). */
function withinMarks({ reckoning, total, place }: Scope, expression: Expression): Expression {
  const row = rowIndicator(reckoning.form, total);
  const top = row === null ? null : (reckoning.tops[row] ?? null);
  const indicator = row === null ? undefined : reckoning.form.indicators[row];
  if (!top || !indicator || !upToMarks.test(plainText(textAt(reckoning, place)))) return expression;
  return { kind: 'least', terms: [expression, marks(reckoning, indicator, top)] };
}

function resultOf(reckoning: Reckoning, total: TotalCell, index: number, found: Printed): TotalResult | null {
  const scope: Scope = { reckoning, total, index, line: lineOfTotal(reckoning, total) ?? total.column, place: found.place };
  const completed = completeShares(scope, found.formula);
  if (completed === 'blocked') return numberResult(blocked(addressOf(found.place)), reckoning.policy.reading.roundingPlaces);
  const term = asRate(total, found.formula, completed);
  const expression = resolve(scope, term);
  if (!expression) return null;
  checkShares(scope, completed);
  const percent = term !== completed || /[×x*]\s*100\s*%/iu.test(found.formula.result);
  return numberResult(
    expression.kind === 'sum' && expression.terms.length === 0 ? unknown('no-terms') : withinMarks(scope, expression),
    reckoning.policy.reading.roundingPlaces,
    percent,
  );
}
