import { Select } from '@fluentui/react-components';
import { languageNames, languages, type LanguageTag } from '../../locale/language';
import { chooseLanguage } from '../desk/language';
import { useDesk, usePane, useText } from './usePane';

/** Switches the language of the pane; the languages call themselves by their own names. */
export function LanguageSelect() {
  const desk = useDesk();
  const text = useText();
  const language = usePane((state) => state.language);
  return (
    <Select
      size="small"
      appearance="filled-darker"
      aria-label={text('pane.language')}
      value={language}
      onChange={(_, { value }) => void chooseLanguage(desk, value as LanguageTag)}
    >
      {languages.map((tag) => (
        <option key={tag} value={tag} lang={tag}>
          {languageNames[tag]}
        </option>
      ))}
    </Select>
  );
}
