/** Points first, then what they are for: `0 - not started  1 - planned  2 - done`, `5分 佳 4分 普通 3分 差`. */
import Decimal from 'decimal.js';
import type { NormalisedText } from '../normalise';
import type { LabelRule } from '../rule';
import { describedPoints } from './describedPoints';
import { phrasesOf } from './phrases';

const longest = 1500;
/** A whole number with its own sign or unit in front of words; enumerators (`1.`, `1)`) are none. */
const member = /(?<![\p{L}\d.%$/-])(\d{1,2})(?:\s?(?:分|points?|pts?|marks?)\s*[=-]?|\s?[=:]|\s?-(?=\s?\p{L})|\s-)\s*(?=\p{L})/giu;
/** Words that change points, bound a number or count: then the numbers are no names of states. */
const other =
  /[扣加减每\d%<>≤≥]|以上|以下|以内|之内|低于|高于|超过|不足|满分|\b(?:each|every|per|deduct\w*|lose[sd]?|minus|bonus|points?|marks?|score[sd]?|more than|less than|at least|or more|or less|or fewer|up to|max|min|total)\b/i;
const heading = /^[^\d;\n]{0,60}?[:：]\s*$|^\s*$/;
/** `3 errors`, `2 days`: a number with what it counts. */
const counted =
  /^(?:errors?|mistakes?|days?|hours?|minutes?|weeks?|months?|years?|times?|items?|complaints?|absences?|people|次|个|项|天|人|件|小时|分钟|年|月|级|档)/i;

interface Member {
  readonly points: number;
  /** Whether the number is a step of a scale that the words name; points are given for what the words describe. */
  readonly named: boolean;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

function membersOf(text: string): readonly Member[] | null {
  const found = [...text.matchAll(member)];
  if (found.length < 3 || !heading.test(text.slice(0, found[0]?.index))) return null;
  return found.map((match, at) => {
    const end = found[at + 1]?.index ?? text.length;
    const words = text
      .slice(match.index + match[0].length, end)
      .replace(/[\s;,.|/，、。；]+$/u, '')
      .trim();
    const named = !/分|p(?:oin)?ts?|marks?/i.test(match[0]);
    return { points: Number(match[1]), named, start: match.index, end, words };
  });
}

const descends = (members: readonly Member[]): boolean => {
  const step = (members[1]?.points ?? 0) - (members[0]?.points ?? 0);
  return Math.abs(step) === 1 && members.every(({ points }, at) => at === 0 || points - (members[at - 1]?.points ?? 0) === step);
};

/** Whether all numbers are points: they follow one another, and nothing but distinct words stands between them. */
function isList(members: readonly Member[]): boolean {
  const words = members.map((one) => one.words.toLowerCase());
  return (
    descends(members) &&
    new Set(words).size === words.length &&
    words.every((one) => one.length > 0 && one.length < 120 && !other.test(one) && !counted.test(one))
  );
}

/** The labels of a list of points with words; null where the text is something else. */
export function pointListOf(normalised: NormalisedText): readonly LabelRule[] | null {
  if (normalised.text.length > longest) return null;
  const members = membersOf(normalised.text);
  if (!members || !isList(members)) return describedPoints(normalised);
  return members.map(({ points, named, start, end, words }): LabelRule => {
    const at = new Decimal(points);
    const amount = { mode: 'set' as const, low: at, high: at, of: 'points' as const };
    const phrases = [...new Set([words, ...phrasesOf(words)])];
    return {
      kind: 'label',
      span: normalised.toOriginal({ start, end }),
      label: words,
      phrases,
      award: { tier: named ? words : null, amount },
    };
  });
}
