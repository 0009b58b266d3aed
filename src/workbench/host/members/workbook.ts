/** The workbook itself, the application, and what hangs directly on them. */
import { HostError } from '../hostError';
import { hostClass, read } from '../hostObject';
import type { HostClasses, HostContext, HostObject } from '../hostObject';
import { eventMembers, workbookTarget } from './eventMembers';
import { areasObject, keyed, part, rangeObject, wholeSheet } from './objects';

export const workbookObject: HostObject = { $type: 'Workbook' };

const single = ($type: string) => (): HostObject => ({ $type });

const selected = ({ model }: HostContext): HostObject => {
  const { sheet, areas } = model.selection();
  const [only, second] = areas;
  // Excel refuses `getSelectedRange` where several areas are selected.
  if (!only || second) throw new HostError('InvalidSelection', 'The current selection is invalid for this operation.');
  return rangeObject(sheet, only);
};

const eventRange = ([reference]: readonly unknown[], { events }: HostContext): HostObject | null => {
  const place = events.rangeOf(String(reference));
  return place && rangeObject(place.sheet, place.area);
};

/** `Full` and `FullRebuild` calculate everything; `Recalculate` what changed. */
const calculate = async (_application: HostObject, [type]: readonly unknown[], context: HostContext): Promise<void> =>
  context.calculate(type !== 'Recalculate');

const cultureParts: Readonly<Record<string, { decimal: string; group: string }>> = {
  de: { decimal: ',', group: '.' },
  fr: { decimal: ',', group: ' ' },
};
const separators = (culture: string) => cultureParts[culture.split('-')[0] ?? ''] ?? { decimal: '.', group: ',' };

export const workbookClasses: HostClasses = {
  Workbook: hostClass({
    properties: {
      Name: read((_workbook, { model }) => model.name),
      ReadOnly: read((_workbook, { faults }) => faults.readOnly),
      IsDirty: read(() => true),
      AutoSave: read(() => false),
      PreviouslySaved: read(() => true),
      CalculationEngineVersion: read(() => 191029),
      UsePrecisionAsDisplayed: read(() => false),
    },
    links: {
      Application: single('Application'),
      Worksheets: single('WorksheetCollection'),
      Names: () => keyed('NamedItemCollection', '', ''),
      Tables: () => part('TableCollection', '', [wholeSheet]),
      Settings: () => keyed('SettingCollection', '', ''),
      CustomXmlParts: single('CustomXmlPartCollection'),
      Properties: single('DocumentProperties'),
      Protection: single('WorkbookProtection'),
      _Runtime: single('Runtime'),
    },
    methods: {
      ...eventMembers(() => workbookTarget),
      GetActiveCell: (_workbook, _args, { model }) => {
        const { sheet, areas } = model.selection();
        const first = areas[0];
        return rangeObject(sheet, { row: first?.row ?? 0, column: first?.column ?? 0, rows: 1, columns: 1 });
      },
      GetSelectedRange: (_workbook, _args, context) => selected(context),
      GetSelectedRanges: (_workbook, _args, { model }) => areasObject(model.selection().sheet, model.selection().areas),
      GetIsActiveCollabSession: () => false,
      _GetRangeForEventByReferenceId: (_workbook, args, context) => {
        const found = eventRange(args, context);
        if (!found) throw new HostError('ItemNotFound');
        return found;
      },
      _GetRangeOrNullObjectForEventByReferenceId: (_workbook, args, context) => eventRange(args, context),
      _GetReferenceCount: (_workbook, _args, { references }) => references.size,
      _RemoveReference: (_workbook, [id], { references }) => references.remove(String(id)),
      _RemoveAllReferences: (_workbook, _args, { references }) => references.clear(),
      _SetOsfControlContainerReadyForCustomFunctions: (_workbook, _args, { functionCalls }) => functionCalls.ready(),
    },
  }),

  Application: hostClass({
    properties: {
      CalculationMode: read(() => 'Automatic'),
      CalculationState: read(() => 'Done'),
      CalculationEngineVersion: read(() => 191029),
      DecimalSeparator: read((_application, { culture }) => separators(culture).decimal),
      ThousandsSeparator: read((_application, { culture }) => separators(culture).group),
      UseSystemSeparators: read(() => true),
    },
    links: { CultureInfo: single('CultureInfo') },
    methods: {
      Calculate: calculate,
      // Nothing to suspend: formulas wait for the end of the batch and the grid draws afterwards anyway.
      SuspendApiCalculationUntilNextSync: () => undefined,
      SuspendScreenUpdatingUntilNextSync: () => undefined,
    },
  }),

  CultureInfo: hostClass({
    properties: { Name: read((_culture, { culture }) => culture) },
    links: { NumberFormat: single('NumberFormatInfo') },
  }),

  NumberFormatInfo: hostClass({
    properties: {
      NumberDecimalSeparator: read((_format, { culture }) => separators(culture).decimal),
      NumberGroupSeparator: read((_format, { culture }) => separators(culture).group),
    },
  }),

  Runtime: hostClass({
    properties: {
      EnableEvents: {
        get: (_runtime, context) => context.enableEvents,
        set: (_runtime, value, context) => {
          context.enableEvents = Boolean(value);
        },
      },
    },
  }),

  WorkbookProtection: hostClass({ properties: { Protected: read(() => false) } }),

  DocumentProperties: hostClass({
    properties: {
      Title: read((_properties, { model }) => model.extras.properties.Title ?? ''),
      Author: read((_properties, { model }) => model.extras.properties.Author ?? ''),
    },
    links: { Custom: () => keyed('CustomPropertyCollection', '', '') },
  }),
};
