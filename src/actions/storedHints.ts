/** What the rubric that travels with a sheet tells about it: that it is a form, and how its author wants it graded. */
import { findForms, type FormContext } from '../form';
import type { Grid } from '../form/grid';
import { plainText } from '../form/plainText';
import type { Form, Indicator, Place } from '../form/types';
import { fractionOf, exactText, hundred, over } from '../review/fraction';
import type { ReviewPolicy } from '../review/policy';
import type { StoredRubric } from '../template/storedRubric';
import type { VetoRow } from '../template/types';

/**
 * The forms of a sheet. With a rubric of its own the largest of them is one for certain, however little of it is left; other tables beside
 * it are judged as ever.
 */
export function formsOn(grid: Grid, context: FormContext, rubric: StoredRubric | undefined): readonly Form[] {
  const found = findForms(grid, context);
  if (!rubric || context.corrections?.[grid.sheet]?.notAForm === true) return found;
  const own = { ...context.corrections, [grid.sheet]: { ...context.corrections?.[grid.sheet], isAForm: true } };
  const all = found.length > 0 ? found : findForms(grid, { ...context, corrections: own });
  const largest = all.reduce<Form | null>((most, form) => (most && most.indicators.length >= form.indicators.length ? most : form), null);
  const certain = (form: Form): Form => withVetoes({ ...form, confidence: 1 }, grid, rubric);
  return all.filter((form) => form === largest || found.length > 0).map((form) => (form === largest ? certain(form) : form));
}

/** Where the answer to a veto's question stands: right of the text that a sheet of this rubric asks it with. */
function answerTo(grid: Grid, { name, criteria }: VetoRow): { readonly question: Place; readonly answer: Place } | null {
  const wanted = plainText(`${name}:${criteria}`);
  for (const [row, cells] of grid.rows)
    for (const [column, { value }] of cells) {
      if (typeof value !== 'string' || plainText(value).replace(/:\s+/, ':') !== wanted.replace(/:\s+/, ':')) continue;
      const merge = grid.merges.find(({ top, left }) => top === row && left === column);
      return { question: { row, column }, answer: { row, column: (merge?.right ?? column) + 1 } };
    }
  return null;
}

/** The form with the events that set its score to 0, which stand below its notes and look like no part of it. */
function withVetoes(form: Form, grid: Grid, { template }: StoredRubric): Form {
  const known = new Set(form.indicators.flatMap(({ entries }) => entries.map(({ row, column }) => `${row}:${column}`)));
  const vetoes = template.vetoes.flatMap((veto): Indicator[] => {
    const places = answerTo(grid, veto);
    if (!places || known.has(`${places.answer.row}:${places.answer.column}`)) return [];
    return [vetoRow(veto, places.question, places.answer)];
  });
  return vetoes.length > 0 ? { ...form, indicators: [...form.indicators, ...vetoes] } : form;
}

/** On these sheets every such event makes the score 0, whatever its text says besides: it is not read as criteria. */
const vetoRow = ({ name }: VetoRow, question: Place, answer: Place): Indicator => ({
  name,
  cell: question,
  rows: [question.row, question.row],
  column: null,
  section: null,
  weight: null,
  weightCell: null,
  importance: null,
  fullMarks: null,
  fullMarksCell: null,
  target: null,
  criteria: null,
  levelTexts: [],
  entries: [{ ...answer, rater: 'single', role: 'score' }],
  subIndicators: [],
  kind: 'veto',
});

/** The policy for one sheet: scale, coefficients, shares and rounding as its rubric says; everything else as the workbook has it. */
export function policyWithRubric(policy: ReviewPolicy, rubric: StoredRubric | undefined): ReviewPolicy {
  if (!rubric) return policy;
  const { gradeScale, coefficients, raters, rounding } = rubric.template;
  const shares = raters.length > 1 ? raters.map(({ role, share }) => [role, exactText(over(fractionOf(share), hundred))] as const) : [];
  return {
    ...policy,
    reading: { ...policy.reading, roundingPlaces: rounding },
    gradeScale: gradeScale.length > 0 ? gradeScale : policy.gradeScale,
    coefficients: coefficients.length > 0 ? coefficients : policy.coefficients,
    raterShares: shares.length > 0 ? Object.fromEntries(shares) : policy.raterShares,
  };
}
