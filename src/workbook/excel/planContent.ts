/** Puts a generated sheet's cells, rules and looks on an empty sheet. Only assignments are queued: the caller sends them in one round trip. */
import { areaAddress } from '../../form/address';
import type { Area } from '../../form/grid';
import type { PlanCell, PlanRule, PlanValidation, SheetPlan, StyleRole } from '../../template/sheetPlan';
import { conditionalLooks, fontNames, lineColor, looks } from '../sheetLook';
import { cellInput } from './cellInput';

/** What goes into `Range.formulas`: texts stay texts, numbers and formulas are what they are. */
function inputOf({ content }: PlanCell): string | number | boolean {
  switch (content.kind) {
    case 'text':
      return cellInput(content.text);
    case 'number':
      return Number(content.number);
    case 'formula':
      return content.formula;
    case 'blank':
      return '';
  }
}

/** Contents and number formats of the whole block, in two assignments. */
export function writePlanCells(sheet: Excel.Worksheet, { cells, widths }: SheetPlan): void {
  const rows = Math.max(...cells.map(({ row }) => row));
  const matrix = <T>(blank: T): T[][] => Array.from({ length: rows }, () => widths.map(() => blank));
  const formulas = matrix<string | number | boolean>('');
  const formats = matrix('General');
  for (const cell of cells) {
    (formulas[cell.row - 1] ?? [])[cell.column - 1] = inputOf(cell);
    (formats[cell.row - 1] ?? [])[cell.column - 1] = cell.format;
  }
  const range = sheet.getRangeByIndexes(0, 0, rows, widths.length);
  range.numberFormat = formats;
  range.formulas = formulas;
}

/** Cells as few rectangles: runs along rows, equal runs of neighbouring rows joined. */
export function rectangles(cells: readonly PlanCell[]): readonly Area[] {
  const runs: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs.at(-1);
    if (last && last.top === row && last.right === column - 1) last.right = column;
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  const joined: typeof runs = [];
  for (const run of runs) {
    const above = joined.find((area) => area.bottom === run.top - 1 && area.left === run.left && area.right === run.right);
    if (above) above.bottom = run.bottom;
    else joined.push(run);
  }
  return joined;
}

/** Longest text of addresses that Excel takes at once, with room to spare. */
const longestAddress = 2000;

/** Addresses in texts that Excel takes. */
function addressTexts(areas: readonly Area[]): readonly string[] {
  const texts: string[] = [];
  for (const address of areas.map(areaAddress)) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + address.length < longestAddress) texts[texts.length - 1] = `${last},${address}`;
    else texts.push(address);
  }
  return texts;
}

const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

function dress(format: Excel.RangeFormat, role: StyleRole): void {
  const look = looks[role];
  format.wrapText = true;
  format.horizontalAlignment = look.horizontal;
  format.verticalAlignment = look.vertical;
  if (look.indent > 0) format.indentLevel = look.indent;
  format.font.size = look.size;
  format.font.bold = look.bold;
  format.font.color = look.color;
  if (look.fill) format.fill.color = look.fill;
  if (!look.framed) return;
  for (const edge of edges) {
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = lineColor;
  }
}

/** Looks by role, fonts, locks, merges, widths and heights. */
export function dressPlan(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const last = Math.max(...plan.cells.map(({ row }) => row));
  sheet.getRangeByIndexes(0, 0, last, plan.widths.length).format.font.name = fontNames[plan.template.language];
  const byRole = new Map<StyleRole, PlanCell[]>();
  for (const cell of plan.cells) byRole.set(cell.style, [...(byRole.get(cell.style) ?? []), cell]);
  for (const [role, cells] of byRole) for (const area of rectangles(cells)) dress(sheet.getRange(areaAddress(area)).format, role);
  for (const text of addressTexts(rectangles(plan.cells.filter(({ unlocked }) => unlocked))))
    sheet.getRanges(text).format.protection.locked = false;
  for (const area of plan.merges) sheet.getRange(areaAddress(area)).merge(false);
  plan.widths.forEach((width, at) => {
    sheet.getRangeByIndexes(0, at, 1, 1).format.columnWidth = pointsOf(width);
  });
  for (const [row, height] of plan.heights) sheet.getRangeByIndexes(row - 1, 0, 1, 1).format.rowHeight = height;
}

/** Characters → points: 7 pixels a character and 5 around them at 96 to the inch. */
const pointsOf = (characters: number): number => ((characters * 7 + 5) * 72) / 96;

function ruleOf(rule: PlanRule): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: rule.items.join(',') } };
    case 'date':
      return { date: { formula1: '2000-01-01', operator: 'GreaterThanOrEqualTo' } };
    case 'whole':
      return { wholeNumber: { formula1: Number(rule.least), formula2: Number(rule.most), operator: 'Between' } };
    case 'decimal':
      return { decimal: { formula1: Number(rule.least), formula2: Number(rule.most), operator: 'Between' } };
  }
}

function validate(sheet: Excel.Worksheet, { area, rule, promptTitle, prompt, error }: PlanValidation): void {
  const { dataValidation } = sheet.getRange(areaAddress(area));
  dataValidation.rule = ruleOf(rule);
  dataValidation.prompt = { showPrompt: true, title: promptTitle, message: prompt };
  dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: promptTitle, message: error };
}

/** Data validation with its messages, and the formats that show problems. */
export function rulePlan(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const validation of plan.validations) validate(sheet, validation);
  for (const { area, formula, look } of plan.conditionals) {
    const { custom } = sheet.getRange(areaAddress(area)).conditionalFormats.add('Custom');
    custom.rule.formula = formula;
    custom.format.fill.color = conditionalLooks[look].fill;
    custom.format.font.color = conditionalLooks[look].color;
  }
}
