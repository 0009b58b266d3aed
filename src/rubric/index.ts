/** The public face of the rubric language: everything that the other folders may use. */
export type { Rule, Award, Amount } from './rule';
export type { Reading, AccountedClause, Disposition } from './reading';
export type { ReadingPolicy } from './policy';
export * from './types';
export { defaultReadingPolicy } from './policy';
export { readCriteria } from './readCriteria';
export type { CriteriaContext } from './readCriteria';
export { scoreEntry, targetOf } from './score';
export type { ScoreOptions } from './score';
export { entryOf } from './entry';
export { bandsOf } from './bandsOf';
export { canonicalText, sameRules } from './canonicalText';
export { questionsOf } from './question';
export type { Choice, Question } from './question';
export { awardFor } from './awardFor';
