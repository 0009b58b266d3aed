import { readFile, readdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';

/** Folders behind the addresses; the last is the add-in's own site. */
export interface Site {
  readonly workbench: string;
  readonly fonts: string;
  readonly addin: string;
  readonly manifest: string;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.ico': 'image/x-icon',
};

// Whatever a page tries, the browser itself keeps it on this machine.
const policy = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";

const officeFolder = join('node_modules', '@microsoft', 'office-js', 'dist');
const cdn = /https:\/\/appsforoffice\.(?:microsoft|cdn\.partner\.office365)\.(?:com|cn)\/lib\/(?:1|1\.1|beta)\/hosted\//g;

/** The add-in's page with office.js from this machine, our bootstrap before it, and a font for machines without a Chinese one. */
export function forTheFrame(html: string): string {
  const ours = '<link rel="stylesheet" href="/workbench/fonts.css"><script src="/workbench/bootstrap.js"></script>';
  return html.replace(cdn, '/office-js/').replace(/<head[^>]*>/i, (head) => head + ours);
}

function within(folder: string, path: string): string | null {
  const file = resolve(folder, `.${sep}${normalize(path)}`);
  return file.startsWith(resolve(folder) + sep) ? file : null;
}

// office.js asks for `zh-CN/office_strings.js`; the package's folders are in lower case, which matters on Linux.
async function inAnyCase(folder: string, path: string): Promise<string | null> {
  const [first = '', ...rest] = path.split('/').filter(Boolean);
  const names = await readdir(folder);
  const name = names.find((each) => each.toLowerCase() === first.toLowerCase());
  return name === undefined ? null : within(folder, [name, ...rest].join('/'));
}

async function fileFor(site: Site, path: string): Promise<string | null> {
  if (path === '/' || path === '/index.html') return join(site.workbench, 'index.html');
  if (path === '/workbench/manifest.xml') return site.manifest;
  if (path.startsWith('/workbench/')) return within(site.workbench, path.slice('/workbench'.length));
  if (path.startsWith('/fonts/')) return within(site.fonts, path.slice('/fonts'.length));
  if (path.startsWith('/office-js/')) return inAnyCase(officeFolder, path.slice('/office-js/'.length));
  return within(site.addin, path);
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  const file = await fileFor(site, path);
  const content = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || content === null) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
  const html = extname(file) === '.html' && file.startsWith(resolve(site.addin));
  const cache = path.startsWith('/fonts/') ? 'max-age=31536000, immutable' : 'no-cache';
  const type = types[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': cache, 'Content-Security-Policy': policy });
  response.end(html ? forTheFrame(content.toString('utf8')) : content);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', () => done()));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/**
 * Serves the workbench and the add-in's site on this machine only. Takes `port`, or any free one where it is taken (0: always any).
 * Gives the address to open and how to stop.
 */
export async function serve(site: Site, port: number): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const make = () =>
    createServer((request, response) => {
      answer(site, request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
  let server = make();
  const taken = await listen(server, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    server = make();
    return listen(server, 0);
  });
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { address: `http://localhost:${taken}`, stop };
}
