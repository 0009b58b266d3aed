/** Transport T2: the postMessage envelopes between a task-pane frame and Excel on the web (HOST-PROTOCOL: section 6). */
import type { Host, TextChannel, XdmContext, XdmSession } from './contract';
import { eventType } from './eventRegistry';
import type { EventEntry } from './messages';

interface Envelope {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

interface DdaCall {
  readonly DdaMethod?: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] };
  readonly [index: number]: unknown;
}

/** Excel's number among the Office applications in the app context. */
const excelApp = 16;
const ok = { Version: 1, Error: 0 };
const notSupported = { Version: 1, Error: 5000 };

const appContext = (host: Host, context: XdmContext) => ({
  _id: context.conversationId,
  _appName: excelApp,
  _appVersion: 16,
  _appMinorVersion: 1,
  _hostFullVersion: '16.0.17928.20114',
  _appUILocale: context.uiLanguage,
  _dataLocale: context.dataLanguage ?? host.culture,
  _docUrl: context.documentUrl ?? host.model.name,
  _clientMode: 1,
  _settings: Object.entries(host.model.extras.settings),
  _reason: 'documentOpened',
  _osfControlType: 1,
  _eToken: '',
  _correlationId: context.conversationId,
  _appInstanceId: context.conversationId,
  _requirementMatrix: JSON.stringify(host.requirementSets),
  _dialogRequirementMatrix: '{}',
  _initialDisplayMode: context.visible === false ? 1 : 2,
  _appDomains: [],
  _featureGates: {},
  _addinName: 'Rubric',
});

type Call = (data: DdaCall, host: Host) => unknown;

const richApi: Call = async ({ ArrayData = [] }, host) => ({
  ...ok,
  Data: [200, [], await host.carry(String(ArrayData[4]), Number(ArrayData[6] ?? 0))],
});

const saveSettings: Call = ({ DdaSettingsMethod }, host) => {
  const { extras } = host.model;
  extras.settings = Object.fromEntries((DdaSettingsMethod?.Properties ?? []).map(([key, json]) => [key, json]));
  return ok;
};

const refreshSettings: Call = (_data, host) => ({
  ...ok,
  Properties: { Settings: Object.entries(host.model.extras.settings).map(([Name, Value]) => ({ Name, Value })) },
});

/** executeMethod by its dispatch id. */
const dispatched: Readonly<Record<number, Call>> = { 93: richApi, 76: saveSettings, 75: refreshSettings };
const commandCompleted = 94;
const commandEvent = 'appCommandInvoked';

const asArray = ({ messageCategory, messageType, targetId, message, id, isRemoteOverride }: EventEntry) => [
  messageCategory,
  messageType,
  targetId,
  message,
  id,
  isRemoteOverride ?? false,
];

const isEnvelope = (value: unknown): value is Envelope =>
  typeof value === 'object' && value !== null && (value as Envelope)._messageType === 0;

const parse = (text: string): Envelope | null => {
  try {
    const value: unknown = JSON.parse(text);
    return isEnvelope(value) ? value : null;
  } catch {
    return null;
  }
};

/** Connects a pane's frame to the host. Texts that are none of its envelopes are left alone. */
export const attachXdm = (channel: TextChannel, host: Host, context: XdmContext): XdmSession => {
  const listening = new Set<string>();
  const commands = new Map<string, (outcome: { status: number }) => void>();
  const early: unknown[] = [];
  let lastCommand = 0;
  let markReady = (): void => undefined;
  const ready = new Promise<void>((resolve) => (markReady = resolve));

  const send = (fields: Record<string, unknown>) =>
    channel.post(
      JSON.stringify({
        _messageType: 1,
        _conversationId: context.conversationId,
        _correlationId: 0,
        _origin: context.hostOrigin,
        _errorCode: 0,
        _serializerVersion: 1,
        ...fields,
      }),
    );

  const tell = (name: string, data: unknown) => {
    if (listening.has(name)) send({ _responseType: 1, _actionName: name, _data: data });
  };

  const finishCommand = (data: DdaCall) => {
    const id = String(data[0]);
    commands.get(id)?.({ status: Number(data[1] ?? 0) });
    commands.delete(id);
    return ok;
  };

  const execute = (data: DdaCall): unknown => {
    const id = data.DdaMethod?.DispatchId ?? 0;
    if (id === commandCompleted) return finishCommand(data);
    return dispatched[id]?.(data, host) ?? notSupported;
  };

  const listen = (name: string, on: boolean): unknown => {
    if (on) listening.add(name);
    else listening.delete(name);
    // A button may be pressed while the page is still loading: its command waits.
    if (on && name === commandEvent) setTimeout(() => early.splice(0).forEach((data) => tell(commandEvent, data)), 0);
    if (on && name === 'richApiMessage') markReady();
    return ok;
  };

  const actions: Readonly<Record<string, (data: unknown) => unknown>> = {
    ContextActivationManager_getAppContextAsync: () => appContext(host, context),
    ContextActivationManager_notifyHost: () => null,
    executeMethod: (data) => execute(data as DdaCall),
  };

  const answerTo = ({ _actionType, _actionName, _data }: Envelope): unknown => {
    if (_actionType === 0) return actions[_actionName] ? actions[_actionName](_data) : notSupported;
    return listen(_actionName, _actionType === 1);
  };

  const stopMessages = channel.onMessage((text) => {
    const envelope = parse(text);
    if (!envelope || envelope._conversationId !== context.conversationId) return;
    void Promise.resolve(answerTo(envelope)).then((data) =>
      send({ _responseType: 0, _actionName: envelope._actionName, _correlationId: envelope._correlationId, _data: data }),
    );
  });

  const stopEvents = host.onEvent((entries) => {
    const plain = entries.filter(({ messageType }) => messageType !== eventType.selectionV1);
    if (plain.length < entries.length) tell('documentSelectionChanged', {});
    if (plain.length > 0) tell('richApiMessage', { ArrayData: plain.map(asArray) });
  });

  return {
    ready,
    invokeCommand: (functionName, controlId = functionName) => {
      lastCommand += 1;
      const id = `command-${lastCommand}`;
      const data = { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: controlId } }) };
      if (listening.has(commandEvent)) tell(commandEvent, data);
      else early.push(data);
      return new Promise((resolve) => commands.set(id, resolve));
    },
    detach: () => {
      stopMessages();
      stopEvents();
      commands.forEach((done) => done({ status: -1 }));
      commands.clear();
    },
  };
};
