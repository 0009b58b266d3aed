import { composeTemplate } from '../../compose';
import { template as rules } from '../hospital-service-deductions/zh-CN';

/** The same items, points and rules as in the monthly form, scored month by month. */
const sections = rules.sections.map(({ name, indicators }) => ({
  name,
  indicators: indicators.map((indicator) => ({ ...indicator, entry: { kind: 'score' as const } })),
}));

export const template = composeTemplate({
  id: 'hospital-guide-months',
  language: 'zh-CN',
  title: '绩效考核标准评分一览表（导医）',
  sheetName: '导医绩效评分一览表',
  purpose: '医院导医全年考核一览：仪容仪表、服务、劳动纪律等七项，满分10分，逐月评分，全年取平均。',
  layout: 'matrix',
  periods: 'months',
  fields: [
    { label: '姓名', kind: 'text' },
    { label: '岗位', kind: 'text' },
    { label: '考核年度', kind: 'text' },
  ],
  sections,
  gradeScale: [
    { tier: '优秀', from: '9' },
    { tier: '良好', from: '8' },
    { tier: '合格', from: '6' },
    { tier: '不合格', from: '0' },
  ],
  notes: ['每月从各项分值起扣，填扣分后的得分；没有扣分的填满分，尚未考核的月份留空。'],
  corrections: [
    '仪容仪表仪态在一览表中为2分、在细则中为1.5分，已统一为1.5分，与细则一致',
    '勤俭节约为附加内容约0.5分而没有标准，已补上并计入总分，七项合计10分',
    '“每次”只见于工作心态一项，现各项均写明按次扣分、扣完为止',
    '表头的月份被分页打散，已按1月至12月复原',
    '“0。5分”等误用句号的数字已改正',
    '原表没有年度、平均得分和等级，已补上',
  ],
  interview: ['全年主要成绩', '主要扣分原因与改进措施'],
  signatures: ['被考核人', '考核人', '部门负责人'],
});
