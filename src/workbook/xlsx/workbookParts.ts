/** The parts of a workbook file and how they point to each other (ECMA-376 part 2, relationships). */
import { strToU8 } from 'fflate';
import { WorkbookError } from '../port';
import { readPart, type ZipContainer } from './zipContainer';
import { child, children, flag, parseXml, type XmlElement } from './xml';

export interface SheetPart {
  readonly name: string;
  readonly sheetId: string;
  /** The number by which other parts of the file know the sheet. */
  readonly number: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  /** Path of the worksheet part in the container. */
  readonly path: string;
}

export interface WorkbookParts {
  /** Path of workbook.xml, wherever the producer put it. */
  readonly path: string;
  readonly date1904: boolean;
  readonly sheets: readonly SheetPart[];
  readonly styles: string | null;
  readonly sharedStrings: string | null;
  readonly calcChain: string | null;
}

export interface Relationship {
  readonly id: string;
  /** Last word of the type's address: `worksheet`, `styles`, `table` … the same in the transitional and the strict standard. */
  readonly type: string;
  readonly target: string;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const marks: Readonly<Record<Encoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};
const startsWith = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);

/** Encoding by the mark at the beginning; XML without one is UTF-8. */
const encodingOf = (bytes: Uint8Array): Encoding =>
  (['utf-16le', 'utf-16be'] as const).find((encoding) => startsWith(bytes, marks[encoding])) ?? 'utf-8';

/** A part as text; UTF-8 or UTF-16 as its first bytes say. Throws `damaged` where the part is missing or its bytes are no text. */
export function partText(zip: ZipContainer, path: string): string {
  const bytes = readPart(zip, path);
  if (!bytes) throw new WorkbookError('damaged', { part: path });
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    throw new WorkbookError('damaged', { part: path }, { cause: error });
  }
}

/** Text → bytes in the encoding, and with the byte order mark, that the part has in the file. */
export function partBytes(zip: ZipContainer, path: string, text: string): Uint8Array {
  const former = readPart(zip, path) ?? new Uint8Array(0);
  const encoding = encodingOf(former);
  const marked = startsWith(former, marks[encoding]) ? `\ufeff${text}` : text;
  return encoding === 'utf-8' ? strToU8(marked) : utf16Bytes(marked, encoding === 'utf-16le');
}

function utf16Bytes(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
}

/** Relationships of a part (of the package itself for the empty path); none where it has no such file. */
export function relationships(zip: ZipContainer, path: string): readonly Relationship[] {
  const rels = relationshipPath(path);
  if (!zip.entries.has(rels)) return [];
  return children(parseXml(partText(zip, rels), rels), 'Relationship')
    .filter((each) => each.attributes.TargetMode !== 'External')
    .map((each) => ({
      id: each.attributes.Id ?? '',
      type: (each.attributes.Type ?? '').split('/').pop() ?? '',
      target: resolvePath(path, each.attributes.Target ?? ''),
    }));
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function resolvePath(from: string, target: string): string {
  const clean = decodeURI(target.replace(/\\/g, '/'));
  if (clean.startsWith('/')) return clean.slice(1);
  const steps = from.split('/').slice(0, -1);
  for (const step of clean.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

const visibilities: Readonly<Record<string, SheetPart['visibility']>> = { hidden: 'hidden', veryHidden: 'very-hidden' };

/** Finds workbook.xml and what it names. Throws `not-a-workbook` for other packages (a .docx, an .xlsb), `damaged` for dangling pointers. */
export function readWorkbookParts(zip: ZipContainer): WorkbookParts {
  const path = relationships(zip, '').find((each) => each.type === 'officeDocument')?.target;
  if (!path) throw new WorkbookError('not-a-workbook', { kind: 'zip' });
  if (path.endsWith('.bin')) throw new WorkbookError('not-a-workbook', { kind: 'xlsb' });
  const root = parseXml(partText(zip, path), path);
  if (root.name !== 'workbook') throw new WorkbookError('not-a-workbook', { kind: root.name });
  const links = relationships(zip, path);
  const linked = (type: string) => links.find((each) => each.type === type && zip.entries.has(each.target))?.target ?? null;
  return {
    path,
    date1904: flag(child(root, 'workbookPr')?.attributes.date1904),
    sheets: children(child(root, 'sheets'), 'sheet').flatMap((sheet) => sheetPart(sheet, links)),
    styles: linked('styles'),
    sharedStrings: linked('sharedStrings'),
    calcChain: linked('calcChain'),
  };
}

/** Chart and dialog sheets hold no cells and are passed over. */
function sheetPart(sheet: XmlElement, links: readonly Relationship[]): SheetPart[] {
  const { name = '', state = '', sheetId: number = '' } = sheet.attributes;
  const link = links.find((each) => each.id === sheet.attributes['r:id']);
  if (!link) throw new WorkbookError('damaged', { part: name });
  if (link.type !== 'worksheet') return [];
  return [{ name, sheetId: name, number, visibility: visibilities[state] ?? 'visible', path: link.target }];
}
