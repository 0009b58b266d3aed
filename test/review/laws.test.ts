/** Laws of totals, against an independent computation with whole numbers: order, blanks, exactness, rounding once. */
import fc from 'fast-check';
import { grid, type Written } from './sheet';
import { judgeOne, totalAt } from './fixtures';

interface Row {
  readonly name: string;
  /** Whole percent. */
  readonly weight: number;
  /** Hundredths of a point. */
  readonly score: number;
}

const names = ['工作质量', '工作效率', '工作态度', '团队合作', '创新能力', '学习能力'];

/** Six rows whose weights make 100 %. */
const rows = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 5, maxLength: 5 }),
    fc.array(fc.integer({ min: 5000, max: 10000 }), { minLength: 6, maxLength: 6 }),
  )
  .map(([weights, scores]): readonly Row[] => {
    const all = [...weights, 100 - weights.reduce((sum, weight) => sum + weight, 0)];
    return names.map((name, at) => ({ name, weight: all[at] ?? 0, score: scores[at] ?? 0 }));
  });

const form = (table: readonly Row[], score: (row: Row) => Written = (row) => row.score / 100) =>
  grid([
    ['月度绩效考核评分表'],
    ['评分指标', '权重', '描述', '得分'],
    ...table.map((row): Written[] => [row.name, row.weight / 100, '完成情况', score(row)]),
    ['总分', null, null, null],
  ]);

const totalOf = (sheet: ReturnType<typeof grid>): string | null => totalAt(judgeOne(sheet), 'D9').expected;

/** Σ weight × score in whole ten-thousandths, rounded half-up to hundredths. */
function independent(table: readonly Row[]): string {
  const exact = table.reduce((sum, { weight, score }) => sum + weight * score, 0);
  const hundredths = Math.floor((exact + 50) / 100);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

const few = { numRuns: 40 };

describe('laws of a weighted total', () => {
  test('equals an independent exact computation', () => {
    fc.assert(
      fc.property(rows, (table) => expect(totalOf(form(table))).toBe(independent(table))),
      few,
    );
  });

  test('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(rows, fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (table, order) =>
        expect(totalOf(form(order.map((at) => table[at] as Row)))).toBe(totalOf(form(table))),
      ),
      few,
    );
  });

  test('a blank is not zero: it blocks, and names itself', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 5 }), (table, at) => {
        const total = totalAt(judgeOne(form(table, (row) => (row === table[at] ? null : row.score / 100))), 'D9');
        expect([total.expected, total.blockedBy]).toEqual([null, [`D${at + 3}`]]);
      }),
      few,
    );
  });

  test('points typed as text count as the same number', () => {
    fc.assert(
      fc.property(rows, (table) => expect(totalOf(form(table, (row) => `${row.score / 100}分`))).toBe(independent(table))),
      few,
    );
  });
});
