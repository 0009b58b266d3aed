// npm start: builds what changed, serves the workbench on this machine and opens it in the browser.
//   --no-open       only print the address          --port N   (or PORT=N) the port to try first, 3000 otherwise
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const began = Date.now();
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const { values } = parseArgs({ options: { 'no-open': { type: 'boolean' }, port: { type: 'string' } } });

// The machine's own way to open an address; a machine without one still has the printed line.
const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''], linux: ['xdg-open'] };
function open(address) {
  const [command, ...rest] = openers[process.platform] ?? openers.linux;
  const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (values['no-open'] || process.env.CI || headless) return;
  spawn(command, [...rest, address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

console.log('Building what changed since the last start …');
try {
  const outfile = '.cache/startWorkbench.mjs';
  await build({
    entryPoints: ['scripts/workbench/startWorkbench.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  const { startWorkbench } = await import(`../${outfile}`);
  const { address } = await startWorkbench(Number(values.port ?? process.env.PORT ?? 3000));
  console.log(`Rubric workbench: ${address}  (ready in ${((Date.now() - began) / 1000).toFixed(1)} s; Ctrl+C stops it)`);
  open(address);
} catch (error) {
  console.error(`The workbench could not start.\n${error.message}`);
  process.exit(1);
}
