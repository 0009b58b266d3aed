import { Switch } from '@fluentui/react-components';
import { openWithWorkbook } from '../desk/openWithWorkbook';
import { usePaneStyles } from './paneStyles';
import { useBusy, useDesk, usePane, useText } from './usePane';

/** Whether the pane opens with this workbook. Nothing where this Excel cannot do that. */
export function OpenWithWorkbook() {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const on = usePane((state) => state.opensWithWorkbook);
  const busy = useBusy();
  const readOnly = usePane((state) => state.checked?.snapshot.readOnly ?? false);
  if (!desk.shell.startWithWorkbook) return null;
  return (
    <section className={styles.tight}>
      <h2 className={styles.heading}>{text('pane.opening.title')}</h2>
      <Switch
        checked={on}
        disabled={busy || readOnly}
        label={text('pane.opening.switch')}
        onChange={(_, { checked }) => void openWithWorkbook(desk, checked)}
      />
      <p className={styles.quiet}>{text('pane.opening.hint')}</p>
    </section>
  );
}
