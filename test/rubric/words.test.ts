import { resultsOf, type Row } from './gives';

/** Letters, tier words and their points or ranges. */
const labels: readonly Row[] = [
  ['优秀10分，良好8分，合格6分，不合格0分', { 优秀: '优秀 10', 良好: '良好 8', 不合格: '不合格 0' }],
  ['优10分、良8分、中6分、差0分', { 优: '优 10', 中: '中 6', 差: '差 0' }],
  ['优秀：10分；良好：8分；一般：5分；较差：0分', { 优秀: '优秀 10', 一般: '一般 5', 较差: '较差 0' }],
  ['优秀(10分)、良好(8分)、合格(6分)、不合格(0分)', { 优秀: '优秀 10', 合格: '合格 6' }],
  ['优秀得10分，良好得8分，合格得6分，不合格不得分', { 优秀: '优秀 10', 不合格: '不合格 0' }],
  ['评价为优秀的得10分，评价为良好的得8分，评价为一般的得5分', { 优秀: '优秀 10', 良好: '良好 8', 一般: '一般 5' }],
  ['A=10分，B=8分，C=6分，D=0分', { A: '10', B: '8', D: '0' }],
  ['A 10分 B 8分 C 6分 D 0分', { A: '10', C: '6' }],
  ['A级10分，B级8分，C级6分', { A级: '10', B: '8' }],
  ['A：完全达标，得10分；B：基本达标，得6分；C：未达标，得0分', { A: '10', B: '基本达标 6', 基本达标: '基本达标 6', 未达标: '0' }],
  ['A、非常熟悉业务，得25-30分；B、比较熟悉业务，得16-24分；C、不熟悉业务，得0-15分', { A: 'A 25~30', B: 'B 16~24', C: 'C 0~15' }],
  ['非常满意5分，满意4分，一般3分，不满意2分，非常不满意1分', { 非常满意: '非常满意 5', 满意: '满意 4', 不满意: '不满意 2' }],
  ['很满意得10分，满意得8分，不满意得0分', { 很满意: '很满意 10', 满意: '满意 8', 不满意: '不满意 0' }],
  ['Excellent = 5, Good = 4, Fair = 3, Poor = 1', { Excellent: 'Excellent 5', Poor: 'Poor 1' }],
  ['Excellent (5 points), Good (4 points), Fair (3 points), Poor (1 point)', { Good: 'Good 4', Fair: 'Fair 3' }],
  ['A - 10 points; B - 8 points; C - 5 points', { A: '10', C: '5' }],
  ['Always 5; Usually 4; Sometimes 3; Rarely 2; Never 1', { Always: '5', Sometimes: '3', Never: '1' }],
  ['Yes - 5 points; No - 0 points', { Yes: '5', No: '0', YES: '5' }],
  [
    '5 = Outstanding, 4 = Exceeds Expectations, 3 = Meets Expectations, 2 = Needs Improvement, 1 = Unsatisfactory',
    { '5': 'Outstanding 5', '3': 'Meets Expectations 3', '1': 'Unsatisfactory 1' },
  ],
];

/** Numbered levels. */
const levels: readonly Row[] = [
  ['1级4分，2级8分，3级12分', { '2级': '2级 8', '3': '3级 12', '1级': '1级 4' }],
  ['一级：5分；二级：3分；三级：1分', { 一级: '一级 5', 二级: '二级 3' }],
  ['1级：能完成本职工作；2级：能独立解决问题；3级：能指导他人', { '1级': '1级', 能指导他人: '3级', '2': '2级' }],
  ['1分：不了解；2分：基本了解；3分：熟练掌握；4分：精通', { 不了解: '1', 精通: '4', 熟练掌握: '3' }],
  ['5分：主动承担；3分：按要求完成；1分：推诿', { 主动承担: '5', 推诿: '1' }],
  [
    'Level 1: needs supervision; Level 2: works independently; Level 3: coaches others',
    { 'Level 2': 'Level 2', 'coaches others': 'Level 3' },
  ],
  ['1 2 3 4 5', { '1': '1', '5': '5' }],
];

/** Qualitative and binary. */
const qualitative: readonly Row[] = [
  ['有得5分，无得0分', { 有: '5', 无: '0' }],
  ['是得10分，否得0分', { 是: '10', 否: '0' }],
  ['按时完成得10分，未按时完成得0分', { 按时完成: '10', 未按时完成: '0' }],
  ['及时提交10分，延迟提交5分，未提交0分', { 及时提交: '10', 延迟提交: '5', 未提交: '0' }],
  ['达标得满分，不达标不得分', { 达标: '达标 20', 不达标: '不达标 0' }, { fullMarks: '20' }],
  ['全部完成得满分，部分完成得一半分，未完成不得分', { 全部完成: '20', 部分完成: '10', 未完成: '0' }, { fullMarks: '20' }],
  [
    '完整准确为优秀，基本完整为良好，有遗漏为合格，严重缺失为不合格',
    { 完整准确: '优秀', 基本完整: '良好', 有遗漏: '合格', 严重缺失: '不合格' },
  ],
  ['是否主动承担工作，主动承担为优秀，安排后能承担为良好，推诿为不合格', { 主动承担: '优秀', 推诿: '不合格', 安排后能承担: '良好' }],
  ['有合理化建议被采纳得5分，没有得0分', { 有合理化建议被采纳: '5', 没有: '0' }],
  [
    'Submitted on time - 5 points; submitted late - 2 points; not submitted - 0 points',
    { 'submitted on time': '5', 'submitted late': '2', 'not submitted': '0' },
  ],
];

describe.each([
  ['labels', labels],
  ['levels', levels],
  ['descriptions', qualitative],
])('words → %s', (_name, rows) => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (_text, row) => {
    expect(resultsOf(row)).toEqual(row[1]);
  });
});
