import type { Grid, GridCell } from '../../../src/form/grid';
import { parseAddress } from '../../../src/form/address';
import { openXlsx, readSnapshot } from '../../../src/workbook/xlsx/openXlsx';
import { packageOf, type PackageOptions, type SheetXml } from './packageOf';

const snapshotOf = (sheets: readonly SheetXml[], options?: PackageOptions) =>
  readSnapshot(openXlsx(packageOf(sheets, options), 'form.xlsx'));
const gridOf = (sheet: Omit<SheetXml, 'name'>, options?: PackageOptions) =>
  snapshotOf([{ name: '考核表', ...sheet }], options).grids[0] as Grid;

function cell(grid: Grid, address: string): GridCell | undefined {
  const place = parseAddress(address);
  return place ? grid.rows.get(place.row)?.get(place.column) : undefined;
}

const styles = `<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0&quot;分&quot;"/></numFmts>
  <fonts><font/><font><b/></font><font><b val="0"/></font></fonts>
  <cellXfs><xf/><xf numFmtId="9"/><xf numFmtId="164" fontId="1"/><xf numFmtId="31" fontId="2"><alignment indent="2"/></xf><xf><protection locked="0"/></xf></cellXfs>`;

describe('values of a worksheet part', () => {
  // [what it is, xml of the cell, value, text]
  const cases: readonly (readonly [string, string, GridCell['value'], string])[] = [
    ['number', '<c r="A1"><v>85</v></c>', 85, '85'],
    ['number with an exponent', '<c r="A1"><v>1.5E-3</v></c>', 0.0015, '0.0015'],
    ['percent cell (format 9)', '<c r="A1" s="1"><v>0.78</v></c>', 0.78, '78%'],
    ['own format', '<c r="A1" s="2"><v>4.25</v></c>', 4.25, '4.3分'],
    ['Chinese date (format 31)', '<c r="A1" s="3"><v>45000</v></c>', 45000, '2023年3月15日'],
    ['shared string', '<c r="A1" t="s"><v>0</v></c>', '客户满意度', '客户满意度'],
    ['rich shared string without its phonetic run', '<c r="A1" t="s"><v>1</v></c>', '≥90%优秀', '≥90%优秀'],
    ['inline string', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> A &lt; B </t></is></c>', ' A < B ', ' A < B '],
    [
      'inline rich string',
      '<c r="A1" t="inlineStr"><is><r><t>良</t></r><r><rPr><family val="2"/></rPr><t>好</t></r></is></c>',
      '良好',
      '良好',
    ],
    ['formula text', '<c r="A1" t="str"><f>A2&amp;"x"</f><v>合格</v></c>', '合格', '合格'],
    ['boolean', '<c r="A1" t="b"><v>1</v></c>', true, 'TRUE'],
    ['error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', { error: '#DIV/0!' }, '#DIV/0!'],
    ['escaped line break', '<c r="A1" t="inlineStr"><is><t>一_x000A_二</t></is></c>', '一\n二', '一\n二'],
    ['text in CDATA', '<c r="A1" t="str"><v><![CDATA[<5%]]></v></c>', '<5%', '<5%'],
    ['formula that has no result yet', '<c r="A1"><f>SUM(B1:B2)</f></c>', null, ''],
  ];
  const strings = ['<si><t>客户满意度</t></si>', '<si><r><t>≥90%</t></r><r><t>优秀</t></r><rPh sb="0" eb="1"><t>ゆう</t></rPh></si>'];
  test.each(cases)('%s', (_, xml, value, text) => {
    const found = cell(gridOf({ rows: `<row r="1">${xml}</row>` }, { strings, styles }), 'A1');
    expect(found?.value).toEqual(value);
    expect(found?.text).toBe(text);
  });

  test('blank cells, formatted or not, are absent', () => {
    const grid = gridOf({ rows: '<row r="1"><c r="A1" s="1"/><c r="B1" t="inlineStr"><is><t></t></is></c><c r="C1"><v>0</v></c></row>' });
    expect([...(grid.rows.get(1) ?? new Map<number, GridCell>()).keys()]).toEqual([3]);
    expect(grid.usedArea).toEqual({ top: 1, left: 3, bottom: 1, right: 3 });
  });

  test('dates of the 1904 system show the same day', () => {
    expect(
      cell(gridOf({ rows: '<row r="1"><c r="A1" s="3"><v>43538</v></c></row>' }, { styles, workbookPr: 'date1904="1"' }), 'A1')?.text,
    ).toBe('2023年3月15日');
  });

  test('format, indent, weight and lock of a cell', () => {
    const grid = gridOf(
      { rows: '<row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="3"><v>1</v></c><c r="C1" s="4"><v>1</v></c></row>' },
      { styles },
    );
    expect(cell(grid, 'A1')).toMatchObject({ numberFormat: '0.0"分"', bold: true, indent: 0, locked: true });
    expect(cell(grid, 'B1')).toMatchObject({ bold: false, indent: 2 });
    expect(cell(grid, 'C1')).toMatchObject({ locked: false });
  });
});

describe('formulas', () => {
  test('followers of a shared formula get their own text', () => {
    const rows = `<row r="1"><c r="C1"><f t="shared" ref="C1:C3" si="0">A1*$B$1+SUM(A$1:A1)</f><v>1</v></c></row>
      <row r="2"><c r="C2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="C3"><f t="shared" si="0"/><v>3</v></c></row>`;
    const grid = gridOf({ rows });
    expect([1, 2, 3].map((row) => cell(grid, `C${row}`)?.formula)).toEqual([
      '=A1*$B$1+SUM(A$1:A1)',
      '=A2*$B$1+SUM(A$1:A2)',
      '=A3*$B$1+SUM(A$1:A3)',
    ]);
  });

  test('an array formula stands in its first cell', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">TRANSPOSE(B1:C1)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';
    const grid = gridOf({ rows });
    expect(cell(grid, 'A1')?.formula).toBe('=TRANSPOSE(B1:C1)');
    expect(cell(grid, 'A2')?.formula).toBeNull();
  });

  test('prefixes that only files know are taken off', () => {
    const rows = '<row r="1"><c r="A1"><f>_xlfn.IFS(B1&gt;1,"_xlfn.X(",TRUE,_xldudf_RUBRIC_TIER(B1,C1))</f><v>1</v></c></row>';
    expect(cell(gridOf({ rows }), 'A1')?.formula).toBe('=IFS(B1>1,"_xlfn.X(",TRUE,RUBRIC_TIER(B1,C1))');
  });
});

describe('sheets', () => {
  test('names, visibility, protection, merges, hidden rows and columns', () => {
    const { grids } = snapshotOf([
      {
        name: 'A &amp; B',
        rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>',
        before: '<cols><col min="3" max="4" hidden="1"/></cols>',
        after: '<sheetProtection sheet="1" objects="1"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
      },
      { name: '隐藏', state: 'hidden' },
      { name: '更深', state: 'veryHidden' },
    ]);
    expect(grids.map(({ sheet, visibility, usedArea }) => [sheet, visibility, usedArea !== null])).toEqual([
      ['A & B', 'visible', true],
      ['隐藏', 'hidden', false],
      ['更深', 'very-hidden', false],
    ]);
    expect(grids[0]).toMatchObject({ isProtected: true, merges: [{ top: 1, left: 1, bottom: 2, right: 2 }] });
    expect([...(grids[0]?.hiddenRows ?? [])]).toEqual([2]);
    expect([...(grids[0]?.hiddenColumns ?? [])]).toEqual([3, 4]);
  });

  test('tables come with the sheet that they are on', () => {
    const parts = {
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
      'xl/tables/table1.xml':
        '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="成绩" ref="B2:D9"/>',
    };
    expect(gridOf({ rows: '<row r="2"><c r="B2"><v>1</v></c></row>' }, { parts }).tables).toEqual([
      { name: '成绩', area: { top: 2, left: 2, bottom: 9, right: 4 } },
    ]);
  });

  test('a producer that prefixes its elements and leaves addresses out is understood', () => {
    const xml =
      '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c><x:v>3</x:v></x:c></x:row><x:row r="5"><x:c t="inlineStr"><x:is><x:t>五</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const grid = gridOf({ xml });
    expect(['A1', 'C1', 'A5'].map((address) => cell(grid, address)?.value)).toEqual([1, 3, '五']);
  });

  test('comments between cells hide nothing and show nothing', () => {
    const grid = gridOf({ rows: '<row r="1"><!-- <c r="B1"><v>9</v></c> --><c r="A1"><v>1</v></c></row>' });
    expect([...(grid.rows.get(1)?.keys() ?? [])]).toEqual([1]);
  });

  test('a sheet with 1,048,576 formatted rows gives only the cells that hold something', () => {
    const formatted = Array.from({ length: 1_048_574 }, (_, at) => `<row r="${at + 2}" s="1"/>`).join('');
    const filled = (row: number) => `<row r="${row}"><c r="A${row}"><v>7</v></c><c r="B${row}" s="1"/></row>`;
    const grid = gridOf({ rows: filled(1) + formatted + filled(1_048_576) }, { styles, level: 0 });
    expect([...grid.rows.keys()]).toEqual([1, 1_048_576]);
  });

  test('what the add-in stored in Excel is found, other add-ins’ is not', () => {
    const parts = {
      'xl/webextensions/webextension1.xml':
        '<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{1}"><we:properties><we:property name="rubric.policy" value="&quot;{\\&quot;roundingPlaces\\&quot;:1}&quot;"/><we:property name="other" value="1"/></we:properties></we:webextension>',
    };
    expect(snapshotOf([{ name: 'S' }], { parts }).settings).toEqual({ 'rubric.policy': '{"roundingPlaces":1}' });
  });
});
