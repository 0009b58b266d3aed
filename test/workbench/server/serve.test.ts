import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fontFaces } from '../../../scripts/workbench/fontFaces';
import { isFresh } from '../../../scripts/workbench/freshness';
import { forTheFrame, serve } from '../../../scripts/workbench/serve';

const folder = mkdtempSync(join(tmpdir(), 'rubric-site-'));
const put = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
put('workbench/index.html', '<title>bench</title>');
put(
  'addin/taskpane.html',
  '<!doctype html><html><head><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head></html>',
);
put('addin/functions.json', '{"functions":[]}');
put('manifest.xml', '<OfficeApp/>');
put('secret.txt', 'not for the web');

const site = {
  workbench: join(folder, 'workbench'),
  addin: join(folder, 'addin'),
  fonts: join(folder, 'fonts'),
  manifest: join(folder, 'manifest.xml'),
};

/** Asks for a path exactly as written: fetch would tidy it up first. */
function ask(address: string, path: string): Promise<{ readonly status: number; readonly text: string; readonly policy: string }> {
  const { port } = new URL(address);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, (response) => {
      const data: Buffer[] = [];
      response.on('data', (part: Buffer) => data.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(data).toString(),
          policy: String(response.headers['content-security-policy']),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('the workbench’s server', () => {
  let running: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    running = await serve(site, 0);
  });
  afterAll(() => running.stop());

  test.each([
    ['/', 200, '<title>bench</title>'],
    ['/functions.json', 200, '{"functions":[]}'],
    ['/workbench/manifest.xml', 200, '<OfficeApp/>'],
    ['/nothing.html', 404, 'Not found'],
    ['/../secret.txt', 404, 'Not found'],
    ['/%2e%2e/secret.txt', 404, 'Not found'],
    ['/workbench/..%2f..%2fsecret.txt', 404, 'Not found'],
    ['/office-js/../../../package.json', 404, 'Not found'],
  ])('%s', async (path, status, text) => expect(await ask(running.address, path)).toMatchObject({ status, text }));

  test('office.js comes from this machine, its texts in any spelling of the language', async () => {
    expect((await ask(running.address, '/office-js/office.js')).text).toContain('Office');
    expect((await ask(running.address, '/office-js/zh-CN/office_strings.js')).status).toBe(200);
  });

  test('pages may ask nothing of other machines', async () => {
    expect((await ask(running.address, '/')).policy).toMatch(/^default-src 'self'/);
  });

  test('takes another port when the first is taken', async () => {
    const second = await serve(site, Number(new URL(running.address).port));
    expect(second.address).not.toBe(running.address);
    expect((await ask(second.address, '/')).status).toBe(200);
    await second.stop();
  });
});

test('the add-in’s page gets the bootstrap first, then office.js of this machine', () => {
  const page = forTheFrame('<html><head><script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script></head></html>');
  expect(page).toMatch(/bootstrap\.js.*src="\/office-js\/office\.js"/);
  expect(page).not.toContain('https:');
});

test('what was built stands until a source changes', () => {
  put('built.html', '');
  expect(isFresh(join(folder, 'built.html'), [join(folder, 'addin')])).toBe(true);
  expect(isFresh(join(folder, 'none.html'), [])).toBe(false);
  expect(isFresh(join(folder, 'built.html'), [join(folder, 'missing')])).toBe(true);
});

test('every piece of the font is tried on the machine first and fetched from here, formulas keep their own Latin', () => {
  const faces = fontFaces().split('@font-face').slice(1);
  expect(faces.length).toBeGreaterThan(500);
  const own = {
    400: /src: local\("Microsoft YaHei"\), .*url\(\/fonts\/noto-sans-sc-[\w-]+-400-normal\.woff2\)/,
    700: /src: local\("Microsoft YaHei Bold"\), .*url\(\/fonts\/noto-sans-sc-[\w-]+-700-normal\.woff2\)/,
  };
  const weightOf = (face: string) => (/font-weight: 700/.test(face) ? 700 : 400);
  expect(faces.filter((face) => weightOf(face) === 700)).toHaveLength(faces.length / 2);
  expect(faces.filter((face) => !own[weightOf(face)].test(face))).toEqual([]);
  expect(faces.filter((face) => face.includes('"Courier"') && /unicode-range: U\+0000-00FF/i.test(face))).toEqual([]);
});
