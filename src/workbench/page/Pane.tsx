import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { textOf, type Language } from './texts';

/** Widths in pixels that a task pane can have here: Excel's own lie between these. */
const widths = { least: 270, first: 320, most: 500 } as const;

const within = (width: number) => Math.min(widths.most, Math.max(widths.least, width));

/** How wide the pane is, and the handlers of the bar that changes it by dragging or with the arrow keys. */
function useWidth(desk: RefObject<HTMLElement | null>) {
  const [width, setWidth] = useState<number>(widths.first);
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const right = desk.current?.getBoundingClientRect().right ?? window.innerWidth;
    setWidth(within(right - event.clientX));
  };
  const grab = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    desk.current?.classList.add('dragging');
  };
  const release = () => desk.current?.classList.remove('dragging');
  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: 10, ArrowRight: -10 }[event.key];
    if (by !== undefined) setWidth((now) => within(now + by));
  };
  return { width, handlers: { onPointerDown: grab, onPointerMove: drag, onPointerUp: release, onPointerCancel: release, onKeyDown: step } };
}

export interface PaneProps {
  readonly title: string;
  readonly language: Language;
  readonly visible: boolean;
  readonly dark: boolean;
  readonly desk: RefObject<HTMLElement | null>;
  /** The frame to show, made by whoever talks to it; a new one replaces the old. */
  readonly frame: HTMLIFrameElement | null;
  readonly onClose: () => void;
}

/** The task pane beside the grid. Hidden, its frame goes on running, as a shared runtime does. */
export function Pane({ title, language, visible, dark, desk, frame, onClose }: PaneProps) {
  const place = useRef<HTMLDivElement>(null);
  const { width, handlers } = useWidth(desk);
  useEffect(() => {
    if (frame) frame.dataset.theme = dark ? 'dark' : 'light';
  }, [frame, dark]);
  useEffect(() => {
    if (frame) place.current?.replaceChildren(frame);
  }, [frame]);
  const bar = {
    role: 'separator',
    tabIndex: 0,
    'aria-orientation': 'vertical',
    'aria-valuenow': width,
    'aria-valuemin': widths.least,
    'aria-valuemax': widths.most,
  } as const;
  return (
    <>
      <div className="splitter" hidden={!visible} {...bar} aria-label={textOf(language, 'splitter')} {...handlers} />
      <aside
        className="pane"
        hidden={!visible}
        style={{ width, display: visible ? undefined : 'none' }}
        aria-label={textOf(language, 'pane')}
      >
        <div className="pane-title">
          <span>{title}</span>
          <button
            type="button"
            className="command"
            aria-label={textOf(language, 'hidePane')}
            title={textOf(language, 'hidePane')}
            onClick={onClose}
          >
            ×
          </button>
        </div>
        <div className="pane-place" ref={place} />
      </aside>
    </>
  );
}
