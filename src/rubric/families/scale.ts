/** A printed scale to tick: `1 2 3 4 5`, with or without words below it. */
import Decimal from 'decimal.js';
import type { NormalisedText } from '../normalise';
import type { LevelRule } from '../rule';

export interface Scale {
  readonly rules: readonly LevelRule[];
  /** Where the scale ends in the normalised text; words behind it stand beside no number. */
  readonly end: number;
}

const run = /^\s*\d{1,2}(?:[\s、,，|/-]+\d{1,2}){2,10}(?![\d.%])/;

/** The scale that a text opens with; null where its numbers do not follow one another. */
export function scaleOf(normalised: NormalisedText): Scale | null {
  const found = run.exec(normalised.text.slice(0, 80));
  if (!found) return null;
  const numbers = found[0]
    .split(/[\s、,，|/-]+/)
    .filter((part) => part !== '')
    .map(Number);
  const step = (numbers[1] as number) - (numbers[0] as number);
  if (numbers.length < 3 || Math.abs(step) !== 1 || numbers.some((value, at) => at > 0 && value - (numbers[at - 1] as number) !== step))
    return null;
  const span = normalised.toOriginal({ start: 0, end: found[0].length });
  const rules = numbers.map((value): LevelRule => {
    const points = new Decimal(value);
    return {
      kind: 'level',
      span,
      level: points,
      name: String(value),
      phrases: [],
      award: { tier: null, amount: { mode: 'set', low: points, high: points, of: 'points' } },
    };
  });
  return { rules, end: found[0].length };
}
