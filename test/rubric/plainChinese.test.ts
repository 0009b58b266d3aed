import { codes, resultsOf, type Row } from './gives';

/** Wordings that are said in other words before they are read; what stands beside them keeps its meaning. */
const of20 = { fullMarks: '20' };

const rows: readonly Row[] = [
  ['返修次数超过目标值，每次扣3分，扣完为止', { '6次': '14', '4次': '20', '2次': '20' }, { fullMarks: '20', target: '4次' }],
  ['超出4%扣3分，超出8%扣6分，以此类推', { '超出12%': '11', '超出4%': '17' }, of20],
  ['报价最低的得40分，按报价排序，每递增一位减3分，直至10分止', { 第1名: '40', 第3名: '34', 第30名: '10' }],
  ['考评总分乘以8%(8分)', { '100': '8', '50': '4' }],
  ['B项得分=(100-扣分合计)×20%=', { '30': '14' }],
  ['合格=4分；良好=6分 优秀=8分 不合格=0分 资料缺失则再-1分', { 优秀: '优秀 8', 良好: '良好 6', 不合格: '不合格 0' }],
  ["由主管评估，'优秀'得满分，'良好'得70%，'较差'得0分", { 优秀: '优秀 20', 良好: '良好 14', 较差: '较差 0' }, of20],
  ['获一、二、三等奖及优秀奖分别加8、5、3、1分', { 一等奖: '8', 三等奖: '3', 优秀奖: '1' }, of20],
  ['回收率为90%，计6分，完成计满分；未完成不得分', { '93%': '6', '100%': '20' }, of20],
];

test.each(rows)('%s', (...row) => {
  expect(resultsOf(row)).toEqual(row[1]);
});

test('a misread dash or 分 is named', () => {
  expect(codes('资料一致得15分；不符但补齐得11T4分')).toContain('lost-text');
  expect(codes('达到80%以上计20分，每低1%扣1份')).toContain('lost-text');
});
