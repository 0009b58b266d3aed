/** Texts of the help pages that ship with the add-in. */
export const help = {
  'help.title': '考核評分助手：說明',
  'help.functions.title': 'RUBRIC 函數參考',
  'help.functions.link': '全部 RUBRIC 函數及範例',
  'help.what': '能做什麼',
  'help.what.text':
    '考核評分助手識別目前活頁簿中的考核表，按原文讀懂評分標準，逐項核對填寫內容，並以精確小數填寫空白的等級和合計儲存格。已有內容的儲存格不會被擅自覆蓋，填寫可一步復原。',
  'help.start': '三步上手',
  'help.start.1': '按「常用」索引標籤「考核評分」群組中的「檢查」。列出每張考核表及其問題；按一下問題可跳到對應儲存格。',
  'help.start.2': '標準未寫明之處，回答提問。答案儲存在活頁簿中。',
  'help.start.3': '按「填寫結果」，查看將寫入的內容及理由，然後套用。',
  'help.doubt': '標準未寫明時',
  'help.doubt.text':
    '落在共同邊界上的值歸較好的等級；80-89 與 90-100 之間的 89.5 歸較低一檔；「85以上」與「80以下」之間的 82 沒有等級。這些都會作為提示列出，可在「規則設定」中變更。讀不準的內容一律詢問，不猜測。',
  'help.missing': '沒有安裝增益集時',
  'help.missing.text':
    '未安裝增益集的人開啟活頁簿時，看到的是 RUBRIC 公式上次的結果；重新計算後會顯示 #NAME?。傳送給沒有增益集的人之前，請以數值或 Excel 內建公式填寫。',
  'help.blank': '公式中的空儲存格',
  'help.blank.text': '不同平台上，Excel 把空儲存格當作 0 或空值傳給函數。不應按 0 計的空儲存格，請寫成 IF(ISBLANK(F6),"",F6)。',
  'help.privacy': '隱私',
  'help.privacy.text': '內容不會離開活頁簿。沒有伺服器、沒有帳號、沒有遙測。',
  'help.parameter': '參數',
  'help.meaning': '含義',
  'help.optional': '選填',
  'help.examples': '範例',
  'help.result': '結果',
  'help.back': '返回說明',
} as const;
