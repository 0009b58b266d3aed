/** One piece of work at a time, with progress, a way to stop it, and failures as data. */
import type { ActionContext } from '../../actions/action';
import { WorkbookError } from '../../workbook/port';
import type { Failure, Phase } from '../store';
import type { Desk } from './desk';

/**
 * Work that changes cells as they were seen: it does not wait, for what it was decided on may not be so any more. Taking a fill back may: it
 * looks at the cells itself.
 */
const impatient: readonly Phase[] = ['filling'];

/**
 * Runs `work` as `phase`, after the work that is under way. Gives its result, or null where it failed (the failure is then in the
 * store), was stopped, or was pressed twice.
 */
export async function run<Result>(desk: Desk, phase: Phase, work: (context: ActionContext) => Promise<Result>): Promise<Result | null> {
  while (desk.store.getState().phase !== 'idle') {
    if (!mayWait(phase, desk.store.getState().phase)) return null;
    await desk.current.ended;
  }
  const abort = new AbortController();
  desk.current.abort = abort;
  // A re-check comes by itself: it does not take away what the user was told of their own work.
  desk.store.setState(({ failure }) => ({ phase, progress: null, failure: phase === 'rechecking' ? failure : null, notice: null }));
  const ended = work(contextOf(desk, abort)).then(
    (result) => (abort.signal.aborted ? null : result),
    (error: unknown) => {
      if (!abort.signal.aborted) desk.store.setState({ failure: failureOf(error) });
      return null;
    },
  );
  desk.current.ended = ended.then(() => {
    desk.current.abort = null;
    desk.store.setState({ phase: 'idle', progress: null });
  });
  await desk.current.ended;
  return ended;
}

/** The same work pressed again is done once; a re-check is never pressed. */
const mayWait = (phase: Phase, current: Phase): boolean => !impatient.includes(phase) && (current !== phase || phase === 'rechecking');

/** Stops the work that is under way, if any. Writes that the host has already begun are finished by the host. */
export function cancel(desk: Desk): void {
  desk.current.abort?.abort();
}

function contextOf(desk: Desk, abort: AbortController): ActionContext {
  return {
    workbook: desk.workbook,
    signal: abort.signal,
    onProgress: (done, of) => {
      if (!abort.signal.aborted) desk.store.setState({ progress: { done, of } });
    },
  };
}

/** Any error → what the pane can say. Unknown errors are bugs: they go to the console for whoever looks for them. */
export function failureOf(error: unknown): Failure {
  if (error instanceof WorkbookError) return { code: error.code, details: error.details };
  console.error(error);
  return { code: 'host', details: {} };
}
