import { composeTemplate, deducted, indicator, section } from '../../compose';

export const template = composeTemplate({
  id: 'hospital-service-deductions',
  language: 'zh-TW',
  title: '醫院客服部績效考核細則',
  sheetName: '醫院客服部績效考核細則',
  purpose: '醫院客服人員每月考核：儀容儀態、服務、工作紀律、團隊精神、工作心態、環境衛生、勤儉節約七項，滿分10分，依違規次數扣分。',
  layout: 'points',
  fields: [
    { label: '姓名', kind: 'text' },
    { label: '職務', kind: 'text' },
    { label: '考核月份', kind: 'text' },
  ],
  raters: [{ role: 'supervisor', label: '得分', share: '100' }],
  sections: [
    section(null, [
      indicator(
        '儀容儀態',
        '1.5',
        '每發現一次未化淡妝、未盤髮、未戴統一髮飾或制服不整齊扣0.5分；\n每發現一次未佩戴識別證扣0.5分；\n每發現一次上班時舉止不雅、影響形象扣0.5分；\n扣完為止',
        deducted,
      ),
      indicator(
        '服務',
        '2',
        '每發生一次未用禮貌用語、未微笑而造成病患投訴扣1分；\n每發生一次病患需要協助時未提供協助扣0.5分；\n每發生一次不回答病患提問或語氣強硬扣0.5分；\n扣完為止',
        deducted,
      ),
      indicator(
        '工作紀律',
        '2.5',
        '每發生一次不服從主管安排、侮辱主管扣0.5分；\n每發生一次非因工作穿制服外出扣0.5分；\n每發現一次上班時嬉鬧、看報紙、滑手機扣0.5分；\n每發生一次洩漏醫院機密扣0.5分；\n扣完為止',
        deducted,
      ),
      indicator(
        '團隊精神',
        '1',
        '每發生一次破壞團結、拉幫結派、挑撥離間扣0.5分；\n每發生一次以個人為中心、不為團隊出力扣0.5分；\n扣完為止',
        deducted,
      ),
      indicator('工作心態', '1.5', '每發現一次上班懶散、工作不盡心、影響他人情緒扣0.5分，扣完為止', deducted),
      indicator('環境衛生', '1', '每發現一次所屬區域或更衣室衛生不合格扣1分，扣完為止', deducted),
      indicator('勤儉節約', '0.5', '每發現一次浪費水電或耗材扣0.5分，扣完為止', deducted),
    ]),
  ],
  gradeScale: [
    { tier: '優秀', from: '9' },
    { tier: '良好', from: '8' },
    { tier: '合格', from: '6' },
    { tier: '不合格', from: '0' },
  ],
  notes: ['「扣分」欄填當月該項累計扣分，「備註」欄註明日期和事由。'],
  corrections: [
    '工作心態在細則中為2分、一次扣2分，在評分一覽表中為1.5分、每次扣0.5分，已統一為1.5分、每次扣0.5分',
    '勤儉節約為附加內容0.5分而沒有扣分規定，已補上並計入總分，七項合計10分',
    '原細則沒有說明同一情形再次發生是否再扣，已寫明按次扣分、扣完為止',
    '「0。5分」「2。5分」等誤用句號的數字已改正',
    '原細則沒有合計和等級，已補上',
  ],
  interview: ['主要扣分原因', '改善措施'],
  signatures: ['受考核人', '考核人'],
});
