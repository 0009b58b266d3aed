import type { CellWrite } from '../../review/types';
import { afterText, beforeText } from '../view/cellContent';
import { formatNumber } from '../view/formatNumber';
import { usePaneStyles } from './paneStyles';
import { useCulture, useText } from './usePane';

/** What a write replaces and what it puts in. */
export function ChangePreview({ write }: { readonly write: CellWrite }) {
  const styles = usePaneStyles();
  const text = useText();
  const culture = useCulture();
  const before = beforeText(write);
  const { result, formula } = afterText(write);
  return (
    <span className={styles.text}>
      <s className={styles.info} aria-label={text('pane.fill.from')}>
        {before === '' ? text('pane.blank') : formatNumber(before, culture)}
      </s>
      {' → '}
      {result !== '' && <strong className={styles.numbers}>{formatNumber(result, culture)}</strong>}
      {formula !== null && <div className={styles.code}>{formula}</div>}
    </span>
  );
}
