/** What the readers of lists, tables and formulas share: numbers as lists write them, and rules with their places. */
import Decimal from 'decimal.js';
import { phrasesOf } from '../families/phrases';
import { between as rangeBetween } from '../interval';
import { readQuantity } from '../quantity';
import type { Amount, LabelRule, LimitRule, StepRule } from '../rule';
import type { Span } from '../types';

/** A number as lists write it: digits, a fraction, a small word. */
export const number =
  '(?:\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:/\\d+)?|\\.\\d+|half an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty)';
/** Points, marks: what the number gives. */
export const unit = '(?:[- ]?(?:points?|pts?|marks?|pt)\\b\\.?)';

/** The value of a number as `number` finds it. */
export function valueOf(text: string | undefined): Decimal | null {
  if (text === undefined) return null;
  const fraction = /^(\d+)\/(\d+)$/.exec(text);
  if (fraction) return Number(fraction[2]) === 0 ? null : new Decimal(fraction[1] as string).div(fraction[2] as string);
  if (/^half/i.test(text)) return new Decimal('0.5');
  return readQuantity(text.replace(/,/g, ''), 0)?.quantity.amount ?? null;
}

/** Words as an entry may quote them. */
export const quotable = (...texts: readonly string[]): readonly string[] =>
  [...new Set(texts.flatMap((text) => [text, ...phrasesOf(text)]))].filter((text) => text.length > 0).slice(0, 16);

/** An occurrence with what it gives or takes. */
export function occurrence(
  span: Span,
  phrases: readonly string[],
  mode: Amount['mode'],
  at: readonly [Decimal, Decimal],
  times: StepRule['times'],
): StepRule {
  const { low, high } = rangeBetween(at[0], at[1]);
  return {
    kind: 'step', span, trigger: 'event', phrases, each: { amount: new Decimal(1), unit: '次' },
    amount: { mode, low: low?.at ?? at[0], high: high?.at ?? at[1], of: 'points' },
    base: null, relative: false, partial: null, within: null, times,
  }; // prettier-ignore
}

/** Words with the points they are given. */
export function labelled(span: Span, words: string, at: Decimal | null, tier: string | null, more: readonly string[] = []): LabelRule {
  const amount: Amount | null = at && { mode: 'set', low: at, high: at, of: 'points' };
  return { kind: 'label', span, label: words, phrases: quotable(words, ...more), award: { tier, amount } };
}

/** A bound on what is taken or added together. */
export const cappedAt = (span: Span, on: LimitRule['on'], at: Decimal): LimitRule => ({
  kind: 'limit',
  span,
  on,
  bound: 'cap',
  at,
  doubtful: false,
});

/** A piece of a text with its place. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
}

/** The pieces between separators, trimmed; empty ones left out. */
export function piecesOf(text: string, separator: RegExp, from = 0): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const put = (end: number): void => {
    const raw = text.slice(at, end);
    const trimmed = raw.trim();
    const start = from + at + (raw.length - raw.trimStart().length);
    if (trimmed !== '') found.push({ text: trimmed, span: { start, end: start + trimmed.length } });
  };
  for (const match of text.matchAll(separator)) {
    put(match.index);
    at = match.index + match[0].length;
  }
  put(text.length);
  return found;
}
