/** The reader made ready before it is asked for. */

import type { LanguageTag } from '../../locale/language';

/** One criteria text of each common kind: the first of a kind costs what its patterns take to be made, up to a tenth of a second. */
const chinese = [
  '优秀',
  '90-100分为优秀，80-89分为良好',
  '每迟到一次扣2分，最多扣10分',
  '无差错为优秀，3次以上为不合格',
  '满分10分，每低1%扣2分',
];
const english = ['Excellent', '90-100 Excellent, below 60 Poor', 'minus 2 points each time late, at most 10 points'];

/**
 * Fetches the actions and reads a few texts of the language the pane is in, each once nothing else waits. A page that cannot fetch them now fetches
 * them when they are used.
 */
export async function warmUp(language: LanguageTag, load: () => Promise<unknown>): Promise<void> {
  try {
    await idle();
    await load();
    const { readCriteria } = await import('../../rubric');
    for (const text of language === 'en' ? english : chinese) {
      await idle();
      readCriteria(text);
    }
  } catch {
    // Said when the user asks for something.
  }
}

/** The browser's word that it has nothing to do; where it gives none (Safari), a while. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve());
    else setTimeout(resolve, 300);
  });
