import type { Severity } from '../../rubric/types';
import { Icon } from './Icon';
import { usePaneStyles } from './paneStyles';

/** A severity as picture and colour; the text beside it says the same. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const styles = usePaneStyles();
  return (
    <span className={styles[severity]}>
      <Icon name={severity} />
    </span>
  );
}
