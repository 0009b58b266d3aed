import { normalise } from '../../src/rubric/normalise';
import { readCriteria } from '../../src/rubric';

describe('line breaks in the middle of a sentence', () => {
  test.each([
    ['查台账。不符合\n要求1处扣0.5分', '查台账。不符合要求1处扣0.5分'],
    ['优秀\n(90~100分)', '优秀(90~100分)'],
    ['每降低\n1个百分点扣\n2分', '每降低1个百分点扣2分'],
    [
      '设备巡检记录不全，\n每缺1次扣2分，记录内容\n与现场不符1处扣1分，未\n经审批停机本项不得分',
      '设备巡检记录不全，每缺1次扣2分，记录内容与现场不符1处扣1分，未经审批停机本项不得分',
    ],
  ])('%j is one sentence', (text, whole) => {
    expect(normalise(text).text).toBe(whole);
  });

  test.each([
    '90分以上为优秀\n80分以上为良好\n70分以上为合格',
    '1.未佩戴工牌扣1分\n2.未着工装扣1分\n3.迟到扣1分',
    '迟到一次扣1分；\n早退一次扣1分；\n旷工一次扣5分',
    '按时提交\n得5分以上者公示：',
    '- late report: -2\n- no report: -5',
  ])('%j keeps its lines', (text) => {
    expect(normalise(text).text.split('\n')).toHaveLength(text.split('\n').length);
  });

  test('places still point into the text as it was written', () => {
    const text = '不符合\n要求1处扣2分';
    const [rule] = readCriteria(text).rules;
    expect(text.slice(rule?.span.start, rule?.span.end)).toContain('2分');
  });
});
