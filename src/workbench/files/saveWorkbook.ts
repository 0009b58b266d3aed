import type { ISheetDataValidationRule, IWorkbookData } from '@univerjs/core';
import type { IConditionFormattingRule } from '@univerjs/preset-sheets-conditional-formatting';
import type { WorkbookExtras } from '../model/workbookModel';
import { writeSettings, writeXmlParts, type AddinIdentity } from './addinParts';
import { emptyPackage, emptySheet } from './emptyPackage';
import type { FileSheet } from './readWorkbook';
import { styleTable, type StyleTable } from './writeStyles';
import { writeSheet, type SheetState } from './writeSheet';
import { writeWorkbookXml, type NameEntry, type SheetEntry } from './workbookXml';
import { childOf, childrenOf } from './xml';
import { addPart, partText, partXml, relationshipsOf, relationshipsPath, setPart, writePackage, type Package } from './zipPackage';

/** The file a workbook came from, with everything as it was when opened. */
export interface Original {
  readonly parts: Package;
  readonly path: string;
  readonly sheets: readonly FileSheet[];
  readonly workbook: IWorkbookData;
  readonly extras: Partial<WorkbookExtras>;
}

/** A workbook to save as it stands now. */
export interface Current {
  /** What Univer gives when asked to save. */
  readonly workbook: IWorkbookData;
  readonly extras: Partial<WorkbookExtras>;
  readonly activeSheet: string;
  readonly addin: AddinIdentity;
  /** Names of the add-in's functions, in capitals. */
  readonly addinFunctions: ReadonlySet<string>;
}

const worksheet = {
  type: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
};

function resource<T>(workbook: IWorkbookData, name: string): Record<string, T> {
  const data = workbook.resources?.find((each) => each.name === name)?.data;
  return data ? (JSON.parse(data) as Record<string, T>) : {};
}

type States = (id: string) => SheetState;

function statesOf(workbook: IWorkbookData, extras: Partial<WorkbookExtras>): States {
  const validations = resource<ISheetDataValidationRule[]>(workbook, 'SHEET_DATA_VALIDATION_PLUGIN');
  const conditionals = resource<IConditionFormattingRule[]>(workbook, 'SHEET_CONDITIONAL_FORMATTING_PLUGIN');
  return (id) => ({
    data: workbook.sheets[id] ?? {},
    looks: workbook.styles,
    validations: validations[id] ?? [],
    conditionals: conditionals[id] ?? [],
    protection: extras.protections?.[id],
  });
}

const newBook = (): Original => ({
  parts: emptyPackage(),
  path: 'xl/workbook.xml',
  sheets: [],
  workbook: { id: '', name: '', appVersion: '', locale: '' as IWorkbookData['locale'], styles: {}, sheetOrder: [], sheets: {} },
  extras: {},
});

interface Placed {
  readonly id: string;
  readonly path: string;
  readonly entry: SheetEntry;
}

function newPath(parts: Package): string {
  let number = 1;
  while (parts.has(`xl/worksheets/sheet${number}.xml`)) number++;
  return `xl/worksheets/sheet${number}.xml`;
}

// Each sheet of the workbook as it stands now, with its part: the file's own, or a new one.
function placeSheets(original: Original, current: Current, parts: Package): Placed[] {
  const old = childrenOf(childOf(partXml(original.parts, original.path), 'sheets'), 'sheet');
  const links = relationshipsOf(original.parts, original.path);
  let number = Math.max(0, ...old.map(({ attributes }) => Number(attributes.sheetId)));
  return current.workbook.sheetOrder.map((id) => {
    const { name = id, hidden } = current.workbook.sheets[id] ?? {};
    const state = !hidden ? 'visible' : current.extras.veryHidden?.includes(id) ? 'veryHidden' : 'hidden';
    const path = original.sheets.find((sheet) => sheet.id === id)?.path;
    const link = links.find((each) => each.path === path && each.kind === 'worksheet');
    const was = link ? old.findIndex(({ attributes }) => attributes.id === link.id) : -1;
    const before = old[was]?.attributes;
    if (path && link && before)
      return { id, path, entry: { name, state, number: before.sheetId ?? '', link: link.id, was, oldName: before.name } };
    const added = newPath(parts);
    return {
      id,
      path: added,
      entry: {
        name,
        state,
        number: String(++number),
        link: addPart(parts, original.path, { ...worksheet, path: added, text: emptySheet }),
      },
    };
  });
}

// Chart sheets and the like, which the grid does not show, stay behind the sheet they stood behind.
function withOthers(original: Original, placed: readonly Placed[]): SheetEntry[] {
  const old = childrenOf(childOf(partXml(original.parts, original.path), 'sheets'), 'sheet');
  const kinds = new Map(relationshipsOf(original.parts, original.path).map(({ id, kind }) => [id, kind]));
  const entries = placed.map(({ entry }) => entry);
  old.forEach(({ attributes }, was) => {
    if (kinds.get(attributes.id ?? '') === 'worksheet') return;
    const state = attributes.state === 'hidden' || attributes.state === 'veryHidden' ? attributes.state : 'visible';
    entries.splice(Math.min(was, entries.length), 0, {
      name: attributes.name ?? '',
      number: attributes.sheetId ?? '',
      link: attributes.id ?? '',
      state,
      was,
    });
  });
  return entries;
}

function dropPart(parts: Package, from: string, path: string): void {
  const link = relationshipsOf(parts, from).find((each) => each.path === path);
  const links = relationshipsPath(from);
  parts.delete(path);
  parts.delete(relationshipsPath(path));
  setPart(
    parts,
    '[Content_Types].xml',
    (partText(parts, '[Content_Types].xml') ?? '').replace(
      new RegExp(`<(?:\\w+:)?Override\\b[^>]*PartName="/${escaped(path)}"[^>]*/>`),
      '',
    ),
  );
  if (link)
    setPart(
      parts,
      links,
      (partText(parts, links) ?? '').replace(new RegExp(`<(?:\\w+:)?Relationship\\b[^>]*\\bId="${escaped(link.id)}"[^>]*/>`), ''),
    );
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface UniverName {
  readonly name: string;
  readonly formulaOrRefString: string;
  readonly comment?: string;
  readonly hidden?: boolean;
  readonly localSheetId?: string;
}

// Undefined where neither names nor the places of sheets changed: then the file's own list stays.
function namesNow(
  original: Original,
  current: Current,
  placed: readonly Placed[],
  entries: readonly SheetEntry[],
): NameEntry[] | undefined {
  const [before, now] = [original, current].map(({ workbook }) =>
    Object.values(resource<UniverName>(workbook, 'SHEET_DEFINED_NAME_PLUGIN')),
  );
  const moved =
    entries.some(({ was, name, oldName }, at) => was !== at || (oldName !== undefined && oldName !== name)) ||
    placed.length !== original.sheets.length;
  const said = (names: readonly UniverName[] | undefined) =>
    JSON.stringify(
      (names ?? []).map((each) => [each.name, each.formulaOrRefString, each.comment ?? '', Boolean(each.hidden), each.localSheetId]),
    );
  if (!moved && said(before) === said(now)) return undefined;
  return (now ?? []).map(({ name, formulaOrRefString, comment, hidden, localSheetId }) => {
    const sheet = placed.find(({ id }) => id === localSheetId)?.entry;
    return {
      name,
      formula: formulaOrRefString,
      comment: comment ?? '',
      hidden: Boolean(hidden),
      ...(sheet && { scope: entries.indexOf(sheet) }),
    };
  });
}

function writeSheets(original: Original, current: Current, placed: readonly Placed[], parts: Package, styles: StyleTable): boolean {
  const [before, now] = [statesOf(original.workbook, original.extras), statesOf(current.workbook, current.extras)];
  const font = original.workbook.defaultStyle;
  const digit = typeof font === 'object' && (font?.fs ?? 11) >= 12 ? 8 : 7;
  const written = placed.map(({ id, path }) => ({
    path,
    ...writeSheet(partText(parts, path) ?? emptySheet, before(id), now(id), { styles, addinFunctions: current.addinFunctions, digit }),
  }));
  for (const { path, xml } of written) if (xml !== partText(parts, path)) setPart(parts, path, xml);
  return written.some(({ formulasChanged }) => formulasChanged);
}

/**
 * Saves a workbook as .xlsx. The file it came from is the ground: what was not changed in the grid or by the add-in stays in it as it was
 * (drawings, print setup, parts unknown to the workbench); a workbook that came from no file gets a new one.
 */
export function saveWorkbook(from: Original | null, current: Current): Uint8Array {
  const original = from ?? newBook();
  const parts: Package = new Map(original.parts);
  const links = relationshipsOf(parts, original.path);
  const stylesPath = links.find(({ kind }) => kind === 'styles')?.path ?? 'xl/styles.xml';
  const styles = styleTable(partText(parts, stylesPath) ?? partText(emptyPackage(), 'xl/styles.xml') ?? '');
  const placed = placeSheets(original, current, parts);
  for (const { id, path } of original.sheets) if (!placed.some((sheet) => sheet.id === id)) dropPart(parts, original.path, path);
  const formulasChanged = writeSheets(original, current, placed, parts, styles);
  if (styles.changed) setPart(parts, stylesPath, styles.xml());
  const chain = links.find(({ kind }) => kind === 'calcChain')?.path;
  if (chain && (formulasChanged || placed.length !== original.sheets.length)) dropPart(parts, original.path, chain);
  const entries = withOthers(original, placed);
  const active = Math.max(
    0,
    entries.findIndex((entry) => entry === placed.find(({ id }) => id === current.activeSheet)?.entry),
  );
  const names = namesNow(original, current, placed, entries);
  setPart(parts, original.path, writeWorkbookXml(partText(parts, original.path) ?? '', entries, names, active));
  if (JSON.stringify(original.extras.settings ?? {}) !== JSON.stringify(current.extras.settings ?? {}))
    writeSettings(parts, current.addin, current.extras.settings ?? {});
  writeXmlParts(parts, original.path, current.extras.xmlParts ?? [], original.extras.xmlParts ?? []);
  return writePackage(parts);
}
