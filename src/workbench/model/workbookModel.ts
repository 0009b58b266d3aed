/**
 * What the host needs from a workbook, in plain data. One implementation stands on Univer (univerModel.ts), in Node and in the browser.
 * Rows and columns count from 0. A blank cell reads as ''. Sheets are named by their id, which never changes.
 */

/** What a cell holds. Blank is ''; an error value is its text, such as `#DIV/0!`, in a cell whose type is `error`. */
export type CellValue = string | number | boolean;

/** What is put into a cell: text that begins with `=` is a formula, `'` before a text keeps it text, null leaves the cell as it is, '' clears it. */
export type CellInput = CellValue | null;

export type ValueKind = 'empty' | 'string' | 'number' | 'boolean' | 'error';

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Place {
  readonly sheet: string;
  readonly area: Area;
}

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  /** Place among all sheets, hidden ones included; 0 is the first. */
  readonly position: number;
  readonly visibility: Visibility;
  /** `#RRGGBB`, or '' where the tab has no colour. */
  readonly tabColor: string;
  readonly showGridlines: boolean;
  /** Frozen rows and columns from the top left. */
  readonly frozen: { readonly rows: number; readonly columns: number };
}

export type SheetChanges = Partial<Omit<SheetInfo, 'id'>>;

export type HorizontalAlignment = 'General' | 'Left' | 'Center' | 'Right' | 'Justify' | 'Distributed' | 'Fill' | 'CenterAcrossSelection';
export type VerticalAlignment = 'Top' | 'Center' | 'Bottom' | 'Justify' | 'Distributed';
export type BorderSide =
  'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical' | 'DiagonalDown' | 'DiagonalUp';

export interface Border {
  readonly style: 'None' | 'Continuous' | 'Dash' | 'DashDot' | 'DashDotDot' | 'Dot' | 'Double' | 'SlantDashDot';
  readonly weight: 'Hairline' | 'Thin' | 'Medium' | 'Thick';
  /** `#RRGGBB`. */
  readonly color: string;
}

/** How a cell looks; colours are `#RRGGBB`, '' for none. */
export interface CellStyle {
  readonly fill: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly horizontal: HorizontalAlignment;
  readonly vertical: VerticalAlignment;
  readonly wrap: boolean;
  readonly textRotation: number;
  /** Steps between the cell's side and its text. */
  readonly indent: number;
  /** Whether the cell is locked once its sheet is protected. */
  readonly locked: boolean;
}

export interface ProtectionOptions {
  readonly allowAutoFilter: boolean;
  readonly allowDeleteColumns: boolean;
  readonly allowDeleteRows: boolean;
  readonly allowEditObjects: boolean;
  readonly allowEditScenarios: boolean;
  readonly allowFormatCells: boolean;
  readonly allowFormatColumns: boolean;
  readonly allowFormatRows: boolean;
  readonly allowInsertColumns: boolean;
  readonly allowInsertHyperlinks: boolean;
  readonly allowInsertRows: boolean;
  readonly allowPivotTables: boolean;
  readonly allowSort: boolean;
  readonly selectionMode: 'Normal' | 'Unlocked' | 'None';
}

export interface SheetProtection {
  readonly protected: boolean;
  readonly password: string;
  readonly options: ProtectionOptions;
}

/** A rule for what may be entered, in the words of Excel's DataValidation: `rule` is its DataValidationRule as it came. */
export interface Validation {
  readonly id: string;
  readonly areas: readonly Area[];
  readonly rule: Readonly<Record<string, unknown>>;
  readonly ignoreBlanks: boolean;
  readonly errorAlert: Readonly<Record<string, unknown>> | null;
  readonly prompt: Readonly<Record<string, unknown>> | null;
}

/** A conditional format. `type` is Excel's ConditionalFormatType; `rule` and `format` as the add-in wrote them. */
export interface ConditionalFormat {
  readonly id: string;
  readonly type: string;
  readonly areas: readonly Area[];
  readonly rule: Readonly<Record<string, unknown>>;
  readonly format: Partial<CellStyle>;
  readonly stopIfTrue: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** Begins with `=`. */
  readonly formula: string;
  /** Id of the sheet it belongs to, or '' for the whole workbook. */
  readonly sheet: string;
  readonly comment: string;
  readonly visible: boolean;
}

export interface Table {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  /** Header and totals rows included. */
  readonly area: Area;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly style: string;
}

export interface XmlPart {
  readonly id: string;
  readonly namespaceUri: string;
  readonly xml: string;
}

/** What Univer has no place for; plain JSON, kept with the workbook. */
export interface WorkbookExtras {
  /** Add-in settings: opaque JSON texts by key. */
  settings: Record<string, string>;
  properties: Record<string, string | number | boolean>;
  xmlParts: XmlPart[];
  tables: Table[];
  conditionalFormats: Record<string, ConditionalFormat[]>;
  sheetProperties: Record<string, Record<string, string>>;
  /** How sheets are printed: what was assigned to their page layout, by member. */
  pageLayouts: Record<string, Record<string, unknown>>;
  protections: Record<string, SheetProtection>;
  veryHidden: string[];
  nameComments: Record<string, string>;
}

/** Who made a change. Only `user` and `co-author` are news to the add-in; its own edits are told too, marked as its own. */
export type ChangeSource = 'user' | 'add-in' | 'co-author';

export type ChangeType = 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';

/** News from the workbook, in the order it happened. */
export type ModelEvent =
  | {
      readonly kind: 'cells';
      readonly source: ChangeSource;
      readonly sheet: string;
      readonly area: Area;
      readonly change: ChangeType;
      readonly before?: CellValue;
      readonly after?: CellValue;
    }
  | { readonly kind: 'format'; readonly source: ChangeSource; readonly sheet: string; readonly area: Area }
  | { readonly kind: 'calculated'; readonly sheet: string; readonly area: Area }
  /** A person tried to edit a locked cell of a protected sheet; nothing was changed. For the page: the add-in is not told. */
  | { readonly kind: 'refused'; readonly sheet: string; readonly area: Area }
  | { readonly kind: 'selection'; readonly sheet: string; readonly areas: readonly Area[] }
  | { readonly kind: 'activated'; readonly sheet: string; readonly from: string }
  | { readonly kind: 'added' | 'deleted'; readonly source: ChangeSource; readonly sheet: string; readonly name: string }
  | { readonly kind: 'renamed'; readonly source: ChangeSource; readonly sheet: string; readonly before: string; readonly after: string }
  | {
      readonly kind: 'visibility';
      readonly source: ChangeSource;
      readonly sheet: string;
      readonly before: Visibility;
      readonly after: Visibility;
    }
  | { readonly kind: 'protection'; readonly source: ChangeSource; readonly sheet: string; readonly protected: boolean };

/** A call of a custom function from a cell: arguments are scalars or 2-D arrays, null for an omitted or blank one. */
export interface FunctionCall {
  readonly name: string;
  readonly args: readonly FunctionArgument[];
  /** The calling cell, `Sheet1!A1`. */
  readonly address: string;
}

export type FunctionArgument = CellValue | null | readonly (readonly (CellValue | null)[])[];

/** A scalar, a 2-D array that spills, or an Excel error such as `#N/A`. */
export type FunctionResult =
  { readonly value: CellValue | readonly (readonly CellValue[])[] } | { readonly error: string; readonly message?: string };

/** Answers every call of one calculation at once, in order. */
export type FunctionRuntime = (calls: readonly FunctionCall[]) => Promise<readonly FunctionResult[]>;

/** One function of functions.json (what the metadata tool writes). */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly type?: string;
    readonly dimensionality?: 'scalar' | 'matrix';
    readonly optional?: boolean;
    readonly repeating?: boolean;
  }[];
  readonly result?: { readonly type?: string; readonly dimensionality?: 'scalar' | 'matrix' };
  readonly options?: { readonly volatile?: boolean; readonly stream?: boolean; readonly cancelable?: boolean };
}

export interface WorkbookModel {
  readonly name: string;
  readonly extras: WorkbookExtras;

  /** All sheets in their order. */
  sheets(): readonly SheetInfo[];
  /** The id of the new last sheet. An empty name takes Excel's next default. */
  addSheet(name: string): string;
  deleteSheet(sheet: string): void;
  /** The id of the copy, which stands right behind the original unless `position` says otherwise. */
  copySheet(sheet: string, position?: number): string;
  changeSheet(sheet: string, changes: SheetChanges): void;
  activeSheet(): string;
  activate(sheet: string): void;
  selection(): { readonly sheet: string; readonly areas: readonly Area[] };
  select(sheet: string, areas: readonly Area[]): void;

  /** The smallest area with values (or, unless `valuesOnly`, formats, too); null for an empty sheet. */
  usedArea(sheet: string, valuesOnly: boolean): Area | null;
  values(sheet: string, area: Area): CellValue[][];
  valueKinds(sheet: string, area: Area): ValueKind[][];
  /** Formulas in English (en-US) with `=`, and the value where there is none. */
  formulas(sheet: string, area: Area): CellValue[][];
  /** The area into which the cell's array formula spills; null where it does not. */
  spill(sheet: string, row: number, column: number): Area | null;
  /** What the cell shows. */
  texts(sheet: string, area: Area): string[][];
  /** Number formats, `General` where there is none. */
  numberFormats(sheet: string, area: Area): string[][];
  write(sheet: string, area: Area, inputs: readonly (readonly CellInput[])[]): void;
  writeNumberFormats(sheet: string, area: Area, formats: readonly (readonly (string | null)[])[]): void;
  clear(sheet: string, area: Area, what: 'contents' | 'formats' | 'all'): void;
  /** Inserts or deletes whole rows or columns. */
  shift(sheet: string, action: 'insert' | 'delete', axis: 'rows' | 'columns', start: number, count: number): void;
  /** Copies values, formulas (moved along) and formats. */
  copyArea(from: Place, to: Place): void;

  style(sheet: string, row: number, column: number): CellStyle;
  changeStyle(sheet: string, area: Area, changes: Partial<CellStyle>): void;
  border(sheet: string, row: number, column: number, side: BorderSide): Border;
  changeBorder(sheet: string, area: Area, side: BorderSide, border: Border): void;
  /** Points. */
  rowHeight(sheet: string, row: number): number;
  setRowHeight(sheet: string, row: number, count: number, points: number): void;
  /** Points, as Excel's `format.columnWidth`. */
  columnWidth(sheet: string, column: number): number;
  setColumnWidth(sheet: string, column: number, count: number, points: number): void;
  isHidden(sheet: string, axis: 'rows' | 'columns', at: number): boolean;
  setHidden(sheet: string, axis: 'rows' | 'columns', start: number, count: number, hidden: boolean): void;
  merges(sheet: string): readonly Area[];
  merge(sheet: string, area: Area): void;
  unmerge(sheet: string, area: Area): void;

  protection(sheet: string): SheetProtection;
  setProtection(sheet: string, protection: SheetProtection): void;
  validations(sheet: string): readonly Validation[];
  addValidation(sheet: string, validation: Omit<Validation, 'id'>): string;
  removeValidation(sheet: string, id: string): void;
  conditionalFormats(sheet: string): readonly ConditionalFormat[];
  setConditionalFormats(sheet: string, formats: readonly ConditionalFormat[]): void;
  names(): readonly DefinedName[];
  setName(name: DefinedName): void;
  deleteName(name: string, sheet: string): void;

  /** Runs the formula engine over what changed (`full`: over everything) and waits for it; calls of custom functions may still be out. */
  calculate(full?: boolean): Promise<void>;
  /** Waits until no request is half done, and no formula and no custom function call is outstanding. */
  settled(): Promise<void>;
  /** Makes the names known to the engine; every call of one calculation goes to `runtime` together. Returns how to take them away. */
  registerFunctions(functions: readonly FunctionMetadata[], runtime: FunctionRuntime): () => void;

  /** Runs `action` with its changes marked as `source`'s and in one undo step. */
  as<T>(source: ChangeSource, action: () => T): T;
  /** Opens one undo step over everything until the returned function is called. */
  openUndoStep(): () => void;
  /** Takes the last step back; where one is still open, as soon as it is whole. False where nothing was taken back (yet). */
  undo(): boolean;
  redo(): boolean;
  onEvent(listener: (event: ModelEvent) => void): () => void;
  dispose(): void;
}
