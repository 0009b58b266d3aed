/** What an imported document may be, and what is said about one that is not. */
import { checkTemplate } from '../../src/template/checkTemplate';
import { gallery, loadTemplate } from '../../src/template/gallery';
import type { Template } from '../../src/template/types';
import { examples, marksForm, vetoForm } from './examples';

const faultsOf = (document: unknown): readonly string[] => {
  const checked = checkTemplate(document);
  return checked.kind === 'faulty' ? checked.faults.map(({ path, code }) => `${path} ${code}`.trim()) : [];
};

test.each([...examples, vetoForm].map((template) => [template.id, template] as const))('%s is a template, as JSON too', (_id, template) => {
  expect(faultsOf(template)).toEqual([]);
  expect(checkTemplate(JSON.stringify(template))).toEqual({ kind: 'template', template: JSON.parse(JSON.stringify(template)) as Template });
});

test.each(gallery.flatMap(({ id, languages }) => languages.map((language) => [id, language] as const)))(
  '%s in %s is one',
  async (id, language) => {
    expect(faultsOf(await loadTemplate(id, language))).toEqual([]);
  },
);

const indicator = marksForm.sections[0]?.indicators[0];
const withIndicator = (changes: object): object => ({
  ...marksForm,
  sections: [
    { ...marksForm.sections[0], indicators: [{ ...indicator, ...changes }, ...(marksForm.sections[0]?.indicators.slice(1) ?? [])] },
    marksForm.sections[1],
  ],
});

test.each([
  ['not JSON', '{', ['not-json']],
  ['a list', [], ['not-object']],
  ['of a newer product', { ...marksForm, formatVersion: 2 }, ['formatVersion newer']],
  ['without title', { ...marksForm, title: undefined }, ['title missing']],
  ['with a field that is none', { ...marksForm, colour: 'red' }, ['colour unknown-field']],
  ['with a sheet name that Excel refuses', { ...marksForm, sheetName: 'a/b' }, ['sheetName sheet-name']],
  ['with a number instead of a text', withIndicator({ weight: 35 }), ['sections[0].indicators[0].weight not-text']],
  ['with a weight that is none', withIndicator({ weight: '35%' }), ['sections[0].indicators[0].weight not-decimal']],
  ['with weights of 101 %', withIndicator({ weight: '36' }), ['sections weights-sum']],
  ['with a weight left out', withIndicator({ weight: null }), ['sections[0].indicators[0].weight weight-missing']],
  ['with an entry of no kind', withIndicator({ entry: { kind: 'guess' } }), ['sections[0].indicators[0].entry.kind not-one-of']],
  [
    'with an entry that the layout has no column for',
    withIndicator({ entry: { kind: 'deduction' } }),
    ['sections[0].indicators[0].entry entry-layout'],
  ],
  ['with shares of 90 %', { ...marksForm, raters: [{ role: 'single', label: '得分', share: '90' }] }, ['raters shares-sum']],
  ['with nobody who scores', { ...marksForm, raters: [] }, ['raters no-raters']],
  [
    'with a scale that rises',
    {
      ...marksForm,
      gradeScale: [
        { tier: 'B', from: '0' },
        { tier: 'A', from: '90' },
      ],
    },
    ['gradeScale not-falling', 'gradeScale[1].from lowest-not-zero'],
  ],
])('%s', (_what, document, faults) => {
  expect(faultsOf(document)).toEqual(faults);
});
