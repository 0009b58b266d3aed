import { areaAddress, cellAddress } from '../../form/address';
import { contentTypesXml, mainNamespace as main, officeRelationships, packed, relationshipsXml, xmlHead as head } from './packageXml';
import { encodeText } from './xml';

/** A cell of a new table: a text, a number as decimal text (`{ number: '86.50' }`), or nothing. */
export type NewCell = string | null | { readonly number: string };

export interface NewTable {
  readonly sheet: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly NewCell[])[];
  /** Column widths in characters. */
  readonly widths: readonly number[];
}

/** Cell formats of the new file: plain, header, number with two decimals, text that may wrap. */
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F1EC"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF7F9F90"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const style = { header: 1, number: 2, text: 3 } as const;

/** One table → a workbook file with a frozen header and a filter. Texts never become formulas. */
export function newWorkbook(table: NewTable): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypesXml([
      ['xl/workbook.xml', 'sheet.main+xml'],
      ['xl/worksheets/sheet1.xml', 'worksheet+xml'],
      ['xl/styles.xml', 'styles+xml'],
    ]),
    '_rels/.rels': relationshipsXml([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${officeRelationships}"><sheets><sheet name="${encodeText(table.sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsXml([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheetXml(table),
  };
  return packed(parts);
}

function sheetXml({ header, rows, widths }: NewTable): string {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('');
  const filter = areaAddress({ top: 1, left: 1, bottom: rows.length + 1, right: header.length });
  const lines = [rowXml(1, header, style.header), ...rows.map((row, at) => rowXml(at + 2, row, style.text))];
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return `${head}<worksheet xmlns="${main}">${frozen}<cols>${columns}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="${filter}"/></worksheet>`;
}

const rowXml = (row: number, cells: readonly NewCell[], textStyle: number): string =>
  `<row r="${row}">${cells.map((cell, at) => cellXml(cellAddress(row, at + 1), cell, textStyle)).join('')}</row>`;

function cellXml(address: string, cell: NewCell, textStyle: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'object') return `<c r="${address}" s="${style.number}"><v>${encodeText(cell.number)}</v></c>`;
  return `<c r="${address}" s="${textStyle}" t="inlineStr"><is><t xml:space="preserve">${encodeText(cell)}</t></is></c>`;
}
