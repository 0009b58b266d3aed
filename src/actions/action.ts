/**
 * One object per thing a user can do. The ribbon, the pane, the keyboard and the command line share them.
 */
import type { Assessment, CellWrite, FillMode, Plan } from '../review/types';
import type { ReviewPolicy } from '../review/policy';
import type { Receipt, WorkbookPort, WorkbookSnapshot } from '../workbook/port';

/** What a face hands to an action. */
export interface ActionContext {
  readonly workbook: WorkbookPort;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

export interface CheckInput {
  /** Limit to these sheets (re-check of one form after an edit); all sheets where absent. */
  readonly sheets?: readonly string[];
  /** The check before: with `sheets`, the other sheets are taken from it, so that formulas across sheets keep their sight. */
  readonly former?: CheckResult;
}

export interface CheckResult {
  readonly snapshot: WorkbookSnapshot;
  readonly policy: ReviewPolicy;
  /** In the order of sheets, then of rows. */
  readonly assessments: readonly Assessment[];
}

export interface PlanInput {
  readonly checked: CheckResult;
  readonly mode: FillMode;
  /** Cells (`Sheet!A1`) that the user left out. */
  readonly except?: ReadonlySet<string>;
  /** Also put wrong totals right, formulas included. */
  readonly overwriteWrong?: boolean;
}

export interface FillInput {
  readonly writes: readonly CellWrite[];
}

/** A command: what it is called (`action.<id>` in src/locale), whether it can run now, and what it does. */
export interface Action<Input, Output> {
  readonly id:
    | 'check'
    | 'plan'
    | 'fill'
    | 'undo'
    | 'jump'
    | 'insert'
    | 'prepareToSend'
    | 'freeze'
    | 'rememberPolicy'
    | 'rememberAnswer'
    | 'rememberCorrection';
  /** Name of the Fluent icon that stands for it. */
  readonly icon: string;
  perform(context: ActionContext, input: Input): Promise<Output>;
}

export type CheckAction = Action<CheckInput, CheckResult>;
export type PlanAction = Action<PlanInput, Plan>;
export type FillAction = Action<FillInput, Receipt>;
export type UndoAction = Action<Receipt, void>;
