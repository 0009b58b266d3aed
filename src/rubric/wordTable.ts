/** Looks words of a table up at a position of a text: longest first, by first character, so that a look costs a few comparisons. */

export interface WordTable<Value> {
  /** The longest word that starts at `at`, with its value and where it ends; null where none does. */
  at(text: string, at: number): { readonly word: string; readonly value: Value; readonly end: number } | null;
  /** Whether some word of the table starts with the character. */
  starts(char: string): boolean;
}

const isLatin = (char: string | undefined): boolean => char !== undefined && char >= 'a' && char <= 'z';

/** English words must end where they end: `over` is not in `overall`. `text` is expected in lower case. */
const endsCleanly = (text: string, word: string, end: number): boolean => !isLatin(word[word.length - 1]) || !isLatin(text[end]);

/** A table from pairs of a value and its words. */
export function wordTable<Value>(entries: readonly (readonly [Value, readonly string[]])[]): WordTable<Value> {
  const byFirst = new Map<string, { word: string; value: Value }[]>();
  for (const [value, words] of entries) {
    for (const word of words) byFirst.set(word[0] as string, [...(byFirst.get(word[0] as string) ?? []), { word, value }]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.word.length - a.word.length);
  return {
    at(text, at) {
      const list = byFirst.get(text[at] ?? '');
      if (!list) return null;
      for (const { word, value } of list) {
        const end = at + word.length;
        if (text.startsWith(word, at) && endsCleanly(text, word, end)) return { word, value, end };
      }
      return null;
    },
    starts: (char) => byFirst.has(char),
  };
}

/** Lower case without changing the length (only A–Z), so that positions hold. */
export const lowerCase = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
