import type { FunctionMetadata } from '../model/workbookModel';
import type { Addin } from './bench';
import { readManifest, type Shortcut } from './ribbon';

interface ShortcutFile {
  readonly shortcuts: readonly { readonly action: string; readonly key: { readonly default: string } }[];
}

async function loadShortcuts(path: string): Promise<Shortcut[]> {
  const answer = path === '' ? null : await fetch(path);
  if (!answer?.ok) return [];
  const { shortcuts } = (await answer.json()) as ShortcutFile;
  return shortcuts.map(({ action, key }) => ({ action, keys: key.default }));
}

/** Reads what the add-in's site says of it in a language: manifest.xml, its functions.json and its keyboard shortcuts (none where the build made none). */
export async function loadAddin(language: string): Promise<Addin> {
  const manifest = readManifest(await (await fetch('/workbench/manifest.xml')).text(), language);
  const answer = await fetch(manifest.functions);
  const described = answer.ok ? ((await answer.json()) as { functions?: FunctionMetadata[] }) : {};
  return { manifest, functions: described.functions ?? [], shortcuts: await loadShortcuts(manifest.shortcuts) };
}
