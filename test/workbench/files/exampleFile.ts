import { strToU8, zipSync } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The first sheet of the example: merged title, shared formula, validation, conditional format, protection, a picture and an unknown extension. */
export const firstSheet = `${head}<worksheet ${main}><sheetPr><tabColor rgb="FF00B050"/></sheetPr><dimension ref="A1:D5"/><sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="20.5" customWidth="1"/><col min="3" max="3" width="9" hidden="1" customWidth="1"/></cols><sheetData><row r="1" ht="30" customHeight="1" spans="1:4"><c r="A1" s="1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="inlineStr"><is><t>完成率</t></is></c></row><row r="3"><c r="A3"><v>90</v></c><c r="B3" s="2"><v>0.785</v></c><c r="D3"><f t="shared" ref="D3:D5" si="0">A3*$B$3</f><v>70.65</v></c></row><row r="4" hidden="1"><c r="A4"><v>80</v></c><c r="B4" t="b"><v>1</v></c><c r="D4"><f t="shared" si="0"/><v>62.8</v></c></row><row r="5"><c r="A5" t="e"><v>#N/A</v></c><c r="D5"><f t="shared" si="0"/><v>0</v></c></row></sheetData><sheetProtection sheet="1" objects="1" formatCells="0"/><mergeCells count="1"><mergeCell ref="A1:D1"/></mergeCells><conditionalFormatting sqref="A3:A5"><cfRule type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>85</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="C3:C5"><formula1>"优秀,良好"</formula1></dataValidation></dataValidations><pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><drawing r:id="rId1"/><extLst><ext uri="{00000000-0000-0000-0000-000000000000}"/></extLst></worksheet>`;

const secondSheet = `${head}<worksheet ${main}><sheetData/></worksheet>`;

const styles = `${head}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><color rgb="FFFF0000"/><name val="黑体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/></patternFill></fill></fills><borders count="1"><border/></borders><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" applyFont="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs><dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs></styleSheet>`;

const strings = `${head}<sst ${main} count="2" uniqueCount="2"><si><r><t>考核</t></r><r><rPr><b/></rPr><t>表</t></r></si><si><t xml:space="preserve"> 得分 &amp; 等级</t></si></sst>`;

const links = (list: readonly (readonly [string, string, string])[]) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const types = `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>`;

/** The parts of a small workbook as Excel writes one, by path. */
export const exampleParts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': types,
  '_rels/.rels': links([['rId1', 'officeDocument', 'xl/workbook.xml']]),
  'xl/workbook.xml': `${head}<workbook ${main}><bookViews><workbookView xWindow="0" activeTab="0"/></bookViews><sheets><sheet name="考核" sheetId="3" r:id="rId1"/><sheet name="参数" sheetId="7" state="veryHidden" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">考核!$A$1:$D$5</definedName><definedName name="满分">参数!$A$1</definedName></definedNames></workbook>`,
  'xl/_rels/workbook.xml.rels': links([
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
    ['rId3', 'styles', 'styles.xml'],
    ['rId4', 'sharedStrings', 'sharedStrings.xml'],
    ['rId5', 'calcChain', 'calcChain.xml'],
  ]),
  'xl/worksheets/sheet1.xml': firstSheet,
  'xl/worksheets/sheet2.xml': secondSheet,
  'xl/styles.xml': styles,
  'xl/sharedStrings.xml': strings,
  'xl/calcChain.xml': `${head}<calcChain ${main}><c r="D3" i="3"/></calcChain>`,
  'xl/drawings/drawing1.xml': `${head}<wsDr/>`,
};

/** Packs parts into a file; `changes` replace parts, or leave them out where undefined. */
export function exampleFile(changes: Readonly<Record<string, string | undefined>> = {}): Uint8Array {
  const parts = Object.entries({ ...exampleParts, ...changes }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return zipSync(Object.fromEntries(parts.map(([path, text]) => [path, strToU8(text)])));
}
