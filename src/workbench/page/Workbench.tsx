import { useRef, useState, type DragEvent } from 'react';
import { Pane } from './Pane';
import { textOf, type Language } from './texts';
import { TopBar } from './TopBar';
import { useBench } from './useBench';
import type { Message } from './bench';
import './workbench.css';

interface MessageBarProps {
  readonly message: Message;
  readonly language: Language;
  readonly onClose: () => void;
}

function MessageBar({ message, language, onClose }: MessageBarProps) {
  return (
    <div className={`message ${message.kind}`} role={message.kind === 'error' ? 'alert' : 'status'}>
      <span>{textOf(language, message.key, message.values)}</span>
      <button type="button" className="command" aria-label={textOf(language, 'close')} onClick={onClose}>
        ×
      </button>
    </div>
  );
}

const carriesFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Handlers that open a file dropped anywhere on the page, and whether one hovers over it. */
function useDrop(onFile: (file: File) => void) {
  const [hovering, setHovering] = useState(false);
  const over = (event: DragEvent) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    setHovering(true);
  };
  const leave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setHovering(false);
  };
  const drop = (event: DragEvent) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    setHovering(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return { hovering, handlers: { onDragOver: over, onDragLeave: leave, onDropCapture: drop } };
}

/** The workbench's page: bar, grid and pane. */
export function Workbench() {
  const place = useRef<HTMLDivElement>(null);
  const desk = useRef<HTMLDivElement>(null);
  const bench = useBench(place);
  const { hovering, handlers } = useDrop(bench.onOpen);
  const { language, message } = bench;
  return (
    <div className="workbench" {...handlers}>
      <TopBar {...bench} />
      <div className="desk" ref={desk}>
        <div className="grid" ref={place} />
        <Pane
          title={bench.manifest?.name ?? ''}
          language={language}
          visible={bench.paneVisible}
          dark={bench.dark}
          desk={desk}
          frame={bench.frame}
          onClose={() => bench.onPaneVisible(false)}
        />
        {hovering && <div className="drop-here">{textOf(language, 'drop')}</div>}
        {message && <MessageBar message={message} language={language} onClose={() => bench.onMessage(null)} />}
      </div>
    </div>
  );
}
