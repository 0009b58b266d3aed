import type Decimal from 'decimal.js';
import type { NormalisedText } from '../normalise';
import type { Span } from '../types';

/** A part as cut: its criteria may be empty (a list of full marks). */
export interface TextPart {
  readonly name: string;
  readonly share: Decimal | null;
  readonly fullMarks: Decimal | null;
  readonly body: NormalisedText;
  /** The part in the original text. */
  readonly span: Span;
}
