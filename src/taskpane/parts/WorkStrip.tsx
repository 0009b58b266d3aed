import { Button, ProgressBar } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { cancel } from '../desk/run';
import type { Phase } from '../store';
import { usePaneStyles } from './paneStyles';
import { useDesk, usePane, useText } from './usePane';

/** Work shorter than this shows no progress, in milliseconds. */
export const patience = 500;

/** Writes are all or nothing: they are not stopped half-way. */
const stoppable: readonly Phase[] = ['checking', 'rechecking', 'planning'];

/** What the pane is busy with, how far it is, and how to stop it. */
export function WorkStrip() {
  const phase = usePane((state) => state.phase);
  const shown = useLater(phase !== 'idle', patience);
  return shown && phase !== 'idle' ? <Strip phase={phase} /> : null;
}

function Strip({ phase }: { readonly phase: Phase }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const progress = usePane((state) => state.progress);
  const label = text(`pane.phase.${phase}`);
  return (
    <div className={styles.tight}>
      <div className={styles.between}>
        <span>{label}</span>
        {stoppable.includes(phase) && (
          <Button size="small" onClick={() => cancel(desk)}>
            {text('pane.cancel')}
          </Button>
        )}
      </div>
      <ProgressBar aria-label={label} value={progress && progress.of > 0 ? progress.done / progress.of : undefined} />
      {progress && <span className={styles.quiet}>{text('pane.progress', progress)}</span>}
    </div>
  );
}

/** True once `active` has lasted so long. */
function useLater(active: boolean, milliseconds: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!active) return undefined;
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => clearTimeout(timer);
  }, [active, milliseconds]);
  return late;
}
