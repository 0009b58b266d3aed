/** A generated sheet as a workbook file of its own, with the rubric that it was made of. */
import { columnLetter } from '../../form/address';
import type { SheetPlan } from '../../template/sheetPlan';
import { rubricProperty, storedRubricXml, type StoredRubric } from '../../template/storedRubric';
import { contentTypesXml, mainNamespace, officeRelationships, packed, relationshipsXml, xmlHead } from './packageXml';
import { planSheetXml, type SheetPassword } from './planSheetXml';
import { planStyles } from './planStyles';
import { encodeText } from './xml';

export interface PlanWorkbookOptions {
  /** Locked formulas, open entry cells. */
  readonly protect: boolean;
  /** The author's own; none where absent. */
  readonly password?: SheetPassword;
  readonly rubric: StoredRubric;
}

const quotedName = (name: string): string => `'${name.replaceAll("'", "''")}'`;

function definedNames({ name, print }: SheetPlan): string {
  const { area, titleRows } = print;
  const sheet = quotedName(name);
  const corner = (column: number, row: number): string => `$${columnLetter(column)}$${row}`;
  const printed = `${sheet}!${corner(area.left, area.top)}:${corner(area.right, area.bottom)}`;
  const titles = `${sheet}!$${titleRows[0]}:$${titleRows[1]}`;
  return `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${encodeText(printed)}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${encodeText(titles)}</definedName></definedNames>`;
}

/** UTF-16, as Excel keeps the values of sheet properties. */
function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  [...Array(text.length).keys()].forEach((at) => new DataView(bytes.buffer).setUint16(at * 2, text.charCodeAt(at), true));
  return bytes;
}

/** The file's bytes. Formulas hold what they give on the blank form, and are calculated anew when the file is opened. */
export function planWorkbook(plan: SheetPlan, { protect, password, rubric }: PlanWorkbookOptions): Uint8Array {
  const styles = planStyles(plan);
  const property = { name: rubricProperty, relation: 'rId1' };
  return packed({
    '[Content_Types].xml': contentTypesXml([
      ['xl/workbook.xml', 'sheet.main+xml'],
      ['xl/worksheets/sheet1.xml', 'worksheet+xml'],
      ['xl/styles.xml', 'styles+xml'],
      ['xl/customProperty1.bin', 'customProperty'],
    ]),
    '_rels/.rels': relationshipsXml([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${xmlHead}<workbook xmlns="${mainNamespace}" xmlns:r="${officeRelationships}"><sheets><sheet name="${encodeText(plan.name)}" sheetId="1" r:id="rId1"/></sheets>${definedNames(plan)}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsXml([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['customXml', '../customXml/item1.xml'],
    ]),
    'xl/styles.xml': styles.xml,
    'xl/worksheets/sheet1.xml': planSheetXml(plan, styles.indexOf, { protect, password, property }),
    'xl/worksheets/_rels/sheet1.xml.rels': relationshipsXml([['customProperty', '../customProperty1.bin']]),
    'xl/customProperty1.bin': utf16(rubric.id),
    'customXml/item1.xml': storedRubricXml(rubric),
  });
}
