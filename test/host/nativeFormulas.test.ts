/** Every formula that a fill writes, calculated by the workbook's engine: it must come to what our decimals say. */
import { buildSync } from 'esbuild';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { parseAddress } from '../../src/form/address';
import type { Grid } from '../../src/form/grid';
import { planFill, type FillMode } from '../../src/review';
import type { CellWrite } from '../../src/review/types';
import { judge } from '../review/fixtures';
import { layouts } from '../review/layouts';
import type { CellInput } from '../../src/workbench/model/workbookModel';
import { startExcel, type StartedExcel, type StartOptions } from './support';

jest.setTimeout(120_000);

const cellsOf = (grid: Grid): CellInput[][] =>
  Array.from({ length: grid.usedArea?.bottom ?? 0 }, (_, row) =>
    Array.from({ length: grid.usedArea?.right ?? 0 }, (_, column) => {
      const value = grid.rows.get(row + 1)?.get(column + 1)?.value ?? null;
      return typeof value === 'object' && value !== null ? value.error : value;
    }),
  );

const planned = (grid: Grid, mode: FillMode): readonly CellWrite[] => planFill(judge([grid]), [grid], mode).writes;

/** The sheet as a fill leaves it. */
function filled(grid: Grid, mode: FillMode): CellInput[][] {
  const cells = cellsOf(grid);
  for (const { cell, after } of planned(grid, mode)) {
    const { row, column } = parseAddress(cell) as { row: number; column: number };
    const line = (cells[row - 1] ??= []);
    while (line.length < column) line.push(null);
    line[column - 1] = after.kind === 'formula' ? after.formula : after.value;
  }
  const width = Math.max(...cells.map((line) => line.length));
  return cells.map((line) => [...line, ...Array.from({ length: width - line.length }, () => null)]);
}

let app: StartedExcel | null = null;
afterEach(async () => {
  // The grid's engine still has errands of its own right after it was started.
  await app?.settled();
  app?.dispose();
  app = null;
});

async function calculated(mode: FillMode, options: StartOptions = {}): Promise<readonly string[]> {
  app = await startExcel({ ...options, sheets: Object.fromEntries(layouts.map(([name, grid]) => [name, filled(grid, mode)])) });
  await app.settled();
  return layouts.flatMap(([name, grid]) =>
    planned(grid, mode).flatMap(({ cell, after }) => {
      if (after.kind !== 'formula') return [];
      const shown = app?.values(name, cell)[0]?.[0];
      return shown === after.value ? [] : [`${name}!${cell} ${after.formula} is ${String(shown)}, not ${String(after.value)}`];
    }),
  );
}

describe('formulas calculated in the workbook', () => {
  test('there are some for every layout', () => {
    const without = layouts.filter(([, grid]) => !planned(grid, 'native').some(({ after }) => after.kind === 'formula'));
    expect(without.map(([name]) => name)).toEqual([]);
  });

  test('native formulas give the values that were worked out', async () => {
    expect(await calculated('native')).toEqual([]);
  });

  test('RUBRIC_ formulas give the same', async () => {
    const { metadataJson, associate } = await generateCustomFunctionsMetadata(['src/functions/functions.ts'], true);
    const lines = associate.map(({ id, functionName }) => `CustomFunctions.associate('${id}', f.${functionName});`);
    const { outputFiles } = buildSync({
      stdin: { contents: `import * as f from './src/functions/functions';\n${lines.join('\n')}`, resolveDir: process.cwd() },
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
    });
    const { functions } = JSON.parse(metadataJson) as Pick<StartOptions, 'functions'>;
    expect(layouts.some(([, grid]) => planned(grid, 'function').some(({ after }) => JSON.stringify(after).includes('RUBRIC_BLEND')))).toBe(
      true,
    );
    expect(await calculated('function', { ...(functions && { functions }), functionsScript: outputFiles[0]?.text ?? '' })).toEqual([]);
  });
});
