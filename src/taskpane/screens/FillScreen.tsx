import { Button, Checkbox, Radio, RadioGroup, mergeClasses } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { BlockedWrite, CellWrite, FillMode } from '../../review/types';
import { applyFill, changePreview, chosenWrites, previewFill, toggleAll, toggleWrite, undoFill } from '../desk/fill';
import { openScreen } from '../desk/goTo';
import { CellLink, CellLinks } from '../parts/CellLink';
import { ChangePreview } from '../parts/ChangePreview';
import { Disclosure } from '../parts/Disclosure';
import { EmptyState } from '../parts/EmptyState';
import { Icon } from '../parts/Icon';
import { usePaneStyles } from '../parts/paneStyles';
import { useBusy, useDesk, usePane, useText } from '../parts/usePane';
import type { Done, Preview } from '../store';
import { afterText, writeKey } from '../view/cellContent';

/** Fill: every write before it is made, then what was done and what was not. */
export function FillScreen() {
  const preview = usePane((state) => state.preview);
  const done = usePane((state) => state.done);
  if (done) return <DoneView done={done} />;
  return preview ? <PreviewView preview={preview} /> : <StartView />;
}

function StartView() {
  const desk = useDesk();
  const text = useText();
  const busy = useBusy();
  return (
    <EmptyState title={text('pane.fill.title')} text={text('pane.fill.start.text')}>
      <Button appearance="primary" disabled={busy} onClick={() => void previewFill(desk)}>
        {text('pane.fill.preview')}
      </Button>
      <UndoFormer />
    </EmptyState>
  );
}

/** The way back from fills made before. */
function UndoFormer() {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const fills = usePane((state) => state.fills);
  const busy = useBusy();
  const last = fills.at(-1);
  if (!last) return null;
  return (
    <div className={styles.row}>
      <Button size="small" icon={<Icon name="undo" />} disabled={busy} onClick={() => void undoFill(desk)}>
        {text('action.undo')}
      </Button>
      <span className={styles.quiet}>{text('pane.fill.undoable', { count: fills.length, cells: last.receipt.writes.length })}</span>
    </div>
  );
}

function PreviewView({ preview }: { readonly preview: Preview }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const { writes, blocked } = preview.plan;
  return (
    <div className={styles.column}>
      <h1 className={styles.title}>{text('pane.fill.title')}</h1>
      <p className={styles.quiet}>{preview.form ?? text('pane.fill.scope.all')}</p>
      <ModeChoice preview={preview} />
      <Checkbox
        checked={preview.overwriteWrong}
        label={text('pane.fill.overwriteWrong')}
        onChange={(_, { checked }) => void changePreview(desk, { overwriteWrong: checked === true })}
      />
      {writes.length === 0 ? (
        <EmptyState title={text('pane.fill.empty.title')} text={text('pane.fill.empty.text')} />
      ) : (
        <Writes preview={preview} />
      )}
      <Blocked blocked={blocked} />
      <UndoFormer />
    </div>
  );
}

const modes: readonly FillMode[] = ['native', 'value', 'function'];

function ModeChoice({ preview }: { readonly preview: Preview }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  return (
    <fieldset className={styles.tight} style={{ border: 'none', margin: 0, padding: 0 }}>
      <legend className={styles.heading}>{text('pane.fill.mode')}</legend>
      <RadioGroup value={preview.mode} onChange={(_, { value }) => void changePreview(desk, { mode: value as FillMode })}>
        {modes.map((mode) => (
          <Radio
            key={mode}
            value={mode}
            label={
              <>
                {text(`pane.fill.mode.${mode}`)}
                <span className={styles.quiet} style={{ display: 'block' }}>
                  {text(`pane.fill.mode.${mode}.hint`)}
                </span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </fieldset>
  );
}

/** So many writes are drawn at once; the rest on demand. */
const page = 100;

function Writes({ preview }: { readonly preview: Preview }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const [shown, setShown] = useState(page);
  const busy = usePane((state) => state.phase !== 'idle');
  const readOnly = usePane((state) => state.checked?.snapshot.readOnly ?? false);
  const { writes } = preview.plan;
  const chosen = chosenWrites(preview).length;
  return (
    <>
      <div className={styles.row}>
        <Button appearance="primary" disabled={busy || readOnly || chosen === 0} onClick={() => void applyFill(desk)}>
          {text('pane.fill.apply', { count: chosen })}
        </Button>
        <Button size="small" disabled={busy} onClick={() => toggleAll(desk, chosen < writes.length)}>
          {text(chosen < writes.length ? 'pane.fill.selectAll' : 'pane.fill.selectNone')}
        </Button>
      </div>
      <span className={styles.quiet}>{text('pane.fill.count', { chosen, all: writes.length })}</span>
      <ul className={styles.list}>
        {writes.slice(0, shown).map((write) => (
          <WriteItem key={writeKey(write)} write={write} included={!preview.except.has(writeKey(write))} />
        ))}
      </ul>
      {writes.length > shown && (
        <Button size="small" onClick={() => setShown(shown + page)}>
          {text('pane.fill.more', { count: Math.min(page, writes.length - shown) })}
        </Button>
      )}
    </>
  );
}

function WriteItem({ write, included }: { readonly write: CellWrite; readonly included: boolean }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  return (
    <li className={styles.card}>
      <div className={styles.row} style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
        <Checkbox
          checked={included}
          aria-label={text('pane.fill.include', { cell: writeKey(write), value: afterText(write).result })}
          onChange={() => toggleWrite(desk, write)}
        />
        <div className={styles.tight} style={{ paddingTop: '6px' }}>
          <span className={styles.text}>
            <CellLink sheet={write.sheet} cell={write.cell}>{`${write.sheet}!${write.cell}`}</CellLink>
          </span>
          <ChangePreview write={write} />
          <span className={styles.quiet}>{text(`write.${write.reason.code}`, write.reason.details)}</span>
        </div>
      </div>
    </li>
  );
}

/** Totals that could not be computed, each with the cells it waits for. */
function Blocked({ blocked }: { readonly blocked: readonly BlockedWrite[] }) {
  const styles = usePaneStyles();
  const text = useText();
  if (blocked.length === 0) return null;
  return (
    <Disclosure
      summary={
        <span className={mergeClasses(styles.inlineIcon, styles.warning)}>
          <Icon name="incomplete" />
          {text('pane.fill.blocked', { count: blocked.length })}
        </span>
      }
    >
      <ul className={styles.list}>
        {blocked.map((one) => (
          <li key={writeKey(one)} className={styles.card}>
            <span className={styles.text}>
              <CellLink sheet={one.sheet} cell={one.cell}>{`${one.sheet}!${one.cell}`}</CellLink> {one.label}
            </span>
            {one.blockedBy.length > 0 && (
              <span className={styles.quiet}>
                {text('pane.fill.blockedBy')} <CellLinks sheet={one.sheet} cells={one.blockedBy} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** After a fill: what was done, what was not, and the way back. */
function DoneView({ done }: { readonly done: Done }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const busy = useBusy();
  const { writes } = done.receipt;
  const sheets = useMemo(() => [...new Set(writes.map(({ sheet }) => sheet))], [writes]);
  return (
    <div className={styles.column}>
      <h1 className={styles.title}>{text('pane.fill.done.title')}</h1>
      <p className={styles.text}>{text('pane.fill.done.text', { count: writes.length })}</p>
      <div className={styles.row}>
        <Button icon={<Icon name="undo" />} disabled={busy} onClick={() => void undoFill(desk)}>
          {text('action.undo')}
        </Button>
        <Button appearance="primary" onClick={() => openScreen(desk, 'review')}>
          {text('pane.fill.back')}
        </Button>
      </div>
      {sheets.map((sheet) => (
        <p key={sheet} className={styles.text}>
          <span className={styles.strong}>{sheet}</span>{' '}
          <CellLinks sheet={sheet} cells={writes.filter((write) => write.sheet === sheet).map(({ cell }) => cell)} />
        </p>
      ))}
      <Blocked blocked={done.blocked} />
    </div>
  );
}
