import fc from 'fast-check';
import { chineseInteger, readNumeral, readSignedNumeral } from '../../src/rubric/numeral';

/** What a text begins with, as `amount` or `amount|rest`. */
function read(text: string): string | null {
  const found = readNumeral(text, 0);
  if (!found) return null;
  const rest = text.slice(found.end);
  return `${found.amount.toFixed()}${found.share ? ` ${found.share}` : ''}${rest ? `|${rest}` : ''}`;
}

describe('numbers as people write them', () => {
  // GB/T 15835-2011 (numerals in publications) for digits and thousands; everyday usage for elided 一百二, 两万三.
  test.each([
    ['85', '85'],
    ['0.5分', '0.5|分'],
    ['.5', '0.5'],
    ['5.', '5|.'],
    ['1,200', '1200'],
    ['10,000.5', '10000.5'],
    ['1,20', '1|,20'],
    ['1,2000', '1|,2000'],
    ['1/2', '0.5'],
    ['1 1/2 pages', '1.5| pages'],
    ['2½', '2.5'],
    ['¾', '0.75'],
    ['1/2/3', '1|/2/3'],
    ['二分之一', '0.5'],
    ['半', '0.5'],
    ['百分之八十', '80 percent'],
    ['百分之八十五点五', '85.5 percent'],
    ['千分之三', '3 permille'],
    ['八成', '80 percent'],
    ['八成五', '85 percent'],
    ['一成不变', '1|成不变'],
    ['两万三千', '23000'],
    ['一百二', '120'],
    ['两百五', '250'],
    ['三千五', '3500'],
    ['一万五', '15000'],
    ['一万零五百', '10500'],
    ['一百零五', '105'],
    ['十', '10'],
    ['十五', '15'],
    ['一十五', '15'],
    ['九十九', '99'],
    ['壹佰', '100'],
    ['贰拾伍', '25'],
    ['一亿三千万', '130000000'],
    ['二〇二四', '2024'],
    ['三点五', '3.5'],
    ['2万3千', '23000'],
    ['twenty-five', '25'],
    ['three wrong', '3| wrong'],
    ['tenth', null],
  ])('reads %s as %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each(['二百一千', '一百百', '两十', '一千五十', '三四', '百', '千百', '零五', '一万万', '五亿三亿', '一百零'])(
    'does not read %s',
    (text) => expect(chineseInteger(text)).toBeNull(),
  );

  test.each([
    ['-2', '-2'],
    ['+5', '5'],
    ['负三', '-3'],
    ['- 4', '-4'],
  ])('reads the sign of %s', (text, expected) => expect(readSignedNumeral(text, 0)?.amount.toFixed()).toBe(expected));

  const digits = '零一二三四五六七八九';
  /** Spells a number the long way round (一千零五十): the writer that the strict reader must invert. */
  function spell(value: number): string {
    if (value >= 10000) {
      const rest = value % 10000;
      return `${spell(Math.floor(value / 10000))}万${rest === 0 ? '' : (rest < 1000 ? '零' : '') + spell(rest)}`;
    }
    let text = '';
    let pendingZero = false;
    for (const [unit, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(value / unit) % 10;
      if (digit === 0) pendingZero = text !== '';
      else {
        text += (pendingZero ? '零' : '') + digits[digit] + name;
        pendingZero = false;
      }
    }
    return text || '零';
  }

  test('every numeral that is written in full reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => expect(chineseInteger(spell(value))?.toNumber()).toBe(value)),
    );
  });

  test('no text throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, at) => void readSignedNumeral(text, at)));
    fc.assert(fc.property(fc.stringMatching(/^[零一二两三十百千万亿点半分之成\d./,]*$/), (text) => void readNumeral(text, 0)));
  });
});
