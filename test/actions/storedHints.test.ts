/** What the rubric that travels with a sheet adds to what its cells show: events that set the score to 0. */
import { formsOn, policyWithRubric } from '../../src/actions/storedHints';
import { assess, defaultReviewPolicy } from '../../src/review';
import { composeTemplate, indicator } from '../../src/template/compose';
import { newStoredRubric } from '../../src/template/storedRubric';
import { findingsOf, totalsOf } from '../review/fixtures';
import { grid, type Written } from '../review/sheet';

const template = composeTemplate({
  id: 'guard',
  language: 'zh-CN',
  title: '保安考核表',
  sheetName: '保安考核',
  purpose: '每月由队长评分',
  layout: 'points',
  sections: [{ name: '日常', indicators: [indicator('巡逻', '60', null), indicator('门岗', '40', null)] }],
  vetoes: [{ name: '重大事故', criteria: '发生重大安全事故' }],
});

/** The sheet of this rubric with what was answered and what its total shows. */
function judged(answer: Written, shown: number) {
  const sheet = grid(
    [
      ['保安考核表'],
      ['考核项目', '分值', '得分', '备注'],
      ['巡逻', 60, 55, null],
      ['门岗', 40, 38, null],
      ['最终得分', 100, { formula: '=IF(COUNTIF(D9:D9,"是")>0,0,SUM(C3:C4))', value: shown }, null],
      [null],
      ['注：按月评分。'],
      ['一票否决'],
      ['重大事故：发生重大安全事故', null, null, answer],
    ],
    ['A9:C9'],
  );
  const rubric = newStoredRubric(template, '2026-01-01');
  const [form] = formsOn(sheet, {}, rubric);
  return assess(form!, [sheet], policyWithRubric(defaultReviewPolicy, rubric));
}

test.each<[string, Written, number, string]>([
  ['an event that happened makes the score 0', '是', 0, '0.00'],
  ['one that did not changes nothing', '否', 93, '93.00'],
  ['nor does one that nobody answered', null, 93, '93.00'],
])('%s', (_, answer, shown, total) => {
  const assessment = judged(answer, shown);
  expect(totalsOf(assessment).C5).toBe(total);
  expect(findingsOf(assessment)).toEqual([]);
});

test('a score that stands although the event happened is stale', () => {
  expect(findingsOf(judged('是', 93))).toEqual(['total-stale.formula@C5']);
});

test('a sheet whose event was taken out is judged without it', () => {
  const sheet = grid([['保安考核表'], ['考核项目', '分值', '得分'], ['巡逻', 60, 55], ['门岗', 40, 38], ['总分', 100, null]]);
  const [form] = formsOn(sheet, {}, newStoredRubric(template, '2026-01-01'));
  expect(form?.indicators.map(({ kind }) => kind)).toEqual(['normal', 'normal']);
});
