/** One piece of work at a time, with progress, a way to stop it, and failures as data. */
import type { ActionContext } from '../../actions/action';
import { WorkbookError } from '../../workbook/port';
import type { Failure, Phase } from '../store';
import type { Desk } from './desk';

/**
 * Runs `work` as `phase`. Gives its result, or null where it failed (the failure is then in the store), was stopped, or
 * where other work is under way.
 */
export async function run<Result>(desk: Desk, phase: Phase, work: (context: ActionContext) => Promise<Result>): Promise<Result | null> {
  if (desk.store.getState().phase !== 'idle') return null;
  const abort = new AbortController();
  desk.current.abort = abort;
  desk.store.setState({ phase, progress: null, failure: null, notice: null });
  try {
    const result = await work(contextOf(desk, abort));
    return abort.signal.aborted ? null : result;
  } catch (error) {
    if (!abort.signal.aborted) desk.store.setState({ failure: failureOf(error) });
    return null;
  } finally {
    desk.current.abort = null;
    desk.store.setState({ phase: 'idle', progress: null });
  }
}

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
