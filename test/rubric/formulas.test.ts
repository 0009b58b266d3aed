/** Points that are worked out: formulas as people print them, and straight lines between numbers fixed elsewhere in the text. */
import Decimal from 'decimal.js';
import { entryOf, readCriteria, scoreEntry } from '../../src/rubric';
import { resultsOf, type Row } from './gives';

const printed: readonly Row[] = [
  ['得分=实际完成值/目标值，130分封顶', { '45万元': '90', '80万元': '130' }, { target: '50万元', fullMarks: '20' }],
  ['得分=实际完成值/目标值', { 45: '?18' }, { target: '50', fullMarks: '20' }],
  ['得分计算按照“50-年度差错数/2”', { 20: '40', 0: '50' }],
  ['满分30分，得分=实际回访数/计划回访数*100%*分值；计划回访数≥60户', { '30户': '15', '60户': '30' }],
  ['K=4*N N=发表篇数', { '3篇': '12' }],
  ['按120分卷折计', { 60: '10', '90分': '15' }, { fullMarks: '20' }],
  ['以及时率衡量，及时率=及时数/总数×100%。及时率90%以上得8分；90%以下的按百分比×8得分', { '95%': '8', '90%': '8', '50%': '4' }],
  ['≥100% 30分\n80%-99% 30 × 实际完成率\n<80% 0分', { '100%': '30', '90%': '27', '70%': '0' }],
  ['整改率分值=20-40*(1-整改率)', { '100%': '20', '80%': '12' }],
  ['按实收与应收的比例计算，达到98%得满分，每低1%扣2分', { '99%': '20', '95%': '14' }, { fullMarks: '20' }],
]; // prettier-ignore

const lines: readonly Row[] = [
  ['100%及以上得满分，100%以下线性插值得分，0%以下得0分', { '110%': '10', '70%': '7', '0%': '0' }, { fullMarks: '10' }],
  ['停机不超过2小时为100分，超过12小时为0分。超过2小时少于12小时的，采用线性扣分', { '1小时': '100', '7小时': '50', '13小时': '0' }],
]; // prettier-ignore

test.each([...printed, ...lines])('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

test('parts of an entry by their names, percentages as shares', () => {
  const parts = (text: string, named: Readonly<Record<string, string>>): string | undefined =>
    scoreEntry(
      readCriteria(text),
      { kind: 'parts', parts: Object.fromEntries(Object.entries(named).map(([name, value]) => [name, entryOf(value)])) },
      { fullMarks: new Decimal(10) },
    ).points?.toFixed();
  expect(parts('完成率×100×权重', { 完成率: '90%', 权重: '20%' })).toBe('18');
  expect(parts('(自查数量/总数量)×50分，总数量=自查数量+抽查数量', { 自查数量: '30', 总数量: '40' })).toBe('37.5');
});
