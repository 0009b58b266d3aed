import { isPressed } from '../../src/workbench/page/shortcut';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const all = { ctrlKey: true, metaKey: false, altKey: true, shiftKey: true };

it.each([
  ['the keys it names', { ...all, code: 'KeyK' }, true],
  ['another letter', { ...all, code: 'KeyL' }, false],
  ['a key too few', { ...all, altKey: false, code: 'KeyK' }, false],
  ['a key too many', { ...all, metaKey: true, code: 'KeyK' }, false],
  ['the letter alone', { ...none, code: 'KeyK' }, false],
])('knows %s', (_, event, pressed) => {
  expect(isPressed('Ctrl+Alt+Shift+K', event)).toBe(pressed);
});

it('knows the command key of a Mac', () => {
  expect(isPressed('Command+Shift+K', { ...none, metaKey: true, shiftKey: true, code: 'KeyK' })).toBe(true);
});
