/** Entry of the shared-runtime page: the pane and the ribbon's commands around one desk. */
import { createRoot } from 'react-dom/client';
import { registerCommands } from '../commands/registerCommands';
import { loadTexts } from '../locale/load';
import { App } from './App';
import { checkWorkbook } from './desk/checkWorkbook';
import type { Desk, Shell } from './desk/desk';
import { explainCell } from './desk/explainCell';
import { previewFill } from './desk/fill';
import { firstScreen } from './desk/firstRun';
import { followPolicy } from './desk/followPolicy';
import { openScreen } from './desk/goTo';
import { startLanguage } from './desk/language';
import { lazyActions } from './desk/lazyActions';
import { lazyWorkbook } from './desk/lazyWorkbook';
import { openWhereWanted } from './desk/openWithWorkbook';
import { warmUp } from './desk/warmUp';
import { watchWorkbook } from './desk/watchWorkbook';
import { canStartWithWorkbook, showPane, startWithWorkbook } from '../workbook/excel/startup';
import { createPaneStore } from './store';
import { isDark } from './theme';
import { PlainMessage } from './parts/PlainMessage';

/** The floor of what the Excel adapter calls. */
const neededApi = '1.14';

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
const darkNow = (): boolean => isDark(Office.context?.officeTheme, systemDark.matches);

void Office.onReady(async ({ host }) => {
  const shell = makeShell();
  const language = startLanguage(shell, Office.context?.displayLanguage ?? navigator.language);
  const texts = await loadTexts(language);
  const root = createRoot(document.getElementById('pane') as HTMLElement);
  const isExcel = host === Office.HostType.Excel;
  if (!isExcel || !Office.context.requirements.isSetSupported('ExcelApi', neededApi)) {
    root.render(<PlainMessage kind={isExcel ? 'unsupported' : 'outside'} texts={texts} dark={darkNow()} />);
    return;
  }
  const desk = makeDesk(shell, createPaneStore({ language, texts, dark: darkNow(), screen: firstScreen(shell) }));
  followTheme(desk);
  registerCommands({
    check: async () => {
      openScreen(desk, 'review');
      await checkWorkbook(desk);
    },
    previewFill: () => previewFill(desk),
    insertTemplate: async () => openScreen(desk, 'gallery'),
    explainCell: () => explainCell(desk),
  });
  root.render(<App desk={desk} />);
  await watchWorkbook(desk);
  await followPolicy(desk);
  await openWhereWanted(desk);
  await warmUp(language, texts, loadActions);
});

const loadActions = () => import('../actions');

function makeDesk(shell: Shell, store: Desk['store']): Desk {
  return {
    store,
    shell,
    workbook: lazyWorkbook(async () => (await import('../workbook/excel/excelWorkbook')).openExcelWorkbook()),
    actions: lazyActions(loadActions),
    current: { abort: null, ended: Promise.resolve() },
  };
}

/** Storage of one person; several accounts on one machine are kept apart by Office's partition key. */
function makeShell(): Shell {
  const key = (name: string): string => `${Office.context?.partitionKey ?? ''}rubric.${name}`;
  return {
    loadTexts,
    remember: (name, value) => attempt(() => localStorage.setItem(key(name), value)),
    recall: (name) => attempt(() => localStorage.getItem(key(name))) ?? null,
    showPane,
    startWithWorkbook: canStartWithWorkbook() ? startWithWorkbook : null,
  };
}

/** Storage is refused in some browsers' private windows: then nothing is remembered. */
function attempt<Result>(storageUse: () => Result): Result | null {
  try {
    return storageUse();
  } catch {
    return null;
  }
}

/** Office does not tell Excel of a changed theme: it is read again when the system changes it and whenever the pane is shown. */
function followTheme(desk: Desk): void {
  const read = (): void => desk.store.setState({ dark: darkNow() });
  systemDark.addEventListener('change', read);
  document.addEventListener('visibilitychange', read);
}
