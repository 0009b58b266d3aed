import { Input } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ReviewPolicy } from '../../review/policy';
import { marksOf } from '../view/extraTicks';
import { usePaneStyles } from './paneStyles';
import { useText } from './usePane';

interface ExtraTicksProps {
  readonly policy: ReviewPolicy;
  readonly onChange: (policy: ReviewPolicy) => void;
}

/** Marks that stand for a tick on this workbook's checklists; what is typed stays as typed until the page is left. */
export function ExtraTicks({ policy, onChange }: ExtraTicksProps) {
  const text = useText();
  const styles = usePaneStyles();
  const id = useId();
  const [typed, setTyped] = useState(policy.extraTicks.join(' '));
  const marks = policy.extraTicks.join(' ');
  return (
    <div className={styles.tight}>
      <label htmlFor={id} className={styles.text}>
        {text('policy.extraTicks')}
      </label>
      <Input
        id={id}
        size="small"
        value={typed}
        onChange={(_, { value }) => {
          setTyped(value);
          onChange({ ...policy, extraTicks: marksOf(value) });
        }}
      />
      <span className={styles.quiet} aria-live="polite">
        {marks === '' ? text('policy.extraTicks.empty') : text('policy.extraTicks.example', { marks })}
      </span>
    </div>
  );
}
