import { isTick, starCount, typedAmount, typedDeduction, typedPoints, withDecimalPoint } from '../../src/review/typedNumber';

describe('numbers typed as text', () => {
  test.each([
    ['88分', '88'],
    ['８８', '88'],
    ['16 pts', '16'],
    ['1,200', '1200'],
    ['-80', '-80'],
    ['0。5', null],
    ['92%', null],
    ['良好', null],
    ['88分左右', null],
    ['', null],
  ])('points %s', (text, expected) => expect(typedPoints(text)?.toFixed() ?? null).toBe(expected));

  test.each([
    ['扣1分', '1'],
    ['-2', '2'],
    ['一2分', '2'],
    ['无', '0'],
    ['0', '0'],
    ['两次', null],
  ])('deduction %s', (text, expected) => expect(typedDeduction(text)?.toFixed() ?? null).toBe(expected));

  test.each([
    ['300户', '300'],
    ['2次', '2'],
    ['无', '0'],
    ['约300户', null],
  ])('amount %s', (text, expected) => expect(typedAmount(text)?.toFixed() ?? null).toBe(expected));

  test.each([
    ['★★★★★', 5],
    ['★★★☆☆', 3],
    ['4星', 4],
    ['三星', 3],
    ['高', null],
    ['', null],
  ])('stars %s', (text, expected) => expect(starCount(text)).toBe(expected));

  test('ticks', () => {
    expect(['√', '✓', 'V', '☑'].every((mark) => isTick(mark, []))).toBe(true);
    expect(['×', 'X', '○'].some((mark) => isTick(mark, []))).toBe(false);
    expect(isTick('○', ['○'])).toBe(true);
  });

  test('a full-width stop is only repaired between digits', () => expect(withDecimalPoint('0。5分。')).toBe('0.5分。'));
});
