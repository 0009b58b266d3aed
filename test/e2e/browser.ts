import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Where a Chrome, an Edge or a Chromium usually stands, by platform. */
const usualPlaces: Record<string, readonly string[]> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Switches that keep the browser off the network and off the graphics card, so that a test sees our page and nothing else. */
const switches = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--font-render-hinting=none',
];

// A shell script in a browser's place (a distribution's "please install the snap") starts nothing: only real programs count.
function isProgram(path: string): boolean {
  if (!existsSync(path)) return false;
  return process.platform !== 'linux' || !readFileSync(path).subarray(0, 400).toString('latin1').includes('snap install');
}

/**
 * The browser packed in an npm package, unpacked to the temporary folder; needs the project as working folder. Its own process,
 * because the package is ESM and reads the environment when loaded.
 */
function packedBrowser(): string {
  const script = "import('@sparticuz/chromium').then(async (m) => process.stdout.write(await m.default.executablePath()))";
  const env = { ...process.env, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' });
}

/** The path of a browser: RUBRIC_BROWSER, else one that is installed, else the packed one. */
export function browserPath(): string {
  const named = process.env.RUBRIC_BROWSER;
  return named ?? usualPlaces[process.platform]?.find(isProgram) ?? packedBrowser();
}

/** Shared libraries that the packed browser brings for machines without them. */
function libraryPath(path: string): Record<string, string> {
  const bundled = join(tmpdir(), 'al2023', 'lib');
  if (!path.startsWith(tmpdir()) || !existsSync(bundled)) return {};
  return { LD_LIBRARY_PATH: [bundled, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') };
}

/** Starts a headless browser. The caller closes it. Throws what Playwright throws when it cannot start. */
export async function launchBrowser(): Promise<Browser> {
  const path = browserPath();
  // A container rarely lets a browser make its own sandbox, and these pages are all from this machine.
  const sandbox = process.platform === 'linux' ? ['--no-sandbox', '--disable-setuid-sandbox'] : [];
  const env = { ...(process.env as Record<string, string>), ...libraryPath(path) };
  return chromium.launch({ executablePath: path, args: [...switches, ...sandbox], headless: true, env });
}
