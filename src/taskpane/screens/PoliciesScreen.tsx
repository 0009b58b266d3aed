import { Button, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { defaultReviewPolicy, type ReviewPolicy } from '../../review/policy';
import { checkWorkbook } from '../desk/checkWorkbook';
import { rememberPolicy } from '../desk/rememberPolicy';
import { Disclosure } from '../parts/Disclosure';
import { EmptyState } from '../parts/EmptyState';
import { ExtraTicks } from '../parts/ExtraTicks';
import { OpenWithWorkbook } from '../parts/OpenWithWorkbook';
import { PolicyTableEditor } from '../parts/PolicyTableEditor';
import { usePaneStyles } from '../parts/paneStyles';
import { useBusy, useDesk, usePane, useText } from '../parts/usePane';
import { defaultAnswer, policyGroups, type PolicyChoice } from '../view/policyChoices';
import { isRowValid, policyTables, type PolicyRow } from '../view/policyTables';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: 0,
    padding: '8px 0',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Every decision that a form can leave open, each with an example of what the chosen answer gives; stored with the workbook. */
export function PoliciesScreen() {
  const stored = usePane((state) => state.checked?.policy);
  return stored ? <Editor key={JSON.stringify(stored)} stored={stored} /> : <NotLoaded />;
}

function NotLoaded() {
  const desk = useDesk();
  const text = useText();
  const busy = useBusy();
  return (
    <EmptyState title={text('pane.policies.title')} text={text('pane.policies.loadFirst')}>
      <Button appearance="primary" disabled={busy} onClick={() => void checkWorkbook(desk)}>
        {text('action.check')}
      </Button>
    </EmptyState>
  );
}

type Rows = Readonly<Record<string, readonly PolicyRow[]>>;

const rowsOf = (policy: ReviewPolicy): Rows => Object.fromEntries(policyTables.map((table) => [table.key, table.read(policy)]));
const withRows = (policy: ReviewPolicy, rows: Rows): ReviewPolicy =>
  policyTables.reduce((result, table) => table.write(result, rows[table.key] ?? []), policy);

function Editor({ stored }: { readonly stored: ReviewPolicy }) {
  const text = useText();
  const styles = usePaneStyles();
  const [policy, setPolicy] = useState(stored);
  const [rows, setRows] = useState(() => rowsOf(stored));
  const [resets, setResets] = useState(0);
  const valid = policyTables.every((table) => (rows[table.key] ?? []).every((row) => isRowValid(row, table)));
  const wanted = withRows(policy, rows);
  const reset = (): void => {
    setPolicy(defaultReviewPolicy);
    setRows(rowsOf(defaultReviewPolicy));
    setResets(resets + 1);
  };
  return (
    <div className={styles.column}>
      <h1 className={styles.title}>{text('pane.policies.title')}</h1>
      <p className={styles.quiet}>{text('pane.policies.text')}</p>
      {policyGroups.map((group, at) => (
        <Disclosure key={group.name} open={at === 0} summary={text(`pane.policies.group.${group.name}`)}>
          {group.choices.map((choice) => (
            <Choice key={choice.key} choice={choice} policy={policy} onChange={setPolicy} />
          ))}
          {group.name === 'entries' && <ExtraTicks key={resets} policy={policy} onChange={setPolicy} />}
        </Disclosure>
      ))}
      <Disclosure summary={text('pane.policies.group.scales')}>
        {policyTables.map((table) => (
          <PolicyTableEditor
            key={table.key}
            table={table}
            rows={rows[table.key] ?? []}
            onChange={(next) => setRows({ ...rows, [table.key]: next })}
          />
        ))}
      </Disclosure>
      <OpenWithWorkbook />
      <SaveBar wanted={wanted} changed={JSON.stringify(wanted) !== JSON.stringify(stored)} valid={valid} onReset={reset} />
    </div>
  );
}

interface ChoiceProps {
  readonly choice: PolicyChoice;
  readonly policy: ReviewPolicy;
  readonly onChange: (policy: ReviewPolicy) => void;
}

function Choice({ choice, policy, onChange }: ChoiceProps) {
  const text = useText();
  const styles = usePaneStyles();
  const id = useId();
  const answer = choice.read(policy);
  const known = choice.options.includes(answer) ? choice.options : [...choice.options, answer];
  return (
    <div className={styles.tight}>
      <label htmlFor={id} className={styles.text}>
        {text(`policy.${choice.key}`)}
      </label>
      <Select id={id} size="small" value={answer} onChange={(_, { value }) => onChange(choice.write(policy, value))}>
        {known.map((option) => (
          <option key={option} value={option}>
            {text(`policy.${choice.key}.${option}`)}
          </option>
        ))}
      </Select>
      <span className={styles.quiet} aria-live="polite">
        {text(`policy.${choice.key}.${answer}.example`) + (answer === defaultAnswer(choice) ? ` (${text('pane.policies.default')})` : '')}
      </span>
    </div>
  );
}

interface SaveBarProps {
  readonly wanted: ReviewPolicy;
  readonly changed: boolean;
  readonly valid: boolean;
  readonly onReset: () => void;
}

function SaveBar({ wanted, changed, valid, onReset }: SaveBarProps) {
  const desk = useDesk();
  const text = useText();
  const shared = usePaneStyles();
  const styles = useStyles();
  const busy = useBusy();
  const readOnly = usePane((state) => state.checked?.snapshot.readOnly ?? false);
  return (
    <div className={mergeClasses(shared.tight, styles.bar)}>
      {changed && <span className={shared.quiet}>{text('pane.policies.unsaved')}</span>}
      <div className={shared.row}>
        <Button appearance="primary" disabled={busy || readOnly || !changed || !valid} onClick={() => void rememberPolicy(desk, wanted)}>
          {text('pane.policies.save')}
        </Button>
        <Button appearance="subtle" onClick={onReset}>
          {text('pane.policies.reset')}
        </Button>
      </div>
    </div>
  );
}
