/** Every layout, made of a small form: recognised at once, nothing to object, each entry cell found. */
import { askBelow } from '../../src/form';
import { cellAddress } from '../../src/form/address';
import { sheetPlanOf } from '../../src/template/sheetPlanOf';
import { examples, summaryForm, vetoForm } from './examples';
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

test.each([
  [['0', '100'], 'F8'],
  [['100', '0'], 'F7'],
  [['50', '50'], 'F8'],
])('a summary with shares %j grades the total in %s', (shares, total) => {
  const template = {
    ...summaryForm,
    raters: summaryForm.raters.map((rater, at) => ({ ...rater, share: shares[at] ?? '0' })),
    gradeScale: [
      { from: '90', tier: '优秀' },
      { from: '60', tier: '合格' },
      { from: '0', tier: '不"合"格' },
    ],
  };
  const { cells } = sheetPlanOf(template);
  const formulas = cells.flatMap(({ content, row, column }) =>
    content.kind === 'formula' && row === 9 ? [[cellAddress(row, column), content.formula]] : [],
  );
  expect(formulas).toEqual([['F9', `=IF(${total}="","",IF(${total}>=90,"优秀",IF(${total}>=60,"合格","不""合""格")))`]]);
});

test('the grade of a summary is read as the grade of the total that counts', async () => {
  const gradeScale = [
    { from: '90', tier: '优秀' },
    { from: '60', tier: '合格' },
    { from: '0', tier: '不合格' },
  ];
  const made = await makeForm({ ...summaryForm, gradeScale });
  const entries = new Map<string, number>();
  for (const { row, column, rater } of made.plan.entries) entries.set(cellAddress(row, column), rater === 0 ? 95 : 80);
  const totals = judged(made, entries).assessments.flatMap(({ totals: found }) => found);
  expect(totals.map(({ total, expected }) => [cellAddress(total.row, total.column), total.role, expected])).toEqual([
    ['F7', 'final', '90.25'],
    ['F8', 'final', '64.00'],
    ['F9', 'grade', '合格'],
  ]);
});
