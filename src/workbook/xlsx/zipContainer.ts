/**
 * The zip container of an .xlsx file: its parts are read one by one, checked against their CRC, and written back with every
 * untouched part copied byte for byte. The format is PKWARE's APPNOTE.TXT 6.3; deflate itself is fflate's.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { WorkbookError } from '../port';
import { crc32 } from './crc32';

/** One part as the central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Position of the part's local header in the file. */
  readonly offset: number;
  /** The central directory record as it was, to be written back with little more than a new offset. */
  readonly record: Uint8Array;
}

export interface ZipContainer {
  readonly bytes: Uint8Array;
  /** In the order of the central directory; names are unique. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const zip64EndSignature = 0x06064b50;
const stored = 0;
const deflated = 8;
const sizeInZip64 = 0xffffffff;
const utf8Flag = 0x800;
const encryptedFlag = 0x1;

/** More than any real workbook; less than what would exhaust memory (a zip bomb says its size in the directory, or lies and fails its CRC). */
export const zipLimits = { entries: 20_000, partBytes: 400_000_000, totalBytes: 1_000_000_000 };

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const damaged = (part: string, cause?: unknown) => new WorkbookError('damaged', { part }, { cause });

/** Zip file → its directory. Throws `damaged` where the directory cannot be read, `too-large` past `zipLimits`. */
export function openZip(content: Uint8Array): ZipContainer {
  // A Node Buffer is a Uint8Array whose `slice` does not copy; a plain view of the same bytes behaves alike everywhere.
  const bytes = new Uint8Array(content.buffer, content.byteOffset, content.length);
  try {
    const { count, offset } = readEnd(bytes);
    const entries = readDirectory(bytes, offset, count);
    checkLimits(entries);
    return { bytes, entries };
  } catch (error) {
    throw error instanceof WorkbookError ? error : damaged('zip', error);
  }
}

function checkLimits(entries: ReadonlyMap<string, ZipEntry>): void {
  let total = 0;
  for (const entry of entries.values()) {
    total += entry.size;
    if (entry.size > zipLimits.partBytes) throw new WorkbookError('too-large', { part: entry.name, bytes: String(entry.size) });
  }
  if (total > zipLimits.totalBytes) throw new WorkbookError('too-large', { part: 'zip', bytes: String(total) });
}

function readEnd(bytes: Uint8Array): { count: number; offset: number } {
  const data = view(bytes);
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (data.getUint32(at, true) !== endSignature) continue;
    const offset = data.getUint32(at + 16, true);
    return offset === sizeInZip64 ? readZip64End(data, at) : { count: data.getUint16(at + 10, true), offset };
  }
  throw damaged('zip');
}

function readZip64End(data: DataView, end: number): { count: number; offset: number } {
  const at = Number(data.getBigUint64(end - 20 + 8, true));
  if (data.getUint32(at, true) !== zip64EndSignature) throw damaged('zip');
  return { count: Number(data.getBigUint64(at + 32, true)), offset: Number(data.getBigUint64(at + 48, true)) };
}

function readDirectory(bytes: Uint8Array, offset: number, count: number): Map<string, ZipEntry> {
  if (count > zipLimits.entries) throw new WorkbookError('too-large', { part: 'zip', entries: String(count) });
  const entries = new Map<string, ZipEntry>();
  let at = offset;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readRecord(bytes, at);
    entries.set(entry.name, entry);
    at = next;
  }
  return entries;
}

function readRecord(bytes: Uint8Array, at: number): { entry: ZipEntry; next: number } {
  const data = view(bytes);
  if (data.getUint32(at, true) !== centralSignature) throw damaged('zip');
  const flags = data.getUint16(at + 8, true);
  const nameLength = data.getUint16(at + 28, true);
  const extraLength = data.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + data.getUint16(at + 32, true);
  const name = strFromU8(bytes.subarray(at + 46, at + 46 + nameLength), !(flags & utf8Flag)).replace(/\\/g, '/');
  if (flags & encryptedFlag) throw new WorkbookError('encrypted', { part: name });
  const long = readZip64Extra(data, at, at + 46 + nameLength, extraLength);
  const entry = {
    name,
    method: data.getUint16(at + 10, true),
    crc: data.getUint32(at + 16, true),
    record: bytes.subarray(at, next),
    ...long,
  };
  return { entry, next };
}

/** Sizes and offset; those that are 0xFFFFFFFF stand in the zip64 extra field, in this order. */
function readZip64Extra(data: DataView, record: number, extra: number, extraLength: number) {
  const sizes = {
    size: data.getUint32(record + 24, true),
    compressedSize: data.getUint32(record + 20, true),
    offset: data.getUint32(record + 42, true),
  };
  let at = extra;
  while (at + 4 <= extra + extraLength && data.getUint16(at, true) !== 1) at += 4 + data.getUint16(at + 2, true);
  at += 4;
  for (const key of ['size', 'compressedSize', 'offset'] as const) {
    if (sizes[key] !== sizeInZip64) continue;
    sizes[key] = Number(data.getBigUint64(at, true));
    at += 8;
  }
  return sizes;
}

function compressedBytes(zip: ZipContainer, entry: ZipEntry): Uint8Array {
  const data = view(zip.bytes);
  if (data.getUint32(entry.offset, true) !== localSignature) throw damaged(entry.name);
  const start = entry.offset + 30 + data.getUint16(entry.offset + 26, true) + data.getUint16(entry.offset + 28, true);
  if (start + entry.compressedSize > zip.bytes.length) throw damaged(entry.name);
  return zip.bytes.subarray(start, start + entry.compressedSize);
}

/** Content of a part, or null where there is none of that name. Throws `damaged` where it does not inflate to what its CRC promises. */
export function readPart(zip: ZipContainer, name: string): Uint8Array | null {
  const entry = zip.entries.get(name);
  if (!entry) return null;
  const content = inflate(zip, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(name);
  return content;
}

function inflate(zip: ZipContainer, entry: ZipEntry): Uint8Array {
  try {
    const bytes = compressedBytes(zip, entry);
    if (entry.method === stored) return bytes;
    if (entry.method !== deflated) throw new WorkbookError('unsupported', { part: entry.name, method: String(entry.method) });
    return inflateSync(bytes, { out: new Uint8Array(entry.size) });
  } catch (error) {
    throw error instanceof WorkbookError ? error : damaged(entry.name, error);
  }
}

interface WrittenPart {
  readonly record: Uint8Array;
  readonly local: Uint8Array;
  readonly data: Uint8Array;
}

/**
 * The container with some parts replaced, removed or (at the end) added. All other parts keep their compressed bytes, times and attributes.
 * @param changes new content by part name; null removes the part.
 */
export function writeZip(zip: ZipContainer, changes: ReadonlyMap<string, Uint8Array | null>): Uint8Array {
  const kept = [...zip.entries.values()].flatMap((entry) => {
    const content = changes.get(entry.name);
    if (content === null) return [];
    return content ? changedPart(entry.record, content) : copiedPart(zip, entry);
  });
  const added = [...changes].flatMap(([name, content]) => (content && !zip.entries.has(name) ? changedPart(newRecord(name), content) : []));
  return joinParts([...kept, ...added]);
}

function copiedPart(zip: ZipContainer, entry: ZipEntry): WrittenPart {
  const record = finishRecord(entry.record, entry);
  return { record, local: localHeader(record), data: compressedBytes(zip, entry) };
}

function changedPart(base: Uint8Array, content: Uint8Array): WrittenPart {
  const data = deflateSync(content, { level: 6 });
  const record = finishRecord(base, { method: deflated, crc: crc32(content), compressedSize: data.length, size: content.length });
  return { record, local: localHeader(record), data };
}

/** The record with sizes in place and without what only a streamed or a zip64 file needs. */
function finishRecord(base: Uint8Array, entry: { method: number; crc: number; compressedSize: number; size: number }): Uint8Array {
  const nameLength = view(base).getUint16(28, true);
  const record = base.slice(0, 46 + nameLength);
  const data = view(record);
  data.setUint16(6, 20, true);
  data.setUint16(8, data.getUint16(8, true) & ~0x8, true);
  data.setUint16(10, entry.method, true);
  data.setUint32(16, entry.crc, true);
  data.setUint32(20, entry.compressedSize, true);
  data.setUint32(24, entry.size, true);
  data.setUint16(30, 0, true);
  data.setUint16(32, 0, true);
  return record;
}

function newRecord(name: string): Uint8Array {
  const nameBytes = strToU8(name);
  const record = new Uint8Array(46 + nameBytes.length);
  const data = view(record);
  data.setUint32(0, centralSignature, true);
  data.setUint16(4, 20, true);
  data.setUint16(8, utf8Flag, true);
  data.setUint32(12, 0x00210000, true); // 1980-01-01, the earliest time a zip can say
  data.setUint16(28, nameBytes.length, true);
  record.set(nameBytes, 46);
  return record;
}

/** A local header repeats the fields 6…30 of the record (APPNOTE 4.3.7, 4.3.12). */
function localHeader(record: Uint8Array): Uint8Array {
  const local = new Uint8Array(30 + record.length - 46);
  view(local).setUint32(0, localSignature, true);
  local.set(record.subarray(6, 32), 4);
  local.set(record.subarray(46), 30);
  return local;
}

function joinParts(parts: readonly WrittenPart[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  let offset = 0;
  const push = (chunk: Uint8Array) => {
    chunks.push(chunk);
    offset += chunk.length;
  };
  for (const part of parts) {
    view(part.record).setUint32(42, offset, true);
    push(part.local);
    push(part.data);
  }
  const directory = offset;
  for (const part of parts) push(part.record);
  push(endRecord(parts.length, offset - directory, directory));
  return concatenate(chunks, offset);
}

function endRecord(count: number, size: number, offset: number): Uint8Array {
  const record = new Uint8Array(22);
  const data = view(record);
  data.setUint32(0, endSignature, true);
  data.setUint16(8, count, true);
  data.setUint16(10, count, true);
  data.setUint32(12, size, true);
  data.setUint32(16, offset, true);
  return record;
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
