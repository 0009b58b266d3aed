/** Long work in pieces, so that a page stays alive while it is done: Office restarts add-ins that do not answer for five seconds. */

/** Work that can pause after each piece; it says how far it is, or null where it does not know yet. */
export type Pieces<Result> = Generator<{ readonly done: number; readonly of: number } | null, Result>;

export interface PauseOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Pieces are gathered for so long before the page gets its turn, in milliseconds: with the longest piece behind it, a frame or two. */
const breath = 8;

/** Does the work piece by piece and lets the page go on in between. Rejects with the signal's reason once it is aborted. */
export async function withPauses<Result>(pieces: Pieces<Result>, { signal, onProgress }: PauseOptions = {}): Promise<Result> {
  // What was read just now has held the page up already.
  await turn();
  let since = performance.now();
  for (let piece = pieces.next(); ; piece = pieces.next()) {
    if (piece.done) return piece.value;
    if (performance.now() - since < breath) continue;
    if (piece.value) onProgress?.(piece.value.done, piece.value.of);
    await turn();
    signal?.throwIfAborted();
    since = performance.now();
  }
}

/** The browser's own queue of tasks, where it has one (Safari does not). */
interface TaskQueue {
  postTask?(task: () => void): Promise<void>;
}

/** Lets everything else that waits go first. A timer would wait for four milliseconds more each time. */
function turn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: TaskQueue };
  return scheduler?.postTask ? scheduler.postTask(() => undefined) : new Promise((resolve) => setTimeout(resolve, 0));
}

/** Does the work in one go, where there is no page that waits. */
export function withoutPauses<Result>(pieces: Pieces<Result>): Result {
  for (let piece = pieces.next(); ; piece = pieces.next()) if (piece.done) return piece.value;
}
