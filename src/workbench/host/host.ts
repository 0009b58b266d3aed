/** The host: the workbook model on one side, the messages of office.js on the other. */
import type { ModelEvent, WorkbookModel } from '../model/workbookModel';
import type { Faults, Host, HostOptions, ShellRequest } from './contract';
import { makeFunctionCalls } from './customFunctions';
import { eventType, makeEntry, makeEventRegistry } from './eventRegistry';
import { HostError } from './hostError';
import type { HostContext } from './hostObject';
import type { EventEntry, RequestBody, ResponseBody } from './messages';
import { requestFlag } from './messages';
import { runBatch } from './processQuery';
import { makeReferences } from './references';
import { defaultRequirementSets } from './requirementSets';

/** Excel on the web carries requests and responses of up to 5 MB. */
const webPayloadLimit = 5 * 1024 * 1024;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const failed = (error: HostError): ResponseBody => ({
  Error: { Code: error.code, Message: error.message, Location: '', ActionIndex: 0, HttpStatusCode: error.status },
  ProcessedResults: { Results: [] },
  TraceIds: [],
});

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A set of listeners. */
const makeListeners = <T>() => {
  const listeners = new Set<(value: T) => void>();
  return {
    tell: (value: T) => [...listeners].forEach((listener) => listener(value)),
    add: (listener: (value: T) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

/** Cell-edit mode as a switch that requests can wait for. */
const makeFaults = (): { readonly faults: Faults; readonly cellEditEnded: () => Promise<void> } => {
  let editing = false;
  let waiting: (() => void)[] = [];
  const faults: Faults = {
    get cellEditing() {
      return editing;
    },
    set cellEditing(on: boolean) {
      editing = on;
      if (!on) waiting.splice(0).forEach((go) => go());
    },
    delay: 0,
    payloadLimit: webPayloadLimit,
    readOnly: false,
    failAt: null,
  };
  return { faults, cellEditEnded: () => (editing ? new Promise((resolve) => (waiting = [...waiting, resolve])) : Promise.resolve()) };
};

const countDown = (faults: Faults): void => {
  if (!faults.failAt) return;
  const { action, code, message } = faults.failAt;
  faults.failAt = action <= 1 ? null : { ...faults.failAt, action: action - 1 };
  if (action <= 1) throw new HostError(code, message);
};

/** Makes the host of one workbook. One add-in talks to it, over one transport at a time. */
export const createHost = (model: WorkbookModel, options: HostOptions = {}): Host => {
  const { faults, cellEditEnded } = makeFaults();
  const messages = makeListeners<readonly EventEntry[]>();
  const shell = makeListeners<ShellRequest>();
  const references = makeReferences();
  const events = makeEventRegistry();
  const traffic = { requests: 0, actions: 0, requestBytes: 0, responseBytes: 0 };
  const functionCalls = makeFunctionCalls(model, options.functions ?? [], (entries) => messages.tell(entries));
  let underWay = 0;
  let stale = false;
  let news: ModelEvent[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  let ended = false;

  const context: HostContext = {
    model,
    references,
    events,
    faults,
    functionCalls,
    culture: options.culture ?? 'en-US',
    shell: { runtimeState: 'Visible', startupState: 'Inactive' },
    enableEvents: true,
    write: (action) => {
      if (faults.readOnly) throw new HostError('AccessDenied');
      stale = true;
      return model.as('add-in', action);
    },
    calculate: async (full = false) => {
      stale = false;
      await model.calculate(full);
    },
    askShell: (request) => shell.tell(request),
  };

  /** News goes out after the answer of the request that made it. */
  const deliver = (): void => {
    if (underWay > 0 || news.length === 0 || ended) return;
    const told = news.splice(0);
    if (!context.enableEvents) return;
    const entries = told.flatMap((event) => events.entriesFor(event, model));
    if (entries.length > 0) messages.tell(entries);
  };

  const stopListening = model.onEvent((event) => {
    news.push(event);
    if (underWay === 0) setTimeout(deliver, 0);
  });

  const run = async (body: RequestBody): Promise<ResponseBody> => {
    const closeUndoStep = model.openUndoStep();
    const answer = await runBatch(body, context, {
      beforeAction: () => {
        traffic.actions += 1;
        countDown(faults);
      },
      stale: () => stale,
    }).finally(closeUndoStep);
    if (stale) await context.calculate();
    return answer;
  };

  const processQuery = (body: RequestBody, flags = 0): Promise<ResponseBody> => {
    underWay += 1;
    traffic.requests += 1;
    const admitted = async () => {
      if (faults.delay > 0) await pause(faults.delay);
      if (faults.cellEditing && !(flags & requestFlag.delayForCellEdit)) return failed(new HostError('InvalidOperationInCellEditMode'));
      await cellEditEnded();
      return run(body);
    };
    const answer = turn.then(admitted).finally(() => {
      underWay -= 1;
      setTimeout(deliver, 0);
    });
    turn = answer.catch(() => undefined);
    return answer;
  };

  return {
    model,
    faults,
    references,
    traffic,
    requirementSets: options.requirementSets ?? defaultRequirementSets,
    culture: context.culture,
    processQuery,
    carry: async (text, flags) => {
      traffic.requestBytes += bytesOf(text);
      if (bytesOf(text) > faults.payloadLimit) return JSON.stringify(failed(new HostError('RequestPayloadSizeLimitExceeded')));
      const answer = JSON.stringify(await processQuery(JSON.parse(text) as RequestBody, flags));
      traffic.responseBytes += bytesOf(answer);
      return bytesOf(answer) > faults.payloadLimit ? JSON.stringify(failed(new HostError('ResponsePayloadSizeLimitExceeded'))) : answer;
    },
    onEvent: messages.add,
    onShellRequest: shell.add,
    functionsReady: () => functionCalls.ready(),
    invokeAction: (name, argument) =>
      messages.tell([
        {
          messageCategory: 2,
          messageType: 1000,
          targetId: '',
          id: name,
          message: JSON.stringify([name, argument === undefined ? null : JSON.stringify(argument)]),
        },
      ]),
    changePaneVisibility: (visible) =>
      messages.tell([makeEntry(eventType.paneVisibility, '', { visibility: visible ? 'Visible' : 'Hidden' })]),
    reset: () => {
      references.clear();
      events.clear();
      functionCalls.reset();
      news = [];
      context.enableEvents = true;
    },
    dispose: () => {
      ended = true;
      stopListening();
      functionCalls.dispose();
    },
  };
};
