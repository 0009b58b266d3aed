import { Button, MessageBar, MessageBarBody, mergeClasses } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { replacementKey } from '../../actions/sending/types';
import type { LeftFormula, Sending, Sent } from '../../actions';
import { applySend, chosenReplacements, includeReplacements, previewSend, undoSend } from '../desk/send';
import { CellLink } from '../parts/CellLink';
import { Disclosure } from '../parts/Disclosure';
import { EmptyState } from '../parts/EmptyState';
import { FormulaTabs } from '../parts/FormulaTabs';
import { Icon } from '../parts/Icon';
import { ReplacementChange, ReplacementItem } from '../parts/ReplacementItem';
import { usePaneStyles } from '../parts/paneStyles';
import { useDesk, usePane, useText } from '../parts/usePane';
import type { SendPreview } from '../store';

/** Prepare to send: every replacement before it is made, then what was done. */
export function SendScreen() {
  const styles = usePaneStyles();
  const preview = usePane((state) => state.sendPreview);
  const sent = usePane((state) => state.sent);
  return (
    <div className={styles.column}>
      <FormulaTabs />
      {sent ? <SentView sent={sent} /> : preview ? <PreviewView preview={preview} /> : <StartView />}
    </div>
  );
}

function LookButton({ label, primary = false }: { readonly label: string; readonly primary?: boolean }) {
  const desk = useDesk();
  const text = useText();
  const busy = usePane((state) => state.phase !== 'idle');
  return (
    <Button appearance={primary ? 'primary' : 'secondary'} disabled={busy} onClick={() => void previewSend(desk)}>
      {text(label)}
    </Button>
  );
}

function StartView() {
  const text = useText();
  return (
    <EmptyState title={text('send.title')} text={text('send.intro')}>
      <LookButton label="send.look" primary />
    </EmptyState>
  );
}

function PreviewView({ preview }: { readonly preview: SendPreview }) {
  const text = useText();
  const styles = usePaneStyles();
  const { replacements, left, names } = preview.sending;
  const nothing = replacements.length === 0;
  const clean = nothing && left.length === 0 && names.length === 0;
  return (
    <>
      {nothing ? (
        <EmptyState title={text('send.none.title')} text={text(clean ? 'send.none.text' : 'send.none.left')}>
          <LookButton label="send.again" />
        </EmptyState>
      ) : (
        <>
          <h1 className={styles.title}>{text('send.title')}</h1>
          <Warnings preview={preview} />
          <Replacements preview={preview} />
        </>
      )}
      <Remarks {...preview.sending} />
    </>
  );
}

function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  );
}

function Warnings({ preview }: { readonly preview: SendPreview }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const { protectedSheets, readOnly } = preview.sending;
  const locked = chosenReplacements(preview).filter(({ sheet }) => protectedSheets.includes(sheet));
  const sheets = [...new Set(locked.map(({ sheet }) => sheet))].join(', ');
  return (
    <>
      {readOnly && <Warning>{text('send.readOnly')}</Warning>}
      {locked.length > 0 && (
        <Warning>
          <span className={styles.tight}>
            {text('send.protected', { sheets })}
            <span>
              <Button size="small" onClick={() => includeReplacements(desk, locked, false)}>
                {text('send.protected.leaveOut')}
              </Button>
            </span>
          </span>
        </Warning>
      )}
    </>
  );
}

/** So many replacements are drawn at once; the rest on demand. */
const page = 100;

function Replacements({ preview }: { readonly preview: SendPreview }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const [shown, setShown] = useState(page);
  const busy = usePane((state) => state.phase !== 'idle');
  const { replacements, readOnly } = preview.sending;
  const chosen = chosenReplacements(preview);
  const some = chosen.length < replacements.length;
  const native = chosen.filter(({ kind }) => kind === 'native').length;
  const counts = { chosen: chosen.length, all: replacements.length, native, value: chosen.length - native };
  return (
    <>
      <div className={styles.row}>
        <Button appearance="primary" disabled={busy || readOnly || chosen.length === 0} onClick={() => void applySend(desk)}>
          {text('send.apply', { count: chosen.length })}
        </Button>
        <Button size="small" disabled={busy} onClick={() => includeReplacements(desk, replacements, some)}>
          {text(some ? 'send.all' : 'send.noneChosen')}
        </Button>
      </div>
      <span className={styles.quiet}>{text('send.count', counts)}</span>
      <ul className={styles.list}>
        {replacements.slice(0, shown).map((one) => (
          <ReplacementItem
            key={replacementKey(one)}
            replacement={one}
            included={!preview.except.has(replacementKey(one))}
            onToggle={(included) => includeReplacements(desk, [one], included)}
          />
        ))}
      </ul>
      {replacements.length > shown && (
        <Button size="small" onClick={() => setShown(shown + page)}>
          {text('pane.fill.more', { count: Math.min(page, replacements.length - shown) })}
        </Button>
      )}
    </>
  );
}

/** What is not replaced: formulas with errors, names, sheets that could not be read. */
function Remarks({ left, names, skipped }: Pick<Sending, 'left' | 'names'> & { readonly skipped?: Sending['skipped'] }) {
  const text = useText();
  const styles = usePaneStyles();
  return (
    <>
      {skipped?.map(({ sheet }) => (
        <p key={sheet} className={mergeClasses(styles.text, styles.warning)}>
          {text('send.skipped', { sheet })}
        </p>
      ))}
      {left.length > 0 && <Left left={left} />}
      {names.length > 0 && (
        <Disclosure summary={text('send.names', { count: names.length })} quiet>
          {names.map(({ name, formula }) => (
            <span key={name} className={styles.tight}>
              <span className={styles.text}>{name}</span>
              <code className={styles.code}>{formula}</code>
            </span>
          ))}
        </Disclosure>
      )}
    </>
  );
}

function Left({ left }: { readonly left: readonly LeftFormula[] }) {
  const text = useText();
  const styles = usePaneStyles();
  return (
    <Disclosure
      open
      summary={
        <span className={mergeClasses(styles.inlineIcon, styles.warning)}>
          <Icon name="warning" />
          {text('send.left', { count: left.length })}
        </span>
      }
    >
      <ul className={styles.list}>
        {left.map((one) => (
          <li key={replacementKey(one)} className={styles.card}>
            <span className={styles.text}>
              <CellLink sheet={one.sheet} cell={one.cell}>
                {replacementKey(one)}
              </CellLink>
            </span>
            <code className={styles.code}>{one.formula}</code>
            <span className={styles.quiet}>{text(`send.left.${one.code}`, { shown: one.shown })}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** After it was done: what changed, what did not, and the way back. */
function SentView({ sent }: { readonly sent: Sent }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const busy = usePane((state) => state.phase !== 'idle');
  const { replaced, turned, different, kept, left, names } = sent;
  const remaining = kept.length + left.length;
  return (
    <>
      <h1 className={styles.title}>{text(remaining > 0 ? 'send.partly.title' : 'send.done.title')}</h1>
      <p className={styles.text}>
        {text('send.done.text', { count: replaced.length })} {remaining > 0 && text('send.done.partly', { count: remaining })}
      </p>
      {different.length === 0 && <p className={styles.text}>{text('send.done.same')}</p>}
      {different.length > 0 && (
        <p className={mergeClasses(styles.text, styles.warning)}>{text('send.done.different', { cells: different.join(', ') })}</p>
      )}
      {turned.length > 0 && <p className={styles.text}>{text('send.done.turned', { cells: turned.join(', ') })}</p>}
      <div className={styles.row}>
        <Button icon={<Icon name="undo" />} disabled={busy} onClick={() => void undoSend(desk)}>
          {text('send.undo')}
        </Button>
        <LookButton label="send.again" />
      </div>
      <Remarks left={left} names={names} />
      <h2 className={styles.heading}>{text('send.done.report')}</h2>
      <ul className={styles.list}>
        {replaced.map((one) => (
          <li key={replacementKey(one)} className={styles.card}>
            <ReplacementChange replacement={one} />
          </li>
        ))}
      </ul>
    </>
  );
}
