import type { IWorkbookData, IWorksheetData } from '@univerjs/core';
import { chinese } from '../files/univerNames';
import { looks, put, type SampleSheet } from './cells';
import { monthlyForm } from './monthlyForm';
import { serviceForm } from './serviceForm';

function instructions(): SampleSheet {
  const sheet: SampleSheet = { id: 'notes', name: '填表说明', widths: [28, 720], heights: { 0: 36 }, cells: {}, merges: [] };
  put(sheet, 0, 1, ['填表说明'], 'title');
  const lines = [
    '1. 本工作簿为示例，可以直接修改、填写，也可以打开自己的 .xlsx 文件。',
    '2. “实际完成”一栏填写统计数据，“等级”根据评分标准填写。',
    '3. 员工评分、上级评分均按百分制(0-100分)填写；维度得分为维度内各指标平均分乘以维度权重。',
    '4. 最终得分=(员工评分合计*30%)+(上级评分合计*70%)。',
  ];
  lines.forEach((line, at) => put(sheet, at + 2, 1, [line], 'note'));
  return sheet;
}

function worksheet({ id, name, widths, heights, cells, merges }: SampleSheet): Partial<IWorksheetData> {
  return {
    id,
    name,
    cellData: cells,
    mergeData: merges,
    rowCount: 100,
    columnCount: 20,
    defaultRowHeight: 24,
    defaultColumnWidth: 72,
    columnData: Object.fromEntries(widths.map((w, at) => [at, { w }])),
    rowData: Object.fromEntries(Object.entries(heights).map(([row, h]) => [row, { h, ia: 0 }])),
  };
}

/** The workbook that the workbench opens with: two filled-in forms in different layouts, with the faults real ones have, and a page of instructions. */
export function sampleWorkbook(): IWorkbookData {
  const sheets = [serviceForm(), monthlyForm(), instructions()];
  return {
    id: 'sample',
    name: '客服绩效考核示例.xlsx',
    appVersion: '0.25.1',
    locale: chinese,
    styles: looks,
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, worksheet(sheet)])),
  };
}
