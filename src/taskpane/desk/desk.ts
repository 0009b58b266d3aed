/** What the deeds of the pane work with: the workbook, the actions, the pane's knowledge and what the host page can do. */
import type {
  Action,
  Answer,
  CheckAction,
  Correction,
  FillAction,
  FreezeInput,
  JumpInput,
  PlanAction,
  PrepareInput,
  Sending,
  Sent,
  UndoAction,
} from '../../actions';
import type { SheetCorrections } from '../../form';
import type { ReviewPolicy } from '../../review/policy';
import type { WatchableWorkbook } from '../../workbook/port';
import type { LanguageTag } from '../../locale/language';
import type { Texts } from '../../locale/format';
import type { PaneStore } from '../store';

export interface PaneActions {
  readonly check: CheckAction;
  readonly plan: PlanAction;
  readonly fill: FillAction;
  readonly undo: UndoAction;
  readonly jump: Action<JumpInput, void>;
  readonly prepareToSend: Action<PrepareInput, Sending>;
  readonly freeze: Action<FreezeInput, Sent>;
  readonly rememberPolicy: Action<ReviewPolicy, void>;
  readonly rememberAnswer: Action<Answer, void>;
  readonly rememberCorrection: Action<Correction, SheetCorrections | null>;
}

/** What the page around the pane gives; only the entry point knows Office. */
export interface Shell {
  loadTexts(language: LanguageTag): Promise<Texts>;
  /** Small things that belong to the person and not to the workbook (language, first run seen). Never throws. */
  remember(key: string, value: string): void;
  recall(key: string): string | null;
  /** Brings the pane to the front. Never throws. */
  showPane(): Promise<void>;
  /** Has the host start the add-in with this workbook, or no longer; null where it cannot. */
  readonly startWithWorkbook: ((on: boolean) => Promise<void>) | null;
}

export interface Desk {
  readonly store: PaneStore;
  readonly workbook: WatchableWorkbook;
  readonly actions: PaneActions;
  readonly shell: Shell;
  /** Work that is under way: how to stop it, and when it has ended. Not state to show, so not in the store. */
  readonly current: { abort: AbortController | null; ended: Promise<void> };
}
