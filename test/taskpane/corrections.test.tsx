/** A user puts right how a form was recognised, by mouse and by keyboard, and takes it back. */
import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { openPane, press, reviewRows, type Bench } from './bench';
import type { Rows } from '../actions/memoryWorkbook';

jest.setTimeout(60_000);

/** Too little speaks for it to act upon, enough to ask. */
const doubtful: Rows = [
  ['内容', '权重', '结果'],
  ['搬运', 3, null],
  ['清扫', 8, null],
];

async function checked(rows: Rows): Promise<Bench> {
  const bench = await openPane({ Review: rows });
  await press(bench, 'Check');
  await screen.findByRole('list', { name: 'Forms' });
  return bench;
}

const forms = () => screen.queryAllByRole('button', { name: /^Review!/ });
const said = async ({ workbook }: Bench): Promise<unknown> => JSON.parse((await workbook.readSettings())['rubric.corrections'] ?? 'null');

const faults = async (): Promise<string[]> => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 120)}`));
};

describe('a table that may be no form', () => {
  test('is asked about, and no total of it is offered', async () => {
    const bench = await checked(doubtful);
    const question = screen.getByRole('group', { name: /Is it one/ });
    expect(screen.getByRole('list', { name: 'Forms' }).textContent).toContain('To be confirmed');
    expect(await faults()).toEqual([]);
    await bench.user.click(within(question).getByRole('button', { name: 'Yes, a form' }));
    await waitFor(() => expect(screen.queryByRole('group', { name: /Is it one/ })).toBeNull());
    expect(forms()).toHaveLength(1);
    expect(await said(bench)).toEqual({ Review: { isAForm: ['A1:C3'] } });
  });

  test('is left alone from a no on, until that is taken back', async () => {
    const bench = await checked(doubtful);
    await press(bench, 'No');
    await screen.findByRole('heading', { name: 'No review form found' });
    const undo = await screen.findByRole('button', { name: 'Undo correction' });
    // The question is gone with its button: the keyboard goes on at the way back.
    await waitFor(() => expect(document.activeElement).toBe(undo));
    await bench.user.keyboard('{Enter}');
    await screen.findByRole('group', { name: /Is it one/ });
    expect(await said(bench)).toBeNull();
  });
});

describe('a form', () => {
  test('is called none by its menu, with the keyboard alone; forgotten, it is one again', async () => {
    const bench = await checked(reviewRows);
    screen.getByRole('button', { name: 'Not recognised correctly?', description: /^Monthly review/ }).focus();
    await bench.user.keyboard('{Enter}{Tab}');
    expect(await faults()).toEqual([]);
    await bench.user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: 'No review form found' });
    await bench.user.click(screen.getByText('Your corrections (1)'));
    await press(bench, 'Forget: A1:D6 of “Review” is not a form');
    await waitFor(() => expect(forms()).toHaveLength(1));
    expect(screen.queryByText(/^Your corrections/)).toBeNull();
  });

  test('keeps its menu closed again after Escape, the keyboard on its button', async () => {
    const bench = await checked(reviewRows);
    const menu = screen.getByRole('button', { name: 'Not recognised correctly?' });
    await bench.user.click(menu);
    await bench.user.tab();
    await bench.user.keyboard('{Escape}');
    expect(menu.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(menu);
  });

  test('has a column put right from its menu on: what the column held is read so at once', async () => {
    const bench = await checked(reviewRows);
    await bench.user.click(screen.getByRole('button', { name: 'Not recognised correctly?' }));
    await press(bench, 'Correct columns or header…');
    const title = await screen.findByText('Not recognised correctly?', { selector: 'summary' });
    expect(document.activeElement).toBe(title);
    await bench.user.selectOptions(screen.getByRole('combobox', { name: 'Column' }), 'D');
    const role = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'This column is' });
    expect(role().value).toBe('score');
    expect(await faults()).toEqual([]);
    await bench.user.selectOptions(role(), 'remark');
    await press(bench, 'Remember: Correct a column');
    await screen.findByText(/^Correction remembered/, { selector: 'main *' });
    expect(await said(bench)).toEqual({ Review: { columnRoles: { D: 'remark' } } });
    expect(bench.desk.store.getState().checked?.assessments.flatMap(({ form }) => form.scores)).toEqual([]);
    await press(bench, 'Undo correction');
    await waitFor(async () => expect(await said(bench)).toBeNull());
  });

  test('has its header put right and stays open', async () => {
    const rows: Rows = [
      ['Monthly review'],
      ['Indicator', 'Weight', 'Scoring criteria', 'Score'],
      ['What', 'How much', 'How', 'Points'],
      ...reviewRows.slice(3),
    ];
    const bench = await checked(rows);
    await press(bench, /^Monthly review/);
    await bench.user.click(await screen.findByText('Not recognised correctly?'));
    await bench.user.selectOptions(screen.getByRole('combobox', { name: 'The header is in row' }), '3');
    await press(bench, 'Remember: Correct the header row');
    await waitFor(() => expect(bench.desk.store.getState().checked?.assessments[0]?.form.headerRow).toBe(3));
    expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();
  });
});
