import type { Outcome } from '../../rubric/types';
import { usePaneStyles } from './paneStyles';
import { useText } from './usePane';

/** Why an entry has its tier: the links from the words of the criteria to the result, in order. */
export function ReasonChain({ outcome, criteria }: { readonly outcome: Outcome; readonly criteria: string }) {
  const styles = usePaneStyles();
  const text = useText();
  return (
    <ol className={styles.steps}>
      {outcome.reason.map((step, at) => (
        <li key={at} className={styles.text}>
          {text(`reason.${step.code}`, step.details)}
          {step.span && step.span.end > step.span.start && <q className={styles.quiet}>{criteria.slice(step.span.start, step.span.end)}</q>}
        </li>
      ))}
    </ol>
  );
}
