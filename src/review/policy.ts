/** Everything a user can decide about how forms are graded; stored with the workbook. Defaults: DESIGN.md and the review conventions in the README. */
import { defaultReadingPolicy, type ReadingPolicy } from '../rubric/policy';

export interface ReviewPolicy {
  readonly reading: ReadingPolicy;
}

export const defaultReviewPolicy: ReviewPolicy = { reading: defaultReadingPolicy };
