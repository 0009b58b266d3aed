import { readCriteria } from '../../src/rubric';
import { isFragment } from '../../src/rubric/fragments';

test('what must hold together with more is a fragment, an alternative is not', () => {
  expect(isFragment('complete', ['complete, accurate and up to date', 'complete'])).toBe(true);
  expect(isFragment('up to date', ['complete, accurate and up to date', 'up to date'])).toBe(true);
  expect(isFragment('late', ['late or not at all', 'late'])).toBe(false);
  expect(isFragment('complete', ['complete', 'complete,'])).toBe(false);
});

test('two descriptions that share a piece do not contradict each other; the same description twice does', () => {
  const shared = readCriteria('Excellent: complete, accurate and current, 10 points; Good: complete, single items open, 8 points');
  expect(shared.issues).toEqual([]);
  const twice = readCriteria('资料不完整为一般，资料不完整或缺签字为差');
  expect(twice.issues.map(({ code }) => code)).toContain('contradiction');
});
