/** A pane on a workbook in memory, with the real actions: what the user sees, and ways to play Excel. */
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as actions from '../../src/actions';
import { parseAddress } from '../../src/form/address';
import { cellAt } from '../../src/form/grid';
import { resources, type LanguageTag } from '../../src/locale';
import { App } from '../../src/taskpane/App';
import type { Desk, Shell } from '../../src/taskpane/desk/desk';
import { watchWorkbook } from '../../src/taskpane/desk/watchWorkbook';
import { createPaneStore, type Screen } from '../../src/taskpane/store';
import type { ChangeEvent, LiveCell, WatchableWorkbook } from '../../src/workbook/port';
import { memoryWorkbook, type MemoryWorkbook, type Rows } from '../actions/memoryWorkbook';

interface Place {
  readonly sheet: string;
  readonly address: string;
}

export interface Bench {
  readonly desk: Desk;
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly workbook: ReturnType<typeof memoryWorkbook>;
  readonly remembered: Map<string, string>;
  /** How often Excel was told to calculate everything anew. */
  readonly recalculated: { readonly count: number };
  /** Excel says that a cell was selected. */
  select(sheet: string, address: string): void;
  /** Excel says that a cell was changed. */
  change(event: ChangeEvent): void;
}

interface BenchOptions {
  readonly language?: LanguageTag;
  readonly screen?: Screen;
  readonly dark?: boolean;
  /** What the page around the pane does otherwise. */
  readonly shell?: Partial<Shell>;
  /** Members of the workbook that behave otherwise. */
  readonly workbook?: Partial<WatchableWorkbook>;
}

/** Renders the pane over these sheets. */
export async function openPane(sheets: Readonly<Record<string, Rows>>, options: BenchOptions = {}): Promise<Bench> {
  const language = options.language ?? 'en';
  const memory = memoryWorkbook(sheets);
  const listeners: { change?: (event: ChangeEvent) => void; select?: (place: Place) => void; selected?: Place } = {};
  const recalculated = { count: 0 };
  const remembered = new Map<string, string>();
  const workbook: WatchableWorkbook = {
    ...memory,
    onChanged: async (listener) => {
      listeners.change = listener;
      return async () => undefined;
    },
    addSheet: async (name) => {
      memory.add(name);
      return name;
    },
    readAreas: (areas) => readAreas(memory, areas),
    selected: async () => listeners.selected ?? { sheet: Object.keys(sheets)[0] ?? '', address: 'A1' },
    recalculate: async () => void (recalculated.count += 1),
    onSelected: async (listener) => {
      listeners.select = listener;
      return async () => undefined;
    },
    ...options.workbook,
  };
  const desk: Desk = {
    store: createPaneStore({ language, texts: resources[language], dark: options.dark ?? false, screen: options.screen ?? 'review' }),
    workbook,
    actions,
    shell: {
      loadTexts: async (tag) => resources[tag],
      remember: (key, value) => void remembered.set(key, value),
      recall: (key) => remembered.get(key) ?? null,
      showPane: async () => undefined,
      startWithWorkbook: async () => undefined,
      ...options.shell,
    },
    current: { abort: null, ended: Promise.resolve() },
  };
  render(<App desk={desk} />);
  await act(async () => void (await watchWorkbook(desk)));
  return {
    desk,
    user: userEvent.setup(),
    workbook: memory,
    remembered,
    recalculated,
    select: (sheet, address) => {
      listeners.selected = { sheet, address };
      act(() => listeners.select?.({ sheet, address }));
    },
    change: (event) => act(() => listeners.change?.(event)),
  };
}

async function readAreas(workbook: MemoryWorkbook, areas: readonly { sheet: string; address: string }[]): Promise<LiveCell[][][]> {
  const { grids } = await workbook.snapshot();
  return areas.map(({ sheet, address }) => {
    const grid = grids.find((one) => one.sheet === sheet);
    const [first = null, last = first] = address.split(':').map((corner) => parseAddress(corner));
    if (!grid || !first || !last) return [];
    return Array.from({ length: last.row - first.row + 1 }, (_r, down) =>
      Array.from({ length: last.column - first.column + 1 }, (_c, across) => {
        const cell = cellAt(grid, first.row + down, first.column + across);
        return { value: cell?.value ?? null, formula: cell?.formula ?? null };
      }),
    );
  });
}

/** A small form with a wrong entry (102 under 90-100), a shared boundary and a total to fill. */
export const reviewRows: Rows = [
  ['Monthly review', null, null, null],
  ['Name:', 'Kim Lee', null, null],
  ['Indicator', 'Weight', 'Scoring criteria', 'Score'],
  ['Satisfaction', '60%', '90-100 Excellent, 80-89 Good, 60-79 Fair, below 60 Poor', 92],
  ['Attendance', '40%', '90-100 Excellent, 80-89 Good, 60-79 Fair, below 60 Poor', 85],
  ['Total', null, null, null],
];

/** Presses the button or link of that name. */
export async function press({ user }: Bench, name: string | RegExp): Promise<void> {
  await user.click(await screen.findByRole('button', { name }));
}
