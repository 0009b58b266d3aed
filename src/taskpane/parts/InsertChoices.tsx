import { Button, Checkbox } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { insertForm } from '../desk/insertForm';
import type { Template } from '../../template/types';
import type { FormOrigin } from '../store';
import { usePaneStyles } from './paneStyles';
import { TextInput } from './TextInput';
import { useDesk, usePane, useText } from './usePane';

interface InsertChoicesProps {
  /** Null while it is faulty and cannot become a sheet. */
  readonly template: Template | null;
  /** The form whose next version this is. */
  readonly origin?: FormOrigin | null;
  readonly children?: ReactNode;
}

/**
 * Inserts a template as a sheet: locked or not, with a password where the author wants one. A form with entries asks before its next version is
 * made; one on which nothing was typed may be rewritten where it stands.
 */
export function InsertChoices({ template, origin = null, children }: InsertChoicesProps) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const busy = usePane((state) => state.phase !== 'idle');
  const [protect, setProtect] = useState(true);
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const insert = (inPlace: boolean): void => {
    if (!template) return;
    if (origin?.hasEntries && !asked) setAsked(true);
    else void insertForm(desk, template, { protect, password, origin, inPlace });
  };
  const mayRewrite = origin?.untouched === true;
  return (
    <section className={styles.tight} aria-label={text('gallery.insert')}>
      <Checkbox checked={protect} label={text('gallery.protect')} onChange={(_, { checked }) => setProtect(checked === true)} />
      <span className={styles.quiet}>{text(protect ? 'gallery.protect.on' : 'gallery.protect.off')}</span>
      {protect && <TextInput kind="password" label={text('gallery.password')} value={password} onChange={setPassword} />}
      {asked && origin && (
        <p className={styles.text} role="alert">
          {text('builder.version.ask', { sheet: origin.sheet })}
        </p>
      )}
      <div className={styles.row}>
        {mayRewrite && (
          <Button appearance="primary" disabled={busy || !template} onClick={() => insert(true)}>
            {text('builder.inPlace')}
          </Button>
        )}
        <Button appearance={mayRewrite ? 'secondary' : 'primary'} disabled={busy || !template} onClick={() => insert(false)}>
          {text(asked ? 'builder.version.insert' : 'gallery.insert')}
        </Button>
        {asked && <Button onClick={() => setAsked(false)}>{text('gallery.cancel')}</Button>}
        {children}
      </div>
    </section>
  );
}
