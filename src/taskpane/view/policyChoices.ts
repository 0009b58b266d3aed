/** The questions of the policies page: which there are, what can be answered, and where the answer stands. */
import { defaultReviewPolicy, type ReviewPolicy } from '../../review/policy';
import type { ReadingPolicy } from '../../rubric/policy';

/** `policy.<key>` is the question, `policy.<key>.<option>` an answer, `policy.<key>.<option>.example` what it gives. */
export interface PolicyChoice {
  readonly key: string;
  readonly options: readonly string[];
  read(policy: ReviewPolicy): string;
  write(policy: ReviewPolicy, option: string): ReviewPolicy;
}

export interface PolicyGroup {
  /** `pane.policies.group.<name>` in src/locale. */
  readonly name: 'reading' | 'entries' | 'totals';
  readonly choices: readonly PolicyChoice[];
}

type ReviewKey = Exclude<keyof ReviewPolicy, 'reading'>;

const asWritten = (option: string): unknown => option;

/** An answer inside `reading`. `parse` turns the option into what is stored (a number of places). */
function reading(key: keyof ReadingPolicy, options: readonly string[], parse = asWritten): PolicyChoice {
  return {
    key,
    options,
    read: (policy) => String(policy.reading[key]),
    write: (policy, option) => ({ ...policy, reading: { ...policy.reading, [key]: parse(option) } }),
  };
}

function review(key: ReviewKey, options: readonly string[]): PolicyChoice {
  return { key, options, read: (policy) => String(policy[key]), write: (policy, option) => ({ ...policy, [key]: option }) };
}

export const policyGroups: readonly PolicyGroup[] = [
  {
    name: 'reading',
    choices: [
      reading('sharedBoundary', ['better', 'worse', 'first', 'ask']),
      reading('integerGap', ['lower', 'round', 'none']),
      reading('partialStep', ['ask', 'down', 'up', 'proportional']),
      reading('percentThreshold', ['1', '1.5', '2']),
      reading('roundingPlaces', ['0', '1', '2', '3', '4'], Number),
    ],
  },
  {
    name: 'entries',
    choices: [
      review('blankDeduction', ['none', 'missing']),
      review('blankColumn', ['not-due', 'missing']),
      review('measuredInPointsCell', ['out-of-range', 'look-up']),
      review('bareNumber', ['exactly', 'at-least']),
      review('unreachablePoints', ['allow', 'forbid']),
      review('decimalStop', ['reject', 'repair']),
      review('twoTicks', ['invalid', 'better', 'worse']),
      review('blankTick', ['missing', 'not-done']),
    ],
  },
  {
    name: 'totals',
    choices: [
      review('weightsSum', ['as-printed', 'rescale']),
      review('missingWeight', ['ask', 'remainder']),
      review('missingShare', ['remainder', 'ask']),
      review('unstatedShares', ['ask', 'equal']),
      review('weightedTotal', ['normalised', 'points']),
      review('scoreScale', ['auto', 'points', 'hundred']),
      review('deductionFloor', ['zero', 'none']),
      review('skippedText', ['wrong', 'right']),
      review('ties', ['competition', 'dense']),
    ],
  },
];

/** The answer that holds where nobody chose. */
export const defaultAnswer = (choice: PolicyChoice): string => choice.read(defaultReviewPolicy);
