import { join, put, type SampleSheet, type SampleValue } from './cells';

/** One row: name, full marks, criteria, times it happened, points. */
type Row = readonly [string, number, string, SampleValue, SampleValue];

const rows: readonly Row[] = [
  ['考勤纪律', 20, '迟到、早退每次扣2分，旷工每次扣10分，扣完为止。', 1, null],
  ['服务规范', 30, '接待用语不规范每次扣3分，扣完为止。', 2, null],
  ['工单处理', 30, '工单超时未处理每单扣5分，扣完为止。', '0', null],
  ['环境卫生', 10, '检查不合格每次扣1分，扣完为止。', 3, 8],
  ['会议出席', 10, '无故缺席例会每次扣2.5分，扣完为止。', null, null],
];

const heads = ['序号', '考核项目', '分值', '评分标准', '扣分次数', '得分', '备注'];

/** The second form: another layout, full marks with a deduction for each occurrence and a sum at the end. */
export function monthlyForm(): SampleSheet {
  const sheet: SampleSheet = {
    id: 'monthly',
    name: '月度考核',
    widths: [52, 120, 64, 340, 84, 72, 160],
    heights: { 0: 36 },
    cells: {},
    merges: [],
  };
  put(sheet, 0, 0, ['客服岗位月度考核表'], 'title');
  join(sheet, 0, 0, 0, 6);
  put(sheet, 1, 0, ['姓名：陈思远    部门：客户服务部    考核月份：2026年9月'], 'note');
  join(sheet, 1, 0, 1, 6);
  put(sheet, 2, 0, heads, 'head');
  rows.forEach(([name, marks, criteria, times, points], at) => {
    put(
      sheet,
      3 + at,
      0,
      [at + 1, name, marks, criteria, times, points, null],
      ['centre', 'text', 'centre', 'text', 'centre', 'centre', 'text'],
    );
  });
  const end = 3 + rows.length;
  put(
    sheet,
    end,
    0,
    ['合计', null, `=SUM(C4:C${end})`, null, null, null, null],
    ['label', 'label', 'centre', 'text', 'centre', 'points', 'text'],
  );
  join(sheet, end, 0, end, 1);
  put(sheet, end + 1, 0, ['注：本表满分100分，扣分须有记录。'], 'note');
  join(sheet, end + 1, 0, end + 1, 6);
  for (let row = 3; row < end; row++) (sheet.heights as Record<number, number>)[row] = 30;
  return sheet;
}
