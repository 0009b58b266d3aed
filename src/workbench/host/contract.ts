/** What a page or a test asks of the host (host.ts makes one) and of its two transports. */
import type { FunctionMetadata, WorkbookModel } from '../model/workbookModel';
import type { EventEntry, RequestBody, ResponseBody } from './messages';

export interface HostOptions {
  /** The built functions.json: functions whose names the formula engine shall know. None by default. */
  readonly functions?: readonly FunctionMetadata[];
  /** Excel's `cultureInfo.name`; `en-US` by default. */
  readonly culture?: string;
  /** Requirement sets to advertise, by name; `defaultRequirementSets` by default. */
  readonly requirementSets?: Readonly<Record<string, string>>;
}

/** Ways in which a real Excel fails, switched on by tests and by the workbench's developer menu. All off at the start. */
export interface Faults {
  /** The user is typing in a cell: requests fail with InvalidOperationInCellEditMode, or wait if they said `delayForCellEdit`. */
  cellEditing: boolean;
  /** Milliseconds before each answer. */
  delay: number;
  /** Bytes of a request, and of a response, that are still carried. Excel on the web: 5 MB. */
  payloadLimit: number;
  /** The workbook is open for reading only: every write fails with AccessDenied. */
  readOnly: boolean;
  /** Fails once, at the n-th action from now on (1 is the next), with this error. */
  failAt: { readonly action: number; readonly code: string; readonly message?: string } | null;
}

/** What the pane's runtime asked of its shell (`Office.addin.showAsTaskpane`, `Office.ribbon.requestUpdate` …). */
export type ShellRequest =
  | { readonly kind: 'runtimeState'; readonly state: 'Visible' | 'Background' }
  | { readonly kind: 'startupState'; readonly state: string }
  | { readonly kind: 'button'; readonly id: string; readonly enabled: boolean }
  | { readonly kind: 'tab'; readonly id: string; readonly visible: boolean }
  | { readonly kind: 'actionHandlerReady' }
  | { readonly kind: 'functionsReady' };

/** Statistics of the talk so far. */
export interface Traffic {
  readonly requests: number;
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
}

export interface Host {
  readonly model: WorkbookModel;
  readonly faults: Faults;
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly culture: string;
  /** Objects the add-in still tracks; `size` is 0 when nothing leaks. */
  readonly references: { readonly size: number };
  readonly traffic: Traffic;
  /** Carries out one batch. Failures are in the answer's `Error`; it rejects only for a fault of the host itself. */
  processQuery(body: RequestBody, flags?: number): Promise<ResponseBody>;
  /** As processQuery, over JSON texts, with payload limits, delay and cell-edit mode as they are in `faults`. What a transport calls. */
  carry(text: string, flags?: number): Promise<string>;
  /** Messages for the add-in, after the answer of the request which caused them. */
  onEvent(listener: (entries: readonly EventEntry[]) => void): () => void;
  onShellRequest(listener: (request: ShellRequest) => void): () => void;
  /** Tells the host that functions can be called; a transport without that message calls it (T1). */
  functionsReady(): void;
  /** Presses a key combination's action (`Office.actions.associate`). */
  invokeAction(name: string, argument?: unknown): void;
  /** Tells the add-in that the pane was shown or hidden. */
  changePaneVisibility(visible: boolean): void;
  /** Forgets references, registrations and calls under way: the add-in's runtime was closed or reloaded. */
  reset(): void;
  dispose(): void;
}

/** A channel of texts to the add-in's window: in a browser postMessage, in tests anything. */
export interface TextChannel {
  post(text: string): void;
  onMessage(listener: (text: string) => void): () => void;
}

/** Who the pane is and where it lives, for the XDM handshake. */
export interface XdmContext {
  /** Not empty, new for each load of the pane: office.js caches settings under it. */
  readonly conversationId: string;
  /** The host's https origin, as office.js demands; over plain http the bootstrap pretends it. */
  readonly hostOrigin: string;
  /** UI language tag, e.g. `zh-CN`. */
  readonly uiLanguage: string;
  readonly dataLanguage?: string;
  readonly documentUrl?: string;
  /** Whether the pane is shown at the start. */
  readonly visible?: boolean;
}

/** The other end of an attached pane. */
export interface XdmSession {
  /** Calls a function of the add-in's commands, as a ribbon button does; settles at `event.completed()`. */
  invokeCommand(functionName: string, controlId?: string): Promise<{ readonly status: number }>;
  /** Settles when the runtime has registered for messages, so that events and functions reach it. */
  readonly ready: Promise<void>;
  detach(): void;
}
