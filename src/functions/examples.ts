/** The examples of the function reference. A test calculates every one; the help pages print them. */

export type ExampleValue = string | number | boolean | null;

export interface ExampleRange {
  /** Where the cells stand in the example's little sheet. */
  readonly range: string;
  readonly cells: readonly (readonly ExampleValue[])[];
}

export interface Example {
  readonly id: string;
  readonly args: readonly (ExampleValue | ExampleRange)[];
  /** What the formula shows; rows of cells where it spills. An error as Excel shows it. */
  readonly result: ExampleValue | readonly (readonly ExampleValue[])[];
}

const satisfaction = '90-100分为优秀，80-89分为良好，60-79分为合格，低于60分为不合格';
const completion = '完成率90%以上20分，85%以上10分，低于85%得0分';

export const examples: readonly Example[] = [
  { id: 'RUBRIC_TIER', args: [92, satisfaction], result: '优秀' },
  { id: 'RUBRIC_TIER', args: ['4.9%', '低于5%为优秀，5%-10%为良好，高于10%为合格'], result: '优秀' },
  { id: 'RUBRIC_TIER', args: [{ range: 'F6:F8', cells: [[95], [80], [59.5]] }, satisfaction], result: [['优秀'], ['良好'], ['不合格']] },
  { id: 'RUBRIC_SCORE', args: ['92%', completion], result: 20 },
  { id: 'RUBRIC_SCORE', args: ['3次', '每发生一次扣2分，扣完为止', 10], result: 4 },
  { id: 'RUBRIC_CHECK', args: [92, satisfaction], result: 'OK' },
  {
    id: 'RUBRIC_GRADE',
    args: [{ range: 'H2:H4', cells: [[91], [85], [42]] }],
    result: [['优秀'], ['良好'], ['不合格']],
  },
  { id: 'RUBRIC_GRADE', args: [88, '90分以上为A，80-89分为B，低于80分为C'], result: 'B' },
  {
    id: 'RUBRIC_COEFFICIENT',
    args: [
      86,
      {
        range: 'J2:K5',
        cells: [
          [90, 1.2],
          [80, 1],
          [60, 0.8],
          [0, 0],
        ],
      },
    ],
    result: 1,
  },
  {
    id: 'RUBRIC_COEFFICIENT',
    args: [
      85,
      {
        range: 'J2:K4',
        cells: [
          [90, 1.2],
          [80, 1],
          [60, 0.8],
        ],
      },
      true,
    ],
    result: 1.1,
  },
  {
    id: 'RUBRIC_WEIGHTED',
    args: [
      { range: 'F6:F8', cells: [[90], [80], [70]] },
      { range: 'C6:C8', cells: [['50%'], ['30%'], ['20%']] },
    ],
    result: 83,
  },
  {
    id: 'RUBRIC_WEIGHTED',
    args: [{ range: 'F6:F7', cells: [[90], [80]] }, { range: 'C6:C7', cells: [[0.4], [0.4]] }, 'normalise'],
    result: 85,
  },
  { id: 'RUBRIC_BLEND', args: [90, '30%', 80, '70%'], result: 83 },
  { id: 'RUBRIC_BLEND', args: [90, 0.3, null, 0.7], result: '#N/A' },
  { id: 'RUBRIC_MEAN', args: [{ range: 'B2:F2', cells: [[9.1, 8.4, 8.6, 7.2, 8.8]] }, true], result: 8.6 },
  { id: 'RUBRIC_DEDUCT', args: [10, 3, 0.5], result: 8.5 },
  { id: 'RUBRIC_DEDUCT', args: [0.5, 3, 0.2], result: 0 },
  {
    id: 'RUBRIC_BANDS',
    args: ['90-100分为优秀，60-89分为合格'],
    result: [
      ['优秀', 90, 100, '', '[90,100]'],
      ['合格', 60, 89, '', '[60,89]'],
    ],
  },
  { id: 'RUBRIC_LINT', args: ['90分以上为优秀，不足90分为合格'], result: 'OK' },
  { id: 'RUBRIC_CANONICAL', args: ['90分以上为优秀，低于90分为合格'], result: '90分以上为优秀；不足90分为合格' },
];
