/** What the pane knows. Plain data; the deeds in desk/ change it, the screens show it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Sending, Sent } from '../actions';
import type { SheetCorrections } from '../form';
import type { CheckResult } from '../actions/action';
import type { LanguageTag } from '../locale/language';
import type { Texts } from '../locale/format';
import type { FillMode, Plan } from '../review/types';
import type { StoredRubric } from '../template/storedRubric';
import type { Template } from '../template/types';
import type { Receipt } from '../workbook/port';
import type { FormState } from './view/formState';

export type Screen = 'welcome' | 'review' | 'form' | 'fill' | 'pictures' | 'policies' | 'formula' | 'send' | 'gallery' | 'builder';

/** What the pane is busy with; one thing at a time. */
export type Phase =
  'idle' | 'checking' | 'rechecking' | 'planning' | 'filling' | 'undoing' | 'saving' | 'inserting' | 'preparing' | 'sending';

/** A failure in plain data: `error.<code>` in src/locale with its details. */
export interface Failure {
  readonly code: string;
  readonly details: Readonly<Record<string, string>>;
}

/** A fill that is being looked at before it is made. */
export interface Preview {
  readonly mode: FillMode;
  readonly plan: Plan;
  /** Key of the form it is limited to, null for the whole workbook. */
  readonly form: string | null;
  /** Writes (`Sheet!A1`) that the user left out. */
  readonly except: ReadonlySet<string>;
  /** Also put wrong totals right, formulas included. */
  readonly overwriteWrong: boolean;
}

/** A fill that was made. */
export interface Done {
  readonly receipt: Receipt;
  readonly blocked: Plan['blocked'];
}

export interface Selection {
  readonly sheet: string;
  readonly address: string;
}

/** A RUBRIC_ formula that is being put together. */
export interface FormulaDraft {
  readonly id: string;
  /** What was typed or picked, by parameter; further raters as `others1`, `others2` … */
  readonly given: Readonly<Record<string, string>>;
  /** Raters of a blend beyond the first. */
  readonly moreRaters: number;
  /** Hand empty cells over as empty and not as 0. */
  readonly keepBlank: boolean;
  /** The parameter, or `target`, that takes the next selection in the sheet. */
  readonly active: string | null;
  /** Where the formula is to stand. */
  readonly target: Selection | null;
}

/** Replacements of RUBRIC_ formulas that are being looked at before they are made. */
export interface SendPreview {
  readonly sending: Sending;
  /** Replacements (`Sheet!A1`) that the user left out. */
  readonly except: ReadonlySet<string>;
}

/** A sheet whose form is being changed into its next version. */
export interface FormOrigin {
  readonly sheet: string;
  readonly rubric: StoredRubric;
  /** Whether anything was entered under the version that stands. */
  readonly hasEntries: boolean;
  /** Whether nothing at all was typed on the sheet: then its next version may take its place. */
  readonly untouched: boolean;
}

/** A template that is being built. It may be faulty while it is under work. */
export interface BuilderDraft {
  readonly template: Template;
  /** What it was before each change, latest last. */
  readonly past: readonly Template[];
  /** The field that is being typed into: its letters are taken back together. */
  readonly mark: string | null;
  /** What is stored of it in the workbook; null where it was never saved. */
  readonly saved: Template | null;
  readonly origin: FormOrigin | null;
}

/** Something the user said about the forms of a sheet, with what was said of it before. */
export interface Corrected {
  readonly sheet: string;
  readonly former: SheetCorrections | null;
}

export interface PaneState {
  readonly language: LanguageTag;
  readonly texts: Texts;
  readonly dark: boolean;
  readonly screen: Screen;
  readonly phase: Phase;
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly failure: Failure | null;
  /** A short message for the live region: a code of src/locale with its details. */
  readonly notice: Failure | null;
  readonly checked: CheckResult | null;
  readonly selection: Selection | null;
  /** Key of the form that is open on the form screen. */
  readonly openForm: string | null;
  /** Whether it was opened to be corrected. */
  readonly correcting: boolean;
  /** Corrections that can be taken back, the last one last. */
  readonly corrected: readonly Corrected[];
  readonly filter: FormState | 'all';
  readonly preview: Preview | null;
  /** The fill that was just made, as it is shown. */
  readonly done: Done | null;
  /** Every fill that can be taken back, the last one last. */
  readonly fills: readonly Done[];
  /** Whether the workbook wants the pane opened with it. */
  readonly opensWithWorkbook: boolean;
  readonly formula: FormulaDraft;
  readonly sendPreview: SendPreview | null;
  readonly sent: Sent | null;
  readonly builder: BuilderDraft | null;
}

export type PaneStore = StoreApi<PaneState>;

/** A pane that has not looked at the workbook yet. */
export function createPaneStore(start: Pick<PaneState, 'language' | 'texts' | 'dark' | 'screen'>): PaneStore {
  return createStore<PaneState>(() => ({
    ...start,
    phase: 'idle',
    progress: null,
    failure: null,
    notice: null,
    checked: null,
    selection: null,
    openForm: null,
    correcting: false,
    corrected: [],
    filter: 'all',
    preview: null,
    done: null,
    fills: [],
    opensWithWorkbook: false,
    formula: { id: 'RUBRIC_TIER', given: {}, moreRaters: 1, keepBlank: true, active: null, target: null },
    sendPreview: null,
    sent: null,
    builder: null,
  }));
}
