/** The small parts of a workbook file as a tree of plain data. Sheets themselves are scanned by sheetCells.ts, which is made for their size. */
import { SaxesParser } from 'saxes';
import { WorkbookError } from '../port';

export interface XmlElement {
  /** Local name: prefixes differ between producers and mean nothing to us. */
  readonly name: string;
  /** By local name, the relationship id (`r:id`) as `r:id` whatever its prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside the element. */
  readonly text: string;
}

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const relationshipNamespaces = new Set([
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]);

/** XML text → its root element. Throws `damaged` with the part's name where the text is not well-formed or brings a document type of its own. */
export function parseXml(text: string, part: string): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const stack: OpenElement[] = [root];
  const parser = new SaxesParser({ xmlns: true, position: false });
  const top = () => stack[stack.length - 1] ?? root;
  parser.on('error', (error) => {
    throw new WorkbookError('damaged', { part }, { cause: error });
  });
  parser.on('doctype', () => {
    throw new WorkbookError('damaged', { part });
  });
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      attributes[relationshipNamespaces.has(attribute.uri) ? `r:${attribute.local}` : attribute.local] = attribute.value;
    }
    const element: OpenElement = { name: tag.local, attributes, children: [], text: '' };
    top().children.push(element);
    stack.push(element);
  });
  parser.on('text', (value) => {
    top().text += value;
  });
  parser.on('cdata', (value) => {
    top().text += value;
  });
  parser.on('closetag', () => void stack.pop());
  parser.write(text).close();
  return root.children[0] ?? root;
}

/** First child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((each) => each.name === name);
}

/** All children of that name. */
export function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

/** An xsd:boolean attribute: absent gives `fallback`. */
export function flag(value: string | undefined, fallback = false): boolean {
  return value === undefined ? fallback : value === '1' || value === 'true' || value === 'on';
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** `&amp;`, `&#20013;`, `&#x4e2d;` → characters. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/g, (whole, hex, decimal, name) => {
    if (name) return entities[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

// eslint-disable-next-line no-control-regex -- those are just the ones that must not reach the file
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\r\ufffe\uffff]/g;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text → XML text or attribute content; characters that XML 1.0 cannot hold become `_xHHHH_` (ECMA-376, ST_Xstring). */
export function encodeText(text: string): string {
  return text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(unwritable, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);
}

/** `_x000D_` → the character it stands for (ECMA-376, ST_Xstring). */
export function decodeXstring(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
}
