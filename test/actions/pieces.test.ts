import { withoutPauses, withPauses, type Pieces } from '../../src/actions/pieces';

/** So many pieces of three milliseconds each. */
function* work(count: number, done: number[]): Pieces<string> {
  for (let at = 1; at <= count; at += 1) {
    const until = performance.now() + 3;
    while (performance.now() < until);
    done.push(at);
    yield { done: at, of: count };
  }
  return 'finished';
}

test('other tasks get their turn while the work is done', async () => {
  const done: number[] = [];
  const seen: number[] = [];
  const timer = setInterval(() => seen.push(done.length), 0);
  expect(await withPauses(work(40, done))).toBe('finished');
  clearInterval(timer);
  expect(done).toHaveLength(40);
  expect(seen.length).toBeGreaterThan(1);
});

test('tells how far it is', async () => {
  const told: string[] = [];
  await withPauses(work(20, []), { onProgress: (done, of) => told.push(`${of}:${done <= of}`) });
  expect(new Set(told)).toEqual(new Set(['20:true']));
});

test('stops where it is told to', async () => {
  const done: number[] = [];
  const abort = new AbortController();
  setTimeout(() => abort.abort(new Error('stopped')), 0);
  await expect(withPauses(work(400, done), { signal: abort.signal })).rejects.toThrow('stopped');
  expect(done.length).toBeLessThan(400);
});

test('the same work in one go gives the same', () => {
  const done: number[] = [];
  expect(withoutPauses(work(5, done))).toBe('finished');
  expect(done).toEqual([1, 2, 3, 4, 5]);
});
