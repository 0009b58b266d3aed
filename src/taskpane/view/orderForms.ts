/** Which form comes first in the list. */
import type { Assessment } from '../../review/types';

/** The active sheet's forms first, then the workbook's own order; within a sheet from top to bottom. */
export function orderForms(assessments: readonly Assessment[], activeSheet: string | null): Assessment[] {
  const here = assessments.filter((assessment) => assessment.form.sheet === activeSheet);
  return [...here, ...assessments.filter((assessment) => assessment.form.sheet !== activeSheet)];
}
