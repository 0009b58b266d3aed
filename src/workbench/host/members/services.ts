/** The service objects that office.js makes by name: the add-in's runtime, its ribbon, its custom functions. */
import { hostClass } from '../hostObject';
import type { HostClasses, HostObject } from '../hostObject';

interface ControlObject extends HostObject {
  readonly id: string;
}

interface FunctionResultObject {
  readonly id: number;
  readonly value: unknown;
  readonly failed: boolean;
  readonly errorCode?: number;
}

export const serviceClasses: HostClasses = {
  'Microsoft.AppRuntime.AppRuntimeService': hostClass({
    methods: {
      SetAppRuntimeState: (_service, [state], context) => {
        context.shell.runtimeState = String(state);
        context.askShell({ kind: 'runtimeState', state: state === 'Background' ? 'Background' : 'Visible' });
      },
      GetAppRuntimeState: (_service, _args, { shell }) => shell.runtimeState,
    },
  }),

  'Microsoft.AppRuntime.AppRuntimePersistenceService': hostClass({
    methods: {
      SetAppRuntimeStartState: (_service, [state], context) => {
        context.shell.startupState = String(state);
        context.askShell({ kind: 'startupState', state: String(state) });
      },
      GetAppRuntimeStartState: (_service, _args, { shell }) => shell.startupState,
    },
  }),

  'Microsoft.DynamicRibbon.DynamicRibbon': hostClass({
    methods: {
      GetButton: (_service, [id]) => ({ $type: 'RibbonButton', id: String(id) }) as HostObject,
      GetTab: (_service, [id]) => ({ $type: 'RibbonTab', id: String(id) }) as HostObject,
    },
  }),

  RibbonButton: hostClass<ControlObject>({
    properties: { Enabled: { set: ({ id }, value, context) => context.askShell({ kind: 'button', id, enabled: Boolean(value) }) } },
  }),

  RibbonTab: hostClass<ControlObject>({
    methods: { SetVisibility: ({ id }, [value], context) => context.askShell({ kind: 'tab', id, visible: Boolean(value) }) },
  }),

  'Microsoft.InternalService.AddinInternalService': hostClass({
    methods: { NotifyActionHandlerReady: (_service, _args, context) => context.askShell({ kind: 'actionHandlerReady' }) },
  }),

  'Microsoft.Office.ActionService': hostClass({
    methods: { AreShortcutsInUse: () => [], GetShortcuts: () => ({}), ReplaceShortcuts: () => undefined },
  }),

  'Microsoft.ExcelServices.CustomFunctions': hostClass({
    methods: {
      _SetOsfControlContainerReadyForCustomFunctions: (_service, _args, { functionCalls, askShell }) => {
        functionCalls.ready();
        askShell({ kind: 'functionsReady' });
      },
      SetInvocationArrayResults: (_service, [rows], { functionCalls }) => functionCalls.answer(rows as unknown[][]),
      SetInvocationResults: (_service, [results], { functionCalls }) =>
        functionCalls.answer(
          (results as FunctionResultObject[]).map(({ id, failed, value, errorCode }) => [id, !failed, value, errorCode]),
        ),
      _GetEnabledFeatures: () => [],
    },
  }),
};
