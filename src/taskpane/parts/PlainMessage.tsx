import { FluentProvider } from '@fluentui/react-components';
import { say, type Texts } from '../../locale/format';
import { paneTheme } from '../theme';

interface PlainMessageProps {
  /** `unsupported`: too old an Excel; `outside`: not in Excel at all. */
  readonly kind: 'unsupported' | 'outside';
  readonly texts: Texts;
  readonly dark: boolean;
}

/** All that can be shown where the pane cannot work: what and why. */
export function PlainMessage({ kind, texts, dark }: PlainMessageProps) {
  return (
    <FluentProvider theme={paneTheme(dark)} style={{ padding: '16px' }}>
      <h1 style={{ fontSize: '16px' }}>{say(texts, `pane.${kind}.title`)}</h1>
      <p>{say(texts, `pane.${kind}.text`)}</p>
    </FluentProvider>
  );
}
