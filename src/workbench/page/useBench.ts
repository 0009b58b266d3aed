import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { loadAddin } from './addin';
import { startBench, type Bench, type Message } from './bench';
import type { ShellRequest } from '../host/contract';
import type { AddinManifest, RibbonButton } from './ribbon';
import { firstLanguage, type Language } from './texts';

const stored = { language: 'rubric-workbench-language', theme: 'rubric-workbench-theme' } as const;

const firstDark = (): boolean =>
  (localStorage.getItem(stored.theme) ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

/** How long a notice that asks for nothing stays. */
const noticeTime = 4000;

function useMessage() {
  const [message, onMessage] = useState<Message | null>(null);
  useEffect(() => {
    if (message?.kind !== 'notice' || message.key === 'opening') return undefined;
    const timer = setTimeout(() => onMessage(null), noticeTime);
    return () => clearTimeout(timer);
  }, [message]);
  return { message, onMessage };
}

// Buttons the add-in switched off, and whether it shows its pane.
function useShell() {
  const [disabled, setDisabled] = useState<ReadonlySet<string>>(new Set());
  const [paneVisible, setPaneVisible] = useState(true);
  const onShellRequest = useCallback((request: ShellRequest) => {
    if (request.kind === 'runtimeState') setPaneVisible(request.state === 'Visible');
    if (request.kind !== 'button') return;
    setDisabled((now) => new Set(request.enabled ? [...now].filter((id) => id !== request.id) : [...now, request.id]));
  }, []);
  return { disabled, paneVisible, setPaneVisible, onShellRequest };
}

/** The state of the page and what its controls do. Starts the bench in `place` once. */
export function useBench(place: RefObject<HTMLDivElement | null>) {
  const bench = useRef<Bench | null>(null);
  const [language, setLanguage] = useState<Language>(() => firstLanguage(localStorage.getItem(stored.language), navigator.languages));
  const [dark, setDark] = useState(firstDark);
  const [manifest, setManifest] = useState<AddinManifest | null>(null);
  const [fileName, setFileName] = useState('');
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null);
  const { message, onMessage } = useMessage();
  const shell = useShell();

  useEffect(() => {
    const start = async () => {
      const addin = await loadAddin(language);
      setManifest(addin.manifest);
      if (!place.current) return;
      const events = { onFile: setFileName, onFrame: setFrame, onMessage, onShellRequest: shell.onShellRequest };
      bench.current = await startBench(place.current, language, addin, events);
      bench.current.setDark(dark);
      Object.assign(window, { workbench: bench.current });
    };
    start().catch((error: unknown) => {
      console.error(error);
      onMessage({ kind: 'error', key: 'error.pane', values: {} });
    });
    // Once: changes of language and theme are handed to the running bench.
  }, []); // eslint-disable-line react-hooks/exhaustive-deps

  useEffect(() => {
    document.documentElement.classList.toggle('dark', dark);
    localStorage.setItem(stored.theme, dark ? 'dark' : 'light');
    bench.current?.setDark(dark);
  }, [dark]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = fileName ? `${fileName} - Rubric` : 'Rubric';
  }, [language, fileName]);

  useEffect(() => {
    const saveKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      void bench.current?.save();
    };
    window.addEventListener('keydown', saveKey, true);
    return () => window.removeEventListener('keydown', saveKey, true);
  }, []);

  const onLanguage = async (next: Language) => {
    localStorage.setItem(stored.language, next);
    const addin = await loadAddin(next);
    setLanguage(next);
    setManifest(addin.manifest);
    bench.current?.setLanguage(next, addin);
  };
  const onPaneVisible = (visible: boolean) => {
    shell.setPaneVisible(visible);
    bench.current?.setPaneVisible(visible);
  };
  const onButton = (button: RibbonButton) => {
    if (button.action.kind === 'pane') return onPaneVisible(!shell.paneVisible);
    void bench.current?.press(button);
  };
  return {
    language,
    dark,
    manifest,
    fileName,
    frame,
    message,
    onMessage,
    disabled: shell.disabled,
    paneVisible: shell.paneVisible,
    onPaneVisible,
    onButton,
    onLanguage: (next: Language) => void onLanguage(next),
    onDark: setDark,
    onOpen: (file: File) => void bench.current?.open(file),
    onSave: () => void bench.current?.save(),
    onUndo: () => bench.current?.undo(),
    onRedo: () => bench.current?.redo(),
  };
}
