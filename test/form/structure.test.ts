/** What belongs to a form: sections, units of rows, entries and computed cells, totals, fields, notes. */
import { findForms } from '../../src/form';
import { cellAddress } from '../../src/form/address';
import type { Form } from '../../src/form/types';
import { formula, gridOf, pct, type Written } from './grid';
import { outline } from './outline';

function only(rows: readonly (readonly Written[])[], merges: readonly string[] = []): Form {
  const forms = findForms(gridOf(rows, { merges }));
  expect(forms).toHaveLength(1);
  return forms[0]!;
}

const totalsOf = (form: Form): string[] => form.totals.map((total) => `${cellAddress(total.row, total.column)} ${total.role}`);
const weightsOf = (form: Form): (string | null)[] => form.indicators.map((indicator) => indicator.weight?.toString() ?? null);

test('dimension weights in merged cells belong to sections, not to indicators', () => {
  const form = only(
    [
      ['服务质量考核表'],
      ['考核维度', '指标名称', '权重', '评分标准', '实际完成', '等级', '员工评分', '上级评分'],
      ['满意度', '满意度评分', pct(0.6), '90-100分为优秀,低于60分为不合格', 92, null, 95, 92],
      [null, '投诉率', null, '低于5%为优秀', 0.03, '优秀', 90, 90],
      ['能力', '业务考试', pct(0.4), '90分以上为优秀', 88, null, 85, 86],
      [null, '学习', null, '至少2项为优秀', 1, null, 80, 76],
    ],
    ['A3:A4', 'C3:C4', 'A5:A6', 'C5:C6'],
  );
  expect(
    form.sections.map((section) => [section.name, section.weight?.toString(), cellAddress(section.cell!.row, section.cell!.column)]),
  ).toEqual([
    ['满意度', '0.6', 'C3'],
    ['能力', '0.4', 'C5'],
  ]);
  expect(weightsOf(form)).toEqual([null, null, null, null]);
  expect(form.indicators.map((indicator) => indicator.section)).toEqual([0, 0, 1, 1]);
  expect(form.indicators[0]?.entries.map((entry) => `${cellAddress(entry.row, entry.column)} ${entry.rater} ${entry.role}`)).toEqual([
    'E3 single actual',
    'G3 self score',
    'H3 supervisor score',
  ]);
  expect(totalsOf(form)).toEqual(['F3 grade', 'F4 grade', 'F5 grade', 'F6 grade']);
});

test('a rating block below sums sections per rater, even one that does not exist', () => {
  const form = only([
    ['考核维度', '指标名称', '权重', '评分标准', '员工评分', '上级评分'],
    ['满意度', '评分', pct(0.6), '90分以上为优秀', 95, 92],
    ['能力', '考试', pct(0.4), '90分以上为优秀', 85, 86],
    ['说明:各维度权重已设定,请严格按照权重计算最终绩效得分,不得修改,最终结果由人力资源部存档。'],
    ['评分(分)', '维度一', '维度二', '维度三', '合计'],
    ['员工评分'],
    ['上级评分'],
    ['最终得分', '=(员工评分合计*30%)+(上级评分合计*70%)='],
    ['奖金系数'],
  ]);
  expect(form.indicators).toHaveLength(2);
  expect(totalsOf(form)).toEqual([
    'B6 section',
    'C6 section',
    'D6 section',
    'E6 rater-total',
    'B7 section',
    'C7 section',
    'D7 section',
    'E7 rater-total',
    'E8 final',
    'E9 bonus',
  ]);
  expect(form.totals.map((total) => total.section)).toEqual([0, 1, null, null, 0, 1, null, null, null, null]);
  expect(form.totals.find((total) => total.role === 'final')?.printedFormula?.text).toContain('70%');
});

test('two tables scored by the same people are one form, its parts sections with the shares that a note gives', () => {
  const form = only(
    [
      ['月度考核评分表'],
      ['业绩考核'],
      ['序号', '考核项目', '权重', '评分等级', '得分'],
      [null, null, null, null, '自评', '上级', '结果'],
      [1, '客户掌控率', pct(0.6), '90%以上得20分,85%以上10分', 20, 10, 10],
      [2, '回访', pct(0.4), '完成90%得5分', 5, 5, 10],
      ['加权合计'],
      ['行为考核'],
      ['序号', '考核指标', '权重', '考核评分', '得分'],
      [null, null, null, null, '自评', '上级', '结果'],
      [1, '服务细致', pct(1), '1级4分,2级8分', 8, 4, 4],
      ['加权合计'],
      ['总分', null, null, '总分=业绩考核得分*80%+行为考核得分*20%'],
    ],
    ['E3:G3', 'E9:G9', 'A2:G2', 'A8:G8', 'A7:D7', 'A12:D12'],
  );
  expect(form.headerRow).toBe(4);
  expect(form.sections.map((section) => [section.name, section.weight?.toString()])).toEqual([
    ['业绩考核', '0.8'],
    ['行为考核', '0.2'],
  ]);
  expect(totalsOf(form)).toEqual([
    'E7 weighted',
    'F7 weighted',
    'G7 weighted',
    'E12 weighted',
    'F12 weighted',
    'G12 weighted',
    'G13 final',
  ]);
});

test('a group scored once is one indicator with its points below it', () => {
  const form = only(
    [
      ['考核项目', '评分指标', '评分说明', '分值', '自评分', '主管评分'],
      ['一、专业知识(60分)', '1. 熟悉产品', '了解特点', '60分', 50, 48],
      [null, '2. 沟通能力', '解释清晰'],
      ['二、改进意见(40分)', '—', '持续改进', '40分', 30, '31分'],
      ['合计', null, null, '100分', 80],
    ],
    ['A2:A3', 'D2:D3', 'E2:E3', 'F2:F3', 'A5:C5'],
  );
  expect(form.indicators.map((indicator) => [indicator.name, indicator.rows, indicator.fullMarks?.toString()])).toEqual([
    ['专业知识', [2, 3], '60'],
    ['改进意见', [4, 4], '40'],
  ]);
  expect(form.indicators[0]?.subIndicators.map((sub) => sub.name)).toEqual(['熟悉产品', '沟通能力']);
  expect(totalsOf(form)).toEqual(['D5 full-marks', 'E5 rater-total', 'F5 rater-total']);
});

test('weights of groups stand in a second column under the same header', () => {
  const form = only(
    [
      ['表一:部门职责考核表'],
      ['职责', '考核指标', '权重%', null, '自评分', '审核评分'],
      ['1. 售后服务', '1. 咨询', '10%', '60%', 60, 58],
      [null, '2. 安装', '50%'],
      ['2. 培训', '满足培训需求', '40%', '40%', 40, 38],
      ['得分', null, null, '100%', 100],
      ['重关指标', '重大事故为零', null, null, 100, 98],
      ['重关指标值', null, null, null, formula('=E7/100', 1)],
      ['注:重关指标值=重关指标得分/100。'],
    ],
    ['C2:D2', 'A3:A4', 'D3:D4', 'E3:E4', 'F3:F4'],
  );
  expect(form.columns.dimensionWeight).toBe(4);
  expect(weightsOf(form)).toEqual(['0.6', '0.4', null]);
  expect(form.indicators[0]?.subIndicators.map((sub) => sub.weight?.toString())).toEqual(['0.1', '0.5']);
  expect(outline(form).names).toBe('售后服务 | 培训 | 重关指标');
  expect(totalsOf(form)).toEqual(['D6 full-marks', 'E6 rater-total', 'F6 rater-total', 'E8 weighted', 'F8 weighted']);
});

test('a score column merged over its sections holds what is computed from the other one', () => {
  const form = only(
    [
      ['表三:客户评价表'],
      ['评价指标', '二级指标', '分数①', '权重%', '分数②', '备注'],
      ['沟通', '寻求信息', 8, 60],
      [null, '提供信息', 7],
      ['态度', '责任意识', 8, 40],
      [null, '热情', 9],
      ['得分', null, null, 100],
      ['注:分数②=分数①的平均×权重,得分=∑分数②'],
    ],
    ['A3:A4', 'D3:D4', 'E3:E4', 'A5:A6', 'D5:D6', 'E5:E6', 'A7:C7'],
  );
  expect(form.columns).toMatchObject({ dimension: 1, indicator: 2, score: 3, weight: 4, weighted: 5 });
  expect(form.sections.map((section) => section.weight?.toString())).toEqual(['0.6', '0.4']);
  expect(totalsOf(form)).toEqual(['E3 section', 'E5 section', 'D7 full-marks', 'E7 final']);
});

test('one name over two scored rows is two indicators of a section', () => {
  const form = only(
    [
      ['客服部绩效考核表'],
      ['序号', '考核指标', '权重', '指标说明', '实际完成情况', '得分'],
      [1, '响应速度', pct(0.2), 'A、30秒内得10分;B、超过30秒得5分', 0.42, 5],
      [null, null, null, 'A、1分钟内得10分;B、超过得0分', '45秒', 10],
      [2, '熟悉程度', pct(0.8), 'A、非常熟悉得25-30分', null, 24],
    ],
    ['A3:A4', 'B3:B4', 'C3:C4'],
  );
  expect(form.indicators.map((indicator) => [indicator.rows[0], indicator.section, indicator.weight?.toString() ?? null])).toEqual([
    [3, 0, null],
    [4, 0, null],
    [5, null, '0.8'],
  ]);
  expect(form.sections.map((section) => [section.name, section.weight?.toString()])).toEqual([['响应速度', '0.2']]);
});

test('scores beside deductions or counts are computed, except where no rule is', () => {
  const form = only([
    ['考核指标'],
    ['序号', '分值', '考核项目', '得分情况说明', '不到位次数', '得分'],
    [1, 1, '方案下发', '每有一次不到位,扣0.5分', 1, 0.5],
    [2, 0.5, '夜班配合', null, null, 0.5],
    ['合计', 1.5, null, null, null, null],
  ]);
  expect(outline(form).entries).toBe('E3 | E4 F4');
  expect(totalsOf(form)).toContain('F3 weighted');
  expect(totalsOf(form)).not.toContain('F4 weighted');
  expect(totalsOf(form)).toContain('F5 final');
});

test('months are entries with their names, and each has its total', () => {
  const form = only(
    [
      ['评分一览表'],
      ['考核内容', '考评标准', '得分'],
      [null, null, '7月', '8月'],
      ['仪容仪表\n2分', '工装不整齐者扣0.5分', 2, 1.5],
      ['服务\n8分', '不礼貌扣1分', 7, 8],
      ['合计', '满分10分', formula('=SUM(C4:C5)', 9)],
    ],
    ['A2:A3', 'B2:B3', 'C2:D2'],
  );
  expect(form.columns).toMatchObject({ month1: 3, month2: 4 });
  expect(
    form.indicators.map((indicator) => [indicator.name, indicator.fullMarks?.toString(), indicator.entries.map((entry) => entry.period)]),
  ).toEqual([
    ['仪容仪表', '2', ['7月', '8月']],
    ['服务', '8', ['7月', '8月']],
  ]);
  expect(form.totals.map((total) => [cellAddress(total.row, total.column), total.role, total.period])).toEqual([
    ['C6', 'rater-total', '7月'],
    ['D6', 'rater-total', '8月'],
  ]);
});

test('a score asked for after the total is an indicator of its own, and a printed formula labels the last total', () => {
  const form = only(
    [
      ['客服绩效考核表(月度)'],
      ['姓名:薛燕        科室:客服部        考核月份:2025年9月'],
      ['序号', '考核项目', '权重', '考核内容', '考核标准', '班组长评分'],
      [1, '工作态度', '60%', '服务意识', '不汇报每次扣2分', 50],
      [2, '业务技能', '40%', '基本技能', '差错每次扣1分', 18],
      [null, null, null, '院内技能', '未做到每次扣2分', 17],
      ['标准设计分为100分      得分:', null, null, null, null, formula('=SUM(F4:F6)', 85)],
      ['部门负责人评分', null, null, null, '说明:按百分制评分', 88],
      ['最终得分=班组长*70%+部门负责人*30%'],
      ['班组长签字:          日期:'],
    ],
    ['B5:B6', 'C5:C6', 'A7:E7', 'A8:D8', 'A9:E9'],
  );
  expect(outline(form).names).toBe('服务意识 | 基本技能 | 院内技能 | 部门负责人评分');
  expect(weightsOf(form)).toEqual(['0.6', null, null, null]);
  expect(totalsOf(form)).toEqual(['F7 rater-total', 'F9 final']);
  expect(form.fields.map((field) => [field.label, field.value])).toEqual([
    ['姓名', '薛燕'],
    ['科室', '客服部'],
    ['考核月份', '2025年9月'],
  ]);
});

test('tables of different layouts are two forms; a bonus row is one', () => {
  const forms = findForms(
    gridOf(
      [
        ['客服专员绩效考核指标'],
        ['一、定量指标'],
        ['指标名称', '权重', '指标含义/计算公式', '评分方法', null, '得分'],
        ['计划完成率', pct(0.7), '完成率=实际/计划×100%', '完成率×100为本项得分', null, 96],
        ['专项奖励', '加分项', 'Y=专项奖励得分', '由委员会实施', null, 2],
        ['二、定性指标'],
        ['指标名称', '权重', '数据来源', '评分方法', null, '得分'],
        [null, null, null, '优秀\n(90~100分)', '良好\n(80~89分)'],
        ['信息管理', pct(0.3), '主管评分', null, 86],
      ],
      { merges: ['A1:F1', 'A2:F2', 'A6:F6', 'D3:E3', 'D4:E4', 'D5:E5', 'D7:E7', 'A7:A8', 'B7:B8', 'C7:C8', 'F7:F8'] },
    ),
  );
  expect(forms.map((form) => [form.layout, form.headerRow])).toEqual([
    ['rows', 3],
    ['levels-as-columns', 8],
  ]);
  expect(outline(forms[0]!).kinds).toBe('normal bonus');
  expect(forms[0]?.columns).toMatchObject({ criteria: 3, method: 4 });
  expect(forms[1]?.levels.map((level) => level.label)).toEqual(['优秀', '良好']);
  expect(forms[1]?.indicators[0]?.entries.map((entry) => [cellAddress(entry.row, entry.column), entry.role, entry.level])).toEqual([
    ['D9', 'score', 0],
    ['E9', 'score', 1],
  ]);
  expect(totalsOf(forms[1]!)).toEqual(['F9 weighted']);
});

test('a rate is computed from its two numbers, and typed where a dash says that it has none', () => {
  const form = only([
    ['客服部关键绩效考核指标'],
    ['序号', 'KPI指标', '指标定义/公式', '权重', '分子', '分母', '实际值', '得分'],
    [1, '及时率', '及时次数/总次数×100%', pct(0.5), 58, 60, formula('=E3/F3', 0.9667), 95],
    [2, '流失数', '流失数量', pct(0.5), '—', '—', 1, 85],
    ['合计', null, null, pct(1)],
  ]);
  expect(form.indicators.map((indicator) => indicator.entries.map((entry) => entry.role))).toEqual([
    ['numerator', 'denominator', 'score'],
    ['numerator', 'denominator', 'actual', 'score'],
  ]);
  expect(totalsOf(form)).toEqual(['G3 weighted', 'D5 full-marks', 'H5 final']);
});

test('ticks under levels give the grade, and each level is counted below', () => {
  const form = only(
    [
      ['管理人员考核'],
      ['指标类别', '指标项', '计量单位', '指标值', '评定等级', null, null, '指标等级', '备注'],
      [null, null, null, null, '优秀', '良好', '合格'],
      ['定量', '1、响应时间', '小时', '≤24小时', null, '√'],
      [null, '2、完成率', '%', '100%', '√'],
      ['定性', '1、服务支持', null, null, null, null, null],
      ['合计(项)'],
    ],
    ['E2:G2', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'H2:H3', 'I2:I3', 'A4:A5', 'A7:D7'],
  );
  expect(outline(form).levels).toBe('E F G');
  expect(form.indicators.every((indicator) => indicator.entries.every((entry) => entry.role === 'tick'))).toBe(true);
  expect(totalsOf(form)).toEqual(['H4 grade', 'H5 grade', 'H6 grade', 'E7 section', 'F7 section', 'G7 section']);
});

test('stars are importance, no weight', () => {
  const form = only([
    ['部门绩效考核指标'],
    ['级别', '指标名', '重要性', '具体内容或说明', '评分'],
    ['一级', '收入完成率', '★★★★★', '达标情况', 92],
    [null, '手术台次', '★★★★', '完成数量', 88],
    ['二级', '满意度', '3星', '满意度', 86],
    ['总分=∑(重要性星数×评分)÷∑重要性星数'],
  ]);
  expect(form.indicators.map((indicator) => [indicator.weight, indicator.importance?.toString()])).toEqual([
    [null, '5'],
    [null, '4'],
    [null, '3'],
  ]);
});

test('a repeated header begins a new section of the same form', () => {
  const form = only([
    ['研究中心客户服务岗考核指标'],
    ['关键指标项', '考核权重', '考核关键点/标准', '得分'],
    ['咨询', '60%', '是否细致', 90],
    ['满意度调查', '%', '发放率不低于90%', 92],
    ['其他指标项', '考核权重', '考核关键点/标准', '得分'],
    ['资料上报', '40%', '是否及时', 80],
    ['合计', '100%'],
  ]);
  expect(form.headerRow).toBe(2);
  expect(outline(form).names).toBe('咨询 | 满意度调查 | 资料上报');
  expect(weightsOf(form)).toEqual(['0.6', null, '0.4']);
  expect(form.totals.find((total) => total.role === 'final')?.indicators).toEqual([0, 1, 2]);
});

test('components as columns and raters as rows take their shares from the note', () => {
  const form = only(
    [
      ['部门绩效考核表'],
      ['部门:用户服务', null, '考核期:2001年11月', null, '考核结果:'],
      [],
      [null, '部门职责', '部门计划', '客户评价\n(满意度调查)', '重关指标', '总分'],
      ['自评分', 100, 96, null, 100],
      ['审核分', 98, 94.5, 87, 100],
      ['注:总分=(部门职责30%+部门计划30%+客户评价(满意度调查)20%)×重关指标值'],
    ],
    ['A2:B2', 'C2:D2', 'E2:F2', 'A7:F7'],
  );
  expect(form.layout).toBe('transposed');
  expect(form.columns).toEqual({ rater: 1, result: 6 });
  expect(weightsOf(form)).toEqual(['0.3', '0.3', '0.2', null]);
  expect(form.indicators[0]?.entries.map((entry) => [cellAddress(entry.row, entry.column), entry.rater])).toEqual([
    ['B5', 'self'],
    ['B6', 'reviewer'],
  ]);
  expect(totalsOf(form)).toEqual(['F5 final', 'F6 final']);
  expect(form.fields.map((field) => cellAddress(field.cell.row, field.cell.column))).toEqual(['A2', 'C2', 'E2']);
});

test('totals above the indicators, and a total inside its own label', () => {
  const above = only([
    [null, 'Rubric', 'Max Score', 'Earned Score'],
    ['Total Points', null, 20, formula('=(D3/100)*C2', 0)],
    ['Total Percentage', null, formula('=SUM(C4:C6)', 100), formula('=SUM(D4:D6)', 0)],
    ['Data', 'Describe the data set that you selected and why it was collected', 40],
    ['Quality', 'Explain missing values, duplicates and outliers in the data', 30],
    ['Report', 'Present the results in a clear and complete report', 30],
  ]);
  expect(outline(above)).toMatchObject({ indicator: 'A', names: 'Data | Quality | Report', totals: 'C2 D2 C3 D3' });
  const bracket = only([
    ['标准面试评分表'],
    ['面试要素', '整体形象', '表达能力', '技术能力'],
    ['满分', 20, 30, 50],
    ['要素得分'],
    ['累计得分(            )'],
  ]);
  expect(totalsOf(bracket)).toEqual(['A5 final']);
});

test('points in the text of a checklist, and names that only look like points', () => {
  const checklist = only([
    ['Rubric', 'Completed?'],
    ['Is the app usable and does it say how?    5', 'Yes'],
    ['Does it use at least two collections?    15', 'Yes'],
    ['Is the page deployed on a public server?    10', null],
  ]);
  expect(checklist.layout).toBe('checklist');
  expect(checklist.indicators.map((indicator) => indicator.fullMarks?.toString())).toEqual(['5', '15', '10']);
  const team = only([
    ['总分值', '考核点', '评分标准', '甲队', '乙队'],
    ['--', '获取源码', '未正确编译运行,直接0分。'],
    ['40分', 'UI(字体、样式)', '字体不一致,扣5分'],
    ['60分', '测试用例', '通过数量/总数×60分'],
    ['合计', null, null, formula('=SUM(D2:D4)', 0), formula('=SUM(E2:E4)', 0)],
  ]);
  expect(team.indicators.map((indicator) => [indicator.kind, indicator.fullMarks?.toString() ?? null])).toEqual([
    ['veto', null],
    ['normal', '40'],
    ['normal', '60'],
  ]);
  expect(team.scores.map((score) => score.rater)).toEqual(['甲队', '乙队']);
});
