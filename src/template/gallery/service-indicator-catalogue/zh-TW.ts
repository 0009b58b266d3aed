import { composeTemplate, counted, indicator, levelled, measured, percent, section } from '../../compose';

const levels = levelled([
  ['優秀', '100'],
  ['良好', '80'],
  ['合格', '60'],
  ['不合格', '0'],
]);
const timely = '95%以上得100分；90%以上、未滿95%得80分；80%以上、未滿90%得60分；未滿80%得0分';
const monthly = { cycle: '月/季/年', source: '客服部' };
const quarterly = { cycle: '季/年', source: '客服部' };

export const template = composeTemplate({
  id: 'service-indicator-catalogue',
  language: 'zh-TW',
  title: '客服部績效考核表（量化與質化指標）',
  sheetName: '客服部績效考核表',
  purpose: '客服部按月、季、年考核：量化指標七項佔60%，質化指標四項佔40%，註明考核週期與資料來源，由主管評分。',
  layout: 'scored',
  fields: [
    { label: '受考核部門', kind: 'text' },
    { label: '部門主管', kind: 'text' },
    { label: '考核期間', kind: 'text' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [{ role: 'supervisor', label: '主管評分', share: '100' }],
  sections: [
    section('量化指標', [
      indicator('客戶意見回覆及時率', '10', timely, { ...percent('95%以上'), ...monthly }),
      indicator('客戶服務資訊傳遞及時率', '10', timely, { ...percent('95%以上'), ...monthly }),
      indicator('重要客戶流失數', '10', '0個得100分；1個得60分；2個以上得0分', { ...counted('1000', '0個'), ...monthly }),
      indicator(
        '客服費用控制',
        '8',
        '實際費用佔預算的比例：不超過95%得100分；超過95%、不超過100%得80分；超過100%、不超過105%得60分；超過105%得0分',
        { ...percent('不超過預算', '1000'), cycle: '季/年', source: '財務部' },
      ),
      indicator('客戶調查計畫完成率', '6', '100%以上得100分；90%以上、未滿100%得80分；80%以上、未滿90%得60分；未滿80%得0分', {
        ...percent('100%', '1000'),
        ...quarterly,
      }),
      indicator('客訴解決滿意率', '10', timely, { ...percent('95%以上'), ...monthly }),
      indicator('有效客訴次數', '6', '0次得100分；1次得80分；2次得60分；3次以上得0分', {
        ...counted('1000', '0次'),
        ...quarterly,
      }),
    ]),
    section('質化指標', [
      indicator('客戶滿意程度', '10', '90分以上得100分；80分以上、未滿90分得80分；60分以上、未滿80分得60分；未滿60分得0分', {
        ...measured('分', '0', '100', '客戶評分90分以上'),
        ...quarterly,
      }),
      indicator(
        '客戶服務規範執行情形',
        '10',
        '優秀：全部依客戶服務方案執行，得100分；\n良好：個別環節有疏漏，當場改正，得80分；\n合格：有疏漏，經提醒後改正，得60分；\n不合格：多次違反客戶服務方案，得0分',
        { ...levels, target: '依客戶服務方案執行', ...quarterly },
      ),
      indicator(
        '客戶資料完整性與正確性',
        '10',
        '優秀：資料完整、正確，更新及時，得100分；\n良好：資料完整，個別資訊待更新，得80分；\n合格：資料有少量缺漏，限期補齊，得60分；\n不合格：資料大量缺漏或有錯誤，得0分',
        { ...levels, target: '資料完整、無缺漏', ...quarterly },
      ),
      indicator(
        '客戶關係維護',
        '10',
        '優秀：主動維護，客戶關係明顯增進，得100分；\n良好：依計畫維護，客戶關係穩定，得80分；\n合格：維護不夠主動，客戶關係沒有惡化，得60分；\n不合格：疏於維護，客戶關係惡化，得0分',
        { ...levels, target: '主管滿意', ...quarterly },
      ),
    ]),
  ],
  gradeScale: [
    { tier: '優秀', from: '90' },
    { tier: '良好', from: '80' },
    { tier: '合格', from: '60' },
    { tier: '不合格', from: '0' },
  ],
  notes: [
    '「實際完成」欄填百分比、個數、次數或分數；有級別的指標直接選擇該級的分數。',
    '有效客訴指確因客服人員或企業過失造成的客戶投訴。',
    '資料來源：客服費用控制由財務部提供，其餘由客服部提供。',
  ],
  corrections: [
    '原表量化指標缺第3項的編號，指標已重新連續排列',
    '原文表尾印在表頭之前，已依量化、質化順序復原',
    '原表沒有權重、目標值和評分標準，已補上，權重合計100%',
    '原表沒有考核等級，已補上',
  ],
  interview: ['未達標指標與原因', '改善措施與完成時間'],
  signatures: ['部門主管', '考核人', '分管主管'],
});
