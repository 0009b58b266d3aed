/** What a criteria text was read into: rules, what became of every clause, and what is open. */
import type Decimal from 'decimal.js';
import type { Rule } from './rule';
import type { Certainty, Issue, Span } from './types';

/** What became of a clause. `preface`: what is measured; `note`: no effect on the result; `unread`: may matter and was not understood. */
export type Disposition = 'rule' | 'preface' | 'note' | 'unread';

export interface AccountedClause {
  readonly span: Span;
  readonly disposition: Disposition;
  /** The family that read it, null where none did. */
  readonly family: string | null;
}

export interface Reading {
  /** The text as it was written. */
  readonly text: string;
  readonly language: 'zh' | 'en';
  /**
   * `certain`: every clause is explained and nothing is open that every entry would meet; `ask`: a person must decide something;
   * `unread`: no rule that could score an entry.
   */
  readonly certainty: Certainty;
  readonly rules: readonly Rule[];
  /** Every clause of the text, in order. */
  readonly clauses: readonly AccountedClause[];
  readonly issues: readonly Issue[];
  /** The row's full marks where the text states them (本项15分). */
  readonly fullMarks: Decimal | null;
}
