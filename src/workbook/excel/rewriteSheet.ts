/** A generated form in the place of the one that stands on a sheet: the sheet stays, with its name, its place and what refers to it. */
import { readStoredRubric, rubricNamespace } from '../../template/storedRubric';
import { WorkbookError, type NewSheet } from '../port';
import { fillSheet } from './addSheet';

/** What Excel gives an untouched row and column, in points. */
const [standardHeight, standardWidth] = [15, 48];

/** Takes away everything that a form is made of. */
function clearForm(sheet: Excel.Worksheet, used: Excel.Range): void {
  sheet.horizontalPageBreaks.removePageBreaks();
  if (used.isNullObject) return;
  used.unmerge();
  used.conditionalFormats.clearAll();
  used.dataValidation.clear();
  used.clear();
  used.format.rowHeight = standardHeight;
  used.format.columnWidth = standardWidth;
}

/** Opens a protected sheet with the password that was given. Excel refuses a wrong one: then nothing has been changed. */
async function unlock(context: Excel.RequestContext, sheet: Excel.Worksheet, name: string, password: string | undefined): Promise<void> {
  if (!sheet.protection.protected) return;
  sheet.protection.unprotect(password);
  try {
    await context.sync();
  } catch (error) {
    throw new WorkbookError('protected', { sheet: name, kind: 'password' }, { cause: error });
  }
}

/**
 * Writes the form. Throws `sheet-missing`, and `protected` with kind `password` where the sheet's password is another than the one given.
 * What was typed on the sheet is gone afterwards: whoever calls this has looked whether there is anything.
 */
export async function rewriteSheet(context: Excel.RequestContext, name: string, content: NewSheet): Promise<string> {
  const { workbook } = context;
  const sheet = workbook.worksheets.getItemOrNullObject(name);
  const parts = workbook.customXmlParts.getByNamespace(rubricNamespace);
  sheet.load('protection/protected');
  parts.load('items/id');
  await context.sync();
  if (sheet.isNullObject) throw new WorkbookError('sheet-missing', { sheet: name });
  const texts = parts.items.map((part) => ({ part, xml: part.getXml() }));
  const used = sheet.getUsedRangeOrNullObject();
  used.load('address');
  await context.sync();
  await unlock(context, sheet, name, content.protection.password);
  clearForm(sheet, used);
  for (const { part, xml } of texts) if (readStoredRubric(xml.value)?.id === content.rubric.id) part.delete();
  fillSheet(context, sheet, content);
  sheet.activate();
  await context.sync();
  return name;
}
