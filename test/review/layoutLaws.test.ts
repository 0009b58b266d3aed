/** What must not change a result: where a form stands, blank rows within it, other words for its headers, Traditional writing, and filling it. */
import { Converter } from 'opencc-js/cn2t';
import { parseAddress } from '../../src/form/address';
import { cellAt, type Area, type Grid, type GridCell } from '../../src/form/grid';
import { planFill, type Assessment, type FillMode } from '../../src/review';
import { toSimplified } from '../../src/rubric/simplified';
import { judge } from './fixtures';
import { layouts } from './layouts';

type Rows = Map<number, ReadonlyMap<number, GridCell>>;

const totals = (assessments: readonly Assessment[]): readonly (string | null)[] =>
  assessments.flatMap(({ totals: all }) => all.map(({ expected }) => expected && toSimplified(expected)));

const weights = (assessments: readonly Assessment[]): readonly (string | null)[] =>
  assessments.flatMap(({ indicators }) =>
    indicators.map(({ effectiveWeight }) => effectiveWeight && effectiveWeight.numerator.div(effectiveWeight.denominator).toFixed(6)),
  );

const seen = (grid: Grid): unknown => {
  const assessments = judge([grid]);
  return { totals: totals(assessments), weights: weights(assessments) };
};

/** A sheet whose rows stand elsewhere; merged areas go along. */
function rearranged(grid: Grid, row: (row: number) => number, right = 0): Grid {
  const rows: Rows = new Map(
    [...grid.rows].map(([at, cells]) => [row(at), new Map([...cells].map(([column, cell]) => [column + right, cell]))]),
  );
  const area = ({ top, bottom, left, right: end }: Area): Area => ({
    top: row(top),
    bottom: row(bottom),
    left: left + right,
    right: end + right,
  });
  return { ...grid, rows, usedArea: grid.usedArea && area(grid.usedArea), merges: grid.merges.map(area) };
}

/** The same texts in other words. */
function reworded(grid: Grid, reword: (text: string) => string): Grid {
  const cell = (from: GridCell): GridCell =>
    typeof from.value === 'string' && from.formula === null ? { ...from, value: reword(from.value), text: reword(from.text) } : from;
  return {
    ...grid,
    rows: new Map([...grid.rows].map(([at, cells]) => [at, new Map([...cells].map(([column, from]) => [column, cell(from)]))])),
  };
}

const traditional = Converter({ from: 'cn', to: 'tw' });

/** Header words with another word for the same. */
const synonyms: Readonly<Record<string, string>> = {
  考核指标: '考核项目',
  考核项目: '评价项目',
  考核维度: '考核类别',
  权重: '比重',
  指标权重: '分项权重',
  分值: '满分',
  评分标准: '考核标准',
  上级评分: '主管评分',
  实际完成: '完成情况',
  Weight: 'Weighting',
  Points: 'Max points',
};

const formula = /[=＝]/;
/** Forms whose printed formulas name their headers: renaming these alone would break the form. */
const named = new Set(
  layouts.flatMap(([name, grid]) =>
    [...grid.rows.values()].some((row) => [...row.values()].some(({ text }) => formula.test(text))) ? [name] : [],
  ),
);

describe.each(layouts)('%s', (name, grid) => {
  test('is found and has totals', () => {
    expect(judge([grid])).toHaveLength(1);
    expect(totals(judge([grid])).filter((expected) => expected !== null).length).toBeGreaterThan(0);
  });

  test('stands anywhere', () => {
    // Formulas that are written in words name no cells.
    expect(seen(rearranged(grid, (row) => row + 7, 3))).toEqual(seen(grid));
  });

  test('may have a blank row below its title', () => {
    expect(seen(rearranged(grid, (row) => (row > 1 ? row + 1 : row)))).toEqual(seen(grid));
  });

  test('may be written in Traditional characters', () => {
    expect(seen(reworded(grid, traditional))).toEqual(seen(grid));
  });

  if (!named.has(name))
    test('may use other words for its headers', () => {
      expect(seen(reworded(grid, (text) => synonyms[text] ?? text))).toEqual(seen(grid));
    });

  test.each<FillMode>(['value', 'native', 'function'])('filled as %s has nothing left to fill and nothing wrong', (mode) => {
    const before = judge([grid]);
    const rows: Rows = new Map([...grid.rows].map(([at, cells]) => [at, new Map(cells)]));
    for (const { cell, after } of planFill(before, [grid], mode).writes) {
      const { row, column } = parseAddress(cell) as { row: number; column: number };
      const written = { value: after.value, text: String(after.value), formula: after.kind === 'formula' ? after.formula : null };
      const format = cellAt(grid, row, column)?.numberFormat ?? 'General';
      rows.set(row, new Map([...(rows.get(row) ?? [])]).set(column, { ...written, numberFormat: format }));
    }
    const filled = { ...grid, rows };
    const after = judge([filled]);
    const known = before.flatMap(({ totals: all }) =>
      all.map(({ total, expected }) => [`${total.row}:${total.column}`, expected] as const),
    );
    for (const { total, expected } of after.flatMap(({ totals: all }) => all))
      expect([total.label, expected]).toEqual([total.label, new Map(known).get(`${total.row}:${total.column}`)]);
    expect(after.flatMap(({ totals: all }) => all.filter(({ status }) => status === 'wrong'))).toEqual([]);
    expect(planFill(after, [filled], mode).writes).toEqual([]);
  });
});
