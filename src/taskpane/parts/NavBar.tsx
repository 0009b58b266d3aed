import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { openScreen } from '../desk/goTo';
import type { Screen } from '../store';
import { Icon, type IconName } from './Icon';
import { useDesk, usePane, useText } from './usePane';

const places: readonly {
  screen: 'review' | 'fill' | 'pictures' | 'gallery' | 'formula' | 'policies';
  icon: IconName;
  covers: readonly Screen[];
}[] = [
  { screen: 'review', icon: 'review', covers: ['review', 'form', 'welcome'] },
  { screen: 'fill', icon: 'fill', covers: ['fill'] },
  { screen: 'pictures', icon: 'pictures', covers: ['pictures'] },
  { screen: 'gallery', icon: 'gallery', covers: ['gallery', 'builder'] },
  { screen: 'formula', icon: 'formula', covers: ['formula', 'send'] },
  { screen: 'policies', icon: 'policies', covers: ['policies'] },
];

const useStyles = makeStyles({
  // 34 px at the right stay free for Office's personality menu.
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    paddingRight: '34px',
    columnGap: '2px',
    '@media (max-width: 300px)': { columnGap: 0 },
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  place: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    padding: '6px 6px',
    border: 'none',
    borderBottom: '2px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    minWidth: '24px',
    justifyContent: 'center',
    // The words alone fit into one line: at 320 px as they are, at the 270 px of Excel for Mac the English ones a little smaller.
    '@media (max-width: 345px)': { '& > svg': { display: 'none' } },
    '@media (min-width: 301px) and (max-width: 345px)': { padding: '6px 4px' },
    '@media (max-width: 300px)': { padding: '6px 2px', ':lang(en)': { fontSize: '11px' } },
    // Forced colours draw transparent borders too: only the current place keeps its line.
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

/** The main places of the pane. */
export function NavBar() {
  const desk = useDesk();
  const text = useText();
  const styles = useStyles();
  const current = usePane((state) => state.screen);
  return (
    <nav className={styles.bar} aria-label={text('pane.nav')}>
      {places.map(({ screen, icon, covers }) => {
        const here = covers.includes(current);
        return (
          <button
            key={screen}
            type="button"
            className={mergeClasses(styles.place, here && styles.here)}
            aria-current={here ? 'page' : undefined}
            onClick={() => openScreen(desk, screen)}
          >
            <Icon name={icon} />
            {text(`pane.nav.${screen}`)}
          </button>
        );
      })}
    </nav>
  );
}
