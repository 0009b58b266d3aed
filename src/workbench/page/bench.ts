import type { IWorkbookData } from '@univerjs/core';
import { readWorkbook } from '../files/readWorkbook';
import { cellName, readRange } from '../files/references';
import { saveWorkbook, type Original } from '../files/saveWorkbook';
import type { Faults, Host, ShellRequest, XdmSession } from '../host/contract';
import { createHost } from '../host/host';
import { defaultRequirementSets } from '../host/requirementSets';
import { attachXdm } from '../host/xdmTransport';
import { createUniverModel } from '../model/univerModel';
import type { Area, FunctionMetadata, WorkbookExtras, WorkbookModel } from '../model/workbookModel';
import { sampleWorkbook } from '../sample/sampleWorkbook';
import { loadFonts } from './fonts';
import { paneOrigin } from './frameMessage';
import { createGrid, type Grid } from './grid';
import { paneFrame } from './paneFrame';
import { showCellMenus, type CellMenus } from './cellMenus';
import type { AddinManifest, RibbonButton, Shortcut } from './ribbon';
import { isPressed } from './shortcut';
import type { Language, TextKey } from './texts';

/** Something to tell the person at the workbench. */
export interface Message {
  readonly kind: 'error' | 'notice';
  readonly key: TextKey;
  readonly values: Readonly<Record<string, string>>;
}

/** What the bench tells its page. */
export interface BenchEvents {
  readonly onFile: (name: string) => void;
  readonly onFrame: (frame: HTMLIFrameElement) => void;
  readonly onMessage: (message: Message | null) => void;
  readonly onShellRequest: (request: ShellRequest) => void;
}

/** The open workbook: its host and pane, and the file it came from. */
interface Book {
  readonly name: string;
  readonly original: Original | null;
  readonly host: Host;
}

/** The add-in as its site describes it. */
export interface Addin {
  readonly manifest: AddinManifest;
  readonly functions: readonly FunctionMetadata[];
  readonly shortcuts: readonly Shortcut[];
}

/** The workbench behind its page: one workbook in the grid, one add-in in the pane. */
export interface Bench {
  open(file: File): Promise<void>;
  save(): Promise<void>;
  undo(): void;
  redo(): void;
  press(button: RibbonButton): Promise<void>;
  /** Does what a key press is a shortcut for; false where it is none of the add-in's. */
  pressKey(event: KeyboardEvent): boolean;
  /** The person showed or hid the pane. */
  setPaneVisible(visible: boolean): void;
  /** Changes the language of the grid and reloads the pane in it. */
  setLanguage(language: Language, addin: Addin): void;
  setDark(dark: boolean): void;
  /** What the cell `Sheet!A1` shows, and its formula: for tests and the browser's console, since the grid is a picture. */
  cell(address: string): { readonly text: string; readonly formula: string };
  /** Somebody else, who has the workbook open too, types into the cell `Sheet!A1`. */
  writeAsCoAuthor(address: string, input: string | number): void;
  /** Protects a sheet without a password. */
  protect(sheet: string): void;
  /** Ways to fail as Excel does, of the workbook that is open; null before one is. */
  readonly faults: Faults | null;
  /** Settles when nothing is left to calculate. */
  settled(): Promise<void>;
}

function download(name: string, bytes: Uint8Array): void {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const asXlsx = (name: string): string => (/\.(xlsx|xlsm|xltx|xltm)$/i.test(name) ? name : `${name}.xlsx`);

/** What the running bench holds; language, add-in and book change while it runs. */
interface Running {
  readonly grid: Grid;
  readonly events: BenchEvents;
  language: Language;
  addin: Addin;
  book: Book | null;
  session: XdmSession | null;
  readonly menus: CellMenus;
}

// A new frame each time: office.js reads the language once, and keeps settings by conversation.
function attachPane(running: Running, { host, name }: Book): void {
  const { manifest } = running.addin;
  const { language } = running;
  running.session?.detach();
  const pane = paneFrame(manifest.pane, language, manifest.name);
  const context = {
    conversationId: pane.conversationId,
    hostOrigin: paneOrigin,
    uiLanguage: language,
    dataLanguage: language,
    documentUrl: name,
  };
  running.session = attachXdm(pane.channel, host, { ...context, visible: true });
  running.events.onFrame(pane.element);
}

async function show(running: Running, workbook: IWorkbookData, extras: Partial<WorkbookExtras>, original: Original | null): Promise<void> {
  await loadFonts(workbook);
  running.session?.detach();
  running.book?.host.dispose();
  const unitId = running.grid.show(workbook);
  const model = createUniverModel(running.grid, { unitId, extras, name: workbook.name });
  const host = createHost(model, {
    functions: running.addin.functions,
    culture: running.language,
    requirementSets: requirementSets(),
  });
  host.onShellRequest(running.events.onShellRequest);
  running.book = { name: workbook.name, original, host };
  const first = model.sheets()[Number(workbook.custom?.activeTab ?? 0)];
  if (first?.visibility === 'Visible') model.activate(first.id);
  running.events.onFile(workbook.name);
  attachPane(running, running.book);
}

async function open(running: Running, file: File): Promise<void> {
  const { onMessage } = running.events;
  onMessage({ kind: 'notice', key: 'opening', values: { name: file.name } });
  const result = readWorkbook(new Uint8Array(await file.arrayBuffer()), file.name);
  if (result.kind === 'refused')
    return onMessage({ kind: 'error', key: `error.${result.code}`, values: { name: file.name, part: result.part } });
  const { opened } = result;
  const original = { ...opened, workbook: structuredClone(opened.workbook), extras: structuredClone(opened.extras) };
  await show(running, opened.workbook, opened.extras, original);
  onMessage(opened.bareRows > 0 ? { kind: 'notice', key: 'notice.rows', values: { name: file.name } } : null);
}

async function save({ grid, book, addin, events }: Running): Promise<void> {
  // What is being typed counts.
  await grid.api.getActiveWorkbook()?.endEditingAsync(true);
  const workbook = grid.api.getActiveWorkbook()?.save();
  if (!workbook || !book) return;
  const name = asXlsx(book.name);
  const addinFunctions = new Set(addin.functions.map((each) => each.name.toUpperCase()));
  const { model } = book.host;
  download(
    name,
    saveWorkbook(book.original, {
      workbook,
      extras: model.extras,
      activeSheet: model.activeSheet(),
      addin: addin.manifest,
      addinFunctions,
    }),
  );
  events.onMessage({ kind: 'notice', key: 'notice.saved', values: { name } });
}

async function press(
  { grid, session, events }: Running,
  { action, id, label }: Pick<RibbonButton, 'action' | 'id' | 'label'>,
): Promise<void> {
  if (action.kind !== 'function' || !session) return;
  await grid.api.getActiveWorkbook()?.endEditingAsync(true);
  await session.ready;
  const { status } = await session.invokeCommand(action.name, id);
  if (status > 0) events.onMessage({ kind: 'error', key: 'error.command', values: { name: label } });
}

function pressKey(running: Running, event: KeyboardEvent): boolean {
  const shortcut = running.addin.shortcuts.find(({ keys }) => isPressed(keys, event));
  if (shortcut) void press(running, { action: { kind: 'function', name: shortcut.action }, id: shortcut.action, label: shortcut.keys });
  return shortcut !== undefined;
}

function setLanguage(running: Running, language: Language, addin: Addin): void {
  Object.assign(running, { language, addin });
  running.grid.setLanguage(language);
  running.menus.say(addin.manifest.cellMenus);
  if (!running.book) return;
  running.book.host.reset();
  attachPane(running, running.book);
}

function sheetNamed({ book }: Running, wanted: string): { readonly model: WorkbookModel; readonly sheet: string } {
  const sheet = book?.host.model.sheets().find(({ name }) => name === wanted);
  if (!book || !sheet) throw new Error(`no sheet ${wanted}`);
  return { model: book.host.model, sheet: sheet.id };
}

function placeOf(running: Running, address: string): { readonly model: WorkbookModel; readonly sheet: string; readonly area: Area } {
  const cut = address.lastIndexOf('!');
  const range = readRange(address.slice(cut + 1));
  if (!range) throw new Error(`no cell ${address}`);
  return { ...sheetNamed(running, address.slice(0, cut)), area: { row: range.startRow, column: range.startColumn, rows: 1, columns: 1 } };
}

function cellAt(running: Running, address: string): { readonly text: string; readonly formula: string } {
  const { model, sheet, area } = placeOf(running, address);
  return { text: model.texts(sheet, area)[0]?.[0] ?? '', formula: String(model.formulas(sheet, area)[0]?.[0] ?? '') };
}

function writeAsCoAuthor(running: Running, address: string, input: string | number): void {
  const { model, sheet, area } = placeOf(running, address);
  model.as('co-author', () => model.write(sheet, area, [[input]]));
}

function protect(running: Running, name: string): void {
  const { model, sheet } = sheetNamed(running, name);
  model.setProtection(sheet, { ...model.protection(sheet), protected: true });
}

/** `?ExcelApi=1.9` in the page's address plays an older Excel; what is not named there is as in `defaultRequirementSets`. */
function requirementSets(): Readonly<Record<string, string>> {
  const asked = new URLSearchParams(location.search);
  return Object.fromEntries(Object.entries(defaultRequirementSets).map(([name, version]) => [name, asked.get(name) ?? version]));
}

// As in Excel: a locked cell of a protected sheet takes no typing, and says so.
function guardLocked(running: Running): void {
  const { api } = running.grid;
  api.addEvent(api.Event.BeforeSheetEditStart, (edit) => {
    const sheet = edit.worksheet.getSheetId();
    const { row, column } = edit;
    const model = running.book?.host.model;
    if (!model?.protection(sheet).protected || !model.style(sheet, row, column).locked) return;
    edit.cancel = true;
    running.events.onMessage({ kind: 'error', key: 'error.protected', values: { name: cellName(row, column) } });
  });
}

/** Starts the grid in `place` with the sample workbook, and the add-in in a frame given to `events.onFrame`. */
export async function startBench(place: HTMLElement, language: Language, addin: Addin, events: BenchEvents): Promise<Bench> {
  const grid = createGrid(place, language);
  const menus = showCellMenus(grid, addin.manifest.cellMenus, (button) => void press(running, button));
  const running: Running = { grid, events, language, addin, menus, book: null, session: null };
  guardLocked(running);
  await show(running, sampleWorkbook(), {}, null);
  return {
    open: (file) => open(running, file),
    save: () => save(running),
    undo: () => void running.book?.host.model.undo(),
    redo: () => void running.book?.host.model.redo(),
    press: (button) => press(running, button),
    pressKey: (event) => pressKey(running, event),
    setPaneVisible: (visible) => running.book?.host.changePaneVisibility(visible),
    setLanguage: (next, nextAddin) => setLanguage(running, next, nextAddin),
    setDark: (dark) => running.grid.setDark(dark),
    cell: (address) => cellAt(running, address),
    writeAsCoAuthor: (address, input) => writeAsCoAuthor(running, address, input),
    protect: (sheet) => protect(running, sheet),
    get faults() {
      return running.book?.host.faults ?? null;
    },
    settled: () => running.book?.host.model.settled() ?? Promise.resolve(),
  };
}
