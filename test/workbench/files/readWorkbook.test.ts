import { strToU8, zipSync } from 'fflate';
import { readWorkbook, type OpenedWorkbook } from '../../../src/workbench/files/readWorkbook';
import { exampleFile, exampleParts, firstSheet } from './exampleFile';

function opened(bytes: Uint8Array): OpenedWorkbook {
  const result = readWorkbook(bytes, 'example.xlsx');
  if (result.kind !== 'opened') throw new Error(`${result.code} ${result.part}`);
  return result.opened;
}

const resource = ({ workbook }: OpenedWorkbook, name: string) =>
  JSON.parse(workbook.resources?.find((each) => each.name === name)?.data ?? '{}');

describe('reading a workbook file for the grid', () => {
  const file = opened(exampleFile());
  const sheet = file.workbook.sheets['sheet-3'];
  const cell = (row: number, column: number) =>
    (sheet?.cellData as Record<number, Record<number, { v?: unknown; f?: string; s?: string; custom?: object }>>)[row]?.[column];
  const look = (row: number, column: number) => file.workbook.styles[cell(row, column)?.s ?? ''];

  test('sheets keep their names, order and visibility', () => {
    expect(file.workbook.sheetOrder.map((id) => [file.workbook.sheets[id]?.name, file.workbook.sheets[id]?.hidden])).toEqual([
      ['考核', 0],
      ['参数', 1],
    ]);
    expect(file.extras.veryHidden).toEqual(['sheet-7']);
  });

  test.each([
    ['shared text with runs', 0, 0, '考核表'],
    ['shared text with spaces and entities', 1, 0, ' 得分 & 等级'],
    ['inline text', 1, 1, '完成率'],
    ['a number', 2, 0, 90],
    ['a boolean', 3, 1, 1],
    ['an error', 4, 0, '#N/A'],
    ['a calculated value', 2, 3, 70.65],
  ])('%s', (_, row, column, value) => expect(cell(row, column)?.v).toBe(value));

  test('a shared formula is spelt out in every cell, fixed references fixed', () => {
    expect([2, 3, 4].map((row) => cell(row, 3)?.f)).toEqual(['=A3*$B$3', '=A4*$B$3', '=A5*$B$3']);
  });

  test('looks: font, fill, alignment, number format', () => {
    expect(look(0, 0)).toMatchObject({ ff: '黑体', fs: 16, bl: 1, cl: { rgb: '#FF0000' }, bg: { rgb: '#FFFF00' }, ht: 2, vt: 2, tb: 3 });
    expect(look(2, 1)).toMatchObject({ ff: '宋体', n: { pattern: '0.0%' } });
  });

  test('layout: merged areas, heights, widths, hidden rows and columns, frozen rows', () => {
    expect(sheet?.mergeData).toEqual([{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 3 }]);
    expect(sheet?.rowData).toMatchObject({ 0: { h: 40 }, 3: { hd: 1 } });
    expect(sheet?.columnData).toMatchObject({ 0: { w: 143 }, 2: { hd: 1 } });
    expect([sheet?.freeze?.ySplit, sheet?.freeze?.startRow, sheet?.showGridlines]).toEqual([2, 2, 0]);
  });

  test('rules: validation, conditional format, protection with its unlocked cells, names', () => {
    expect(resource(file, 'SHEET_DATA_VALIDATION_PLUGIN')['sheet-3'][0]).toMatchObject({
      type: 'list',
      formula1: '优秀,良好',
      ranges: [{ startRow: 2, startColumn: 2, endRow: 4, endColumn: 2 }],
    });
    expect(resource(file, 'SHEET_CONDITIONAL_FORMATTING_PLUGIN')['sheet-3'][0].rule).toMatchObject({
      subType: 'number',
      operator: 'lessThan',
      value: 85,
      style: { bg: { rgb: '#FFC7CE' } },
    });
    expect(file.extras.conditionalFormats?.['sheet-3']?.[0]).toMatchObject({
      type: 'CellValue',
      rule: { formula1: '=85', operator: 'LessThan' },
      format: { fill: '#FFC7CE' },
    });
    expect(file.extras.protections?.['sheet-3']).toMatchObject({
      protected: true,
      options: { allowFormatCells: true, allowSort: false, allowEditObjects: false },
    });
    expect(cell(2, 1)?.custom).toEqual({ locked: false });
    expect(Object.values(resource(file, 'SHEET_DEFINED_NAME_PLUGIN'))).toMatchObject([{ name: '满分', formulaOrRefString: '参数!$A$1' }]);
  });
});

describe('files that are not opened', () => {
  const ole = (name: string) =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array<number>(500).fill(0), ...[...name].flatMap((letter) => [letter.charCodeAt(0), 0])]);
  const cut = exampleFile().subarray(0, 400);
  test.each([
    ['an empty file', new Uint8Array(), 'empty', ''],
    ['text with the wrong ending', strToU8('姓名,得分\n王晓燕,90'), 'not-xlsx', ''],
    ['an old .xls', ole('Workbook'), 'legacy', ''],
    ['a file with a password', ole('EncryptedPackage'), 'encrypted', ''],
    ['a document of another program', zipSync({ 'content.xml': strToU8('<a/>') }), 'not-xlsx', ''],
    ['a file cut off', cut, 'damaged', 'ZIP'],
    ['a workbook without its sheet', exampleFile({ 'xl/worksheets/sheet1.xml': undefined }), 'damaged', 'xl/worksheets/sheet1.xml'],
    [
      'a sheet that breaks off',
      exampleFile({ 'xl/worksheets/sheet1.xml': firstSheet.slice(0, 900) }),
      'damaged',
      'xl/worksheets/sheet1.xml',
    ],
    ['broken styles', exampleFile({ 'xl/styles.xml': '<styleSheet><fonts></styleSheet>' }), 'damaged', 'xl/styles.xml'],
    [
      'a workbook without sheets',
      exampleFile({ 'xl/workbook.xml': exampleParts['xl/workbook.xml']?.replace(/<sheets>.*<\/sheets>/, '<sheets/>') }),
      'no-sheet',
      '',
    ],
  ])('%s', (_, bytes, code, part) => expect(readWorkbook(bytes, 'x.xlsx')).toEqual({ kind: 'refused', code, part }));

  test('a sheet with formats on every row is opened without them', () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `<row r="${at + 2}" s="1" customFormat="1"/>`).join('');
    const file = opened(
      exampleFile({
        'xl/worksheets/sheet2.xml': `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>${rows}</sheetData></worksheet>`,
      }),
    );
    expect(file.bareRows).toBe(3000);
    expect(file.workbook.sheets['sheet-7']?.rowCount).toBe(100);
  });
});
