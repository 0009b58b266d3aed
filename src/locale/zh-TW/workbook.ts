import type { Texts } from '../format';

/** Workbook errors. */
export const workbook: Texts = {
  'error.not-a-workbook': '{{file}} 不是 Excel 活頁簿(.xlsx)。沒有讀取，也沒有更動任何內容。',
  'error.not-a-workbook.xls': '{{file}} 是 Excel 2007 以前的格式(.xls)。請在 Excel 中開啟，另存為 .xlsx。',
  'error.not-a-workbook.xlsb': '{{file}} 是二進位活頁簿(.xlsb)。請在 Excel 中開啟，另存為 .xlsx。',
  'error.encrypted': '{{file}} 設有開啟密碼。請在 Excel 中開啟並取消密碼(檔案 › 資訊 › 保護活頁簿)，再試一次。',
  'error.damaged': '{{file}} 已損毀：其中的 {{part}} 無法讀取。請在 Excel 中開啟並修復，再重新儲存。',
  'error.damaged.cell': '{{file}} 已損毀：{{part}} 中的儲存格 {{cell}} 無法讀取。請在 Excel 中開啟並修復，再重新儲存。',
  'error.too-large': '內容過大，無法一次讀取：{{file}} {{sheet}} {{part}}。請拆分為較小的活頁簿。',
  'error.empty': '{{file}} 沒有可讀的內容：沒有任何工作表含有資料。',
  'error.protected':
    '工作表「{{sheet}}」受保護，以下儲存格已鎖定：{{cells}}。沒有寫入任何內容。請取消保護工作表(校閱 › 取消保護工作表)或解除儲存格鎖定後再試。',
  'error.read-only': '活頁簿以唯讀方式開啟。請另存一份可編輯的副本後再試。',
  'error.cell-edit': '有儲存格正在編輯。請按 Enter(或 Esc)結束編輯後再試。',
  'error.changed-since': '以下儲存格在此期間被更動：{{cells}}。沒有寫入任何內容。請重新檢查後再操作。',
  'error.sheet-missing': '工作表「{{sheet}}」已不存在。請重新檢查。',
  'error.nothing-to-undo': '沒有可以復原的填寫。',
  'error.offline': 'Excel 暫時沒有回應。請稍候再試。',
  'error.unsupported': '此處無法完成該操作：{{cell}} {{reason}} {{part}}',
  'error.unsupported.array': '「{{sheet}}」的儲存格 {{cell}} 屬於陣列公式，不能單獨寫入。沒有寫入任何內容。',
  'error.unsupported.merged': '「{{sheet}}」的儲存格 {{cell}} 被合併區域覆蓋，不能寫入。沒有寫入任何內容。',
  'error.unsupported.startup': '此版本的 Excel 不能隨活頁簿開啟窗格。其他功能不受影響。',
  'error.unsupported.undo': '此處無法一步復原這次填寫。沒有更動任何內容。',
  'error.host': 'Excel 中發生了意外錯誤。沒有留下未完成的更動。請再試一次。',
  'error.unsupported.table': '在「{{sheet}}」中,Excel 把公式自動填滿到了表格的其他列({{cells}})。已全部還原。請改為填寫數值。',
  'error.host.half-done': 'Excel 中途發生錯誤，以下儲存格未能還原：{{cells}}。請檢查，或使用 Excel 的復原。',
};
