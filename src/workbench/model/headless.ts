/** Univer without a screen: the workbook of the host tests and of whatever runs in Node. */
import { ICommandService, IUniverInstanceService, LocaleType, Univer } from '@univerjs/core';
import type { IWorkbookData, Plugin, PluginCtor } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import * as packages from '@univerjs/preset-sheets-node-core';
import type { UniverParts } from './univerWorkbook';

/** FormulaExecutedStateType.STOP_EXECUTION of Univer's engine. */
const calculationStopped = 1;

/**
 * Ends Univer. The engine says after a second that it is still at work, by a timer that outlives it and then fails; it is taken back by
 * telling that the calculation was stopped.
 */
const end = (univer: Univer): void => {
  const commands = univer.__getInjector().get(ICommandService);
  if (commands.hasCommand('formula.mutation.set-formula-calculation-notification'))
    commands.syncExecuteCommand('formula.mutation.set-formula-calculation-notification', { functionsExecutedState: calculationStopped });
  univer.dispose();
};

/** Starts Univer's core, formula engine and sheet plugins (and any `more`) with one workbook. `dispose` ends it. */
export const startHeadless = (
  workbook: Partial<IWorkbookData>,
  more: readonly PluginCtor<Plugin>[] = [],
): UniverParts & { readonly unitId: string; dispose(): void } => {
  const univer = new Univer({ locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: {} } });
  packages
    .UniverSheetsNodeCorePreset()
    .plugins.forEach((entry) => (Array.isArray(entry) ? univer.registerPlugin(entry[0], entry[1]) : univer.registerPlugin(entry)));
  more.forEach((plugin) => univer.registerPlugin(plugin));
  const api = FUniver.newAPI(univer);
  const unitId = api.createWorkbook(workbook).getId();
  // Undo works on the unit that has the focus; without a screen nothing else gives it.
  univer.__getInjector().get(IUniverInstanceService).focusUnit(unitId);
  return { univer, api, packages, unitId, dispose: () => end(univer) };
};
