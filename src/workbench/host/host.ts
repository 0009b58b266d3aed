/** The host: the workbook model on one side, the messages of office.js on the other. */
import type { WorkbookModel } from '../model/workbookModel';
import type { Host, HostOptions, ShellRequest } from './contract';
import { makeFunctionCalls } from './customFunctions';
import { eventType, makeEntry, makeEventRegistry } from './eventRegistry';
import { makeFaults } from './faults';
import { HostError } from './hostError';
import type { HostContext } from './hostObject';
import { makeListeners } from './listeners';
import type { EventEntry, RequestBody, ResponseBody } from './messages';
import { openNewsDesk } from './newsDesk';
import { runBatch } from './processQuery';
import { makeReferences } from './references';
import { defaultRequirementSets } from './requirementSets';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const failed = (error: HostError): ResponseBody => ({
  Error: { Code: error.code, Message: error.message, Location: '', ActionIndex: 0, HttpStatusCode: error.status },
  ProcessedResults: { Results: [] },
  TraceIds: [],
});

const asFailure = (error: unknown): ResponseBody => {
  if (error instanceof HostError) return failed(error);
  throw error;
};

/** A keyboard action's message (HOST-PROTOCOL: "Events to the add-in"). */
const actionEntry = (name: string, argument: unknown): EventEntry => ({
  messageCategory: 2,
  messageType: 1000,
  targetId: '',
  id: name,
  message: JSON.stringify([name, argument === undefined ? null : JSON.stringify(argument)]),
});

interface Stale {
  value: boolean;
}

type Parts = Pick<HostContext, 'model' | 'references' | 'events' | 'faults' | 'functionCalls' | 'culture' | 'askShell'>;

const makeContext = (parts: Parts, stale: Stale): HostContext => ({
  ...parts,
  shell: { runtimeState: 'Visible', startupState: 'Inactive' },
  enableEvents: true,
  write: (action) => {
    if (parts.faults.readOnly) throw new HostError('AccessDenied');
    stale.value = true;
    return parts.model.as('add-in', action);
  },
  calculate: async (full = false) => {
    stale.value = false;
    await parts.model.calculate(full);
  },
});

/** Makes the host of one workbook. One add-in talks to it, over one transport at a time. */
export const createHost = (model: WorkbookModel, options: HostOptions = {}): Host => {
  const { faults, admit, countAction } = makeFaults();
  const messages = makeListeners<readonly EventEntry[]>();
  const shell = makeListeners<ShellRequest>();
  const references = makeReferences();
  const events = makeEventRegistry();
  const traffic = { requests: 0, actions: 0, requestBytes: 0, responseBytes: 0 };
  const functionCalls = makeFunctionCalls(model, options.functions ?? [], messages.tell);
  const stale: Stale = { value: false };
  const culture = options.culture ?? 'en-US';
  const context = makeContext({ model, references, events, faults, functionCalls, culture, askShell: shell.tell }, stale);
  const desk = openNewsDesk(model, events, () => context.enableEvents, messages.tell);
  let turn: Promise<unknown> = Promise.resolve();

  const beforeAction = () => {
    traffic.actions += 1;
    countAction();
  };

  /** One batch after the other; each is one undo step, and leaves the formulas up to date. */
  const run = async (body: RequestBody): Promise<ResponseBody> => {
    const closeUndoStep = model.openUndoStep();
    const answer = await runBatch(body, context, { beforeAction, stale: () => stale.value }).finally(closeUndoStep);
    if (stale.value) await context.calculate();
    return answer;
  };

  const queue = (body: RequestBody): Promise<ResponseBody> => {
    const answer = turn.then(() => run(body));
    turn = answer.catch(() => undefined);
    return answer;
  };

  const processQuery = (body: RequestBody, flags = 0): Promise<ResponseBody> => {
    const answered = desk.requestBegins();
    traffic.requests += 1;
    return admit(flags)
      .then(() => queue(body), asFailure)
      .finally(answered);
  };

  const carry = async (text: string, flags?: number): Promise<string> => {
    traffic.requestBytes += bytesOf(text);
    if (bytesOf(text) > faults.payloadLimit) return JSON.stringify(failed(new HostError('RequestPayloadSizeLimitExceeded')));
    const answer = JSON.stringify(await processQuery(JSON.parse(text) as RequestBody, flags));
    traffic.responseBytes += bytesOf(answer);
    return bytesOf(answer) > faults.payloadLimit ? JSON.stringify(failed(new HostError('ResponsePayloadSizeLimitExceeded'))) : answer;
  };

  return {
    model,
    faults,
    references,
    traffic,
    requirementSets: options.requirementSets ?? defaultRequirementSets,
    culture,
    processQuery,
    carry,
    onEvent: messages.add,
    onShellRequest: shell.add,
    functionsReady: functionCalls.ready,
    invokeAction: (name, argument) => messages.tell([actionEntry(name, argument)]),
    changePaneVisibility: (visible) =>
      messages.tell([makeEntry(eventType.paneVisibility, '', { visibility: visible ? 'Visible' : 'Hidden' })]),
    reset: () => {
      references.clear();
      events.clear();
      functionCalls.reset();
      desk.clear();
      context.enableEvents = true;
    },
    dispose: () => {
      desk.dispose();
      functionCalls.dispose();
    },
  };
};
