import type { Screen } from '../store';
import type { Desk, Shell } from './desk';

const seen = 'welcomeSeen';

/** The welcome until it was seen once by this person, then the review screen. */
export function firstScreen(shell: Pick<Shell, 'recall'>): Screen {
  return shell.recall(seen) === null ? 'welcome' : 'review';
}

/** The welcome is not shown again to this person. */
export function leaveWelcome(desk: Desk): void {
  desk.shell.remember(seen, 'yes');
  desk.store.setState({ screen: 'review' });
}
