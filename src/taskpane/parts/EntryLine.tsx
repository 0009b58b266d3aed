import { mergeClasses } from '@fluentui/react-components';
import { cellAddress } from '../../form/address';
import type { Form } from '../../form/types';
import type { AssessedEntry } from '../../review/types';
import { entryHeader } from '../view/entryHeader';
import { formatNumber } from '../view/formatNumber';
import { CellLink } from './CellLink';
import { Icon } from './Icon';
import { usePaneStyles } from './paneStyles';
import { useCulture, usePane, useText, type Speak } from './usePane';

/** What an entry is worth, in words: `良好 · 17 分`, or why it is worth nothing yet. */
export function worth(entry: AssessedEntry, culture: string, text: Speak): string {
  if (entry.value.kind === 'blank') return text('pane.blank');
  const points = entry.score === null ? null : text('pane.form.points', { points: formatNumber(entry.score.toFixed(), culture) });
  const range = entry.outcome.range;
  const choice =
    range && entry.score === null ? text('pane.form.pointsRange', { low: range[0].toFixed(), high: range[1].toFixed() }) : null;
  const parts = [entry.tier, points, choice].filter((part) => part !== null);
  if (parts.length > 0) return parts.join(' · ');
  return text(entry.valid ? 'pane.form.valid' : 'pane.form.invalid');
}

/** One entry in a line: who, where, what was typed, what it is worth. */
export function EntryLine({ entry, form }: { readonly entry: AssessedEntry; readonly form: Form }) {
  const styles = usePaneStyles();
  const text = useText();
  const texts = usePane((state) => state.texts);
  const culture = useCulture();
  const rater = entryHeader(form, entry.entry) ?? texts[`rater.${entry.entry.rater}`] ?? entry.entry.rater;
  const blank = entry.value.kind === 'blank';
  return (
    <div className={styles.row}>
      <CellLink sheet={form.sheet} cell={cellAddress(entry.entry.row, entry.entry.column)} />
      <span className={styles.quiet}>{rater}</span>
      {!blank && <span>{entry.shown} →</span>}
      <span className={mergeClasses(styles.iconText, styles.numbers, entry.valid ? styles.strong : styles.error)}>
        {!entry.valid && <Icon name="error" />}
        {worth(entry, culture, text)}
      </span>
    </div>
  );
}
