import Decimal from 'decimal.js';
import fc from 'fast-check';
import { canonicalText, readCriteria, scoreEntry, type Reading } from '../../src/rubric';
import { typed, result } from './gives';

/**
 * Generated rubrics: a list of bands, labels or levels, with or without steps and limits, as a person would write them. Their canonical text
 * gives the same outcome as they do for every entry of a grid, in both languages, and is as certain.
 */

const names = ['优秀', '良好', '合格', '不合格'];
const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 }).map((list) => list.sort((a, b) => b - a));
const unit = fc.constantFrom('分', '%', '次', '天', '小时');
const joint = fc.constantFrom('，', '；', '\n');

const tiers = fc
  .tuple(cuts, unit, joint)
  .map(([list, of, between]) =>
    [
      ...list.map((cut, at) => `${cut}${of}以上${at === 0 ? '' : `不足${list[at - 1]}${of}`}为${names[at]}`),
      `不足${list[list.length - 1]}${of}为${names[list.length]}`,
    ].join(between),
  );

const points = fc
  .tuple(cuts, fc.constantFrom('%', '次', '天'), joint)
  .map(([list, of, between]) =>
    [...list.map((cut, at) => `${cut}${of}以上得${10 - 2 * at}分`), `${list[list.length - 1]}${of}以下不得分`].join(between),
  );

const labels = fc.tuple(fc.integer({ min: 2, max: 4 }), joint).map(([count, between]) =>
  names
    .slice(0, count)
    .map((name, at) => `${name}得${10 - 2 * at}分`)
    .join(between),
);

const levels = fc
  .integer({ min: 2, max: 5 })
  .map((count) => Array.from({ length: count }, (_, at) => `${at + 1}级得${(at + 1) * 2}分`).join('；'));

const moved = fc.constantFrom('低', '降低', '少', '高', '超过', '增加');
const step = fc
  .tuple(fc.integer({ min: 50, max: 100 }), moved, fc.integer({ min: 1, max: 9 }), fc.constantFrom('', '，不足1%按1%计', '，按比例折算'))
  .map(([base, move, tenths, partial]) => {
    const up = /高|超|增/.test(move);
    return `完成率${up ? '不超过' : '达到'}${base}%得满分，每${move}1%扣${tenths / 10}分${partial}`;
  });
const occurrence = fc
  .tuple(fc.constantFrom('迟到', '客户投诉', '报表差错'), fc.constantFrom('次', '起', '处'), fc.integer({ min: 1, max: 9 }))
  .map(([what, of, each]) => `${what}每${of}扣${each}分`);
const bound = fc.constantFrom('', '，扣完为止', '，最多扣5分');
const steps = fc.tuple(fc.oneof(step, occurrence), bound).map((parts) => parts.join(''));

const criteria = fc.oneof(tiers, points, labels, levels, steps);

const grid = [
  ...['0', '1', '2', '3', '5', '10', '50', '79.5', '80', '90', '95', '100'].flatMap((number) => [number, `${number}%`, `${number}次`]),
  ...['7.5天', '3小时', '优秀', '良好', '不合格', '2级', '迟到2次', '客户投诉3起', '报表差错1处', '低2.5%', '超过3%'],
];

const outcomes = (reading: Reading): readonly string[] =>
  grid.map((entry) => `${entry} ${result(scoreEntry(reading, typed(entry), { fullMarks: new Decimal(20) }))}`);

test.each(['zh', 'en'] as const)('canonical text in %s gives what the rubric gives', (language) => {
  fc.assert(
    fc.property(criteria, (text) => {
      const reading = readCriteria(text);
      const canonical = canonicalText(reading, language) ?? '';
      const back = readCriteria(canonical);
      expect([text, canonical, back.certainty, ...outcomes(back)]).toEqual([text, canonical, reading.certainty, ...outcomes(reading)]);
    }),
    { numRuns: 60 },
  );
});

test('what is generated is read with certainty, so that the law says something', () => {
  fc.assert(
    fc.property(criteria, (text) => readCriteria(text).certainty === 'certain'),
    { numRuns: 60 },
  );
});
