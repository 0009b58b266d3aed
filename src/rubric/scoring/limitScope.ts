/** Which step a cap belongs to where each has its own: 迟到每次扣1分，最多扣5分；旷工每天扣5分，最多扣20分. */
import type { LimitRule } from '../rule';
import type { Contribution } from '../scorer';

interface Scope {
  /** The cap of these contributions; null where they stand behind the last of the caps. */
  readonly limit: LimitRule | null;
  readonly contributions: readonly Contribution[];
}

export interface LimitScopes {
  readonly scopes: readonly Scope[];
  /** Caps with nothing of their own in front of them bound the sum (迟到…最多扣5分；旷工…最多扣20分；本项最多扣22分). */
  readonly whole: readonly LimitRule[];
}

/**
 * Gives each of several caps what stands between it and the cap before it.
 *
 * @param limits the caps on one side (what is taken, or what is given); @param changing the rules of the text that change points on that side
 * @param contributions those of the entry
 * @returns null where there are not several caps, or the first stands in front of everything: then each bounds the sum
 */
export function limitScopes(
  limits: readonly LimitRule[],
  changing: readonly { readonly span: { readonly start: number } }[],
  contributions: readonly Contribution[],
): LimitScopes | null {
  const ordered = [...limits].sort((a, b) => a.span.start - b.span.start);
  const between = (start: number, from: number, to: number): boolean => start > from && start <= to;
  const from = (at: number): number => ordered[at - 1]?.span.start ?? -1;
  const owning = ordered.map((limit, at) => changing.some(({ span }) => between(span.start, from(at), limit.span.start)));
  if (owning.filter(Boolean).length < 2 || owning[0] !== true) return null;
  const own = (low: number, high: number): readonly Contribution[] =>
    contributions.filter(({ rule }) => between(rule.span.start, low, high));
  const scopes = ordered.flatMap((limit, at): readonly Scope[] =>
    owning[at] ? [{ limit, contributions: own(from(at), limit.span.start) }] : [],
  );
  const behind: Scope = { limit: null, contributions: own(ordered[ordered.length - 1]?.span.start ?? -1, Infinity) };
  return { scopes: [...scopes, behind], whole: ordered.filter((_, at) => !owning[at]) };
}
