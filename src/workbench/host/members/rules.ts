/** Data validation and conditional formats of ranges. */
import { intersect, sameArea } from '../../model/area';
import type { Area, CellStyle, ConditionalFormat, Validation } from '../../model/workbookModel';
import { HostError } from '../hostError';
import { hostClass, read } from '../hostObject';
import type { HostClasses, HostContext, HostObject, Property } from '../hostObject';
import { areasObject, formatCells, keyed, rangeObject } from './objects';
import type { KeyedObject, PartObject } from './objects';

const kindNames: Readonly<Record<string, string>> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  list: 'List',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};

const validationsAt = ({ sheet, areas }: PartObject, { model }: HostContext): readonly Validation[] =>
  model.validations(sheet).filter((each) => each.areas.some((area) => areas.some((mine) => intersect(area, mine))));

/** The rule that holds for all the cells, null where there is none or where they differ. */
const sharedValidation = (object: PartObject, context: HostContext): Validation | null => {
  const [first, second] = validationsAt(object, context);
  return first && !second ? first : null;
};

/** What is left of areas once others are cut out of them. */
const without = (areas: readonly Area[], cuts: readonly Area[]): Area[] =>
  cuts.reduce<Area[]>((left, cut) => left.flatMap((area) => cutOut(area, cut)), [...areas]);

const cutOut = (area: Area, cut: Area): Area[] => {
  const hole = intersect(area, cut);
  if (!hole) return [area];
  const bottom = hole.row + hole.rows;
  const right = hole.column + hole.columns;
  return [
    { ...area, rows: hole.row - area.row },
    { ...area, row: bottom, rows: area.row + area.rows - bottom },
    { row: hole.row, rows: hole.rows, column: area.column, columns: hole.column - area.column },
    { row: hole.row, rows: hole.rows, column: right, columns: area.column + area.columns - right },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
};

const clearValidation = (object: PartObject, context: HostContext): void =>
  validationsAt(object, context).forEach((each) => {
    const rest = without(each.areas, object.areas);
    context.model.removeValidation(object.sheet, each.id);
    if (rest.length > 0) context.model.addValidation(object.sheet, { ...each, areas: rest });
  });

const blank = (object: PartObject): Omit<Validation, 'id'> => ({
  areas: object.areas,
  rule: {},
  ignoreBlanks: true,
  errorAlert: null,
  prompt: null,
});

const setValidation =
  (field: 'rule' | 'ignoreBlanks' | 'errorAlert' | 'prompt') =>
  (object: PartObject, value: unknown, context: HostContext): void =>
    formatCells(context, object.sheet, () => {
      const before = sharedValidation(object, context) ?? blank(object);
      clearValidation(object, context);
      context.model.addValidation(object.sheet, { ...before, areas: object.areas, [field]: value });
    });

const noAlert = { message: '', showAlert: true, style: 'Stop', title: '' };
const noPrompt = { message: '', showPrompt: true, title: '' };

const formatsAt = ({ sheet, areas }: PartObject, { model }: HostContext): readonly ConditionalFormat[] =>
  model.conditionalFormats(sheet).filter((each) => each.areas.some((area) => areas.some((mine) => intersect(area, mine))));

const formatObject = (sheet: string, id: string) => keyed('ConditionalFormat', sheet, id);

const ownFormat = ({ sheet, key }: KeyedObject, { model }: HostContext): ConditionalFormat => {
  const found = model.conditionalFormats(sheet).find(({ id }) => id === key);
  if (!found) throw new HostError('ItemNotFound');
  return found;
};

const changeFormat = (object: KeyedObject, context: HostContext, changes: Partial<ConditionalFormat>): void => {
  const before = ownFormat(object, context);
  const all = context.model.conditionalFormats(object.sheet);
  formatCells(context, object.sheet, () =>
    context.model.setConditionalFormats(
      object.sheet,
      all.map((each) => (each === before ? { ...each, ...changes } : each)),
    ),
  );
};

const addFormat = (object: PartObject, [type]: readonly unknown[], context: HostContext): HostObject => {
  const made: ConditionalFormat = {
    id: `{${crypto.randomUUID().toUpperCase()}}`,
    type: String(type),
    areas: object.areas,
    rule: {},
    format: {},
    stopIfTrue: false,
  };
  formatCells(context, object.sheet, () =>
    context.model.setConditionalFormats(object.sheet, [made, ...context.model.conditionalFormats(object.sheet)]),
  );
  return formatObject(object.sheet, made.id);
};

const removeFormats = (sheet: string, gone: readonly ConditionalFormat[], context: HostContext): void =>
  formatCells(context, sheet, () =>
    context.model.setConditionalFormats(
      sheet,
      context.model.conditionalFormats(sheet).filter((each) => !gone.includes(each)),
    ),
  );

/** The part of a conditional format for its own type; asking for another type's part is an error, or null. */
const typed = (type: string, nullable: boolean) => (object: KeyedObject, context: HostContext) => {
  if (ownFormat(object, context).type === type) return keyed(`${type}ConditionalFormat`, object.sheet, object.key);
  if (nullable) return null;
  throw new HostError('InvalidOperation');
};

const rangeOf = (object: KeyedObject, _args: readonly unknown[], context: HostContext): HostObject | null => {
  const [only, second] = ownFormat(object, context).areas;
  return only && !second ? rangeObject(object.sheet, only) : null;
};

const look = <Key extends keyof CellStyle>(
  key: Key,
  otherwise: unknown,
  toStyle: (value: unknown) => CellStyle[Key] = (value) => value as CellStyle[Key],
): Property<KeyedObject> => ({
  get: (object, context) => ownFormat(object, context).format[key] ?? otherwise,
  set: (object, value, context) =>
    changeFormat(object, context, { format: { ...ownFormat(object, context).format, [key]: toStyle(value) } }),
});

const sub = (type: string) => (object: KeyedObject) => keyed(type, object.sheet, object.key);

const ruleField = (field: string): Property<KeyedObject> => ({
  get: (object, context) => ownFormat(object, context).rule[field] ?? '',
  set: (object, value, context) => changeFormat(object, context, { rule: { ...ownFormat(object, context).rule, [field]: value } }),
});

export const ruleClasses: HostClasses = {
  DataValidation: hostClass<PartObject>({
    properties: {
      Type: read((object, context) => {
        const all = validationsAt(object, context);
        if (all.length === 0) return 'None';
        if (all.length > 1) return 'Inconsistent';
        const covered = object.areas.every((mine) =>
          all[0]?.areas.some((area) => sameArea(intersect(area, mine) ?? mine, mine) && intersect(area, mine)),
        );
        return covered ? (kindNames[Object.keys(all[0]?.rule ?? {})[0] ?? ''] ?? 'None') : 'MixedCriteria';
      }),
      Rule: { get: (object, context) => sharedValidation(object, context)?.rule ?? {}, set: setValidation('rule') },
      IgnoreBlanks: {
        get: (object, context) => sharedValidation(object, context)?.ignoreBlanks ?? true,
        set: setValidation('ignoreBlanks'),
      },
      ErrorAlert: { get: (object, context) => sharedValidation(object, context)?.errorAlert ?? noAlert, set: setValidation('errorAlert') },
      Prompt: { get: (object, context) => sharedValidation(object, context)?.prompt ?? noPrompt, set: setValidation('prompt') },
    },
    methods: { Clear: (object, _args, context) => formatCells(context, object.sheet, () => clearValidation(object, context)) },
  }),

  ConditionalFormatCollection: hostClass<PartObject>({
    items: (object, context) => formatsAt(object, context).map(({ id }) => formatObject(object.sheet, id)),
    item: (object, key, context) =>
      formatsAt(object, context).some(({ id }) => id === key) ? formatObject(object.sheet, String(key)) : null,
    methods: {
      Add: addFormat,
      ClearAll: (object, _args, context) => removeFormats(object.sheet, formatsAt(object, context), context),
      GetCount: (object, _args, context) => formatsAt(object, context).length,
    },
  }),

  ConditionalFormat: hostClass<KeyedObject>({
    identity: ({ key }) => ({ Id: key }),
    properties: {
      Id: read(({ key }) => key),
      Type: read((object, context) => ownFormat(object, context).type),
      Priority: read((object, context) => context.model.conditionalFormats(object.sheet).findIndex(({ id }) => id === object.key)),
      StopIfTrue: {
        get: (object, context) => ownFormat(object, context).stopIfTrue,
        set: (object, value, context) => changeFormat(object, context, { stopIfTrue: Boolean(value) }),
      },
    },
    links: {
      Custom: typed('Custom', false),
      CustomOrNullObject: typed('Custom', true),
      CellValue: typed('CellValue', false),
      CellValueOrNullObject: typed('CellValue', true),
    },
    methods: {
      Delete: (object, _args, context) => removeFormats(object.sheet, [ownFormat(object, context)], context),
      GetRange: (object, args, context) => {
        const found = rangeOf(object, args, context);
        if (!found) throw new HostError('InvalidOperation');
        return found;
      },
      GetRangeOrNullObject: rangeOf,
      GetRanges: (object, _args, context) => areasObject(object.sheet, ownFormat(object, context).areas),
    },
  }),

  CustomConditionalFormat: hostClass<KeyedObject>({ links: { Format: sub('ConditionalRangeFormat'), Rule: sub('ConditionalFormatRule') } }),
  ConditionalFormatRule: hostClass<KeyedObject>({ properties: { Formula: ruleField('formula'), FormulaLocal: ruleField('formula') } }),
  CellValueConditionalFormat: hostClass<KeyedObject>({
    properties: {
      Rule: {
        get: (object, context) => ownFormat(object, context).rule,
        set: (object, value, context) => changeFormat(object, context, { rule: value as ConditionalFormat['rule'] }),
      },
    },
    links: { Format: sub('ConditionalRangeFormat') },
  }),
  ConditionalRangeFormat: hostClass<KeyedObject>({ links: { Fill: sub('ConditionalRangeFill'), Font: sub('ConditionalRangeFont') } }),
  ConditionalRangeFill: hostClass<KeyedObject>({ properties: { Color: look('fill', '') } }),
  ConditionalRangeFont: hostClass<KeyedObject>({
    properties: {
      Color: look('fontColor', ''),
      Bold: look('bold', null),
      Italic: look('italic', null),
      Strikethrough: look('strikethrough', null),
      Underline: look('underline', null, (value) => value !== 'None'),
    },
  }),
};
