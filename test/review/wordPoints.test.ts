/** Words that a form itself gives points for, totals that blend several raters, sums of weights beside rows that have none. */
import { entriesOf, findingsOf, judgeOne, totalAt, totalsOf } from './fixtures';
import { grid, type Written } from './sheet';

const review = (first: Written, second: Written, below: readonly (readonly Written[])[]) =>
  judgeOne(
    grid([
      ['Probation review'],
      ['Competency', 'Weight', 'Rating'],
      ['Punctuality', 40, first],
      ['Teamwork', 60, second],
      ['Total', 100, null],
      ...below,
    ]),
  );

const drawn: readonly (readonly Written[])[] = [[], ['Rating key'], ['Excellent', 10], ['Fair', 6], ['Rough', 2]];

test('a word counts with the points that a table on the sheet gives it', () => {
  const assessment = review('Fair', 'excellent', drawn);
  expect(entriesOf(assessment)).toEqual({ C3: 'Fair/6', C4: 'Excellent/10' });
  expect(totalsOf(assessment)).toEqual({ C5: '8.40' });
});

test('a word that is not on the scale is named and blocks the total', () => {
  const assessment = review('Superb', 'Fair', drawn);
  expect(entriesOf(assessment)).toEqual({ C3: '! unknown-level', C4: 'Fair/6' });
  expect(totalsOf(assessment)).toEqual({ C5: ['C3'] });
});

test('numbers may be typed beside words, up to the best of them', () => {
  expect(entriesOf(review(7, 11, drawn))).toEqual({ C3: '-/7', C4: '! out-of-range' });
});

test('the scale may be told in a note', () => {
  const assessment = review('Good', 'Poor', [['Note: Excellent = 5, Good = 4, Poor = 1']]);
  expect(entriesOf(assessment)).toEqual({ C3: 'Good/4', C4: 'Poor/1' });
  expect(totalsOf(assessment)).toEqual({ C5: '2.20' });
});

const blended = (note: string) =>
  judgeOne(
    grid(
      [
        ['巡检员月度考核表'],
        ['评分项目', '满分', '自评', '设备部评分'],
        ['点检', 60, 50, 40],
        ['记录', 40, 30, 35],
        ['小计', 100, null, null],
        ['总分', null, null, null],
        [note],
      ],
      ['C6:D6'],
    ),
  );

test('a department is a rater of its own, named as such in the formula', () => {
  expect(totalsOf(blended('註：總分=自評×40%+設備部評分×60%'))).toEqual({ C5: '80.00', D5: '75.00', C6: '77.00' });
});

test('without shares the total of several raters waits for them', () => {
  const assessment = blended('评分须实事求是');
  expect(totalsOf(assessment).C6).toEqual(['A6']);
  expect(findingsOf(assessment)).toEqual(['missing-share.raters@A6']);
});

test('a row with `加分项` for a weight is none of the sum of weights', () => {
  const assessment = judgeOne(
    grid([
      ['班组考核表'],
      ['考核项目', '权重', '评分标准', '得分'],
      ['质量', { percent: 0.6 }, '无返工得满分', 90],
      ['交期', { percent: 0.4 }, '按时得满分', 80],
      ['加分项：合理化建议', '加分项', '每条加2分，最高加5分', 2],
      ['合计', { formula: 'SUM(B3:B4)', value: 1 }, null, null],
    ]),
  );
  expect(totalAt(assessment, 'B6').reason).toBeNull();
  expect(totalAt(assessment, 'B6').status).toBe('right');
  expect(findingsOf(assessment)).toEqual([]);
});
