import { composeTemplate, indicator, perIncident, section } from '../../compose';

const scoredBy = (source: string, each: string) => ({ ...perIncident(each), source });

export const template = composeTemplate({
  id: 'mall-service-incidents',
  language: 'zh-TW',
  title: '商場客服部績效考核表（月度）',
  sheetName: '商場客服部績效考核表',
  purpose: '商場客服部每月考核：十項工作分別由對口部門評分，及時完成得滿分，每有一次不到位依標準扣分，扣完為止。',
  layout: 'points',
  fields: [
    { label: '受考核部門', kind: 'text' },
    { label: '部門主管', kind: 'text' },
    { label: '考核月份', kind: 'text' },
  ],
  sections: [
    section(null, [
      indicator('VIP活動方案發布', '15', '每有一次未提前發布與收銀有關的VIP活動方案扣5分，扣完為止', scoredBy('財務部', '5')),
      indicator('VIP過期卡、異常卡通知', '15', '每有一次未及時通知會員、造成收銀台無法正常使用扣5分，扣完為止', scoredBy('財務部', '5')),
      indicator('費用報支', '5', '每有一次未及時報支扣2分，扣完為止', scoredBy('財務部', '2')),
      indicator('各類報表報送', '25', '每有一次未及時報送扣5分，扣完為止', scoredBy('行政人事部', '5')),
      indicator('開閉場值夜班', '5', '每有一次值班人員未及時到位或未配合保全部做好開閉場扣2分，扣完為止', scoredBy('保全部', '2')),
      indicator('行銷活動配合', '5', '每有一次配合不到位扣2分，扣完為止', scoredBy('行銷部', '2')),
      indicator('品牌圖面審核', '5', '每有一次審核出現延誤或差錯扣2分，扣完為止', scoredBy('營業一、二部', '2')),
      indicator('熟悉商場品牌', '5', '每有一次不熟悉品牌、未能正確引導顧客消費扣2分，扣完為止', scoredBy('營業一、二部', '2')),
      indicator('配合樓層主管', '5', '每有一次未按月進行VIP章程訓練或未按月講解會員服務項目扣2分，扣完為止', scoredBy('營業一、二部', '2')),
      indicator('熟知品牌活動與回饋標準', '15', '每有一次不熟知各品牌當期活動或點數回饋標準扣5分，扣完為止', scoredBy('營業一、二部', '5')),
    ]),
  ],
  gradeScale: [
    { tier: '優秀', from: '90' },
    { tier: '良好', from: '80' },
    { tier: '合格', from: '60' },
    { tier: '不合格', from: '0' },
  ],
  notes: [
    'VIP點數回饋活動及其他與收銀有關的VIP活動方案至少提前一日發布，以便結帳中心及時訓練收銀員。',
    '各評分部門據實填寫本月發生次數，並在備註欄寫明日期和事由。',
  ],
  corrections: [
    '原表各項分值合計7.5分，已換算為百分制：每次扣分乘以10，分值乘以10後不足100分的25分補在四個主要項目上',
    '「開閉場值夜班」原來沒有扣分標準，已比照同分值的項目補上',
    '原表兩欄文字在分頁處交錯，已依項目和評分部門復原',
    '原表沒有考核等級，已補上',
  ],
  interview: ['主要問題與原因', '改善措施與完成時間'],
  signatures: ['受考核部門主管', '考核人', '總經理'],
});
