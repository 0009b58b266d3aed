/**
 * What the product stored with the workbook. Excel keeps an add-in's settings in its web extension part; the command line keeps them
 * in a custom XML part of our own, so that it never has to speak for the add-in's identity.
 */
import { strToU8 } from 'fflate';
import { partBytes, partText, relationshipPath, relationships } from './workbookParts';
import { encodeText, parseXml, type XmlElement } from './xml';
import type { ZipContainer } from './zipContainer';

export const settingsNamespace = 'urn:rubric-for-excel:settings';
/** Settings of this product start so; other add-ins' are none of our business. */
export const settingsPrefix = 'rubric.';

/** JSON texts by key, from both places; our own part wins. */
export function readSettings(zip: ZipContainer): Readonly<Record<string, string>> {
  const found = Object.fromEntries(
    [...zip.entries.keys()]
      .filter((path) => /webextension[^/]*\.xml$/i.test(path))
      .flatMap((path) => extensionSettings(parseXml(partText(zip, path), path))),
  );
  const own = settingsPart(zip);
  return {
    ...found,
    ...(own ? Object.fromEntries(parseXml(partText(zip, own), own).children.map((each) => [each.attributes.key ?? '', each.text])) : {}),
  };
}

/** Office stores `settings.set(key, value)` as JSON of the value, and ours is itself a JSON text: `"\"{…}\""`. */
function extensionSettings(root: XmlElement): [string, string][] {
  const properties = root.children.filter((each) => each.name === 'properties').flatMap((each) => each.children);
  return properties.flatMap(({ attributes: { name = '', value = '' } }): [string, string][] =>
    name.startsWith(settingsPrefix) ? [[name, unwrapJson(value)]] : [],
  );
}

function unwrapJson(value: string): string {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'string' ? parsed : value;
  } catch {
    return value;
  }
}

function settingsPart(zip: ZipContainer): string | null {
  const items = [...zip.entries.keys()].filter((path) => /^customXml\/item\d+\.xml$/.test(path));
  return items.find((path) => partText(zip, path).includes(settingsNamespace)) ?? null;
}

/** Parts to replace or add so that a setting is stored (null removes it). */
export function settingChanges(zip: ZipContainer, workbookPath: string, key: string, json: string | null): ReadonlyMap<string, Uint8Array> {
  const own = settingsPart(zip);
  const settings: Record<string, string | null> = { ...(own ? readSettings(zip) : {}), [key]: json };
  const content = settingsXml(settings);
  if (own) return new Map([[own, strToU8(content)]]);
  return addedPart(zip, workbookPath, content);
}

function settingsXml(settings: Readonly<Record<string, string | null>>): string {
  const entries = Object.entries(settings).flatMap(([key, json]) =>
    json === null ? [] : [`<setting key="${encodeText(key)}">${encodeText(json)}</setting>`],
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<settings xmlns="${settingsNamespace}">${entries.join('')}</settings>`;
}

function addedPart(zip: ZipContainer, workbookPath: string, content: string): ReadonlyMap<string, Uint8Array> {
  let number = 1;
  while (zip.entries.has(`customXml/item${number}.xml`)) number += 1;
  const rels = relationshipPath(workbookPath);
  const ids = new Set(relationships(zip, workbookPath).map((each) => each.id));
  const id = `rIdRubric${[...ids].filter((each) => each.startsWith('rIdRubric')).length + 1}`;
  const depth = workbookPath.split('/').length - 1;
  const link = `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="${'../'.repeat(depth)}customXml/item${number}.xml"/>`;
  return new Map([
    [`customXml/item${number}.xml`, strToU8(content)],
    [
      rels,
      partBytes(
        zip,
        rels,
        partText(zip, rels).replace(/<\/([\w-]+:)?Relationships\s*>\s*$/, (end) => link + end),
      ),
    ],
    ...xmlContentType(zip),
  ]);
}

/** `.xml` parts need a content type; every producer seen declares a default, and this mends those that do not. */
function xmlContentType(zip: ZipContainer): [string, Uint8Array][] {
  const path = '[Content_Types].xml';
  const types = partText(zip, path);
  if (/Extension="xml"/i.test(types)) return [];
  return [[path, strToU8(types.replace(/<Types[^>]*>/, (open) => `${open}<Default Extension="xml" ContentType="application/xml"/>`))]];
}
