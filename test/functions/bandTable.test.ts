/** Tables of limits, grades and results in the column orders that people use, with and without a heading. */
import { readBandTable, resultOfGrade, tableText } from '../../src/functions/bandTable';
import { coefficient } from '../../src/functions/coefficient';
import { criteriaOf } from '../../src/functions/criteriaArgument';
import { FunctionFailure } from '../../src/functions/failure';
import { tierOf } from '../../src/functions/outcome';

type Table = readonly (readonly unknown[])[];

const graded: readonly (readonly [string, Table])[] = [
  [
    'grade, from',
    [
      ['A', 90],
      ['B', 80],
      ['C', 0],
    ],
  ],
  [
    'from, grade',
    [
      [90, 'A'],
      [80, 'B'],
      [0, 'C'],
    ],
  ],
  [
    'lowest first',
    [
      [0, 'C'],
      [80, 'B'],
      [90, 'A'],
    ],
  ],
  [
    'grade, from, to',
    [
      ['A', 90, 100],
      ['B', 80, 89],
      ['C', 0, 79],
    ],
  ],
  [
    'grade, to, from',
    [
      ['A', 100, 90],
      ['B', 89, 80],
      ['C', 79, 0],
    ],
  ],
  [
    'grade, from, coefficient',
    [
      ['A', 90, 1.2],
      ['B', 80, 1],
      ['C', 0, 0.5],
    ],
  ],
  [
    'coefficient in front, with a heading',
    [
      ['系数', '等级', '下限'],
      [1.2, 'A', 90],
      [1, 'B', 80],
      [0.5, 'C', 0],
    ],
  ],
  [
    'an English heading, to before from',
    [
      ['To', 'From', 'Grade', 'Points'],
      [100, 90, 'A', 20],
      [89, 80, 'B', 10],
      [79, 0, 'C', 0],
    ],
  ],
  [
    'limits in words',
    [
      ['90分以上', 'A'],
      ['80-89分', 'B'],
      ['80分以下', 'C'],
    ],
  ],
  [
    'numbers as texts, an empty row',
    [
      ['A', '90'],
      ['B', '80'],
      ['', ''],
      ['C', '0'],
    ],
  ],
];

it.each(graded)('%s: 95 is A, 85 B, 40 C', (_name, table) => {
  const [texts] = criteriaOf(table, 'tier');
  expect([95, 85, 40].map((total) => tierOf(total, texts[0]?.[0]))).toEqual(['A', 'B', 'C']);
});

const priced: readonly (readonly [string, Table])[] = [
  [
    'from, coefficient',
    [
      [90, 1.2],
      [80, 1],
      [0, 0.5],
    ],
  ],
  [
    'grade, from, coefficient',
    [
      ['A', 90, 1.2],
      ['B', 80, 1],
      ['C', 0, 0.5],
    ],
  ],
  [
    'from, to, coefficient',
    [
      [90, 100, 1.2],
      [80, 89.99, 1],
      [0, 79.99, 0.5],
    ],
  ],
  [
    'coefficient, grade, from, with a heading',
    [
      ['系数', '等级', '下限'],
      [1.2, 'A', 90],
      [1, 'B', 80],
      [0.5, 'C', 0],
    ],
  ],
  [
    'grade, limits in words, coefficient',
    [
      ['A', '90分以上', 1.2],
      ['B', '80-89分', 1],
      ['C', '80分以下', 0.5],
    ],
  ],
];

it.each(priced)('%s: 95 gets 1.2, 85 gets 1, 40 gets 0.5', (_name, table) => {
  expect([95, 85, 40].map((total) => coefficient(total, table, false).toString())).toEqual(['1.2', '1', '0.5']);
});

it('finds the result beside a grade, however it is typed', () => {
  const rows = readBandTable(
    [
      ['A', 1.2],
      ['Ｂ', 1],
    ],
    'result',
  );
  expect([resultOfGrade(rows, ' a ')?.toString(), resultOfGrade(rows, 'B')?.toString(), resultOfGrade(rows, 'C')]).toEqual([
    '1.2',
    '1',
    null,
  ]);
});

it('says that a number is outside a table of grades alone', () => {
  expect(() =>
    coefficient(
      95,
      [
        ['A', 1.2],
        ['B', 1],
      ],
      false,
    ),
  ).toThrow(FunctionFailure);
});

it('tells grades and results apart in words, best first', () => {
  const rows = readBandTable(
    [
      ['B', 80, 1],
      ['A', 90, 1.2],
    ],
    'result',
  );
  expect([tableText(rows, 'tier'), tableText(rows, 'result')]).toEqual(['90以上为A；80以上为B', '90以上得1.2分；80以上得1分']);
});

it('names the row that cannot be read', () => {
  const failed = (): unknown => {
    try {
      return readBandTable([
        ['等级', '下限'],
        ['A', 90],
        ['', '', 3],
      ]);
    } catch (error) {
      return (error as FunctionFailure).details;
    }
  };
  expect(failed()).toEqual({ row: '3' });
});
