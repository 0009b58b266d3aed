/** What a form's entries are worth: assessment, findings, and the plan of a fill. */
import type Decimal from 'decimal.js';
import type { Band, Certainty, EntryProblem, EntryValue, IssueCode, Outcome, Severity } from '../rubric/types';
import type { Reading } from '../rubric/reading';
import type { CellValue } from '../form/grid';
import type { EntryCell, Form, Indicator, Place, TotalCell } from '../form/types';

export type FindingCode =
  | 'weights-sum'
  | 'weight-missing'
  | 'band-gap'
  | 'band-overlap'
  | 'band-shared-boundary'
  | 'band-contradiction'
  | 'out-of-range'
  | 'not-a-number'
  | 'unknown-level'
  | 'in-gap'
  | 'percent-scale'
  | 'total-stale'
  | 'total-formula-range'
  | 'value-over-formula'
  | 'missing-entry'
  | 'missing-share'
  | 'section-without-dimension'
  | IssueCode;

/** A one-click repair, shown before it is applied. */
export interface Fix {
  /** Message key under `fix.` in src/locale. */
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
  readonly write: CellWrite | null;
}

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly sheet: string;
  /** A1 address on that sheet. */
  readonly cell: string;
  /** Values for the message template `finding.<code>` (or `finding.<code>.<variant>` where `variant` is set). */
  readonly details: Readonly<Record<string, string>>;
  readonly variant?: string;
  readonly fix: Fix | null;
}

export interface AssessedEntry {
  readonly entry: EntryCell;
  readonly value: EntryValue;
  /** The cell's content as a person sees it. */
  readonly shown: string;
  readonly outcome: Outcome;
  readonly valid: boolean;
  readonly tier: string | null;
  readonly score: Decimal | null;
  readonly problem: EntryProblem | null;
}

export interface AssessedIndicator {
  readonly indicator: Indicator;
  readonly reading: Reading | null;
  readonly certainty: Certainty;
  /** Bands of its criteria, else of the level columns. */
  readonly bands: readonly Band[];
  /** Share of the whole form as an exact fraction of 1 (numerator, denominator), null where it cannot be known. */
  readonly effectiveWeight: { readonly numerator: Decimal; readonly denominator: Decimal } | null;
  readonly fullMarks: Decimal | null;
  readonly entries: readonly AssessedEntry[];
}

export type TotalStatus = 'blank' | 'right' | 'wrong';

export interface AssessedTotal {
  readonly total: TotalCell;
  /** Rounded as it will be written (text of a decimal) or a tier; null where blocked or not computable. */
  readonly expected: string | null;
  /** Told in percent points (`96.67`), while the cell holds the fraction (0.9667). */
  readonly percent: boolean;
  readonly present: { readonly value: CellValue; readonly formula: string | null } | null;
  readonly status: TotalStatus;
  /** A1 addresses of the cells that block it. */
  readonly blockedBy: readonly string[];
  /** Why nothing can be computed although nothing blocks it, as a message key under `reason.total.` in src/locale; null otherwise. */
  readonly reason: string | null;
  /** A native Excel formula (leading `=`) that gives `expected`, null where none can. */
  readonly nativeFormula: string | null;
  /** The same with RUBRIC_ functions. */
  readonly functionFormula: string | null;
}

export interface Assessment {
  readonly form: Form;
  readonly indicators: readonly AssessedIndicator[];
  readonly totals: readonly AssessedTotal[];
  readonly findings: readonly Finding[];
}

export type FillMode = 'value' | 'native' | 'function';

/** One cell to be written. `sheet` by name; `cell` is always the anchor of a merged area. */
export interface CellWrite {
  readonly sheet: string;
  readonly cell: string;
  readonly before: { readonly value: CellValue; readonly formula: string | null };
  /** The formula of another cell spilled `before` into this one: taking the write back empties it, and the other cell fills it again. */
  readonly spilled?: true;
  /** Exactly one of a value or a formula. Text values never become formulas. */
  readonly after:
    | { readonly kind: 'value'; readonly value: string | number }
    | { readonly kind: 'formula'; readonly formula: string; readonly value: string | number | null };
  /** Why, as a message key under `write.` in src/locale with its details. */
  readonly reason: { readonly code: string; readonly details: Readonly<Record<string, string>> };
}

export interface BlockedWrite {
  readonly sheet: string;
  readonly cell: string;
  readonly label: string;
  readonly blockedBy: readonly string[];
}

export interface Plan {
  readonly writes: readonly CellWrite[];
  readonly blocked: readonly BlockedWrite[];
}

export type { Place };
