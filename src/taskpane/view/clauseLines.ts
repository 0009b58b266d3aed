/** A criteria text clause by clause, each with what it was read as. */
import type { AccountedClause, Reading } from '../../rubric/reading';
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
  const pieces = clauses.flatMap((clause) => splitByRules(clause, rules));
  const starts = pieces.map((clause, at) => (at === 0 ? 0 : clause.span.start));
  const lines = pieces.map((clause, at) => ({
    text: text.slice(starts[at], starts[at + 1] ?? text.length).trim(),
    kind: clause.disposition === 'unread' ? ('none' as const) : (ruleAt(rules, clause.span)?.kind ?? ('aside' as const)),
    issues: issues.filter((issue) => issue.span.start >= (starts[at] ?? 0) && issue.span.start < (starts[at + 1] ?? Infinity)),
  }));
  return lines.length > 0 ? lines : [{ text, kind: 'none', issues }];
}

/** A clause that holds several rules one behind the other (`90-100 Excellent, 80-89 Good`) → a piece for each; any other as it is. */
function splitByRules(clause: AccountedClause, rules: readonly Rule[]): AccountedClause[] {
  const inside = rules.map(({ span }) => span).filter(({ start, end }) => clause.span.start <= start && end <= clause.span.end);
  const spans = inside.sort((one, other) => one.start - other.start);
  const apart = spans.every(({ start }, at) => at === 0 || start >= (spans[at - 1]?.end ?? 0));
  if (spans.length < 2 || !apart) return [clause];
  return spans.map(({ start }, at) => {
    const span = { start: at === 0 ? clause.span.start : start, end: spans[at + 1]?.start ?? clause.span.end };
    return { ...clause, span };
  });
}

/** The rule that shares most with a clause. */
function ruleAt(rules: readonly Rule[], span: Span): Rule | null {
  const shared = rules.map((rule) => ({ rule, length: overlap(rule.span, span) })).filter(({ length }) => length > 0);
  return shared.sort((one, other) => other.length - one.length)[0]?.rule ?? null;
}

const overlap = (one: Span, other: Span): number => Math.min(one.end, other.end) - Math.max(one.start, other.start);
