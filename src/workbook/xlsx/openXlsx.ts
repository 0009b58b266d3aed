/** .xlsx bytes → everything the product wants to know of the workbook. */
import { WorkbookError, type WorkbookSnapshot } from '../port';
import { readCellStyles } from './cellStyles';
import { readRubrics } from './fileRubrics';
import { readSettings } from './fileSettings';
import { readSheet, type SharedContent } from './readSheet';
import { readSharedStrings } from './sharedStrings';
import { partText, readWorkbookParts, type WorkbookParts } from './workbookParts';
import { parseXml } from './xml';
import { openZip, type ZipContainer } from './zipContainer';

/** An opened file: its container and its table of contents. */
export interface XlsxFile {
  readonly name: string;
  readonly zip: ZipContainer;
  readonly parts: WorkbookParts;
}

const oleSignature = [0xd0, 0xcf, 0x11, 0xe0];
const zipSignature = [0x50, 0x4b];
const startsWith = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte);

/**
 * Opens a workbook file.
 * @param name what messages call it.
 * @throws WorkbookError `empty` (no bytes, or no sheet), `encrypted`, `not-a-workbook`, `damaged`, `too-large`.
 */
export function openXlsx(bytes: Uint8Array, name: string): XlsxFile {
  if (bytes.length === 0) throw new WorkbookError('empty', { file: name });
  if (startsWith(bytes, oleSignature)) throw oleError(bytes, name);
  if (!startsWith(bytes, zipSignature)) throw new WorkbookError('not-a-workbook', { file: name, kind: 'unknown' });
  return namingFile(name, () => {
    const zip = openZip(bytes);
    const parts = readWorkbookParts(zip);
    if (parts.sheets.length === 0) throw new WorkbookError('empty', { file: name });
    return { name, zip, parts };
  });
}

/** Encrypted workbooks and the .xls of before 2007 share one container; the directory of the former names an EncryptedPackage. */
function oleError(bytes: Uint8Array, name: string): WorkbookError {
  const directory = new TextDecoder('latin1').decode(bytes).replace(/\0/g, '');
  return directory.includes('EncryptedPackage')
    ? new WorkbookError('encrypted', { file: name })
    : new WorkbookError('not-a-workbook', { file: name, kind: 'xls' });
}

/** Runs a piece of work so that its WorkbookErrors name the file. */
export function namingFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof WorkbookError) || error.details.file) throw error;
    throw new WorkbookError(error.code, { ...error.details, file }, { cause: error });
  }
}

/** All sheets of an opened file, or those named. Throws `damaged` naming part and cell, `sheet-missing`. */
export function readSnapshot(file: XlsxFile, sheets?: readonly string[]): WorkbookSnapshot {
  return namingFile(file.name, () => {
    const missing = sheets?.find((name) => !file.parts.sheets.some((sheet) => sheet.name === name));
    if (missing !== undefined) throw new WorkbookError('sheet-missing', { sheet: missing });
    const shared = readShared(file);
    const wanted = file.parts.sheets.filter((sheet) => !sheets || sheets.includes(sheet.name));
    return {
      name: file.name,
      grids: wanted.map((sheet) => readSheet(file.zip, sheet, shared)),
      settings: readSettings(file.zip),
      rubrics: readRubrics(file.zip, wanted),
      readOnly: false,
      skipped: [],
      culture: 'en-US',
    };
  });
}

function readShared({ zip, parts }: XlsxFile): SharedContent {
  return {
    styles: parts.styles ? readCellStyles(parseXml(partText(zip, parts.styles), parts.styles)) : [],
    strings: parts.sharedStrings ? readSharedStrings(partText(zip, parts.sharedStrings), parts.sharedStrings) : [],
    date1904: parts.date1904,
  };
}
