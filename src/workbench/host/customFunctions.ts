/** Calls of the add-in's custom functions: one message for all calls of a calculation, answers by invocation id (HOST-PROTOCOL: "Custom functions"). */
import type { CellValue, FunctionCall, FunctionMetadata, FunctionResult, FunctionRuntime, WorkbookModel } from '../model/workbookModel';
import type { EventEntry } from './messages';

export interface FunctionCalls {
  /** The add-in's runtime is there and has registered its functions. */
  ready(): void;
  /** `SetInvocationArrayResults`: rows of [id, ok, value, errorCode]. `SetInvocationResults` is brought into the same shape. */
  answer(rows: readonly (readonly unknown[])[]): void;
  /** The runtime went away: its cells wait for the next one. */
  reset(): void;
  readonly waiting: number;
  dispose(): void;
}

const callCategory = 1;
const invoke = 1000;

/** Excel's error for each code a function may fail with; any other is `#VALUE!`. */
const errorNames: Readonly<Record<number, string>> = { 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 7: '#VALUE!', 8: '#NULL!' };

/** A cell of a result: errors, formatted numbers and entities come as objects with the value that the cell shows. A null shows as 0. */
const cellOf = (value: unknown): CellValue => {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'object') return 'basicValue' in value ? cellOf(value.basicValue) : '#VALUE!';
  return value as CellValue;
};

const resultOf = (ok: unknown, value: unknown, errorCode: unknown): FunctionResult => {
  if (!ok) return { error: errorNames[Number(errorCode)] ?? '#VALUE!', ...(typeof value === 'string' && { message: value }) };
  return { value: Array.isArray(value) ? (value as unknown[][]).map((row) => row.map(cellOf)) : cellOf(value) };
};

const entryFor = (id: number, { name, args, address }: FunctionCall): EventEntry => ({
  messageCategory: callCategory,
  messageType: invoke,
  targetId: '',
  message: JSON.stringify([id, name, args, address, 0, null]),
  id: String(id),
});

interface Batch {
  readonly results: (FunctionResult | undefined)[];
  open: number;
  done(results: readonly FunctionResult[]): void;
}

/** Registers the functions' names with the engine; their calls go to `send` once the add-in's runtime is ready. */
export const makeFunctionCalls = (
  model: WorkbookModel,
  functions: readonly FunctionMetadata[],
  send: (entries: readonly EventEntry[]) => void,
): FunctionCalls => {
  const open = new Map<number, { readonly batch: Batch; readonly at: number }>();
  let last = 0;
  let markReady = (): void => undefined;
  let whenReady = new Promise<void>((resolve) => (markReady = resolve));

  const runtime: FunctionRuntime = async (calls) => {
    await whenReady;
    return new Promise((done) => {
      const batch: Batch = { results: [], open: calls.length, done };
      const entries = calls.map((call, at) => {
        last += 1;
        open.set(last, { batch, at });
        return entryFor(last, call);
      });
      send(entries);
    });
  };

  const settle = (id: number, result: FunctionResult): void => {
    const found = open.get(id);
    if (!found) return;
    open.delete(id);
    found.batch.results[found.at] = result;
    found.batch.open -= 1;
    if (found.batch.open === 0) found.batch.done(found.batch.results as FunctionResult[]);
  };

  const register = () => (functions.length > 0 ? model.registerFunctions(functions, runtime) : () => undefined);
  let drop = register();

  return {
    ready: () => markReady(),
    answer: (rows) => rows.forEach(([id, ok, value, errorCode]) => settle(Number(id), resultOf(ok, value, errorCode))),
    reset: () => {
      [...open.keys()].forEach((id) => settle(id, { error: '#BUSY!' }));
      whenReady = new Promise((resolve) => (markReady = resolve));
      drop();
      drop = register();
    },
    get waiting() {
      return open.size;
    },
    dispose: () => drop(),
  };
};
