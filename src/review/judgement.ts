/** Outcomes that review itself gives: a typed number that is right, or a problem with what was typed. */
import type Decimal from 'decimal.js';
import type { EntryProblem, Outcome, Severity } from '../rubric/types';

interface Accepted {
  readonly tier?: string | null;
  readonly points?: Decimal | null;
  readonly normalized?: Decimal | null;
  readonly problem?: Outcome['problem'];
}

/** An entry that can stand as it is, perhaps with a remark. */
export function accepted({ tier = null, points = null, normalized = points, problem = null }: Accepted = {}): Outcome {
  return { certainty: 'certain', tier, points, range: null, valid: true, problem, normalized, reason: [] };
}

/** An entry that must be put right first. */
export function refused(code: EntryProblem, severity: Severity = 'error', details: Readonly<Record<string, string>> = {}): Outcome {
  return {
    certainty: 'certain',
    tier: null,
    points: null,
    range: null,
    valid: false,
    problem: { code, severity, details },
    normalized: null,
    reason: [],
  };
}

/** The same outcome with a remark. */
export const remarked = (
  outcome: Outcome,
  code: EntryProblem,
  severity: Severity,
  details: Readonly<Record<string, string>> = {},
): Outcome => ({ ...outcome, problem: { code, severity, details } });
