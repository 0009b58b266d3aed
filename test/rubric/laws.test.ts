import Decimal from 'decimal.js';
import fc from 'fast-check';
import { bandsOf, canonicalText, questionsOf, readCriteria, sameRules, scoreEntry, type EntryValue } from '../../src/rubric';
import { contains } from '../../src/rubric/interval';
import { itemsOf } from '../../src/rubric/items';

const number = (value: number | string): EntryValue => ({ kind: 'number', value: new Decimal(value), percentFormat: false });

/** Pieces of the language, thrown together at random: the adversary that knows the vocabulary. */
const pieces =
  '90 80-89 100% 5% 0。5 ≥ < 以上 以下 低于 超过 不足 （ ） ( ) [ ] ， 、 ； 。 \n 每 次 项 天 扣 加 得 分 满分 不得分 扣完为止 最高 最低 优秀 良好 合格 A B 1级 2级： 为 是 否则 目标 一票否决 × / = % each points deducted at least below Excellent - 半 三 百分之 以此类推 第一次 不满1%按1%计'.split(
    ' ',
  );
const criteria = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
const entry = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((text): EntryValue => ({ kind: 'text', text })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => number(String(value))),
  fc.constantFrom<EntryValue>(
    { kind: 'blank' },
    { kind: 'boolean', value: true },
    { kind: 'error', code: '#N/A' },
    { kind: 'parts', parts: { a: { kind: 'text', text: '3次' } } },
  ),
);

/** Reads, scores, writes out and asks: nothing may throw, every span must lie in the text. */
function exercise(text: string, value: EntryValue): void {
  const reading = readCriteria(text);
  scoreEntry(reading, value, { fullMarks: new Decimal(20), target: { amount: new Decimal(90), unit: '%' } });
  bandsOf(reading);
  canonicalText(reading, 'zh');
  questionsOf(reading);
  for (const { span } of [...reading.rules, ...reading.clauses, ...reading.issues])
    expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
}

test('no text throws: any Unicode', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), entry, exercise), { numRuns: 300 });
});

test('no text throws: the words of the field in any order', () => {
  fc.assert(fc.property(criteria, entry, exercise), { numRuns: 600 });
});

test('what is certain leaves no clause unread', () => {
  fc.assert(
    fc.property(criteria, (text) => {
      const reading = readCriteria(text);
      return reading.certainty !== 'certain' || reading.clauses.every(({ disposition }) => disposition !== 'unread');
    }),
    { numRuns: 600 },
  );
});

test('canonical text reads back to the same rubric, whatever was read', () => {
  fc.assert(
    fc.property(criteria, (text) => {
      const reading = readCriteria(text);
      const canonical = canonicalText(reading, 'zh');
      return canonical === null || sameRules(readCriteria(canonical).rules, reading.rules);
    }),
    { numRuns: 400 },
  );
});

/** Descending cuts → bands that cover everything: 90以上 …, 80以上不足90 …, …, 不足60 …. */
const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 }).map((list) => list.sort((a, b) => b - a));
const names = ['优秀', '良好', '合格', '不合格'];
const covering = (list: readonly number[]): string =>
  [
    ...list.map((cut, at) => (at === 0 ? `${cut}分以上为${names[at]}` : `${cut}分以上不足${list[at - 1]}分为${names[at]}`)),
    `不足${list[list.length - 1]}分为${names[list.length]}`,
  ].join('，');

test('bands without a gap give every value exactly one tier', () => {
  fc.assert(
    fc.property(cuts, fc.integer({ min: 0, max: 10000 }), (list, hundredths) => {
      const value = new Decimal(hundredths).div(100);
      const reading = readCriteria(covering(list));
      const owners = bandsOf(reading).filter(({ interval }) => contains(interval, value));
      const at = list.findIndex((cut) => value.gte(cut));
      const outcome = scoreEntry(reading, { kind: 'text', text: `${value.toFixed()}分` });
      return owners.length === 1 && outcome.certainty === 'certain' && outcome.tier === names[at < 0 ? list.length : at];
    }),
    { numRuns: 200 },
  );
});

test('bands without a gap raise no issue', () => {
  fc.assert(
    fc.property(cuts, (list) => readCriteria(covering(list)).issues.length === 0),
    { numRuns: 100 },
  );
});

test('the order of the bands does not change what a value gets', () => {
  fc.assert(
    fc.property(cuts, fc.integer({ min: 0, max: 100 }), (list, value) => {
      const text = covering(list).split('，');
      const [forward, backward] = [readCriteria(text.join('；')), readCriteria([...text].reverse().join('；'))];
      return scoreEntry(forward, number(value)).tier === scoreEntry(backward, number(value)).tier;
    }),
    { numRuns: 100 },
  );
});

/** Texts that make careless readers slow: repeats, open brackets, digits, separators. Their length is what is bounded. */
const adversaries: readonly (readonly [name: string, unit: string])[] = [
  ['digits', '9'], ['brackets', '('], ['closed brackets', ')'], ['nested pairs', '(('], ['commas', '，'], ['ranges', '1-'], ['awards', '得10分'], ['glued bands', '90%以上20分'],
  ['each', '每'], ['verbs', '扣'], ['numerals', '一千'], ['letters', 'A、'], ['levels', '1级：'], ['comparisons', '不低于'], ['signs', '<'], ['words', '工作'], ['english', 'at least '],
  ['spaces', ' '], ['newlines', '\n'], ['dots', '.'], ['waves', '~'], ['pinyin', '統(tǒng)'], ['percent', '%'], ['minus', '-'], ['tiers', '优秀'], ['series', '以此类推'], ['or', '或'], ['slashes', '/次'],
]; // prettier-ignore

test.each(adversaries)('100,000 characters of %s are read', (_name, unit) => {
  const text = unit.repeat(Math.ceil(100_000 / unit.length));
  expect(readCriteria(text).text.length).toBe(text.length);
});

test.each(adversaries)('the items of repeated %s grow with the text, not faster', (_name, unit) => {
  const count = (times: number): number => itemsOf(unit.repeat(times)).length;
  expect(count(400) <= 2 * count(200) + 4).toBe(true);
});
