/** Names and points in two lists: 优秀、良好、合格、不合格分别得10分、8分、6分、0分. */
import Decimal from 'decimal.js';
import type { NormalisedText } from '../normalise';
import type { LabelRule } from '../rule';

const whole =
  /^\s*(?:[^:,，;；。、\d]{1,16}:)?([^:,，;；。\d]{1,80}?)(?:[两二三四五六]?(?:个?(?:档次?|等级?|等次|级别?|类别?|项)))?(?:的)?[,，]?(?:分别|依次)(?:对应|得分?|计|为|记|赋|给)+(?:分值?)?((?:\d+(?:\.\d+)?分?\s?[、,，]\s?)+\d+(?:\.\d+)?)分\s?[。;；]?\s*$/;
const between = /[、/]|和|及/;
const longest = 200;

/**
 * Reads a text that is nothing but such a sentence.
 *
 * @returns one rule a name in order; null where the lists differ in length, or the text is another
 */
export function respectiveList({ text, toOriginal }: NormalisedText): readonly LabelRule[] | null {
  const found = text.length > longest ? null : whole.exec(text);
  const names = (found?.[1] ?? '')
    .split(between)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const points = (found?.[2] ?? '').split(/[、,，]/).map((each) => each.replace(/[分\s]/g, ''));
  if (names.length < 2 || names.length !== points.length || new Set(names).size !== names.length) return null;
  const span = toOriginal({ start: 0, end: text.trimEnd().length });
  return names.map((name, at): LabelRule => {
    const value = new Decimal(points[at] as string);
    return {
      kind: 'label',
      span,
      label: name,
      phrases: [],
      award: { tier: null, amount: { mode: 'set', low: value, high: value, of: 'points' } },
    };
  });
}
