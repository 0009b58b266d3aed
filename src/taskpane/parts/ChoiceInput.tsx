import { Select } from '@fluentui/react-components';
import { useId } from 'react';
import { usePaneStyles } from './paneStyles';

interface ChoiceInputProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Value[];
  /** What an option is called. */
  readonly name: (option: Value) => string;
  readonly onChange: (value: Value) => void;
  readonly hideLabel?: boolean;
}

/** A choice among a few, with its label above it. */
export function ChoiceInput<Value extends string>({ label, value, options, name, onChange, hideLabel = false }: ChoiceInputProps<Value>) {
  const styles = usePaneStyles();
  const field = useId();
  return (
    <div className={styles.tight}>
      <label htmlFor={field} className={hideLabel ? styles.hidden : styles.quiet}>
        {label}
      </label>
      <Select id={field} size="small" value={value} onChange={(_, data) => onChange(data.value as Value)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {name(option)}
          </option>
        ))}
      </Select>
    </div>
  );
}
