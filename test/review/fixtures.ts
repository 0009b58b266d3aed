/** Forms found and judged from written sheets, with short ways to look at the result. */
import { findForms } from '../../src/form';
import type { Grid } from '../../src/form/grid';
import { addressOf } from '../../src/review/context';
import { assessAll, defaultReviewPolicy, type Assessment, type ReviewPolicy } from '../../src/review';

/** The assessments of all forms on the sheets. */
export const judge = (grids: readonly Grid[], policy: Partial<ReviewPolicy> = {}): readonly Assessment[] =>
  assessAll(
    grids.flatMap((sheet) => findForms(sheet)),
    grids,
    { ...defaultReviewPolicy, ...policy },
  );

/** The only form on the sheet. */
export function judgeOne(sheet: Grid, policy: Partial<ReviewPolicy> = {}): Assessment {
  const [first, ...rest] = judge([sheet], policy);
  if (!first || rest.length > 0) throw new Error(`${rest.length + (first ? 1 : 0)} forms`);
  return first;
}

/** Cell → expected value or tier; blocked totals as the cells that block them. */
export const totalsOf = (assessment: Assessment): Readonly<Record<string, string | readonly string[] | null>> =>
  Object.fromEntries(
    assessment.totals
      .filter(({ total }) => total.role !== 'full-marks')
      .map(({ total, expected, blockedBy }) => [addressOf(total), expected ?? (blockedBy.length > 0 ? blockedBy : null)]),
  );

export const totalAt = (assessment: Assessment, cell: string): Assessment['totals'][number] => {
  const found = assessment.totals.find(({ total }) => addressOf(total) === cell);
  if (!found) throw new Error(`no total at ${cell}`);
  return found;
};

export const findingsOf = (assessment: Assessment): readonly string[] =>
  assessment.findings.map(({ code, cell, variant }) => `${code}${variant ? `.${variant}` : ''}@${cell}`).sort();

/** Cell → `tier/score`, or the problem of an entry that cannot stand. */
export const entriesOf = (assessment: Assessment): Readonly<Record<string, string>> =>
  Object.fromEntries(
    assessment.indicators.flatMap(({ entries }) =>
      entries.map(({ entry, valid, tier, score, problem }) => [
        addressOf(entry),
        valid ? `${tier ?? '-'}/${score?.toFixed() ?? '-'}` : `! ${problem}`,
      ]),
    ),
  );
