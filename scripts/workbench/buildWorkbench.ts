import { mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { fontFaces } from './fontFaces';
import { isFresh } from './freshness';

const page = 'src/workbench/page';
const sources = ['src/workbench', 'scripts/workbench', 'package-lock.json'];

// The two pages of the workbench: the workbench itself, and what stands before office.js in the add-in's frame.
async function bundle(out: string): Promise<void> {
  await build({
    entryPoints: { workbench: `${page}/index.tsx`, bootstrap: `${page}/bootstrap.ts` },
    outdir: out,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    legalComments: 'none',
    loader: { '.svg': 'text' },
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error',
  });
}

/**
 * Builds the workbench's own pages into `out` unless they are newer than their sources.
 * Rejects with esbuild's messages when a source does not compile.
 */
export async function buildWorkbench(out: string): Promise<void> {
  const mark = join(out, 'index.html');
  if (isFresh(mark, sources)) return;
  const began = new Date();
  mkdirSync(out, { recursive: true });
  await bundle(out);
  writeFileSync(join(out, 'fonts.css'), fontFaces());
  writeFileSync(mark, readFileSync(`${page}/index.html`));
  // A source saved while the build ran is newer than the build.
  utimesSync(mark, began, began);
}

/** Folder of the font's pieces, served as /fonts/. */
export function fontFolder(): string {
  const folder = join('node_modules', '@fontsource', 'noto-sans-sc', 'files');
  if (!readdirSync(dirname(folder)).includes('files')) throw new Error('npm ci has not been run: the font package is missing');
  return folder;
}
