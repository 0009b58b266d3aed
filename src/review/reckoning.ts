/** Everything that totals are made from: judged entries, weights and scales of a form, and the cells that carry them. */
import type { Place } from '../form/types';
import { decimalOfDouble } from '../rubric/decimal';
import { rowIndicator, runsAcross } from './blocks';
import { addressOf, cellOf, samePlace, textAt, type ReviewContext } from './context';
import type { IndicatorFacts } from './indicatorFacts';
import { capOfExtras } from './caps';
import { blocked, constant, product, sum, unknown, type Expression } from './expression';
import { equals, fraction, fractionOf, hundred, isZero, one, over, sumOf, times, zero, type Fraction } from './fraction';
import type { Legend } from './legend';
import type { Combine } from './scale';
import type { AssessedEntry, Finding } from './types';
import { noWeight, type SectionFactor, type Weight } from './weight';
import { isWeighted } from './weightedAlready';

export interface Reckoning extends ReviewContext {
  readonly facts: readonly IndicatorFacts[];
  readonly entries: readonly (readonly AssessedEntry[])[];
  readonly weights: readonly Weight[];
  /** How the rows of an indicator's block are combined. */
  readonly combine: readonly Combine[];
  readonly tops: readonly (Fraction | null)[];
  readonly legend: Legend | null;
  readonly blank: ReadonlySet<number>;
  /** Findings that come up while totals are made. */
  readonly found: Finding[];
}

/** A column (a row where indicators run across) in which one rater's, month's or component's scores stand. */
export type Line = number;

export const lineOfPlace = (reckoning: Reckoning, place: Place): Line => (runsAcross(reckoning.form) ? place.row : place.column);

const one100 = over(one, hundred);

/** A number in a cell as it counts: whether Excel can use it as it stands depends on what was typed. */
export function entryCell(entry: AssessedEntry): Expression {
  if (!entry.valid || entry.score === null) return entry.valid ? unknown('no-points') : blocked(addressOf(entry.entry));
  const plain = entry.value.kind === 'number' && entry.value.value.eq(entry.score);
  return { kind: 'cell', place: entry.entry, value: fractionOf(entry.score), scale: one, plain, is: 'score' };
}

/** The same for what was typed itself (a count, a deduction), not for the points that follow from it. */
export function amountCell(entry: AssessedEntry): Expression {
  if (!entry.valid) return blocked(addressOf(entry.entry));
  const amount = entry.outcome.normalized;
  if (!amount && entry.value.kind !== 'blank') return unknown('no-number');
  const plain = entry.value.kind === 'blank' || (entry.value.kind === 'number' && amount !== null && entry.value.value.abs().eq(amount));
  return {
    kind: 'cell',
    place: entry.entry,
    value: amount ? fractionOf(amount) : zero,
    scale: one,
    plain,
    is: 'score',
    ...(entry.entry.role === 'deduction' ? { absolute: true } : {}),
  };
}

/** The score of an indicator in a line: typed there, computed in a total of its row, or under the level columns. */
export function scoreIn(reckoning: Reckoning, index: number, line: Line | null): Expression {
  const { form } = reckoning;
  const entries = reckoning.entries[index] ?? [];
  const here = entries.find(({ entry }) => entry.role === 'score' && (line === null || lineOfPlace(reckoning, entry) === line));
  if (here) return entryCell(here);
  const total = form.totals.findIndex(
    (candidate) => rowIndicator(form, candidate) === index && candidate.role !== 'grade' && (line === null || candidate.column === line),
  );
  if (total >= 0) return { kind: 'total', index: total };
  const other = entries.find(
    ({ entry, score, valid }) => ['tick', 'deduction', 'count', 'grade'].includes(entry.role) && (score !== null || !valid),
  );
  if (other) return entryCell(other);
  return line !== null && reckoning.blank.has(line) ? unknown('not-due') : unknown('no-entry');
}

/** What a weight cell contributes: its own number times what makes it a share, or a constant where Excel cannot calculate with it. */
function weightCell(reckoning: Reckoning, place: Place, share: Fraction): Expression {
  const value = cellOf(reckoning, place)?.value;
  if (typeof value !== 'number' || value === 0) return constant(share, true);
  const content = fractionOf(decimalOfDouble(value));
  const scale = over(share, content);
  const simple = [one, one100].some((known) => known.numerator === scale.numerator && known.denominator === scale.denominator);
  return simple ? { kind: 'cell', place, value: content, scale, plain: true, is: 'weight' } : constant(share, true);
}

const weightOf = (reckoning: Reckoning, index: number): Weight => reckoning.weights[index] ?? noWeight;

/** What the sections around a row multiply its weight with. */
const outerShare = ({ within }: Weight): Fraction => within.reduce((whole, { share }) => times(whole, share), one);

/** The weight of a row inside its section, or of the whole where no section's weight is around it. */
function innerWeight(reckoning: Reckoning, index: number): Expression {
  const weight = weightOf(reckoning, index);
  if (!weight.share) return weight.missingAt ? blocked(addressOf(weight.missingAt)) : unknown('no-weight');
  const outer = outerShare(weight);
  const share = isZero(outer) ? zero : over(weight.share, outer);
  return weight.cell && weight.among === 1 && weight.source === 'own' ? weightCell(reckoning, weight.cell, share) : constant(share, true);
}

const sectionFactor = (reckoning: Reckoning, { cell, share }: SectionFactor): Expression =>
  cell ? weightCell(reckoning, cell, share) : constant(share, true);

/** An expression times the weights of the sections that its rows stand in. */
const withinSections = (reckoning: Reckoning, factors: readonly SectionFactor[], inside: Expression): Expression =>
  factors.length === 0 ? inside : product(...factors.map((factor) => sectionFactor(reckoning, factor)), inside);

/** Weight of one indicator alone. */
export function weightExpression(reckoning: Reckoning, index: number): Expression {
  return withinSections(reckoning, weightOf(reckoning, index).within, innerWeight(reckoning, index));
}

/** Whether two rows stand under the same weights of sections. */
const sameSections = (a: Weight, b: Weight): boolean =>
  a.within.length === b.within.length && a.within.every(({ cell }, at) => cell !== null && samePlace(cell, b.within[at]?.cell ?? null));

/** Rows with weights of their own: score × weight; those under one section's weight together, times that weight. */
function ownTerms(reckoning: Reckoning, indices: readonly number[], score: (index: number) => Expression): readonly Expression[] {
  const groups: number[][] = [];
  for (const index of indices) {
    const nested = weightOf(reckoning, index).within.length > 0;
    const group = nested && groups.find((known) => sameSections(weightOf(reckoning, known[0] ?? -1), weightOf(reckoning, index)));
    if (group) group.push(index);
    else groups.push([index]);
  }
  return groups.map((group) => {
    const terms = group.map((index) => product(score(index), innerWeight(reckoning, index)));
    return withinSections(
      reckoning,
      weightOf(reckoning, group[0] ?? -1).within,
      terms.length === 1 ? (terms[0] as Expression) : sum(terms),
    );
  });
}

/** Indicators that share one weight cell equally, when all of them are in the sum: weight × mean of their scores. */
function sharedGroups(
  reckoning: Reckoning,
  indices: readonly number[],
): { groups: readonly (readonly number[])[]; singles: readonly number[] } {
  const groups: number[][] = [];
  const singles: number[] = [];
  for (const index of indices) {
    const weight = weightOf(reckoning, index);
    const group = groups.find((known) => samePlace(weightOf(reckoning, known[0] ?? -1).cell, weight.cell));
    if (weight.among === 1 || !weight.cell) singles.push(index);
    else if (group) group.push(index);
    else groups.push([index]);
  }
  const whole = groups.filter((group) => group.length === weightOf(reckoning, group[0] ?? -1).among);
  return { groups: whole, singles: [...singles, ...groups.filter((group) => !whole.includes(group)).flat()] };
}

/** Σ stars × score ÷ Σ stars, as people write it. */
function starTerms(reckoning: Reckoning, indices: readonly number[], score: (index: number) => Expression): Expression | null {
  const weights = indices.map((index) => weightOf(reckoning, index));
  if (weights.length === 0 || !weights.every(({ source, share }) => source === 'stars' && share)) return null;
  const stars = reckoning.weights.reduce((most, { share }) => (share && share.denominator > most ? share.denominator : most), 1n);
  const counted = weights.map(({ share }) => (share ? (share.numerator * stars) / share.denominator : 0n));
  if (!counted.every((count, at) => equals(fraction(count, stars), weights[at]?.share ?? zero))) return null;
  const terms = indices.map((index, at) => product(score(index), constant(fraction(counted[at] ?? 0n))));
  return { kind: 'quotient', numerator: sum(terms), denominator: constant(fraction(stars)) };
}

function weightedTerms(reckoning: Reckoning, indices: readonly number[], score: (index: number) => Expression): readonly Expression[] {
  const stars = starTerms(reckoning, indices, score);
  if (stars) return [stars];
  const { groups, singles } = sharedGroups(reckoning, indices);
  const shared = groups.map((group) => {
    const weight = weightOf(reckoning, group[0] ?? -1);
    const whole = sumOf(group.map((index) => weightOf(reckoning, index).share ?? zero));
    return product(
      { kind: 'mean', terms: group.map(score) },
      weight.cell ? weightCell(reckoning, weight.cell, whole) : constant(whole, true),
    );
  });
  return [...ownTerms(reckoning, singles, score), ...shared];
}

function normalisedTerm(reckoning: Reckoning, index: number, score: Expression): Expression {
  const [weight, top] = [weightOf(reckoning, index), reckoning.tops[index] ?? null];
  if (!weight.share) return product(score, weightExpression(reckoning, index));
  if (!top || isZero(top)) return unknown('no-top-points');
  const points = fraction(100n * weight.share.numerator, weight.share.denominator);
  if (equals(points, top)) return score;
  return product({ kind: 'quotient', numerator: score, denominator: constant(top) }, constant(points));
}

/** Weights that do not add up to 100 % are used as printed unless the user wants them scaled. */
function rescaled(reckoning: Reckoning, indices: readonly number[], expression: Expression): Expression {
  const all = sumOf(indices.map((index) => weightOf(reckoning, index).share ?? zero));
  if (reckoning.policy.weightsSum === 'as-printed' || isZero(all)) return expression;
  return { kind: 'quotient', numerator: expression, denominator: constant(all) };
}

const kindOf = (reckoning: Reckoning, index: number): string => reckoning.form.indicators[index]?.kind ?? 'normal';

/**
 * The combined score of several indicators in one line: plain sum, weighted or normalised, as their block is scored; bonus rows are
 * added without weight, deduction rows taken off.
 */
export function combined(reckoning: Reckoning, indices: readonly number[], line: Line | null): Expression {
  const score = (index: number): Expression => scoreIn(reckoning, index, line);
  const normal = indices.filter((index) => kindOf(reckoning, index) === 'normal');
  const how = (index: number): Combine =>
    line !== null && !runsAcross(reckoning.form) && isWeighted(reckoning, index, line) ? 'sum' : (reckoning.combine[index] ?? 'sum');
  const by = (wanted: Combine): readonly number[] => normal.filter((index) => how(index) === wanted);
  const terms = [
    ...by('sum').map(score),
    ...rescaledTerms(reckoning, by('weighted'), score),
    ...by('normalised').map((index) => normalisedTerm(reckoning, index, score(index))),
    ...cappedExtras(reckoning, indices, 'bonus', extras(reckoning, indices, 'bonus', score)),
  ];
  const lost = extras(reckoning, indices, 'deduction', score).map(withoutSign);
  return less(terms, cappedExtras(reckoning, indices, 'deduction', lost));
}

function rescaledTerms(reckoning: Reckoning, indices: readonly number[], score: (index: number) => Expression): readonly Expression[] {
  if (indices.length === 0) return [];
  const terms = weightedTerms(reckoning, indices, score);
  return reckoning.policy.weightsSum === 'as-printed' ? terms : [rescaled(reckoning, indices, sum(terms))];
}

const together = (terms: readonly Expression[]): Expression => (terms.length === 1 ? (terms[0] as Expression) : sum(terms));

/** What is added, less what is taken off. */
const less = (added: readonly Expression[], lost: readonly Expression[]): Expression =>
  lost.length === 0 ? together(added) : { kind: 'difference', left: together(added), right: together(lost) };

/** Rows of a kind that add or take points, without those where nothing was typed. */
const extras = (
  reckoning: Reckoning,
  indices: readonly number[],
  kind: string,
  score: (index: number) => Expression,
): readonly Expression[] =>
  indices
    .filter((index) => kindOf(reckoning, index) === kind)
    .map(score)
    .filter((value) => value.kind !== 'unknown');

/** All rows of a kind together come to no more than the cap that the form states for them. */
function cappedExtras(
  reckoning: Reckoning,
  indices: readonly number[],
  kind: 'bonus' | 'deduction',
  terms: readonly Expression[],
): readonly Expression[] {
  const all = reckoning.form.indicators.every((indicator, index) => indicator.kind !== kind || indices.includes(index));
  const cap = all && terms.length > 0 ? capOfExtras(reckoning, kind) : null;
  return cap ? [{ kind: 'least', terms: [together(terms), constant(cap)] }] : terms;
}

/** What was taken off, whatever sign it was typed with. */
const withoutSign = (value: Expression): Expression =>
  value.kind === 'cell' && value.is === 'score'
    ? {
        ...value,
        value: value.value.numerator < 0n ? fraction(-value.value.numerator, value.value.denominator) : value.value,
        absolute: true,
      }
    : value;

/** Weights of sections that all of these rows stand under together; none where they stand under different ones. */
export function commonSections(reckoning: Reckoning, indices: readonly number[]): readonly SectionFactor[] {
  const [first, ...rest] = indices.filter((index) => kindOf(reckoning, index) === 'normal').map((index) => weightOf(reckoning, index));
  return first && rest.every((weight) => sameSections(first, weight)) ? first.within : [];
}

/** The combined score of rows inside their section: by their own weights alone, without the section's. */
export function combinedInside(reckoning: Reckoning, indices: readonly number[], line: Line | null): Expression {
  return sum(indices.map((index) => product(scoreIn(reckoning, index, line), innerWeight(reckoning, index))));
}

/** Header text above a column, for names in printed formulas and messages. */
export function headerText(reckoning: Reckoning, column: number): string {
  const { form } = reckoning;
  const score = form.scores.find((candidate) => candidate.column === column);
  return score?.header ?? (form.headerRow === null ? '' : textAt(reckoning, { row: form.headerRow, column }));
}
