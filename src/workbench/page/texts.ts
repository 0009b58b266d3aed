/** The languages of the workbench's own frame; the add-in's texts are the add-in's. */
export type Language = 'zh-CN' | 'zh-TW' | 'en-US';

const chinese = {
  workbench: '工作台',
  open: '打开',
  save: '保存',
  undo: '撤销',
  redo: '恢复',
  language: '语言',
  theme: '深色',
  file: '文件',
  edit: '编辑',
  pane: '任务窗格',
  hidePane: '关闭任务窗格',
  splitter: '拖动以调整任务窗格宽度',
  drop: '松开鼠标，打开这个 .xlsx 文件',
  opening: '正在打开 {{name}} …',
  close: '关闭',
  'error.empty': '“{{name}}”是空文件，没有可以打开的内容。原工作簿保持不变。',
  'error.encrypted':
    '“{{name}}”设有打开密码，工作台无法读取。请先在 Excel 中取消密码（文件 > 信息 > 保护工作簿），再打开。原工作簿保持不变。',
  'error.legacy': '“{{name}}”是旧版 .xls 文件。请在 Excel 中另存为 .xlsx，再打开。原工作簿保持不变。',
  'error.not-xlsx': '“{{name}}”不是 .xlsx 工作簿。请选择扩展名为 .xlsx 或 .xlsm 的 Excel 文件。原工作簿保持不变。',
  'error.damaged': '“{{name}}”已损坏，无法读取（{{part}}）。请在 Excel 中打开并修复后重新保存。原工作簿保持不变。',
  'error.no-sheet': '“{{name}}”里没有工作表。原工作簿保持不变。',
  'error.too-large': '“{{name}}”太大，工作台无法打开（{{part}}）。原工作簿保持不变。',
  'error.protected': '单元格 {{name}} 已锁定，工作表受保护，不能修改。',
  'error.command': '命令“{{name}}”没有完成。',
  'error.pane': '任务窗格没有启动。请重新加载页面；若仍未启动，请查看浏览器控制台。',
  'notice.saved': '已保存 {{name}}。',
  'notice.rows': '“{{name}}”中有大量只有格式、没有内容的行，表格中只显示到有内容的部分；保存时全部保留。',
};

export type TextKey = keyof typeof chinese;

const texts: Record<Language, Record<TextKey, string>> = {
  'zh-CN': chinese,
  'zh-TW': {
    workbench: '工作台',
    open: '開啟',
    save: '儲存',
    undo: '復原',
    redo: '取消復原',
    language: '語言',
    theme: '深色',
    file: '檔案',
    edit: '編輯',
    pane: '工作窗格',
    hidePane: '關閉工作窗格',
    splitter: '拖曳以調整工作窗格寬度',
    drop: '放開滑鼠，開啟這個 .xlsx 檔案',
    opening: '正在開啟 {{name}} …',
    close: '關閉',
    'error.empty': '「{{name}}」是空檔案，沒有可以開啟的內容。原活頁簿保持不變。',
    'error.encrypted':
      '「{{name}}」設有開啟密碼，工作台無法讀取。請先在 Excel 中取消密碼（檔案 > 資訊 > 保護活頁簿），再開啟。原活頁簿保持不變。',
    'error.legacy': '「{{name}}」是舊版 .xls 檔案。請在 Excel 中另存為 .xlsx，再開啟。原活頁簿保持不變。',
    'error.not-xlsx': '「{{name}}」不是 .xlsx 活頁簿。請選擇副檔名為 .xlsx 或 .xlsm 的 Excel 檔案。原活頁簿保持不變。',
    'error.damaged': '「{{name}}」已損毀，無法讀取（{{part}}）。請在 Excel 中開啟並修復後重新儲存。原活頁簿保持不變。',
    'error.no-sheet': '「{{name}}」裡沒有工作表。原活頁簿保持不變。',
    'error.too-large': '「{{name}}」太大，工作台無法開啟（{{part}}）。原活頁簿保持不變。',
    'error.protected': '儲存格 {{name}} 已鎖定，工作表受保護，不能修改。',
    'error.command': '命令「{{name}}」沒有完成。',
    'error.pane': '工作窗格沒有啟動。請重新載入頁面；若仍未啟動，請查看瀏覽器主控台。',
    'notice.saved': '已儲存 {{name}}。',
    'notice.rows': '「{{name}}」中有大量只有格式、沒有內容的列，表格中只顯示到有內容的部分；儲存時全部保留。',
  },
  'en-US': {
    workbench: 'Workbench',
    open: 'Open',
    save: 'Save',
    undo: 'Undo',
    redo: 'Redo',
    language: 'Language',
    theme: 'Dark',
    file: 'File',
    edit: 'Edit',
    pane: 'Task pane',
    hidePane: 'Close the task pane',
    splitter: 'Drag to make the task pane wider or narrower',
    drop: 'Let go to open this .xlsx file',
    opening: 'Opening {{name}} …',
    close: 'Close',
    'error.empty': '“{{name}}” is an empty file: there is nothing to open. Your workbook stays as it was.',
    'error.encrypted':
      '“{{name}}” needs a password to open, which the workbench cannot read. Remove the password in Excel (File > Info > Protect Workbook), then open it again. Your workbook stays as it was.',
    'error.legacy': '“{{name}}” is an old .xls file. Save it as .xlsx in Excel, then open it again. Your workbook stays as it was.',
    'error.not-xlsx':
      '“{{name}}” is not an .xlsx workbook. Choose an Excel file that ends in .xlsx or .xlsm. Your workbook stays as it was.',
    'error.damaged':
      '“{{name}}” is damaged and cannot be read ({{part}}). Open and repair it in Excel, save it, then try again. Your workbook stays as it was.',
    'error.no-sheet': '“{{name}}” has no worksheet. Your workbook stays as it was.',
    'error.too-large': '“{{name}}” is too large for the workbench ({{part}}). Your workbook stays as it was.',
    'error.protected': 'Cell {{name}} is locked and its sheet is protected, so it cannot be changed.',
    'error.command': 'The command “{{name}}” did not finish.',
    'error.pane': 'The task pane did not start. Reload the page; if it still does not start, look at the browser’s console.',
    'notice.saved': 'Saved {{name}}.',
    'notice.rows':
      '“{{name}}” has very many rows with formats but no content. The grid shows the part with content; saving keeps all of them.',
  },
};

/** The text for a key in a language, with `{{name}}` places filled from `values`. */
export function textOf(language: Language, key: TextKey, values: Readonly<Record<string, string>> = {}): string {
  return texts[language][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/** The language to begin with: the one chosen last time, else the browser's where we have it, else simplified Chinese. */
export function firstLanguage(chosen: string | null, browser: readonly string[]): Language {
  for (const tag of [chosen ?? '', ...browser]) {
    if (/^zh-(tw|hk|mo|hant)/i.test(tag)) return 'zh-TW';
    if (/^zh/i.test(tag)) return 'zh-CN';
    if (/^en/i.test(tag)) return 'en-US';
  }
  return 'zh-CN';
}
