/** The words of a generated sheet, in the language of its template. */
import { template as en } from '../locale/en/template';
import { template as zhCN } from '../locale/zh-CN/template';
import { template as zhTW } from '../locale/zh-TW/template';
import { say, type Details } from '../locale/format';
import type { Language } from '../rubric/types';

export type WordCode = keyof typeof en;

const words: Readonly<Record<Language, Readonly<Record<WordCode, string>>>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A word of the sheet with its details put in. */
export const word = (language: Language, code: WordCode, details: Details = {}): string => say(words[language], code, details);

/** Header of the nth month (1 to 12): `3月`, `Mar`. */
export const monthName = (language: Language, n: number): string =>
  language === 'en' ? (months[n - 1] ?? String(n)) : word(language, 'column.month', { n: String(n) });
