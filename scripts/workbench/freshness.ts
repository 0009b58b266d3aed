import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The newest change under a file or a folder, in milliseconds since 1970; 0 where there is nothing. */
function newestIn(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

/**
 * Whether what was built still stands for its sources: `built` exists and nothing under `sources` changed after it.
 * Saves the seconds of a build on the second `npm start`.
 */
export function isFresh(built: string, sources: readonly string[]): boolean {
  if (!existsSync(built)) return false;
  const at = statSync(built).mtimeMs;
  return sources.every((source) => newestIn(source) <= at);
}
