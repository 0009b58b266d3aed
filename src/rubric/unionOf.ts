/** Many patterns asked at once. */

/**
 * One pattern that is met wherever any of the given ones is (where they differ in case, it minds none): a text without it need not be
 * shown to each. Most texts hold none of a family's wordings, and a look costs as much as a pattern.
 *
 * @param patterns without back references; their `g` and `y` are left out
 */
export function unionOf(patterns: readonly RegExp[]): RegExp {
  const flags = ['i', 'u'].filter((flag) => patterns.some((pattern) => pattern.flags.includes(flag))).join('');
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), flags);
}
