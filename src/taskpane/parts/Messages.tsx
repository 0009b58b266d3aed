import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Texts } from '../../locale/format';
import { checkWorkbook } from '../desk/checkWorkbook';
import { undoCorrection } from '../desk/correct';
import { undoFill } from '../desk/fill';
import type { Failure } from '../store';
import { Icon } from './Icon';
import { usePaneStyles } from './paneStyles';
import { useDesk, usePane, useText } from './usePane';

/** Key of the text of a failure: the variant of its kind or reason where there is one. */
export function failureKey(texts: Texts, { code, details }: Failure): string {
  const variants = [details.kind, details.reason].map((variant) => `error.${code}.${variant}`);
  return variants.find((key) => key in texts) ?? `error.${code}`;
}

/** After these a fresh look at the workbook helps; after the others the same step again. */
const curedByCheck = ['changed-since', 'sheet-missing', 'offline', 'host', 'cell-edit'];

/** What went wrong, in place, with the next step. */
export function FailureMessage() {
  const desk = useDesk();
  const text = useText();
  const texts = usePane((state) => state.texts);
  const failure = usePane((state) => state.failure);
  if (!failure) return null;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{text(failureKey(texts, failure), failure.details)}</MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onClick={() => desk.store.setState({ failure: null })} />}>
        {curedByCheck.includes(failure.code) && <Button onClick={() => void checkWorkbook(desk)}>{text('pane.review.again')}</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}

/** The result of the last step; also read out by screen readers (see LiveRegion). */
export function NoticeMessage() {
  const desk = useDesk();
  const text = useText();
  const notice = usePane((state) => state.notice);
  const undoable = usePane((state) => state.fills.length > 0);
  if (!notice) return null;
  return (
    <MessageBar intent="info" layout="multiline" politeness="polite">
      <MessageBarBody>{text(notice.code, notice.details)}</MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onClick={() => desk.store.setState({ notice: null })} />}>
        {notice.code === 'pane.notice.corrected' && <UndoCorrection key={notice.details.times} />}
        {undoable && notice.code === 'pane.notice.filled' && (
          <Button icon={<Icon name="undo" />} onClick={() => void undoFill(desk)}>
            {text('action.undo')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

/** Takes a correction back. What was pressed to make it is often gone with the form: the keyboard goes on from here. */
function UndoCorrection() {
  const desk = useDesk();
  const text = useText();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus();
  }, []);
  return (
    <Button ref={button} icon={<Icon name="undo" />} onClick={() => void undoCorrection(desk)}>
      {text('pane.correct.undo')}
    </Button>
  );
}

function DismissButton({ onClick }: { readonly onClick: () => void }) {
  const text = useText();
  return (
    <Button appearance="transparent" size="small" aria-label={text('pane.dismiss')} icon={<Icon name="dismiss" />} onClick={onClick} />
  );
}

/** Always on the page, so that screen readers hear what changes in it: the work under way and its result. */
export function LiveRegion() {
  const text = useText();
  const styles = usePaneStyles();
  const phase = usePane((state) => state.phase);
  const notice = usePane((state) => state.notice);
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      {phase !== 'idle' && phase !== 'rechecking' ? text(`pane.phase.${phase}`) : notice ? text(notice.code, notice.details) : ''}
    </div>
  );
}
