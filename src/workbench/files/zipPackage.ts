import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { FileProblem } from './problem';
import { childrenOf, encodeXml, parseXml, type XmlElement } from './xml';

/** The parts of an .xlsx file by their path in it, without a leading slash. */
export type Package = Map<string, Uint8Array>;

/** More than this unpacked is refused before it is unpacked. */
const mostBytes = 1_500_000_000;

const isOle = (bytes: Uint8Array) => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

// An OLE container holds its stream names in UTF-16: a password-protected .xlsx holds EncryptedPackage, an old .xls Workbook or Book.
function oleProblem(bytes: Uint8Array): FileProblem {
  const names = strFromU8(bytes, true).replaceAll('\0', '');
  if (names.includes('EncryptedPackage')) return new FileProblem('encrypted');
  return new FileProblem(names.includes('Workbook') || names.includes('Book') ? 'legacy' : 'not-xlsx');
}

function unpack(bytes: Uint8Array): Package {
  let size = 0;
  const filter = ({ originalSize }: { originalSize: number }) => {
    size += originalSize;
    if (size > mostBytes) throw new FileProblem('too-large', `${Math.round(size / 1e6)} MB`);
    return true;
  };
  try {
    return new Map(
      Object.entries(unzipSync(bytes, { filter })).map(([path, part]) => [path.replaceAll('\\', '/').replace(/^\//, ''), part]),
    );
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem('damaged', 'ZIP');
  }
}

/** Unpacks an .xlsx file. Throws FileProblem for what is none: empty, encrypted, old, damaged, or something else. */
export function readPackage(bytes: Uint8Array): Package {
  if (bytes.length === 0) throw new FileProblem('empty');
  if (isOle(bytes)) throw oleProblem(bytes);
  if (!isZip(bytes)) throw new FileProblem('not-xlsx');
  const parts = unpack(bytes);
  if (!parts.has('[Content_Types].xml')) throw new FileProblem('not-xlsx');
  return parts;
}

/** Packs parts into a file's bytes; the list of content types stands first, as Excel wants it. */
export function writePackage(parts: Package): Uint8Array {
  const paths = [...parts.keys()].sort((a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'));
  return zipSync(Object.fromEntries(paths.map((path) => [path, parts.get(path) ?? new Uint8Array()])), { level: 6 });
}

/** A part's text (UTF-8, or UTF-16 with its mark); undefined where the package has none. */
export function partText(parts: Package, path: string): string | undefined {
  const bytes = parts.get(path);
  if (!bytes) return undefined;
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label).decode(bytes);
}

/** A part's root element; undefined where the package has none. Throws FileProblem 'damaged' on broken XML. */
export function partXml(parts: Package, path: string): XmlElement | undefined {
  const text = partText(parts, path);
  if (text === undefined) return undefined;
  try {
    return parseXml(text);
  } catch {
    throw new FileProblem('damaged', path);
  }
}

/** Puts a text part into the package. */
export function setPart(parts: Package, path: string, text: string): void {
  parts.set(path, strToU8(text));
}

/** One relationship of a part: its id, kind (the end of its type's address) and the path it points to. */
export interface Relationship {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
}

/** Where a part's relationships stand. */
export function relationshipsPath(path: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

// A target is relative to the folder of the part it belongs to, or absolute with a leading slash.
function resolveTarget(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}

/** The relationships of a part ('' for the package's own) to other parts of the package. */
export function relationshipsOf(parts: Package, path: string): Relationship[] {
  const root = partXml(parts, relationshipsPath(path));
  return childrenOf(root, 'Relationship')
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes }) => ({
      id: attributes.Id ?? '',
      kind: (attributes.Type ?? '').replace(/^.*\//, ''),
      path: resolveTarget(path, attributes.Target ?? ''),
    }));
}

/** Adds a part that another refers to: its text, its content type and the relationship. Gives the relationship's id. */
export function addPart(
  parts: Package,
  from: string,
  part: { readonly path: string; readonly type: string; readonly contentType: string; readonly text: string },
): string {
  setPart(parts, part.path, part.text);
  const types = partText(parts, '[Content_Types].xml') ?? '';
  const override = `<Override PartName="/${part.path}" ContentType="${part.contentType}"/>`;
  if (!types.includes(`"/${part.path}"`))
    setPart(
      parts,
      '[Content_Types].xml',
      types.replace(/<\/(\w+:)?Types>\s*$/, (end) => override + end),
    );
  const path = relationshipsPath(from);
  const empty =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const rels = (partText(parts, path) ?? empty).replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>');
  const used = new Set([...rels.matchAll(/\bId="([^"]*)"/g)].map(([, id]) => id));
  let number = used.size + 1;
  while (used.has(`rId${number}`)) number++;
  const link = `<Relationship Id="rId${number}" Type="${part.type}" Target="/${encodeXml(part.path)}"/>`;
  setPart(
    parts,
    path,
    rels.replace(/<\/(\w+:)?Relationships>\s*$/, (end) => link + end),
  );
  return `rId${number}`;
}
