/** Which of two awards is better: more points, else the better tier word, else the one that the text names first. */
import type { Award } from './rule';
import { toSimplified } from './simplified';
import { tierRanks } from './vocabulary';

const rankOfTier = new Map(tierRanks.flatMap((words, rank) => words.map((word) => [word, rank] as const)));

/** Place of a tier word from best (0); null for words that no table knows. */
export const rankOf = (tier: string | null): number | null =>
  tier === null ? null : (rankOfTier.get(tier.toLowerCase()) ?? rankOfTier.get(toSimplified(tier)) ?? null);

/** 满分 is more than any stated points, 不得分 less; what is between tells nothing of the other. */
function extremeOf({ high, of }: NonNullable<Award['amount']>): -1 | 0 | 1 {
  if (high === null || of !== 'fullMarks') return 0;
  return high.gte(1) ? 1 : high.isZero() ? -1 : 0;
}

/** Negative where `a` is better, positive where `b` is, zero where nothing tells. */
export function compareAwards(a: Award, b: Award): number {
  const [x, y] = [a.amount, b.amount];
  if (x?.high && y?.high && x.of === y.of && x.mode === y.mode) {
    const order = y.high.cmp(x.high);
    if (order !== 0) return x.mode === 'deduct' ? -order : order;
  }
  if (x?.high && y?.high && x.of !== y.of && x.mode === 'set' && y.mode === 'set') {
    const order = extremeOf(y) - extremeOf(x);
    if (order !== 0) return order;
  }
  const [rankA, rankB] = [rankOf(a.tier), rankOf(b.tier)];
  return rankA !== null && rankB !== null ? rankA - rankB : 0;
}

/** Whether both give the same. */
export function sameAward(a: Award, b: Award): boolean {
  const [x, y] = [a.amount, b.amount];
  const sameAmount = x === null || y === null ? x === y : x.mode === y.mode && x.of === y.of && same(x.low, y.low) && same(x.high, y.high);
  return a.tier === b.tier && sameAmount;
}

type Numeric = NonNullable<Award['amount']>['low'];
const same = (a: Numeric, b: Numeric): boolean => (a === null || b === null ? a === b : a.eq(b));
