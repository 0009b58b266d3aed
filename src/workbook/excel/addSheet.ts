/** A new sheet in the open workbook. */

/** The wanted name, or the first of `name (2)`, `name (3)` … that no sheet has. Excel compares names without regard to case. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let count = 2; used.has(name.toLowerCase()); count += 1) name = `${wanted} (${count})`;
  return name;
}

/** Adds an empty sheet behind the active one and brings it to the front. Two round trips. */
export async function addSheet(context: Excel.RequestContext, wanted: string): Promise<string> {
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
  sheet.activate();
  await context.sync();
  return name;
}
