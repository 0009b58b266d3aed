/** Looking an outcome up in its stretch gives what working it out gives. */
import Decimal from 'decimal.js';
import fc from 'fast-check';
import { defaultReadingPolicy, readCriteria, scoreEntry, type EntryValue, type Reading } from '../../src/rubric';
import { compareNumbers } from '../../src/rubric/interval';
import { stretchAt, stretchesOf } from '../../src/rubric/stretches';

const number = (value: Decimal.Value): EntryValue => ({ kind: 'number', value: new Decimal(value), percentFormat: false });

const cutting = [
  '90-100分为优秀，80-89分为良好，60-79分为合格，低于60分为不合格',
  '完成率90%以上得20分，80%以上得10分，低于80%不得分',
  '优秀10分，良好8分，合格6分',
  '1级4分，2级6分，3级8分',
  '0次得10分；1-2次得6分；3次及以上得0分',
  '85以上优秀，80以下良好',
  '损失1000元以下扣2分，1000元以上扣5分，满分20分',
];
const beyond = ['每低1%扣2分', '达成率×权重', '有新客户得10分，没有新客户得0分', '达到目标得满分', 'A 得25-30分，B 得20-24分'];

const fresh = (reading: Reading): Reading => ({ ...reading });
const value = fc.oneof(
  fc.integer({ min: -20, max: 120 }),
  fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
  fc.integer({ min: 0, max: 300 }).map((hundredths) => hundredths / 100),
);

test.each(cutting)('one by one or as a column: %s', (text) => {
  const reading = readCriteria(text);
  expect(stretchesOf(reading)).not.toBeNull();
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (column) => {
      const together = column.map((each) => scoreEntry(reading, number(each), { fullMarks: new Decimal(20) }));
      expect(together).toEqual(column.map((each) => scoreEntry(fresh(reading), number(each), { fullMarks: new Decimal(20) })));
    }),
    { numRuns: 60 },
  );
});

test.each(beyond)('more than cuts: %s', (text) => expect(stretchesOf(readCriteria(text))).toBeNull());

test('full marks and policy have their own outcomes', () => {
  const reading = readCriteria('90分以上得满分，80-90分得一半分，80分以下不得分');
  const points = (fullMarks: number): string | undefined =>
    scoreEntry(reading, number(95), { fullMarks: new Decimal(fullMarks) }).points?.toFixed();
  expect([points(10), points(20), points(10)]).toEqual(['10', '20', '10']);
  const at90 = (sharedBoundary: 'better' | 'worse'): string | undefined =>
    scoreEntry(reading, number(90), { fullMarks: new Decimal(10), policy: { ...defaultReadingPolicy, sharedBoundary } }).points?.toFixed();
  expect([at90('better'), at90('worse'), at90('better')]).toEqual(['10', at90('worse'), '10']);
});

test('an outcome that was looked up tells its own reasons and survives copying', () => {
  const reading = readCriteria(cutting[0] as string);
  scoreEntry(reading, number(95));
  const looked = scoreEntry(reading, number(97));
  expect(looked.reason[0]?.details.value).toBe('97');
  expect(looked.reason).toBe(looked.reason);
  expect(JSON.parse(JSON.stringify({ ...looked }))).toEqual(JSON.parse(JSON.stringify(scoreEntry(fresh(reading), number(97)))));
});

test('numbers are ordered as decimal.js orders them', () => {
  const text = fc.oneof(fc.integer().map(String), fc.double({ noNaN: true, noDefaultInfinity: true }).map(String), fc.constantFrom('0', '-0', '0.5', '0.50', '1e30', '-1e-30', '10000000', '9999999.9', 'Infinity', '-Infinity')); // prettier-ignore
  fc.assert(
    fc.property(text, text, (x, y) => {
      const [a, b] = [new Decimal(x), new Decimal(y)];
      return Math.sign(compareNumbers(a, b)) === Math.sign(a.cmp(b)) && compareNumbers(a, a) === 0;
    }),
    { numRuns: 1000 },
  );
});

test('a number lies between two cuts or on one', () => {
  const cuts = [0, 60, 80].map((cut) => new Decimal(cut));
  expect([-1, 0, 30, 60, 70, 80, 90].map((each) => stretchAt(cuts, new Decimal(each)))).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
