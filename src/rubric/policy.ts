/** What the user decided where criteria are open. Defaults are those of DESIGN.md, "Rules that hold everywhere", 5. */
export interface ReadingPolicy {
  /** Which tier owns a value printed in two bands. */
  readonly sharedBoundary: 'better' | 'worse' | 'first' | 'ask';
  /** Where 89.5 between `80-89` and `90-100` belongs: the lower band, the band of the rounded value, or nowhere. */
  readonly integerGap: 'lower' | 'round' | 'none';
  /** What a part of a step costs (每低1%扣2分 at 0.5%): nothing, a whole step, a share of it, or ask. */
  readonly partialStep: 'ask' | 'down' | 'up' | 'proportional';
  /** Decimal places to which a result is rounded half-up when it is written. */
  readonly roundingPlaces: number;
  /** In a General cell under a % rubric: above this a number is percent points, else a fraction. Text of a decimal. */
  readonly percentThreshold: string;
}

export const defaultReadingPolicy: ReadingPolicy = {
  sharedBoundary: 'better',
  integerGap: 'lower',
  partialStep: 'ask',
  roundingPlaces: 2,
  percentThreshold: '1.5',
};
