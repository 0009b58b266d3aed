/**
 * The contract of scoring: a family's scorer looks at all rules of its kind together with one entry and says what they contribute;
 * score.ts combines the contributions of all families into one outcome.
 */
import type Decimal from 'decimal.js';
import type { EntryReading } from './entry';
import type { ReadingPolicy } from './policy';
import type { Rule, RuleOf } from './rule';
import type { IssueCode, Quantity, ReasonStep } from './types';

export interface ScoreContext {
  readonly entry: EntryReading;
  /** The row's full marks: given by the form, else stated in the text; null where unknown. */
  readonly fullMarks: Decimal | null;
  readonly target: Quantity | null;
  readonly policy: ReadingPolicy;
  /** All rules of the reading. */
  readonly rules: readonly Rule[];
  /** Scores the rules of a part like a text of their own. */
  readonly scorePart: (rules: readonly Rule[], context: ScoreContext) => PartResult;
}

/** What the rules of one part give for its entry. */
export interface PartResult {
  readonly tier: string | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly issue: IssueCode | null;
  readonly reason: readonly ReasonStep[];
}

/** What a rule says about an entry. */
export interface Contribution {
  readonly rule: Rule;
  /**
   * `veto` overrides all; `result` sets tier and/or points; `adjust` changes the base (full marks, or the points set);
   * `open`: the rule applies but the text does not decide what it gives (`issue` says why; low/high may hold the likeliest).
   */
  readonly kind: 'veto' | 'result' | 'adjust' | 'open';
  readonly tier: string | null;
  /** Points set, or the signed change; low equals high unless the rater chooses; null where there are none. */
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  /** Why the contribution is in doubt: makes the outcome `ask`. Null where it is sure. */
  readonly issue: IssueCode | null;
  /** From 0 to 1: how closely the entry's words met the rule's; 1 for numbers. The closest words win. */
  readonly strength: number;
  /** The links of the chain, in order: what was understood, what was counted, how it was rounded. */
  readonly reason: readonly ReasonStep[];
}

/** Scores all rules of one kind together (a plain count under two deductions is a question that no single rule sees). */
export type Scorer<Kind extends Rule['kind']> = (rules: readonly RuleOf<Kind>[], context: ScoreContext) => readonly Contribution[];
