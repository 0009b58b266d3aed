/** Small .xlsx packages, written out as the parts that matter to a test. */
import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface SheetXml {
  readonly name: string;
  /** What stands inside `<sheetData>`. */
  readonly rows?: string;
  /** Before and after `<sheetData>`. */
  readonly before?: string;
  readonly after?: string;
  readonly state?: string;
  /** The whole part, in place of all the above. */
  readonly xml?: string;
}

export interface PackageOptions {
  readonly strings?: readonly string[];
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly afterSheets?: string;
  readonly calcChain?: string;
  /** 0 stores the parts as they are: quicker to make for a very large sheet. */
  readonly level?: 0 | 1;
  /** Further parts by path. */
  readonly parts?: Readonly<Record<string, string>>;
}

export function worksheetXml({ rows = '', before = '', after = '' }: Omit<SheetXml, 'name'>): string {
  return `${head}<worksheet xmlns="${main}" xmlns:r="${rel}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** Parts of a workbook by path. */
export function partsOf(sheets: readonly SheetXml[], options: PackageOptions = {}): Record<string, string> {
  const list = sheets
    .map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`)
    .join('');
  const extra = [
    ['styles', options.styles],
    ['sharedStrings', options.strings],
    ['calcChain', options.calcChain],
  ]
    .filter(([, given]) => given !== undefined)
    .map(([name]) => String(name));
  const links = [...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`]), ...extra.map((name) => [name, `${name}.xml`])];
  return {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${extra.includes('calcChain') ? '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>' : ''}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${rel}"><workbookPr ${options.workbookPr ?? ''}/><sheets>${list}</sheets>${options.afterSheets ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${rel}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheet.xml ?? worksheetXml(sheet)])),
    ...(options.strings ? { 'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${options.strings.join('')}</sst>` } : {}),
    ...(options.styles !== undefined ? { 'xl/styles.xml': `${head}<styleSheet xmlns="${main}">${options.styles}</styleSheet>` } : {}),
    ...(options.calcChain !== undefined
      ? { 'xl/calcChain.xml': `${head}<calcChain xmlns="${main}">${options.calcChain}</calcChain>` }
      : {}),
    ...options.parts,
  };
}

/** Parts → bytes of a zip file. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>, level: 0 | 1 = 1): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content])),
    { level },
  );
}

/** A workbook file of these sheets. */
export const packageOf = (sheets: readonly SheetXml[], options: PackageOptions = {}): Uint8Array =>
  zipOf(partsOf(sheets, options), options.level);
