import type { Texts } from '../format';

/** What can go wrong with a workbook or its file, by WorkbookErrorCode; `.kind` variants where the details name a kind. */
export const workbook: Texts = {
  'error.not-a-workbook': '{{file}} is not an Excel workbook (.xlsx). Nothing was read or changed.',
  'error.not-a-workbook.xls': '{{file}} is in the format Excel used before 2007 (.xls). Open it in Excel and save it as .xlsx.',
  'error.not-a-workbook.xlsb': '{{file}} is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx.',
  'error.encrypted':
    '{{file}} is protected with a password for opening. Open it in Excel, remove the password (File › Info › Protect Workbook) and try again.',
  'error.damaged': '{{file}} is damaged: its part {{part}} cannot be read. Open it in Excel, let Excel repair it and save it again.',
  'error.damaged.cell':
    '{{file}} is damaged: cell {{cell}} in {{part}} cannot be read. Open it in Excel, let Excel repair it and save it again.',
  'error.too-large': 'This is more than can be read at once: {{file}} {{sheet}} {{part}}. Split it into smaller workbooks.',
  'error.empty': '{{file}} holds nothing that could be read: there is no sheet with content.',
  'error.protected':
    'Sheet “{{sheet}}” is protected and these cells are locked: {{cells}}. Nothing was written. Unprotect the sheet (Review › Unprotect Sheet) or unlock the cells, then try again.',
  'error.read-only': 'The workbook is open for reading only. Save a copy that you may edit, then try again.',
  'error.cell-edit': 'A cell is still being edited. Finish it with Enter (or Esc), then try again.',
  'error.changed-since': 'These cells were changed in the meantime: {{cells}}. Nothing was written. Check again, then repeat the step.',
  'error.sheet-missing': 'Sheet “{{sheet}}” is no longer there. Check again.',
  'error.nothing-to-undo': 'There is no fill that could be undone.',
  'error.offline': 'Excel does not answer at the moment. Wait a little and try again.',
  'error.unsupported': 'This cannot be done here: {{cell}} {{reason}} {{part}}',
  'error.unsupported.array': 'Cell {{cell}} on “{{sheet}}” belongs to an array formula and cannot be written alone. Nothing was written.',
  'error.unsupported.merged': 'Cell {{cell}} on “{{sheet}}” is covered by a merged area and cannot be written. Nothing was written.',
  'error.unsupported.startup': 'This version of Excel cannot open the pane together with a workbook. Nothing else is affected.',
  'error.unsupported.undo': 'This fill cannot be taken back in a single step here. Nothing was changed.',
  'error.host': 'Something unexpected happened in Excel. Nothing was left half done. Try again.',
  'error.unsupported.table':
    'On “{{sheet}}” Excel filled the formula into other rows of the table too ({{cells}}). Everything was put back. Fill with values instead of formulas.',
  'error.host.half-done':
    'Excel failed in the middle, and these cells could not be put back: {{cells}}. Please look at them, or use Undo in Excel.',
};
