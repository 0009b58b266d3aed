/** What a RUBRIC_ function cannot answer. Put into the reader's language and Excel's own errors at the edge (functions.ts). */

/** `value` shows as #VALUE!, `notAvailable` as #N/A: the two errors whose message Excel displays. */
export type FailureKind = 'value' | 'notAvailable';

export type FailureCode =
  | 'shape'
  | 'not-a-number'
  | 'blank-score'
  | 'blank-weight'
  | 'weights-sum'
  | 'shares-sum'
  | 'missing-rating'
  | 'share-without-score'
  | 'nothing-to-average'
  | 'too-few-to-drop'
  | 'unknown-mode'
  | 'table'
  | 'outside-table'
  | 'criteria-missing'
  | 'criteria-unread'
  | 'criteria-ask'
  | 'no-tier'
  | 'no-points'
  | 'blank-value'
  | 'full-marks-missing';

/** `code` names the message `function.<code>` of src/locale; `details` fill its places. */
export class FunctionFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly code: FailureCode,
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.name = 'FunctionFailure';
  }
}
