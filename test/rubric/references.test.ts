/** Steps from a reference that has a name: a line to reach, the reference price of a bid, an average. */
import Decimal from 'decimal.js';
import { entryOf, readCriteria, scoreEntry } from '../../src/rubric';
import { codes, resultsOf, type Row } from './gives';

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

/** Both ways in one breath: up and down, beyond a stretch, by whatever a value strays. */
const bothWays: readonly Row[] = [
  ['基准分20分，报价与平均报价相比每降低或提高3%，相应增加或扣减2分，最低分不低于8分，最高分不超过26分', { '降低6%': '24', '提高3%': '18', '提高30%': '8', '降低30%': '26' }],
  ['湿度在40%-60%（5分，每高或低5%扣1分，扣完为止）', { '50%': '5', '65%': '4', '30%': '3', '90%': '0' }],
  ['75%-90%得满分，低于75%或高于90%的，每1%扣1分', { '80%': '10', '73%': '8', '94%': '6' }, { fullMarks: '10' }],
  ['实际支出与预算每相差2%扣1分，扣满10分为止', { 0: '10', '相差4%': '8', '6%': '7' }, { fullMarks: '10' }],
  ['与计划值每偏离1%扣0.5分', { 198: '9.5', 204: '9', '3%': '8.5' }, { fullMarks: '10', target: '200' }],
  ['预算偏差率在±5%以内得满分，每超出1%扣1分', { '3%': '10', '8%': '7', '-8%': '7' }, { fullMarks: '10' }],
]; // prettier-ignore

test.each(bothWays)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

/** Each cap belongs to the step in front of it. */
const caps: readonly Row[] = [
  ['报价每高于基准价1%减1分,最多减15分;每低于基准价1%减0.5分,最多减6分', { 140: '15', 60: '24', 98: '29' }, { fullMarks: '30', target: '100' }],
  ['写稿每次2分,封顶12分,摄影每次1分,封顶5分', { 写稿9次: '12', 摄影9次: '5' }],
  ['迟到每次扣1分，最多扣5分；旷课每节扣5分，最多扣20分', { 迟到8次: '45', 旷课6节: '30' }, { fullMarks: '50' }],
]; // prettier-ignore

test.each(caps)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

/** What moves the score is told apart from what moves the value; a part of a step that counts whole by its wording. */
const moves: readonly Row[] = [
  ['退货率达到4%得80分；每增加1%，分数减少20分；每减少1%，分数增加5分', { '4%': '80', '6%': '40', '2%': '90', '4.5%': '?80' }],
  ['刚好达成目标得30分，比目标值每高1个百分点加2分，最高加8分，比目标值每低1个百分点扣3分', { '90%': '30', '92%': '34', '99%': '38', '88%': '24' }, { target: '90%' }],
  ['响应时间20分钟以内得10分，超过20分钟的，每5分钟内扣2分，扣完为止，例如响应时间24分钟，得8分，以此类推', { '18分钟': '10', '23分钟': '8', '31分钟': '4' }],
  ['停机时间少于15分钟得6分；每增加1至5分钟扣1分，直至0分为止', { '10分钟': '6', '17分钟': '5', '26分钟': '3', '90分钟': '0' }],
]; // prettier-ignore

test.each(moves)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

/** Bounds as they are worded beside steps: in steps, with blanks, for one part; and amounts as shares or in bare magnitudes. */
const bounds: readonly Row[] = [
  ['每迟一天扣2分，最多扣3天', { 迟2天: '16', 迟6天: '14' }, { fullMarks: '20' }],
  ['每迟交一天扣除 10%，最多扣 3 天（30%）', { 迟交2天: '40', 迟交5天: '35' }, { fullMarks: '50' }],
  ['每有一项专利得 3 分，最多得 9分。', { '2项': '6', '5项': '9' }],
  ['每缩短1%加2分，最高加至该维度12分', { '缩短3%': '6', '缩短9%': '12' }],
  ['每增长1%加1分，以此类推，封顶6分', { '增长4%': '4', '增长9%': '6' }],
  ['迟交一天扣该作业10%', { 迟交3天: '28' }, { fullMarks: '40' }],
  ['引进资金每10万加2分', { '30万元': '6', '50万': '10', '24万元': '?4' }],
  ['阅读量每1万次加1分', { '3万次': '3', '40000次': '4' }],
]; // prettier-ignore

test.each(bounds)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

/** Steps that go on from a flat deduction, of rates that earn, of one amount for several matters. */
const further: readonly Row[] = [
  ['合格率低于95%的，扣4分，每低2个百分点加扣1分', { '96%': '20', '91%': '14' }, { fullMarks: '20' }],
  ['整改完成率每20%得3分，满分15分', { '60%': '9', '100%': '15' }],
  ['甲类材料以最低价为基准，每高出10%扣1分；乙类材料以上年价为基准，每高出10%扣1分', { '高出20%': '8' }, { fullMarks: '10' }],
  ['偏差为0~3%时为满分30分；偏差小于0时，每低1%扣1分。报价得分最低分20分', { '2%': '30', '-4%': '26', '-40%': '20' }],
]; // prettier-ignore

test.each(further)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

test.each([
  ['及时率低于98%为满分，每降低1%扣2分', ['contradiction']],
  ['偏差0~3%为满分，偏差大于0的每高1%扣1分', ['contradiction']],
  ['低于50%得0分，50%-90%线性得分，90%以上得满分', ['undefined-amount']],
  ['准确率与目标值的差值每低1%，扣除对应比例的分数', ['undefined-amount']],
])('what %s leaves open', (text, expected) => expect(codes(text)).toEqual(expected));

/** A task that is done has its own points; more and less of it start from these. */
const tasks: readonly Row[] = [
  ['完成招商任务得30分，每少引进1家扣2分，每多引进1家加1分，最多加5分', { '多引进3家': '33', '多引进9家': '35', '少引进2家': '26' }],
  ['每缺席一次扣0.5分', { '缺席2次': '9' }, { fullMarks: '10' }],
]; // prettier-ignore

test.each(tasks)('%s', (...row) => expect(resultsOf(row)).toEqual(row[1]));

test('a named part of an entry that no rule speaks of leaves the result to a person', () => {
  const parts = { kind: 'parts', parts: { 会议: entryOf('缺席2次'), 工作要点: entryOf('50%') } } as const;
  const scored = scoreEntry(readCriteria('会议每缺席一次扣0.5分'), parts, { fullMarks: new Decimal(10) });
  expect(scored.certainty).toBe('ask');
});
