/** Totals over several rows: sections, raters, the whole form, deductions, ticks. */
import { plainText } from '../../form/plainText';
import type { Indicator, Place, TotalCell } from '../../form/types';
import { rowIndicator, runsAcross } from '../blocks';
import { capOfTotal } from '../caps';
import { addressOf, cellOf, findingAt, samePlace, textAt } from '../context';
import { isPercentFormat } from '../entryValue';
import { decimalOfDouble } from '../../rubric/decimal';
import { typedPoints } from '../typedNumber';
import { constant, evaluate, product, sum, unknown, type Evaluation, type Expression } from '../expression';
import { compare, fraction, fractionOf, one, over, roundedText, sumOf, zero, type Fraction } from '../fraction';
import { amountCell, combined, combinedInside, commonSections, entryCell, scoreIn, type Line, type Reckoning } from '../reckoning';
import { raterShares } from '../shares';
import type { AssessedEntry } from '../types';
import { coveredBy, lineOfTotal } from './line';
import { marks } from './rowTotals';
import { countOfTicks, sumOfTicked } from './tickFormulas';
import { capIn, formulaIn, isOwnComputation, multiplied, sumOfSubtotals, toldInside } from './ownFormula';
import { blockedResult, numberResult, unknownResult, type TotalKind, type TotalResult, type TotalValues } from './result';

const places = (reckoning: Reckoning): number => reckoning.policy.reading.roundingPlaces;

/** A dimension of the rating block that the table does not have (维度五 where there are four). */
export const sectionWithoutDimension: TotalKind = (reckoning, total) => {
  if (total.role !== 'section' || total.section !== null || total.indicators.length > 0) return null;
  const ordinal = /(?:维度|第|部分|项目|dimension|section|part)\s*([一二三四五六七八九十]|\d{1,2})/iu.exec(plainText(total.label));
  const at = ordinal ? '一二三四五六七八九十'.indexOf(ordinal[1] ?? '') + 1 || Number(ordinal[1]) : 0;
  if (at === 0 || at <= reckoning.form.sections.length) return null;
  const place = headingAbove(reckoning, total, ordinal?.[0] ?? '') ?? total.labelCell ?? total;
  reckoning.found.push(
    findingAt(reckoning, 'section-without-dimension', 'warning', place, {
      details: { name: ordinal?.[0] ?? total.label, sections: String(reckoning.form.sections.length) },
    }),
  );
  return unknownResult('no-such-section');
};

/** The heading of a rating block's column: the nearest cell above that says the same. */
function headingAbove(reckoning: Reckoning, total: TotalCell, words: string): { row: number; column: number } | null {
  for (let row = total.row; row > Math.max(0, total.row - 30); row--) {
    const value = reckoning.grid.rows.get(row)?.get(total.column)?.value;
    if (typeof value === 'string' && plainText(value).includes(plainText(words))) return { row, column: total.column };
  }
  return null;
}

/** How many rows are ticked in a level column; every undecided row blocks all counts. */
export const tickCount: TotalKind = (reckoning, total) => {
  const { form } = reckoning;
  const level = form.levels.find(({ column }) => column === total.column);
  if (!level || rowIndicator(form, total) !== null || total.role === 'grade') return null;
  const covered = coveredBy(reckoning, total, form.totals.indexOf(total));
  const entries = covered.map((index) =>
    (reckoning.entries[index] ?? []).filter(({ entry }) => form.levels.some(({ column }) => column === entry.column)),
  );
  if (entries.every((row) => row.length === 0)) return unknownResult('not-due');
  const typed = entries.flat().filter(({ value, valid, score }) => valid && score !== null && value.kind === 'number');
  if (typed.length > 0) return columnSum(reckoning, total, entries.flat());
  // Ticks that stand for points: whether the column counts or adds them is not said.
  if (entries.some((row) => row.some(({ score, valid }) => valid && score !== null))) return unknownResult('no-rule');
  const open = entries.flatMap((row) => row.filter(({ valid }) => !valid).slice(0, 1)).map(({ entry }) => addressOf(entry));
  if (open.length > 0) return blockedResult(open);
  const count = entries.filter((row) => row.some(({ tier }) => tier === level.label)).length;
  const native = countOfTicks(reckoning, covered, total.column);
  return { kind: 'number', expression: constant(fraction(BigInt(count))), places: 0, percent: false, ...(native ? { native } : {}) };
};

/** Scores typed under a level are added in its own column. */
function columnSum(reckoning: Reckoning, total: TotalCell, entries: readonly AssessedEntry[]): TotalResult {
  const here = entries.filter(({ entry }) => entry.column === total.column);
  return here.length > 0 ? numberResult(sum(here.map(entryCell)), places(reckoning)) : unknownResult('nothing-to-add');
}

/** 扣分合计: what was really taken off, never more than the marks of each row. */
export const deductionSum: TotalKind = (reckoning, total, index) => {
  const { form } = reckoning;
  if (rowIndicator(form, total) !== null || runsAcross(form) || total.role === 'grade') return null;
  const covered = coveredBy(reckoning, total, index);
  const entries = covered.flatMap((at) =>
    (reckoning.entries[at] ?? [])
      .filter(({ entry }) => entry.role === 'deduction' && entry.column === total.column)
      .map((entry) => ({ at, entry })),
  );
  if (entries.length === 0) return null;
  const terms = entries.map(({ at, entry }): Expression => {
    const [amount, top] = [amountCell(entry), reckoning.tops[at] ?? null];
    const capped = amount.kind === 'cell' && top !== null && compare(amount.value, top) > 0 && reckoning.policy.deductionFloor === 'zero';
    return capped && top ? { kind: 'least', terms: [amount, marks(reckoning, form.indicators[at] as Indicator, top)] } : amount;
  });
  return numberResult(sum(terms), places(reckoning));
};

/** 不到位次数合计: a plain sum of counts. */
export const amountSum: TotalKind = (reckoning, total, index) => {
  const { form } = reckoning;
  if (rowIndicator(form, total) !== null || runsAcross(form) || total.role === 'grade') return null;
  const entries = coveredBy(reckoning, total, index).flatMap((at) =>
    (reckoning.entries[at] ?? []).filter(
      ({ entry }) => ['count', 'numerator', 'denominator', 'headcount', 'days'].includes(entry.role) && entry.column === total.column,
    ),
  );
  return entries.length === 0 ? null : numberResult(sum(entries.map(amountCell)), places(reckoning));
};

/** Whether the row's own label says mean; the header above (`平均分`) tells of its rows, not of their total. */
const isMean = (reckoning: Reckoning, total: TotalCell): boolean =>
  /平均|average|\bmean\b/iu.test(plainText(total.labelCell ? textAt(reckoning, total.labelCell) : total.label));

function meanOf(reckoning: Reckoning, covered: readonly number[], line: number | null): Expression {
  return { kind: 'mean', terms: covered.map((index) => scoreIn(reckoning, index, line)) };
}

/** A subtotal (小计) of every row is its rater's total. */
const coversAll = ({ form }: Reckoning, total: TotalCell): boolean =>
  total.role === 'section' && total.indicators.length === form.indicators.length;

/** Totals of each rater, where a form has several: what a final total blends. */
function raterTotals(reckoning: Reckoning, except: number): readonly { rater: string; index: number }[] {
  const all = reckoning.form.totals.flatMap((total, index) =>
    index !== except &&
    (total.role === 'rater-total' || total.role === 'weighted' || coversAll(reckoning, total)) &&
    total.rater !== null &&
    rowIndicator(reckoning.form, total) === null
      ? [{ rater: total.rater, index }]
      : [],
  );
  return all.filter(({ rater }, at) => all.findIndex((other) => other.rater === rater) === at);
}

/** Whether a total stands below a column of weighted scores, which its rows blend and weigh already. */
const sumsRows = ({ form }: Reckoning, total: TotalCell): boolean =>
  total.column === form.columns.weighted &&
  form.totals.some((other) => other.role === 'weighted' && other.column === total.column && rowIndicator(form, other) !== null);

/** The final total of several raters: their totals by their shares; without shares it waits. */
function blendOfRaters(reckoning: Reckoning, total: TotalCell, raters: readonly { rater: string; index: number }[]): ReturnType<TotalKind> {
  const stated = raterShares(reckoning);
  const equal = over(one, fraction(BigInt(raters.length)));
  if (!raters.every(({ rater }) => stated.has(rater)) && reckoning.policy.unstatedShares === 'ask') {
    const place = total.labelCell ?? total;
    reckoning.found.push(
      findingAt(reckoning, 'missing-share', 'error', place, {
        variant: 'raters',
        details: { raters: raters.map(({ rater }) => rater).join(', ') },
      }),
    );
    return blockedResult([addressOf(place)]);
  }
  const share = (rater: string): Fraction => stated.get(rater) ?? equal;
  return numberResult(
    sum(raters.map(({ rater, index }) => product({ kind: 'total', index }, constant(share(rater), true)))),
    places(reckoning),
  );
}

/** Totals of parts in the total's own column that each weigh 100 % in themselves, with the shares that the form gives the parts. */
function blendOfParts(reckoning: Reckoning, total: TotalCell, index: number): Expression | null {
  const { form } = reckoning;
  const parts = reckoning.blocks.filter(({ indicators }) =>
    indicators.some((at) => reckoning.weights[at]?.source === 'own' || reckoning.weights[at]?.source === 'section'),
  );
  const whole = parts.map(({ indicators }) => sumOf(indicators.map((at) => reckoning.weights[at]?.share ?? zero)));
  if (parts.length < 2 || !whole.every((weight) => compare(weight, one) === 0)) return null;
  const terms = parts.map((part): Expression => {
    const share = form.sections.find(
      (section) =>
        section.cell === null &&
        section.weight !== null &&
        part.indicators.some((at) => form.sections[form.indicators[at]?.section ?? -1] === section),
    )?.weight;
    const at = part.totals.find((candidate) => candidate !== index && form.totals[candidate]?.column === total.column);
    if (!share || at === undefined) return unknown('parts-without-shares');
    return product({ kind: 'total', index: at }, constant(fractionOf(share), true));
  });
  return sum(terms);
}

/** Indices of this form's rows; forms whose weights only together make a whole are summed together by their last total. */
export const tableTotal: TotalKind = (reckoning, total, index) => {
  if (total.role === 'grade' || total.role === 'bonus') return null;
  const covered = coveredBy(reckoning, total, index);
  const raters = total.role === 'final' ? raterTotals(reckoning, index) : [];
  const line = lineOfTotal(reckoning, total);
  if (raters.length > 1 && !raters.some(({ rater }) => rater === total.rater) && !sumsRows(reckoning, total))
    return blendOfRaters(reckoning, total, raters);
  if (covered.length === 0) return unknownResult('nothing-to-add');
  if (isMean(reckoning, total)) return numberResult(meanOf(reckoning, covered, line), places(reckoning));
  const parts = total.role === 'final' ? blendOfParts(reckoning, total, index) : null;
  return parts ? numberResult(parts, places(reckoning)) : tableSum(reckoning, total, index, covered, line);
};

/** Whether a total is told in percent: its cell is, and the marks that it sums are shares. */
function toldInPercent(reckoning: Reckoning, total: TotalCell, covered: readonly number[]): boolean {
  const tops = covered.map((at) => reckoning.tops[at] ?? null);
  const shares = tops.length > 0 && tops.every((top) => top !== null && compare(top, one) <= 0);
  return shares && isPercentFormat(cellOf(reckoning, total)?.numberFormat ?? '');
}

/** What the rows come to: inside their section where the form's section totals are told without the section's weight. */
const rowsCombined = (reckoning: Reckoning, total: TotalCell, covered: readonly number[], line: Line | null): Expression =>
  total.role === 'section' && toldInside(reckoning, total) && commonSections(reckoning, covered).length > 0
    ? combinedInside(reckoning, covered, line)
    : combined(reckoning, covered, line);

/** A computation of the form's own is only known to be ours where it comes to the same. */
function ifAgreeing(reckoning: Reckoning, total: TotalCell, expression: Expression, percent: boolean): TotalResult {
  const present = presentNumber(reckoning, total);
  if (!present) return unknownResult('own-formula');
  const work = (values: TotalValues): TotalResult => {
    const evaluation = evaluate(expression, (index) => valueOrNone(values.valueOf(index)));
    const same =
      evaluation.kind === 'value' && roundedText(evaluation.value, places(reckoning)) === roundedText(present, places(reckoning));
    return same ? numberResult(expression, places(reckoning), percent) : unknownResult('own-formula');
  };
  return { kind: 'after', work };
}

const valueOrNone = (value: Fraction | null): Evaluation => (value ? { kind: 'value', value } : { kind: 'unknown', reason: 'no-number' });

function presentNumber(reckoning: Reckoning, total: TotalCell): Fraction | null {
  const value = cellOf(reckoning, total)?.value;
  return typeof value === 'number' ? fractionOf(decimalOfDouble(value)) : null;
}

/** The rows combined as they are scored, as far as a formula that stands there does not tell that the form means something else. */
function tableSum(reckoning: Reckoning, total: TotalCell, index: number, covered: readonly number[], line: Line | null): TotalResult {
  const formula = formulaIn(reckoning, total);
  const percent = toldInPercent(reckoning, total, covered);
  const rows = rowsCombined(reckoning, total, covered, line);
  const native = sumOfTicked(reckoning, covered, line);
  const stated = capOfTotal(reckoning, total);
  if (!formula && !stated) return { kind: 'number', expression: rows, places: places(reckoning), percent, ...(native ? { native } : {}) };
  if (!formula) return numberResult(capped(rows, stated), places(reckoning), percent);
  const subtotals = sumOfSubtotals(reckoning, formula, index);
  if (!subtotals && isOwnComputation(reckoning, formula, index)) return ifAgreeing(reckoning, total, rows, percent);
  const whole = subtotals ?? multiplied(reckoning, formula, covered, line) ?? rows;
  return numberResult(capped(whole, capIn(formula) ?? stated), places(reckoning), percent);
}

const capped = (whole: Expression, cap: Fraction | null): Expression => (cap ? { kind: 'least', terms: [whole, constant(cap)] } : whole);

/** The sum of a column of weights or marks: 100%, 100分. What is wrong with it is told as weights-sum, not here. */
export const weightColumnSum: TotalKind = (reckoning, total, index) => {
  const { columns } = reckoning.form;
  if (total.role !== 'full-marks') return null;
  const places_ = coveredBy(reckoning, total, index).flatMap((at) => {
    const indicator = reckoning.form.indicators[at];
    // `加分项`, `—` where a weight would stand: such a row is none of the sum.
    const extra = indicator !== undefined && indicator.kind !== 'normal' && indicator.weight === null && indicator.fullMarks === null;
    if (extra) return [];
    return [indicator?.weightCell, indicator?.fullMarksCell].filter((place) => place?.column === total.column);
  });
  const cells = places_
    .filter((place, at) => place && places_.findIndex((other) => other && samePlace(other, place)) === at)
    .map((place) => place as Place);
  const values = cells.map((place) => ({ place, value: cellNumber(reckoning, place) }));
  if (values.length === 0 || values.some(({ value }) => value === null))
    return unknownResult(columns.weight === total.column ? 'no-weight' : 'no-marks');
  const percent = isPercentFormat(cellOf(reckoning, total)?.numberFormat ?? '');
  return numberResult(
    sum(
      values.map(({ place, value }): Expression => ({
        kind: 'cell',
        place,
        value: value ?? zero,
        scale: one,
        plain: typeof cellOf(reckoning, place)?.value === 'number',
        is: 'weight',
      })),
    ),
    places(reckoning),
    percent,
  );
};

/** A number as typed: 30, 30分, 30% (a fraction). */
function cellNumber(reckoning: Reckoning, place: Place): Fraction | null {
  const value = cellOf(reckoning, place)?.value;
  if (typeof value === 'number') return fractionOf(decimalOfDouble(value));
  if (typeof value !== 'string') return null;
  const percent = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(value);
  const points = percent ? null : typedPoints(value);
  return percent ? over(fractionOf(percent[1] ?? '0'), fraction(100n)) : points && fractionOf(points);
}
