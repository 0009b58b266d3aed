/** Occurrences that cost nothing before the counted ones: 从第4次开始每次扣1分, `over the allowed 3`, `the first one is free`. */
import Decimal from 'decimal.js';
import { readNumeral } from '../numeral';

const from =
  /(?:从|自|由)?第([一二两三四五六七八九十\d]{1,3})(?:次|个月|个小时|个工作日|个|项|起|人|件|处|天|日|工作日|小时|分钟|周)?(?:开始|起|及以后|以后)/;
/** 自第4天起计扣, 从第三个工作日开始扣分: how measured time is freed. */
export const laterStart = /(?:从|自|由)第[一二两三四五六七八九十\d]{1,3}(?:天|日|个?工作日|小时|个小时|分钟|周|个月)(?:开始|起)/;
const words: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, first: 1, second: 2, third: 3 };
const beyond =
  /\b(?:over|beyond|above|after|in excess of|more than)(?: an?| the| that)?(?: allowed| permitted| allowance of| first| initial| maximum(?: of)?| limit of)*(?: of)? ?(\d{1,3}|one|two|three|four|five|six)\b(?! ?%)(?! ?(?:points?|marks?|pts?|minutes?|hours?|days?|weeks?))/i;
const freeOnes =
  /\b(?:the )?first (\d{1,2}|one|two|three|four|five)? ?[a-z -]{0,24}(?:is|are|be) (?:free|ignored|excused|forgiven|not (?:counted|penali[sz]ed|deducted)|without penalty|a reminder)/i;

const numberOf = (text: string): Decimal => new Decimal(words[text.toLowerCase()] ?? Number(text));

/**
 * How many occurrences are free.
 *
 * @param text the clause with what stands before it, normalised
 * @returns a whole number above zero; null where the text frees none
 */
export function allowanceIn(text: string): Decimal | null {
  const chinese = from.exec(text)?.[1];
  const numeral = chinese === undefined ? null : readNumeral(chinese, 0);
  if (numeral?.amount.gt(1)) return numeral.amount.minus(1);
  const over = beyond.exec(text)?.[1];
  if (over !== undefined) return numberOf(over);
  const first = freeOnes.exec(text);
  return first ? numberOf(first[1] ?? 'one') : null;
}
