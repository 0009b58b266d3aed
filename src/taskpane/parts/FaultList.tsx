import { mergeClasses } from '@fluentui/react-components';
import type { TemplateFault } from '../../template/documentFaults';
import { faultPlace } from '../view/faultPlace';
import { Icon } from './Icon';
import { usePaneStyles } from './paneStyles';
import { useText } from './usePane';

/** So many are told at once; nobody mends more in one go. */
const most = 20;

/** What is wrong with a template, and where. */
export function FaultList({ faults }: { readonly faults: readonly TemplateFault[] }) {
  const text = useText();
  const styles = usePaneStyles();
  return (
    <ul className={styles.list} aria-label={text('gallery.faults')}>
      {faults.slice(0, most).map((fault, at) => (
        <li key={at} className={mergeClasses(styles.text, styles.inlineIcon)}>
          <span className={styles.error}>
            <Icon name="error" />
          </span>
          {fault.path !== '' && <span className={styles.strong}>{`${faultPlace(fault.path, text)}: `}</span>}
          {text(`template.fault.${fault.code}`, fault.details)}
        </li>
      ))}
      {faults.length > most && <li className={styles.quiet}>{text('gallery.faults.more', { count: faults.length - most })}</li>}
    </ul>
  );
}
