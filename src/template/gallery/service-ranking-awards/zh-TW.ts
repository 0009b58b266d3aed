import { composeTemplate, indicator, section } from '../../compose';

/** People side by side; their names are typed over the ones printed. */
const people = Array.from({ length: 8 }, (_, at) => indicator(`員工${at + 1}`, null, null));

export const template = composeTemplate({
  id: 'service-ranking-awards',
  language: 'zh-TW',
  title: '客戶服務人員績效評比排名表（季度）',
  sheetName: '客服人員評比排名表',
  purpose: '客戶服務人員每季評比：自評、主管考核、小組考核三方評分按比例合併計算，自動排出名次，前三名給予獎勵。',
  layout: 'ranking',
  fields: [
    { label: '分公司', kind: 'text' },
    { label: '評比季度', kind: 'text' },
    { label: '填表日期', kind: 'date' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: '自評', share: '20' },
    { role: 'supervisor', label: '主管評分', share: '50' },
    { role: 'group', label: '小組評分', share: '30' },
  ],
  awards: [
    { rank: 1, amount: '500' },
    { rank: 2, amount: '300' },
    { rank: 3, amount: '200' },
  ],
  sections: [section(null, people)],
  notes: [
    '各方評分填本季三個月考核得分的平均數，滿分100分；全部人員評分填齊後排出名次。人數不是八人的，增加列後向下複製公式，或刪去多餘的列。',
    '考核小組由與客戶服務人員工作聯繫密切的人員組成；電話抽查以總公司客服抽查為主，原則上每週不少於一次。',
    '回訪完成率等於每月實際回訪筆數除以應回訪筆數；應回訪筆數為每人每天200筆，依實際在職人數和當月應出勤天數計算。',
    '名次在後三名的，分公司客戶服務部經理分析原因，在月工作通報發布後4天內將改善方案報總公司客戶服務部備查。',
    '月度考核結果彙總後，用於年終優秀分公司客戶服務部評比。',
  ],
  corrections: [
    '自評、主管考核和小組考核原來沒有比例，已補上',
    '回訪完成率的算式誤用乘號，已改為除法',
    '「連續3個月（季度）評比綜合排名」定為依三個月平均分數的季度排名',
    '名次並列時其後的名次原來沒有規定，已定為順延：兩人並列第二，其後為第四',
    '原方案所附的考核表在原文中缺漏，三方評分可取自本庫其他月度考核表',
  ],
  interview: ['後三名落後原因', '改善措施與完成時間'],
  signatures: ['製表人', '分公司經理', '總公司客戶服務部'],
});
