import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { WorkbookError } from '../../src/workbook/port';
import { languages, message, resources } from '../../src/locale';
import { previewFill } from '../../src/taskpane/desk/fill';
import type { Shell } from '../../src/taskpane/desk/desk';
import { openWhereWanted } from '../../src/taskpane/desk/openWithWorkbook';
import type { Screen } from '../../src/taskpane/store';
import { openPane, press, reviewRows, type Bench } from './bench';
import type { Rows } from '../actions/memoryWorkbook';

jest.setTimeout(60_000);

const sheets = { Review: reviewRows };
/** The same form with an entry that is no number and no tier. */
const wrongRows: Rows = reviewRows.map((row) => (row[0] === 'Attendance' ? [...row.slice(0, 3), 'abc'] : row));
/** Criteria with a clause that is not understood for sure. */
const openRows: Rows = reviewRows.map((row) =>
  row[0] === 'Attendance' ? ['Attendance', '40%', '100 points; minus 2 points for every 1% below 95%', '93.5%'] : row,
);

async function checked(rows: Rows = reviewRows): Promise<Bench> {
  const bench = await openPane({ Review: rows });
  await press(bench, 'Check');
  await screen.findByText(/Monthly review/);
  return bench;
}

const cell = async (bench: Bench, address: string): Promise<unknown> => {
  const [column, row] = [address.charCodeAt(0) - 64, Number(address.slice(1))];
  return (await bench.workbook.snapshot()).grids[0]?.rows.get(row)?.get(column)?.value ?? null;
};

describe('review', () => {
  test('says what to do before anything was checked', async () => {
    await openPane(sheets);
    expect(screen.getByRole('heading', { name: 'Not checked yet' })).toBeTruthy();
  });

  test('lists the forms with their state after a check', async () => {
    await checked();
    const card = screen.getByRole('list', { name: 'Forms' });
    expect(card.textContent).toContain('Monthly review · Kim Lee');
    expect(card.textContent).toContain('Ready to fill');
  });

  test('says so where a workbook has no form', async () => {
    const bench = await openPane({ Notes: [['Shopping', 'Milk']] });
    await press(bench, 'Check');
    expect(await screen.findByRole('heading', { name: 'No review form found' })).toBeTruthy();
  });

  test('puts the active sheet’s forms first', async () => {
    const bench = await openPane({ One: reviewRows, Two: reviewRows });
    await press(bench, 'Check');
    await screen.findByRole('list', { name: 'Forms' });
    bench.select('Two', 'A1');
    expect(screen.getAllByRole('button', { name: /!A1:D6$/ }).map((link) => link.textContent)).toEqual(['Two!A1:D6', 'One!A1:D6']);
  });

  test('lists only the forms in the chosen state', async () => {
    const bench = await openPane({ One: reviewRows, Two: wrongRows });
    await press(bench, 'Check');
    await bench.user.selectOptions(await screen.findByRole('combobox', { name: 'Filter by state' }), 'problems');
    expect(screen.getAllByRole('button', { name: /!A1:D6$/ }).map((link) => link.textContent)).toEqual(['Two!A1:D6']);
  });

  test('shows a form’s findings, each a click from its cell', async () => {
    const bench = await checked(wrongRows);
    await press(bench, /Monthly review/);
    const errors = (await screen.findByText(/^Errors \(\d+\)$/)).closest('details') as HTMLElement;
    await bench.user.click(within(errors).getByRole('button', { name: 'D5' }));
    expect(bench.workbook.selected).toEqual(['Review!D5']);
  });

  test('shows a fix before it is made, makes it, and takes it back', async () => {
    const bench = await checked();
    await press(bench, /Monthly review/);
    const before = await cell(bench, 'C4');
    await bench.user.click((await screen.findAllByText(/^Fix$/))[0] as HTMLElement);
    expect(await cell(bench, 'C4')).toBe(before);
    await press(bench, 'Make this change');
    await waitFor(async () => expect(await cell(bench, 'C4')).toMatch(/less than 90/));
    await press(bench, 'Undo fill');
    await waitFor(async () => expect(await cell(bench, 'C4')).toBe(before));
  });
});

describe('the selected cell', () => {
  test('shows criteria clause by clause, the entry and the reason', async () => {
    const bench = await checked();
    bench.select('Review', 'D4');
    const card = await screen.findByRole('region', { name: 'Selected cell' });
    expect(within(card).getByRole('heading', { name: 'Satisfaction' })).toBeTruthy();
    expect(within(card).getAllByText('Range')).toHaveLength(4);
    expect(card.textContent).toContain('92');
  });

  test('shows why a grade in a row follows from its entry', async () => {
    const rows: Rows = [
      ['Monthly review', null, null, null, null],
      ['Indicator', 'Weight', 'Scoring criteria', 'Actual', 'Grade'],
      ['Satisfaction', '60%', '90-100 Excellent, 80-89 Good, 60-79 Fair, below 60 Poor', 92, null],
      ['Attendance', '40%', '90-100 Excellent, 80-89 Good, 60-79 Fair, below 60 Poor', 85, null],
    ];
    const bench = await checked(rows);
    bench.select('Review', 'E3');
    const card = await screen.findByRole('region', { name: 'Selected cell' });
    expect(card.textContent).toContain('Expected: Excellent');
    expect(card.textContent).toContain('Entry: 92');
  });

  test('shows what a total should be', async () => {
    const bench = await checked();
    bench.select('Review', 'D6');
    expect((await screen.findByRole('region', { name: 'Selected cell' })).textContent).toContain('89.20');
  });
});

describe('fill', () => {
  test('shows every write, writes it, and undoes it', async () => {
    const bench = await checked();
    await press(bench, /Fill all/);
    const write = (await screen.findByRole('button', { name: 'Review!D6' })).closest('li') as HTMLElement;
    expect(write.textContent).toContain('(blank)');
    expect(write.textContent).toContain('=ROUND(D4*60%+D5*40%,2)');
    expect(await cell(bench, 'D6')).toBeNull();
    await press(bench, 'Write cells: 1');
    expect(await screen.findByRole('heading', { name: 'Filled' })).toBeTruthy();
    expect(await cell(bench, 'D6')).not.toBeNull();
    await bench.user.click(screen.getAllByRole('button', { name: 'Undo fill' })[0] as HTMLElement);
    await waitFor(async () => expect(await cell(bench, 'D6')).toBeNull());
  });

  test('takes fills back one after the other, the last one first', async () => {
    const bench = await openPane({ One: reviewRows, Two: reviewRows });
    await press(bench, 'Check');
    await screen.findByRole('list', { name: 'Forms' });
    for (const form of ['One!A1:D6', 'Two!A1:D6']) {
      await act(() => previewFill(bench.desk, { form }));
      await press(bench, 'Write cells: 1');
      await screen.findByRole('heading', { name: 'Filled' });
    }
    const total = async (sheet: number) => (await bench.workbook.snapshot()).grids[sheet]?.rows.get(6)?.get(4)?.value ?? null;
    await bench.user.click(screen.getAllByRole('button', { name: 'Undo fill' })[0] as HTMLElement);
    await waitFor(async () => expect(await total(1)).toBeNull());
    expect(await total(0)).not.toBeNull();
    await bench.user.click(await screen.findByRole('button', { name: 'Undo fill' }));
    await waitFor(async () => expect(await total(0)).toBeNull());
    expect(screen.queryByRole('button', { name: 'Undo fill' })).toBeNull();
  });

  test('leaves out what the user leaves out', async () => {
    const bench = await checked();
    await press(bench, /Fill all/);
    await bench.user.click(await screen.findByRole('checkbox', { name: /Write Review!D6/ }));
    expect((screen.getByRole('button', { name: 'Write cells: 0' }) as HTMLButtonElement).disabled).toBe(true);
  });

  test('writes values instead of formulas where the user wants that', async () => {
    const bench = await checked();
    await press(bench, /Fill all/);
    await bench.user.click(await screen.findByRole('radio', { name: /^Values/ }));
    await waitFor(() => expect(screen.queryByText('=ROUND(D4*60%+D5*40%,2)')).toBeNull());
    expect(bench.desk.store.getState().preview?.mode).toBe('value');
  });

  test('names the cells that a total waits for', async () => {
    const bench = await checked(wrongRows);
    await press(bench, /Fill all/);
    const blocked = (await screen.findByText('Cells that could not be computed: 1')).closest('details') as HTMLElement;
    expect(within(blocked).getByRole('button', { name: 'D5' })).toBeTruthy();
  });
});

describe('what can go wrong', () => {
  test.each([
    ['cell-edit', {}],
    ['read-only', {}],
    ['protected', { sheet: 'Review', cells: 'D6' }],
    ['changed-since', { cells: 'Review!D6' }],
    ['offline', {}],
  ] as const)('%s is said in plain words', async (code, details) => {
    const bench = await openPane(sheets, { workbook: { snapshot: () => Promise.reject(new WorkbookError(code, details)) } });
    await press(bench, 'Check');
    expect((await screen.findByRole('alert')).textContent).toContain(message('en', `error.${code}`, details));
  });

  test('an unknown error is not shown raw', async () => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const bench = await openPane(sheets, { workbook: { snapshot: () => Promise.reject(new Error('x is undefined')) } });
    await press(bench, 'Check');
    expect((await screen.findByRole('alert')).textContent).toContain(message('en', 'error.host'));
    expect(document.body.textContent).not.toContain('x is undefined');
    expect(logged).toHaveBeenCalledTimes(1);
    logged.mockRestore();
  });

  test('long work shows its progress and can be stopped', async () => {
    const bench = await openPane(sheets, {
      workbook: {
        snapshot: ({ signal, onProgress } = {}) =>
          new Promise((_, reject) => {
            onProgress?.(3, 40);
            signal?.addEventListener('abort', () => reject(new Error('stopped')));
          }),
      },
    });
    await press(bench, 'Check');
    expect(await screen.findByText('3 of 40 done', {}, { timeout: 3000 })).toBeTruthy();
    await press(bench, 'Stop');
    await waitFor(() => expect(bench.desk.store.getState().phase).toBe('idle'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('texts of cells are never markup', async () => {
    const bench = await openPane({ Review: reviewRows.map((row, at) => (at === 0 ? ['<img src=x onerror=alert(1)> review'] : row)) });
    await press(bench, 'Check');
    expect(await screen.findByText(/<img src=x onerror=alert\(1\)> review/)).toBeTruthy();
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('live', () => {
  test('an edit checks its sheet again, and only that', async () => {
    const bench = await openPane({ One: reviewRows, Two: reviewRows });
    await press(bench, 'Check');
    await screen.findByRole('list', { name: 'Forms' });
    bench.change({ sheet: 'Two', address: 'D5', source: 'user' });
    await waitFor(() => expect(bench.workbook.asked).toEqual([null, ['Two']]), { timeout: 3000 });
    expect(bench.desk.store.getState().checked?.assessments.map(({ form }) => form.sheet)).toEqual(['One', 'Two']);
  });

  test('a co-author’s change is named', async () => {
    const bench = await checked();
    bench.change({ sheet: 'Review', address: 'D5', source: 'co-author' });
    expect((await screen.findAllByText(/Someone else changed “Review”/, {}, { timeout: 3000 })).length).toBeGreaterThan(0);
  });

  test('while the user types in the next cell, the pane waits and says nothing', async () => {
    const bench = await checked();
    const read = bench.desk.workbook.snapshot;
    let refused = 0;
    Object.assign(bench.desk.workbook, {
      snapshot: (options: Parameters<typeof read>[0]) => {
        refused += 1;
        return refused === 1 ? Promise.reject(new WorkbookError('cell-edit')) : read(options);
      },
    });
    bench.change({ sheet: 'Review', address: 'D5', source: 'user' });
    await waitFor(() => expect(bench.workbook.asked).toEqual([null, ['Review']]), { timeout: 5000 });
    expect(refused).toBe(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('the pane’s own writes do not set off a check of their own', async () => {
    const bench = await checked();
    bench.change({ sheet: 'Review', address: 'D6', source: 'self' });
    await act(() => new Promise((resolve) => setTimeout(resolve, 600)));
    expect(bench.workbook.asked).toEqual([null]);
  });
});

describe('decisions', () => {
  test('rules are stored with the workbook and followed', async () => {
    const bench = await checked();
    await press(bench, 'Rules');
    await bench.user.selectOptions(await screen.findByRole('combobox', { name: /Decimal places/ }), '0');
    expect(screen.getByText('86.125 is written as 86.')).toBeTruthy();
    await press(bench, 'Save and check again');
    await waitFor(() => expect(bench.desk.store.getState().checked?.policy.reading.roundingPlaces).toBe(0));
    expect(JSON.parse(bench.workbook.settings['rubric.policy'] ?? '{}').reading.roundingPlaces).toBe(0);
  });

  test('further marks that stand for a tick are stored', async () => {
    const bench = await checked();
    await press(bench, 'Rules');
    const marks = await screen.findByRole('textbox', { name: /Further marks/ });
    await bench.user.type(marks, '○、 * ○');
    expect(screen.getByText(/^○ \* in a checklist/)).toBeTruthy();
    await press(bench, 'Save and check again');
    await waitFor(() => expect(bench.desk.store.getState().checked?.policy.extraTicks).toEqual(['○', '*']));
  });

  test('a scale is only stored with numbers in it', async () => {
    const bench = await checked();
    await press(bench, 'Rules');
    const scales = await screen.findByRole('region', { name: /Grade of the total/ });
    await bench.user.click(within(scales).getByText('Add a row'));
    await bench.user.type(within(scales).getByRole('textbox', { name: 'Grade' }), 'A');
    await bench.user.type(within(scales).getByRole('textbox', { name: 'From' }), 'ninety');
    expect((screen.getByText('Save and check again') as HTMLButtonElement).disabled).toBe(true);
    await bench.user.clear(within(scales).getByRole('textbox', { name: 'From' }));
    await bench.user.type(within(scales).getByRole('textbox', { name: 'From' }), '90');
    await press(bench, 'Save and check again');
    await waitFor(() => expect(bench.desk.store.getState().checked?.policy.gradeScale).toEqual([{ tier: 'A', from: '90' }]));
  });

  test('an open reading is asked once, shows what a wording gives, and is remembered', async () => {
    const bench = await checked(openRows);
    bench.select('Review', 'D5');
    const own = await screen.findByRole('radio', { name: 'State it in your own words' });
    await bench.user.click(own);
    const words = screen.getByRole('textbox', { name: 'State it in your own words' });
    await bench.user.clear(words);
    await bench.user.type(words, '100 points, minus 5 points each time late');
    await press(bench, 'Use this reading');
    await waitFor(() =>
      expect(JSON.parse(bench.workbook.settings['rubric.answers'] ?? '{}')).toEqual({
        '100 points; minus 2 points for every 1% below 95%': '100 points, minus 5 points each time late',
      }),
    );
  });
});

describe('opening with a workbook', () => {
  const shellOf = (refuses = false): { shell: Partial<Shell>; calls: string[] } => {
    const calls: string[] = [];
    const startWithWorkbook = async (on: boolean): Promise<void> => {
      calls.push(`start ${on}`);
      if (refuses) throw new Error('not here');
    };
    return { calls, shell: { startWithWorkbook, showPane: async () => void calls.push('show') } };
  };

  test('is off, and stored with the workbook once it is switched on', async () => {
    const { shell, calls } = shellOf();
    const bench = await openPane(sheets, { shell });
    await press(bench, 'Check');
    await press(bench, 'Rules');
    const choice = (await screen.findByRole('switch', { name: 'Open this pane with this workbook' })) as HTMLInputElement;
    expect(choice.checked).toBe(false);
    await bench.user.click(choice);
    await waitFor(() => expect(choice.checked).toBe(true));
    expect(bench.workbook.settings['rubric.opening']).toBe('true');
    await bench.user.click(choice);
    await waitFor(() => expect(choice.checked).toBe(false));
    expect(bench.workbook.settings['rubric.opening']).toBeUndefined();
    expect(calls).toEqual(['start true', 'start false']);
  });

  test('is not offered where the host cannot, and says so where it refuses', async () => {
    const bench = await openPane(sheets, { shell: { startWithWorkbook: null } });
    await press(bench, 'Check');
    await press(bench, 'Rules');
    await screen.findByText('Save and check again');
    expect(screen.queryByRole('switch')).toBeNull();
    cleanup();
    const other = await openPane(sheets, { shell: shellOf(true).shell });
    await press(other, 'Check');
    await press(other, 'Rules');
    await other.user.click(await screen.findByRole('switch'));
    expect((await screen.findByRole('alert')).textContent).toContain('cannot open the pane together with a workbook');
    expect((screen.getByRole('switch') as HTMLInputElement).checked).toBe(false);
    expect(other.workbook.settings['rubric.opening']).toBeUndefined();
  });

  test('shows the pane with the forms checked where the workbook wants it, and does nothing where not', async () => {
    const { shell, calls } = shellOf();
    const bench = await openPane(sheets, { shell, screen: 'welcome' });
    await act(() => openWhereWanted(bench.desk));
    expect(calls).toEqual([]);
    await bench.workbook.writeSetting('rubric.opening', 'true');
    await act(() => openWhereWanted(bench.desk));
    expect(calls).toEqual(['show']);
    expect(await screen.findByText(/Monthly review/)).toBeTruthy();
  });
});

describe('the first run', () => {
  test('offers one action and can be skipped for good', async () => {
    const bench = await openPane(sheets, { screen: 'welcome' });
    await press(bench, 'Skip');
    expect(bench.desk.store.getState().screen).toBe('review');
    expect(bench.remembered.get('welcomeSeen')).toBe('yes');
  });

  test('checks at once where the user wants that', async () => {
    const bench = await openPane(sheets, { screen: 'welcome' });
    await press(bench, 'Check this workbook');
    expect(await screen.findByText(/Monthly review/)).toBeTruthy();
  });

  test('gives the sample a sheet of its own where none is empty', async () => {
    const bench = await openPane(sheets, { screen: 'welcome' });
    await press(bench, 'Insert a sample form');
    expect((await screen.findAllByText(/Review sample/)).length).toBeGreaterThan(0);
    const { grids } = await bench.workbook.snapshot();
    expect(grids.map(({ sheet }) => sheet)).toContain('Review sample');
    expect(
      grids
        .find(({ sheet }) => sheet === 'Review sample')
        ?.rows.get(1)
        ?.get(1)?.value,
    ).toBe('Customer service monthly review (sample)');
    expect(await cell(bench, 'A1')).toBe('Monthly review');
  });
});

describe('languages', () => {
  test('are switched in place and remembered', async () => {
    const bench = await checked();
    await bench.user.selectOptions(screen.getByRole('combobox', { name: 'Language of the pane' }), 'zh-TW');
    expect(await screen.findByRole('button', { name: '重新檢查' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('zh-TW');
    expect(bench.remembered.get('language')).toBe('zh-TW');
  });

  const screens: readonly Screen[] = ['welcome', 'review', 'form', 'fill', 'pictures', 'policies'];

  test.each(languages)('no screen shows a code instead of a text in %s', async (language) => {
    const bench = await openPane({ Review: wrongRows }, { language });
    await bench.user.click(screen.getByRole('button', { name: resources[language]['action.check'] as string }));
    await screen.findByText(/Monthly review/);
    act(() => bench.desk.store.setState({ openForm: 'Review!A1:D6' }));
    for (const one of screens) {
      await act(async () => bench.desk.store.setState({ screen: one }));
      const main = await screen.findByRole('main');
      await waitFor(() => expect(main.textContent).not.toBe(''));
      expect(main.textContent).not.toMatch(/\b(pane|policy|finding|advice|fix|write|rater|error)\.[a-z]/);
    }
  });
});

describe('accessibility', () => {
  const findViolations = async (): Promise<string[]> => {
    // jsdom does not lay out: contrast is looked at in the browser.
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  };

  test.each(['welcome', 'review', 'form', 'fill', 'pictures', 'policies'] as const)('axe finds nothing on the %s screen', async (one) => {
    const bench = await checked(openRows);
    await press(bench, /Fill all/);
    await waitFor(() => expect(bench.desk.store.getState().preview).not.toBeNull());
    bench.select('Review', 'D5');
    await act(async () => bench.desk.store.setState({ screen: one, openForm: 'Review!A1:D6' }));
    await waitFor(() => expect(screen.getByRole('main').textContent).not.toBe(''));
    document.querySelectorAll('details').forEach((details) => details.setAttribute('open', ''));
    expect(await findViolations()).toEqual([]);
  });

  test('results are told to screen readers', async () => {
    await checked();
    expect(screen.getAllByRole('status').some(({ textContent }) => textContent?.startsWith('Check finished.'))).toBe(true);
  });
});
