import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import type { Replacement, Sending } from '../../src/actions';
import { languages } from '../../src/locale';
import { openPane, press, type Bench } from './bench';

jest.setTimeout(60_000);

const replacement = (sheet: string, cell: string, kind: Replacement['kind']): Replacement => {
  const before = { value: 85, formula: `=RUBRIC_MEAN(${cell}:${cell})` };
  const value = { sheet, cell, before, after: { kind: 'value', value: 85 }, reason: { code: 'send.value', details: {} } } as const;
  const native = {
    ...value,
    after: { kind: 'formula', formula: '=AVERAGE(A1:A2)', value: 85 },
    reason: { code: 'send.native', details: {} },
  } as const;
  return {
    sheet,
    cell,
    area: cell,
    kind,
    visibility: sheet === 'Secret' ? 'hidden' : 'visible',
    writes: [kind === 'native' ? native : value],
    values: [value],
  };
};

const sending: Sending = {
  replacements: [replacement('One', 'B1', 'native'), replacement('One', 'B2', 'value'), replacement('Secret', 'C3', 'native')],
  left: [{ sheet: 'One', cell: 'B9', formula: '=RUBRIC_GRADE(A9)', code: 'error', shown: '#VALUE!' }],
  names: [{ name: 'total', formula: '=RUBRIC_MEAN(One!$A$1:$A$2)' }],
  protectedSheets: ['Secret'],
  skipped: [],
  readOnly: false,
};

/** A pane whose workbook was looked at already; the freeze itself is tested against a real engine in test/host. */
async function previewed(language: (typeof languages)[number] = 'en'): Promise<Bench> {
  const bench = await openPane({ One: [[80], [90]], Secret: [[1]] }, { screen: 'send', language });
  act(() => bench.desk.store.setState({ sendPreview: { sending, except: new Set() } }));
  await screen.findByRole('heading', { level: 1 });
  return bench;
}

describe('prepare to send', () => {
  test('says that a workbook without RUBRIC formulas can be sent as it is', async () => {
    const bench = await openPane({ One: [[80]] }, { screen: 'send' });
    await press(bench, 'Look for RUBRIC formulas');
    expect(await screen.findByRole('heading', { name: 'Nothing to replace' })).toBeTruthy();
  });

  test('shows each formula with what takes its place and why, hidden sheets too', async () => {
    await previewed();
    const list = screen.getAllByRole('list')[0] as HTMLElement;
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(list.textContent).toContain('=RUBRIC_MEAN(B1:B1)');
    expect(list.textContent).toContain('=AVERAGE(A1:A2)');
    expect(list.textContent).toContain('Secret!C3 (hidden sheet)');
    expect(screen.getByText('3 of 3 formulas: 2 as Excel formulas, 1 as values')).toBeTruthy();
  });

  test('tells of protected sheets, names, and formulas that stay', async () => {
    const bench = await previewed();
    expect(screen.getByText(/These sheets are protected: Secret/)).toBeTruthy();
    expect(screen.getByText(/Shows #VALUE!/)).toBeTruthy();
    expect(screen.getByText('total')).toBeTruthy();
    await press(bench, 'Leave them out');
    expect(screen.queryByText(/These sheets are protected/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Replace (2)' })).toBeTruthy();
  });

  test('leaves single formulas out, and all', async () => {
    const bench = await previewed();
    await bench.user.click(screen.getByRole('checkbox', { name: 'Replace One!B2' }));
    expect(screen.getByRole('button', { name: 'Replace (2)' })).toBeTruthy();
    await press(bench, 'Include all');
    await press(bench, 'Leave all out');
    expect(screen.getByRole('button', { name: 'Replace (0)' })).toHaveProperty('disabled', true);
  });

  test('hands what is in to the action, reports what was done, and puts it back', async () => {
    const bench = await previewed();
    const asked: (readonly string[])[] = [];
    const undone: string[] = [];
    const desk = bench.desk as { actions: typeof bench.desk.actions };
    desk.actions = {
      ...bench.desk.actions,
      freeze: {
        id: 'freeze',
        icon: '',
        perform: async (_context, { except }) => {
          asked.push([...except]);
          const replaced = sending.replacements.filter(({ cell }) => cell !== 'B2');
          return {
            receipt: { id: 'one', writes: [] },
            replaced,
            turned: ['One!B1'],
            different: [],
            kept: ['One!B2'],
            left: sending.left,
            names: [],
          };
        },
      },
      undo: { id: 'undo', icon: '', perform: async (_context, { id }) => void undone.push(id) },
    };
    await bench.user.click(screen.getByRole('checkbox', { name: 'Replace One!B2' }));
    await press(bench, 'Replace (2)');
    expect(await screen.findByRole('heading', { name: 'Replaced, but not all' })).toBeTruthy();
    expect(asked).toEqual([['One!B2']]);
    expect(screen.getByText(/RUBRIC formulas that are still there: 2/)).toBeTruthy();
    expect(screen.getByText(/calculated something else from the formula: One!B1/)).toBeTruthy();
    await press(bench, 'Put the formulas back');
    await waitFor(() => expect(undone).toEqual(['one']));
    expect(await screen.findByRole('button', { name: 'Look for RUBRIC formulas' })).toBeTruthy();
  });

  test.each(languages)('is without faults of accessibility and without texts that are missing, %s', async (language) => {
    await previewed(language);
    expect(document.body.textContent).not.toMatch(/send\.[a-z]/);
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
});
