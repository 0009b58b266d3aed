/** Whether a key press is the shortcut `keys`, such as `Ctrl+Alt+Shift+K`. Letters go by their place on the keyboard: Alt changes what they type. */
export function isPressed(keys: string, event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'code'>): boolean {
  const wanted = new Set(keys.toLowerCase().split('+'));
  const held = { ctrl: event.ctrlKey, command: event.metaKey, alt: event.altKey, shift: event.shiftKey };
  const key = keys.split('+').at(-1)?.toUpperCase() ?? '';
  return Object.entries(held).every(([name, down]) => wanted.has(name) === down) && event.code === `Key${key}`;
}
