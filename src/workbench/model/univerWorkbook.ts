/** One workbook inside a Univer instance, and the few ways in which the parts of the model touch it. */
import {
  CustomCommandExecutionError,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  RedoCommandId,
  UndoCommandId,
  UniverInstanceType,
} from '@univerjs/core';
import type { IExecutionOptions, IMutationInfo, Univer, Workbook, Worksheet } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { WorkbookExtras } from './workbookModel';

type NodePackages = typeof import('@univerjs/preset-sheets-node-core');

/** What the model takes from Univer's packages; the browser's preset and Node's both hold these, each as its own module. */
export type UniverPackages = Pick<
  NodePackages,
  | 'ArrayValueObject'
  | 'CustomFunction'
  | 'FormulaCalculationSessionService'
  | 'FormulaDataModel'
  | 'IDefinedNamesService'
  | 'IFunctionService'
  | 'IRegisterFunctionService'
  | 'SetRangeValuesUndoMutationFactory'
  | 'SheetsSelectionsService'
  | 'TriggerCalculationController'
  | 'ValueObjectFactory'
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
  /** Makes one undo step of all changes until the returned function is called. Steps may nest: the outermost counts. */
  openUndoStep(): () => void;
  /** Waits until no undo step is open. */
  stepWhole(): Promise<void>;
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
  pageLayouts: {},
  protections: {},
  veryHidden: [],
  nameComments: {},
});

const sheetIn = (workbook: Workbook, id: string): Worksheet => {
  const found = workbook.getSheetBySheetId(id);
  if (!found) throw new Error(`no sheet with id ${id}`);
  return found;
};

/**
 * Several changes as one undo step. Univer can join them (`__tempBatchingUndoRedo`), but takes them back in the order in which they were
 * made; two changes of one cell need the opposite order, so the joined step is turned round when it closes.
 */
const makeUndoSteps = (undoRedo: IUndoRedoService, unitId: string) => {
  let depth = 0;
  let ends: number[] = [];
  let batch: { dispose(): void } | null = null;
  const later: (() => void)[] = [];
  const undone = () => undoRedo.pitchTopUndoElement()?.undoMutations ?? [];
  const turnRound = () => {
    const mutations = undone();
    if (ends.length < 2 || ends.at(-1) !== mutations.length) return;
    const chunks = ends.map((end, at) => mutations.slice(ends[at - 1] ?? 0, end));
    mutations.splice(0, mutations.length, ...chunks.reverse().flat());
  };
  const close = () => {
    depth -= 1;
    if (depth > 0) return;
    batch?.dispose();
    turnRound();
    later.splice(0).forEach((action) => action());
  };
  const whole = (): Promise<void> => (depth > 0 ? new Promise<void>((resolve) => later.push(resolve)).then(whole) : Promise.resolve());
  return {
    whole,
    /** Leaves `action` for when the open step is whole; gives false where none is open. */
    postpone: (action: () => void): boolean => depth > 0 && later.push(action) > 0,
    mark: () => {
      if (depth > 0) ends.push(undone().length);
    },
    open: (): (() => void) => {
      if (depth === 0) {
        batch = undoRedo.__tempBatchingUndoRedo(unitId);
        ends = [];
      }
      depth += 1;
      let open = true;
      return () => {
        if (open) close();
        open = false;
      };
    },
  };
};

/** Undo and Redo that come while a request is being carried out would take a half of it: they wait until the step is whole. */
const keepStepsWhole = (commands: ICommandService, postpone: (action: () => void) => boolean): void => {
  commands.beforeCommandExecuted(({ id }) => {
    const takesStep = id === UndoCommandId || id === RedoCommandId;
    if (takesStep && postpone(() => commands.syncExecuteCommand(id)))
      throw new CustomCommandExecutionError('a step of changes is still open');
  });
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
  const steps = makeUndoSteps(undoRedo, unitId);
  keepStepsWhole(commands, steps.postpone);
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
      steps.mark();
    },
    openUndoStep: steps.open,
    stepWhole: steps.whole,
    command: (id, params) => {
      if (!commands.syncExecuteCommand(id, { unitId, ...params })) throw new Error(`Univer refused ${id}`);
      steps.mark();
    },
  };
};
