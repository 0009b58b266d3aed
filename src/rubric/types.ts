/**
 * What the reader of scoring criteria takes and gives. Plain data throughout; every number that is scored is a Decimal
 * made from text (DESIGN: "Exact"), and every message is a code with its details, put into words at the edge (src/locale).
 */
import type Decimal from 'decimal.js';
import type { Interval } from './interval';
import type { UnitName } from './quantity';

/** How sure a reading is: `certain`, `ask` (a person must choose between the stated readings) or `unread`. */
export type Certainty = 'certain' | 'ask' | 'unread';

export type Language = 'zh-CN' | 'zh-TW' | 'en';

/** Half-open range of UTF-16 positions in the ORIGINAL text, before any normalising. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is open or faulty in a text: issue codes, the same in rubrics, findings and the command line. */
export type IssueCode =
  | 'gap'
  | 'integer-gap'
  | 'shared-boundary'
  | 'overlap'
  | 'contradiction'
  | 'missing-floor'
  | 'floor-or-cap'
  | 'undefined-amount'
  | 'unit-mismatch'
  | 'once-or-each'
  | 'partial-step'
  | 'lost-text'
  | 'weights-sum'
  | 'other';

export type Severity = 'error' | 'warning' | 'info';

export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly span: Span;
  /** Values for the message template `issue.<code>` of src/locale, already as text (decimals in the printed unit). */
  readonly details: Readonly<Record<string, string>>;
  /** A one-step fix: the whole criteria text rewritten so that the decision is stated. */
  readonly fix: { readonly text: string } | null;
}

/** A number as understood, in its printed unit (80% is 80 with unit '%'). */
export interface Quantity {
  readonly amount: Decimal;
  readonly unit: UnitName | null;
}

/** A band of a rubric: interval → tier and/or points, in the printed unit. */
export interface Band {
  readonly tier: string | null;
  readonly points: Decimal | null;
  /** Where a tier stands for a range of points among which the rater chooses (`A 得25-30分`). */
  readonly range: readonly [Decimal, Decimal] | null;
  readonly interval: Interval;
  readonly unit: UnitName | null;
  /** Words that stand for the band: its description, or what full completion is called. */
  readonly phrases?: readonly string[];
}

/** What a person typed for an indicator. Blank, zero, N/A and text are four different things. */
export type EntryValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: Decimal; readonly percentFormat: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'parts'; readonly parts: Readonly<Record<string, EntryValue>> };

export type EntryProblem =
  | 'out-of-range'
  | 'not-a-number'
  | 'unknown-level'
  | 'in-gap'
  | 'percent-scale'
  | 'unit-mismatch'
  | 'missing-entry'
  | 'band-shared-boundary';

/** One link of the chain text span → rule → value as understood → rounding → result. */
export interface ReasonStep {
  /** Message key under `reason.` in src/locale. */
  readonly code: string;
  readonly span: Span | null;
  readonly details: Readonly<Record<string, string>>;
}

/** Result of one value under one rubric. */
export interface Outcome {
  readonly certainty: Certainty;
  readonly tier: string | null;
  readonly points: Decimal | null;
  readonly range: readonly [Decimal, Decimal] | null;
  /** Whether the entry can stand as it is: false where it has no tier, is out of range or cannot be read. */
  readonly valid: boolean;
  readonly problem: { readonly code: EntryProblem; readonly severity: Severity; readonly details: Readonly<Record<string, string>> } | null;
  /** The value in the unit of the rubric, null where it could not be understood as a number. */
  readonly normalized: Decimal | null;
  readonly reason: readonly ReasonStep[];
}
