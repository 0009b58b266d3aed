/** What every new workbook file is made of: namespaces, relationships, the zip around the parts. */
import { strToU8, zipSync } from 'fflate';

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Links from one part to others; their ids are rId1, rId2 … in this order. */
export function relationshipsXml(links: readonly (readonly [type: string, target: string])[]): string {
  const items = links.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${officeRelationships}/${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packaged}/relationships">${items.join('')}</Relationships>`;
}

/** Content types: XML and relationships by default, the parts named here as what they are (`sheet.main+xml`, `worksheet+xml` …). */
export function contentTypesXml(overrides: readonly (readonly [path: string, type: string])[]): string {
  const items = overrides.map(([path, type]) => `<Override PartName="/${path}" ContentType="${spreadsheetType}.${type}"/>`);
  return `${xmlHead}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${items.join('')}</Types>`;
}

/** Parts → the file. The same parts give the same bytes. */
export function packed(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part] as const);
  return zipSync(Object.fromEntries(bytes), { mtime: new Date(1980, 0, 1) });
}
