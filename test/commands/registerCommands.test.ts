import { registerCommands, type CommandDesk } from '../../src/commands/registerCommands';

type Command = (event: { completed: () => void }) => Promise<void>;

/** Office with the two things that commands use; `shown` counts how often the pane came to the front. */
function fakeOffice(showAsTaskpane: () => Promise<void>): Map<string, Command> {
  const commands = new Map<string, Command>();
  const associate = (name: string, command: Command): void => void commands.set(name, command);
  Object.assign(globalThis, { Office: { actions: { associate }, addin: { showAsTaskpane } } });
  return commands;
}

function press(commands: Map<string, Command>, name: string): { done: Promise<void>; completed: jest.Mock } {
  const completed = jest.fn();
  return { done: (commands.get(name) as Command)({ completed }), completed };
}

const order: string[] = [];
const desk: CommandDesk = {
  check: async () => void order.push('check'),
  previewFill: async () => void order.push('fill'),
  insertTemplate: async () => void order.push('insert'),
  explainCell: async () => void order.push('explain'),
};

beforeEach(() => void order.splice(0));
afterAll(() => void Reflect.deleteProperty(globalThis, 'Office'));

test.each([
  ['check', ['show', 'check']],
  ['fill', ['show', 'fill']],
  ['insertTemplate', ['show', 'insert']],
  ['explainCell', ['show', 'explain']],
  ['openPane', ['show']],
])('%s shows the pane, does its work and says that it is done', async (name, steps) => {
  const commands = fakeOffice(async () => void order.push('show'));
  registerCommands(desk);
  const { done, completed } = press(commands, name);
  await done;
  expect(order).toEqual(steps);
  expect(completed).toHaveBeenCalledTimes(1);
});

test('every command of the manifest is there', async () => {
  const commands = fakeOffice(async () => undefined);
  registerCommands(desk);
  expect([...commands.keys()].sort()).toEqual(['check', 'explainCell', 'fill', 'insertTemplate', 'openPane']);
});

test('a host that cannot show the pane still does the work', async () => {
  const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const commands = fakeOffice(() => Promise.reject(new Error('not here')));
  registerCommands(desk);
  const { done, completed } = press(commands, 'check');
  await done;
  expect(order).toEqual(['check']);
  expect(completed).toHaveBeenCalledTimes(1);
  logged.mockRestore();
});

test('a command that fails is still told to be done', async () => {
  const commands = fakeOffice(async () => undefined);
  registerCommands({ ...desk, check: () => Promise.reject(new Error('broken')) });
  const { done, completed } = press(commands, 'check');
  await expect(done).rejects.toThrow('broken');
  expect(completed).toHaveBeenCalledTimes(1);
});
