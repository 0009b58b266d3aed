/** The shape of an issue and how grave each code is. The codes are those of the criteria README; the words for them stand in src/locale. */
import type { Issue, IssueCode, Severity, Span } from '../types';

export type FoundIssue = Omit<Issue, 'fix'>;

const severities: Readonly<Record<IssueCode, Severity>> = {
  gap: 'error', 'integer-gap': 'info', 'shared-boundary': 'warning', overlap: 'warning', contradiction: 'error', 'missing-floor': 'info',
  'floor-or-cap': 'warning', 'undefined-amount': 'warning', 'unit-mismatch': 'warning', 'once-or-each': 'warning', 'partial-step': 'info',
  'lost-text': 'warning', 'weights-sum': 'warning', other: 'warning',
}; // prettier-ignore

/** An issue without its fix. Details are texts for the message. */
export function issue(code: IssueCode, span: Span, details: Readonly<Record<string, string>> = {}): FoundIssue {
  return { code, severity: severities[code], span, details };
}

/** The place from the first of two to the end of the last. */
export const union = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
