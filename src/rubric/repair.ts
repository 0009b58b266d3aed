/**
 * Damage that texts pick up when they are scanned, converted or typed in haste: 0。5分, 一2分, O for 0, pinyin beside characters, 9599分.
 * A repair is a suggestion: the reading uses it but becomes `ask`, and the issue says what was found and what was assumed.
 */
import type { NormalisedText } from './normalise';
import type { Span } from './types';
import { unionOf } from './unionOf';

export interface Repair {
  /** Where the damage stands in the original text. */
  readonly span: Span;
  readonly found: string;
  readonly suggested: string;
}

export interface Repaired {
  readonly normalised: NormalisedText;
  readonly repairs: readonly Repair[];
}

interface Damage {
  readonly pattern: RegExp;
  /** What should stand there; null where this place is fine after all. */
  readonly mend: (found: RegExpExecArray) => string | null;
}

const ascending = (low: string, high: string): string | null =>
  Number(low) < Number(high) && Number(high) <= 100 && Number(low) >= 10 ? `${low}-${high}` : null;

/** One line a kind of damage. Patterns look at a bounded stretch, so that time stays linear. */
const damages: readonly Damage[] = [
  { pattern: /(?<![\d.])(\d{1,2})[。、](\d{1,2})(?=分|%|个百分点)/g, mend: ([, whole, part]) => (whole === '0' || part === '5' ? `${whole}.${part}` : null) },
  { pattern: /(?<![零〇一二三四五六七八九十百千万])一(?=\d{1,3}(?:\.\d)?分)/g, mend: () => '-' },
  { pattern: /(?<=\d)[Oo](?=[\d%分])|(?<![A-Za-z\d])[Oo](?=\.\d|分)/g, mend: () => '0' },
  { pattern: /(?<![A-Za-z])[lI](?=\d{1,2}(?:分|%|次|处|个|项|天|人|元))/g, mend: () => '1' },
  { pattern: /(?<=[扣加减得计记每])[lI](?=分|%|次|处|个|项|天|人|元)/g, mend: () => '1' },
  { pattern: /(?<=\p{Script=Han})\((?=[^)]*[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü])[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńň]{1,7}\)/gu, mend: () => '' },
  { pattern: /(?<=\p{Script=Han})\([a-z]{1,6}\)(?=\p{Script=Han}[^()]{0,12}\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]{1,6}\))/gu, mend: () => '' },
  { pattern: /(?<![\d.,-])([1-9]\d)([1-9]\d|100)(?= ?分(?![钟])|得\d)/g, mend: ([, low, high]) => ascending(low as string, high as string) },
  { pattern: /(?<![A-Za-z\d])[Il][Oo]{2,5}(?=\p{Script=Han})/gu, mend: ([whole]) => `1${'0'.repeat(whole.length - 1)}` },
  { pattern: /(?<![\d.<>≤≥])(\d{1,3}(?:\.\d+)?)(%?)\s?[≥>](?=\s?\p{Script=Han}{1,8}\s?[<≤]\s?(\d{1,3}(?:\.\d+)?))/gu, mend: ([, low, unit, high]) => (Number(low) < Number(high) ? `${low}${unit}≤` : null) },
  // 11T4分, 每低1%扣1份: a dash and a 分 that were misread.
  { pattern: /(?<![A-Za-z\d.])(\d{1,2})[TI](\d{1,2})(?=分)/g, mend: ([, low, high]) => `${low}-${high}` },
  { pattern: /(?<=\d%[扣加减得]\d{1,2})份(?=[，,;；。]|$)/g, mend: () => '分' },
]; // prettier-ignore

const anyDamage = unionOf(damages.map(({ pattern }) => pattern));

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function editsOf(text: string): readonly Edit[] {
  if (!anyDamage.test(text)) return [];
  const edits = damages.flatMap(({ pattern, mend }) =>
    [...text.matchAll(pattern)].flatMap((found) => {
      const mended = mend(found as RegExpExecArray);
      return mended === null ? [] : [{ start: found.index, end: found.index + found[0].length, text: mended }];
    }),
  );
  const sorted = edits.sort((a, b) => a.start - b.start);
  return sorted.filter((edit, at) => at === 0 || edit.start >= (sorted[at - 1] as Edit).end);
}

/** Applies edits; positions of the new text lead back to where the damage stood. */
function apply(normalised: NormalisedText, edits: readonly Edit[]): NormalisedText {
  const parts: string[] = [];
  const origins: number[] = [];
  let at = 0;
  const copy = (end: number): void => {
    for (let index = at; index < end; index++) origins.push(index);
    parts.push(normalised.text.slice(at, end));
    at = end;
  };
  for (const edit of edits) {
    copy(edit.start);
    parts.push(edit.text);
    for (let index = 0; index < edit.text.length; index++) origins.push(Math.min(edit.start + index, edit.end - 1));
    at = edit.end;
  }
  copy(normalised.text.length);
  const back = (position: number): number => origins[position] ?? normalised.text.length;
  return {
    text: parts.join(''),
    original: normalised.original,
    toOriginal: ({ start, end }) => normalised.toOriginal({ start: back(start), end: end <= start ? back(start) : back(end - 1) + 1 }),
  };
}

/** Finds and mends damage. A text without damage is given back as it is. */
export function repair(normalised: NormalisedText): Repaired {
  const edits = editsOf(normalised.text);
  if (edits.length === 0) return { normalised, repairs: [] };
  const repairs = edits.map((edit) => ({
    span: normalised.toOriginal({ start: edit.start, end: edit.end }),
    found: normalised.text.slice(edit.start, edit.end),
    suggested: edit.text,
  }));
  return { normalised: apply(normalised, edits), repairs };
}
