/** A criteria text clause by clause, each with what it was read as. */
import type { Reading } from '../../rubric/reading';
import type { Rule } from '../../rubric/rule';
import type { Issue, Span } from '../../rubric/types';

/** Kind of the rule, `aside` for words without effect on the result, `none` for what was not understood. */
export type ClauseKind = Rule['kind'] | 'aside' | 'none';

export interface ClauseLine {
  /** The words as written, with the punctuation behind them. */
  readonly text: string;
  readonly kind: ClauseKind;
  /** What is open in this clause. */
  readonly issues: readonly Issue[];
}

/** The whole text in order: what stands before, in and behind each clause is in exactly one line (surrounding blanks apart). */
export function clauseLines({ text, clauses, rules, issues }: Reading): ClauseLine[] {
  const starts = clauses.map((clause, at) => (at === 0 ? 0 : clause.span.start));
  const lines = clauses.map((clause, at) => ({
    text: text.slice(starts[at], starts[at + 1] ?? text.length).trim(),
    kind: clause.disposition === 'unread' ? ('none' as const) : (ruleAt(rules, clause.span)?.kind ?? ('aside' as const)),
    issues: issues.filter((issue) => issue.span.start >= (starts[at] ?? 0) && issue.span.start < (starts[at + 1] ?? Infinity)),
  }));
  return lines.length > 0 ? lines : [{ text, kind: 'none', issues }];
}

/** The rule that shares most with a clause. */
function ruleAt(rules: readonly Rule[], span: Span): Rule | null {
  const shared = rules.map((rule) => ({ rule, length: overlap(rule.span, span) })).filter(({ length }) => length > 0);
  return shared.sort((one, other) => other.length - one.length)[0]?.rule ?? null;
}

const overlap = (one: Span, other: Span): number => Math.min(one.end, other.end) - Math.max(one.start, other.start);
