/** Weights as the form states them: own ones, one for several rows, stars. */
import type { Indicator, Place } from '../form/types';
import { plainText } from '../form/plainText';
import { findingAt, samePlace, textAt, type ReviewContext } from './context';
import { equals, fraction, hundred, one, over, sumOf, times, type Fraction } from './fraction';
import { starCount } from './typedNumber';
import { sectionShare } from './sectionWeights';
import { type WeightSource, type Weight, noWeight, counts, type WeighingDraft, membersOf, percentText, ownWeight } from './weight';

/** Stars in the weight column: each star counts as much as any other. */
export function starWeights(context: ReviewContext): readonly Weight[] | null {
  const stars = context.form.indicators.map(({ weightCell }) => (weightCell ? starCount(textAt(context, weightCell)) : null));
  const total = stars.reduce<number>((all, count) => all + (count ?? 0), 0);
  if (stars.filter((count) => count !== null).length < 2 || total === 0) return null;
  return context.form.indicators.map(({ weightCell }, index) => {
    const count = stars[index] ?? null;
    return count === null ? noWeight : { ...noWeight, share: fraction(BigInt(count), BigInt(total)), source: 'stars', cell: weightCell };
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
export function share(
  context: ReviewContext,
  group: readonly number[],
  whole: Fraction,
  cell: Place,
  source: WeightSource,
  stated: StatedShares,
  out: WeighingDraft,
): void {
  const shares = statedShares(group, whole, stated);
  const equal = over(whole, fraction(BigInt(group.length)));
  group.forEach(
    (index, at) => (out.weights[index] = { ...noWeight, share: shares?.[at] ?? equal, source, cell, among: shares ? 1 : group.length }),
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

export function takeOwn(context: ReviewContext, stated: StatedShares, out: WeighingDraft): void {
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
        out.weights[index] = { ...noWeight, share: ownWeight(indicators[index] as Indicator), source: 'own', cell: cellOfIndex(index) };
  }
}

/** A text that states several weights (`部门职责30%+部门计划30%`) gives each indicator its own, although the cell is one. */
const saysSeveralWeights = (context: ReviewContext, mates: readonly number[]): boolean => {
  const cell = context.form.indicators[mates[0] ?? 0]?.weightCell;
  return cell ? (textAt(context, cell).match(/\d+(?:\.\d+)?\s*%/gu)?.length ?? 0) > 1 : false;
};

export function takeSections(context: ReviewContext, stated: StatedShares, out: WeighingDraft): void {
  context.form.sections.forEach((section, at) => {
    const members = membersOf(context, at);
    if (section.weight === null || !section.cell || members.length === 0 || members.some((index) => out.weights[index]?.share)) return;
    share(context, members, sectionShare(context, section), section.cell, 'section', stated, out);
  });
}
