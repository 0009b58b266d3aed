/** An element of a workbook's XML: names and attributes without their prefixes, text of its own put together. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it was before it was written into XML, Excel's `_x000D_` for control characters included. */
export function decodeXml(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text;
  const plain = text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole: string, hex?: string, decimal?: string, name?: string) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (entities[name ?? ''] ?? whole);
  });
  return plain.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

// XML allows no control characters but tab (9) and line ends (10, 13); Excel writes the others by their number.
const controls = Array.from({ length: 32 }, (_, code) => code).filter((code) => ![9, 10, 13].includes(code));
const forbidden = new RegExp(`[${String.fromCharCode(...controls)}]`, 'g');
const byNumber = (character: string): string => `_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`;

/** Text made fit for an element or a double-quoted attribute. */
export function encodeXml(text: string): string {
  return text
    .replace(/_x([0-9a-f]{4})_/gi, '_x005F_x$1_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(forbidden, byNumber);
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The attributes of a tag's text, by name without prefix. */
export function attributesOf(tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (!name.startsWith('xmlns')) found[local(name)] = decodeXml(double ?? single ?? '');
  }
  return found;
}

const token = /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|!\[CDATA\[([\s\S]*?)\]\]|!DOCTYPE[^>]*|(\/?)([\w:.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?))>/g;

/**
 * Reads XML into its root element. Throws an Error on tags that do not close one another; knows no DTD, so nothing is ever fetched or
 * expanded from outside.
 */
export function parseXml(xml: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [top];
  let at = 0;
  for (const found of xml.matchAll(token)) {
    const inside = open[open.length - 1] ?? top;
    const [whole, cdata, closing, name, tag, empty] = found;
    inside.text += decodeXml(xml.slice(at, found.index)) + (cdata ?? '');
    at = found.index + whole.length;
    if (!name) continue;
    if (closing) {
      if (open.length < 2 || inside.name !== local(name)) throw new Error(`</${name}> closes nothing`);
      open.pop();
      continue;
    }
    const element: XmlElement = { name: local(name), attributes: attributesOf(tag ?? ''), children: [], text: '' };
    inside.children.push(element);
    if (!empty) open.push(element);
  }
  const root = top.children[0];
  if (open.length !== 1 || !root) throw new Error('XML that does not end');
  return root;
}

/** The first child of a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** All children of a name. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** Whether an XML boolean says yes; `otherwise` where there is none. */
export function isOn(value: string | undefined, otherwise = false): boolean {
  return value === undefined ? otherwise : value === '1' || value === 'true' || value === 'on';
}
