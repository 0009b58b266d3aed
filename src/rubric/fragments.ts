/** Which of a rule's phrases stand for all that it describes, and which are only a piece of it. */

const joint = /^\s*(?:[,，;；]|and\b|并且?|且|同时)\s*(?=[^\s,，;；])/i;
const jointBefore = /[^\s,，;；]\s*(?:[,，;；]|\band|并且?|且|同时)\s*$/i;

/**
 * Whether a phrase is one of several things that must hold together: `complete` of `complete, accurate and up to date`. What stands
 * beside `or` or 或 is enough by itself and no fragment.
 *
 * @param phrase one of `phrases`
 * @param phrases all phrases of one rule, the whole description among them
 */
export function isFragment(phrase: string, phrases: readonly string[]): boolean {
  return phrases.some((whole) => {
    const at = whole.length > phrase.length ? whole.indexOf(phrase) : -1;
    return at >= 0 && (joint.test(whole.slice(at + phrase.length)) || jointBefore.test(whole.slice(0, at)));
  });
}
