import { Button, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { changeDraft, give, takeSelection } from '../desk/formula';
import { isPicked, type DraftParameter } from '../view/formulaText';
import { usePaneStyles } from './paneStyles';
import { useDesk, usePane, useText, type Speak } from './usePane';

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '6px', alignItems: 'center' },
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
  // The field that the next selection in the sheet goes to, also while the sheet has the focus.
  active: {
    borderTopColor: tokens.colorCompoundBrandStroke,
    borderRightColor: tokens.colorCompoundBrandStroke,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    borderLeftWidth: '3px',
  },
});

/** Name of a parameter as people say it, with the rater's number where there are several. */
export function parameterName(text: Speak, { label, rater }: DraftParameter): string {
  const name = text(`formula.param.${label}`);
  return rater === null ? name : text('formula.rater', { name, rater });
}

/** One parameter: picked in the sheet or typed, or chosen from a few words. */
export function FormulaField({ id, parameter }: { readonly id: string; readonly parameter: DraftParameter }) {
  const text = useText();
  const styles = usePaneStyles();
  const field = useId();
  const name = parameterName(text, parameter);
  return (
    <div className={styles.tight}>
      <label htmlFor={field} className={styles.text}>
        {parameter.optional && parameter.name !== 'others' ? text('formula.optional', { name }) : name}
      </label>
      {isPicked(parameter) ? (
        <PickedField field={field} parameter={parameter} name={name} hint={text(`describe.${id}.${parameter.name}`)} />
      ) : (
        <ChosenField field={field} parameter={parameter} />
      )}
    </div>
  );
}

interface PickedProps {
  readonly field: string;
  readonly parameter: DraftParameter;
  readonly name: string;
  readonly hint: string;
}

function PickedField({ field, parameter, name, hint }: PickedProps) {
  const desk = useDesk();
  const typed = usePane((state) => state.formula.given[parameter.key] ?? '');
  return (
    <PickRow
      field={field}
      slot={parameter.key}
      name={name}
      hint={hint}
      value={typed}
      onType={(value) => give(desk, parameter.key, value)}
    />
  );
}

interface PickRowProps {
  readonly field: string;
  /** Key of the parameter, or `target`. */
  readonly slot: string;
  readonly name: string;
  readonly hint: string;
  readonly value: string;
  readonly onType: (value: string) => void;
}

/** A text field that takes the next selection in the sheet while it is the active one, and a button that takes the present selection. */
export function PickRow({ field, slot, name, hint, value, onType }: PickRowProps) {
  const desk = useDesk();
  const text = useText();
  const shared = usePaneStyles();
  const styles = useStyles();
  const active = usePane((state) => state.formula.active === slot);
  return (
    <>
      <div className={styles.row}>
        <input
          id={field}
          className={mergeClasses(styles.input, active && styles.active)}
          value={value}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={active ? `${field}-hint` : undefined}
          onFocus={() => changeDraft(desk, { active: slot })}
          onChange={({ target }) => onType(target.value)}
        />
        <Button size="small" aria-label={text('formula.use.for', { name })} onClick={() => void takeSelection(desk, slot)}>
          {text('formula.use')}
        </Button>
      </div>
      {active && (
        <span id={`${field}-hint`} className={shared.quiet}>
          {hint} {text('formula.picking')}
        </span>
      )}
    </>
  );
}

function ChosenField({ field, parameter }: { readonly field: string; readonly parameter: DraftParameter }) {
  const desk = useDesk();
  const text = useText();
  const typed = usePane((state) => state.formula.given[parameter.key] ?? '');
  const truth = parameter.takes === 'truth';
  const label = (choice: string): string => text(truth ? `formula.${parameter.name}.${choice}` : `formula.choice.${choice}`);
  return (
    <Select id={field} size="small" value={typed} onChange={(_, { value }) => give(desk, parameter.key, value)}>
      <option value="">{label('none')}</option>
      {(truth ? ['TRUE'] : (parameter.choices ?? [])).map((choice) => (
        <option key={choice} value={choice}>
          {label(choice)}
        </option>
      ))}
    </Select>
  );
}
