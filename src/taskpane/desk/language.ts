/** The language of the pane: the host's, until the user chooses another. */
import { languageFor, languages, type LanguageTag } from '../../locale/language';
import type { Desk, Shell } from './desk';

const remembered = 'language';

/** The user's own choice where there was one, else the host's display language. */
export function startLanguage(shell: Pick<Shell, 'recall'>, displayLanguage: string | null | undefined): LanguageTag {
  const chosen = shell.recall(remembered);
  return languages.find((language) => language === chosen) ?? languageFor(displayLanguage);
}

/** Shows the pane in another language and remembers it for this person. */
export async function chooseLanguage(desk: Desk, language: LanguageTag): Promise<void> {
  const texts = await desk.shell.loadTexts(language);
  desk.shell.remember(remembered, language);
  desk.store.setState({ language, texts });
}
