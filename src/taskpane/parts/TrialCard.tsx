import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ShownCell } from '../../functions/calculate';
import type { Trial } from '../desk/formula';
import { formatNumber } from '../view/formatNumber';
import { Icon } from './Icon';
import { usePaneStyles } from './paneStyles';
import { useCulture, useText } from './usePane';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', maxWidth: '100%' },
  table: { borderCollapse: 'collapse' },
  cell: { border: `1px solid ${tokens.colorNeutralStroke2}`, padding: '2px 6px', overflowWrap: 'anywhere' },
});

/** So many rows of a result are shown. */
const mostRows = 8;

/** What the formula would show and how that comes about; read out when it changes. */
export function TrialCard({ trial }: { readonly trial: Trial | null }) {
  const text = useText();
  const styles = usePaneStyles();
  return (
    <section className={styles.card} aria-label={text('formula.result')} aria-live="polite">
      <h2 className={styles.heading}>{text('formula.result')}</h2>
      {trial?.notes.map(({ code, details }) => (
        <p key={code} className={code === 'formula.note.missing' ? styles.quiet : mergeClasses(styles.text, styles.warning)}>
          {text(code, details)}
        </p>
      ))}
      {trial && trial.rows.length > 0 && <Rows rows={trial.rows} />}
      {trial && trial.working !== '' && (
        <>
          <h3 className={styles.quiet}>{text('formula.working')}</h3>
          <p className={styles.text}>{trial.working}</p>
        </>
      )}
    </section>
  );
}

function Rows({ rows }: { readonly rows: Trial['rows'] }) {
  const text = useText();
  const shared = usePaneStyles();
  const styles = useStyles();
  const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
  if (only !== undefined) return <Shown cell={only} strong />;
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <tbody>
            {rows.slice(0, mostRows).map((row, at) => (
              <tr key={at}>
                {row.map((cell, across) => (
                  <td key={across} className={styles.cell}>
                    <Shown cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > mostRows && <span className={shared.quiet}>{text('formula.result.more', { count: rows.length - mostRows })}</span>}
      <span className={shared.quiet}>{text('formula.result.size', { rows: rows.length, columns: rows[0]?.length ?? 0 })}</span>
    </>
  );
}

function Shown({ cell, strong = false }: { readonly cell: ShownCell; readonly strong?: boolean }) {
  const text = useText();
  const styles = usePaneStyles();
  const culture = useCulture();
  if (typeof cell === 'object')
    return (
      <span className={mergeClasses(styles.error, styles.inlineIcon)}>
        <Icon name="error" />
        {cell.error} {cell.message}
      </span>
    );
  if (cell === '') return <span className={styles.info}>{text('formula.result.empty')}</span>;
  const shown = typeof cell === 'number' ? formatNumber(String(cell), culture) : String(cell);
  return <span className={mergeClasses(styles.text, styles.numbers, strong && styles.title)}>{shown}</span>;
}
