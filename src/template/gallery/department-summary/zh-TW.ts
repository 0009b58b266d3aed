import { composeTemplate, indicator, section } from '../../compose';

export const template = composeTemplate({
  id: 'department-summary',
  language: 'zh-TW',
  title: '部門績效考核表',
  sheetName: '部門績效考核表',
  purpose: '部門按月或按季考核的彙總表：部門職責、部門計畫、客戶評價三部分加權相加，再乘以關鍵指標值；部門自評，分管主管審核。',
  layout: 'summary',
  fields: [
    { label: '部門', kind: 'text' },
    { label: '考核期間', kind: 'text' },
    { label: '考核結果', kind: 'text' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: '自評分', share: '0' },
    { role: 'reviewer', label: '審核分', share: '100' },
  ],
  sections: [
    section(null, [
      indicator('部門職責', '37.5', null),
      indicator('部門計畫', '37.5', null),
      indicator('客戶評價（滿意度調查）', '25', null),
    ]),
  ],
  factor: { name: '關鍵指標', most: '100' },
  notes: [
    '所有評分都以100分為滿分計算。分管主管負責審核，更上一級主管負責部門的年度考核；自評總分供參考，考核結果以審核總分為準。',
    '部門職責、部門計畫的得分分別取自《部門職責考核表》和《工作計畫考核表》；客戶評價取各客戶部門《客戶評價表》得分的平均值，自評時填最近一次滿意度調查的結果。',
    '關鍵指標由分管主管在考核期間開始前以書面確定：全部完成為100分，部分完成依完成比例評分。',
    '審核總分為核發績效獎金的依據，佔部門經理季度考核分數的80%，佔部門員工季度考核分數的20%，其餘部分依本單位規定。',
    '填表人、自評人與審核人對本表的真實性與客觀性負責。本表一式二份，部門與人力資源部各存一份，保存期限為一年。',
  ],
  corrections: [
    '原表三部分權重30%、30%、20%合計只有80%，各項滿分的部門也只得80分，已依原比例換算為37.5%、37.5%、25%',
    '原表自評分四欄只填三個數，無法判斷缺哪一欄，現每欄都有標題和填寫範圍',
    '原表稱共五部分而「績效提升與改善措施」沒有填寫的地方，已補上',
    '原表「季（月）」混用，已改為「考核期間」一欄，填年份和月份或季度',
  ],
  interview: ['主要成績', '存在的問題', '績效提升與改善措施'],
  signatures: ['填表人', '自評人', '審核人'],
});
