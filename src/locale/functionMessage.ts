/** The texts that RUBRIC_ functions speak with, in all languages: they answer at once and cannot wait for a language to be fetched. */
import { say, type Details, type Texts } from './format';
import type { LanguageTag } from './language';
import { functions as en } from './en/functions';
import { rubric as enRubric } from './en/rubric';
import { functions as zhCN } from './zh-CN/functions';
import { rubric as zhCNRubric } from './zh-CN/rubric';
import { functions as zhTW } from './zh-TW/functions';
import { rubric as zhTWRubric } from './zh-TW/rubric';

const texts: Readonly<Record<LanguageTag, Texts>> = {
  en: { ...en, ...enRubric },
  'zh-CN': { ...zhCN, ...zhCNRubric },
  'zh-TW': { ...zhTW, ...zhTWRubric },
};

/** Text of a function's message; an unknown code is shown as it is. */
export function functionMessage(language: LanguageTag, code: string, details: Details = {}): string {
  return say(texts[language], code, details);
}
