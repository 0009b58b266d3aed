/** What a press on a ribbon button does: opens the pane, or calls a function of the add-in. */
export type ButtonAction = { readonly kind: 'pane' } | { readonly kind: 'function'; readonly name: string };

/** A button of the add-in's manifest, as a ribbon shows it. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly tip: string;
  /** Address of the icon on this site, for a 32 pixel place (64 on sharp screens). */
  readonly icon: string;
  readonly action: ButtonAction;
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

/** A keyboard shortcut of the add-in: keys such as `Ctrl+Alt+Shift+K` and the function they call. */
export interface Shortcut {
  readonly keys: string;
  readonly action: string;
}

/** What the workbench takes from manifest.xml. */
export interface AddinManifest {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** Path of the pane's page. */
  readonly pane: string;
  /** Path of functions.json in the language. */
  readonly functions: string;
  readonly groups: readonly RibbonGroup[];
  /** The add-in's menus behind a right click on a cell. */
  readonly cellMenus: readonly RibbonGroup[];
  /** Path of the file with its keyboard shortcuts, empty where it has none. */
  readonly shortcuts: string;
}

const childrenOf = (node: Element, name: string) => [...node.children].filter((child) => child.localName === name);
const firstOf = (node: Element, name: string) => childrenOf(node, name)[0];

function deepOf(node: Element, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>((at, name) => at && firstOf(at, name), node);
}

// Texts and addresses are named by resid and may be overridden by locale.
function localised(entry: Element | undefined, language: string): string {
  if (!entry) return '';
  const own = childrenOf(entry, 'Override').find((each) => each.getAttribute('Locale') === language);
  return own?.getAttribute('Value') ?? entry.getAttribute('DefaultValue') ?? '';
}

type Resources = (resid: string | null | undefined) => string;

function resourcesOf(root: Element, language: string): Resources {
  const entries = [...root.getElementsByTagName('*')].filter(
    (each) => ['Url', 'String', 'Image'].includes(each.localName) && each.hasAttribute('DefaultValue'),
  );
  const byId = new Map(entries.map((each) => [each.getAttribute('id'), each]));
  return (resid) => localised(byId.get(resid ?? ''), language);
}

/** The path of an address of the add-in's site: the workbench serves that site itself. */
const pathOf = (address: string): string => (address === '' ? '' : new URL(address).pathname);

function iconOf(control: Element, resource: Resources): string {
  const images = childrenOf(firstOf(control, 'Icon') ?? control, 'Image');
  const image = images.find((each) => each.getAttribute('size') === '64') ?? images[images.length - 1];
  return pathOf(resource(image?.getAttribute('resid')));
}

function actionOf(control: Element): ButtonAction {
  const action = firstOf(control, 'Action');
  const name = action && firstOf(action, 'FunctionName')?.textContent?.trim();
  return name ? { kind: 'function', name } : { kind: 'pane' };
}

function buttonOf(control: Element, resource: Resources): RibbonButton {
  return {
    id: control.getAttribute('id') ?? '',
    label: resource(firstOf(control, 'Label')?.getAttribute('resid')),
    title: resource(deepOf(control, 'Supertip', 'Title')?.getAttribute('resid')),
    tip: resource(deepOf(control, 'Supertip', 'Description')?.getAttribute('resid')),
    icon: iconOf(control, resource),
    action: actionOf(control),
  };
}

function groupOf(group: Element, controls: readonly Element[], resource: Resources): RibbonGroup {
  const buttons = controls.map((control) => buttonOf(control, resource));
  return { label: resource(firstOf(group, 'Label')?.getAttribute('resid')), buttons };
}

function cellMenusOf(all: readonly Element[], resource: Resources): RibbonGroup[] {
  const places = all.filter((each) => each.localName === 'OfficeMenu' && each.getAttribute('id') === 'ContextMenuCell');
  const menus = places.flatMap((place) => childrenOf(place, 'Control'));
  return menus.map((menu) => groupOf(menu, childrenOf(firstOf(menu, 'Items') ?? menu, 'Item'), resource));
}

/** Reads manifest.xml: names, addresses (as paths) and ribbon groups in a language, en-US where it has no override; ribbon groups, cell menus. Throws on XML that does not parse. */
export function readManifest(xml: string, language: string): AddinManifest {
  const root = new DOMParser().parseFromString(xml, 'application/xml').documentElement;
  if (root.localName !== 'OfficeApp') throw new Error('manifest.xml does not parse');
  const resource = resourcesOf(root, language);
  const all = [...root.getElementsByTagName('*')];
  const metadata = all.find((each) => each.localName === 'Metadata');
  return {
    id: firstOf(root, 'Id')?.textContent?.trim() ?? '',
    version: firstOf(root, 'Version')?.textContent?.trim() ?? '',
    name: localised(firstOf(root, 'DisplayName'), language),
    pane: pathOf(localised(deepOf(root, 'DefaultSettings', 'SourceLocation'), language)),
    functions: pathOf(resource(metadata && firstOf(metadata, 'SourceLocation')?.getAttribute('resid'))),
    groups: all.filter((each) => each.localName === 'Group').map((group) => groupOf(group, childrenOf(group, 'Control'), resource)),
    cellMenus: cellMenusOf(all, resource),
    shortcuts: pathOf(firstOf(root, 'ExtendedOverrides')?.getAttribute('Url') ?? ''),
  };
}
