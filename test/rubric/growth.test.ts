/** The time of reading grows with the length of a text: counted in looks at items, not measured. */
import { findAward } from '../../src/rubric/clauseAward';
import { draftsOf } from '../../src/rubric/drafts';
import type { Item } from '../../src/rubric/item';
import { itemsOf } from '../../src/rubric/items';
import { normalise } from '../../src/rubric/normalise';
import { readCriteria } from '../../src/rubric';

/** How often cutting a text into clauses and looking for their awards asks an item what it is. */
function looks(text: string): number {
  let count = 0;
  const counted = itemsOf(text).map((item): Item => {
    const { kind } = item;
    const get = (): Item['kind'] => {
      count += 1;
      return kind;
    };
    return Object.defineProperty({ ...item }, 'kind', { get, enumerable: true });
  });
  for (const { items, order } of draftsOf(counted)) findAward(items, order, false);
  return count;
}

const adversaries: readonly (readonly [name: string, unit: string])[] = [
  ['things with commas', '迟到，'], ['bounds without an award', '低于0分，'], ['ranges', '0-100，'], ['a chain of ranges', '90-80-70-'], ['percent chains', '90%-80%-'],
  ['sums', '1+'], ['products', 'a/b*c+'], ['targets', '目标95%，'], ['deductions', '每次扣1分'], ['parts of steps', '不足1小时按1小时计，'], ['labels', 'A、好；'], ['brackets', '([{'],
  ['awards', '得5分'], ['thresholds', '90%以上20分'], ['tiers', '优秀10分'], ['english', 'lose 2 points for each error, '],
]; // prettier-ignore

test.each(adversaries)('twice as many %s take twice the looks', (_name, unit) => {
  const [once, twice] = [looks(unit.repeat(400)), looks(unit.repeat(800))];
  expect(once).toBeGreaterThan(0);
  expect(twice / once).toBeLessThan(2.3);
});

test('a pile of combining marks is read in portions, and every position leads back', () => {
  const text = `分${'\u0316\u0301'.repeat(200)}`;
  const { toOriginal, text: read } = normalise(text);
  expect(toOriginal({ start: 0, end: read.length })).toEqual({ start: 0, end: text.length });
  expect(toOriginal({ start: 0, end: 1 }).end).toBeLessThan(40);
});

const piles = ['\u0316\u0301', '\ud83d', '😀', 'שלום ', '一二三四五六七八九十', '90%-80%-', 'ﾞ', '（', '百分之'];
test.each(piles)('100,000 characters of %j are read', (unit) => {
  const text = unit.repeat(Math.ceil(100_000 / unit.length));
  expect(readCriteria(text).text).toHaveLength(text.length);
});
