import type { Finding } from '../../review/types';
import { groupFindings } from '../view/groupFindings';
import { Disclosure } from './Disclosure';
import { FindingItem } from './FindingItem';
import { usePaneStyles } from './paneStyles';
import { SeverityMark } from './SeverityMark';
import { useText } from './usePane';

/** Findings by severity; errors and warnings are open, notes are closed. */
export function FindingGroups({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = usePaneStyles();
  const text = useText();
  const groups = groupFindings(findings);
  if (groups.length === 0) return <p className={styles.quiet}>{text('pane.form.noFindings')}</p>;
  return (
    <>
      {groups.map((group) => (
        <Disclosure
          key={group.severity}
          open={group.severity !== 'info'}
          summary={
            <span className={styles.inlineIcon}>
              <SeverityMark severity={group.severity} />
              {`${text(`pane.severity.${group.severity}`)} (${group.findings.length})`}
            </span>
          }
        >
          <ul className={styles.list}>
            {group.findings.map((finding, at) => (
              <FindingItem key={`${finding.cell}/${finding.code}/${at}`} finding={finding} />
            ))}
          </ul>
        </Disclosure>
      ))}
    </>
  );
}
