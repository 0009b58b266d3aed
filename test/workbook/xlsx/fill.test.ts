/** A fill changes the planned cells and nothing else: the package is compared part by part, and the sheet character by character. */
import { strFromU8, unzipSync } from 'fflate';
import type { CellWrite } from '../../../src/review/types';
import { WorkbookError } from '../../../src/workbook/port';
import { openXlsxWorkbook } from '../../../src/workbook/xlsx/xlsxWorkbook';
import { packageOf, partsOf, worksheetXml, zipOf, type PackageOptions, type SheetXml } from './packageOf';

const write = (
  cell: string,
  after: string | number,
  before: CellWrite['before']['value'] = null,
  formula: string | null = null,
): CellWrite => ({
  sheet: '考核表',
  cell,
  before: { value: before, formula },
  after:
    typeof after === 'string' && after.startsWith('=') ? { kind: 'formula', formula: after, value: 86 } : { kind: 'value', value: after },
  reason: { code: 'final', details: {} },
});

const textsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));

async function filled(
  sheet: Omit<SheetXml, 'name'>,
  writes: readonly CellWrite[],
  options?: PackageOptions,
): Promise<{ before: Record<string, string>; after: Record<string, string> }> {
  const bytes = packageOf([{ name: '考核表', ...sheet }], options);
  const workbook = openXlsxWorkbook(bytes, 'f.xlsx');
  await workbook.apply(writes);
  return { before: textsOf(bytes), after: textsOf(workbook.bytes()) };
}

const sheetPath = 'xl/worksheets/sheet1.xml';

/** What stands inside `<sheetData>` after the writes. */
async function rowsAfter(rows: string, writes: readonly CellWrite[], more: Omit<SheetXml, 'name' | 'rows'> = {}): Promise<string> {
  const { after } = await filled({ rows, ...more }, writes);
  return /<sheetData>(.*)<\/sheetData>/s.exec(after[sheetPath] ?? '')?.[1] ?? '';
}

describe('a written cell', () => {
  // [what, rows before, write, rows after]
  const cases: readonly (readonly [string, string, CellWrite, string])[] = [
    [
      'keeps the format of a blank one',
      '<row r="2"><c r="B2" s="7"/></row>',
      write('B2', 86.5),
      '<row r="2"><c r="B2" s="7"><v>86.5</v></c></row>',
    ],
    [
      'holds text inline',
      '<row r="2"><c r="B2" s="7"/></row>',
      write('B2', '良<好>'),
      '<row r="2"><c r="B2" s="7" t="inlineStr"><is><t xml:space="preserve">良&lt;好&gt;</t></is></c></row>',
    ],
    [
      'holds a formula with its result',
      '<row r="2"><c r="B2"/></row>',
      write('B2', '=SUM(C2:D2)&"a"'),
      '<row r="2"><c r="B2"><f>SUM(C2:D2)&amp;&quot;a&quot;</f><v>86</v></c></row>',
    ],
    [
      'takes the place of a text',
      '<row r="1"><c r="A1" s="2" t="str"><v>旧</v></c><c r="B1"><v>1</v></c></row>',
      write('A1', 5, '旧'),
      '<row r="1"><c r="A1" s="2"><v>5</v></c><c r="B1"><v>1</v></c></row>',
    ],
    [
      'is put in order between others',
      '<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>4</v></c></row>',
      write('C1', 3),
      '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c></row>',
    ],
    [
      'opens an empty row',
      '<row r="1" ht="20" customHeight="1"/>',
      write('B1', 2),
      '<row r="1" ht="20" customHeight="1"><c r="B1"><v>2</v></c></row>',
    ],
    [
      'gets a new row in order',
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"/>',
      write('A5', 5),
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="5"><c r="A5"><v>5</v></c></row><row r="9"/>',
    ],
    ['gets a new row at the end', '<row r="1"/>', write('A5', 5), '<row r="1"/><row r="5"><c r="A5"><v>5</v></c></row>'],
    [
      'widens the spans of its row',
      '<row r="1" spans="1:2"><c r="A1"><v>1</v></c></row>',
      write('D1', 4),
      '<row r="1" spans="1:4"><c r="A1"><v>1</v></c><c r="D1"><v>4</v></c></row>',
    ],
    [
      'takes the format of its row',
      '<row r="1" s="3" customFormat="1"/>',
      write('B1', 2),
      '<row r="1" s="3" customFormat="1"><c r="B1" s="3"><v>2</v></c></row>',
    ],
    [
      'drops the metadata of what it held',
      '<row r="1"><c r="A1" s="1" cm="1" vm="2"><v>1</v></c></row>',
      write('A1', 2, 1),
      '<row r="1"><c r="A1" s="1"><v>2</v></c></row>',
    ],
    [
      'leaves comments beside it alone',
      '<row r="1"><!-- <c r="A1"/> --><c r="A1"/></row>',
      write('A1', 2),
      '<row r="1"><!-- <c r="A1"/> --><c r="A1"><v>2</v></c></row>',
    ],
    [
      'is spelled for the file',
      '<row r="1"><c r="A1"/></row>',
      write('A1', '=IFS(B1>1,RUBRIC_TIER(B1,C1))'),
      '<row r="1"><c r="A1"><f>_xlfn.IFS(B1&gt;1,_xldudf_RUBRIC_TIER(B1,C1))</f><v>86</v></c></row>',
    ],
    [
      'in the middle of a shared formula leaves the others alone',
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>',
      write('A2', 9, 2, '=B2'),
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><v>9</v></c></row>',
    ],
    [
      'at the head of a shared formula spells it out for the others',
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*$C$1</f><v>1</v></c></row><row r="2"><c r="A2" s="1"><f t="shared" si="0"/><v>2</v></c></row>',
      write('A1', 9, 1, '=B1*$C$1'),
      '<row r="1"><c r="A1"><v>9</v></c></row><row r="2"><c r="A2" s="1"><f>B2*$C$1</f><v>2</v></c></row>',
    ],
  ];
  test.each(cases)('%s', async (_, rows, planned, expected) => {
    expect(await rowsAfter(rows, [planned])).toBe(expected);
  });

  test('takes the format of its column where its row has none', async () => {
    expect(await rowsAfter('', [write('B3', 1)], { before: '<cols><col min="2" max="3" width="9" style="5"/></cols>' })).toBe(
      '<row r="3"><c r="B3" s="5"><v>1</v></c></row>',
    );
  });

  test('finds its place in a sheet without any rows', async () => {
    const xml =
      '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1"/><sheetData/><pageMargins left="1"/></worksheet>';
    const { after } = await filled({ xml }, [write('B2', 1), write('A1', 2)]);
    expect(after[sheetPath]).toBe(
      xml
        .replace('<sheetData/>', '<sheetData><row r="1"><c r="A1"><v>2</v></c></row><row r="2"><c r="B2"><v>1</v></c></row></sheetData>')
        .replace('ref="A1"', 'ref="A1:B2"'),
    );
  });
});

describe('the rest of the package', () => {
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>A2*2</f><v>4</v></c><c r="C1" s="1"/></row>';
  const options: PackageOptions = {
    strings: ['<si><t>权重</t></si>'],
    styles: '<cellXfs><xf/><xf numFmtId="10"/></cellXfs>',
    parts: { 'xl/media/image1.png': '\u0089PNG', 'docProps/custom.xml': '<Properties xmlns:vt="x"> <a/>\r\n</Properties>' },
    calcChain: '<c r="B1" i="1"/><c r="D1"/>',
    afterSheets: '<calcPr calcId="191029"/><extLst><ext uri="{1}"/></extLst>',
  };
  const after =
    '<sheetProtection sheet="1" password="CC1A"/><dataValidations count="1"><dataValidation sqref="C1"/></dataValidations><extLst><ext uri="{78C0D931}"/></extLst>';

  test('stays the same to the byte but for the sheet, the chain and the wish to calculate', async () => {
    const { before, after: parts } = await filled(
      { rows, after: after.replace(/<sheetProtection[^>]*>/, '') },
      [write('C1', '=B1+1')],
      options,
    );
    const changed = Object.keys(parts).filter((path) => parts[path] !== before[path]);
    expect(Object.keys(parts)).toEqual(Object.keys(before));
    expect(changed.sort()).toEqual(['xl/calcChain.xml', 'xl/workbook.xml', sheetPath]);
    expect(parts[sheetPath]).toBe(before[sheetPath]?.replace('<c r="C1" s="1"/>', '<c r="C1" s="1"><f>B1+1</f><v>86</v></c>'));
    expect(parts['xl/workbook.xml']).toBe(
      before['xl/workbook.xml']?.replace('<calcPr calcId="191029"/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'),
    );
    expect(parts['xl/calcChain.xml']).toBe(before['xl/calcChain.xml']?.replace('<c r="D1"/>', '<c r="D1"/><c r="C1" i="1"/>'));
  });

  test('a formula that gives way to a value leaves the chain, and its sheet number goes on to the next', async () => {
    const { after: parts } = await filled({ rows }, [write('B1', 5, 4, '=A2*2')], options);
    expect(parts['xl/calcChain.xml']).toContain('><c r="D1" i="1"/></calcChain>');
  });

  test('a chain that would be empty goes with everything that points at it', async () => {
    const { after: parts } = await filled({ rows }, [write('B1', 5, 4, '=A2*2')], { ...options, calcChain: '<c r="B1" i="1"/>' });
    expect(parts['xl/calcChain.xml']).toBeUndefined();
    expect(parts['xl/_rels/workbook.xml.rels']).not.toContain('calcChain');
    expect(parts['[Content_Types].xml']).not.toContain('calcChain');
    expect(parts['xl/_rels/workbook.xml.rels']).toContain('sharedStrings');
  });

  test('a workbook without formulas is not asked to calculate', async () => {
    const { before, after: parts } = await filled({ rows: '<row r="1"><c r="A1"/></row>' }, [write('A1', 5)]);
    expect(parts['xl/workbook.xml']).toBe(before['xl/workbook.xml']);
  });

  test('untouched parts keep their compressed bytes', async () => {
    const bytes = packageOf([{ name: '考核表', rows }], options);
    const workbook = openXlsxWorkbook(bytes, 'f.xlsx');
    await workbook.apply([write('C1', 1)]);
    const compressed = (file: Uint8Array): string => {
      const text = new TextDecoder('latin1').decode(file);
      const at = text.indexOf('xl/styles.xml') + 'xl/styles.xml'.length;
      return text.slice(at, at + 60);
    };
    expect(compressed(workbook.bytes())).toBe(compressed(bytes));
  });

  test('taking the fill back gives the very bytes that were opened', async () => {
    const bytes = packageOf([{ name: '考核表', rows }], options);
    const workbook = openXlsxWorkbook(bytes, 'f.xlsx');
    await workbook.undo(await workbook.apply([write('C1', 1)]));
    expect(Buffer.from(workbook.bytes()).equals(Buffer.from(bytes))).toBe(true);
  });

  test('an earlier fill is taken back around a later one', async () => {
    const workbook = openXlsxWorkbook(packageOf([{ name: '考核表', rows }], options), 'f.xlsx');
    const first = await workbook.apply([write('C1', 1)]);
    await workbook.apply([write('D1', 'x')]);
    await workbook.undo(first);
    const [grid] = (await workbook.snapshot()).grids;
    expect([...(grid?.rows.get(1)?.keys() ?? [])]).toEqual([1, 2, 4]);
  });

  test('settings are kept in a part of their own and read back', async () => {
    const workbook = openXlsxWorkbook(packageOf([{ name: '考核表', rows }], options), 'f.xlsx');
    await workbook.writeSetting('rubric.policy', '{"a":"<&"}');
    await workbook.writeSetting('rubric.answers', '{}');
    const reopened = openXlsxWorkbook(workbook.bytes(), 'f.xlsx');
    expect(await reopened.readSettings()).toEqual({ 'rubric.policy': '{"a":"<&"}', 'rubric.answers': '{}' });
    await reopened.writeSetting('rubric.policy', null);
    expect((await reopened.snapshot()).settings).toEqual({ 'rubric.answers': '{}' });
  });
});

describe('what is not written', () => {
  const protectedSheet = { rows: '<row r="1"><c r="A1"/><c r="B1" s="1"/></row>', after: '<sheetProtection sheet="1"/>' };
  const styles = '<cellXfs><xf/><xf><protection locked="0"/></xf></cellXfs>';
  const mergedRows = '<row r="1"><c r="A1"/><c r="B1"/></row>';
  const arrayRows = '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';

  // [what, sheet, writes, code, details]
  const cases: readonly (readonly [string, Omit<SheetXml, 'name'>, readonly CellWrite[], string, Record<string, string>])[] = [
    [
      'locked cells of a protected sheet, by name',
      protectedSheet,
      [write('A1', 1), write('B1', 2), write('C9', 3)],
      'protected',
      { sheet: '考核表', cells: 'A1, C9' },
    ],
    [
      'a cell that holds something else by now',
      { rows: '<row r="1"><c r="A1"><v>3</v></c></row>' },
      [write('B1', 1), write('A1', 1)],
      'changed-since',
      { cells: '考核表!A1' },
    ],
    [
      'a cell whose formula is another by now',
      { rows: '<row r="1"><c r="A1"><f>B1</f><v>3</v></c></row>' },
      [write('A1', 1, 3, '=B2')],
      'changed-since',
      { cells: '考核表!A1' },
    ],
    [
      'a cell under a merged area',
      { rows: mergedRows, after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' },
      [write('B1', 1)],
      'unsupported',
      { cell: 'B1', reason: 'merged' },
    ],
    ['a part of an array formula', { rows: arrayRows }, [write('A2', 1, 2)], 'unsupported', { cell: 'A2', reason: 'array' }],
  ];
  test.each(cases)('%s', async (_, sheet, writes, code, details) => {
    const bytes = packageOf([{ name: '考核表', ...sheet }], { styles });
    const workbook = openXlsxWorkbook(bytes, 'f.xlsx');
    const failure: unknown = await workbook.apply(writes).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WorkbookError);
    expect(failure).toMatchObject({ code, details: { file: 'f.xlsx', ...details } });
    expect(Buffer.from(workbook.bytes()).equals(Buffer.from(bytes))).toBe(true);
  });

  test('unlocked cells of a protected sheet are written', async () => {
    expect(await rowsAfter(protectedSheet.rows, [], protectedSheet)).toBe(protectedSheet.rows);
    const { after } = await filled(protectedSheet, [write('B1', 2)], { styles });
    expect(after[sheetPath]).toContain('<c r="B1" s="1"><v>2</v></c>');
    expect(after[sheetPath]).toContain('<sheetProtection sheet="1"/>');
  });

  test('a sheet that is not there', async () => {
    const workbook = openXlsxWorkbook(packageOf([{ name: '另一张' }]), 'f.xlsx');
    await expect(workbook.apply([write('A1', 1)])).rejects.toMatchObject({ code: 'sheet-missing', details: { sheet: '考核表' } });
  });
});

describe('parts in other encodings', () => {
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  const xml = worksheetXml({ rows: '<row r="1"><c r="A1"/><c r="B1" t="inlineStr"><is><t>良好</t></is></c></row>' });
  test.each([
    ['UTF-16', utf16(xml), utf16(xml.replace('<c r="A1"/>', '<c r="A1"><v>1</v></c>'))],
    [
      'UTF-8 with a byte order mark',
      Buffer.from(`\ufeff${xml}`),
      Buffer.from(`\ufeff${xml.replace('<c r="A1"/>', '<c r="A1"><v>1</v></c>')}`),
    ],
  ])('%s stay so', async (_, before, after) => {
    const workbook = openXlsxWorkbook(zipOf({ ...partsOf([{ name: '考核表' }]), [sheetPath]: before }), 'f.xlsx');
    expect((await workbook.snapshot()).grids[0]?.rows.get(1)?.get(2)?.value).toBe('良好');
    await workbook.apply([write('A1', 1)]);
    expect(Buffer.from(unzipSync(workbook.bytes())[sheetPath] ?? []).equals(after)).toBe(true);
  });
});
