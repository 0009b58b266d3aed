import { Button } from '@fluentui/react-components';
import type { KeyboardEvent, MouseEvent } from 'react';
import { Icon } from './Icon';
import { usePaneStyles } from './paneStyles';
import { useText } from './usePane';

export interface RowMoves {
  /** How the row is called, for those who do not see it. */
  readonly name: string;
  readonly at: number;
  readonly count: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

const controlsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('summary, input, select, textarea, button')];

/** Rows keep their places on the page and change their contents: the keyboard goes along with what was moved, and what was open stays open. */
function follow(from: Element, by: -1 | 1): void {
  const row = from.closest('[data-row]');
  const other = by < 0 ? row?.previousElementSibling : row?.nextElementSibling;
  if (!row || !other?.hasAttribute('data-row')) return;
  const [here, there] = [row.querySelector('details'), other.querySelector('details')];
  if (here && there) [here.open, there.open] = [there.open, here.open];
  const at = controlsOf(row).indexOf(from as HTMLElement);
  // The other row's contents are drawn when it is opened.
  setTimeout(() => {
    const controls = controlsOf(other);
    const wanted = controls[at];
    (wanted && !(wanted as HTMLButtonElement).disabled ? wanted : controls[0])?.focus();
  }, 0);
}

/** Alt with an arrow moves the row that holds the keyboard. For the row's own element, which also bears `data-row`. */
export function moveByKey({ onMove, at, count }: RowMoves): (event: KeyboardEvent) => void {
  return (event) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (!event.altKey || by === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (at + by < 0 || at + by >= count) return;
    onMove(by);
    follow(event.target as Element, by);
  };
}

/** Up, down, away. */
export function RowButtons({ name, at, count, onMove, onRemove }: RowMoves) {
  const text = useText();
  const styles = usePaneStyles();
  const move = (by: -1 | 1) => (event: MouseEvent) => {
    onMove(by);
    follow(event.currentTarget, by);
  };
  return (
    <div className={styles.row}>
      <Button
        size="small"
        appearance="subtle"
        icon={<span aria-hidden>↑</span>}
        disabled={at === 0}
        aria-label={text('builder.up', { name })}
        onClick={move(-1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<span aria-hidden>↓</span>}
        disabled={at === count - 1}
        aria-label={text('builder.down', { name })}
        onClick={move(1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<Icon name="remove" />}
        aria-label={text('builder.remove', { name })}
        onClick={onRemove}
      />
    </div>
  );
}
