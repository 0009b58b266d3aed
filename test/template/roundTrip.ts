/** A template made into a file, filled, read back and judged: what the tests of all forms do. */
import { checkSnapshot, type CheckResult } from '../../src/actions';
import { cellAddress } from '../../src/form/address';
import type { Grid, GridCell } from '../../src/form/grid';
import { sheetPlanOf } from '../../src/template/sheetPlanOf';
import type { PlanEntry, SheetPlan } from '../../src/template/sheetPlan';
import { newStoredRubric } from '../../src/template/storedRubric';
import type { Template } from '../../src/template/types';
import type { WorkbookSnapshot } from '../../src/workbook/port';
import { planWorkbook } from '../../src/workbook/xlsx/planWorkbook';
import { openXlsxWorkbook } from '../../src/workbook/xlsx/xlsxWorkbook';

export type Filled = ReadonlyMap<string, string | number>;

export interface MadeForm {
  readonly plan: SheetPlan;
  readonly bytes: Uint8Array;
  readonly snapshot: WorkbookSnapshot;
}

/** The form as a file, and the file as the product sees it. */
export async function makeForm(template: Template): Promise<MadeForm> {
  const plan = sheetPlanOf(template);
  const bytes = planWorkbook(plan, { protect: true, rubric: newStoredRubric(template, '2026-01-01') });
  return { plan, bytes, snapshot: await openXlsxWorkbook(bytes, `${template.id}.xlsx`).snapshot() };
}

/** The same numbers in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

const decimals = (value: number, places: number): number => Number(value.toFixed(places));

function validValue(entry: PlanEntry, next: () => number, top: number): string | number {
  const { rule } = entry;
  if (entry.use === 'remark') return rule?.kind === 'date' ? 46000 : '';
  if (entry.use === 'veto') return rule?.kind === 'list' ? (rule.items[1] ?? '') : '';
  if (entry.use === 'denominator') return 100 + Math.floor(next() * 50);
  if (entry.use === 'numerator') return 40 + Math.floor(next() * 60);
  switch (rule?.kind) {
    case 'list': {
      const item = rule.items[Math.floor(next() * rule.items.length)] ?? '';
      return /^\d/.test(item) ? Number(item) : item;
    }
    case 'date':
      return 46000 + Math.floor(next() * 300);
    case 'whole':
      return Math.floor(next() * 5);
    case 'decimal': {
      const most = Math.min(Number(rule.most), entry.entry === 'percent' ? 1.2 : top);
      return most <= 2 ? decimals(next() * most, 2) : decimals(most * (0.55 + 0.45 * next()), 1);
    }
    default:
      return '';
  }
}

/** Something valid in every entry cell. */
export function validEntries(plan: SheetPlan, seed: number): Map<string, string | number> {
  const next = random(seed);
  const pairs = plan.entries.map((entry) => [cellAddress(entry.row, entry.column), validValue(entry, next, 100)] as const);
  return new Map(pairs.filter(([, value]) => value !== ''));
}

/** What nobody may type, one after the other: too much, too little, a word, nothing. */
export const slips: readonly ((entry: PlanEntry) => string | number | null)[] = [
  ({ rule }) => (rule && 'most' in rule ? Number(rule.most) + 1 : null),
  ({ rule }) => (rule && 'least' in rule ? Number(rule.least) - 1 : null),
  () => '?',
  () => '',
];

/** Entries with one slip in a cell that counts; null where no cell can take this slip. */
export function withSlip(plan: SheetPlan, entries: Filled, slip: (typeof slips)[number], seed: number): Filled | null {
  const next = random(seed);
  const able = plan.entries.filter((entry) => ['score', 'numerator', 'denominator', 'count'].includes(entry.use) && slip(entry) !== null);
  const chosen = able[Math.floor(next() * able.length)];
  if (!chosen) return null;
  const filled = new Map(entries);
  filled.set(cellAddress(chosen.row, chosen.column), slip(chosen) ?? '');
  return filled;
}

/** Grid with entries and computed values in place of what the file holds. */
function gridWith(grid: Grid, values: Filled): Grid {
  const rows = new Map([...grid.rows].map(([row, cells]) => [row, new Map(cells)]));
  for (const [address, value] of values) {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    const row = rows.get(Number(digits)) ?? new Map<number, GridCell>();
    const before = row.get(column);
    if (value === '' && !before?.formula) row.delete(column);
    else row.set(column, { ...(before ?? { formula: null, numberFormat: 'General' }), value, text: String(value) });
    rows.set(Number(digits), row);
  }
  return { ...grid, rows };
}

/** What the product makes of the filled form. `computed`: what a spreadsheet program gave for its formulas. */
export function judged({ snapshot, plan }: MadeForm, entries: Filled, computed: Filled = new Map()): CheckResult {
  const formats = new Map(plan.cells.map((cell) => [cellAddress(cell.row, cell.column), cell.format]));
  const grids = snapshot.grids.map((grid) => {
    const filled = gridWith(gridWith(grid, entries), computed);
    for (const [row, cells] of filled.rows)
      for (const [column, cell] of cells) {
        const format = formats.get(cellAddress(row, column));
        if (format && entries.has(cellAddress(row, column)))
          (cells as Map<number, GridCell>).set(column, { ...cell, numberFormat: format });
      }
    return filled;
  });
  return checkSnapshot({ ...snapshot, grids });
}

/** Totals of which the sheet's own formula says something else than our decimals: cell, label, ours, the sheet's. */
export function disagreements(checked: CheckResult, computed: Filled): readonly string[] {
  return checked.assessments.flatMap(({ totals }) =>
    totals.flatMap(({ total, expected, percent }) => {
      const cell = cellAddress(total.row, total.column);
      const value = computed.get(cell);
      if (value === undefined) return [];
      const shown = typeof value === 'number' ? String(Number((percent ? value * 100 : value).toPrecision(14))) : value;
      const same = expected === null ? shown === '' : shown === expected || (shown !== '' && Number(shown) === Number(expected));
      return same
        ? []
        : [`${cell} ${total.label} (${total.role}): ours ${expected ?? 'nothing'}, the sheet's ${shown === '' ? 'nothing' : shown}`];
    }),
  );
}

/** Addresses of all cells with formulas. */
export const formulaCells = (plan: SheetPlan): readonly string[] =>
  plan.cells.flatMap(({ content, row, column }) => (content.kind === 'formula' ? [cellAddress(row, column)] : []));

/** Formulas that the product does not know as totals or knows no value for: then nothing would be compared. */
export function unknownFormulas(checked: CheckResult, computed: Filled): readonly string[] {
  const known = new Set(
    checked.assessments.flatMap(({ totals }) =>
      totals.flatMap(({ total, expected }) => (expected === null ? [] : [cellAddress(total.row, total.column)])),
    ),
  );
  return [...computed.keys()].filter((cell) => !known.has(cell));
}
