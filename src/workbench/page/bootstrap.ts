/**
 * Runs in the add-in's frame before office.js. office.js accepts only an https parent on its own host name; over plain http on this
 * machine it is given a parent that hands its texts to the workbench, and the workbench's answers come as if from that https origin
 * (HOST-PROTOCOL, "Over plain http"). The library, its messages and the product's page are the real ones.
 */
import { frameMessage, paneOrigin, type FrameMessage } from './frameMessage';

const workbench = window.parent as Window & typeof globalThis;

function toWorkbench(text: unknown): void {
  workbench.postMessage({ rubric: frameMessage, text: String(text) } satisfies FrameMessage, location.origin);
}

function toOffice(event: MessageEvent): void {
  const message = event.data as Partial<FrameMessage> | null;
  if (event.source !== workbench || message?.rubric !== frameMessage) return;
  event.stopImmediatePropagation();
  window.dispatchEvent(new MessageEvent('message', { data: message.text, origin: paneOrigin }));
}

/** The workbench's theme stands on the frame's element; the pane asks for it as every page does, by this media query. */
const darkQuery = /prefers-color-scheme:\s*dark/;

function themeQuery(frame: HTMLElement, media: string): MediaQueryList {
  const query = Object.assign(new EventTarget(), { media, onchange: null, addListener: () => undefined, removeListener: () => undefined });
  Object.defineProperty(query, 'matches', { get: () => frame.dataset.theme === 'dark' });
  const tell = () => query.dispatchEvent(Object.assign(new Event('change'), { media, matches: frame.dataset.theme === 'dark' }));
  new MutationObserver(tell).observe(frame, { attributeFilter: ['data-theme'] });
  return query as unknown as MediaQueryList;
}

function followTheme(frame: Element | null): void {
  if (!(frame instanceof workbench.window.HTMLElement)) return;
  const asked = window.matchMedia.bind(window);
  window.matchMedia = (media) => (darkQuery.test(media) ? themeQuery(frame, media) : asked(media));
}

if (workbench !== window) {
  followTheme(window.frameElement);
  Object.defineProperty(window, 'parent', { value: { postMessage: toWorkbench }, configurable: true });
  window.addEventListener('message', toOffice, true);
}
