/** How results are distributed over the forms, for the pictures. */
import type { AssessedEntry, Assessment } from '../../review/types';

export interface Count {
  readonly label: string;
  readonly count: number;
}

/** Grades of whole forms that can be computed, the most frequent first. The grade of a single row is a tier, counted below. */
export function gradeCounts(assessments: readonly Assessment[]): Count[] {
  return tally(
    assessments.flatMap(({ totals, indicators }) =>
      totals.flatMap(({ total, expected }) => {
        const ofWholeForm = total.role === 'grade' && (total.indicators.length !== 1 || indicators.length === 1);
        return ofWholeForm && expected !== null ? [expected] : [];
      }),
    ),
  );
}

/** Tiers of all valid entries of these forms, the most frequent first. */
export function tierCounts(assessments: readonly Assessment[]): Count[] {
  const entries = assessments.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.entries));
  return tally(entries.flatMap((entry: AssessedEntry) => (entry.valid && entry.tier !== null ? [entry.tier] : [])));
}

function tally(labels: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count })).sort((one, other) => other.count - one.count);
}
