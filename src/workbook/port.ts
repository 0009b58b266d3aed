/**
 * The one way in and out of a workbook: a snapshot in, a plan out. Adapters: excel/ (Office.js) and xlsx/ (files).
 */
import type { CellValue, Grid } from '../form/grid';
import type { CellWrite } from '../review/types';
import type { SheetPlan } from '../template/sheetPlan';
import type { StoredRubric } from '../template/storedRubric';

export interface WorkbookSnapshot {
  /** File or workbook name. */
  readonly name: string;
  readonly grids: readonly Grid[];
  /** What the product itself stored with the workbook: policies, answers, corrections. JSON texts by key. */
  readonly settings: Readonly<Record<string, string>>;
  /** Rubrics that travel with sheets made of a template, by sheet name. Absent where the host cannot tell. */
  readonly rubrics?: Readonly<Record<string, StoredRubric>>;
  readonly readOnly: boolean;
  /** Sheets that were left out and why (`too-large`: more cells than can be read). */
  readonly skipped: readonly {
    readonly sheet: string;
    readonly code: WorkbookErrorCode;
    readonly details: Readonly<Record<string, string>>;
  }[];
  /** Language tag of the data's culture, for dates and numbers. */
  readonly culture: string;
}

export type WorkbookErrorCode =
  | 'not-a-workbook'
  | 'encrypted'
  | 'damaged'
  | 'too-large'
  | 'empty'
  | 'protected'
  | 'read-only'
  | 'cell-edit'
  | 'changed-since'
  | 'sheet-missing'
  | 'nothing-to-undo'
  | 'offline'
  | 'unsupported'
  | 'host';

/** The host or the file failed in a known way. `code` names a message under `error.` in src/locale. */
export class WorkbookError extends Error {
  constructor(
    readonly code: WorkbookErrorCode,
    readonly details: Readonly<Record<string, string>> = {},
    options?: { cause?: unknown },
  ) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = 'WorkbookError';
  }
}

/** Proof of an applied plan, enough to take it back. */
export interface Receipt {
  readonly id: string;
  readonly writes: readonly CellWrite[];
}

export interface ChangeEvent {
  readonly sheet: string;
  /** A1 address of what changed. */
  readonly address: string;
  readonly source: 'user' | 'co-author' | 'self';
}

/** A defined name and what it stands for. */
export interface DefinedName {
  readonly name: string;
  /** With its leading `=`. */
  readonly formula: string;
}

/** A cell as it is at this moment. */
export interface LiveCell {
  readonly value: CellValue;
  readonly formula: string | null;
}

export interface WorkbookPort {
  /** Everything at once, in a constant number of round trips (chunked only by payload limits). */
  snapshot(options?: {
    readonly sheets?: readonly string[];
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number, of: number) => void;
  }): Promise<WorkbookSnapshot>;
  /** Writes all or nothing. Cells changed by hand since `before` was read make it throw `changed-since` with the cells named. */
  apply(writes: readonly CellWrite[]): Promise<Receipt>;
  /** Takes a receipt back; throws `changed-since` where a cell was edited after the fill. */
  undo(receipt: Receipt): Promise<void>;
  select(sheet: string, cell: string): Promise<void>;
  /** For each cell the A1 address of the area into which its formula spills, null where it does not. Hosts without spilling have no such member. */
  spills?(cells: readonly { readonly sheet: string; readonly cell: string }[]): Promise<readonly (string | null)[]>;
  /** Defined names, those of sheets as `Sheet!name`; absent where the host cannot tell. */
  definedNames?(): Promise<readonly DefinedName[]>;
  /** What the product stored with the workbook: JSON texts by key. */
  readSettings(): Promise<Readonly<Record<string, string>>>;
  writeSetting(key: string, json: string | null): Promise<void>;
}

/** A generated form with the rubric that travels with it. */
export interface NewSheet {
  readonly plan: SheetPlan;
  readonly rubric: StoredRubric;
  /** Formulas locked and entries open, with the author's password where there is one. */
  readonly protection: { readonly on: boolean; readonly password?: string };
  /** A sheet that is rewritten instead, whatever stands on it: its name and place stay. */
  readonly inPlaceOf?: string;
}

/** Hosts that can tell of changes (Excel); files cannot. */
export interface WatchableWorkbook extends WorkbookPort {
  /**
   * A new sheet behind the active one, under `name` or the first free `name (2)` …; brought to the front. Empty, or a generated form: in one
   * undo step where the host can, and nothing of it where it fails; one that is to stand in the place of a sheet takes that one. Returns its name.
   */
  addSheet(name: string, content?: NewSheet): Promise<string>;
  /** What areas hold at this moment, as rows of cells, in one round trip. Throws `sheet-missing`. */
  readAreas(areas: readonly { readonly sheet: string; readonly address: string }[]): Promise<readonly (readonly (readonly LiveCell[])[])[]>;
  /** What is selected now, as `onSelected` tells it. */
  selected(): Promise<{ readonly sheet: string; readonly address: string }>;
  /** Calculates every formula anew. */
  recalculate(): Promise<void>;
  onChanged(listener: (event: ChangeEvent) => void): Promise<() => Promise<void>>;
  onSelected(listener: (place: { sheet: string; address: string }) => void): Promise<() => Promise<void>>;
}
