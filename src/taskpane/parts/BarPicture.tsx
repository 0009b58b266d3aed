import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Disclosure } from './Disclosure';
import { usePaneStyles } from './paneStyles';
import { useText } from './usePane';

const useStyles = makeStyles({
  picture: { width: '100%', height: 'auto', display: 'block', forcedColorAdjust: 'auto' },
  label: { fontSize: '12px', fill: tokens.colorNeutralForeground1 },
  track: { fill: tokens.colorNeutralBackground4 },
  bar: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'Highlight' } },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': { textAlign: 'left', padding: '2px 6px 2px 0', overflowWrap: 'anywhere' },
  },
});

export interface Bar {
  readonly label: string;
  /** Length from 0 to 1; null draws no bar. */
  readonly share: number | null;
  /** What stands at the end of the bar and in the table. */
  readonly shown: string;
}

interface BarPictureProps {
  readonly title: string;
  /** Heading of the numbers in the table. */
  readonly unit: string;
  readonly bars: readonly Bar[];
}

const rowHeight = 36;
const width = 240;

/** Horizontal bars with their words above them (long Chinese names have room), and the same numbers as a table behind. */
export function BarPicture({ title, unit, bars }: BarPictureProps) {
  const styles = useStyles();
  const shared = usePaneStyles();
  const text = useText();
  const titleId = useId();
  return (
    <section className={shared.tight} aria-labelledby={titleId}>
      <h2 id={titleId} className={shared.heading}>
        {title}
      </h2>
      <svg className={styles.picture} viewBox={`0 0 ${width} ${bars.length * rowHeight}`} role="img" aria-labelledby={titleId}>
        {bars.map((bar, at) => (
          <BarRow key={at} bar={bar} top={at * rowHeight} />
        ))}
      </svg>
      <Disclosure quiet summary={text('pane.pictures.table')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text('pane.pictures.label')}</th>
              <th scope="col">{unit}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar, at) => (
              <tr key={at}>
                <th scope="row">{bar.label}</th>
                <td>{bar.shown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </section>
  );
}

function BarRow({ bar, top }: { readonly bar: Bar; readonly top: number }) {
  const styles = useStyles();
  const length = Math.min(Math.max(bar.share ?? 0, 0), 1) * width;
  return (
    <>
      <text className={styles.label} x={0} y={top + 13}>
        {shortened(bar.label)}
      </text>
      <text className={styles.label} x={width} y={top + 13} textAnchor="end">
        {bar.shown}
      </text>
      <rect className={styles.track} x={0} y={top + 18} width={width} height={10} rx={2} />
      <rect className={styles.bar} x={0} y={top + 18} width={length} height={10} rx={2} />
    </>
  );
}

/** SVG does not wrap: a long name is cut in the picture and whole in the table. A Chinese character is about two Latin ones wide. */
function shortened(label: string): string {
  const widest = 26;
  let used = 0;
  for (const [at, character] of [...label].entries()) {
    used += /[\u2e80-\uffff]/.test(character) ? 2 : 1;
    if (used > widest) return `${[...label].slice(0, at).join('')}…`;
  }
  return label;
}
