/** `load`: from the names that were asked for to the values of an object and of what hangs on it. */
import { notImplemented } from './hostError';
import { hostClasses } from './hostClasses';
import type { HostClass, HostContext, HostObject } from './hostObject';
import type { QueryInfo } from './messages';

export const classOf = (object: HostObject): HostClass => {
  const found = hostClasses[object.$type];
  if (!found) throw notImplemented(object.$type);
  return found;
};

/** Properties wanted of an object: its own, and those of its links by their names. */
interface Wanted {
  all: boolean;
  readonly names: Set<string>;
  readonly links: Map<string, Wanted>;
}

const nothing = (): Wanted => ({ all: false, names: new Set(), links: new Map() });

const addPath = (wanted: Wanted, [first, ...rest]: readonly string[]): void => {
  if (first === undefined || first === '' || first === '*') wanted.all = true;
  else if (first.toLowerCase() === 'items' || first === '$all') addPath(wanted, rest);
  else if (rest.length === 0) wanted.names.add(first);
  else {
    const next = wanted.links.get(first.toLowerCase()) ?? nothing();
    wanted.links.set(first.toLowerCase(), next);
    addPath(next, rest);
  }
};

const readWanted = (query: QueryInfo): Wanted => {
  const wanted = nothing();
  const paths = [...(query.Select ?? []), ...(query.Expand ?? [])];
  if (paths.length === 0) wanted.all = true;
  paths.forEach((path) => addPath(wanted, path.split(/[/.]/)));
  return wanted;
};

/** What office.js needs to find the object again; `_ReferenceId` where it is kept. */
export const identityOf = (object: HostObject, context: HostContext): Record<string, unknown> => {
  const kept = context.references.idOf(object);
  return { ...classOf(object).identity?.(object, context), ...(kept !== null && { _ReferenceId: kept }) };
};

const keyIn = (table: Readonly<Record<string, unknown>> | undefined, name: string): string | undefined =>
  Object.keys(table ?? {}).find((key) => key.toLowerCase() === name.toLowerCase());

type Answer = Record<string, unknown> | null;

const readName = (object: HostObject, name: string, context: HostContext): [string, unknown] => {
  const { properties, links } = classOf(object);
  const property = keyIn(properties, name);
  const get = property === undefined ? undefined : properties?.[property]?.get;
  if (property !== undefined && get) return [property, get(object, context)];
  const link = keyIn(links, name);
  if (link !== undefined) return [link, readObject(links?.[link]?.(object, context) ?? null, { ...nothing(), all: true }, context)];
  if (name === '_ReferenceId' || name.toLowerCase() === 'isnullobject') return ['_ReferenceId', context.references.idOf(object)];
  throw notImplemented(`${object.$type}.${name}`);
};

const readLink = (object: HostObject, name: string, wanted: Wanted, context: HostContext): [string, unknown] => {
  const { links } = classOf(object);
  const link = keyIn(links, name);
  if (link === undefined) throw notImplemented(`${object.$type}.${name}`);
  return [link, readObject(links?.[link]?.(object, context) ?? null, wanted, context)];
};

const readable = (object: HostObject): string[] =>
  Object.entries(classOf(object).properties ?? {}).flatMap(([name, { get }]) => (get ? [name] : []));

const readObject = (object: HostObject | null, wanted: Wanted, context: HostContext, page: QueryInfo = {}): Answer => {
  if (object === null) return null;
  const { items } = classOf(object);
  const own = items
    ? [...wanted.names].filter((name) => keyIn(classOf(object).properties, name) !== undefined)
    : [...wanted.names, ...(wanted.all ? readable(object) : [])];
  const answer = Object.fromEntries([
    ...Object.entries(identityOf(object, context)),
    ...own.map((name) => readName(object, name, context)),
    ...(items ? [] : [...wanted.links].map(([name, next]) => readLink(object, name, next, context))),
  ]);
  if (!items) return answer;
  const from = page.Skip ?? 0;
  const members = items(object, context).slice(from, page.Top ? from + page.Top : undefined);
  const rest = { ...wanted, names: new Set([...wanted.names].filter((name) => !own.includes(name))) };
  return { ...answer, _Items: members.map((member) => readObject(member, rest, context)) };
};

/** The answer to a Query action: PascalCase properties, collections as `_Items`. */
export const runQuery = (object: HostObject | null, query: QueryInfo, context: HostContext): Answer =>
  readObject(object, readWanted(query), context, query);

const camel = (key: string): string => key.charAt(0).toLowerCase() + key.slice(1);

/** The same for QueryAsJson: camelCase, collections as `items`. */
export const asJson = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '_ReferenceId')
      .map(([key, each]) => (key === '_Items' ? ['items', (each as unknown[]).map(asJson)] : [camel(key), asJson(each)])),
  );
};
