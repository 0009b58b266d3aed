/** A number with its unit where an item may start with one. */
import { readQuantity, type ReadQuantity } from '../quantity';
import { isNamed } from '../names';
import { isDigit, isLetter, type Cursor } from './cursor';

const chineseNumerals = new Set('零〇一二两三四五六七八九十百千万亿半壹贰叁肆伍陆柒捌玖拾佰仟');
const figures = new Set('0123456789.½¼¾⅓⅔');
/** With which letters English numbers begin: zero, one, two …, half. */
const englishInitials = new Set('zotfsenhZOTFSENH');
const signs = new Set('-+负');

/** Whether an unsigned number may start with the character. */
export const startsQuantity = (char: string): boolean => figures.has(char) || chineseNumerals.has(char) || englishInitials.has(char);

/** A number at `at`. Chinese numerals count only with a unit (一般 is a word, 一次 is a number); `24H` inside a word does not. */
export function quantityAt(cursor: Cursor, at: number, signed = false): ReadQuantity | null {
  const key = 2 * at + Number(signed);
  const known = cursor.quantities.get(key);
  if (known !== undefined) return known;
  const read = readAt(cursor.text, at, signed);
  cursor.quantities.set(key, read);
  return read;
}

/** 一票否决, 一次验收合格率: names that begin like a number. */
const inName = /^一(?:票否决|次(?:性|验收|合格|通过|交[验检]|成功|报[验检]|直通|开箱|修复|解决|办结|抽检|送检|上架|装配|交付))/;

/** 上一周期, 同一项目: which one, not how many (but 以上一次). */
const isOrder = (text: string, at: number): boolean => /(?:^|[^以之])[上下前后]$|[同另逐唯统]$/.test(text.slice(Math.max(0, at - 2), at));

function readAt(text: string, at: number, signed: boolean): ReadQuantity | null {
  const char = text[at] as string;
  if (!startsQuantity(char) && !(signed && signs.has(char))) return null;
  if (!signed && isLetter(text[at - 1])) return null;
  if (char === '一' && (inName.test(text.slice(at, at + 4)) || isOrder(text, at))) return null;
  if (isLetter(text[at + 1]) && /^\d[A-Z]\p{Script=Han}/u.test(text.slice(at, at + 3)) && !isDigit(text[at - 1])) return null;
  const read = readQuantity(text, at, signed);
  if (read?.quantity.unit === null && figures.has(char) && isNamed(text, at, read.end)) return null;
  return read && (read.quantity.unit !== null || figures.has(char) || signs.has(char)) ? read : null;
}
