import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { openScreen } from '../desk/goTo';
import { useDesk, usePane, useText } from './usePane';

const useStyles = makeStyles({
  bar: { display: 'flex', columnGap: '4px', flexWrap: 'wrap' },
  tab: {
    padding: '4px 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  here: {
    borderTopColor: tokens.colorCompoundBrandStroke,
    borderRightColor: tokens.colorCompoundBrandStroke,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** The two pages about formulas. */
export function FormulaTabs() {
  const desk = useDesk();
  const text = useText();
  const styles = useStyles();
  const current = usePane((state) => state.screen);
  return (
    <nav className={styles.bar} aria-label={text('formula.tabs')}>
      {(['formula', 'send'] as const).map((screen) => (
        <button
          key={screen}
          type="button"
          className={mergeClasses(styles.tab, current === screen && styles.here)}
          aria-current={current === screen ? 'page' : undefined}
          onClick={() => openScreen(desk, screen)}
        >
          {text(`${screen}.title`)}
        </button>
      ))}
    </nav>
  );
}
