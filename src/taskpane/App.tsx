import { FluentProvider, makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo, type ComponentType } from 'react';
import type { Desk } from './desk/desk';
import { LanguageSelect } from './parts/LanguageSelect';
import { FailureMessage, LiveRegion, NoticeMessage } from './parts/Messages';
import { NavBar } from './parts/NavBar';
import { DeskContext, usePane, useText } from './parts/usePane';
import { WorkStrip } from './parts/WorkStrip';
import { ReviewScreen } from './screens/ReviewScreen';
import { WelcomeScreen } from './screens/WelcomeScreen';
import type { Screen } from './store';
import { paneTheme } from './theme';

/** Screens that are not the first to be seen are fetched when they are opened. */
const FillScreen = lazy(async () => ({ default: (await import('./screens/FillScreen')).FillScreen }));
const FormScreen = lazy(async () => ({ default: (await import('./screens/FormScreen')).FormScreen }));
const FormulaScreen = lazy(async () => ({ default: (await import('./screens/FormulaScreen')).FormulaScreen }));
const SendScreen = lazy(async () => ({ default: (await import('./screens/SendScreen')).SendScreen }));
const BuilderScreen = lazy(async () => ({ default: (await import('./screens/BuilderScreen')).BuilderScreen }));
const GalleryScreen = lazy(async () => ({ default: (await import('./screens/GalleryScreen')).GalleryScreen }));
const PicturesScreen = lazy(async () => ({ default: (await import('./screens/PicturesScreen')).PicturesScreen }));
const PoliciesScreen = lazy(async () => ({ default: (await import('./screens/PoliciesScreen')).PoliciesScreen }));

const screens: Readonly<Record<Screen, ComponentType>> = {
  welcome: WelcomeScreen,
  review: ReviewScreen,
  form: FormScreen,
  fill: FillScreen,
  pictures: PicturesScreen,
  policies: PoliciesScreen,
  formula: FormulaScreen,
  send: SendScreen,
  gallery: GalleryScreen,
  builder: BuilderScreen,
};

const usePageStyles = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  // In a low window (a page at 400 %) everything scrolls, so that the bars leave room to read.
  pane: {
    height: '100vh',
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    '@media (max-height: 400px)': { height: 'auto', minHeight: '100vh' },
  },
  // WebView2 hides scroll bars that are not always there.
  content: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'scroll',
    overflowX: 'hidden',
    padding: '10px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '10px',
    '& > *': { flexShrink: 0 },
    '@media (max-height: 400px)': { overflowY: 'visible' },
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    padding: '4px 10px',
    columnGap: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
});

/** The whole pane. */
export function App({ desk }: { readonly desk: Desk }) {
  return (
    <DeskContext value={desk}>
      <ThemedPane />
    </DeskContext>
  );
}

function ThemedPane() {
  usePageStyles();
  const styles = useStyles();
  const dark = usePane((state) => state.dark);
  const language = usePane((state) => state.language);
  const screen = usePane((state) => state.screen);
  const theme = useMemo(() => paneTheme(dark), [dark]);
  const CurrentScreen = screens[screen];
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={theme} className={styles.pane}>
      {screen !== 'welcome' && <NavBar />}
      <LiveRegion />
      <main className={styles.content} key={screen}>
        <WorkStrip />
        <FailureMessage />
        <NoticeMessage />
        <Suspense fallback={null}>
          <CurrentScreen />
        </Suspense>
      </main>
      <Foot />
    </FluentProvider>
  );
}

function Foot() {
  const styles = useStyles();
  const text = useText();
  return (
    <footer className={styles.foot}>
      <span>{text('pane.title')}</span>
      <LanguageSelect />
    </footer>
  );
}
