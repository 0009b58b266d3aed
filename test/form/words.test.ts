/** Single words and texts: headers, raters, levels, totals, weights, notes. */
import { headerWords, monthOf, quarterOf, raterOfHeader } from '../../src/form/headerVocabulary';
import { levelName } from '../../src/form/levelWords';
import { isSignature, printedFormulas, sharesIn, startsNote } from '../../src/form/notes';
import { hasTraditional, plainText, withoutBrackets, withoutNumbering } from '../../src/form/plainText';
import { totalLabel } from '../../src/form/totalWords';
import { bareName, pointsInName, shareInName, trailingNumber } from '../../src/form/weights';

test.each([
  ['權 重（%）', '权重(%)'],
  ['Max\u00a0 Score', 'max score'],
  ['評分項目', '评分项目'],
  ['KPI 指标', 'kpi指标'],
])('%s is %s in plain text', (text, plain) => expect(plainText(text)).toBe(plain));

test('brackets and numbers in front of a name do not belong to it', () => {
  expect(withoutBrackets('权重(%)')).toBe('权重');
  expect(withoutBrackets('(20分)')).toBe('(20分)');
  expect(withoutNumbering('一、专业知识')).toBe('专业知识');
  expect(withoutNumbering('2. 解决问题能力')).toBe('解决问题能力');
  expect(withoutNumbering('100%满足用户需求')).toBe('100%满足用户需求');
  expect(hasTraditional('評分項目')).toBe(true);
  expect(hasTraditional('评分项目')).toBe(false);
});

test.each([
  ['序号', 'seq'],
  ['編號', 'seq'],
  ['S.No.', 'seq'],
  ['考核维度', 'dimension'],
  ['指标类别', 'dimension'],
  ['考核指标', 'indicator'],
  ['评分项目', 'indicator'],
  ['面试要素', 'indicator'],
  ['考核维度及项目类型', 'indicator'],
  ['Criteria', 'indicator'],
  ['Performance Indicators', 'indicator'],
  ['权重', 'weight'],
  ['考核权重', 'weight'],
  ['权重%', 'weight'],
  ['Weighting (%)', 'weight'],
  ['重要性', 'weight'],
  ['分值', 'fullMarks'],
  ['配分', 'fullMarks'],
  ['标准分', 'fullMarks'],
  ['Max Points', 'fullMarks'],
  ['Marks available', 'fullMarks'],
  ['Out of', 'fullMarks'],
  ['目标值', 'target'],
  ['基准目标', 'target'],
  ['评分标准', 'criteria'],
  ['考评标准', 'criteria'],
  ['指标定义/公式', 'criteria'],
  ['优秀(10分) 好(8-9分) 较差(4-5分)', 'criteria'],
  ['Scoring guide', 'criteria'],
  ['实际完成情况', 'actual'],
  ['Actual', 'actual'],
  ['等级', 'grade'],
  ['得分', 'score'],
  ['本栏得分', 'score'],
  ['Mark /100', 'score'],
  ['Points Earned', 'score'],
  ['Completed?', 'score'],
  ['自评', 'self'],
  ['员工评分', 'self'],
  ['Self Rating', 'self'],
  ['上级评分', 'supervisor'],
  ['班组长评分', 'supervisor'],
  ['Manager Score', 'supervisor'],
  ['审核评分', 'reviewer'],
  ['小组考核', 'reviewer'],
  ['评委1', 'score'],
  ['Judge 2', 'score'],
  ['综合得分', 'result'],
  ['Weighted Score', 'weighted'],
  ['扣分', 'deduction'],
  ['不到位次数', 'count'],
  ['分子', 'numerator'],
  ['计量单位', 'unit'],
  ['任务起止时间', 'period'],
  ['考核周期', 'cycle'],
  ['数据来源', 'source'],
  ['评分部门', 'rater'],
  ['审核部门', 'auditDept'],
  ['名次', 'rank'],
  ['奖励(元)', 'bonus'],
  ['根据实际事例说明理由', 'remark'],
  ['brief comments (section by section)', 'remark'],
  ['9月', 'month9'],
  ['Q3', 'quarter3'],
])('%s heads the column of %s', (text, role) => expect(headerWords(plainText(text))[0]?.role).toBe(role));

test.each(['客户服务部', 'ORD-101', '单价', 'Unit Price', '风险描述', '王晓燕'])('%s is no header word', (text) =>
  expect(headerWords(plainText(text))).toEqual([]),
);

test.each([
  ['上级领导考核', 'supervisor'],
  ['主管评分', 'supervisor'],
  ['审核分', 'reviewer'],
  ['小组考核', 'group'],
  ['评委甲', '评委甲'],
  ['审核部门', null],
  ['主管意见', null],
  ['上级签字', null],
  ['Manager comments', null],
])('%s is rated by %s', (text, rater) => expect(raterOfHeader(plainText(text))).toBe(rater));

test('months and quarters in either language', () => {
  expect([monthOf('3月'), monthOf('十二月'), monthOf('2025年3月'), monthOf('sept'), monthOf('march'), monthOf('13月')]).toEqual([
    3,
    12,
    3,
    9,
    3,
    null,
  ]);
  expect([quarterOf('一季度'), quarterOf('第2季度'), quarterOf('2025q4'), quarterOf('1st quarter'), quarterOf('5季度')]).toEqual([
    1,
    2,
    4,
    1,
    null,
  ]);
});

test.each([
  ['优秀', '优秀', null, 'strong'],
  ['良好(80~89分)', '良好', null, 'strong'],
  ['Exceeds Expectations(4)', 'exceeds expectations', '4', 'strong'],
  ['4 - Excellent', 'excellent', '4', 'strong'],
  ['Score 0', 'score 0', '0', 'strong'],
  ['25%', '25%', '0.25', 'weak'],
  ['3分', '3分', '3', 'weak'],
  ['A', 'a', null, 'weak'],
])('%s names the level %s', (text, label, points, kind) => {
  const level = levelName(plainText(text));
  expect([level?.label, level?.points?.toString() ?? null, level?.kind]).toEqual([label, points, kind]);
});

test.each(['指标名称', '服务态度', 'Comments', '2025年'])('%s names no level', (text) => expect(levelName(plainText(text))).toBeNull());

test.each([
  ['合计', 'rater-total'],
  ['加权合计', 'weighted'],
  ['定量小计', 'section'],
  ['SUB_TOTAL', 'section'],
  ['绩效考核总分', 'final'],
  ['最终得分:', 'final'],
  ['合计(项)', 'rater-total'],
  ['标准设计分为100分      得分:', 'rater-total'],
  ['Total Score:', 'final'],
  ['Average rating', 'final'],
  ['Grand Total:', 'final'],
  ['奖金系数', 'bonus'],
  ['考核等级', 'grade'],
])('%s labels a %s total', (text, role) => expect(totalLabel(plainText(text))?.role).toBe(role));

test.each([
  '工作质量',
  '合计=∑(得分×权重)',
  'Total Quality Management and other long names of things that are not totals at all',
  '得分情况说明',
])('%s labels no total', (text) => expect(totalLabel(plainText(text))).toBeNull());

test('points and shares in names, and the names without them', () => {
  expect(pointsInName('一、专业知识(30分)')?.toString()).toBe('30');
  expect(pointsInName('design (20 marks)')?.toString()).toBe('20');
  expect(pointsInName('仪容仪表仪态2分')?.toString()).toBe('2');
  expect(pointsInName('ui(字体、样式)')).toBeNull();
  expect(pointsInName('得分在80-90分')).toBeNull();
  expect(shareInName('客户管理6%')?.toString()).toBe('0.06');
  expect(shareInName('core features - 50% [minimum]')?.toString()).toBe('0.5');
  expect(shareInName('满意度≥80%')).toBeNull();
  expect(trailingNumber('Is it deployed?\u00a0\u00a0\u00a0 15')?.toString()).toBe('15');
  expect(trailingNumber('Uses version 15')).toBeNull();
  expect(bareName('客户管理\n6%')).toBe('客户管理');
  expect(bareName('Design (20 Marks):')).toBe('Design');
});

test('formulas printed as text, and the shares in them', () => {
  expect(printedFormulas('=(员工评分合计*30%)+(上级评分合计*70%)=')).toEqual([
    { left: null, right: '(员工评分合计*30%)+(上级评分合计*70%)' },
  ]);
  expect(printedFormulas('注:分数②=分数①的平均×权重,得分=∑分数②').map((formula) => formula.left)).toEqual(['分数2', '得分']);
  expect(printedFormulas('②回访完成率为:每月实际回访条数*实际人数')[0]?.left).toBe('回访完成率');
  expect(printedFormulas('完成率>=90%')).toEqual([]);
  expect(printedFormulas('姓名=张三')).toEqual([]);
  expect([...sharesIn('业绩考核得分*80%+行为考核得分*20%')].map(([name, share]) => [name, share.toString()])).toEqual([
    ['业绩考核', '0.8'],
    ['行为考核', '0.2'],
  ]);
});

test('signatures and notes', () => {
  expect(['被考核人签字:', '审核:            年   月   日', 'Signature:'].map(isSignature)).toEqual([true, true, true]);
  expect(['工作质量', '审核2025年9月报表'].map(isSignature)).toEqual([false, false]);
  expect(['注:总分=…', '●寻求信息', 'Note: score'].map(startsNote)).toEqual([true, true, true]);
  expect(['注重质量', 'Notebook use'].map(startsNote)).toEqual([false, false]);
});
