import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { run } from '../../src/cli/run';
import { sheetPassword } from '../../src/cli/sheetPassword';
import { recordedTerminal } from './formFile';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rubric-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function protectionOf(...options: readonly string[]): Promise<Readonly<Record<string, string>> | null> {
  const file = join(folder, 'plan.xlsx');
  expect(await run(['template', 'work-plan', '--out', file, ...options], recordedTerminal('en'))).toBe(0);
  const sheet = strFromU8(unzipSync(readFileSync(file))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const attributes = /<sheetProtection ([^>]*)\/>/.exec(sheet)?.[1];
  return attributes === undefined
    ? null
    : Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

// Hash and salt of a file that LibreOffice opened with this word and with no other.
const known = {
  word: 'Horse1',
  salt: 'coIwpegBrxxxqMtIna3U/g==',
  hash: '8aACN18mlUtVtuGELU9Px2kkWdAl44JkyXQFXs8dAsIjNGKeDQRgWalsynS/XbLIscDqQ/O7uilih0T/V0bS9Q==',
};

describe('rubric template', () => {
  test('locks the sheet without a password unless it is told one', async () => {
    const protection = await protectionOf();
    expect(protection).toMatchObject({ sheet: '1' });
    expect(protection).not.toHaveProperty('hashValue');
    expect(await protectionOf('--unprotected')).toBeNull();
  });

  test('keeps what SHA-512 makes of a password with a salt of its own, never the word itself', async () => {
    const protection = await protectionOf('--password', known.word);
    expect(protection).toMatchObject({ sheet: '1', algorithmName: 'SHA-512', spinCount: '100000' });
    const salt = Buffer.from(protection?.saltValue ?? '', 'base64');
    expect(salt).toHaveLength(16);
    expect(protection?.hashValue).toBe(sheetPassword(known.word, salt).hash);
    expect(protection?.saltValue).not.toBe((await protectionOf('--password', known.word))?.saltValue);
  });

  test('takes no password for a sheet that stays open', async () => {
    const terminal = recordedTerminal('en');
    const code = await run(['template', 'work-plan', '--out', join(folder, 'x.xlsx'), '--unprotected', '--password', 'x'], terminal);
    expect([code, terminal.errors.join('')]).toEqual([2, expect.stringContaining('--password')]);
  });
});

test('a password is hashed as other programs hash it', () => {
  expect(sheetPassword(known.word, Buffer.from(known.salt, 'base64'))).toEqual({ salt: known.salt, hash: known.hash, rounds: 100_000 });
  expect(sheetPassword('horse1', Buffer.from(known.salt, 'base64')).hash).not.toBe(known.hash);
});
