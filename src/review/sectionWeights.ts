/** Weights of sections around the weights of their indicators: nested, or the same weights told twice. */
import type { Indicator, Section } from '../form/types';
import { findingAt, type ReviewContext } from './context';
import { compare, equals, fraction, fractionOf, minus, one, over, sumOf, times, zero, type Fraction } from './fraction';
import { membersOf, noWeight, ownWeight, percentText, totalShare, type SectionFactor, type Weight, type WeighingDraft } from './weight';

const weightOf = (section: Section): Fraction => fractionOf(section.weight ?? 0);
const isWeighed = (section: Section): boolean => section.weight !== null && section.cell !== null;

/** The weighed section around a section, where the weights inside that one add up to 100 % of it and not to its own weight. */
function outerOf({ form }: ReviewContext, section: Section): Section | null {
  const parent = form.sections[section.parent ?? -1];
  if (!parent || !isWeighed(parent)) return null;
  const inside = sumOf(form.sections.filter((other) => isWeighed(other) && other.parent === section.parent).map(weightOf));
  return equals(inside, one) && !equals(weightOf(parent), one) ? parent : null;
}

/** A section's weight and those of the sections around it that it is a share of, from the outermost in. */
function factorsOf(context: ReviewContext, section: Section): readonly SectionFactor[] {
  const outer = outerOf(context, section);
  return [...(outer ? factorsOf(context, outer) : []), { share: weightOf(section), cell: section.cell }];
}

/** A section's share of the whole form. */
export const sectionShare = (context: ReviewContext, section: Section): Fraction =>
  factorsOf(context, section).reduce((whole, { share }) => times(whole, share), one);

interface Group {
  readonly section: Section;
  readonly members: readonly number[];
  /** What the weights inside come to. */
  readonly inside: Fraction;
}

/** Weighed sections whose indicators have weights of their own. */
function groupsOf(context: ReviewContext, out: WeighingDraft): readonly Group[] {
  return context.form.sections.flatMap((section, at) => {
    const members = isWeighed(section) ? membersOf(context, at).filter((index) => out.weights[index]?.source === 'own') : [];
    return members.length > 0 ? [{ section, members, inside: totalShare(out.weights, members) }] : [];
  });
}

/** Sums between these are meant as 100 %, though one weight may be wrong. */
const nearOne = [fraction(3n, 4n), fraction(5n, 4n)] as const;
const isNearOne = (value: Fraction): boolean => compare(value, nearOne[0]) >= 0 && compare(value, nearOne[1]) <= 0;

/**
 * Whether the weights inside the sections are shares of their section: those of most sections add up to 100 %. Where they add up to the
 * section's own weight instead, the form says the same weights twice. A wrong weight in one section does not change what the others say.
 */
function areNested(groups: readonly Group[]): boolean {
  const weighed = groups.filter(({ section }) => !equals(weightOf(section), one));
  const whole = weighed.filter(({ inside }) => equals(inside, one)).length;
  const repeated = weighed.filter(({ inside, section }) => equals(inside, weightOf(section))).length;
  if (whole !== repeated) return whole > repeated;
  const mean = groups.length > 1 ? over(sumOf(groups.map(({ inside }) => inside)), fraction(BigInt(groups.length))) : zero;
  return repeated === 0 && isNearOne(mean);
}

/** A section whose indicators' weights do not add up to what they should: 100 % of it, or its printed weight. */
function checkGroup(context: ReviewContext, { section, inside }: Group, should: Fraction, out: WeighingDraft): void {
  if (equals(inside, should) || !section.cell) return;
  const details = { section: section.name, printed: percentText(should), sum: percentText(inside) };
  out.findings.push(findingAt(context, 'weights-sum', 'warning', section.cell, { variant: 'section', details }));
}

function nestGroup(context: ReviewContext, { section, members }: Group, out: WeighingDraft): void {
  const within = factorsOf(context, section);
  for (const index of members) {
    const own = out.weights[index] ?? noWeight;
    const share = own.share && within.reduce((product, factor) => times(product, factor.share), own.share);
    out.weights[index] = { ...own, share, within };
  }
}

/** Multiplies weights that are shares of a section with its weight; tells the sections whose weights do not fit together. */
export function nestWeights(context: ReviewContext, out: WeighingDraft): void {
  const groups = groupsOf(context, out);
  const nested = areNested(groups);
  for (const group of groups) {
    if (nested) checkGroup(context, group, one, out);
    else if (allOwn(context, group) && !equals(group.inside, one)) checkGroup(context, group, weightOf(group.section), out);
  }
  if (!nested) return;
  for (const group of groups) nestGroup(context, group, out);
  waitForSections(context, groups, out);
}

/** Weights inside a section whose own weight is missing say nothing about the whole: its rows wait for that one cell. */
function waitForSections(context: ReviewContext, groups: readonly Group[], out: WeighingDraft): void {
  const rest = minus(one, sumOf(groups.map(({ section }) => sectionShare(context, section))));
  context.form.sections.forEach((section, at) => {
    const members = section.weight === null ? membersOf(context, at).filter((index) => isLoose(out.weights[index])) : [];
    const first = context.form.indicators[members[0] ?? -1];
    if (!first || !isNearOne(totalShare(out.weights, members))) return;
    const column = context.form.columns.dimensionWeight;
    const place = column === undefined ? (section.cell ?? first.cell) : { row: first.rows[0], column };
    for (const index of members) out.weights[index] = { ...noWeight, missingAt: place };
    const details = { indicator: section.name, rest: percentText(rest) };
    const sum = { sum: percentText(minus(one, rest)), printed: '100%', missing: '1' };
    out.findings.push(findingAt(context, 'weight-missing', 'error', place, { variant: 'open', details }));
    out.findings.push(findingAt(context, 'weights-sum', 'warning', place, { variant: 'missing', details: sum }));
  });
}

/** An own weight that no section's weight was applied to. */
const isLoose = (weight: Weight | undefined): boolean => weight?.source === 'own' && weight.within.length === 0;

/** A section with an indicator whose weight is missing is told as that. */
const allOwn = (context: ReviewContext, { section, members }: Group): boolean =>
  membersOf(context, context.form.sections.indexOf(section)).length === members.length &&
  members.every((index) => ownWeight(context.form.indicators[index] as Indicator) !== null);
