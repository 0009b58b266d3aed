/** Carries out one batch: resolves its object paths, runs its actions in order, stops at the first failure (HOST-PROTOCOL: sections 1 and 2). */
import { HostError, notImplemented } from './hostError';
import { isHostObject } from './hostObject';
import type { HostContext, HostObject } from './hostObject';
import { workbookObject } from './members/workbook';
import type { Action, ActionResult, ArgumentInfo, ObjectPathInfo, RequestBody, ResponseBody } from './messages';
import { asJson, classOf, identityOf, runQuery } from './query';

/** What a batch needs beside the members: formulas up to date before anything is read, and the faults that tests ask for. */
export interface BatchHooks {
  /** Before each action; may throw. */
  beforeAction(action: Action): void;
  /** Whether writes are waiting for the formulas to follow. */
  readonly stale: () => boolean;
}

interface Batch {
  readonly context: HostContext;
  readonly paths: RequestBody['ObjectPaths'];
  readonly resolved: Map<number, HostObject | null>;
}

const unwrap = (batch: Batch, value: unknown, reference: unknown): unknown => {
  if (typeof reference === 'number' && reference !== 0) return resolve(batch, reference);
  if (Array.isArray(value)) return value.map((each, at) => unwrap(batch, each, Array.isArray(reference) ? reference[at] : 0));
  if (typeof value === 'object' && value !== null && '_ObjectPathId' in value) return resolve(batch, Number(value._ObjectPathId));
  return value;
};

const argumentsOf = (batch: Batch, info: ArgumentInfo | undefined): unknown[] =>
  (info?.Arguments ?? []).map((value, at) => unwrap(batch, value, info?.ReferencedObjectPathIds?.[at] ?? 0));

const parentOf = (batch: Batch, path: ObjectPathInfo): HostObject | null =>
  path.ParentObjectPathId === undefined ? workbookObject : resolve(batch, path.ParentObjectPathId);

const itemOf = (object: HostObject, key: unknown, context: HostContext): HostObject => {
  const { item } = classOf(object);
  if (!item) throw notImplemented(`${object.$type}.getItem`);
  const found = item(object, key, context);
  if (!found) throw new HostError('ItemNotFound');
  return found;
};

const itemAt = (object: HostObject, index: unknown, context: HostContext): HostObject => {
  const found = classOf(object).items?.(object, context)[Number(index)];
  if (!found) throw new HostError('InvalidArgument');
  return found;
};

/** Members that every collection has because it lists its items. */
const invoke = (object: HostObject, name: string, args: readonly unknown[], context: HostContext): unknown => {
  const { methods, item, items } = classOf(object);
  const method = methods?.[name];
  if (method) return method(object, args, context);
  if (name === '_KeepReference') return void context.references.keep(object);
  if (item && name === 'GetItem') return itemOf(object, args[0], context);
  if (item && name === 'GetItemOrNullObject') return item(object, args[0], context);
  if (items && name === 'GetItemAt') return itemAt(object, args[0], context);
  throw notImplemented(`${object.$type}.${name}`);
};

const linkOf = (object: HostObject, name: string, context: HostContext): HostObject | null => {
  const link = classOf(object).links?.[name];
  if (!link) throw notImplemented(`${object.$type}.${name}`);
  return link(object, context);
};

type Resolver = (batch: Batch, path: ObjectPathInfo) => HostObject | null;

const fromParent =
  (get: (parent: HostObject, path: ObjectPathInfo, batch: Batch) => unknown): Resolver =>
  (batch, path) => {
    const parent = parentOf(batch, path);
    // What hangs on a null object is null as well.
    if (parent === null) return null;
    const found = get(parent, path, batch);
    if (found !== null && found !== undefined && !isHostObject(found)) throw new HostError('InvalidObjectPath');
    return (found ?? null) as HostObject | null;
  };

/** By ObjectPathType. */
const resolvers: Readonly<Record<number, Resolver>> = {
  1: () => workbookObject,
  2: (_batch, { Name }) => ({ $type: Name }),
  3: fromParent((parent, { Name, ArgumentInfo }, batch) => invoke(parent, Name, argumentsOf(batch, ArgumentInfo), batch.context)),
  4: fromParent((parent, { Name }, { context }) => linkOf(parent, Name, context)),
  5: fromParent((parent, { ArgumentInfo }, batch) => itemOf(parent, argumentsOf(batch, ArgumentInfo)[0], batch.context)),
  6: ({ context }, { Name }) => {
    const found = context.references.get(Name);
    if (!found) throw new HostError('InvalidObjectPath');
    return found;
  },
  7: () => null,
};

/** Each path is resolved once in a batch: making a sheet is a path, too. */
const resolve = (batch: Batch, id: number): HostObject | null => {
  const known = batch.resolved.get(id);
  if (known !== undefined) return known;
  const path = batch.paths[id];
  const resolver = path && resolvers[path.ObjectPathType];
  if (!path || !resolver) throw new HostError('InvalidObjectPath');
  const found = resolver(batch, path);
  batch.resolved.set(id, found);
  return found;
};

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const setProperty = (object: HostObject, name: string, value: unknown, context: HostContext): void => {
  const { properties, links } = classOf(object);
  const set = properties?.[name]?.set;
  if (set) return set(object, value, context);
  const link = links?.[name]?.(object, context);
  if (!link || typeof value !== 'object' || value === null) throw notImplemented(`${object.$type}.${name} (set)`);
  Object.entries(value).forEach(([key, each]) => setProperty(link, pascal(key), each, context));
};

const present = (object: HostObject | null): HostObject => {
  if (object === null) throw new HostError('InvalidObjectPath');
  return object;
};

type Runner = (batch: Batch, action: Action) => unknown;

const target = (batch: Batch, { ObjectPathId }: Action) => resolve(batch, ObjectPathId);

const callMethod: Runner = async (batch, action) => {
  const object = target(batch, action);
  if (object === null && action.Name === '_KeepReference') return null;
  const result = await invoke(present(object), action.Name, argumentsOf(batch, action.ArgumentInfo), batch.context);
  return isHostObject(result) || result === undefined ? null : result;
};

/** By ActionType. */
const runners: Readonly<Record<number, Runner>> = {
  1: (batch, action) => {
    const object = target(batch, action);
    return object && identityOf(object, batch.context);
  },
  2: (batch, action) => runQuery(target(batch, action), action.QueryInfo ?? {}, batch.context),
  3: callMethod,
  4: (batch, action) => {
    setProperty(present(target(batch, action)), action.Name, argumentsOf(batch, action.ArgumentInfo)[0], batch.context);
    return null;
  },
  5: () => null,
  7: (batch, action) => asJson(runQuery(target(batch, action), action.QueryInfo ?? {}, batch.context)),
  9: (batch, action) => {
    Object.entries(action.ObjectState ?? {}).forEach(([key, value]) =>
      setProperty(present(target(batch, action)), pascal(key), value, batch.context),
    );
    return null;
  },
};

const actionNames: Readonly<Record<number, string>> = { 6: 'RecursiveQuery', 8: 'EnsureUnchanged' };
const traceAction = 5;
const queryActions: ReadonlySet<number> = new Set([2, 7]);

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Where it went wrong, as in `WorksheetCollection.getItem`. */
const locationOf = (batch: Batch, action: Action): string => {
  const own = batch.paths[action.ObjectPathId];
  const named = action.Name !== '' ? action.Name : own?.ObjectPathType === 5 ? 'GetItem' : (own?.Name ?? '');
  const owner = action.Name !== '' ? action.ObjectPathId : own?.ParentObjectPathId;
  const type = owner === undefined ? workbookObject.$type : (batch.resolved.get(owner)?.$type ?? '');
  return `${type}.${camel(named)}`;
};

const failureOf = (error: unknown, batch: Batch, action: Action, index: number) => {
  const known =
    error instanceof HostError
      ? error
      : new HostError('GeneralException', `host: ${error instanceof Error ? error.message : String(error)}`);
  return {
    Code: known.code,
    Message: known.message,
    Location: locationOf(batch, action),
    ActionIndex: index,
    HttpStatusCode: known.status,
  };
};

/** Runs the batch. It does not throw: what goes wrong is in the answer's `Error`. */
export const runBatch = async (body: RequestBody, context: HostContext, hooks: BatchHooks): Promise<ResponseBody> => {
  const batch: Batch = { context, paths: body.ObjectPaths ?? {}, resolved: new Map() };
  const Results: ActionResult[] = [];
  const TraceIds: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      hooks.beforeAction(action);
      const run = runners[action.ActionType];
      if (!run) throw notImplemented(actionNames[action.ActionType] ?? `action type ${action.ActionType}`);
      if (queryActions.has(action.ActionType) && hooks.stale()) await context.calculate();
      Results.push({ ActionId: action.Id, Value: (await run(batch, action)) ?? null });
      if (action.ActionType === traceAction) TraceIds.push(action.Id);
    } catch (error) {
      return { Error: failureOf(error, batch, action, index), ProcessedResults: { Results }, TraceIds };
    }
  }
  return { Results, TraceIds };
};
