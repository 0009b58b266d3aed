import { Button } from '@fluentui/react-components';
import type { Assessment } from '../../review/types';
import { applyWrites } from '../desk/fill';
import { noteWrite, policyNote } from '../view/policyNote';
import { usePaneStyles } from './paneStyles';
import { useDesk, usePane, useText } from './usePane';

/** Offers to note the rules under the form, and shows the words first. Nothing where there is no room for them. */
export function PolicyNote({ assessment }: { readonly assessment: Assessment }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const checked = usePane((state) => state.checked);
  const busy = usePane((state) => state.phase !== 'idle');
  const grid = checked?.snapshot.grids.find(({ sheet }) => sheet === assessment.form.sheet);
  if (!checked || !grid || checked.snapshot.readOnly) return null;
  const note = policyNote(checked.policy, text);
  const write = noteWrite(assessment.form, grid, note);
  if (!write) return null;
  return (
    <section className={styles.tight} aria-label={text('pane.note.write')}>
      <p className={styles.quiet}>{`${text('pane.note.hint')} (${write.cell})`}</p>
      <p className={styles.quiet}>{note}</p>
      <div>
        <Button size="small" disabled={busy} onClick={() => void applyWrites(desk, [write])}>
          {text('pane.note.write')}
        </Button>
      </div>
    </section>
  );
}
