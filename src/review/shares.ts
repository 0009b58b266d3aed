/** Shares of raters and parts told in words near the table: `自评占30%，上级占70%`, `上级评分（70%）`, `Self 20%, manager 80%`. */
import Decimal from 'decimal.js';
import { raterWords } from '../form/headerVocabulary';
import { plainText } from '../form/plainText';
import type { Rater } from '../form/types';
import type { ReviewContext } from './context';
import { fractionOf, type Fraction } from './fraction';

/** A share, and the cell that states it. */
export type RaterShares = ReadonlyMap<Rater, Fraction>;

const shareBehind = /^(?:[^\d%+*×,，。;；:：]{0,24})[\s(（*×:：]*(\d{1,3}(?:\.\d+)?)\s*%/u;

/** Raters named in a text with the share that follows each. */
function sharesInText(text: string): readonly (readonly [Rater, Decimal])[] {
  const plain = plainText(text);
  return raterWords.flatMap(({ rater, pattern }) => {
    const match = pattern.exec(plain);
    const behind = match && shareBehind.exec(plain.slice(match.index + match[0].length));
    return behind ? [[rater, new Decimal(behind[1] ?? '0').div(100)] as const] : [];
  });
}

const addsToOne = (shares: readonly (readonly [Rater, Decimal])[]): boolean =>
  shares.reduce((sum, [, share]) => sum.plus(share), new Decimal(0)).eq(1);

/**
 * The raters' shares: what the user decided, else what the column headers or a note state. Only complete statements count: two raters or
 * more that together make 100 %.
 */
export function raterShares(context: ReviewContext): RaterShares {
  const decided = Object.entries(context.policy.raterShares).map(([rater, share]) => [rater, new Decimal(share)] as const);
  const headers = context.form.scores.map(({ header }) => header).join('\n');
  const statements = [decided, sharesInText(headers), ...context.form.notes.map((note) => sharesInText(note.text))];
  const found = statements.find((shares) => shares.length > 1 && addsToOne(shares)) ?? [];
  return new Map(found.map(([rater, share]) => [rater, fractionOf(share)]));
}
