/** What each section of a form reached, as a share of what it could reach, for the pictures. */
import Decimal from 'decimal.js';
import type { AssessedIndicator, Assessment } from '../../review/types';

export interface SectionShare {
  readonly name: string;
  /** 0 to 1 (above 1 where marks exceed the full marks); null where nothing of it is scored yet. */
  readonly share: number | null;
}

/** One share per section, in the form's order; indicators without a section are left out. For display only, never written. */
export function sectionShares(assessment: Assessment): SectionShare[] {
  return assessment.form.sections.map((section, at) => ({
    name: section.name,
    share: shareOf(assessment.indicators.filter((indicator) => indicator.indicator.section === at)),
  }));
}

function shareOf(indicators: readonly AssessedIndicator[]): number | null {
  const scored = indicators.flatMap(({ entries, fullMarks }) =>
    fullMarks === null || fullMarks.lte(0)
      ? []
      : entries.flatMap(({ valid, score }) => (valid && score !== null ? [{ score, fullMarks }] : [])),
  );
  if (scored.length === 0) return null;
  const reached = scored.reduce((sum, { score }) => sum.plus(score), new Decimal(0));
  return reached.div(scored.reduce((sum, { fullMarks }) => sum.plus(fullMarks), new Decimal(0))).toNumber();
}
