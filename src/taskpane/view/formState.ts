/** In what state a form is, at a glance. */
import type { Assessment, AssessedTotal, Finding } from '../../review/types';
import { askBelow } from '../../form/thresholds';
import { isOpen } from './isOpen';
import type { Severity } from '../../rubric/types';

/** `doubtful`: it may be no form; `problems`: something is wrong; `incomplete`: entries are missing, or all of them; `ready`: totals can be filled; `filled`: all stands; `plain`: nothing to compute. */
export type FormState = 'doubtful' | 'problems' | 'incomplete' | 'ready' | 'filled' | 'plain';

export const formStates: readonly FormState[] = ['doubtful', 'problems', 'incomplete', 'ready', 'filled', 'plain'];

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
/** Full marks are printed on a form before anybody writes on it. */
const isResult = ({ total }: AssessedTotal): boolean => total.role !== 'full-marks';
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
    fillable: isDoubtful(assessment) ? 0 : assessment.totals.filter(isFillable).length,
  };
  return { ...numbers, state: isDoubtful(assessment) ? 'doubtful' : stateOf(numbers, assessment) };
}

/** Too little speaks for it: nothing is filled before the user says that it is a form. */
export const isDoubtful = ({ form }: Pick<Assessment, 'form'>): boolean => form.confidence < askBelow;

/** Nothing was entered yet: its cells are blank or were not even begun. */
const isUntouched = ({ indicators }: Assessment): boolean =>
  indicators.length > 0 && indicators.every(({ entries }) => entries.every(({ value }) => value.kind === 'blank'));

function stateOf(numbers: Omit<FormSummary, 'state'>, assessment: Assessment): FormState {
  const { totals } = assessment;
  if (numbers.problems > 0) return 'problems';
  if (numbers.missing > 0 || totals.some(isBlocked)) return 'incomplete';
  if (numbers.fillable > 0) return 'ready';
  const results = totals.filter(isResult);
  if (results.some(({ status }) => status === 'right')) return 'filled';
  return results.length > 0 && isUntouched(assessment) ? 'incomplete' : 'plain';
}
