import { readCriteria, scoreEntry } from '../../src/rubric';
import { normalise } from '../../src/rubric/normalise';
import { openBrackets } from '../../src/rubric/openBrackets';

describe('rules in brackets', () => {
  test.each([
    ['年终总评（90-100为优秀；75-89为良好；60-74为合格；60分以下为不合格）', '92', { tier: '优秀' }],
    ['台账齐全（10分，每缺一份扣2分，扣完为止）', '缺2份', { points: '6' }],
    ['巡检到位（10分，漏检一处扣3分，扣完为止）', '漏检1处', { points: '7' }],
    ['综合表现（优得5分、良得3分、差得1分）', '良', { points: '3' }],
  ])('%s: %s', (text, entry, wanted) => {
    const { tier, points, certainty } = scoreEntry(readCriteria(text), { kind: 'text', text: entry });
    expect({ certainty, ...('tier' in wanted ? { tier } : { points: points?.toString() }) }).toEqual({ certainty: 'certain', ...wanted });
  });

  test.each([
    '完成率95%（含）以上得10分',
    '迟到一次扣1分（例如8:31到岗，扣1分，以此类推）',
    '每次扣2分（最高扣10分，扣完为止）',
    '安全检查（10分）',
  ])('those of %s stay', (text) => {
    const written = normalise(text);
    expect(openBrackets(written)).toBe(written);
  });
});
