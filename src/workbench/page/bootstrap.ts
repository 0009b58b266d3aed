/**
 * Runs in the add-in's frame before office.js. office.js accepts only an https parent on its own host name; over plain http on this
 * machine it is given a parent that hands its texts to the workbench, and the workbench's answers come as if from that https origin
 * (HOST-PROTOCOL, "Over plain http"). The library, its messages and the product's page are the real ones.
 */
import { frameMessage, paneOrigin, type FrameMessage } from './frameMessage';

const workbench = window.parent;

function toWorkbench(text: unknown): void {
  workbench.postMessage({ rubric: frameMessage, text: String(text) } satisfies FrameMessage, location.origin);
}

function toOffice(event: MessageEvent): void {
  const message = event.data as Partial<FrameMessage> | null;
  if (event.source !== workbench || message?.rubric !== frameMessage) return;
  event.stopImmediatePropagation();
  window.dispatchEvent(new MessageEvent('message', { data: message.text, origin: paneOrigin }));
}

if (workbench !== window) {
  Object.defineProperty(window, 'parent', { value: { postMessage: toWorkbench }, configurable: true });
  window.addEventListener('message', toOffice, true);
}
