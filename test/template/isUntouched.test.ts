import type { Grid, GridCell } from '../../src/form/grid';
import { isUntouched } from '../../src/template/isUntouched';
import type { SheetPlan } from '../../src/template/sheetPlan';
import { examples } from './examples';
import { makeForm } from './roundTrip';

const cell = (value: GridCell['value'], formula: string | null = null): GridCell => ({ value, formula, text: '', numberFormat: 'General' });

function withCell(grid: Grid, row: number, column: number, changed: GridCell | null): Grid {
  const rows = new Map([...grid.rows].map(([at, cells]) => [at, new Map(cells)]));
  const cells = rows.get(row) ?? new Map<number, GridCell>();
  if (changed) cells.set(column, changed);
  else cells.delete(column);
  return { ...grid, rows: rows.set(row, cells) };
}

async function made(at: number): Promise<{ readonly plan: SheetPlan; readonly grid: Grid }> {
  const { plan, snapshot } = await makeForm(examples[at] as (typeof examples)[number]);
  return { plan, grid: snapshot.grids[0] as Grid };
}

test.each(examples.map(({ id }, at) => [id, at] as const))('%s is untouched as it was made', async (_id, at) => {
  const { plan, grid } = await made(at);
  expect(isUntouched(plan, grid)).toBe(true);
});

describe('is touched by', () => {
  const first = (plan: SheetPlan, kind: string) => plan.cells.find(({ content }) => content.kind === kind) as SheetPlan['cells'][number];

  test('an entry', async () => {
    const { plan, grid } = await made(0);
    const [entry] = plan.entries;
    expect(isUntouched(plan, withCell(grid, entry?.row ?? 0, entry?.column ?? 0, cell(0)))).toBe(false);
  });

  test('a name in the head, and a text beside the form', async () => {
    const { plan, grid } = await made(0);
    const field = plan.cells.find(({ style, content }) => style === 'field-value' && content.kind === 'blank');
    expect(isUntouched(plan, withCell(grid, field?.row ?? 0, field?.column ?? 0, cell('Kim')))).toBe(false);
    expect(isUntouched(plan, withCell(grid, 2, plan.widths.length + 3, cell('x')))).toBe(false);
  });

  test('a text typed over or taken away', async () => {
    const { plan, grid } = await made(0);
    const { row, column } = first(plan, 'text');
    expect(isUntouched(plan, withCell(grid, row, column, cell('other')))).toBe(false);
    expect(isUntouched(plan, withCell(grid, row, column, null))).toBe(false);
  });

  test('a formula changed or replaced by its value, but not by another spelling', async () => {
    const { plan, grid } = await made(0);
    const { row, column, content } = first(plan, 'formula');
    const formula = content.kind === 'formula' ? content.formula : '';
    expect(isUntouched(plan, withCell(grid, row, column, cell(1, `${formula}+1`)))).toBe(false);
    expect(isUntouched(plan, withCell(grid, row, column, cell(1)))).toBe(false);
    expect(isUntouched(plan, withCell(grid, row, column, cell(1, formula.replaceAll(',', ', '))))).toBe(true);
  });
});
