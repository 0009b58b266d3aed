/** What the readers of items look at: the text with its lower-case twin, its separators, and single characters. */
import type { BreakStrength, Item } from '../item';
import type { ReadQuantity } from '../quantity';

export interface Cursor {
  readonly text: string;
  readonly lower: string;
  /** Numbers read so far by where they start (twice the position, one more with a sign): several readers ask for the same. */
  readonly quantities: Map<number, ReadQuantity | null>;
  /** Where the levels of a series start that are glued to their descriptions (levelSeries.ts). */
  readonly levels: ReadonlySet<number>;
}

export const breaks: Readonly<Record<string, BreakStrength>> = {
  ';': 'hard', '；': 'hard', '。': 'hard', '\n': 'hard', '|': 'hard', '!': 'hard', '！': 'hard', '…': 'hard', '?': 'hard',
  ',': 'comma', '，': 'comma', '、': 'pause', '/': 'pause', ':': 'colon',
  '(': 'open', '[': 'open', '【': 'open', '{': 'open', ')': 'close', ']': 'close', '】': 'close', '}': 'close',
}; // prettier-ignore

export const skipSpace = (text: string, at: number): number => (text[at] === ' ' ? at + 1 : at);
export const isLetter = (char: string | undefined): boolean =>
  char !== undefined && ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z'));
export const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** Whether a label may start here: at the beginning, behind a break, an award or a space. */
export function startsLabel({ text }: Cursor, at: number, previous: Item | null): boolean {
  const char = text[at - 1];
  if (char === undefined || char === ' ' || breaks[char] || char === '"' || char === "'" || char === '.') return true;
  return previous !== null && previous.end === at && ['award', 'number', 'interval', 'marker', 'tier', 'break'].includes(previous.kind);
}
