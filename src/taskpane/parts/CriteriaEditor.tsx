import { Button, mergeClasses } from '@fluentui/react-components';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { readCriteria, sameRules, type Reading } from '../../rubric';
import type { Language } from '../../rubric/types';
import { readingChoices } from '../view/readingChoices';
import { CriteriaText } from './CriteriaText';
import { Icon } from './Icon';
import { usePaneStyles } from './paneStyles';
import { TextInput } from './TextInput';
import { useText } from './usePane';

interface CriteriaEditorProps {
  readonly value: string;
  readonly indicator: string;
  readonly language: Language;
  readonly onChange: (value: string) => void;
  /** A whole wording at once, as a step of its own. */
  readonly onRewrite: (value: string) => void;
}

/** Criteria as they are typed, with what they are read as below them, and wordings that leave nothing open. */
export function CriteriaEditor({ value, indicator, language, onChange, onRewrite }: CriteriaEditorProps) {
  const text = useText();
  const styles = usePaneStyles();
  const read = useDeferredValue(value);
  const reading = useMemo(() => (read.trim() === '' ? null : readCriteria(read, { indicator })), [read, indicator]);
  return (
    <div className={styles.tight}>
      <TextInput label={text('gallery.place.criteria')} value={value} lang={language} lines={4} onChange={onChange} />
      {reading ? (
        <LiveReading reading={reading} language={language} onRewrite={onRewrite} />
      ) : (
        <span className={styles.quiet}>{text('builder.criteria.none')}</span>
      )}
    </div>
  );
}

const looks = { certain: 'success', usual: 'warning', ask: 'warning', unread: 'error' } as const;
const icons = { certain: 'done', usual: 'warning', ask: 'question', unread: 'error' } as const;

/** How far the text leaves nothing open; `usual`: what is open is settled by the product's defaults. */
const stateOf = ({ certainty, issues }: Reading): keyof typeof looks =>
  certainty === 'certain' && issues.length > 0 ? 'usual' : certainty;

function LiveReading({
  reading,
  language,
  onRewrite,
}: { readonly reading: Reading } & Pick<CriteriaEditorProps, 'language' | 'onRewrite'>) {
  const text = useText();
  const styles = usePaneStyles();
  const wordings = useWordings(reading, language);
  const state = stateOf(reading);
  return (
    <section className={styles.tight} aria-label={text('builder.reading')} aria-live="polite">
      <span className={mergeClasses(styles.iconText, styles[looks[state]])}>
        <Icon name={icons[state]} />
        {text(`builder.reading.${state}`)}
      </span>
      <CriteriaText reading={reading} />
      {wordings.map((wording) => (
        <div key={wording} className={styles.tight}>
          <span className={styles.quiet} lang={language}>
            {wording}
          </span>
          <div>
            <Button
              size="small"
              icon={<Icon name="fix" />}
              aria-label={text('builder.rewrite.to', { wording })}
              onClick={() => onRewrite(wording)}
            >
              {text('builder.rewrite')}
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}

/** Wordings that state what is open, in the characters of the form: those for Traditional ones are fetched when there is a form that needs them. */
function useWordings(reading: Reading, language: Language): readonly string[] {
  const simplified = useMemo(() => readingChoices(reading), [reading]);
  const [given, setGiven] = useState<{ readonly reading: Reading; readonly wordings: readonly string[] } | null>(null);
  useEffect(() => {
    if (language !== 'zh-TW' || simplified.length === 0) return undefined;
    let wanted = true;
    import('../view/traditional').then(
      ({ traditional }) => {
        const wordings = simplified.map((wording) => ({ wording, converted: traditional(wording, reading.text) }));
        const sound = wordings.filter(({ wording, converted }) => sameRules(readCriteria(wording).rules, readCriteria(converted).rules));
        const others = sound.map(({ converted }) => converted).filter((converted) => converted !== reading.text);
        if (wanted) setGiven({ reading, wordings: [...new Set(others)] });
      },
      // Nothing is offered where the page's files cannot be reached: what was typed stands.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [simplified, reading, language]);
  if (language !== 'zh-TW') return simplified;
  return given?.reading === reading ? given.wordings : [];
}
