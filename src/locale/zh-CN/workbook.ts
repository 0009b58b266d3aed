import type { Texts } from '../format';

/** Workbook errors. */
export const workbook: Texts = {
  'error.not-a-workbook': '{{file}} 不是 Excel 工作簿(.xlsx)。没有读取，也没有改动任何内容。',
  'error.not-a-workbook.xls': '{{file}} 是 Excel 2007 以前的格式(.xls)。请在 Excel 中打开，另存为 .xlsx。',
  'error.not-a-workbook.xlsb': '{{file}} 是二进制工作簿(.xlsb)。请在 Excel 中打开，另存为 .xlsx。',
  'error.encrypted': '{{file}} 设有打开密码。请在 Excel 中打开并取消密码(文件 › 信息 › 保护工作簿)，再试一次。',
  'error.damaged': '{{file}} 已损坏：其中的 {{part}} 无法读取。请在 Excel 中打开并修复，再重新保存。',
  'error.damaged.cell': '{{file}} 已损坏：{{part}} 中的单元格 {{cell}} 无法读取。请在 Excel 中打开并修复，再重新保存。',
  'error.too-large': '内容过大，无法一次读取：{{file}} {{sheet}} {{part}}。请拆分为较小的工作簿。',
  'error.empty': '{{file}} 没有可读的内容：没有任何工作表含有数据。',
  'error.protected':
    '工作表“{{sheet}}”受保护，以下单元格已锁定：{{cells}}。没有写入任何内容。请撤销工作表保护(审阅 › 撤消工作表保护)或解除单元格锁定后再试。',
  'error.read-only': '工作簿以只读方式打开。请另存一份可编辑的副本后再试。',
  'error.cell-edit': '有单元格正在编辑。请按 Enter(或 Esc)结束编辑后再试。',
  'error.changed-since': '以下单元格在此期间被改动：{{cells}}。没有写入任何内容。请重新检查后再操作。',
  'error.sheet-missing': '工作表“{{sheet}}”已不存在。请重新检查。',
  'error.nothing-to-undo': '没有可以撤销的填写。',
  'error.offline': 'Excel 暂时没有响应。请稍候再试。',
  'error.unsupported': '此处无法完成该操作：{{cell}} {{reason}} {{part}}',
  'error.unsupported.array': '“{{sheet}}”的单元格 {{cell}} 属于数组公式，不能单独写入。没有写入任何内容。',
  'error.unsupported.merged': '“{{sheet}}”的单元格 {{cell}} 被合并区域覆盖，不能写入。没有写入任何内容。',
  'error.unsupported.startup': '此版本的 Excel 不能随工作簿打开窗格。其他功能不受影响。',
  'error.unsupported.undo': '此处无法一步撤销这次填写。没有改动任何内容。',
  'error.host': 'Excel 中发生了意外错误。没有留下未完成的改动。请再试一次。',
  'error.unsupported.table': '在“{{sheet}}”中,Excel 把公式自动填充到了表格的其他行({{cells}})。已全部还原。请改为填写数值。',
  'error.host.half-done': 'Excel 中途出错，以下单元格未能还原：{{cells}}。请检查，或使用 Excel 的撤销。',
};
