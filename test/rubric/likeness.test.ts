import fc from 'fast-check';
import { bestLikeness, likeness } from '../../src/rubric/likeness';

describe('words of an entry against words of a rule', () => {
  test.each([
    ['处理不善', '出现处理不善现象'],
    ['错做', '错做'],
    ['不符合', '不符合要求'],
    ['造成投诉', '造成客户投诉者'],
    ['both rules not followed', 'if both rules are not followed'],
    ['title page not correct', 'if title page is not correctly done'],
    ['insufficient comments', 'do not include sufficient comments'],
  ])('%s meets %s', (words, phrase) => {
    const found = likeness(words, phrase);
    expect(found.opposite).toBe(false);
    expect(found.strength).toBeGreaterThan(0.5);
  });

  test.each([
    ['未出现处理不善现象', '出现处理不善现象'],
    ['符合要求', '不符合要求'],
    ['无投诉', '投诉'],
    ['没有迟到', '迟到'],
    ['sufficient inline comments', 'do not include sufficient inline comments'],
    ['double spaced', 'paper is not double spaced'],
  ])('%s denies %s', (words, phrase) => expect(likeness(words, phrase)).toMatchObject({ opposite: true }));

  test('different matters do not meet', () => {
    expect(likeness('红灯', '短信提醒').strength).toBe(0);
    expect(likeness('迟到', '早退').strength).toBe(0);
    expect(bestLikeness('迟到', ['早退', '迟到']).strength).toBe(1);
  });

  test('no words throw, and strength stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (words, phrase) => {
        const { strength } = likeness(words, phrase);
        expect(strength).toBeGreaterThanOrEqual(0);
        expect(strength).toBeLessThanOrEqual(1);
      }),
    );
  });
});
