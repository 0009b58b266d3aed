/** Texts of cells made comparable: full-width, Traditional characters and odd spaces do not matter to what a header says. */
import { toSimplified } from '../rubric/simplified';
import { memoByText } from './memo';

function makePlain(text: string): string {
  const folded = text
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  return toSimplified(folded).replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '');
}

/**
 * Lower case, NFKC, Simplified characters, one space between Latin words and none beside Chinese ones:
 * `權 重（%）` → `权重(%)`, `Max  Score` → `max score`.
 */
export const plainText = memoByText(makePlain);

/** Text without what stands in brackets: `权重(%)` → `权重`. A text that is all brackets stays as it is. */
export const withoutBrackets = memoByText((plain) => {
  if (!/[([【]/.test(plain)) return plain;
  const bare = plain
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^】]*】/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return bare === '' ? plain : bare;
});

/** Text without list marks at its head: `一、专业知识` → `专业知识`, `2. 解决问题能力` → `解决问题能力`. */
export function withoutNumbering(text: string): string {
  const bare = text
    .replace(/^\s*(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?\s*[、.．]|[(（]\d{1,2}[)）]|\d{1,2}\s*[、.．)）](?!\d)|[①-⑳])\s*/u, '')
    .trim();
  return bare === '' ? text.trim() : bare;
}

export function hasChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Whether a text holds characters that only Traditional writing has. */
export function hasTraditional(text: string): boolean {
  return hasChinese(text) && toSimplified(text) !== text;
}
