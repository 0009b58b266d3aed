import type { ICellData, IWorkbookData } from '@univerjs/core';
import { readWorkbook } from '../../../src/workbench/files/readWorkbook';
import { saveWorkbook, type Current, type Original } from '../../../src/workbench/files/saveWorkbook';
import { partText, readPackage } from '../../../src/workbench/files/zipPackage';
import { sampleWorkbook } from '../../../src/workbench/sample/sampleWorkbook';
import { exampleFile, exampleParts } from './exampleFile';

function original(bytes = exampleFile()): Original {
  const result = readWorkbook(bytes, 'example.xlsx');
  if (result.kind !== 'opened') throw new Error(result.code);
  return result.opened;
}

const current = (workbook: IWorkbookData, extras: Current['extras']): Current => ({
  workbook,
  extras,
  activeSheet: workbook.sheetOrder[0] ?? '',
  addin: { id: '00000000-0000-0000-0000-000000000001', version: '1.0.0.0' },
  addinFunctions: new Set(['RUBRIC_TIER']),
});

type Cells = Record<number, Record<number, ICellData>>;

/** Saves the example after `change`; gives its parts. */
function saved(
  change: (workbook: IWorkbookData, cells: Cells) => void,
  extras?: (extras: NonNullable<Original['extras']>) => Current['extras'],
): ReturnType<typeof readPackage> {
  const from = original();
  const workbook = structuredClone(from.workbook);
  change(workbook, workbook.sheets['sheet-3']?.cellData as Cells);
  return readPackage(saveWorkbook(from, current(workbook, extras?.(structuredClone(from.extras)) ?? from.extras)));
}

const sheetXml = (parts: ReturnType<typeof readPackage>) => partText(parts, 'xl/worksheets/sheet1.xml') ?? '';

describe('saving into the file it came from', () => {
  test('without a change every part stays as it was, to the byte', () => {
    const parts = saved(() => undefined);
    expect(Object.fromEntries([...parts.keys()].map((path) => [path, partText(parts, path)]))).toEqual(exampleParts);
  });

  test('a typed value changes its cell and nothing else of the sheet', () => {
    const xml = sheetXml(saved((_, cells) => (cells[2]![0] = { v: 95, t: 2 })));
    expect(xml).toBe(exampleParts['xl/worksheets/sheet1.xml']?.replace('<c r="A3"><v>90</v></c>', '<c r="A3"><v>95</v></c>'));
  });

  test('text is written with its characters, a new row in its place', () => {
    const xml = sheetXml(saved((_, cells) => (cells[6] = { 1: { v: ' 良好 <&', t: 1 } })));
    expect(xml).toContain('<row r="7"><c r="B7" t="inlineStr"><is><t xml:space="preserve"> 良好 &lt;&amp;</t></is></c></row></sheetData>');
  });

  test('a formula is written with its value; young functions and the add-in’s get their prefixes, text in it none', () => {
    const parts = saved((_, cells) => (cells[2]![2] = { f: '=RUBRIC_TIER(A3,"IFS(")&IFS(A3>1,"x")', v: '优秀', t: 1 }));
    expect(sheetXml(parts)).toContain(
      '<c r="C3" t="str"><f>_xldudf_RUBRIC_TIER(A3,&quot;IFS(&quot;)&amp;_xlfn.IFS(A3&gt;1,&quot;x&quot;)</f><v>优秀</v></c>',
    );
    expect(parts.has('xl/calcChain.xml')).toBe(false);
    expect(partText(parts, '[Content_Types].xml')).not.toContain('calcChain');
  });

  test('overwriting the cell that spells a shared formula spells it out in the others', () => {
    const xml = sheetXml(saved((_, cells) => (cells[2]![3] = { v: 1, t: 2 })));
    expect(xml).toContain('<c r="D3"><v>1</v></c>');
    expect(xml).toContain('<c r="D4"><f>A4*$B$3</f><v>62.8</v></c>');
    expect(xml).toContain('<c r="D5"><f>A5*$B$3</f><v>0</v></c>');
  });

  test('a changed look adds a format that keeps what did not change', () => {
    const parts = saved((workbook, cells) => (cells[2]![1] = { ...cells[2]![1], s: { ...workbook.styles.xf2, bg: { rgb: '#00FF00' } } }));
    expect(sheetXml(parts)).toContain('<c r="B3" s="3"><v>0.785</v></c>');
    expect(partText(parts, 'xl/styles.xml')).toContain(
      '<xf numFmtId="164" fontId="0" fillId="3" borderId="0" applyProtection="1" applyFill="1"><protection locked="0"/></xf></cellXfs>',
    );
    expect(partText(parts, 'xl/styles.xml')).toContain('<fills count="4">');
  });

  test('widths, heights, merged areas and protection are written where they changed', () => {
    const xml = sheetXml(
      saved(
        (workbook) => {
          const sheet = workbook.sheets['sheet-3']!;
          sheet.columnData = { ...sheet.columnData, 1: { w: 210 } };
          sheet.rowData = { ...sheet.rowData, 1: { h: 40, ia: 0 } };
          sheet.mergeData = [...(sheet.mergeData ?? []), { startRow: 4, startColumn: 0, endRow: 4, endColumn: 1 }];
        },
        (extras) => ({ ...extras, protections: {} }),
      ),
    );
    expect(xml).toContain(
      '<col min="1" max="1" width="20.5" customWidth="1"/><col min="2" max="2" width="30" customWidth="1"/><col min="3" max="3" width="9" hidden="1" customWidth="1"/>',
    );
    expect(xml).toContain('<row r="2" ht="30" customHeight="1">');
    expect(xml).toContain('<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A5:B5"/></mergeCells>');
    expect(xml).not.toContain('sheetProtection');
    expect(xml).toContain('<drawing r:id="rId1"/><extLst>');
  });

  test('sheets added, renamed and deleted; names move along', () => {
    const parts = saved((workbook) => {
      workbook.sheets['sheet-3']!.name = '第一季度';
      workbook.sheets.fresh = { id: 'fresh', name: '汇总', cellData: { 0: { 0: { v: '总分', t: 1 } } } };
      workbook.sheetOrder = ['fresh', 'sheet-3'];
      delete workbook.sheets['sheet-7'];
    });
    const book = partText(parts, 'xl/workbook.xml');
    expect(book).toContain('<sheet name="汇总" sheetId="8" r:id="rId6"/><sheet name="第一季度" sheetId="3" r:id="rId1"/></sheets>');
    expect(book).toContain('<definedName name="_xlnm.Print_Area" localSheetId="1">第一季度!$A$1:$D$5</definedName>');
    expect(parts.has('xl/worksheets/sheet2.xml')).toBe(false);
    expect(partText(parts, 'xl/worksheets/sheet3.xml')).toContain('总分');
  });

  test('the add-in’s settings stand where Excel keeps them, and come back', () => {
    const extras = { ...original().extras, settings: { 'rubric.policy': '"{\\"gap\\":\\"lower\\"}"' } };
    const bytes = saveWorkbook(original(), current(original().workbook, extras));
    expect(original(bytes).extras.settings).toEqual(extras.settings);
  });
});

test('a workbook that came from no file comes back as it was', () => {
  const sample = sampleWorkbook();
  const back = original(saveWorkbook(null, current(sample, {}))).workbook;
  const contents = (workbook: IWorkbookData) =>
    workbook.sheetOrder.map((id) => {
      const { name, mergeData, cellData } = workbook.sheets[id] ?? {};
      const cells = Object.entries(cellData ?? {}).flatMap(([row, line]) =>
        Object.entries(line as Record<number, ICellData>).map(([column, { v, f }]) => [row, column, v, f]),
      );
      return { name, mergeData, cells: cells.filter(([, , v, f]) => v !== undefined || f) };
    });
  expect(contents(back)).toEqual(contents(sample));
});
