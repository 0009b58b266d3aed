import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { isRowValid, type PolicyRow, type PolicyTable } from '../view/policyTables';
import { Icon } from './Icon';
import { usePaneStyles } from './paneStyles';
import { useText } from './usePane';

const useStyles = makeStyles({
  input: {
    minWidth: 0,
    width: '100%',
    boxSizing: 'border-box',
    height: '28px',
    fontFamily: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '0 6px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) 32px', columnGap: '6px', alignItems: 'center' },
});

interface PolicyTableEditorProps {
  readonly table: PolicyTable;
  readonly rows: readonly PolicyRow[];
  readonly onChange: (rows: readonly PolicyRow[]) => void;
}

/** A table of two columns that the user fills; under each row what it says. */
export function PolicyTableEditor({ table, rows, onChange }: PolicyTableEditorProps) {
  const text = useText();
  const styles = usePaneStyles();
  const replace = (at: number, row: PolicyRow): void => onChange(rows.map((one, index) => (index === at ? row : one)));
  return (
    <section className={styles.tight} aria-label={text(`policy.${table.key}`)}>
      <span className={styles.text}>{text(`policy.${table.key}`)}</span>
      {rows.length === 0 && <span className={styles.quiet}>{text(`policy.${table.key}.empty`)}</span>}
      {rows.map((row, at) => (
        <RowEditor
          key={at}
          table={table}
          row={row}
          onChange={(changed) => replace(at, changed)}
          onRemove={() => onChange(rows.filter((_, index) => index !== at))}
        />
      ))}
      <div>
        <Button size="small" icon={<Icon name="add" />} onClick={() => onChange([...rows, { name: '', value: '' }])}>
          {text('pane.policies.addRow')}
        </Button>
      </div>
    </section>
  );
}

interface RowEditorProps {
  readonly table: PolicyTable;
  readonly row: PolicyRow;
  readonly onChange: (row: PolicyRow) => void;
  readonly onRemove: () => void;
}

function RowEditor({ table, row, onChange, onRemove }: RowEditorProps) {
  const text = useText();
  const styles = useStyles();
  const shared = usePaneStyles();
  const valid = isRowValid(row, table);
  return (
    <>
      <div className={styles.row}>
        {(['name', 'value'] as const).map((column) => (
          <input
            key={column}
            className={styles.input}
            value={row[column]}
            placeholder={text(`policy.${table.key}.${column}`)}
            aria-label={text(`policy.${table.key}.${column}`)}
            inputMode={column === 'value' || table.numericName ? 'decimal' : 'text'}
            aria-invalid={!valid}
            onChange={(event) => onChange({ ...row, [column]: event.target.value })}
          />
        ))}
        <Button
          appearance="subtle"
          size="small"
          icon={<Icon name="remove" />}
          aria-label={text('pane.policies.removeRow', { name: row.name || text('pane.policies.unnamed') })}
          onClick={onRemove}
        />
      </div>
      <span className={valid ? shared.quiet : shared.error}>
        {valid ? text(`policy.${table.key}.example`, { name: row.name, value: row.value }) : text('pane.policies.invalidNumber')}
      </span>
    </>
  );
}
