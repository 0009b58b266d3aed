/** A clause of a criteria text: a condition and what it gives. Made by clauses.ts, read by the families. */
import type { Item } from './item';
import type { Award } from './rule';
import type { Span } from './types';

export interface Clause {
  /** Normalised text of the whole clause without its end punctuation. Separators inside are kept (，、 as written; half-width by NFKC). */
  readonly text: string;
  /** Where it stands in the normalised text. */
  readonly start: number;
  readonly end: number;
  /** Where it stands in the original text. */
  readonly span: Span;
  /** Comma-separated pieces; those without an award of their own were joined to the next one that has it (不盘头，不戴头花者扣0.5分). */
  readonly pieces: readonly string[];
  /** Enumerator or letter in front (`A` of `A、…`, `1` of `(1)…`, `1` of `1.`), else null. */
  readonly marker: string | null;
  /** What the clause gives, null where no award is recognised (不满1%按1%计, preface, notes). */
  readonly award: Award | null;
  /** Where the award stands: behind its condition (得10分), in front of a description (100分---…), or nowhere. */
  readonly order: 'condition-first' | 'award-first' | 'label-first' | 'none';
  /** The label that opens the clause (letter, tier word or numbered level), null where none does. */
  readonly label: Item | null;
  /** A further name of the label, in brackets behind it (S(卓越)), null where none stands there. */
  readonly gloss: string | null;
  /** The items of the clause without marker, label and award: numbers, intervals, words, breaks. */
  readonly items: readonly Item[];
  /** The items that hold the condition of the last piece (the one that bears the award). */
  readonly lastPiece: readonly Item[];
  /** The clause without marker and award: what stands before the award, or behind it where the award comes first (100分---创造性的). */
  readonly condition: string;
  /** What stands behind the award inside the clause (名称张冠李戴…, /次), usually empty. */
  readonly tail: string;
  /** The award as written (`扣2分`), empty where none. */
  readonly awardText: string;
}
