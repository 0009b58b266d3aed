import { useRef, type ReactNode } from 'react';
import type { AddinManifest, RibbonButton } from './ribbon';
import { textOf, type Language, type TextKey } from './texts';

/** What the bar shows and what its controls do. */
export interface TopBarProps {
  readonly fileName: string;
  readonly language: Language;
  readonly dark: boolean;
  readonly manifest: AddinManifest | null;
  /** Buttons that the add-in switched off. */
  readonly disabled: ReadonlySet<string>;
  readonly paneVisible: boolean;
  readonly onOpen: (file: File) => void;
  readonly onSave: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onLanguage: (language: Language) => void;
  readonly onDark: (dark: boolean) => void;
  readonly onButton: (button: RibbonButton) => void;
}

const icons: Record<string, string> = {
  open: 'M2 4h4l1.5 2H14v1.5H4.6L3 12V4zm2.9 4.5h10L13.6 13H3.4z',
  save: 'M2.5 2.5h9l2 2v9h-11zM5 2.5v4h5.5v-4M5 13.5V9h6v4.5',
  undo: 'M3 6.5h6.5a3.5 3.5 0 1 1 0 7H6M3 6.5l3-3M3 6.5l3 3',
  redo: 'M13 6.5H6.5a3.5 3.5 0 1 0 0 7H10M13 6.5l-3-3M13 6.5l-3 3',
  moon: 'M13 9.6A5.5 5.5 0 1 1 6.4 3a4.4 4.4 0 0 0 6.6 6.6z',
};

function Icon({ name }: { readonly name: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      <path d={icons[name]} />
    </svg>
  );
}

interface CommandProps {
  readonly icon: string;
  readonly label: string;
  readonly onPress: () => void;
}

function Command({ icon, label, onPress }: CommandProps) {
  return (
    <button type="button" className="command" onClick={onPress}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="group" role="group" aria-label={label}>
      <div className="group-body">{children}</div>
      <div className="group-label" aria-hidden="true">
        {label}
      </div>
    </div>
  );
}

interface AddinButtonProps {
  readonly button: RibbonButton;
  readonly disabled: boolean;
  readonly pressed: boolean | undefined;
  readonly onPress: (button: RibbonButton) => void;
}

function AddinButton({ button, disabled, pressed, onPress }: AddinButtonProps) {
  return (
    <button
      type="button"
      className="ribbon-button"
      title={`${button.title}\n${button.tip}`}
      disabled={disabled}
      aria-pressed={pressed}
      onClick={() => onPress(button)}
    >
      <img src={button.icon} alt="" width="32" height="32" />
      <span>{button.label}</span>
    </button>
  );
}

const languages: readonly (readonly [Language, string])[] = [
  ['zh-CN', '简体中文'],
  ['zh-TW', '繁體中文'],
  ['en-US', 'English'],
];

function TitleRow({ fileName, language, dark, onLanguage, onDark }: TopBarProps) {
  const say = (key: TextKey) => textOf(language, key);
  return (
    <div className="title-row">
      <img className="brand" src="/assets/icon-32.png" alt="" width="20" height="20" />
      <span className="brand-name">Rubric {say('workbench')}</span>
      <span className="file-name" title={fileName}>
        {fileName}
      </span>
      <select aria-label={say('language')} value={language} onChange={(event) => onLanguage(event.target.value as Language)}>
        {languages.map(([tag, name]) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
      </select>
      <button type="button" className="command" aria-pressed={dark} onClick={() => onDark(!dark)}>
        <Icon name="moon" />
        <span>{say('theme')}</span>
      </button>
    </div>
  );
}

/** The workbench's bar: what Excel's title bar and Home tab would offer here, and the add-in's groups from its manifest. */
export function TopBar(props: TopBarProps) {
  const { language, manifest, disabled, paneVisible, onOpen, onSave, onUndo, onRedo, onButton } = props;
  const chooser = useRef<HTMLInputElement>(null);
  const say = (key: TextKey) => textOf(language, key);
  const choose = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    input.value = '';
    if (file) onOpen(file);
  };
  return (
    <header className="top-bar">
      <TitleRow {...props} />
      <div className="ribbon-row">
        <Group label={say('file')}>
          <Command icon="open" label={say('open')} onPress={() => chooser.current?.click()} />
          <Command icon="save" label={say('save')} onPress={onSave} />
          <input
            ref={chooser}
            type="file"
            hidden
            accept=".xlsx,.xlsm,.xltx,.xltm"
            aria-label={say('open')}
            onChange={(event) => choose(event.target)}
          />
        </Group>
        <Group label={say('edit')}>
          <Command icon="undo" label={say('undo')} onPress={onUndo} />
          <Command icon="redo" label={say('redo')} onPress={onRedo} />
        </Group>
        {manifest?.groups.map((group) => (
          <Group key={group.label} label={group.label}>
            {group.buttons.map((button) => (
              <AddinButton
                key={button.id}
                button={button}
                disabled={disabled.has(button.id)}
                pressed={button.action.kind === 'pane' ? paneVisible : undefined}
                onPress={onButton}
              />
            ))}
          </Group>
        ))}
      </div>
    </header>
  );
}
