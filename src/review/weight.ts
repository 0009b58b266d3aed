/** What is known of how much one indicator counts. */
import type { Indicator, Place } from '../form/types';
import { plainText } from '../form/plainText';
import { textAt, type ReviewContext } from './context';
import { exactText, fractionOf, hundred, sumOf, times, zero, type Fraction } from './fraction';
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
  /** Weights of the sections that the row's own weight is a share of, from the outermost in: they are in `share` already. */
  readonly within: readonly SectionFactor[];
}

/** A section's weight as a factor of the weights inside it. */
export interface SectionFactor {
  readonly share: Fraction;
  readonly cell: Place | null;
}

export interface Weighing {
  /** One for each indicator of the form. */
  readonly weights: readonly Weight[];
  readonly findings: readonly Finding[];
}

export const noWeight: Weight = { share: null, source: 'none', cell: null, among: 1, missingAt: null, within: [] };

export const counts = (indicator: Indicator): boolean => indicator.kind === 'normal';

/** `40%` for 2/5. */
export const percentText = (value: Fraction): string => `${exactText(times(value, hundred))}%`;

export interface WeighingDraft {
  readonly weights: Weight[];
  readonly findings: Finding[];
}

/** Weights of sub-indicators, where the indicator's own cell is only the first of theirs. */
export function ownWeight(indicator: Indicator): Fraction | null {
  const subs = indicator.subIndicators.map(({ weight }) => weight);
  const first = indicator.weightCell !== null && indicator.weightCell.row === indicator.rows[0] && subs.length > 1;
  if (first && subs.every((weight) => weight !== null) && subs[0]?.eq(indicator.weight ?? 0))
    return sumOf(subs.map((weight) => fractionOf(weight ?? 0)));
  return indicator.weight && fractionOf(indicator.weight);
}

/** The section whose weight an indicator stands under: its own, else the nearest one around that has a weight of its own. */
function weightedSection({ form }: ReviewContext, indicator: Indicator): number | null {
  for (let at = indicator.section; at !== null; at = form.sections[at]?.parent ?? null) {
    const section = form.sections[at];
    if (section && section.weight !== null && section.cell !== null) return at;
  }
  return null;
}

/** Indicators that count and stand under a section's weight; for a section without weight those directly in it. */
export const membersOf = (context: ReviewContext, section: number): readonly number[] =>
  context.form.indicators.flatMap((indicator, index) =>
    counts(indicator) && (indicator.section === section || weightedSection(context, indicator) === section) ? [index] : [],
  );

export const totalShare = (weights: readonly Weight[], indices: readonly number[]): Fraction =>
  sumOf(indices.map((index) => weights[index]?.share ?? zero));

export const weightPlace = (context: ReviewContext, index: number): Place => {
  const indicator = context.form.indicators[index] as Indicator;
  return (
    indicator.weightCell ?? (context.form.columns.weight ? { row: indicator.rows[0], column: context.form.columns.weight } : indicator.cell)
  );
};

/** 附加, bonus rows: they come on top of the whole. */
const extra = /附加|加分|额外|奖励|bonus|extra/iu;

export const isExtra = (context: ReviewContext, indicator: Indicator): boolean =>
  indicator.kind === 'bonus' ||
  extra.test(plainText(indicator.name)) ||
  /^[(（]?附加/u.test(indicator.criteria?.text.trim() ?? '') ||
  extra.test(plainText(textAt(context, indicator.cell)));
