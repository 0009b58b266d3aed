import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { usePaneStyles } from './paneStyles';

export const useInputStyles = makeStyles({
  input: {
    minWidth: 0,
    width: '100%',
    boxSizing: 'border-box',
    minHeight: '28px',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '2px 6px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  long: { resize: 'vertical', lineHeight: tokens.lineHeightBase300 },
});

interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Lines of a longer text; one where absent. */
  readonly lines?: number;
  readonly kind?: 'text' | 'decimal' | 'search' | 'password';
  readonly invalid?: boolean;
  /** The label is for screen readers alone: what stands around says it to the others. */
  readonly hideLabel?: boolean;
  /** Language of what is written, where it is not the pane's. */
  readonly lang?: string;
  readonly children?: ReactNode;
}

/** A text field with its label above it. */
export function TextInput({ label, value, onChange, lines, kind = 'text', invalid, hideLabel = false, lang, children }: TextInputProps) {
  const styles = useInputStyles();
  const shared = usePaneStyles();
  const field = useId();
  const common = {
    id: field,
    value,
    lang,
    'aria-invalid': invalid || undefined,
    autoComplete: kind === 'password' ? 'new-password' : 'off',
  };
  return (
    <div className={shared.tight}>
      <label htmlFor={field} className={hideLabel ? shared.hidden : shared.quiet}>
        {label}
      </label>
      {lines ? (
        <textarea
          {...common}
          rows={lines}
          className={mergeClasses(styles.input, styles.long)}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <input
          {...common}
          className={styles.input}
          type={kind === 'decimal' ? 'text' : kind}
          inputMode={kind === 'decimal' ? 'decimal' : undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {children}
    </div>
  );
}
