import { Checkbox } from '@fluentui/react-components';
import { replacementKey } from '../../actions/sending/types';
import type { Replacement } from '../../actions';
import { afterText, beforeText } from '../view/cellContent';
import { formatNumber } from '../view/formatNumber';
import { CellLink } from './CellLink';
import { usePaneStyles } from './paneStyles';
import { useCulture, useText } from './usePane';

/** The address of a replacement, a click from its cells where its sheet can be shown. */
function Place({ replacement }: { readonly replacement: Replacement }) {
  const text = useText();
  const styles = usePaneStyles();
  const { sheet, area, visibility } = replacement;
  const name = `${sheet}!${area}`;
  if (visibility === 'visible')
    return (
      <CellLink sheet={sheet} cell={area}>
        {name}
      </CellLink>
    );
  return (
    <span className={styles.text}>
      {name} <span className={styles.quiet}>({text('send.hidden')})</span>
    </span>
  );
}

/** A formula, what takes its place, and why. */
export function ReplacementChange({ replacement }: { readonly replacement: Replacement }) {
  const styles = usePaneStyles();
  const text = useText();
  const culture = useCulture();
  const { writes, area } = replacement;
  const [write] = writes;
  if (!write) return null;
  const { result, formula } = afterText(write);
  return (
    <div className={styles.tight}>
      <Place replacement={replacement} />
      <s className={`${styles.code} ${styles.info}`} aria-label={text('send.old')}>
        {beforeText(write)}
      </s>
      <span className={styles.text} aria-label={text('send.new')}>
        {'→ '}
        {result !== '' && <strong className={styles.numbers}>{formatNumber(result, culture)}</strong>}
        {result === '' && formula === null && <span className={styles.info}>{text('pane.blank')}</span>}
        {formula !== null && <div className={styles.code}>{formula}</div>}
      </span>
      {writes.length > 1 && <span className={styles.quiet}>{text('send.spilled', { count: writes.length, area })}</span>}
      <span className={styles.quiet}>{text(`write.${write.reason.code}`)}</span>
    </div>
  );
}

interface ReplacementItemProps {
  readonly replacement: Replacement;
  readonly included: boolean;
  readonly onToggle: (included: boolean) => void;
}

/** A replacement that can be left out. */
export function ReplacementItem({ replacement, included, onToggle }: ReplacementItemProps) {
  const text = useText();
  const styles = usePaneStyles();
  return (
    <li className={styles.card}>
      <div className={styles.row} style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
        <Checkbox
          checked={included}
          aria-label={text('send.include', { cell: replacementKey(replacement) })}
          onChange={(_, { checked }) => onToggle(checked === true)}
        />
        <div style={{ paddingTop: '6px', minWidth: 0 }}>
          <ReplacementChange replacement={replacement} />
        </div>
      </div>
    </li>
  );
}
