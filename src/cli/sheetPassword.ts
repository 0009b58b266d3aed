import { createHash, randomBytes } from 'node:crypto';
import type { SheetPassword } from '../workbook/xlsx/planSheetXml';

/** As many rounds as Excel itself makes. */
const rounds = 100_000;

/** Bytes of a round's number, lowest first. */
function numbered(round: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(round);
  return bytes;
}

/**
 * A password as it is kept in a file: salted and hashed with SHA-512 (ECMA-376 part 1, 18.3.1.85).
 * @param salt 16 bytes; random unless given.
 */
export function sheetPassword(password: string, salt: Buffer = randomBytes(16), spins = rounds): SheetPassword {
  const hashed = (...parts: readonly Buffer[]): Buffer =>
    parts.reduce((hash, part) => hash.update(part), createHash('sha512')).digest() as Buffer;
  let hash = hashed(salt, Buffer.from(password, 'utf16le'));
  for (let round = 0; round < spins; round += 1) hash = hashed(hash, numbered(round));
  return { salt: salt.toString('base64'), hash: hash.toString('base64'), rounds: spins };
}
