/** A number with its unit where an item may start with one. */
import { readQuantity } from '../quantity';
import type { Quantity } from '../types';
import { isDigit, isLetter, type Cursor } from './cursor';

const chineseNumeral = /[零〇一二两三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖拾佰仟]/;

/** A number at `at`. Chinese numerals count only with a unit (一般 is a word, 一次 is a number); `24H` inside a word does not. */
export function quantityAt({ text }: Cursor, at: number, signed = false): { readonly quantity: Quantity; readonly end: number } | null {
  const char = text[at] as string;
  const numeral = chineseNumeral.test(char) || isLetter(char);
  if (!numeral && !/[\d.½¼¾⅓⅔]/.test(char) && !(signed && /[-+负]/.test(char))) return null;
  if (isLetter(text[at - 1]) && !signed) return null;
  if (char === '一' && text.startsWith('一票否决', at)) return null;
  if (/^\d[A-Z]\p{Script=Han}/u.test(text.slice(at, at + 3)) && !isDigit(text[at - 1])) return null;
  const read = readQuantity(text, at, signed);
  if (!read || (numeral && read.quantity.unit === null)) return null;
  return read;
}
