import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { resources, languages } from '../../src/locale';
import { loadTemplate } from '../../src/template/gallery';
import { composeTemplate, indicator, section } from '../../src/template/compose';
import { sheetPlanOf } from '../../src/template/sheetPlanOf';
import { sheetPicture } from '../../src/taskpane/view/sheetPicture';
import { formSummary } from '../../src/taskpane/view/formState';
import type { Assessment } from '../../src/review/types';
import type { EntryValue } from '../../src/rubric/types';
import { today } from '../../src/taskpane/view/today';
import { templateKeyPrefix } from '../../src/actions/settings';
import { cellAddress } from '../../src/form/address';
import { WorkbookError, type NewSheet } from '../../src/workbook/port';
import { openPane, press, type Bench } from './bench';

jest.setTimeout(60_000);

const own = composeTemplate({
  id: 'own-one',
  language: 'en',
  title: 'Front desk review',
  sheetName: 'Front desk',
  purpose: 'Monthly review of the front desk.',
  layout: 'scored',
  sections: [section(null, [indicator('Courtesy', '100', '90 or more: Excellent; below 90: Good')])],
  raters: [{ role: 'single', label: 'Score', share: '100' }],
  scale: { kind: 'marks', most: '100' },
});

interface Inserted {
  readonly bench: Bench;
  readonly sheets: { readonly name: string; readonly content: NewSheet }[];
}

/** A pane on a workbook that takes generated forms: their texts and numbers stand on the new sheet. */
async function openGallery(language: (typeof languages)[number] = 'en'): Promise<Inserted> {
  const sheets: Inserted['sheets'] = [];
  const bench: Bench = await openPane(
    { One: [['Notes']] },
    {
      screen: 'gallery',
      language,
      workbook: {
        addSheet: async (name, content) => {
          if (!content) throw new Error('no form');
          bench.workbook.add(name);
          await bench.workbook.apply(
            content.plan.cells.flatMap(({ row, column, content: cell }) =>
              cell.kind === 'text' || cell.kind === 'number'
                ? [
                    {
                      sheet: name,
                      cell: cellAddress(row, column),
                      before: { value: null, formula: null },
                      after: { kind: 'value' as const, value: cell.kind === 'text' ? cell.text : Number(cell.number) },
                      reason: { code: 'test', details: {} },
                    },
                  ]
                : [],
            ),
          );
          sheets.push({ name, content });
          return name;
        },
      },
    },
  );
  return { bench, sheets };
}

const ready = (): HTMLElement => screen.getByRole('region', { name: 'Gallery' });
const forms = (): HTMLElement[] => within(ready()).getAllByRole('listitem');
const openForm = async (bench: Bench, name: RegExp): Promise<void> => press(bench, name);

describe('the gallery', () => {
  test('shows each form with its purpose and a drawn picture, and finds them by what they are for', async () => {
    const { bench } = await openGallery();
    await waitFor(() => expect(forms().length).toBeGreaterThan(10));
    const all = forms().length;
    expect(forms().every((form) => form.querySelector('svg path[d]'))).toBe(true);
    await bench.user.type(screen.getByRole('searchbox'), 'insurance quality');
    expect(forms()).toHaveLength(1);
    expect(forms()[0]?.textContent).toContain('Insurance Customer Service');
    await bench.user.clear(screen.getByRole('searchbox'));
    await bench.user.selectOptions(screen.getByRole('combobox', { name: 'Kind of form' }), 'kpi');
    expect(forms().length).toBeLessThan(all);
    expect(forms().every((form) => form.textContent.includes('Rates from two numbers'))).toBe(true);
  });

  test('opens a form, tells what was put right, and shows it in another language', async () => {
    const { bench } = await openGallery();
    await openForm(bench, /^Insurance Customer Service/);
    const template = await loadTemplate('insurance-service-quality', 'zh-TW');
    expect(screen.getByRole('img', { name: /Picture of the sheet: Insurance/ })).toBeTruthy();
    expect(screen.getByText(/fifth dimension/)).toBeTruthy();
    expect(document.activeElement?.tagName).toBe('H1');
    await bench.user.selectOptions(screen.getByRole('combobox', { name: 'Language of the form' }), 'zh-TW');
    expect(await screen.findByRole('heading', { level: 1, name: template.title })).toBeTruthy();
    await press(bench, 'All forms');
    expect(await screen.findByRole('button', { name: template.title })).toBe(document.activeElement);
  });

  test('inserts a form protected, checks it and shows it', async () => {
    const { bench, sheets } = await openGallery();
    await openForm(bench, /^Insurance Customer Service/);
    await bench.user.type(screen.getByLabelText('Password (may stay empty)'), 'secret');
    await press(bench, 'Insert as new sheet');
    expect(await screen.findByRole('heading', { level: 1, name: /^Insurance Customer Service/ })).toBeTruthy();
    expect((await screen.findAllByText(/has been checked/)).length).toBeGreaterThan(0);
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.content.protection).toEqual({ on: true, password: 'secret' });
    expect(sheets[0]?.content.rubric).toMatchObject({ since: today(), former: [] });
    expect(bench.desk.store.getState().checked?.assessments.map(({ form }) => form.sheet)).toEqual([sheets[0]?.name]);
  });

  test('inserts a form without protection where that is wanted', async () => {
    const { bench, sheets } = await openGallery();
    await openForm(bench, /^Insurance Customer Service/);
    await bench.user.click(screen.getByRole('checkbox', { name: 'Protect the sheet' }));
    expect(screen.queryByLabelText('Password (may stay empty)')).toBeNull();
    await press(bench, 'Insert as new sheet');
    await waitFor(() => expect(sheets[0]?.content.protection).toEqual({ on: false }));
  });

  test.each([
    [new WorkbookError('protected'), /structure of this workbook is protected/],
    [new WorkbookError('cell-edit'), /A cell is still being edited/],
  ])('says in plain words why no sheet was added', async (error, words) => {
    const bench = await openPane({ One: [[1]] }, { screen: 'gallery', workbook: { addSheet: () => Promise.reject(error) } });
    await openForm(bench, /^Insurance Customer Service/);
    await press(bench, 'Insert as new sheet');
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect(bench.desk.store.getState().screen).toBe('gallery');
  });

  test.each(languages)('is without faults of accessibility and without texts that are missing, %s', async (language) => {
    const { bench } = await openGallery(language);
    await waitFor(() => expect(screen.getAllByRole('listitem').length).toBeGreaterThan(10));
    const check = async (): Promise<void> => {
      expect(document.body.textContent).not.toMatch(/(?:gallery|template)\.[a-z]/);
      const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    };
    await check();
    const { title } = await loadTemplate('insurance-service-quality', language);
    await press(bench, title);
    await screen.findByText(resources[language]['gallery.corrections'] ?? '');
    await check();
  });
});

describe('the state of a form on which only full marks are printed', () => {
  /** What a summary looks at. */
  const form = (value: EntryValue | null, final: 'blank' | 'right'): Assessment =>
    ({
      form: { confidence: 1 },
      findings: [],
      indicators: [{ indicator: {}, reading: null, certainty: 'certain', entries: value ? [{ value }] : [] }],
      totals: [
        { total: { role: 'full-marks' }, status: 'right', expected: '100', blockedBy: [] },
        { total: { role: 'final' }, status: final, expected: final === 'right' ? '90' : null, blockedBy: [] },
      ],
    }) as unknown as Assessment;

  test.each([
    ['incomplete', null, 'blank'],
    ['incomplete', { kind: 'blank' }, 'blank'],
    ['filled', { kind: 'text', text: 'A' }, 'right'],
    ['plain', { kind: 'text', text: 'A' }, 'blank'],
  ] as const)('is %s', (state, value, final) => expect(formSummary(form(value, final)).state).toBe(state));
});

describe("the author's own templates", () => {
  /** jsdom's files cannot be read as text. */
  const file = (text: string): File =>
    Object.assign(new File([text], 'review.json', { type: 'application/json' }), { text: async () => text });
  const chooser = (): HTMLInputElement => document.querySelector('input[type=file]') as HTMLInputElement;

  test('are taken from a file, kept in the workbook, inserted, and removed when asked twice', async () => {
    const { bench, sheets } = await openGallery();
    expect(await screen.findByText('None in this workbook yet.')).toBeTruthy();
    await bench.user.upload(chooser(), file(JSON.stringify(own)));
    await openForm(bench, /^Front desk review/);
    expect(JSON.parse(bench.workbook.settings[`${templateKeyPrefix}own-one`] ?? '')).toEqual(own);
    await press(bench, 'Remove from workbook');
    expect(Object.keys(bench.workbook.settings)).toHaveLength(1);
    await press(bench, 'Cancel');
    await press(bench, 'Insert as new sheet');
    await waitFor(() => expect(sheets[0]?.name).toBe('Front desk'));
    await press(bench, 'Gallery');
    await openForm(bench, /^Front desk review/);
    await press(bench, 'Remove from workbook');
    await press(bench, 'Remove from workbook');
    expect(await screen.findByText('None in this workbook yet.')).toBeTruthy();
    expect(bench.workbook.settings).toEqual({});
  });

  test('under an id that is taken get one of their own', async () => {
    const { bench } = await openGallery();
    await bench.user.upload(chooser(), file(JSON.stringify(own)));
    await screen.findByRole('button', { name: 'Front desk review' });
    await bench.user.upload(chooser(), file(JSON.stringify({ ...own, title: 'Back office review' })));
    await screen.findByRole('button', { name: 'Back office review' });
    expect(screen.getByRole('button', { name: 'Front desk review' })).toBeTruthy();
    expect(Object.keys(bench.workbook.settings)).toHaveLength(2);
  });

  test.each([
    ['{', /this is not JSON/],
    [JSON.stringify({ ...own, raters: [{ ...own.raters[0], share: '90' }] }), /Rater: the shares add up to 90%/],
    [
      JSON.stringify({ ...own, sections: [{ name: null, indicators: [{ ...own.sections[0]?.indicators[0], weight: 100 }] }] }),
      /Section 1, Indicator 1, Weight or full marks: must be a text/,
    ],
  ])('that are faulty are refused, and it says what is wrong where', async (text, words) => {
    const { bench } = await openGallery();
    await bench.user.upload(chooser(), file(text));
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect(bench.workbook.settings).toEqual({});
  });

  test('that cannot be read any more are named and can be removed', async () => {
    const { bench } = await openGallery();
    await bench.workbook.writeSetting(`${templateKeyPrefix}x`, '{"formatVersion":9}');
    await press(bench, 'Forms');
    await press(bench, 'Gallery');
    expect(await screen.findByText(/cannot be read: rubric\.template\.x/)).toBeTruthy();
    await press(bench, 'Remove from workbook');
    await waitFor(() => expect(bench.workbook.settings).toEqual({}));
  });
});

describe('the picture of a sheet', () => {
  test('has the proportions of the sheet, and no more than the wanted height', () => {
    const plan = sheetPlanOf(own);
    const whole = sheetPicture(plan);
    const cut = sheetPicture(plan, 0.05);
    expect(cut.width).toBe(whole.width);
    expect(cut.height).toBeCloseTo(whole.width * 0.05);
    expect(whole.height).toBeGreaterThan(cut.height);
    expect(cut.lines.path.length).toBeLessThan(whole.lines.path.length);
  });

  test('draws each merged area once', () => {
    const plan = { ...sheetPlanOf(own), merges: [] };
    const merged = sheetPicture(sheetPlanOf(own)).layers.find(({ fill }) => fill === '#E8F1EC')?.path ?? '';
    const single = sheetPicture(plan).layers.find(({ fill }) => fill === '#E8F1EC')?.path ?? '';
    expect(merged.split('z').length).toBeLessThan(single.split('z').length);
  });
});
