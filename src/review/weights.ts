/**
 * How much each indicator counts. Own weights; weights of sections shared equally or nested; one weight cell over several rows;
 * stars; marks; a single missing weight. Exact fractions, never rescaled unless the user wants it (README, conventions).
 */
import Decimal from 'decimal.js';
import type { Indicator, Place } from '../form/types';
import { bareName } from './bareName';
import { namesIn, printedFormulas } from './printedFormula';
import { plainText } from '../form/plainText';
import { runsAcross } from './blocks';
import { cellOf, findingAt, samePlace, textAt, type ReviewContext } from './context';
import { isPercentFormat } from './entryValue';
import { equals, exactText, fraction, fractionOf, hundred, one, over, sumOf, times, minus, compare, zero, type Fraction } from './fraction';
import { starCount } from './typedNumber';
import type { Finding } from './types';

export type WeightSource = 'own' | 'section' | 'shared-cell' | 'stars' | 'marks' | 'remainder' | 'none';

export interface Weight {
  /** Share of its table as an exact fraction of 1; null where there is none. */
  readonly share: Fraction | null;
  readonly source: WeightSource;
  /** The cell whose number the share comes from. */
  readonly cell: Place | null;
  /** How many indicators share that cell equally; 1 for an own weight. */
  readonly among: number;
  /** The cell to fill in first, where a weight is missing and nothing may be assumed. */
  readonly missingAt: Place | null;
}

export interface Weighing {
  /** One for each indicator of the form. */
  readonly weights: readonly Weight[];
  readonly findings: readonly Finding[];
}

const none: Weight = { share: null, source: 'none', cell: null, among: 1, missingAt: null };
const counts = (indicator: Indicator): boolean => indicator.kind === 'normal';

/** Stars in the weight column: each star counts as much as any other. */
function starWeights(context: ReviewContext): readonly Weight[] | null {
  const stars = context.form.indicators.map(({ weightCell }) => (weightCell ? starCount(textAt(context, weightCell)) : null));
  const total = stars.reduce<number>((all, count) => all + (count ?? 0), 0);
  if (stars.filter((count) => count !== null).length < 2 || total === 0) return null;
  return context.form.indicators.map(({ weightCell }, index) => {
    const count = stars[index] ?? null;
    return count === null ? none : { ...none, share: fraction(BigInt(count), BigInt(total)), source: 'stars', cell: weightCell };
  });
}

/** Whether a note of the form says that the rows of a group are averaged, so that equal shares are written, not assumed. */
const averageNote =
  /平均[^,，。;；]{0,8}[×*xX·][^,，。;；]{0,4}权重|权重[^,，。;；]{0,4}[×*xX·][^,，。;；]{0,8}平均|average[^.;]{0,30}weight/iu;
const sharingIsWritten = (context: ReviewContext): boolean => context.form.notes.some((note) => averageNote.test(plainText(note.text)));

/** What rows state about how they share a weight: their top points, or a share of the whole (占50%). */
export interface StatedShares {
  readonly tops: readonly (Fraction | null)[];
  readonly parts: readonly (Fraction | null)[];
}

const all = (values: readonly (Fraction | null)[]): readonly Fraction[] | null =>
  values.every((value) => value !== null) ? (values as readonly Fraction[]) : null;

/** Shares of a common weight as the rows themselves state them; null where they do not. */
function statedShares(group: readonly number[], whole: Fraction, stated: StatedShares): readonly Fraction[] | null {
  const parts = all(group.map((index) => stated.parts[index] ?? null));
  if (parts && equals(sumOf(parts), one)) return parts.map((part) => times(part, whole));
  const tops = all(group.map((index) => stated.tops[index] ?? null));
  return tops && equals(sumOf(tops), times(whole, hundred)) ? tops.map((top) => over(top, hundred)) : null;
}

/** Several rows with one weight: shared as they state it, else equally. */
function share(
  context: ReviewContext,
  group: readonly number[],
  whole: Fraction,
  cell: Place,
  source: WeightSource,
  stated: StatedShares,
  out: Partial,
): void {
  const shares = statedShares(group, whole, stated);
  const equal = over(whole, fraction(BigInt(group.length)));
  group.forEach(
    (index, at) => (out.weights[index] = { ...none, share: shares?.[at] ?? equal, source, cell, among: shares ? 1 : group.length }),
  );
  if (shares || group.length < 2 || sharingIsWritten(context)) return;
  const first = context.form.indicators[group[0] ?? 0];
  const section = first?.section === null || first === undefined ? null : context.form.sections[first.section];
  const details = { section: section?.name ?? first?.name ?? '', weight: percentText(whole), count: String(group.length) };
  out.findings.push(findingAt(context, 'weight-missing', 'info', cell, { variant: 'shared', details }));
}

function groupsOf(indices: readonly number[], same: (a: number, b: number) => boolean): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const index of indices) {
    const group = groups.find((known) => same(known[0] ?? -1, index));
    if (group) group.push(index);
    else groups.push([index]);
  }
  return groups;
}

/** `40%` for 2/5. */
export const percentText = (value: Fraction): string => `${exactText(times(value, hundred))}%`;

interface Partial {
  readonly weights: Weight[];
  readonly findings: Finding[];
}

/** Weights of sub-indicators, where the indicator's own cell is only the first of theirs. */
function ownWeight(indicator: Indicator): Fraction | null {
  const subs = indicator.subIndicators.map(({ weight }) => weight);
  const first = indicator.weightCell !== null && indicator.weightCell.row === indicator.rows[0] && subs.length > 1;
  if (first && subs.every((weight) => weight !== null) && subs[0]?.eq(indicator.weight ?? 0))
    return sumOf(subs.map((weight) => fractionOf(weight ?? 0)));
  return indicator.weight && fractionOf(indicator.weight);
}

function takeOwn(context: ReviewContext, stated: StatedShares, out: Partial): void {
  const { indicators } = context.form;
  const weighted = indicators.flatMap((indicator, index) => (indicator.weight !== null ? [index] : []));
  const cellOfIndex = (index: number): Place | null => indicators[index]?.weightCell ?? null;
  for (const group of groupsOf(weighted, (a, b) => samePlace(cellOfIndex(a), cellOfIndex(b)))) {
    const cell = cellOfIndex(group[0] ?? 0);
    const mates = indicators.flatMap((other, at) => (counts(other) && samePlace(other.weightCell, cell) ? [at] : []));
    const whole = ownWeight(indicators[group[0] ?? 0] as Indicator);
    if (cell && whole && mates.length > 1 && !saysSeveralWeights(context, mates))
      share(context, mates, whole, cell, 'shared-cell', stated, out);
    else
      for (const index of group)
        out.weights[index] = { ...none, share: ownWeight(indicators[index] as Indicator), source: 'own', cell: cellOfIndex(index) };
  }
}

/** A text that states several weights (`部门职责30%+部门计划30%`) gives each indicator its own, although the cell is one. */
const saysSeveralWeights = (context: ReviewContext, mates: readonly number[]): boolean => {
  const cell = context.form.indicators[mates[0] ?? 0]?.weightCell;
  return cell ? (textAt(context, cell).match(/\d+(?:\.\d+)?\s*%/gu)?.length ?? 0) > 1 : false;
};

function takeSections(context: ReviewContext, stated: StatedShares, out: Partial): void {
  context.form.sections.forEach((section, at) => {
    const members = membersOf(context, at);
    if (section.weight === null || !section.cell || members.length === 0 || members.some((index) => out.weights[index]?.share)) return;
    share(context, members, fractionOf(section.weight), section.cell, 'section', stated, out);
  });
}

const membersOf = (context: ReviewContext, section: number): readonly number[] =>
  context.form.indicators.flatMap((indicator, index) => (indicator.section === section && counts(indicator) ? [index] : []));

const total = (weights: readonly Weight[], indices: readonly number[]): Fraction =>
  sumOf(indices.map((index) => weights[index]?.share ?? zero));

/** Weights inside a section that add up to 100 % of it are shares of the section; those that add up to its weight are shares of the form. */
function nest(context: ReviewContext, out: Partial): void {
  const weighted = context.form.sections.flatMap((section, at) => {
    const members = membersOf(context, at).filter((index) => out.weights[index]?.source === 'own');
    return section.weight !== null && section.cell && members.length > 0 ? [{ weight: fractionOf(section.weight), members }] : [];
  });
  const nested =
    weighted.length > 1 &&
    weighted.every(({ members }) => equals(total(out.weights, members), one)) &&
    equals(sumOf(weighted.map(({ weight }) => weight)), one);
  if (!nested) return;
  for (const { weight, members } of weighted)
    for (const index of members) {
      const own = out.weights[index] ?? none;
      out.weights[index] = { ...own, share: own.share && times(own.share, weight) };
    }
}

/** A section whose printed weight is not what its indicators add up to. */
function checkSections(context: ReviewContext, out: Partial): void {
  context.form.sections.forEach((section, at) => {
    const members = membersOf(context, at);
    if (section.weight === null || !section.cell || members.length === 0 || !members.every((index) => out.weights[index]?.source === 'own'))
      return;
    const inside = sumOf(members.map((index) => ownWeight(context.form.indicators[index] as Indicator) ?? zero));
    const printed = fractionOf(section.weight);
    if (equals(inside, printed) || equals(inside, one)) return;
    const details = { section: section.name, printed: percentText(printed), sum: percentText(inside) };
    out.findings.push(findingAt(context, 'weights-sum', 'warning', section.cell, { variant: 'section', details }));
  });
}

/** The weight that a row of totals prints (`100%`), and its cell. */
function printedSum(context: ReviewContext, block: readonly number[]): { value: Fraction; place: Place } | null {
  const columns = [context.form.columns.weight, context.form.columns.dimensionWeight].filter((column) => column !== undefined);
  const totals = context.blocks.find(({ indicators }) => indicators.some((index) => block.includes(index)))?.totals ?? [];
  for (const index of totals)
    for (const column of columns) {
      const place = { row: context.form.totals[index]?.row ?? 0, column };
      const value = printedShare(context, place);
      if (value) return { value, place };
    }
  return null;
}

function printedShare(context: ReviewContext, place: Place): Fraction | null {
  const cell = cellOf(context, place);
  if (typeof cell?.value === 'number') {
    const value = fractionOf(cell.value);
    return isPercentFormat(cell.numberFormat) || cell.value <= 1.5 ? value : over(value, hundred);
  }
  const match = /^(\d+(?:\.\d+)?)\s*%$/.exec(textAt(context, place).trim());
  return match ? over(fractionOf(new Decimal(match[1] ?? '0')), hundred) : null;
}

interface MissingWeights {
  readonly missing: readonly number[];
  readonly known: readonly number[];
}

/** Indicators without weight in a block whose other indicators have own ones. */
function missingIn(context: ReviewContext, weights: readonly Weight[], block: readonly number[]): MissingWeights {
  const members = block.filter((index) => counts(context.form.indicators[index] as Indicator));
  const known = members.filter((index) => weights[index]?.share);
  const hasOwn = known.some((index) => weights[index]?.source === 'own' || weights[index]?.source === 'shared-cell');
  return { known, missing: hasOwn ? members.filter((index) => !weights[index]?.share) : [] };
}

const weightPlace = (context: ReviewContext, index: number): Place => {
  const indicator = context.form.indicators[index] as Indicator;
  return (
    indicator.weightCell ?? (context.form.columns.weight ? { row: indicator.rows[0], column: context.form.columns.weight } : indicator.cell)
  );
};

/**
 * Weights that are missing. Where the total is a plain sum of points it does not depend on them, so a single one is what is missing to
 * 100 %; else nothing is assumed and the total waits (README: "a missing weight is not guessed unless the form itself fixes the whole").
 */
function fillMissing(context: ReviewContext, block: readonly number[], inPoints: boolean, out: Partial): void {
  const { missing, known } = missingIn(context, out.weights, block);
  const rest = minus(one, total(out.weights, known));
  const assumable = missing.length === 1 && compare(rest, zero) > 0 && (inPoints || context.policy.missingWeight === 'remainder');
  for (const index of missing) {
    const place = weightPlace(context, index);
    const name = context.form.indicators[index]?.name ?? '';
    out.weights[index] = assumable ? { ...none, share: rest, source: 'remainder', cell: null } : { ...none, missingAt: place };
    out.findings.push(
      findingAt(context, 'weight-missing', assumable ? 'warning' : 'error', place, {
        variant: assumable ? 'remainder' : 'open',
        details: { indicator: name, rest: percentText(rest) },
      }),
    );
  }
  if (missing.length === 0 || compare(rest, zero) === 0) return;
  const printed = assumable ? printedSum(context, block) : null;
  const details = {
    sum: percentText(total(out.weights, known)),
    printed: printed ? percentText(printed.value) : '100%',
    missing: String(missing.length),
  };
  const place = printed?.place ?? weightPlace(context, missing[0] ?? 0);
  out.findings.push(
    findingAt(context, 'weights-sum', assumable ? 'error' : 'warning', place, {
      variant: 'missing',
      details: assumable ? { ...details, sum: percentText(minus(one, rest)) } : details,
    }),
  );
}

/** Rows that a printed formula names are parts of their own (部门负责人评分, 重关指标), not rows that lack a weight. */
function namedInFormula(context: ReviewContext, section: number): boolean {
  const names = context.form.notes.flatMap((note) => printedFormulas(note.text).flatMap(({ term }) => namesIn(term).map(bareName)));
  const own = [
    context.form.sections[section]?.name ?? '',
    ...membersOf(context, section).map((index) => context.form.indicators[index]?.name ?? ''),
  ];
  return own.some((name) => names.includes(bareName(name)));
}

/** Sections without weight beside sections that have one: their rows wait, told once at the section's weight cell. */
function missingSections(context: ReviewContext, out: Partial): void {
  const { sections, indicators } = context.form;
  const weighted = sections.filter(
    (section, at) =>
      section.weight !== null && section.cell !== null && membersOf(context, at).some((index) => out.weights[index]?.source === 'section'),
  );
  const column = weighted[0]?.cell?.column;
  if (column === undefined || runsAcross(context.form)) return;
  const rest = minus(one, sumOf(weighted.map(({ weight }) => fractionOf(weight ?? 0))));
  sections.forEach((section, at) => {
    const members = membersOf(context, at);
    const open =
      section.weight === null &&
      members.length > 0 &&
      members.every((index) => !out.weights[index]?.share && !out.weights[index]?.missingAt);
    if (!open || compare(rest, zero) <= 0 || namedInFormula(context, at)) return;
    const place = { row: indicators[members[0] ?? 0]?.rows[0] ?? 0, column };
    for (const index of members) out.weights[index] = { ...none, missingAt: place };
    const details = { indicator: section.name, rest: percentText(rest) };
    out.findings.push(findingAt(context, 'weight-missing', 'error', place, { variant: 'open', details }));
    const sum = { sum: percentText(minus(one, rest)), printed: '100%', missing: '1' };
    out.findings.push(findingAt(context, 'weights-sum', 'warning', place, { variant: 'missing', details: sum }));
  });
}

function checkSum(context: ReviewContext, out: Partial): void {
  const weighted = context.blocks
    .map(({ indicators }) => indicators.filter((index) => out.weights[index]?.share && out.weights[index]?.source !== 'stars'))
    .filter((block) => block.some((index) => out.weights[index]?.cell)); // shares known from a formula alone are checked with it
  const whole = sumOf(weighted.map((block) => total(out.weights, block)));
  if (weighted.length === 0 || equals(whole, one)) return;
  for (const block of weighted) {
    const sum = total(out.weights, block);
    if (equals(sum, one) || out.findings.some(({ code, variant }) => code === 'weights-sum' && variant === 'missing')) continue;
    const printed = printedSum(context, block);
    const place = printed?.place ?? out.weights[block[0] ?? 0]?.cell ?? weightPlace(context, block[0] ?? 0);
    const details = { sum: percentText(sum), printed: printed ? percentText(printed.value) : '100%' };
    out.findings.push(findingAt(context, 'weights-sum', 'error', place, { details }));
  }
}

/** Sums of marks that people mean: whole fives. 7.5 is worth a remark, 60 or 105 is not. */
const isUsualSum = (sum: Fraction): boolean => sum.denominator === 1n && sum.numerator % 5n === 0n;

/** Marks that are percentages may go beyond 100 % on purpose (what is best counts, up to a cap). */
const isShare = (context: ReviewContext, place: Place | null): boolean =>
  isPercentFormat((place && cellOf(context, place)?.numberFormat) ?? '');

/** Forms with marks instead of weights: a share is marks ÷ all marks. */
function takeMarks(context: ReviewContext, out: Partial): void {
  const marked = context.form.indicators.flatMap((indicator, index) =>
    indicator.fullMarks && counts(indicator) && !isExtra(context, indicator) ? [index] : [],
  );
  if (out.weights.some(({ share, missingAt }) => share ?? missingAt) || marked.length < 2) return;
  const marks = (index: number): Fraction => fractionOf(context.form.indicators[index]?.fullMarks ?? 0);
  const whole = sumOf(marked.map(marks));
  if (compare(whole, zero) <= 0) return;
  for (const index of marked)
    out.weights[index] = {
      ...none,
      share: over(marks(index), whole),
      source: 'marks',
      cell: context.form.indicators[index]?.fullMarksCell ?? null,
    };
  const column = context.form.columns.fullMarks;
  const rows = [...new Set(context.blocks.flatMap(({ totals }) => totals.map((index) => context.form.totals[index]?.row ?? 0)))];
  const row = column === undefined ? undefined : rows.find((candidate) => cellOf(context, { row: candidate, column }) !== undefined);
  const shares = marked.every((index) => isShare(context, context.form.indicators[index]?.fullMarksCell ?? null));
  if (column === undefined || row === undefined || isUsualSum(whole) || shares) return;
  out.findings.push(findingAt(context, 'weights-sum', 'info', { row, column }, { variant: 'marks', details: { sum: exactText(whole) } }));
}

/** 附加, bonus rows: they come on top of the whole. */
const extra = /附加|加分|额外|奖励|bonus|extra/iu;
export const isExtra = (context: ReviewContext, indicator: Indicator): boolean =>
  indicator.kind === 'bonus' ||
  extra.test(plainText(indicator.name)) ||
  /^[(（]?附加/u.test(indicator.criteria?.text.trim() ?? '') ||
  extra.test(plainText(textAt(context, indicator.cell)));

/**
 * Weighs every indicator of a form.
 *
 * @param stated each indicator's own top points and part shares (printed or in its criteria), null where there are none
 * @param inPoints for each block: whether its typed scores are weighted points already, so that no weight is needed for its total
 */
export function weigh(
  context: ReviewContext,
  stated: StatedShares,
  inPoints: (block: readonly number[], weights: readonly Weight[]) => boolean,
): Weighing {
  const stars = starWeights(context);
  if (stars) return { weights: stars, findings: [] };
  const out: Partial = { weights: context.form.indicators.map(() => none), findings: [] };
  takeOwn(context, stated, out);
  takeSections(context, stated, out);
  checkSections(context, out);
  nest(context, out);
  // Where indicators run across, a printed formula gives the weights, and a bare factor (×重关指标值) has none.
  for (const { indicators } of runsAcross(context.form) ? [] : context.blocks)
    fillMissing(context, indicators, inPoints(indicators, out.weights), out);
  missingSections(context, out);
  checkSum(context, out);
  takeMarks(context, out);
  return out;
}
