import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePaneStyles } from './paneStyles';

const useStyles = makeStyles({ place: { padding: '16px 0', alignItems: 'flex-start' } });

/** What to say where there is nothing to show: what, why, and the next step as `children`. */
export function EmptyState({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  const styles = usePaneStyles();
  const { place } = useStyles();
  return (
    <section className={mergeClasses(styles.column, place)}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {children}
    </section>
  );
}
