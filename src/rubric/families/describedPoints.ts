/** Descriptions with their points glued behind them, as a table loses its lines: 乐于助人10尚能合作8-9…难以合作5以下. */
import Decimal from 'decimal.js';
import type { NormalisedText } from '../normalise';
import type { LabelRule } from '../rule';
import { phrasesOf } from './phrases';

const member = /\s*([^\d\n;；%]{4,80}?)\s?(\d{1,3})(?:-(\d{1,3}))?分?(以下)?[\s;；。]*/y;
const other = /[扣%<>≤≥=×]|每|[得加减为计第(]\s?$|以[上内]|超过|低于|不足|大于|小于/;
const fewest = 4;
const longest = 800;

interface Member {
  readonly words: string;
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly end: number;
}

function membersOf(text: string): readonly Member[] | null {
  const found: Member[] = [];
  for (let at = 0; at < text.length;) {
    member.lastIndex = at;
    const match = member.exec(text);
    if (!match || other.test(match[1] as string)) return null;
    const [, words = '', first, second, below] = match;
    const [low, high] = [Number(first), Number(second ?? first)];
    found.push({ words: words.trim(), low: below ? 0 : low, high, start: at, end: member.lastIndex });
    at = member.lastIndex;
  }
  return found;
}

/** Whether the points fall from each description to the next, the last of them possibly from the same number down (5-6, 5以下). */
const falls = (members: readonly Member[]): boolean =>
  members.every(({ low, high }, at) => {
    const before = members[at - 1];
    return low <= high && (before === undefined || high < before.low || (low === 0 && high === before.low));
  });

/** The labels of a text that is nothing but such a list; null where it is something else. */
export function describedPoints({ text, toOriginal }: NormalisedText): readonly LabelRule[] | null {
  const found = text.length > longest ? null : membersOf(text);
  if (!found || found.length < fewest || !falls(found) || !found.some(({ low, high }) => low !== high)) return null;
  return found.map(({ words, low, high, start, end }): LabelRule => {
    const amount = { mode: 'set' as const, low: new Decimal(low), high: new Decimal(high), of: 'points' as const };
    const phrases = [...new Set([words, ...phrasesOf(words)])];
    return { kind: 'label', span: toOriginal({ start, end }), label: null, phrases, award: { tier: null, amount } };
  });
}
