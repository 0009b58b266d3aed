import { Button } from '@fluentui/react-components';
import { checkWorkbook } from '../desk/checkWorkbook';
import { leaveWelcome } from '../desk/firstRun';
import { InsertSample } from '../parts/InsertSample';
import { Icon } from '../parts/Icon';
import { usePaneStyles } from '../parts/paneStyles';
import { useBusy, useDesk, useText } from '../parts/usePane';

const points = ['read', 'check', 'fill'] as const;

/** First run: what it is good for, one action, a sample for those without a form, and a way past it. */
export function WelcomeScreen() {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const busy = useBusy();
  const start = (): void => {
    leaveWelcome(desk);
    void checkWorkbook(desk);
  };
  return (
    <div className={styles.column}>
      <h1 className={styles.title}>{text('pane.welcome.title')}</h1>
      <p className={styles.text}>{text('pane.welcome.text')}</p>
      <ul className={styles.list}>
        {points.map((point) => (
          <li key={point} className={styles.row} style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
            <span className={styles.success}>
              <Icon name="done" />
            </span>
            <span className={styles.text}>{text(`pane.welcome.point.${point}`)}</span>
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button appearance="primary" disabled={busy} onClick={start}>
          {text('pane.welcome.start')}
        </Button>
        <InsertSample />
        <Button appearance="subtle" onClick={() => leaveWelcome(desk)}>
          {text('pane.welcome.skip')}
        </Button>
      </div>
    </div>
  );
}
