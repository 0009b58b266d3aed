import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CellWrite, Finding, Fix } from '../../review/types';
import { applyWrites } from '../desk/fill';
import { CellLink } from './CellLink';
import { ChangePreview } from './ChangePreview';
import { Disclosure } from './Disclosure';
import { Icon } from './Icon';
import { usePaneStyles } from './paneStyles';
import { SeverityMark } from './SeverityMark';
import { useDesk, usePane, useText } from './usePane';

/** Key of the text of a finding. */
const findingKey = ({ code, variant }: Finding): string => (variant ? `finding.${code}.${variant}` : `finding.${code}`);

/** One finding: what and where, why and what to do, and its fix, which is shown before it is made. */
export function FindingItem({ finding }: { readonly finding: Finding }) {
  const styles = usePaneStyles();
  const text = useText();
  const advice = `advice.${finding.code}`;
  const hasAdvice = usePane((state) => advice in state.texts);
  return (
    <li className={styles.card}>
      <div className={styles.row}>
        <SeverityMark severity={finding.severity} />
        <CellLink sheet={finding.sheet} cell={finding.cell} />
      </div>
      <p className={styles.text}>{text(findingKey(finding), finding.details)}</p>
      {hasAdvice && (
        <Disclosure quiet summary={text('pane.finding.advice')}>
          <p className={styles.quiet}>{text(advice)}</p>
        </Disclosure>
      )}
      {finding.fix && <FixOffer fix={finding.fix} />}
    </li>
  );
}

function FixOffer({ fix }: { readonly fix: Fix }) {
  const text = useText();
  const styles = usePaneStyles();
  const [open, setOpen] = useState(false);
  const what = text(`fix.${fix.code}`, fix.details);
  if (!fix.write) return <p className={styles.quiet}>{what}</p>;
  if (open) return <FixPreview what={what} write={fix.write} onLeave={() => setOpen(false)} />;
  return (
    <div>
      <Button size="small" icon={<Icon name="fix" />} onClick={() => setOpen(true)}>
        {text('pane.finding.fix')}
      </Button>
    </div>
  );
}

function FixPreview({ what, write, onLeave }: { readonly what: string; readonly write: CellWrite; readonly onLeave: () => void }) {
  const desk = useDesk();
  const text = useText();
  const styles = usePaneStyles();
  const busy = usePane((state) => state.phase !== 'idle');
  return (
    <section className={styles.tight} aria-label={text('pane.finding.fixPreview')}>
      <p className={styles.text}>{what}</p>
      <div>
        <CellLink sheet={write.sheet} cell={write.cell} /> <ChangePreview write={write} />
      </div>
      <div className={styles.row}>
        <Button size="small" appearance="primary" disabled={busy} onClick={() => void applyWrites(desk, [write])}>
          {text('pane.finding.fixNow')}
        </Button>
        <Button size="small" onClick={onLeave}>
          {text('pane.finding.leave')}
        </Button>
      </div>
    </section>
  );
}
