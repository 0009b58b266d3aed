/** What items.ts finds in a text: numbers with their comparisons, awards, tiers, markers, breaks, and the words between. */
import type { Interval } from './interval';
import type { Amount } from './rule';
import type { UnitName } from './quantity';
import type { Quantity } from './types';

interface Place {
  /** Positions in the normalised text. */
  readonly start: number;
  readonly end: number;
}

/** How strongly a sign separates: `hard` ；。 newline; `comma` ，; `pause` 、 and /; `colon`; `open` and `close` brackets. */
export type BreakStrength = 'hard' | 'comma' | 'pause' | 'colon' | 'open' | 'close';

export type Item = Place &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'break'; readonly strength: BreakStrength; readonly text: string }
    /** A number without any comparison: 90分, 2次, 100%. `ordinal`: 第2次. */
    | { readonly kind: 'number'; readonly quantity: Quantity; readonly ordinal: boolean }
    /** A number with a comparison, or a range. `below`: 以下, whose bound another line may own. */
    | {
        readonly kind: 'interval';
        readonly interval: Interval;
        readonly unit: UnitName | null;
        readonly form: 'compared' | 'range' | 'below';
        /** The bound of a range that nothing is said about where (含) stands at the other. */
        readonly open?: 'low' | 'high';
        /** ±5%～±10%, 超过±10%: the same stretch lies below zero, too. */
        readonly mirrored?: true;
      }
    /** Points that a verb or sign marks as given: 得10分, 扣2分, 满分, 不得分. */
    | { readonly kind: 'award'; readonly amount: Amount; readonly verb: string }
    /** `led`: given by a word in front (为优秀), so that it closes a clause rather than opening one. */
    | { readonly kind: 'tier'; readonly tier: string; readonly led: boolean }
    | { readonly kind: 'marker'; readonly marker: string; readonly letter: boolean }
    | { readonly kind: 'level'; readonly quantity: Quantity; readonly name: string }
  );

export type ItemKind = Item['kind'];
export type ItemOf<Kind extends ItemKind> = Extract<Item, { kind: Kind }>;
