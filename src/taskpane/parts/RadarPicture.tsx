import { makeStyles, tokens } from '@fluentui/react-components';
import { cornerAt, type Corner } from '../view/radar';

const useStyles = makeStyles({
  picture: { width: '100%', maxWidth: '260px', height: 'auto', alignSelf: 'center' },
  grid: { fill: 'none', stroke: tokens.colorNeutralStroke2 },
  shape: {
    fill: tokens.colorBrandBackground2,
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '2px',
    '@media (forced-colors: active)': { stroke: 'Highlight' },
  },
  label: { fontSize: '11px', fill: tokens.colorNeutralForeground1 },
});

const rings = [0.25, 0.5, 0.75, 1];
const points = (corners: readonly Corner[]): string => corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');

/** A radar of shares from 0 to 1, three axes or more; numbered, because long names do not fit around it. */
export function RadarPicture({ title, shares }: { readonly title: string; readonly shares: readonly number[] }) {
  const styles = useStyles();
  const all = (share: number): Corner[] => shares.map((_, at) => cornerAt(at, shares.length, share));
  return (
    <svg className={styles.picture} viewBox="-120 -120 240 240" role="img" aria-label={title}>
      {rings.map((ring) => (
        <polygon key={ring} className={styles.grid} points={points(all(ring))} />
      ))}
      {all(1).map(({ x, y }, at) => (
        <line key={at} className={styles.grid} x1={0} y1={0} x2={x} y2={y} />
      ))}
      <polygon className={styles.shape} fillOpacity={0.6} points={points(shares.map((share, at) => cornerAt(at, shares.length, share)))} />
      {shares.map((_, at) => {
        const { x, y } = cornerAt(at, shares.length, 1.12);
        return (
          <text key={at} className={styles.label} x={x} y={y + 4} textAnchor="middle">
            {at + 1}
          </text>
        );
      })}
    </svg>
  );
}
