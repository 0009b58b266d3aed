/** A real, unmodified office.js in Node, talking to the workbench's host over a real Univer workbook. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import type { IWorkbookData } from '@univerjs/core';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import type {} from '@univerjs/sheets-conditional-formatting/facade';
import { createBridge } from '../../src/workbench/host/bridgeTransport';
import type { Host, HostOptions } from '../../src/workbench/host/contract';
import { createHost } from '../../src/workbench/host/host';
import { fromAddress } from '../../src/workbench/model/area';
import { startHeadless } from '../../src/workbench/model/headless';
import { createUniverModel } from '../../src/workbench/model/univerModel';
import type { Area, CellInput, ChangeSource, WorkbookExtras, WorkbookModel } from '../../src/workbench/model/workbookModel';

// Starting a spreadsheet engine takes its time on a busy machine.
jest.setTimeout(60_000);

/** The typings' namespaces: tests use office.js as add-ins do. */
type ExcelNamespace = typeof Excel;
type OfficeExtensionNamespace = typeof OfficeExtension;

export interface StartOptions extends HostOptions {
  /** Rows of cells by sheet name, in order; `Sheet1`, empty, if none. Texts beginning with `=` are formulas. */
  readonly sheets?: Readonly<Record<string, readonly (readonly CellInput[])[]>>;
  /** A whole workbook in Univer's own form, instead of `sheets`. */
  readonly workbook?: Partial<IWorkbookData>;
  readonly extras?: Partial<WorkbookExtras>;
  /** The add-in's functions by id, as CustomFunctions.associate would put them there. */
  readonly implementations?: Readonly<Record<string, (...args: never[]) => unknown>>;
  /** A built script that associates the add-in's functions, run beside the library as on the add-in's page. */
  readonly functionsScript?: string;
}

export interface StartedHost {
  readonly host: Host;
  readonly model: WorkbookModel;
  /** Id of a sheet by its name. */
  sheetId(name: string): string;
  /** Edits cells as somebody else than the add-in does. */
  edit(sheet: string, address: string, rows: readonly (readonly CellInput[])[], source?: ChangeSource): void;
  /** Types into the grid as a person does. */
  type(sheet: string, address: string, value: string | number): void;
  /** The conditional formats that Univer draws on a sheet. */
  rules(sheet: string): readonly { readonly rule: unknown }[];
  /** Shows cells' values at once. */
  values(sheet: string, address: string): unknown[][];
  /** Waits until events are delivered and no calculation or function call is under way. */
  settled(): Promise<void>;
  dispose(): void;
}

export interface StartedExcel extends StartedHost {
  readonly Excel: ExcelNamespace;
  readonly OfficeExtension: OfficeExtensionNamespace;
}

const libraryPath = createRequire(__filename).resolve('@microsoft/office-js/dist/excel-web-16.00.js');
let library: vm.Script | null = null;

/** As little of a browser as the library asks for when it talks over the bridge. */
const windowShim = (extra: Record<string, unknown>): vm.Context => {
  const nothing = () => undefined;
  const element = () => ({ setAttribute: nothing, appendChild: nothing, style: {} });
  const shim: Record<string, unknown> = {
    ...extra,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    navigator: { userAgent: 'node' },
    location: { href: 'https://localhost/taskpane.html', search: '', hash: '', hostname: 'localhost', protocol: 'https:' },
    document: { getElementsByTagName: () => [], createElement: element, addEventListener: nothing, cookie: '', head: element() },
    addEventListener: nothing,
    removeEventListener: nothing,
  };
  shim.window = shim.self = shim;
  return vm.createContext(shim);
};

export const areaAt = (address: string): Area => {
  const found = fromAddress(address);
  if (!found) throw new Error(`no address: ${address}`);
  return found;
};

const emptyWorkbook = (names: readonly string[]): Partial<IWorkbookData> => ({
  id: 'book',
  name: 'Book1.xlsx',
  sheetOrder: names.map((_name, at) => `{sheet-${at + 1}}`),
  sheets: Object.fromEntries(names.map((name, at) => [`{sheet-${at + 1}}`, { id: `{sheet-${at + 1}}`, name }])),
});

const fill = (model: WorkbookModel, sheets: NonNullable<StartOptions['sheets']>): void =>
  model.sheets().forEach(({ id, name }) => {
    const rows = sheets[name] ?? [];
    const columns = Math.max(0, ...rows.map((row) => row.length));
    if (columns > 0) model.write(id, { row: 0, column: 0, rows: rows.length, columns }, rows);
  });

/** Over the bridge the library has no CustomFunctions.associate (it is part of office.js): its place is filled with the same table. */
const runFunctions = (context: vm.Context, script: string): void => {
  vm.runInContext('CustomFunctions.associate = (id, implementation) => { CustomFunctionMappings[id] = implementation; };', context);
  vm.runInContext(script, context);
};

/** Starts a workbook and its host; nobody talks to it yet. */
export const startHost = async (options: StartOptions = {}): Promise<StartedHost> => {
  const sheets = options.sheets ?? { Sheet1: [] };
  const univer = startHeadless(options.workbook ?? emptyWorkbook(Object.keys(sheets)), [UniverSheetsConditionalFormattingPlugin]);
  const model = createUniverModel(univer, { unitId: univer.unitId, name: 'Book1.xlsx', ...(options.extras && { extras: options.extras }) });
  if (!options.workbook) fill(model, sheets);
  await model.calculate(true);
  const host = createHost(model, options);
  const sheetId = (name: string) => model.sheets().find((sheet) => sheet.name === name)?.id ?? '';
  return {
    host,
    model,
    sheetId,
    edit: (sheet, address, rows, source = 'user') => model.as(source, () => model.write(sheetId(sheet), areaAt(address), rows)),
    type: (sheet, address, value) => void univer.api.getActiveWorkbook()?.getSheetByName(sheet)?.getRange(address).setValue(value),
    rules: (sheet) => univer.api.getActiveWorkbook()?.getSheetBySheetId(sheetId(sheet))?.getConditionalFormattingRules() ?? [],
    values: (sheet, address) => model.values(sheetId(sheet), areaAt(address)),
    settled: async () => {
      await model.settled();
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
    dispose: () => {
      host.dispose();
      model.dispose();
      univer.dispose();
    },
  };
};

/** Starts a workbook, its host and a fresh office.js (transport T1). */
export const startExcel = async (options: StartOptions = {}): Promise<StartedExcel> => {
  const started = await startHost(options);
  const { bridge, detach } = createBridge(started.host);
  const context = windowShim({ _richApiNativeBridge: bridge, CustomFunctionMappings: { ...options.implementations } });
  library ??= new vm.Script(readFileSync(libraryPath, 'utf8'), { filename: libraryPath });
  library.runInContext(context);
  if (options.functionsScript) runFunctions(context, options.functionsScript);
  if (options.implementations || options.functionsScript) started.host.functionsReady();
  return {
    ...started,
    Excel: context.Excel as ExcelNamespace,
    OfficeExtension: context.OfficeExtension as OfficeExtensionNamespace,
    dispose: () => {
      detach();
      started.dispose();
    },
  };
};
