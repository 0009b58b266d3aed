import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { ShellRequest } from '../host/contract';
import { loadAddin } from './addin';
import { startBench, type Bench, type BenchEvents, type Message } from './bench';
import type { AddinManifest, RibbonButton } from './ribbon';
import { firstLanguage, type Language } from './texts';

const stored = { language: 'rubric-workbench-language', theme: 'rubric-workbench-theme' } as const;

/** How long a notice that asks for nothing stays. */
const noticeTime = 4000;

type BenchRef = RefObject<Bench | null>;

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

const firstDark = (): boolean =>
  (localStorage.getItem(stored.theme) ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

function useTheme(bench: BenchRef) {
  const [dark, onDark] = useState(firstDark);
  useEffect(() => {
    document.documentElement.classList.toggle('dark', dark);
    localStorage.setItem(stored.theme, dark ? 'dark' : 'light');
    bench.current?.setDark(dark);
  }, [bench, dark]);
  return { dark, onDark };
}

function useLanguage(bench: BenchRef, fileName: string, onManifest: (manifest: AddinManifest) => void) {
  const [language, setLanguage] = useState<Language>(() => firstLanguage(localStorage.getItem(stored.language), navigator.languages));
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = fileName ? `${fileName} - Rubric` : 'Rubric';
  }, [language, fileName]);
  const change = async (next: Language) => {
    localStorage.setItem(stored.language, next);
    const addin = await loadAddin(next);
    setLanguage(next);
    onManifest(addin.manifest);
    bench.current?.setLanguage(next, addin);
  };
  return { language, onLanguage: (next: Language) => void change(next) };
}

// Ctrl+S saves here, too, instead of the page.
function useSaveKey(bench: BenchRef): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      void bench.current?.save();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [bench]);
}

// The add-in's shortcuts work on the grid, as in Excel; the pane is a page of its own.
function useShortcuts(bench: BenchRef): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (bench.current?.pressKey(event)) event.preventDefault();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [bench]);
}

interface Start {
  readonly language: Language;
  readonly dark: boolean;
  readonly events: BenchEvents;
  readonly onManifest: (manifest: AddinManifest) => void;
}

async function start(place: HTMLElement, { language, dark, events, onManifest }: Start): Promise<Bench> {
  const addin = await loadAddin(language);
  onManifest(addin.manifest);
  const bench = await startBench(place, language, addin, events);
  bench.setDark(dark);
  // For tests and the browser's console.
  Object.assign(window, { workbench: bench });
  return bench;
}

// Once: later changes of language and theme are handed to the running bench.
function useStart(bench: BenchRef, place: RefObject<HTMLElement | null>, options: Start): void {
  useEffect(() => {
    if (!place.current) return;
    start(place.current, options).then(
      (running) => (bench.current = running),
      (error: unknown) => {
        console.error(error);
        options.events.onMessage({ kind: 'error', key: 'error.pane', values: {} });
      },
    );
  }, []); // eslint-disable-line react-hooks/exhaustive-deps
}

/** The state of the page and what its controls do. Starts the bench in `place` once. */
export function useBench(place: RefObject<HTMLDivElement | null>) {
  const bench = useRef<Bench | null>(null);
  const [manifest, onManifest] = useState<AddinManifest | null>(null);
  const [fileName, onFile] = useState('');
  const [frame, onFrame] = useState<HTMLIFrameElement | null>(null);
  const { message, onMessage } = useMessage();
  const { disabled, paneVisible, setPaneVisible, onShellRequest } = useShell();
  const theme = useTheme(bench);
  const speech = useLanguage(bench, fileName, onManifest);
  useSaveKey(bench);
  useShortcuts(bench);
  useStart(bench, place, { ...speech, ...theme, events: { onFile, onFrame, onMessage, onShellRequest }, onManifest });

  const onPaneVisible = (visible: boolean) => {
    setPaneVisible(visible);
    bench.current?.setPaneVisible(visible);
  };
  return {
    ...theme,
    ...speech,
    manifest,
    fileName,
    frame,
    message,
    onMessage,
    disabled,
    paneVisible,
    onPaneVisible,
    onButton: (button: RibbonButton) => (button.action.kind === 'pane' ? onPaneVisible(!paneVisible) : void bench.current?.press(button)),
    onOpen: (file: File) => void bench.current?.open(file),
    onSave: () => void bench.current?.save(),
    onUndo: () => bench.current?.undo(),
    onRedo: () => bench.current?.redo(),
  };
}
