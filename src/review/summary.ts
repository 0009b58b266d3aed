/** One row a form: who, what total, which rank, grade and coefficient. */
import { coefficientOf, gradeOf } from './gradeScale';
import { fractionOf, type Fraction } from './fraction';
import { addressOf } from './context';
import type { ReviewPolicy } from './policy';
import { rankOf } from './totals/standing';
import type { AssessedTotal, Assessment } from './types';

export interface SummaryRow {
  readonly sheet: string;
  readonly title: string;
  /** Label → value of the form's head fields (name, department, period …). */
  readonly fields: Readonly<Record<string, string>>;
  /** Where the total stands; null for a form without one. */
  readonly totalCell: string | null;
  /** Decimal text; null where it is blocked or there is none. */
  readonly total: string | null;
  /** Among all forms with a total; null without one. */
  readonly rank: number | null;
  readonly grade: string | null;
  readonly coefficient: string | null;
  /** Cells that block the total. */
  readonly blockedBy: readonly string[];
  readonly errors: number;
  readonly warnings: number;
}

/** The total that speaks for a form: its final one, else the last of its raters' or weighted totals. */
export function headTotal(assessment: Assessment): AssessedTotal | null {
  const byRole = (role: string): AssessedTotal | undefined => assessment.totals.filter(({ total }) => total.role === role).at(-1);
  return byRole('final') ?? byRole('rater-total') ?? byRole('weighted') ?? null;
}

const written = (assessment: Assessment, role: 'grade' | 'bonus'): string | null => {
  const rows = assessment.indicators.map(({ indicator }) => indicator.rows);
  const own = assessment.totals.find(
    ({ total }) => total.role === role && !rows.some(([first, last]) => total.row >= first && total.row <= last),
  );
  return own?.expected ?? null;
};

const numberOf = (expected: string | null | undefined): Fraction | null =>
  expected !== null && expected !== undefined && /^-?\d+(?:\.\d+)?$/.test(expected) ? fractionOf(expected) : null;

function rowOf(assessment: Assessment, all: readonly Fraction[], policy: ReviewPolicy): SummaryRow {
  const head = headTotal(assessment);
  const value = numberOf(head?.expected);
  const count = (severity: string): number => assessment.findings.filter((finding) => finding.severity === severity).length;
  return {
    sheet: assessment.form.sheet,
    title: assessment.form.title ?? '',
    fields: Object.fromEntries(assessment.form.fields.map(({ label, value: shown }) => [label, shown])),
    totalCell: head && addressOf(head.total),
    total: head?.expected ?? null,
    rank: value && rankOf(value, all, policy.ties),
    grade: written(assessment, 'grade') ?? (value && gradeOf(value, policy.gradeScale)),
    coefficient: written(assessment, 'bonus') ?? (value && coefficientOf(value, policy.coefficients)),
    blockedBy: head?.blockedBy ?? [],
    errors: count('error'),
    warnings: count('warning'),
  };
}

/**
 * One row for each form, in the order given. Rank 1 is the highest total; equal totals share a rank (policy `ties`); forms without a
 * total have none and count for nobody's.
 */
export function summarise(assessments: readonly Assessment[], policy: ReviewPolicy): readonly SummaryRow[] {
  const all = assessments.map((assessment) => numberOf(headTotal(assessment)?.expected)).filter((value) => value !== null);
  return assessments.map((assessment) => rowOf(assessment, all, policy));
}
