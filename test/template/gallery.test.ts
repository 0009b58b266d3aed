/** Every form of the gallery in every language: the documents themselves. Their sheets are tested in test/host/templateRoundTrip.test.ts. */
import Decimal from 'decimal.js';
import { readCriteria } from '../../src/rubric';
import { gallery, loadTemplate } from '../../src/template/gallery';
import { sheetPlanOf } from '../../src/template/sheetPlanOf';
import type { Template } from '../../src/template/types';

const documents = gallery.flatMap(({ id, languages }) => languages.map((language) => ({ id, language })));
const indicatorsOf = (template: Template) => template.sections.flatMap(({ indicators }) => indicators);

describe.each(documents)('$id in $language', ({ id, language }) => {
  let template: Template;
  beforeAll(async () => {
    template = await loadTemplate(id, language);
  });

  test('is the document that the gallery says', () => {
    expect([template.id, template.language]).toEqual([id, language]);
  });

  test('leaves nothing open in its criteria', () => {
    const open = indicatorsOf(template).flatMap(({ name, criteria }) => {
      const reading = criteria === null ? null : readCriteria(criteria);
      return reading && (reading.certainty !== 'certain' || reading.issues.length > 0)
        ? [{ name, certainty: reading.certainty, issues: reading.issues.map(({ code }) => code) }]
        : [];
    });
    expect(open).toEqual([]);
  });

  test('has weights that make 100 % where it weighs', () => {
    const weights = indicatorsOf(template).flatMap(({ weight }) => weight ?? []);
    const sum = weights.reduce((all, weight) => all.plus(weight), new Decimal(0));
    expect(template.scale.kind === 'marks' && weights.length > 0 ? sum.toFixed() : '100').toBe('100');
  });

  test('fits on an A4 page on its side', () => {
    const plan = sheetPlanOf(template);
    expect(plan.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(150);
    expect(plan.cells.every(({ row, column }) => row >= 1 && column >= 1 && column <= plan.widths.length)).toBe(true);
  });
});

test.each(gallery)('$id says the same in all its languages', async ({ id, languages }) => {
  const shapes = await Promise.all(
    languages.map(async (language) => {
      const template = await loadTemplate(id, language);
      return {
        layout: template.layout,
        rows: indicatorsOf(template).map(({ weight, entry }) => [weight, entry.kind]),
        shares: template.raters.map(({ role, share }) => [role, share]),
        scale: template.gradeScale.map(({ from }) => from),
      };
    }),
  );
  for (const shape of shapes) expect(shape).toEqual(shapes[0]);
});
