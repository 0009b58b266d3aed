// `npm run start:excel`: builds the add-in, serves it over https with a trusted certificate and opens Excel with it. For people who have Excel.
import { spawn } from 'node:child_process';
import { createServer } from 'node:https';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import devCerts from 'office-addin-dev-certs';

const port = 3000;
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.xml': 'application/xml',
};

const run = (command, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} ended with ${code}`))));
  });

async function answer(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'https://localhost').pathname)).replace(/^([/\\]|\.\.)+/, '');
  try {
    const body = await readFile(join('dist', path || 'taskpane.html'));
    response
      .writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream', 'Access-Control-Allow-Origin': '*' })
      .end(body);
  } catch {
    response.writeHead(404).end();
  }
}

await run('npx', ['webpack', '--mode', 'production', '--stats', 'errors-only']);
const server = createServer(await devCerts.getHttpsServerOptions(), answer);
server.listen(port, () => console.log(`Rubric is served at https://localhost:${port}`));
await run('npx', ['--yes', 'office-addin-debugging', 'start', 'dist/manifest.xml', 'desktop', '--no-debug']);
console.log('Excel is starting with Rubric. Press Ctrl+C here to stop serving it.');
