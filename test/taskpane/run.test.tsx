import { applyWrites } from '../../src/taskpane/desk/fill';
import { run } from '../../src/taskpane/desk/run';
import type { CellWrite } from '../../src/review/types';
import type { Desk } from '../../src/taskpane/desk/desk';
import { createPaneStore } from '../../src/taskpane/store';

/** Work that ends when it is told to. */
function held() {
  let end = (): void => undefined;
  const until = new Promise<void>((resolve) => (end = resolve));
  return { end: () => end(), work: async () => until.then(() => 'done') };
}

function emptyDesk(): Desk {
  const store = createPaneStore({ language: 'en', texts: {}, dark: false, screen: 'review' });
  return { store, current: { abort: null, ended: Promise.resolve() } } as unknown as Desk;
}

const write: CellWrite = {
  sheet: 'S',
  cell: 'A1',
  before: { value: null, formula: null },
  after: { kind: 'value', value: 1 },
  reason: { code: 'fix', details: {} },
};

describe('one piece of work at a time', () => {
  test('what is asked meanwhile waits its turn', async () => {
    const desk = emptyDesk();
    const first = held();
    const order: string[] = [];
    const rechecked = run(desk, 'rechecking', first.work).then((result) => order.push(`recheck ${result}`));
    const planned = run(desk, 'planning', async () => 'planned').then((result) => order.push(String(result)));
    expect(desk.store.getState().phase).toBe('rechecking');
    first.end();
    await Promise.all([rechecked, planned]);
    expect(order).toEqual(['recheck done', 'planned']);
    expect(desk.store.getState().phase).toBe('idle');
  });

  test('the same work pressed twice is done once', async () => {
    const desk = emptyDesk();
    const first = held();
    const one = run(desk, 'checking', first.work);
    await expect(run(desk, 'checking', async () => 'again')).resolves.toBeNull();
    first.end();
    await expect(one).resolves.toBe('done');
  });

  test('a fill that was decided on before other work ended is not made', async () => {
    const desk = emptyDesk();
    const first = held();
    const one = run(desk, 'rechecking', first.work);
    await expect(run(desk, 'filling', async () => 'filled')).resolves.toBeNull();
    await applyWrites(desk, [write]);
    expect(desk.store.getState().notice?.code).toBe('pane.notice.writeLater');
    first.end();
    await one;
  });

  test('taking a fill back waits for a re-check and is then done', async () => {
    const desk = emptyDesk();
    const first = held();
    const one = run(desk, 'rechecking', first.work);
    const undone = run(desk, 'undoing', async () => 'undone');
    first.end();
    await one;
    await expect(undone).resolves.toBe('undone');
  });

  test('work that fails lets the next one begin', async () => {
    const desk = emptyDesk();
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const failing = run(desk, 'checking', () => Promise.reject(new Error('lost')));
    const next = run(desk, 'planning', async () => 'planned');
    await expect(failing).resolves.toBeNull();
    await expect(next).resolves.toBe('planned');
  });
});
