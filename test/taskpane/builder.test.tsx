import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { languages, resources } from '../../src/locale';
import { checkTemplate, entryKindsOf } from '../../src/template/checkTemplate';
import { composeTemplate, indicator, section } from '../../src/template/compose';
import type { Grid, GridCell } from '../../src/form/grid';
import type { SheetPlan } from '../../src/template/sheetPlan';
import { sheetPlanOf } from '../../src/template/sheetPlanOf';
import { newStoredRubric } from '../../src/template/storedRubric';
import type { Template } from '../../src/template/types';
import { startBuilder } from '../../src/taskpane/desk/builder';
import { emptyTemplate, entryOfKind, inLayout, moved } from '../../src/taskpane/view/templateEdits';
import { today } from '../../src/taskpane/view/today';
import { traditional } from '../../src/taskpane/view/traditional';
import type { NewSheet, WatchableWorkbook } from '../../src/workbook/port';
import { openPane, press, reviewRows, type Bench } from './bench';

jest.setTimeout(60_000);

const shifts = composeTemplate({
  id: 'own-shifts',
  language: 'en',
  title: 'Shift review',
  sheetName: 'Shift review',
  purpose: 'Monthly review of shifts.',
  layout: 'scored',
  scale: { kind: 'marks', most: '100' },
  sections: [
    section('Work', [indicator('Speed', '50', null), indicator('Care', '50', null)]),
    section('Team', [indicator('Help', '10', null)]),
  ],
  raters: [{ role: 'single', label: 'Score', share: '100' }],
});

const openBuilder = async (template: Template | null = shifts, options: Parameters<typeof openPane>[1] = {}): Promise<Bench> => {
  const bench = await openPane({ One: reviewRows }, { screen: 'builder', ...options });
  if (template) act(() => startBuilder(bench.desk, template));
  await screen.findByRole('heading', { level: 1 });
  return bench;
};

const built = ({ desk }: Bench): Template => desk.store.getState().builder?.template as Template;
/** Opens one of the builder's parts or indicators. jsdom does not open by a click on the summary. */
async function unfold(name: string | RegExp): Promise<HTMLElement> {
  const summary = await screen.findByText(name, { selector: 'summary' });
  const details = summary.parentElement as HTMLDetailsElement;
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await waitFor(() => expect(details.children.length).toBeGreaterThan(1));
  return details;
}
const retype = async (bench: Bench, field: HTMLElement, text: string): Promise<void> => {
  await bench.user.clear(field);
  await bench.user.type(field, text);
};

describe('the builder', () => {
  test('begins with a page that can be kept and inserted at once', async () => {
    const bench = await openBuilder(null);
    await press(bench, 'An empty page');
    expect(checkTemplate(built(bench)).kind).toBe('template');
    await press(bench, 'Save in workbook');
    await waitFor(() => expect(Object.values(bench.workbook.settings)).toEqual([JSON.stringify(built(bench))]));
    expect(screen.getByRole('button', { name: 'Saved' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('button', { name: 'Insert as new sheet' })).toHaveProperty('disabled', false);
  });

  test('names the sheet after the title, and takes typing back in one step', async () => {
    const bench = await openBuilder();
    await retype(bench, screen.getByRole('textbox', { name: 'Title' }), 'Night shifts: review');
    expect(built(bench)).toMatchObject({ title: 'Night shifts: review', sheetName: 'Night shifts  review' });
    await press(bench, 'Undo');
    expect(built(bench)).toEqual(shifts);
    expect(screen.getByRole('button', { name: 'Undo' })).toHaveProperty('disabled', true);
  });

  test('says what the weights add up to and balances them exactly', async () => {
    const bench = await openBuilder();
    const part = await unfold('Sections, indicators, criteria');
    expect(within(part).getByText('Weights: 110% of 100%')).toBeTruthy();
    expect(await screen.findByText(/the weights add up to 110%, not 100%/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Insert as new sheet' })).toHaveProperty('disabled', true);
    await press(bench, 'Balance to 100%');
    expect(built(bench).sections.flatMap(({ indicators }) => indicators.map(({ weight }) => weight))).toEqual(['45.46', '45.45', '9.09']);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Insert as new sheet' })).toHaveProperty('disabled', false));
  });

  test('moves, adds and removes by keyboard; the keyboard goes along', async () => {
    const bench = await openBuilder();
    await unfold('Sections, indicators, criteria');
    const speed = screen.getByText(/^Speed/, { selector: 'summary' });
    speed.focus();
    await bench.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(built(bench).sections[0]?.indicators.map(({ name }) => name)).toEqual(['Care', 'Speed']);
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Speed/));
    await press(bench, 'Move down: Work');
    expect(built(bench).sections.map(({ name }) => name)).toEqual(['Team', 'Work']);
    await waitFor(() => expect(document.activeElement).toHaveProperty('value', 'Work'));
    await bench.user.click(screen.getAllByRole('button', { name: 'Add: Indicator' })[0] as HTMLElement);
    expect(built(bench).sections[0]?.indicators.map(({ name }) => name)).toEqual(['Help', 'New indicator']);
    await press(bench, 'Remove: Work');
    expect(built(bench).sections.map(({ name }) => name)).toEqual(['Team']);
  });

  test('reads criteria while they are typed and writes them so that nothing is open', async () => {
    const bench = await openBuilder();
    await unfold('Sections, indicators, criteria');
    await unfold(/^Speed/);
    const field = screen.getByRole('textbox', { name: 'Scoring criteria' });
    await bench.user.type(field, '90-100 Excellent, 80-90 Good, below 80 Poor');
    const reading = await screen.findByRole('region', { name: 'Read as' });
    await waitFor(() => expect(reading.textContent).toContain('Settled by a default rule'));
    await bench.user.click(within(reading).getAllByRole('button', { name: /^Write it this way/ })[0] as HTMLElement);
    await waitFor(() => expect(reading.textContent).toContain('Reads one way only'));
    expect(built(bench).sections[0]?.indicators[0]?.criteria).not.toBe('90-100 Excellent, 80-90 Good, below 80 Poor');
    await bench.user.selectOptions(screen.getByRole('combobox', { name: 'What is entered' }), 'tiers');
    expect(built(bench).sections[0]?.indicators[0]?.entry).toEqual({ kind: 'tiers', tiers: ['Excellent', 'Good', 'Poor'] });
  });

  test('offers Traditional wordings for a Traditional form', async () => {
    const bench = await openBuilder({ ...shifts, language: 'zh-TW' });
    await unfold('Sections, indicators, criteria');
    await unfold(/^Speed/);
    await bench.user.type(screen.getByRole('textbox', { name: 'Scoring criteria' }), '90分以上為優秀，80-89分為良好，80分以下為不合格');
    const [rewrite] = await screen.findAllByRole('button', { name: /^Write it this way/ });
    expect(rewrite?.getAttribute('aria-label')).toMatch(/為良好/);
    expect(rewrite?.getAttribute('aria-label')).not.toMatch(/为/);
  });

  test('tells of every fault where it is, and shows the last sheet that could be made', async () => {
    const bench = await openBuilder({ ...shifts, sections: shifts.sections.slice(0, 1) });
    await unfold('Raters and shares');
    await retype(bench, screen.getByRole('textbox', { name: 'Share' }), '9x');
    expect((await screen.findByRole('list', { name: 'What is wrong' })).textContent).toMatch(/Rater 1, Share: must be a number/);
    expect(screen.getByRole('img', { name: 'Picture of the sheet: Shift review' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save in workbook' })).toHaveProperty('disabled', true);
    await retype(bench, screen.getByRole('textbox', { name: 'Share' }), '60');
    await press(bench, 'Balance to 100%');
    expect(built(bench).raters[0]?.share).toBe('100');
  });

  test('shows the sheet with its words', async () => {
    await openBuilder({ ...shifts, sections: shifts.sections.slice(0, 1) });
    const preview = await unfold('Preview with texts');
    const words = preview.querySelector('table')?.textContent ?? '';
    expect(words).toContain('Shift review');
    expect(words).toContain('50%');
  });

  test('begins with a copy of a gallery form, of which the gallery knows nothing', async () => {
    const bench = await openPane({ One: [[1]] }, { screen: 'gallery' });
    await press(bench, /^Insurance Customer Service/);
    await press(bench, 'Change a copy');
    await screen.findByRole('heading', { level: 1, name: 'Template builder' });
    expect(built(bench).id).toMatch(/^own-/);
    expect(built(bench).sections).toHaveLength(4);
  });

  test('begins with a clean copy of a form of the workbook; what was under work is one step back', async () => {
    const bench = await openBuilder();
    await retype(bench, screen.getByRole('textbox', { name: 'Title' }), 'Unsaved');
    await press(bench, 'Forms');
    await press(bench, 'Check');
    await press(bench, /Monthly review/);
    await press(bench, 'Make a clean copy');
    await screen.findByRole('heading', { level: 1, name: 'Template builder' });
    expect(built(bench).sections.flatMap(({ indicators }) => indicators.map(({ name, weight }) => [name, weight]))).toEqual([
      ['Satisfaction', '60'],
      ['Attendance', '40'],
    ]);
    await press(bench, 'Undo');
    expect(built(bench).title).toBe('Unsaved');
  });

  test('keeps unsaved work over a reload, to go on with or to throw away', async () => {
    const bench = await openBuilder({ ...shifts, sections: shifts.sections.slice(0, 1) });
    await retype(bench, screen.getByRole('textbox', { name: 'Title' }), 'Half done');
    const shell = { recall: (key: string) => bench.remembered.get(key) ?? null };
    cleanup();
    const again = await openPane({ One: reviewRows }, { screen: 'builder', shell });
    await screen.findByText(/“Half done” was changed here/);
    await press(again, 'Go on with it');
    await waitFor(() => expect(built(again).title).toBe('Half done'));
    await press(again, 'Save in workbook');
    await waitFor(() => expect(again.remembered.get('draft')).toBe(''));
    cleanup();
    const third = await openPane({ One: reviewRows }, { screen: 'builder', shell: { ...shell, remember: () => bench.remembered.clear() } });
    await press(third, 'Discard');
    expect(bench.remembered.size).toBe(0);
    expect(screen.queryByText(/“Half done”/)).toBeNull();
  });

  test.each([
    ['nothing', null],
    ['no template', '{"title":"x"}'],
    ['no JSON', '{'],
  ])('does not offer %s as unsaved work', async (_what, json) => {
    await openPane({ One: reviewRows }, { screen: 'builder', shell: { recall: () => json } });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByText('Go on with it')).toBeNull();
  });

  test.each(languages)('is without faults of accessibility and without texts that are missing, %s', async (language) => {
    const text = resources[language];
    const bench = await openPane({ One: reviewRows }, { screen: 'builder', language });
    const check = async (): Promise<void> => {
      expect(document.body.textContent).not.toMatch(/(?:gallery|builder|template)\.[a-z]/);
      const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    };
    await press(bench, text['builder.start.empty'] ?? '');
    for (const part of ['fields', 'sections', 'raters', 'results', 'notes']) await unfold(text[`builder.part.${part}`] ?? '');
    for (const key of ['extras', 'vetoes', 'gradeScale', 'coefficients', 'notes', 'interview']) {
      const list = screen.getByRole('region', { name: text[`builder.list.${key}`] });
      const buttons = within(list).getAllByRole('button');
      await bench.user.click(buttons.at(-1) as HTMLElement);
    }
    await unfold(new RegExp(text['builder.new.indicator'] ?? ''));
    await unfold(text['builder.preview'] ?? '');
    await check();
  });
});

/** A sheet as its plan makes it, with what its formulas give while nothing is entered. */
function gridOf(plan: SheetPlan): Grid {
  const rows = new Map<number, Map<number, GridCell>>();
  for (const { row, column, content, format } of plan.cells) {
    if (content.kind === 'blank') continue;
    const formula = content.kind === 'formula' ? content.formula : null;
    const text = content.kind === 'text' ? content.text : content.kind === 'number' ? content.number : content.blank;
    const value = content.kind === 'text' || text === '' ? text : Number(text);
    rows.set(row, (rows.get(row) ?? new Map<number, GridCell>()).set(column, { value, text, formula, numberFormat: format }));
  }
  return {
    sheet: plan.name,
    sheetId: plan.name,
    visibility: 'visible',
    isProtected: true,
    usedArea: plan.print.area,
    rows,
    merges: plan.merges,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    tables: [],
  };
}

describe('the version of a form', () => {
  const rubric = newStoredRubric({ ...shifts, sections: shifts.sections.slice(0, 1) }, '2025-01-31');

  async function openMade(hasEntries: boolean): Promise<{ readonly bench: Bench; readonly added: NewSheet[] }> {
    const added: NewSheet[] = [];
    const rows = hasEntries
      ? reviewRows
      : reviewRows.map((row, at) => (at >= 3 ? row.map((value, column) => (column === 3 ? null : value)) : row));
    const workbook: Partial<WatchableWorkbook> = {
      snapshot: async (options) => ({ ...(await bench.workbook.snapshot(options)), rubrics: { One: rubric } }),
      addSheet: async (name, content) => {
        if (content) added.push(content);
        bench.workbook.add(name);
        return name;
      },
    };
    const bench: Bench = await openPane({ One: rows }, { workbook });
    await press(bench, 'Check');
    await press(bench, /Monthly review/);
    expect(await screen.findByText('Made with “Shift review”, version 1 of 2025-01-31')).toBeTruthy();
    await press(bench, 'Change this form');
    await retype(bench, await screen.findByRole('textbox', { name: 'Title' }), 'Shift review B');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Insert as new sheet' })).toHaveProperty('disabled', false));
    await press(bench, 'Insert as new sheet');
    return { bench, added };
  }

  test('is kept with its last day when a form with entries is changed, after asking', async () => {
    const { bench, added } = await openMade(true);
    expect((await screen.findByRole('alert')).textContent).toContain('“One” holds entries');
    expect(added).toEqual([]);
    await press(bench, 'Insert the next version');
    await waitFor(() => expect(added).toHaveLength(1));
    expect(added[0]?.rubric).toMatchObject({ since: today(), former: [{ until: today(), template: { title: 'Shift review' } }] });
    expect(added[0]?.rubric.id).not.toBe(rubric.id);
  });

  test('takes the place of the one before where nothing was typed on its sheet', async () => {
    const made = { ...shifts, sections: [section('Work', [indicator('Speed', '50', null), indicator('Care', '50', null)])] };
    const stored = newStoredRubric(made, '2026-01-01');
    const grids = [gridOf(sheetPlanOf(made))];
    const snapshot = async () => ({ ...(await bench.workbook.snapshot()), grids, rubrics: { [made.sheetName]: stored } });
    const added: NewSheet[] = [];
    const bench: Bench = await openPane(
      { One: reviewRows },
      {
        workbook: {
          snapshot,
          addSheet: async (_name, content) => {
            if (content) added.push(content);
            return content?.inPlaceOf ?? 'new';
          },
        },
      },
    );
    await press(bench, 'Check');
    await press(bench, 'Shift review');
    await press(bench, 'Change this form');
    await retype(bench, await screen.findByRole('textbox', { name: 'Title' }), 'Shift review B');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Rewrite this sheet' })).toHaveProperty('disabled', false));
    await press(bench, 'Rewrite this sheet');
    await screen.findAllByText('The form on “Shift review” has been rewritten and checked.');
    expect(added).toMatchObject([
      { inPlaceOf: 'Shift review', rubric: { since: '2026-01-01', former: [], template: { title: 'Shift review B' } } },
    ]);
    expect(added[0]?.rubric.id).toBe(stored.id);
  });

  test('stays the first one as long as nothing was entered', async () => {
    const { added } = await openMade(false);
    await waitFor(() => expect(added).toHaveLength(1));
    expect(added[0]?.rubric).toMatchObject({ since: '2025-01-31', former: [] });
  });
});

describe('changes to a template', () => {
  test('move an item within its list and never out of it', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  test.each(Object.keys(entryKindsOf) as (keyof typeof entryKindsOf)[])('into layout %s give a sound template', (layout) => {
    const sound = { ...shifts, sections: shifts.sections.slice(0, 1) };
    expect(checkTemplate(inLayout(sound, layout)).kind).toBe('template');
  });

  test('to an entry take tiers and points from the criteria', () => {
    const criteria = '90分以上为优秀（20分），不足90分为合格（10分）';
    expect(entryOfKind('tiers', { name: '', criteria })).toEqual({ kind: 'tiers', tiers: ['优秀', '合格'] });
    expect(entryOfKind('levels', { name: '', criteria })).toMatchObject({ levels: [{ points: '20' }, { points: '10' }] });
  });

  test.each(languages)('begin with a sound page, %s', (language) => {
    const empty = emptyTemplate('own-x', language, (code) => resources[language][code] ?? code);
    expect(checkTemplate(empty).kind).toBe('template');
  });

  test('keep the characters that the author wrote', () => {
    expect(traditional('每迟到1次扣2分，扣完为止', '每遲到1次扣2分')).toBe('每遲到1次扣2分，扣完為止');
    expect(traditional('优秀', '优秀')).toBe('优秀');
  });
});
