import { elementXml } from './writeStyles';
import { childOf, childrenOf, encodeXml, parseXml } from './xml';

/** A sheet as the workbook's own part lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly number: string;
  readonly link: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** Its number in the file as opened; undefined for one that is new. */
  readonly was?: number;
  readonly oldName?: string;
}

const sheetXml = ({ name, number, link, state }: SheetEntry, prefix: string, links: string): string =>
  elementXml(`${prefix}sheet`, { name, sheetId: number, ...(state !== 'visible' && { state }), [`${links}:id`]: link });

/** A name of the workbook's, as its own part lists it. `scope` is the place of its sheet now, or undefined for all. */
export interface NameEntry {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
  readonly hidden: boolean;
  readonly scope?: number;
}

const quoted = (name: string): string => (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`);

// Excel's own names (print areas, filters) move along with their sheets and take their new names.
function builtInNames(xml: string, sheets: readonly SheetEntry[]): string[] {
  const all = childrenOf(childOf(parseXml(xml), 'definedNames'), 'definedName').filter(({ attributes }) =>
    attributes.name?.startsWith('_xlnm.'),
  );
  return all.flatMap(({ attributes, text }) => {
    const place = sheets.findIndex(({ was }) => String(was) === attributes.localSheetId);
    const sheet = sheets[place];
    if (!sheet) return [];
    const renamed =
      sheet.oldName && sheet.oldName !== sheet.name ? text.replaceAll(`${quoted(sheet.oldName)}!`, `${quoted(sheet.name)}!`) : text;
    return elementXml('definedName', { ...attributes, localSheetId: String(place) }, encodeXml(renamed));
  });
}

function ownNames(names: readonly NameEntry[]): string[] {
  return names.map(({ name, formula, comment, hidden, scope }) =>
    elementXml(
      'definedName',
      { name, ...(comment && { comment }), ...(scope !== undefined && { localSheetId: String(scope) }), ...(hidden && { hidden: '1' }) },
      encodeXml(formula.replace(/^=/, '')),
    ),
  );
}

function replaceElement(xml: string, name: string, element: string, beforeAny: string): string {
  const whole = new RegExp(`<(?:\\w+:)?${name}\\b[^>]*?(?:/>|>[\\s\\S]*?</(?:\\w+:)?${name}>)`);
  if (whole.test(xml)) return xml.replace(whole, () => element);
  return element ? xml.replace(new RegExp(`<(?:\\w+:)?(?:${beforeAny})\\b|</(?:\\w+:)?workbook>`), (next) => element + next) : xml;
}

function withActive(xml: string, active: number): string {
  return xml.replace(/<(?:\w+:)?workbookView\b[^>]*>/, (tag) => {
    const now = Number(/\sactiveTab="(\d+)"/.exec(tag)?.[1] ?? 0);
    if (now === active) return tag;
    return tag.replace(/\sactiveTab="\d+"/, '').replace(/\s*\/?>$/, (end) => ` activeTab="${active}"${end.trim()}`);
  });
}

// Whether the list of sheets says what the file's own says: then that stays as it is.
function sameSheets(xml: string, sheets: readonly SheetEntry[]): boolean {
  const old = childrenOf(childOf(parseXml(xml), 'sheets'), 'sheet').map(({ attributes }) => [
    attributes.name,
    attributes.sheetId,
    attributes.state ?? 'visible',
  ]);
  return JSON.stringify(old) === JSON.stringify(sheets.map(({ name, number, state }) => [name, number, state]));
}

const relationshipsPrefix =
  /xmlns:(\w+)="http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships"/;

/** The workbook's part with its sheets (all of them, in order), its names (undefined: as they were) and the sheet shown first. */
export function writeWorkbookXml(
  xml: string,
  sheets: readonly SheetEntry[],
  names: readonly NameEntry[] | undefined,
  active: number,
): string {
  const prefix = /<(\w+:)?workbook\b[^>]*>/.exec(xml)?.[1] ?? '';
  const links = relationshipsPrefix.exec(xml)?.[1] ?? 'r';
  const list = `<${prefix}sheets>${sheets.map((sheet) => sheetXml(sheet, prefix, links)).join('')}</${prefix}sheets>`;
  const listed = sameSheets(xml, sheets) ? xml : replaceElement(xml, 'sheets', list, 'definedNames|calcPr');
  const shown = withActive(listed, active);
  if (!names) return shown;
  const defined = [...builtInNames(xml, sheets), ...ownNames(names)];
  const later = 'calcPr|oleSize|customWorkbookViews|pivotCaches|fileRecoveryPr|webPublishObjects|extLst';
  return replaceElement(shown, 'definedNames', defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : '', later);
}
