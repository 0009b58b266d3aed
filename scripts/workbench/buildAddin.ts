import { spawn } from 'node:child_process';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { isFresh } from './freshness';

// The workbench is built on its own.
const product = ['rubric', 'form', 'review', 'template', 'workbook', 'actions', 'functions', 'taskpane', 'commands', 'locale'];
const sources = [
  ...product.map((name) => join('src', name)),
  'assets',
  'scripts',
  'manifest.xml',
  'webpack.config.js',
  'package-lock.json',
];

/**
 * Builds the add-in's own pages into `out` as `npm run build` does, but for development if not told otherwise, unless they are newer than their sources.
 * Rejects with what webpack printed when it fails.
 */
export async function buildAddin(out: string, mode: 'development' | 'production' = 'development'): Promise<void> {
  const mark = join(out, 'taskpane.html');
  if (isFresh(mark, sources)) return;
  const began = new Date();
  const webpack = join('node_modules', 'webpack', 'bin', 'webpack.js');
  const child = spawn(process.execPath, [webpack, '--mode', mode, '--output-path', out, '--stats', 'errors-only', '--no-devtool']);
  const printed: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => printed.push(data));
  child.stderr.on('data', (data: Buffer) => printed.push(data));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(Buffer.concat(printed).toString());
  utimesSync(mark, began, began);
}
