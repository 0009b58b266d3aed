import { strToU8 } from 'fflate';
import { WorkbookError } from '../../../src/workbook/port';
import { openXlsx, readSnapshot } from '../../../src/workbook/xlsx/openXlsx';
import { packageOf, partsOf, zipOf } from './packageOf';

function failure(bytes: Uint8Array): { code: string; details: Readonly<Record<string, string>> } {
  try {
    readSnapshot(openXlsx(bytes, 'f.xlsx'));
  } catch (error) {
    if (error instanceof WorkbookError) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('it was read');
}

const good = [{ name: '考核表', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }];
const utf16 = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
const ole = (stream: string) =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0), ...utf16(stream)]);
const withPart = (path: string, content: string) => zipOf({ ...partsOf(good), [path]: content });
const sheet = 'xl/worksheets/sheet1.xml';

// [what is wrong, the file, code, details]
const cases: readonly (readonly [string, () => Uint8Array, string, Record<string, string>])[] = [
  ['no bytes', () => new Uint8Array(0), 'empty', {}],
  ['a text file', () => strToU8('姓名,得分\n'), 'not-a-workbook', { kind: 'unknown' }],
  ['an .xls of before 2007', () => ole('Workbook'), 'not-a-workbook', { kind: 'xls' }],
  ['a password for opening', () => ole('EncryptedPackage'), 'encrypted', {}],
  ['a zip of something else', () => zipOf({ 'word/document.xml': '<a/>' }), 'not-a-workbook', { kind: 'zip' }],
  ['a workbook without sheets', () => packageOf([]), 'empty', {}],
  ['half of the file', () => packageOf(good).slice(0, 400), 'damaged', { part: 'zip' }],
  [
    'a sheet that is not there',
    () => {
      const { [sheet]: _, ...parts } = partsOf(good);
      return zipOf(parts);
    },
    'damaged',
    { part: sheet },
  ],
  ['a sheet cut short', () => withPart(sheet, '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>'), 'damaged', { part: sheet }],
  [
    'a cell that never ends',
    () => withPart(sheet, '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></row></sheetData></worksheet>'),
    'damaged',
    { part: sheet },
  ],
  [
    'a number that is none',
    () => withPart(sheet, '<worksheet><sheetData><row r="1"><c r="B7"><v>1x</v></c></row></sheetData></worksheet>'),
    'damaged',
    { part: sheet, cell: 'B7' },
  ],
  [
    'a text that is not in the table of texts',
    () => withPart(sheet, '<worksheet><sheetData><row r="1"><c r="B7" t="s"><v>5</v></c></row></sheetData></worksheet>'),
    'damaged',
    { cell: 'B7' },
  ],
  ['a broken workbook.xml', () => withPart('xl/workbook.xml', '<workbook><sheets>'), 'damaged', { part: 'xl/workbook.xml' }],
  [
    'a document type with entities',
    () => withPart('xl/workbook.xml', '<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook>&b;</workbook>'),
    'damaged',
    { part: 'xl/workbook.xml' },
  ],
];

test.each(cases)('%s', (_, file, code, details) => {
  expect(failure(file())).toMatchObject({ code, details: { file: 'f.xlsx', ...details } });
});

test('one changed byte inside a part is noticed', () => {
  const bytes = packageOf(good);
  const at = new TextDecoder('latin1').decode(bytes).indexOf(sheet) + sheet.length + 12;
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  expect(failure(bytes)).toMatchObject({ code: 'damaged', details: { part: sheet } });
});

test('a part that says it is larger than any workbook is not unpacked', () => {
  const bytes = packageOf(good);
  const directory = new DataView(bytes.buffer, bytes.byteOffset);
  const start = directory.getUint32(bytes.length - 6, true);
  directory.setUint32(start + 24, 0xf0000000, true);
  expect(failure(bytes)).toMatchObject({ code: 'too-large', details: { file: 'f.xlsx', part: '[Content_Types].xml' } });
});

test('a part that inflates to more than it says is damaged, not unpacked further', () => {
  const bytes = zipOf({ ...partsOf(good), 'xl/workbook.xml': `<workbook>${' '.repeat(1_000_000)}</workbook>` });
  const text = new TextDecoder('latin1').decode(bytes);
  const record = text.lastIndexOf('xl/workbook.xml') - 46;
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(record + 24, 100, true);
  expect(failure(bytes)).toMatchObject({ code: 'damaged', details: { part: 'xl/workbook.xml' } });
});
