import { composeTemplate, indicator, section } from '../../compose';

const bands = '90分以上為非常值得稱許；70分以上、未滿90分為滿意；40分以上、未滿70分為需大幅改善；未滿40分為不滿意';

/** What the customer expects; the example that the score rests on is written beside it. */
const rated = (name: string, weight: string, target: string) => indicator(name, weight, bands, { target, entry: { kind: 'text' } });

export const template = composeTemplate({
  id: 'internal-customer-rating',
  language: 'zh-TW',
  title: '客戶評價表',
  sheetName: '客戶評價表',
  purpose: '內部客戶部門對服務部門按期評價：資訊溝通、服務態度、支援合作三個方面九項指標，以100分為滿分評分並寫明事例。',
  layout: 'scored',
  fields: [
    { label: '客戶部門', kind: 'text' },
    { label: '受評部門', kind: 'text' },
    { label: '評價期間', kind: 'text' },
    { label: '評價人', kind: 'text' },
    { label: '評價日期', kind: 'date' },
  ],
  scale: { kind: 'marks', most: '100' },
  raters: [{ role: 'single', label: '評分', share: '100' }],
  sections: [
    section('資訊溝通', [
      rated('尋求資訊', '10', '主動建立良好的溝通管道和機制，積極尋求資訊，善於發現合作中的問題'),
      rated('提供資訊', '10', '依需求及時提供資訊，從不拖延，數據正確無誤'),
      rated('業務指導', '10', '能提供必需的專業知識，對不熟悉業務的員工給予指導'),
    ]),
    section('服務態度', [
      rated('責任意識', '15', '從不推卸責任，接到任務負責到底，服務細心認真，沒有因疏忽造成差錯'),
      rated('熱忱態度', '15', '服務過程中態度熱忱，從無抱怨'),
    ]),
    section('支援合作', [
      rated('關係融洽', '10', '雙方合作愉快，沒有權責上的糾紛、爭執'),
      rated('服務及時', '10', '依要求及時提供所需的產品和服務'),
      rated('服務品質', '10', '提供的產品或服務滿足要求'),
      rated('服務結果', '10', '提供必要支援，使我方工作順利進行'),
    ]),
  ],
  gradeScale: [
    { tier: '非常值得稱許', from: '90' },
    { tier: '滿意', from: '70' },
    { tier: '需大幅改善', from: '40' },
    { tier: '不滿意', from: '0' },
  ],
  notes: [
    '「實際完成」欄請寫明評分所依據的具體事例。',
    '本表得分填入《部門績效考核表》的「客戶評價」一欄；有數個客戶部門評價的，取平均值。',
    '各部門之間不得溝通評價結果，也不得向他人詢問評價結果。',
  ],
  corrections: [
    '原表沒有填權重，已按資訊溝通30%、服務態度30%、支援合作40%分配，可依本單位規定修改',
    '原表滿分為10分而彙總表滿分為100分，且10個分數只有四個名稱、沒有界限，已改為100分並寫明界限',
    '「服務態度」既是評價指標又是次級指標，後者已改稱「熱忱態度」',
    '「服務結果」原以反面措辭說明，已改為正面要求',
    '原表名為「三A」而沒有「三B」，已去掉編號',
  ],
  interview: ['最滿意之處', '最需改善之處', '對今後合作的建議'],
  signatures: ['評價人', '客戶部門主管', '審核人'],
});
