import fc from 'fast-check';
import { normalise } from '../../src/rubric/normalise';

describe('one spelling for the readers', () => {
  test.each([
    ['９０％－１００％', '90%-100%'],
    ['90–100', '90-100'],
    ['90〜100', '90~100'],
    ['扣2 分，優秀', '扣2分，优秀'],
    ['①90分以上', '(1)90分以上'],
    ['a  b\r\n\r\n c', 'a b\nc'],
    ['＞＝5', '>=5'],
    ['10²', '10²'],
    ['萬元，佔總數', '万元，占总数'],
    ['\u200b每次扣１．５分\u00a0', '每次扣1.5分 '],
  ])('%j becomes %j', (text, expected) => expect(normalise(text).text).toBe(expected));

  test('a span leads back to the words as written', () => {
    const original = '完成率 ９０　％以上，得優秀';
    const { text, toOriginal } = normalise(original);
    const start = text.indexOf('优秀');
    const span = toOriginal({ start, end: start + 2 });
    expect(original.slice(span.start, span.end)).toBe('優秀');
  });

  test('any text keeps its positions in order and in range', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (original) => {
        const { text, toOriginal } = normalise(original);
        let last = 0;
        for (let at = 0; at < text.length; at++) {
          const span = toOriginal({ start: at, end: at + 1 });
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(original.length);
          last = span.start;
        }
      }),
    );
  });
});
