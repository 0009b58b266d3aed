/** What "prepare to send" makes of formulas as texts; the whole of it is tested against a real engine in test/host. */
import { callArgument, readConstant, readReference } from '../../src/actions/sending/callArgument';
import { callsRubric, formulaCalls, usesName } from '../../src/actions/sending/formulaCalls';
import { nativeOf } from '../../src/actions/sending/nativeOf';
import { gridOf } from './memoryWorkbook';

describe('formulaCalls', () => {
  it.each<readonly [string, readonly (readonly [string, readonly string[]])[]]>([
    ['=RUBRIC_TIER(F6,E6)', [['RUBRIC_TIER', ['F6', 'E6']]]],
    ['=rubric_grade( H2 )&"RUBRIC_TIER(1)"', [['RUBRIC_GRADE', ['H2']]]],
    ['=_xldudf_RUBRIC_MEAN(A1:A3)', [['RUBRIC_MEAN', ['A1:A3']]]],
    ['=RUBRIC_BLEND(F30,,G30,70%)', [['RUBRIC_BLEND', ['F30', '', 'G30', '70%']]]],
    [
      `=RUBRIC_MEAN('a,b (c)'!A1:A3)+RUBRIC_MEAN({1,2;3,4})`,
      [
        ['RUBRIC_MEAN', [`'a,b (c)'!A1:A3`]],
        ['RUBRIC_MEAN', ['{1,2;3,4}']],
      ],
    ],
    ['=RUBRIC_GRADE(RUBRIC_MEAN(A1:A3),"甲,乙")', [['RUBRIC_GRADE', ['RUBRIC_MEAN(A1:A3)', '"甲,乙"']]]],
    ['=MY_RUBRIC_TIER(1)+SUM(RUBRIC_SCORES)', []],
    ['=RUBRIC_TIER(A1', []],
  ])('%s', (formula, calls) => {
    expect(formulaCalls(formula).map(({ id, args }) => [id, args])).toEqual(calls);
    expect(callsRubric(formula)).toBe(calls.length > 0);
  });

  it('knows names from texts and from parts of other names', () => {
    const names = new Set(['总分', 'TOTAL']);
    expect(['=总分+1', '=total', '="总分"', '=Totals', '=A1'].map((formula) => usesName(formula, names))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('callArgument', () => {
  const own = gridOf('One', [
    [90, 'x'],
    [null, 80],
  ]);
  const grids = new Map([
    ['ONE', own],
    ['NORTH 1', gridOf('North 1', [[7]])],
  ]);
  it.each<readonly [string, unknown]>([
    [
      'A1:B2',
      [
        [90, 'x'],
        [null, 80],
      ],
    ],
    [
      '$B$2:$A$1',
      [
        [90, 'x'],
        [null, 80],
      ],
    ],
    [`'North 1'!A1`, [[7]]],
    ['Missing!A1', null],
    ['SUM(A1:A2)', null],
    ['30%', [[0.3]]],
    ['-1.5E3', [[-1500]]],
    ['"a""b"', [['a"b']]],
    ['true', [[true]]],
    ['{1;"b"}', [[1], ['b']]],
    ['', [[null]]],
  ])('%s holds %j', (text, cells) => {
    expect(callArgument(text, own, grids).cells).toEqual(cells);
  });

  it('names parts of a reference as it is written', () => {
    expect(callArgument('$J$2:$K$6', own, grids).part?.(1, 4, 1)).toBe('$K$3:$K$6');
    expect(callArgument(`'North 1'!J2:K6`, own, grids).part?.(0, 4, 0)).toBe(`'North 1'!J2:J6`);
  });

  it('takes nothing else for a reference or a constant', () => {
    expect([readReference('A:A'), readReference('total'), readConstant('A1'), readConstant('{A1}')]).toEqual([null, null, null, null]);
  });
});

describe('nativeOf', () => {
  const own = gridOf('One', [[90]]);
  const native = (formula: string): string | null =>
    nativeOf(formula, own, [own], (id, args) =>
      id === 'RUBRIC_LINT' ? null : `${id.slice(7)}<${args.map(({ text }) => text).join('|')}>`,
    );

  it.each([
    ['=ROUND(RUBRIC_MEAN(A1:A3),1)&"分"', '=ROUND(MEAN<A1:A3>,1)&"分"'],
    ['=RUBRIC_GRADE(RUBRIC_MEAN(A1:A3))', '=GRADE<MEAN<A1:A3>>'],
    ['=RUBRIC_TIER(IF(ISBLANK(A1),"",A1),B1)', '=TIER<A1|B1>'],
    ['=RUBRIC_TIER(IF(ISBLANK(A1),"",A2),B1)', '=TIER<IF(ISBLANK(A1),"",A2)|B1>'],
    ['=RUBRIC_MEAN(A1:A3)+RUBRIC_LINT(B1)', null],
  ])('%s becomes %s', (formula, expected) => {
    expect(native(formula)).toBe(expected);
  });
});
