import type { FunctionMetadata } from '../model/workbookModel';
import type { Addin } from './bench';
import { readManifest } from './ribbon';

/** Reads what the add-in's site says of it in a language: manifest.xml and its functions.json (none where the build made none). */
export async function loadAddin(language: string): Promise<Addin> {
  const manifest = readManifest(await (await fetch('/workbench/manifest.xml')).text(), language);
  const answer = await fetch(manifest.functions);
  const described = answer.ok ? ((await answer.json()) as { functions?: FunctionMetadata[] }) : {};
  return { manifest, functions: described.functions ?? [] };
}
