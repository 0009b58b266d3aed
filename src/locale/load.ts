/** The texts of one language, fetched when they are needed: the pane loads the language it shows, not all three. */
import type { Texts } from './format';
import type { LanguageTag } from './language';

const loaders: Readonly<Record<LanguageTag, () => Promise<{ texts: Texts }>>> = {
  en: () => import('./en'),
  'zh-CN': () => import('./zh-CN'),
  'zh-TW': () => import('./zh-TW'),
};

/** Language → its texts. Rejects where the page's files cannot be reached. */
export async function loadTexts(language: LanguageTag): Promise<Texts> {
  return (await loaders[language]()).texts;
}
