/** Weights balanced in one click, and a clean copy of a form that stands on a sheet. */
import Decimal from 'decimal.js';
import fc from 'fast-check';
import { balanceWeights } from '../../src/template/balanceWeights';
import { checkTemplate } from '../../src/template/checkTemplate';
import { templateOf } from '../../src/template/templateOf';
import { changeStoredRubric, newStoredRubric, readStoredRubric, storedRubricXml, versionOf } from '../../src/template/storedRubric';
import { examples, marksForm } from './examples';
import { judged, makeForm, validEntries } from './roundTrip';

test.each([
  [
    ['40', '40'],
    ['50', '50'],
  ],
  [
    ['40', '25', '20'],
    ['47.06', '29.41', '23.53'],
  ],
  [
    [null, null, null],
    ['33.34', '33.33', '33.33'],
  ],
  [
    ['30', null, '50'],
    ['30', '20', '50'],
  ],
  [
    ['12.5', '87.5'],
    ['12.5', '87.5'],
  ],
  [
    ['0', '0'],
    ['50', '50'],
  ],
] as const)('%j is balanced to %j', (weights, balanced) => {
  expect(balanceWeights(weights)).toEqual(balanced);
});

test('balanced weights always make exactly 100', () => {
  const weight = fc.option(fc.integer({ min: 0, max: 100_000 }).map((n) => new Decimal(n).div(1000).toFixed()));
  fc.assert(
    fc.property(fc.array(weight, { minLength: 1, maxLength: 12 }), (weights) => {
      const sum = balanceWeights(weights).reduce((all, each) => all.plus(each), new Decimal(0));
      expect(sum.toFixed()).toBe('100');
    }),
  );
});

describe.each(examples.map((template) => [template.id, template] as const))('%s', (_id, template) => {
  test('gives a clean copy that is a template, with the same rows', async () => {
    const made = await makeForm(template);
    const [assessment] = judged(made, validEntries(made.plan, 9)).assessments;
    const copy = templateOf(assessment as NonNullable<typeof assessment>, 'copy');
    const checked = checkTemplate(copy);
    expect(checked.kind === 'faulty' ? checked.faults : []).toEqual([]);
    expect(copy.layout).toBe(template.layout);
    const rows = copy.sections.flatMap(({ indicators }) => indicators.map(({ name, weight }) => [name, weight]));
    const given = template.sections.flatMap(({ indicators }) => indicators.map(({ name, weight }) => [name, weight]));
    // The factor of a summary is a column like the others.
    expect(rows.slice(0, given.length).map(([name]) => name)).toEqual(given.map(([name]) => name));
    if (template.layout !== 'summary') expect(rows).toEqual(given);
  });
});

describe('the rubric of a sheet', () => {
  const changed = { ...marksForm, title: '新表' };
  test('keeps the version before once entries were made with it', () => {
    const stored = newStoredRubric(marksForm, '2026-01-01');
    expect(changeStoredRubric(stored, changed, '2026-02-01', false)).toMatchObject({ since: '2026-01-01', former: [] });
    const kept = changeStoredRubric(stored, changed, '2026-02-01', true);
    expect(kept).toMatchObject({ since: '2026-02-01', template: changed, former: [{ template: marksForm, until: '2026-02-01' }] });
    expect([versionOf(stored), versionOf(kept)]).toEqual([1, 2]);
    expect(changeStoredRubric(kept, changed, '2026-03-01', true)).toBe(kept);
  });

  test('is read back from its part as it was', () => {
    const stored = newStoredRubric({ ...marksForm, title: 'A & B <“1”>' }, '2026-01-01', ['marks']);
    expect(stored.id).toBe('marks-2');
    expect(readStoredRubric(storedRubricXml(stored))).toEqual(stored);
    expect(readStoredRubric('<settings xmlns="urn:other"/>')).toBeNull();
    expect(readStoredRubric(storedRubricXml(stored).replace('{', '['))).toBeNull();
  });
});
