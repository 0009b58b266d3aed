/** The languages of the product and how a host's language tag chooses one. */

export type LanguageTag = 'en' | 'zh-CN' | 'zh-TW';

export const languages: readonly LanguageTag[] = ['zh-CN', 'zh-TW', 'en'];

/** What each language calls itself. */
export const languageNames: Readonly<Record<LanguageTag, string>> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };

const traditional = /^zh\b.*\b(TW|HK|MO|Hant)\b/i;

/** Language tag of a host (`zh-TW`, `zh-Hant-HK`, `en-US`, …) → the language we have for it; English for all that we do not have. */
export function languageFor(tag: string | null | undefined): LanguageTag {
  const wanted = tag ?? '';
  if (traditional.test(wanted)) return 'zh-TW';
  return /^zh\b/i.test(wanted) ? 'zh-CN' : 'en';
}
