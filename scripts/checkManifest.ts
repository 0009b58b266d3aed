/** Faults of an add-in manifest that its schema lets pass (Office Add-ins: shared runtime, icons, resources). */
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';

export type ManifestFaultCode =
  | 'dangling-resid'
  | 'unused-resource'
  | 'not-https'
  | 'icon-size'
  | 'taskpane-id'
  | 'runtime-resid'
  | 'runtime-lifetime'
  | 'too-long'
  | 'duplicate-id';

export interface ManifestFault {
  readonly code: ManifestFaultCode;
  readonly where: string;
}

const ribbonIconSizes = ['16', '32', '80'];
const limits: Readonly<Record<string, number>> = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 };

const all = (parent: Document | Element, name: string): Element[] => [...parent.getElementsByTagName(name)];
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';
const fault = (code: ManifestFaultCode, where: string): ManifestFault => ({ code, where });

const resourceKinds = ['bt:Image', 'bt:Url', 'bt:String'];
const defined = (document: Document): string[] =>
  resourceKinds
    .flatMap((kind) => all(document, kind))
    .map((e) => attribute(e, 'id'))
    .filter(Boolean);
const used = (document: Document): string[] =>
  all(document, '*')
    .map((e) => attribute(e, 'resid'))
    .filter(Boolean);

function resourceFaults(document: Document): ManifestFault[] {
  const ids = new Set(defined(document));
  const resids = new Set(used(document));
  return [
    ...[...resids].filter((resid) => !ids.has(resid)).map((resid) => fault('dangling-resid', resid)),
    ...[...ids].filter((id) => !resids.has(id)).map((id) => fault('unused-resource', id)),
  ];
}

function addressFaults(document: Document): ManifestFault[] {
  const values = all(document, '*').flatMap((e) => [
    attribute(e, 'DefaultValue'),
    attribute(e, 'Value'),
    e.nodeName === 'AppDomain' ? (e.textContent ?? '') : '',
  ]);
  return values.filter((value) => /^http:/i.test(value)).map((value) => fault('not-https', value));
}

function iconFaults(document: Document): ManifestFault[] {
  const missing = (icon: Element): string[] => {
    const sizes = all(icon, 'bt:Image').map((image) => attribute(image, 'size'));
    return ribbonIconSizes.filter((size) => !sizes.includes(size));
  };
  return all(document, 'Icon').flatMap((icon) => missing(icon).map((size) => fault('icon-size', size)));
}

function runtimeFaults(document: Document): ManifestFault[] {
  const [runtime] = all(document, 'Runtime');
  if (!runtime) return [];
  const resid = attribute(runtime, 'resid');
  const page = all(document, 'Page').flatMap((e) => all(e, 'SourceLocation'));
  const panes = all(document, 'Action')
    .filter((e) => attribute(e, 'xsi:type') === 'ShowTaskpane')
    .flatMap((e) => all(e, 'SourceLocation'));
  return [
    ...(attribute(runtime, 'lifetime') === 'long' ? [] : [fault('runtime-lifetime', resid)]),
    ...all(document, 'TaskpaneId').map((e) => fault('taskpane-id', e.textContent ?? '')),
    ...[...page, ...panes, ...all(document, 'FunctionFile')]
      .filter((e) => attribute(e, 'resid') !== resid)
      .map((e) => fault('runtime-resid', attribute(e, 'resid'))),
  ];
}

function textFaults(document: Document): ManifestFault[] {
  const tooLong = (kind: string, limit: number): ManifestFault[] =>
    all(document, kind)
      .flatMap((group) => all(group, '*'))
      .filter((e) => (attribute(e, 'DefaultValue') || attribute(e, 'Value')).length > limit)
      .map((e) => fault('too-long', attribute(e, 'id') || attribute(e, 'Locale')));
  return Object.entries(limits).flatMap(([kind, limit]) => tooLong(kind, limit));
}

function identityFaults(document: Document): ManifestFault[] {
  const ids = [...all(document, 'Control'), ...all(document, 'Group')].map((e) => attribute(e, 'id'));
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => fault('duplicate-id', id));
}

/**
 * Checks a manifest.
 * @param xml text of the manifest
 * @returns faults in no particular order; empty where there are none
 */
export function checkManifest(xml: string): ManifestFault[] {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  return [resourceFaults, addressFaults, iconFaults, runtimeFaults, textFaults, identityFaults].flatMap((check) => check(document));
}
