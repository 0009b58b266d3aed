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
    '沒有安裝本增益集的人開啟活頁簿時，先看到的是 RUBRIC 公式上次的計算結果，因為 Excel 把結果存在檔案裡。一旦 Excel 重新計算該儲存格（修改了參照的儲存格、按 F9，或某些版本開啟時自動重算），就會顯示 #NAME?，因為函數在增益集裡。傳送之前，請在工作窗格中開啟「公式」›「準備傳送」：每個公式（包括嵌套在其他公式裡的、溢出的和隱藏工作表中的）都會換成經核對結果相同的 Excel 公式，沒有等價公式的換成數值。先預覽再取代，可一步恢復。',
  'help.blank': '公式中的空儲存格',
  'help.blank.text':
    'Excel 會因平台不同把空儲存格當作 0 或當作空傳入。空儲存格不應算作 0 時，請寫成 IF(ISBLANK(F6),"",F6)；工作窗格的公式助手會自動這樣寫。空文字一律按未填處理。',
  'help.policy': '函數遵循的規則',
  'help.policy.text': '函數按活頁簿中的規則（工作窗格的「規則」）以及您為不明確的評分標準選定的理解來計算。規則改變後，儲存格會重新計算。',
  'help.privacy': '隱私',
  'help.privacy.text': '內容不會離開活頁簿。沒有伺服器、沒有帳號、沒有遙測。',
  'help.parameter': '參數',
  'help.meaning': '含義',
  'help.optional': '選填',
  'help.examples': '範例',
  'help.result': '結果',
  'help.back': '返回說明',
} as const;
