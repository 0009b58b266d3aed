/** The texts that RUBRIC_ functions speak with, in all languages: they answer at once and cannot wait for a language to be fetched. */
import { say, type Details, type Texts } from './format';
import type { LanguageTag } from './language';
import { functions as en } from './en/functions';
import { functions as zhCN } from './zh-CN/functions';
import { functions as zhTW } from './zh-TW/functions';

const texts: Readonly<Record<LanguageTag, Texts>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

/** Text of a function's message; an unknown code is shown as it is. */
export function functionMessage(language: LanguageTag, code: string, details: Details = {}): string {
  return say(texts[language], code, details);
}
