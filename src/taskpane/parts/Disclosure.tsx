import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  summary: {
    cursor: 'pointer',
    padding: '2px 0',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  quiet: { fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  body: { display: 'flex', flexDirection: 'column', rowGap: '8px', paddingTop: '4px', minWidth: 0 },
});

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly quiet?: boolean;
  /** Draw what is in it only once it was opened: for much of it. */
  readonly lazy?: boolean;
  readonly children: ReactNode;
}

/** Something that can be opened and closed: the browser's own, so that keyboard and screen readers know it. */
export function Disclosure({ summary, open = false, quiet = false, lazy = false, children }: DisclosureProps) {
  const styles = useStyles();
  const [seen, setSeen] = useState(open || !lazy);
  return (
    <details open={open} onToggle={seen ? undefined : () => setSeen(true)}>
      <summary className={mergeClasses(styles.summary, quiet && styles.quiet)}>{summary}</summary>
      {seen && <div className={styles.body}>{children}</div>}
    </details>
  );
}
