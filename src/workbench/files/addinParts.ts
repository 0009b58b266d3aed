import type { WorkbookExtras, XmlPart } from '../model/workbookModel';
import { elementXml } from './writeStyles';
import { addPart, partText, setPart, type Package } from './zipPackage';

const office = 'http://schemas.microsoft.com/office';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Who the add-in is, for the place where its settings stand in the file. */
export interface AddinIdentity {
  readonly id: string;
  readonly version: string;
}

const propertiesXml = (settings: Readonly<Record<string, string>>, prefix: string): string =>
  `<${prefix}properties>${Object.entries(settings)
    .map(([name, value]) => elementXml(`${prefix}property`, { name, value }))
    .join('')}</${prefix}properties>`;

function newExtension(parts: Package, addin: AddinIdentity, settings: Readonly<Record<string, string>>): void {
  const reference = elementXml('we:reference', { id: addin.id, version: addin.version, store: 'developer', storeType: 'Registry' });
  const extension = `${declaration}<we:webextension xmlns:we="${office}/webextensions/webextension/2010/11" id="{${addin.id.toUpperCase()}}">${reference}<we:alternateReferences/>${propertiesXml(settings, 'we:')}<we:bindings/></we:webextension>`;
  const panes = `${declaration}<wetp:taskpanes xmlns:wetp="${office}/webextensions/taskpanes/2010/11"></wetp:taskpanes>`;
  addPart(parts, '', {
    path: 'xl/webextensions/taskpanes.xml',
    type: `${office}/2011/relationships/webextensiontaskpanes`,
    contentType: 'application/vnd.ms-office.webextensiontaskpanes+xml',
    text: panes,
  });
  const id = addPart(parts, 'xl/webextensions/taskpanes.xml', {
    path: 'xl/webextensions/webextension1.xml',
    type: `${office}/2011/relationships/webextension`,
    contentType: 'application/vnd.ms-office.webextension+xml',
    text: extension,
  });
  const pane = `<wetp:taskpane dockstate="right" visibility="0" width="350" row="0"><wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/></wetp:taskpane>`;
  setPart(parts, 'xl/webextensions/taskpanes.xml', panes.replace('</wetp:taskpanes>', `${pane}</wetp:taskpanes>`));
}

/** Writes the settings an add-in keeps in the workbook into the web extension part, where Excel keeps them. */
export function writeSettings(parts: Package, addin: AddinIdentity, settings: Readonly<Record<string, string>>): void {
  const path = [...parts.keys()].find((each) => /webextension\d*\.xml$/i.test(each));
  if (!path) {
    if (Object.keys(settings).length > 0) newExtension(parts, addin, settings);
    return;
  }
  const text = partText(parts, path) ?? '';
  const prefix = /<(\w+:)?webextension\b/.exec(text)?.[1] ?? '';
  const properties = propertiesXml(settings, prefix);
  setPart(
    parts,
    path,
    text.replace(/<(?:\w+:)?properties\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?properties>)/, () => properties),
  );
}

/** Writes custom XML parts that were added or changed; parts the file had under other names are left alone. */
export function writeXmlParts(parts: Package, workbook: string, now: readonly XmlPart[], before: WorkbookExtras['xmlParts']): void {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';
  for (const { id, xml } of now) {
    const old = before.find((part) => part.id === id);
    if (old?.xml === xml) continue;
    if (parts.has(id)) setPart(parts, id, xml);
    else addPart(parts, workbook, { path: freeItem(parts), type, contentType: 'application/xml', text: xml });
  }
  for (const { id } of before) if (!now.some((part) => part.id === id)) parts.delete(id);
}

function freeItem(parts: Package): string {
  let number = 1;
  while (parts.has(`customXml/item${number}.xml`)) number++;
  return `customXml/item${number}.xml`;
}
