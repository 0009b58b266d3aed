/**
 * What is open or faulty in a reading, found by looking at its rules: how bands cover the numbers, whether rules contradict each other,
 * whether deductions have a floor.
 */
import type { Rule } from '../rule';
import { amountsIssues } from './amounts';
import { bandIssues } from './coverage';
import { issue, type FoundIssue } from './issue';
import { stepIssues } from './steps';
import { wordIssues } from './words';

/** All issues that the rules of a reading show. Parts are looked at one by one. */
export function issuesOf(rules: readonly Rule[]): readonly FoundIssue[] {
  const parts = rules.flatMap((rule) => (rule.kind === 'part' ? issuesOf(rule.rules) : []));
  return [
    ...bandIssues(rules),
    ...amountsIssues(rules),
    ...wordIssues(rules),
    ...stepIssues(rules).map(({ code, span }) => issue(code, span)),
    ...parts,
  ];
}
