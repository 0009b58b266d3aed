import { namesIn, printedFormulas, sharesIn, type PrintedTerm } from '../../src/review/printedFormula';

/** A term as text, fully bracketed. */
function shown(term: PrintedTerm): string {
  switch (term.kind) {
    case 'number':
      return term.value.toString() + (term.percent ? '%' : '');
    case 'name':
      return term.name;
    case 'sigma':
      return `∑[${shown(term.of)}]`;
    case 'binary':
      return `(${shown(term.left)} ${term.operator} ${shown(term.right)})`;
  }
}
const read = (text: string): string[] => printedFormulas(text).map(({ result, term }) => `${result} := ${shown(term)}`);

describe('formulas printed as text', () => {
  test.each([
    ['=(员工评分合计*30%)+(上级评分合计*70%)=', [' := ((员工评分合计 * 30%) + (上级评分合计 * 70%))']],
    ['总分=业绩考核得分*80%+行为考核得分*20%', ['总分 := ((业绩考核得分 * 80%) + (行为考核得分 * 20%))']],
    ['得分=∑(评分×权重)', ['得分 := ∑[(评分 * 权重)]']],
    ['2.得分=∑(评分×权重);', ['得分 := ∑[(评分 * 权重)]']],
    ['3.重关指标值=重关指标得分/100。', ['重关指标值 := (重关指标得分 / 100)']],
    ['2、分数②=分数①的平均×权重,得分=∑分数②;', ['分数② := (分数①的平均 * 权重)', '得分 := ∑[分数②]']],
    [
      '注:总分=(部门职责30%+部门计划30%+客户评价(满意度调查)20%)×重关指标值',
      ['总分 := ((((部门职责 * 30%) + (部门计划 * 30%)) + (客户评价(满意度调查) * 20%)) * 重关指标值)'],
    ],
    ['最终得分=班组长*70%+部门负责人', ['最终得分 := ((班组长 * 70%) + 部门负责人)']],
    ['合计=∑(得分×权重)+加分项', ['合计 := (∑[(得分 * 权重)] + 加分项)']],
    ['总分=∑(重要性星数×评分)÷∑重要性星数', ['总分 := (∑[(重要性星数 * 评分)] / ∑[重要性星数])']],
    [
      '②回访完成率为:每月实际回访条数*(200条X实际在岗人数)X当月应出勤天数。',
      ['回访完成率 := ((每月实际回访条数 * (200 * 实际在岗人数)) * 当月应出勤天数)'],
    ],
    ['Final = Self * 30% + Manager * 70%', ['Final := ((Self * 30%) + (Manager * 70%))']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  test.each([['说明:得分越高,代表员工的绩效越好。'], ['客户满意度达到90%以上'], [''], ['A=B'], ['得分=((评分'], ['='.repeat(900)]])(
    'no formula: %s',
    (text) => expect(read(text)).toEqual([]),
  );

  test('names and shares', () => {
    const term = printedFormulas('最终得分=班组长*70%+部门负责人')[0]?.term as PrintedTerm;
    expect(namesIn(term)).toEqual(['班组长', '部门负责人']);
    expect(sharesIn(term)?.map(({ name, share }) => `${name} ${share?.toString() ?? '-'}`)).toEqual(['班组长 0.7', '部门负责人 -']);
  });
});
