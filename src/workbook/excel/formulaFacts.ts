/** What a snapshot does not hold about formulas: where they spill, what names stand for, and cells as they are at this moment. */
import { WorkbookError, type DefinedName, type LiveCell } from '../port';
import type { CellTarget } from './cellChange';
import { cellFormula, cellValue } from './gridCells';
import { localAddress } from './rangeAddress';

/** For each cell the address of the area into which its formula spills, without its sheet; null where it does not. */
export async function readSpills(context: Excel.RequestContext, cells: readonly CellTarget[]): Promise<(string | null)[]> {
  const areas = cells.map(({ sheet, cell }) =>
    context.workbook.worksheets.getItem(sheet).getRange(cell).getSpillingToRangeOrNullObject().load('address'),
  );
  await context.sync();
  return areas.map((area) => (area.isNullObject ? null : localAddress(area.address)));
}

/** Names of the workbook and of its sheets. */
export async function readDefinedNames(context: Excel.RequestContext): Promise<DefinedName[]> {
  const { names, worksheets } = context.workbook;
  names.load('items/name,items/formula');
  worksheets.load('items/name');
  await context.sync();
  const ofSheets = worksheets.items.map((sheet) => ({ sheet: sheet.name, names: sheet.names.load('items/name,items/formula') }));
  await context.sync();
  const shown = (items: readonly Excel.NamedItem[], prefix = ''): DefinedName[] =>
    items.map(({ name, formula }) => ({ name: prefix + name, formula: cellFormula(String(formula), null) ?? '' }));
  return [...shown(names.items), ...ofSheets.flatMap(({ sheet, names: own }) => shown(own.items, `${sheet}!`))];
}

/** The cells of areas, row by row. Throws `sheet-missing`. */
export async function readAreas(
  context: Excel.RequestContext,
  areas: readonly { readonly sheet: string; readonly address: string }[],
): Promise<LiveCell[][][]> {
  const sheets = areas.map(({ sheet }) => context.workbook.worksheets.getItemOrNullObject(sheet).load('name'));
  await context.sync();
  const missing = sheets.findIndex((sheet) => sheet.isNullObject);
  if (missing >= 0) throw new WorkbookError('sheet-missing', { sheet: areas[missing]?.sheet ?? '' });
  const ranges = areas.map(({ address }, at) => sheets[at]?.getRange(address).load('values,formulas'));
  await context.sync();
  return ranges.map((range) =>
    (range?.values ?? []).map((row: unknown[], down) =>
      row.map((raw, across) => ({ value: cellValue(raw), formula: cellFormula(range?.formulas[down]?.[across], raw) })),
    ),
  );
}

/** Everything is calculated anew, the add-in's functions too. */
export async function recalculate(context: Excel.RequestContext): Promise<void> {
  context.workbook.application.calculate('Full');
  await context.sync();
}

/** The selected areas and their sheet. */
export async function readSelected(context: Excel.RequestContext): Promise<{ sheet: string; address: string }> {
  const selected = context.workbook.getSelectedRanges().load('address');
  const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
  await context.sync();
  return {
    sheet: sheet.name,
    address: selected.address
      .split(/,(?=(?:[^']|'[^']*')*$)/)
      .map(localAddress)
      .join(','),
  };
}
