/** Every layout, made of a small form: recognised at once, nothing to object, each entry cell found. */
import { askBelow } from '../../src/form';
import { cellAddress } from '../../src/form/address';
import { examples, vetoForm } from './examples';
import { judged, makeForm, validEntries } from './roundTrip';

const heavy = (findings: readonly { severity: string; code: string; cell: string }[]) =>
  findings.filter(({ severity }) => severity !== 'info').map(({ code, cell }) => `${code} ${cell}`);

describe.each([...examples, vetoForm].map((template) => [template.id, template] as const))('%s', (_id, template) => {
  test('is recognised with certainty', async () => {
    const made = await makeForm(template);
    const { assessments } = judged(made, new Map());
    expect(assessments).toHaveLength(1);
    const [{ form, indicators, findings }] = assessments as [(typeof assessments)[number]];
    expect(form.confidence).toBeGreaterThanOrEqual(askBelow);
    expect(form.title).toBe(template.title);
    expect(form.language).toBe(template.language);
    expect(indicators.map(({ certainty }) => certainty).filter((certainty) => certainty === 'ask')).toEqual([]);
    expect(heavy(findings)).toEqual([]);
  });

  test('has nothing to object once it is filled', async () => {
    const made = await makeForm(template);
    const { assessments } = judged(made, validEntries(made.plan, 7));
    expect(heavy(assessments.flatMap(({ findings }) => findings).filter(({ code }) => code !== 'total-stale'))).toEqual([]);
    const found = new Set(
      assessments.flatMap(({ form }) =>
        form.indicators.flatMap(({ entries }) => entries.map(({ row, column }) => cellAddress(row, column))),
      ),
    );
    const scores = made.plan.entries
      .filter(({ use }) => !['remark', 'veto', 'actual'].includes(use))
      .map(({ row, column }) => cellAddress(row, column));
    expect(scores.filter((cell) => !found.has(cell))).toEqual([]);
  });
});
