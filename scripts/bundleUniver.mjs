// Bundles Univer's packages into one CommonJS file for the host tests: jest cannot load their ES modules. Made anew when a package changes.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const target = new URL('.cache/univer.cjs', root);
const stamp = new URL('.cache/univer.stamp', root);

const entry = `
export * from '@univerjs/core';
export * from '@univerjs/core/facade';
export * from '@univerjs/preset-sheets-node-core';
export { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import '@univerjs/sheets-conditional-formatting/facade';
`;

const currentStamp = () =>
  createHash('sha256')
    .update(readFileSync(new URL('package-lock.json', root)))
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex');

/** Writes .cache/univer.cjs unless it already stands for these packages; returns its path. */
export const bundleUniver = async () => {
  const wanted = currentStamp();
  const path = fileURLToPath(target);
  if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return path;
  mkdirSync(new URL('.cache/', root), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  await build({
    stdin: { contents: entry, resolveDir: fileURLToPath(root), loader: 'js' },
    outfile: part,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    keepNames: true,
    logLevel: 'error',
  });
  renameSync(part, path);
  writeFileSync(stamp, wanted);
  return path;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await bundleUniver());
