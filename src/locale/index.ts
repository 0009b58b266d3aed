/** Every text that people read, by language and code. The core never speaks: it gives codes and details, and a face says them. */
import { say, type Details, type Texts } from './format';
import type { LanguageTag } from './language';
import { texts as en } from './en';
import { texts as zhCN } from './zh-CN';
import { texts as zhTW } from './zh-TW';

export const resources: Readonly<Record<LanguageTag, Texts>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

/** Text of a message, e.g. `message('en', 'finding.weights-sum', { sum: '80%' })`; an unknown code is shown as it is. */
export function message(language: LanguageTag, code: string, details: Details = {}): string {
  return say(resources[language], code, details);
}

export type { Details, Texts } from './format';
export { languageFor, languageNames, languages, type LanguageTag } from './language';
