/** The functions as the pane calls them: the same results as in cells, messages in the pane's language, the way to the result. */
import { calculate } from '../../src/functions/calculate';
import { catalogue } from '../../src/functions/catalogue';
import { examples, type ExampleRange, type ExampleValue } from '../../src/functions/examples';
import { setReadingPolicy } from '../../src/functions/readingPolicy';
import { working } from '../../src/functions/working';
import { defaultReadingPolicy } from '../../src/rubric';

class ExcelError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}
beforeAll(() => {
  Object.assign(globalThis, {
    CustomFunctions: { Error: ExcelError, ErrorCode: { invalidValue: '#VALUE!', notAvailable: '#N/A' } },
  });
});

const rows = (arg: ExampleValue | ExampleRange): readonly (readonly unknown[])[] | null =>
  arg === null
    ? null
    : typeof arg === 'object'
      ? arg.cells
      : [[/^[\d.]+%$/.test(String(arg)) ? Number.parseFloat(String(arg)) / 100 : arg]];

it.each(examples.map((example) => [`${example.id} ${JSON.stringify(example.args)}`, example] as const))(
  '%s',
  (_name, { id, args, result }) => {
    const shown = calculate(id, args.map(rows), 'en').map((row) => row.map((cell) => (typeof cell === 'object' ? cell.error : cell)));
    expect(shown).toEqual(Array.isArray(result) ? result : [[result]]);
  },
);

it('covers every function of the catalogue', () => {
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(13);
  for (const { id } of catalogue) expect(calculate(id, [], 'en')[0]?.[0]).toBeDefined();
});

it('says in the language that is asked for what is wrong, and where', () => {
  const weights = (language: 'en' | 'zh-CN') =>
    calculate(
      'RUBRIC_WEIGHTED',
      [
        [[90], [80]],
        [[0.3], [0.5]],
      ],
      language,
    )[0]?.[0];
  expect(weights('en')).toEqual({ error: '#VALUE!', message: expect.stringContaining('80%') as string });
  expect(weights('zh-CN')).toEqual({ error: '#VALUE!', message: expect.stringMatching(/权重.*80%/) as string });
});

it('reads open criteria as the workbook answers them', () => {
  const open = '优秀90分左右，其余合格';
  const tier = () => calculate('RUBRIC_TIER', [[[92]], [[open]]], 'en')[0]?.[0];
  expect(tier()).toMatchObject({ error: expect.any(String) as string });
  setReadingPolicy(defaultReadingPolicy, { [open]: '90分以上为优秀；不足90分为合格' });
  expect(tier()).toBe('优秀');
  setReadingPolicy(defaultReadingPolicy);
});

describe('working', () => {
  const column = (...cells: unknown[]) => cells.map((cell) => [cell]);
  it.each<readonly [string, readonly (readonly (readonly unknown[])[] | null)[], string]>([
    ['RUBRIC_WEIGHTED', [column(90, null, 80), column(0.5, null, 0.5)], '90 × 50% + 80 × 50%'],
    ['RUBRIC_WEIGHTED', [column(90, 80), column(0.4, 0.4), [['normalise']]], '(90 × 40% + 80 × 40%) ÷ 80%'],
    ['RUBRIC_BLEND', [[[90]], [[0.3]], [[80]], [[0.7]]], '90 × 30% + 80 × 70%'],
    ['RUBRIC_MEAN', [[[9, null, 8]]], '(9 + 8) ÷ 2'],
    ['RUBRIC_MEAN', [[[9, 7, 8, 1]], [[true]]], '(7 + 8) ÷ 2'],
    ['RUBRIC_DEDUCT', [[[10]], [[3]], [[0.5]]], '10 − 3 × 0.5'],
    ['RUBRIC_WEIGHTED', [column('none'), column(1)], ''],
    ['RUBRIC_BANDS', [[['90分以上为优秀']]], ''],
  ])('%s %j is %s', (id, args, text) => {
    expect(working(id, args, 'en')).toBe(text);
  });

  it('gives the chain of the criteria for the first value that is there', () => {
    expect(working('RUBRIC_TIER', [[[null], [92]], [['90分以上为优秀，低于90分为合格']]], 'en')).toMatch(/92/);
  });
});
