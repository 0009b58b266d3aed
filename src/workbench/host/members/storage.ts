/** What an add-in keeps in the workbook: settings, XML parts, properties of the workbook and of sheets; and names. */
import type { DefinedName } from '../../model/workbookModel';
import { HostError } from '../hostError';
import { hostClass, isHostObject, read } from '../hostObject';
import type { HostClasses, HostContext, HostObject } from '../hostObject';
import { addressOf, placeOfFormula } from './addresses';
import { keyed, rangeObject, sheetObject } from './objects';
import type { KeyedObject, RangeObject } from './objects';

/** A collection over a record of the workbook's extras: the same members for settings and for both kinds of property. */
interface Stored<V> {
  readonly collection: string;
  readonly item: string;
  readonly table: (context: HostContext, sheet: string) => Record<string, V>;
  readonly toStored: (value: unknown) => V;
  readonly fromStored: (value: V) => unknown;
  readonly sameKey: (one: string, other: string) => boolean;
}

const findKey = <V>(stored: Stored<V>, context: HostContext, sheet: string, key: unknown): string | null =>
  Object.keys(stored.table(context, sheet)).find((each) => stored.sameKey(each, String(key))) ?? null;

const storedClasses = <V>(stored: Stored<V>): HostClasses => {
  const itemOf = (sheet: string, key: string): KeyedObject => keyed(stored.item, sheet, key);
  const set = (context: HostContext, sheet: string, key: string, value: unknown) =>
    context.write(() => {
      stored.table(context, sheet)[key] = stored.toStored(value);
    });
  const remove = (context: HostContext, sheet: string, key: string) =>
    context.write(() => {
      delete stored.table(context, sheet)[key];
    });
  return {
    [stored.collection]: hostClass<KeyedObject>({
      items: ({ sheet }, context) => Object.keys(stored.table(context, sheet)).map((key) => itemOf(sheet, key)),
      item: ({ sheet }, key, context) => {
        const found = findKey(stored, context, sheet, key);
        return found === null ? null : itemOf(sheet, found);
      },
      methods: {
        Add: ({ sheet }, [key, value], context) => {
          if (typeof key !== 'string' || key === '') throw new HostError('InvalidArgument');
          const known = findKey(stored, context, sheet, key) ?? key;
          set(context, sheet, known, value);
          return itemOf(sheet, known);
        },
        GetCount: ({ sheet }, _args, context) => Object.keys(stored.table(context, sheet)).length,
        DeleteAll: ({ sheet }, _args, context) => Object.keys(stored.table(context, sheet)).forEach((key) => remove(context, sheet, key)),
      },
    }),
    [stored.item]: hostClass<KeyedObject>({
      identity: ({ key }) => ({ Key: key, _Id: key }),
      properties: {
        Key: read(({ key }) => key),
        Value: {
          get: ({ sheet, key }, context) => {
            const value = stored.table(context, sheet)[key];
            if (value === undefined) throw new HostError('ItemNotFound');
            return stored.fromStored(value);
          },
          set: ({ sheet, key }, value, context) => set(context, sheet, key, value),
        },
        ...(stored.item === 'CustomProperty' && {
          Type: read(
            ({ sheet, key }, context) =>
              ({ number: 'Number', boolean: 'Boolean' })[typeof stored.table(context, sheet)[key] as string] ?? 'String',
          ),
        }),
      },
      methods: { Delete: ({ sheet, key }, _args, context) => remove(context, sheet, key) },
    }),
  };
};

const exact = (one: string, other: string) => one === other;
const anyCase = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const asProperty = (value: unknown): string | number | boolean =>
  typeof value === 'number' || typeof value === 'boolean' ? value : String(value);

const ofSheet = ({ model }: HostContext, sheet: string): Record<string, string> => (model.extras.sheetProperties[sheet] ??= {});

const findPart = ({ model }: HostContext, id: unknown) => model.extras.xmlParts.find((each) => each.id === id) ?? null;
const partObject = (id: string) => keyed('CustomXmlPart', '', id);

const ownPart = (context: HostContext, key: string) => {
  const found = findPart(context, key);
  if (!found) throw new HostError('ItemNotFound');
  return found;
};

/** The namespace of the root element, by its prefix. */
const namespaceOf = (xml: string): string => {
  const root = /<\s*(?:([\w.-]+):)?[\w.-]+([^>]*)>/.exec(xml.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->/g, ''));
  if (!root) throw new HostError('InvalidArgument');
  const attribute = root[1] ? `xmlns:${root[1]}` : 'xmlns';
  return new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`).exec(root[2] ?? '')?.[1] ?? '';
};

const partsIn = ({ model }: HostContext, namespace: string) =>
  model.extras.xmlParts.filter(({ namespaceUri }) => namespaceUri === namespace);

const onlyPart = ({ key }: KeyedObject, _args: readonly unknown[], context: HostContext): HostObject | null => {
  const [only, second] = partsIn(context, key);
  return only && !second ? partObject(only.id) : null;
};

const orNotFound =
  <O>(find: (object: O, args: readonly unknown[], context: HostContext) => HostObject | null) =>
  (object: O, args: readonly unknown[], context: HostContext): HostObject => {
    const found = find(object, args, context);
    if (!found) throw new HostError('ItemNotFound');
    return found;
  };

const findName = (context: HostContext, sheet: string, key: unknown): DefinedName | null =>
  context.model.names().find((each) => each.sheet === sheet && each.name.toLowerCase() === String(key).toLowerCase()) ?? null;

const ownName = (object: KeyedObject, context: HostContext): DefinedName => {
  const found = findName(context, object.sheet, object.key);
  if (!found) throw new HostError('ItemNotFound');
  return found;
};

const nameRange = (object: KeyedObject, _args: readonly unknown[], context: HostContext): HostObject | null => {
  const place = placeOfFormula(context, ownName(object, context).formula);
  return place && rangeObject(place.sheet, place.area);
};

const nameValue = (object: KeyedObject, context: HostContext): unknown => {
  const { formula } = ownName(object, context);
  const place = placeOfFormula(context, formula);
  if (place) return addressOf(context, place.sheet, [place.area]);
  const constant = /^="((?:[^"]|"")*)"$/.exec(formula);
  if (constant) return (constant[1] ?? '').replace(/""/g, '"');
  const number = Number(formula.slice(1));
  // A name that calls a function reads as an error in Excel, too (OFFICE-NOTES: "Metadata storage").
  return Number.isNaN(number) ? '#VALUE!' : number;
};

const absolute = (address: string): string => address.replace(/(!|:)\$?([A-Z]+)\$?(\d+)/g, '$1$$$2$$$3');

const addName = ({ sheet }: KeyedObject, [name, reference, comment]: readonly unknown[], context: HostContext): HostObject => {
  if (typeof name !== 'string' || !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw new HostError('InvalidArgument');
  if (findName(context, sheet, name)) throw new HostError('ItemAlreadyExists');
  const range = isHostObject(reference) ? (reference as RangeObject) : null;
  const formula = range ? `=${absolute(addressOf(context, range.sheet, [range.area]))}` : String(reference);
  context.write(() =>
    context.model.setName({
      name,
      formula: formula.startsWith('=') ? formula : `=${formula}`,
      sheet,
      comment: String(comment ?? ''),
      visible: true,
    }),
  );
  return keyed('NamedItem', sheet, name);
};

const changeName = (field: 'formula' | 'comment' | 'visible') => (object: KeyedObject, value: unknown, context: HostContext) =>
  context.write(() => context.model.setName({ ...ownName(object, context), [field]: value }));

export const storageClasses: HostClasses = {
  ...storedClasses<string>({
    collection: 'SettingCollection',
    item: 'Setting',
    table: ({ model }) => model.extras.settings,
    toStored: (value) => JSON.stringify(value ?? null),
    fromStored: (value) => JSON.parse(value) as unknown,
    sameKey: exact,
  }),
  ...storedClasses<string | number | boolean>({
    collection: 'CustomPropertyCollection',
    item: 'CustomProperty',
    table: ({ model }) => model.extras.properties,
    toStored: asProperty,
    fromStored: (value) => value,
    sameKey: anyCase,
  }),
  ...storedClasses<string>({
    collection: 'WorksheetCustomPropertyCollection',
    item: 'WorksheetCustomProperty',
    table: ofSheet,
    toStored: String,
    fromStored: (value) => value,
    sameKey: anyCase,
  }),

  CustomXmlPartCollection: hostClass({
    items: (_object, { model }) => model.extras.xmlParts.map(({ id }) => partObject(id)),
    item: (_object, key, context) => (findPart(context, key) ? partObject(String(key)) : null),
    methods: {
      Add: (_object, [xml], context) => {
        const text = String(xml);
        const made = { id: `{${crypto.randomUUID().toUpperCase()}}`, namespaceUri: namespaceOf(text), xml: text };
        context.write(() => context.model.extras.xmlParts.push(made));
        return partObject(made.id);
      },
      GetByNamespace: (_object, [namespace]) => keyed('CustomXmlPartScopedCollection', '', String(namespace)),
      GetCount: (_object, _args, { model }) => model.extras.xmlParts.length,
    },
  }),

  CustomXmlPartScopedCollection: hostClass<KeyedObject>({
    items: ({ key }, context) => partsIn(context, key).map(({ id }) => partObject(id)),
    item: ({ key }, id, context) => (partsIn(context, key).some((each) => each.id === id) ? partObject(String(id)) : null),
    methods: {
      GetCount: ({ key }, _args, context) => partsIn(context, key).length,
      GetOnlyItem: orNotFound(onlyPart),
      GetOnlyItemOrNullObject: onlyPart,
    },
  }),

  CustomXmlPart: hostClass<KeyedObject>({
    identity: ({ key }) => ({ Id: key }),
    properties: { Id: read(({ key }) => key), NamespaceUri: read(({ key }, context) => ownPart(context, key).namespaceUri) },
    methods: {
      GetXml: ({ key }, _args, context) => ownPart(context, key).xml,
      SetXml: ({ key }, [xml], context) => {
        const before = ownPart(context, key);
        const after = { ...before, xml: String(xml), namespaceUri: namespaceOf(String(xml)) };
        context.write(() => context.model.extras.xmlParts.splice(context.model.extras.xmlParts.indexOf(before), 1, after));
      },
      Delete: ({ key }, _args, context) => {
        const before = ownPart(context, key);
        context.write(() => context.model.extras.xmlParts.splice(context.model.extras.xmlParts.indexOf(before), 1));
      },
    },
  }),

  NamedItemCollection: hostClass<KeyedObject>({
    items: ({ sheet }, { model }) =>
      model
        .names()
        .filter((each) => each.sheet === sheet)
        .map(({ name }) => keyed('NamedItem', sheet, name)),
    item: ({ sheet }, key, context) => {
      const found = findName(context, sheet, key);
      return found && keyed('NamedItem', sheet, found.name);
    },
    methods: {
      Add: addName,
      AddFormulaLocal: addName,
      GetCount: ({ sheet }, _args, { model }) => model.names().filter((each) => each.sheet === sheet).length,
    },
  }),

  NamedItem: hostClass<KeyedObject>({
    identity: ({ key }) => ({ _Id: key }),
    properties: {
      Name: read(({ key }) => key),
      Type: read((object, context) =>
        nameRange(object, [], context) ? 'Range' : typeof nameValue(object, context) === 'number' ? 'Double' : 'String',
      ),
      Value: read(nameValue),
      Formula: { get: (object, context) => ownName(object, context).formula, set: changeName('formula') },
      Comment: { get: (object, context) => ownName(object, context).comment, set: changeName('comment') },
      Visible: { get: (object, context) => ownName(object, context).visible, set: changeName('visible') },
      Scope: read(({ sheet }) => (sheet === '' ? 'Workbook' : 'Worksheet')),
    },
    links: {
      Worksheet: ({ sheet }) => {
        if (sheet === '') throw new HostError('ItemNotFound');
        return sheetObject(sheet);
      },
      WorksheetOrNullObject: ({ sheet }) => (sheet === '' ? null : sheetObject(sheet)),
    },
    methods: {
      Delete: (object, _args, context) => context.write(() => context.model.deleteName(object.key, object.sheet)),
      GetRange: orNotFound(nameRange),
      GetRangeOrNullObject: nameRange,
    },
  }),
};
