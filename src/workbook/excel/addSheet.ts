/** A new sheet in the open workbook: empty, or a generated form with its rubric. */
import { rubricProperty, storedRubricXml } from '../../template/storedRubric';
import type { NewSheet } from '../port';
import { dressPlan, rulePlan, writePlanCells } from './planContent';
import { printPlan } from './planPrint';

/** Excel's own limit. */
const longestName = 31;

/** The wanted name, or the first of `name (2)`, `name (3)` … that no sheet has. Excel compares names without regard to case. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let count = 2; used.has(name.toLowerCase()); count += 1) {
    const number = ` (${count})`;
    name = `${wanted.slice(0, longestName - number.length)}${number}`;
  }
  return name;
}

/** What people may still do on a protected form: make rows and columns wider and higher, and give cells a look. */
const allowed: Excel.WorksheetProtectionOptions = { allowFormatCells: true, allowFormatColumns: true, allowFormatRows: true };

/** Puts a form on an empty sheet; only assignments are queued. */
export function fillSheet(context: Excel.RequestContext, sheet: Excel.Worksheet, { plan, rubric, protection }: NewSheet): void {
  sheet.showGridlines = false;
  writePlanCells(sheet, plan);
  dressPlan(sheet, plan);
  rulePlan(sheet, plan);
  printPlan(sheet, plan);
  sheet.freezePanes.freezeRows(plan.frozenRows);
  context.workbook.customXmlParts.add(storedRubricXml(rubric));
  sheet.customProperties.add(rubricProperty, rubric.id);
  if (protection.on) sheet.protection.protect(allowed, protection.password);
}

/** Adds a sheet behind the active one, brings it to the front and fills it where there is something to fill it with. Two round trips. */
export async function addSheet(context: Excel.RequestContext, wanted: string, content?: NewSheet): Promise<string> {
  const { worksheets } = context.workbook;
  const active = worksheets.getActiveWorksheet();
  active.load('position');
  worksheets.load('items/name');
  await context.sync();
  const name = freeName(
    wanted,
    worksheets.items.map((sheet) => sheet.name),
  );
  const sheet = worksheets.add(name);
  sheet.position = active.position + 1;
  if (content) fillSheet(context, sheet, content);
  sheet.activate();
  try {
    await context.sync();
  } catch (error) {
    await removeHalfMade(context, name);
    throw error;
  }
  return name;
}

/** What was made before the host refused: gone again, as far as the host still answers. */
async function removeHalfMade(context: Excel.RequestContext, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  try {
    await context.sync();
    if (!sheet.isNullObject) sheet.delete();
    await context.sync();
  } catch {
    // The failure that led here is the one to be told.
  }
}
