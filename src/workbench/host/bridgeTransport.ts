/** Transport T1: office.js's HostBridge, for Node. Messages are JSON texts, no DOM is needed (HOST-PROTOCOL: section 5). */
import type { Host } from './contract';

/** What office.js finds as `_richApiNativeBridge`. */
export interface HostBridge {
  sendMessageToHost(text: string): void;
  /** Set by office.js. */
  onMessageFromHost?: (text: string) => void;
}

const request = 1;
const response = 2;
const event = 3;

interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly flags?: number;
  readonly message: { readonly url: string; readonly body: unknown };
}

/** Makes the bridge object for one library instance. Returns it with the way to end it. */
export const createBridge = (host: Host): { readonly bridge: HostBridge; detach(): void } => {
  const bridge: HostBridge = {
    sendMessageToHost: (text) => {
      const { id, type, flags, message } = JSON.parse(text) as BridgeMessage;
      if (type !== request) return;
      const body = typeof message.body === 'string' ? message.body : JSON.stringify(message.body);
      void host.carry(body, flags).then((answer) => post({ id, type: response, message: { statusCode: 200, headers: {}, body: answer } }));
    },
  };
  const post = (message: unknown) => bridge.onMessageFromHost?.(JSON.stringify(message));
  const detach = host.onEvent((entries) => post({ type: event, message: { entries } }));
  return { bridge, detach };
};
