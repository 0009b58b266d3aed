/** Steps from a reference that has a name: a line to reach, the reference price of a bid, an average. */
import { resultsOf, type Row } from './gives';

const lines: readonly Row[] = [
  ['达标得满分;每低于达标线2个百分点扣1分,最多扣完', { '96%': '10', '90%': '7', '60%': '0' }, { fullMarks: '10', target: '96%' }],
  ['每低于年级平均分1分扣0.5分，扣完为止', { 62: '10', 58: '9', 30: '0' }, { fullMarks: '10', target: '60' }],
  ['每高于警戒线0.5个百分点扣3分', { '2%': '20', '3.5%': '11' }, { fullMarks: '20', target: '2%' }],
  ['每超过规定时间5分钟扣1分，不足5分钟按5分钟计', { '30分钟': '8', '36分钟': '6' }, { fullMarks: '8', target: '30分钟' }],
];

const prices: readonly Row[] = [
  ['投标报价每高于评标基准价1%扣1分，每低于评标基准价1%扣0.5分，不足1%按插值法计算，扣完为止', { 5000: '30', 4900: '29', 5125: '27.5' }, { fullMarks: '30', target: '5000' }],
  ['报价等于标底得40分，每高1个百分点扣2分，每低1个百分点扣1分，中间值采用线性内插法，保留两位小数', { 800: '40', 808: '38', 780: '37.5' }, { target: '800' }],
]; // prettier-ignore

test.each([...lines, ...prices])('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));
