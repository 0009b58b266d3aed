import { mergeClasses } from '@fluentui/react-components';
import { cellAddress } from '../../form/address';
import type { AssessedTotal } from '../../review/types';
import { formatNumber } from '../view/formatNumber';
import { CellLink } from './CellLink';
import { Icon, type IconName } from './Icon';
import { usePaneStyles } from './paneStyles';
import { useCulture, useText } from './usePane';

type Standing = 'right' | 'wrong' | 'blank' | 'blocked' | 'open';

const looks: Readonly<Record<Standing, { icon: IconName; colour: 'success' | 'error' | 'brand' | 'warning' | 'info' }>> = {
  right: { icon: 'done', colour: 'success' },
  wrong: { icon: 'error', colour: 'error' },
  blank: { icon: 'ready', colour: 'brand' },
  blocked: { icon: 'incomplete', colour: 'warning' },
  open: { icon: 'plain', colour: 'info' },
};

/** A total: right, wrong (with what it should be), blank (with what it would be), or waiting for other cells. */
export function TotalLine({ total, sheet }: { readonly total: AssessedTotal; readonly sheet: string }) {
  const styles = usePaneStyles();
  const text = useText();
  const culture = useCulture();
  const standing = standingOf(total);
  const { icon, colour } = looks[standing];
  const expected = total.expected === null ? '' : formatNumber(total.expected, culture) + (total.percent ? '%' : '');
  return (
    <li className={styles.card}>
      <div className={styles.row}>
        <CellLink sheet={sheet} cell={cellAddress(total.total.row, total.total.column)} />
        <span className={styles.strong}>{total.total.label}</span>
      </div>
      <span className={mergeClasses(styles.iconText, styles[colour])}>
        <Icon name={icon} />
        <span className={styles.text}>{text(`pane.total.${standing}`, { expected, cells: total.blockedBy.join(' ') })}</span>
        {standing === 'right' && <span className={styles.numbers}>{expected}</span>}
      </span>
      {standing === 'open' && total.reason !== null && <span className={styles.quiet}>{text(`reason.total.${total.reason}`)}</span>}
    </li>
  );
}

function standingOf(total: AssessedTotal): Standing {
  if (total.blockedBy.length > 0) return 'blocked';
  return total.expected === null ? 'open' : total.status;
}
