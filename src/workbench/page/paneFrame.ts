import type { TextChannel } from '../host/contract';
import { frameMessage, paneOrigin, type FrameMessage } from './frameMessage';

/** A frame with the add-in's page in it, and the texts that office.js there sends and receives. */
export interface PaneFrame {
  readonly element: HTMLIFrameElement;
  readonly channel: TextChannel;
  readonly conversationId: string;
}

// 3 = shared runtime (1) with custom functions (2); `disableLogging` keeps office.js from asking for telemetry scripts.
function frameName(conversationId: string, language: string): string {
  const hostInfo = `Excel|Web|16.01|${language}|${conversationId}||disableLogging|3`;
  const xdmInfo = `${conversationId}|pane|${paneOrigin}`;
  return JSON.stringify({ baseFrameName: '_xdm_frame1', hostInfo, xdmInfo, serializerVersion: '1', appContext: null, flights: '[]' });
}

function channelTo(element: HTMLIFrameElement): TextChannel {
  return {
    post: (text) => element.contentWindow?.postMessage({ rubric: frameMessage, text } satisfies FrameMessage, location.origin),
    onMessage: (listener) => {
      const receive = (event: MessageEvent) => {
        const message = event.data as Partial<FrameMessage> | null;
        if (event.source === element.contentWindow && message?.rubric === frameMessage) listener(message.text ?? '');
      };
      window.addEventListener('message', receive);
      return () => window.removeEventListener('message', receive);
    },
  };
}

/**
 * Makes the frame for a pane's page, not yet in the document: attach the host to its channel first, then insert it, so that no message
 * is missed. The name carries what office.js needs to know and must stand before insertion.
 */
export function paneFrame(path: string, language: string, title: string): PaneFrame {
  const conversationId = crypto.randomUUID();
  const element = document.createElement('iframe');
  element.name = frameName(conversationId, language);
  element.title = title;
  element.src = path;
  return { element, channel: channelTo(element), conversationId };
}
