/** Who listens to what, and the workbook's news as the messages those listeners get (HOST-PROTOCOL: "Events"). */
import { isSingle, toAddress } from '../model/area';
import type { ChangeSource, ModelEvent, Place, ValueKind, WorkbookModel } from '../model/workbookModel';
import type { EventEntry } from './messages';

/** Numbers of the events on the wire. */
export const eventType = {
  selectionV1: 2,
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selection: 14,
  deleted: 15,
  calculated: 16,
  format: 18,
  name: 25,
  protection: 24,
  visibility: 26,
  paneVisibility: 65539,
} as const;

export const workbookTarget = 'Workbook';

const eventCategory = 65536;

/** Excel's names of what a cell holds. */
export const valueTypeNames: Readonly<Record<ValueKind, string>> = {
  empty: 'Empty',
  string: 'String',
  number: 'Double',
  boolean: 'Boolean',
  error: 'Error',
};

export interface EventRegistry {
  register(type: number, target: string): void;
  unregister(type: number, target: string): void;
  clear(): void;
  /** The range that an event spoke of. */
  rangeOf(reference: string): Place | null;
  /** The messages for those who listen. */
  entriesFor(event: ModelEvent, model: WorkbookModel): readonly EventEntry[];
}

interface News {
  readonly type: number;
  readonly sheet: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Only listeners on the whole workbook hear it (a sheet cannot tell of its own making). */
  readonly workbookOnly?: boolean;
}

const sourceName = (source: ChangeSource) => (source === 'co-author' ? 'Remote' : 'Local');
const triggerName = (source: ChangeSource) => (source === 'add-in' ? 'ThisLocalAddin' : 'Unknown');

const typeOfValue = (value: unknown): string =>
  ({ number: 'Double', boolean: 'Boolean' })[typeof value as string] ?? (value === '' ? 'Empty' : 'String');

const details = (event: Extract<ModelEvent, { kind: 'cells' }>, model: WorkbookModel): Record<string, unknown> => {
  if (event.before === undefined || !isSingle(event.area)) return {};
  const after = model.values(event.sheet, event.area)[0]?.[0] ?? '';
  const kind = model.valueKinds(event.sheet, event.area)[0]?.[0] ?? 'empty';
  return { valueBefore: event.before, valueAfter: after, valueTypeBefore: typeOfValue(event.before), valueTypeAfter: valueTypeNames[kind] };
};

type Tell = (event: never, model: WorkbookModel, keep: (place: Place) => string) => readonly News[];

const area = (event: { sheet: string; area: Place['area'] }, keep: (place: Place) => string) => ({
  address: toAddress(event.area),
  worksheetId: event.sheet,
  referenceId: keep(event),
});

/** What each kind of news says, in the words of the client's event arguments. */
const tellers: { readonly [Kind in ModelEvent['kind']]: Tell } = {
  cells: (event: Extract<ModelEvent, { kind: 'cells' }>, model, keep) => [
    {
      type: eventType.changed,
      sheet: event.sheet,
      payload: {
        ...area(event, keep),
        changeType: event.change,
        source: sourceName(event.source),
        triggerSource: triggerName(event.source),
        shiftDirection: 'None',
        ...details(event, model),
      },
    },
  ],
  format: (event: Extract<ModelEvent, { kind: 'format' }>, _model, keep) => [
    { type: eventType.format, sheet: event.sheet, payload: { ...area(event, keep), source: sourceName(event.source) } },
  ],
  calculated: (event: Extract<ModelEvent, { kind: 'calculated' }>) => [
    { type: eventType.calculated, sheet: event.sheet, payload: { address: toAddress(event.area), worksheetId: event.sheet } },
  ],
  refused: () => [],
  selection: (event: Extract<ModelEvent, { kind: 'selection' }>) => [
    { type: eventType.selection, sheet: event.sheet, payload: { address: event.areas.map(toAddress).join(','), worksheetId: event.sheet } },
    { type: eventType.selectionV1, sheet: '', payload: {} },
  ],
  activated: (event: Extract<ModelEvent, { kind: 'activated' }>) => [
    { type: eventType.deactivated, sheet: event.from, payload: { worksheetId: event.from } },
    { type: eventType.activated, sheet: event.sheet, payload: { worksheetId: event.sheet } },
  ],
  added: (event: Extract<ModelEvent, { kind: 'added' | 'deleted' }>) => [
    {
      type: eventType.added,
      sheet: event.sheet,
      workbookOnly: true,
      payload: { worksheetId: event.sheet, source: sourceName(event.source) },
    },
  ],
  deleted: (event: Extract<ModelEvent, { kind: 'added' | 'deleted' }>) => [
    {
      type: eventType.deleted,
      sheet: event.sheet,
      workbookOnly: true,
      payload: { worksheetId: event.sheet, source: sourceName(event.source) },
    },
  ],
  renamed: (event: Extract<ModelEvent, { kind: 'renamed' }>) => [
    {
      type: eventType.name,
      sheet: event.sheet,
      payload: { worksheetId: event.sheet, nameBefore: event.before, nameAfter: event.after, source: sourceName(event.source) },
    },
  ],
  visibility: (event: Extract<ModelEvent, { kind: 'visibility' }>) => [
    {
      type: eventType.visibility,
      sheet: event.sheet,
      payload: { worksheetId: event.sheet, visibilityBefore: event.before, visibilityAfter: event.after, source: sourceName(event.source) },
    },
  ],
  protection: (event: Extract<ModelEvent, { kind: 'protection' }>) => [
    {
      type: eventType.protection,
      sheet: event.sheet,
      payload: { worksheetId: event.sheet, isProtected: event.protected, source: sourceName(event.source) },
    },
  ],
};

export const makeEntry = (type: number, targetId: string, payload: unknown, id = ''): EventEntry => ({
  messageCategory: eventCategory,
  messageType: type,
  targetId,
  message: JSON.stringify(payload),
  id,
});

/** Ranges of this many events are remembered: a handler asks for them soon or never. */
const remembered = 1000;

export const makeEventRegistry = (): EventRegistry => {
  const listening = new Map<string, number>();
  const places = new Map<string, Place>();
  let last = 0;
  const key = (type: number, target: string) => `${type}:${target}`;
  const keep = ({ sheet, area: where }: Place): string => {
    last += 1;
    const reference = `e${last}`;
    places.set(reference, { sheet, area: where });
    if (places.size > remembered) places.delete(places.keys().next().value as string);
    return reference;
  };
  const change = (type: number, target: string, by: number) => {
    const count = (listening.get(key(type, target)) ?? 0) + by;
    if (count > 0) listening.set(key(type, target), count);
    else listening.delete(key(type, target));
  };
  const targetsOf = ({ type, sheet, workbookOnly }: News): string[] =>
    (type === eventType.selectionV1 ? [''] : workbookOnly ? [workbookTarget] : [sheet, workbookTarget]).filter(
      (target) => type === eventType.selectionV1 || listening.has(key(type, target)),
    );
  return {
    register: (type, target) => change(type, target, 1),
    unregister: (type, target) => change(type, target, -1),
    clear: () => listening.clear(),
    rangeOf: (reference) => places.get(reference) ?? null,
    entriesFor: (event, model) =>
      (tellers[event.kind] as Tell)(event as never, model, keep).flatMap((news) =>
        targetsOf(news).map((target) => makeEntry(news.type, target, news.payload)),
      ),
  };
};
