import { mergeClasses } from '@fluentui/react-components';
import type { FormState, FormSummary } from '../view/formState';
import { Icon, type IconName } from './Icon';
import { usePaneStyles } from './paneStyles';
import { useText } from './usePane';

const looks: Readonly<Record<FormState, { icon: IconName; colour: 'error' | 'warning' | 'success' | 'brand' | 'info' }>> = {
  doubtful: { icon: 'question', colour: 'warning' },
  problems: { icon: 'error', colour: 'error' },
  incomplete: { icon: 'incomplete', colour: 'warning' },
  ready: { icon: 'ready', colour: 'brand' },
  filled: { icon: 'done', colour: 'success' },
  plain: { icon: 'plain', colour: 'info' },
};

/** The state of a form in picture, colour and words. */
export function StateBadge({ summary }: { readonly summary: FormSummary }) {
  const styles = usePaneStyles();
  const text = useText();
  const { icon, colour } = looks[summary.state];
  return (
    <span className={mergeClasses(styles.iconText, styles.strong, styles[colour])}>
      <Icon name={icon} />
      {text(`pane.state.${summary.state}`, { count: summary.problems })}
    </span>
  );
}
