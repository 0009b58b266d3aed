import { composeTemplate } from '../../compose';
import { template as rules } from '../hospital-service-deductions/zh-TW';

/** The same items, points and rules as in the monthly form, scored month by month. */
const sections = rules.sections.map(({ name, indicators }) => ({
  name,
  indicators: indicators.map((indicator) => ({ ...indicator, entry: { kind: 'score' as const } })),
}));

export const template = composeTemplate({
  id: 'hospital-guide-months',
  language: 'zh-TW',
  title: '績效考核標準評分一覽表（導診人員）',
  sheetName: '導診人員績效評分一覽表',
  purpose: '醫院導診人員全年考核一覽：儀容儀態、服務、工作紀律等七項，滿分10分，逐月評分，全年取平均。',
  layout: 'matrix',
  periods: 'months',
  fields: [
    { label: '姓名', kind: 'text' },
    { label: '職務', kind: 'text' },
    { label: '考核年度', kind: 'text' },
  ],
  sections,
  gradeScale: [
    { tier: '優秀', from: '9' },
    { tier: '良好', from: '8' },
    { tier: '合格', from: '6' },
    { tier: '不合格', from: '0' },
  ],
  notes: ['每月從各項分值起扣，填扣分後的得分；沒有扣分的填滿分，尚未考核的月份留空。'],
  corrections: [
    '儀容儀態在一覽表中為2分、在細則中為1.5分，已統一為1.5分，與細則一致',
    '勤儉節約為附加內容約0.5分而沒有標準，已補上並計入總分，七項合計10分',
    '「每次」只見於工作心態一項，現各項均寫明按次扣分、扣完為止',
    '表頭的月份被分頁打散，已依1月至12月復原',
    '「0。5分」等誤用句號的數字已改正',
    '原表沒有年度、平均得分和等級，已補上',
  ],
  interview: ['全年主要成績', '主要扣分原因與改善措施'],
  signatures: ['受考核人', '考核人', '部門主管'],
});
