import { composeTemplate, indicator, section } from '../../compose';

const described = { kind: 'text' } as const;

export const template = composeTemplate({
  id: 'work-plan',
  language: 'zh-TW',
  title: '工作計畫考核表',
  sheetName: '工作計畫考核表',
  purpose: '部門或個人按月擬訂工作計畫並考核完成情形：任務、權重、起訖時間和應有成果事先寫明，月底自評與審核按比例合併計算。',
  layout: 'plan',
  fields: [
    { label: '部門', kind: 'text' },
    { label: '考核月份', kind: 'text' },
    { label: '日期', kind: 'date' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [
    { role: 'self', label: '自評分', share: '30' },
    { role: 'reviewer', label: '審核評分', share: '70' },
  ],
  sections: [
    section(null, [
      indicator('規劃並執行大容量電池巡檢', '50', null, {
        target: '整理出大容量電池用戶清單，完成各區域的巡檢計畫',
        period: '本月1日至月底',
        entry: described,
      }),
      indicator('重點客戶專案最終驗收', '30', null, {
        target: '通過最終驗收，取得驗收證明',
        period: '本月15日前',
        entry: described,
      }),
      indicator('客戶維護人員訓練洽談', '20', null, {
        target: '談定訓練事宜，訂定客戶維護人員的訓練計畫',
        period: '本月底前',
        entry: described,
      }),
    ]),
  ],
  gradeScale: [
    { tier: '優秀', from: '90' },
    { tier: '良好', from: '80' },
    { tier: '合格', from: '60' },
    { tier: '不合格', from: '0' },
  ],
  notes: [
    '表中任務、起訖時間和成果為範例，請改填本月的計畫；權重合計保持100%。',
    '評分標準：按期取得應有成果為100分；取得應有成果但逾期，每逾期1天扣5分；部分取得成果，依完成比例評分；沒有進行為0分。',
    '跨月的任務依本月應有成果考核，其餘部分列入之後月份的計畫。',
    '審核人負責審核工作計畫是否支持個人工作目標和部門工作計畫；任務無法依要求完成時，請在「實際完成」欄註明原因。',
  ],
  corrections: [
    '原表各項填的是已乘權重的分數，而註明「得分=∑(評分×權重)」，會把權重乘兩次；現各項都按100分評分，再乘以權重',
    '原表沒有評分標準，逾期完成的任務和跨月任務如何評分沒有規定，已補上',
    '原表沒有規定自評分與審核評分如何得出結果，已定為自評30%、審核70%，可依本單位規定修改',
  ],
  interview: ['未完成任務的原因', '需要的支援', '下月重點任務'],
  signatures: ['計畫擬訂人、自評人', '計畫審核人', '考核審核人'],
});
