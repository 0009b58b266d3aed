import { composeTemplate, indicator, levelled, section } from '../../compose';

const levels = levelled([
  ['優秀', '100'],
  ['良好', '80'],
  ['合格', '60'],
  ['不合格', '30'],
]);

export const template = composeTemplate({
  id: 'monthly-six-indicators',
  language: 'zh-TW',
  title: '月度績效考核評分表',
  sheetName: '月度績效考核評分表',
  purpose: '各職務員工每月考核：工作品質、工作效率、工作態度、團隊合作、創新能力、學習能力六項指標，由主管一人評分。',
  layout: 'scored',
  fields: [
    { label: '姓名', kind: 'text' },
    { label: '部門', kind: 'text' },
    { label: '職務', kind: 'text' },
    { label: '考核月份', kind: 'text' },
    { label: '考核人', kind: 'text' },
    { label: '考核日期', kind: 'date' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [{ role: 'supervisor', label: '得分', share: '100' }],
  sections: [
    section(null, [
      indicator(
        '工作品質',
        '30',
        '優秀：全部任務準時完成，成果沒有錯誤，得100分；\n良好：任務準時完成，個別小錯誤當場改正，得80分；\n合格：成果有錯誤或缺失，重做後達到要求，得60分；\n不合格：成果達不到要求，得30分',
        { ...levels, target: '準時完成工作，品質達到標準' },
      ),
      indicator(
        '工作效率',
        '20',
        '優秀：提前完成任務，保持高品質，得100分；\n良好：在規定時間內完成任務，得80分；\n合格：個別任務逾時，沒有影響他人工作，得60分；\n不合格：多次逾時，影響他人工作，得30分',
        { ...levels, target: '在規定時間內完成任務' },
      ),
      indicator(
        '工作態度',
        '15',
        '優秀：責任感強，主動承擔工作、解決問題，得100分；\n良好：認真負責，依要求完成工作，得80分；\n合格：工作需要主管提醒，得60分；\n不合格：態度懈怠，推諉責任，得30分',
        { ...levels, target: '有責任感，積極主動' },
      ),
      indicator(
        '團隊合作',
        '15',
        '優秀：帶動團隊協作，及時支援同事，得100分；\n良好：積極參與團隊活動，溝通順暢，得80分；\n合格：能配合工作，溝通不夠及時，得60分；\n不合格：不願配合，影響團隊工作，得30分',
        { ...levels, target: '積極參與，有效溝通' },
      ),
      indicator(
        '創新能力',
        '10',
        '優秀：提出新方案，落實後見到成效，得100分；\n良好：提出可行的改善建議，得80分；\n合格：能用既有方法解決問題，得60分；\n不合格：遇到問題不思解決，得30分',
        { ...levels, target: '提出新的想法和解決方案' },
      ),
      indicator(
        '學習能力',
        '10',
        '優秀：自主學習，將所學用於工作並見到成效，得100分；\n良好：依計畫學習，掌握所需的知識和技能，得80分；\n合格：參加規定的教育訓練，得60分；\n不合格：缺席教育訓練，知識和技能沒有提升，得30分',
        { ...levels, target: '自主學習，學以致用' },
      ),
    ]),
  ],
  gradeScale: [
    { tier: '優秀', from: '90' },
    { tier: '良好', from: '80' },
    { tier: '合格', from: '60' },
    { tier: '不合格', from: '0' },
  ],
  notes: ['每項依實際表現選一級，填該級的分數。'],
  corrections: [
    '原表沒有說明各項滿分，已定為每項100分',
    '原表只寫「將會扣分」而沒有寫扣多少，已改為四級評分標準',
    '原表沒有總分等級，已補上',
  ],
  interview: ['本月主要成績', '需要改善之處', '下月目標與支援'],
  signatures: ['受考核人', '考核人', '部門主管'],
});
