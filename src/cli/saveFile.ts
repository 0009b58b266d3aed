import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from './terminal';

/** Where the copies of these files go in `folder`. Throws UsageError where a copy would overwrite an original or another copy. */
export function copyPaths(files: readonly string[], folder: string): readonly string[] {
  const paths = files.map((file) => join(folder, basename(file)));
  const original = files.find((file) => paths.some((path) => resolve(path) === resolve(file)));
  if (original !== undefined) throw new UsageError('out-is-original', { file: original });
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  if (twice !== undefined) throw new UsageError('same-name', { name: basename(twice) });
  return paths;
}

/** Writes a file, with its folder where that is missing. Throws UsageError where it may not be written. */
export async function saveFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    throw new UsageError('out-not-writable', { file: path });
  }
}
