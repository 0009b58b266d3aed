/** In what state a form is, at a glance. */
import type { Assessment, AssessedTotal, Finding } from '../../review/types';
import { isOpen } from './isOpen';
import type { Severity } from '../../rubric/types';

/** `problems`: something is wrong; `incomplete`: entries are missing; `ready`: totals can be filled; `filled`: all stands; `plain`: nothing to compute. */
export type FormState = 'problems' | 'incomplete' | 'ready' | 'filled' | 'plain';

export const formStates: readonly FormState[] = ['problems', 'incomplete', 'ready', 'filled', 'plain'];

export interface FormSummary {
  readonly state: FormState;
  /** Findings of severity error, missing entries apart. */
  readonly problems: number;
  readonly warnings: number;
  readonly remarks: number;
  readonly missing: number;
  /** Indicators whose criteria need a decision of the user. */
  readonly questions: number;
  /** Totals that are blank and can be computed. */
  readonly fillable: number;
}

const isMissing = (finding: Finding): boolean => finding.code === 'missing-entry';
const isFillable = (total: AssessedTotal): boolean => total.status === 'blank' && total.expected !== null;
const isBlocked = (total: AssessedTotal): boolean => total.blockedBy.length > 0;

/** What the list of forms says about one form. */
export function formSummary(assessment: Assessment): FormSummary {
  const count = (severity: Severity): number =>
    assessment.findings.filter((finding) => finding.severity === severity && !isMissing(finding)).length;
  const numbers = {
    problems: count('error'),
    warnings: count('warning'),
    remarks: count('info'),
    missing: assessment.findings.filter(isMissing).length,
    questions: assessment.indicators.filter(isOpen).length,
    fillable: assessment.totals.filter(isFillable).length,
  };
  return { ...numbers, state: stateOf(numbers, assessment.totals) };
}

function stateOf(numbers: Omit<FormSummary, 'state'>, totals: readonly AssessedTotal[]): FormState {
  if (numbers.problems > 0) return 'problems';
  if (numbers.missing > 0 || totals.some(isBlocked)) return 'incomplete';
  if (numbers.fillable > 0) return 'ready';
  return totals.some((total) => total.status === 'right') ? 'filled' : 'plain';
}
