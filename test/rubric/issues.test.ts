import { readCriteria } from '../../src/rubric';
import { codes } from './gives';

/** Texts in which nothing is open: no issue may be named (a floor at 0 is the convention, so `missing-floor` is only a note). */
const clean: readonly string[] = [
  '90分以上为优秀，80分以上不足90分为良好，60分以上不足80分为合格，不足60分为不合格',
  '每发现一次扣2分，扣完为止',
  '完成率≥95%得10分，90%≤完成率<95%得8分，完成率<90%得0分',
  '3次以上优秀，2次良好，1次合格，0次不合格',
  '优秀10分，良好8分，合格6分',
  '达到目标得满分，未达到不得分',
  '每超1%加1分，最高加5分',
  'A≥90，80≤B<90，C<80',
  '未发生事故得满分，发生1次扣5分，发生2次及以上扣10分',
  '3天以内得10分，4-5天得8分，超过5天得0分',
  '1级：熟悉；2级：掌握；3级：精通',
  '有得5分，无得0分',
  '无投诉为优秀，有投诉但已妥善处理为良好',
  '完成率95%以上得10分，低于95%得0分',
  '[90,100]优秀；[80,90)良好；[0,80)合格',
  'At least 95%: 5 points; less than 95%: 0 points',
  'Yes - 5 points; No - 0 points',
  '0 errors = 10 points; 1-2 errors = 5 points; 3 or more errors = 0 points',
];

/** Texts with a fault, and its code (criteria README). */
const faulty: readonly (readonly [text: string, code: string])[] = [
  ['90-100优秀，80-90良好，60-80合格', 'shared-boundary'],
  ['不超过5天10分，5-10天8分，超过10天0分', 'shared-boundary'],
  ['80-100: Good; 60-80: Fair; 0-60: Poor', 'shared-boundary'],
  ['90分以上优秀，80-89分良好，70分以下不合格', 'gap'],
  ['95%以上得10分，80%以下得0分', 'gap'],
  ['完成率95%以上得10分，90%以上得5分', 'gap'],
  ['Above 90 excellent, 70-80 good, below 70 poor', 'gap'],
  ['0-3次优秀，5次以上不合格', 'gap'],
  ['销售额超过去年5分，低于去年0分', 'gap'],
  ['90-100分优秀，80-89分良好，60-79分合格，60分以下不合格', 'integer-gap'],
  ['95%以上得10分，90%-94%得8分，低于90%得0分', 'integer-gap'],
  ['A、非常熟悉，得25-30分；B、熟悉，得16-24分；C、不熟悉，得0-15分', 'integer-gap'],
  ['4.5-5.0分优秀，4.0-4.4分良好，低于4分合格', 'integer-gap'],
  ['90-100分优秀，85-95分良好，60-84分合格', 'overlap'],
  ['3次以上10分，1-2次5分，2次以下0分', 'overlap'],
  ['完成2项为优秀，完成1项为良好，完成0项为合格，未完成为不合格', 'contradiction'],
  ['偶尔参加或不参加为合格，完全不参加为不合格', 'contradiction'],
  ['按计划提交方案为优秀，未提交方案为合格，提交方案但不完整为不合格', 'contradiction'],
  ['低于95%得满分，每降低1%扣1分', 'contradiction'],
  ['1次得5分，2次得3分，1次得0分', 'contradiction'],
  ['无重大失误为优秀，有1-2次轻微失误为良好，有3次以上失误为合格', 'overlap'],
  ['工作失误扣分', 'undefined-amount'],
  ['结果越高得分越高，最高20分', 'undefined-amount'],
  ['每超时1小时扣0。5分，扣完为止', 'lost-text'],
  ['迟到每次一2分，扣完为止', 'lost-text'],
  ['每错l0处扣2分', 'lost-text'],
  ['及时完成得满分（每延迟一天扣2分，扣完为止', 'lost-text'],
  ['达到目标得满分，每低1%扣1分，最低不低于-10分', 'floor-or-cap'],
  ['总分=业绩考核*60%+行为考核*30%', 'weights-sum'],
];

test.each(clean)('nothing is open in %s', (text) => {
  expect(codes(text)).toEqual([]);
});

test.each(faulty)('%s: %s', (text, code) => {
  expect(codes(text)).toContain(code);
});

/** Every fix of a hole or a shared end is a text in which that is decided. */
const fixable = faulty.filter(([, code]) => ['gap', 'integer-gap', 'shared-boundary'].includes(code));
const fixes = fixable.flatMap(([text, code]) => {
  const fix = readCriteria(text).issues.find((issue) => issue.code === code)?.fix ?? null;
  return fix === null ? [] : [[text, code, fix.text] as const];
});

test('most faults of bands come with a fix', () => {
  expect(fixes.length * 3 >= fixable.length * 2).toBe(true);
});

test.each(fixes)('%s: the fix of %s leaves none', (_text, code, fix) => {
  expect(readCriteria(fix).issues.map((issue) => issue.code)).not.toContain(code);
});

test('an issue points into the original text', () => {
  const text = '滿意度：90-100分為優秀，80-90分為良好';
  const [issue] = readCriteria(text).issues;
  expect(text.slice(issue?.span.start, issue?.span.end)).toBe('滿意度：90-100分為優秀，80-90分為良好');
});
