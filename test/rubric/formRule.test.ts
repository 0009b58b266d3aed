import { readCriteria } from '../../src/rubric';
import { codes } from './gives';

const what = (text: string): readonly string[] => readCriteria(text).rules.flatMap((rule) => (rule.kind === 'form' ? [rule.what] : []));

describe('rules of the form', () => {
  test.each([
    ['总分=业绩考核得分*80%+行为考核得分*20%', 'total'],
    ['=(自评得分*30%)+(上级评分*70%)=', 'total'],
    ['得分=∑(评分×权重)', 'total'],
    ['优秀比例不超过20%', 'quota'],
    ['季度排名前三名分别奖励500元、300元、200元', 'ranking'],
    ['计算结果采用四舍五入，保留两位小数', 'rounding'],
    ['得分85分以上者，绩效系数为1.2', 'coefficient'],
    ['绩效工资=基本工资×10%×(总分÷100)', 'pay'],
  ])('%s', (text, expected) => {
    expect(what(text)).toContain(expected);
    expect(readCriteria(text).certainty).toBe('unread');
  });

  test('weights that do not make up the whole, and a term without its weight, are named', () => {
    expect(codes('总分=业绩*70%+态度*20%')).toEqual(['weights-sum']);
    expect(codes('最终得分=班组长评分*70%+部门负责人评分')).toEqual(['lost-text']);
    expect(codes('总分=业绩*70%+态度*30%')).toEqual([]);
  });
});
