/** One workbook inside a Univer instance, and the few ways in which the parts of the model touch it. */
import { ICommandService, IUndoRedoService, IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import type { IExecutionOptions, IMutationInfo, Univer, Workbook, Worksheet } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { WorkbookExtras } from './workbookModel';

type NodePackages = typeof import('@univerjs/preset-sheets-node-core');

/** What the model takes from Univer's packages; the browser's preset and Node's both hold these, each as its own module. */
export type UniverPackages = Pick<
  NodePackages,
  | 'CustomFunction'
  | 'FormulaCalculationSessionService'
  | 'FormulaDataModel'
  | 'IDefinedNamesService'
  | 'IFunctionService'
  | 'IRegisterFunctionService'
  | 'SetRangeValuesUndoMutationFactory'
  | 'SheetsSelectionsService'
  | 'TriggerCalculationController'
>;

export interface UniverParts {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly packages: UniverPackages;
}

/** A mutation of Univer's by its id, with its parameters. */
export const mutation = (id: string, params: object): IMutationInfo => ({ id, params }) as IMutationInfo;

export interface UniverWorkbook extends UniverParts {
  readonly unitId: string;
  readonly extras: WorkbookExtras;
  readonly commands: ICommandService;
  readonly undoRedo: IUndoRedoService;
  /** Univer's workbook and sheet models, for reading. */
  workbook(): Workbook;
  sheet(id: string): Worksheet;
  get: ReturnType<Univer['__getInjector']>['get'];
  /** Runs mutations and remembers how to take them back. `options` go to Univer: `fromCollab` keeps its screen from following the change. */
  change(redo: readonly IMutationInfo[], undo: readonly IMutationInfo[], options?: IExecutionOptions): void;
  /** Runs a command of Univer's own, which takes care of references and undo itself. */
  command(id: string, params: object): void;
}

export const emptyExtras = (): WorkbookExtras => ({
  settings: {},
  properties: {},
  xmlParts: [],
  tables: [],
  conditionalFormats: {},
  sheetProperties: {},
  protections: {},
  veryHidden: [],
  nameComments: {},
});

const sheetIn = (workbook: Workbook, id: string): Worksheet => {
  const found = workbook.getSheetBySheetId(id);
  if (!found) throw new Error(`no sheet with id ${id}`);
  return found;
};

/** Binds the unit `unitId` (or the one shown now) of a running Univer. `extras` are what an opened file brought along. */
export const bindUniver = (
  parts: UniverParts,
  options: { readonly unitId?: string; readonly extras?: Partial<WorkbookExtras> },
): UniverWorkbook => {
  const injector = parts.univer.__getInjector();
  const commands = injector.get(ICommandService);
  const undoRedo = injector.get(IUndoRedoService);
  const instances = injector.get(IUniverInstanceService);
  const unit = options.unitId
    ? instances.getUnit<Workbook>(options.unitId)
    : instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
  if (!unit) throw new Error('Univer holds no workbook');
  const unitId = unit.getUnitId();
  const run = (infos: readonly IMutationInfo[], how?: IExecutionOptions) =>
    infos.forEach(({ id, params }) => commands.syncExecuteCommand(id, params, how));
  return {
    ...parts,
    unitId,
    extras: { ...emptyExtras(), ...options.extras },
    commands,
    undoRedo,
    workbook: () => unit,
    sheet: (id) => sheetIn(unit, id),
    get: injector.get.bind(injector),
    change: (redo, undo, how) => {
      run(redo, how);
      undoRedo.pushUndoRedo({ unitID: unitId, redoMutations: [...redo], undoMutations: [...undo] });
    },
    command: (id, params) => {
      if (!commands.syncExecuteCommand(id, { unitId, ...params })) throw new Error(`Univer refused ${id}`);
    },
  };
};
