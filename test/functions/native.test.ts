/** Step formulas say what the functions say for every number; native formulas are offered only where they are equal. */
import Decimal from 'decimal.js';
import fc from 'fast-check';
import { nativeFormula } from '../../src/functions/native/nativeFormula';
import type { FormulaArgument } from '../../src/functions/native/formulaArgument';
import { stepFormula } from '../../src/functions/native/stepFormula';
import { setReadingPolicy } from '../../src/functions/readingPolicy';
import { defaultReadingPolicy } from '../../src/rubric';

const cell = (text: string, value: unknown): FormulaArgument => ({ text, cells: [[value]], part: () => text });
const constant = (text: string, value: unknown): FormulaArgument => ({ text, cells: [[value]], part: null });
const column = (text: string, ...values: unknown[]): FormulaArgument => ({
  text,
  cells: values.map((value) => [value]),
  part: () => text,
});

/** Nested IFs over one operand, read back: the tests' own small calculator. */
function evaluate(formula: string, x: number): string {
  const [, sign, limit = '', result = '', rest = ''] = /^IF\(x(>=|>)([-\d.]+),("[^"]*"|NA\(\)),(.*)\)$/.exec(formula) ?? [];
  if (!sign) return formula;
  const met = sign === '>=' ? x >= Number(limit) : x > Number(limit);
  return met ? result : evaluate(rest, x);
}

describe('stepFormula', () => {
  const limit = fc.integer({ min: 0, max: 100 });
  it('says what its oracle says, at the limits and between them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(limit, { minLength: 1, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (limits, owned) => {
          const sorted = [...limits].sort((a, b) => b - a);
          const oracle = (value: Decimal): string | null => {
            const at = sorted.findIndex((bound, index) => (owned[index] ? value.gte(bound) : value.gt(bound)));
            return at === 1 ? null : `"${at}"`;
          };
          const formula = stepFormula(
            'x',
            limits.map((bound) => new Decimal(bound)),
            oracle,
            (bound) => bound.toFixed(),
          );
          const values = sorted.flatMap((bound) => [bound - 0.5, bound, bound + 0.5]);
          for (const value of values) expect(evaluate(formula ?? '', value)).toBe(oracle(new Decimal(value)) ?? 'NA()');
        },
      ),
    );
  });

  it('is none where the result changes between the limits', () => {
    expect(stepFormula('x', [new Decimal(1), new Decimal(2)], (value) => value.toString(), String)).toBeNull();
  });
});

describe('nativeFormula', () => {
  const bands = '90分以上为优秀，80-89分为良好，低于80分为合格';
  it.each<readonly [string, string, readonly FormulaArgument[]]>([
    ['several values', 'RUBRIC_TIER', [column('A1:A2', 90, 80), constant(`"${bands}"`, bands)]],
    ['a typed text', 'RUBRIC_TIER', [cell('A1', '92分'), constant(`"${bands}"`, bands)]],
    ['criteria of each row', 'RUBRIC_TIER', [cell('A1', 92), column('B1:B2', bands, bands)]],
    ['criteria that cannot be read', 'RUBRIC_TIER', [cell('A1', 92), constant('"好"', '视情况而定')]],
    ['steps', 'RUBRIC_SCORE', [cell('A1', 2), constant('"…"', '每发生一次扣2分，扣完为止'), constant('10', 10)]],
    ['weights that do not total 100 %', 'RUBRIC_WEIGHTED', [column('A1:A2', 90, 80), column('B1:B2', 0.5, 0.4)]],
    ['a missing rater', 'RUBRIC_BLEND', [cell('A1', null), constant('30%', 0.3), cell('B1', 80), constant('70%', 0.7)]],
    ['texts among scores', 'RUBRIC_MEAN', [column('A1:A2', 90, '88分')]],
    ['interpolation', 'RUBRIC_COEFFICIENT', [cell('A1', 85), column('B1:C2', 90, 80), constant('TRUE', true)]],
    ['a function that Excel has nothing like', 'RUBRIC_CANONICAL', [constant(`"${bands}"`, bands)]],
  ])('has none for %s', (_name, id, args) => {
    expect(nativeFormula(id, args)).toBeNull();
  });

  it('keeps a missing score missing', () => {
    const formula = nativeFormula('RUBRIC_WEIGHTED', [column('A1:A2', 90, null), column('B1:B2', 0.5, 0.5)]);
    expect(formula).toMatch(/^IF\(COUNT\(A1:A2\)<COUNT\(B1:B2\),NA\(\),/);
  });

  it('follows the policy of the workbook', () => {
    const shared = '80-90为良好，90-100为优秀';
    const formula = () => nativeFormula('RUBRIC_TIER', [cell('A1', 95), constant('"…"', shared)]);
    expect(formula()).toContain('IF(A1>=90,"优秀"');
    expect(setReadingPolicy({ ...defaultReadingPolicy, sharedBoundary: 'worse' })).toBe(true);
    expect(formula()).toContain('IF(A1>90,"优秀"');
    expect(setReadingPolicy(defaultReadingPolicy)).toBe(true);
    expect(setReadingPolicy(defaultReadingPolicy)).toBe(false);
  });
});
