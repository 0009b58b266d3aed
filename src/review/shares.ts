/** Shares of raters and parts told in words near the table: `自评占30%，上级占70%`, `上级评分（70%）`, `Self 20%, manager 80%`. */
import Decimal from 'decimal.js';
import { raterWords } from '../form/headerVocabulary';
import { plainText } from '../form/plainText';
import type { Rater } from '../form/types';
import type { ReviewContext } from './context';
import { raterFamilies } from './raterFamilies';
import { equals, fraction, fractionOf, one, over, sumOf, type Fraction } from './fraction';

/** A share, and the cell that states it. */
export type RaterShares = ReadonlyMap<Rater, Fraction>;

type Stated = readonly (readonly [Rater, Fraction])[];

const shareBehind = /^(?:[^\d%+*×,，。;；:：]{0,24})[\s(（*×:：]*(\d{1,3}(?:\.\d+)?)\s*%/u;

/** The first share that stands right behind one of the places where a name ends. */
const firstShare = (plain: string, ends: readonly number[]): RegExpExecArray | null =>
  ends.map((end) => shareBehind.exec(plain.slice(end))).find((found) => found !== null) ?? null;

/** Raters named in a text with the share that follows each. */
function sharesInText(text: string): Stated {
  const plain = plainText(text);
  return raterWords.flatMap(({ rater, pattern }) => {
    const named = [...plain.matchAll(new RegExp(pattern, 'g'))].map((match) => match.index + match[0].length);
    const behind = firstShare(plain, named);
    return behind ? [[rater, fractionOf(new Decimal(behind[1] ?? '0').div(100))] as const] : [];
  });
}

/** Families of judges named in a text with the share of each, which its judges have in equal parts. */
function sharesOfFamilies(families: ReadonlyMap<string, readonly Rater[]>, text: string): Stated {
  const plain = plainText(text);
  return [...families].flatMap(([name, raters]) => {
    const pieces = name.length < 2 ? [] : plain.split(name).slice(0, -1);
    const named = pieces.map((_, at) => pieces.slice(0, at + 1).join(name).length + name.length);
    const behind = firstShare(plain, named);
    const each = over(fractionOf(new Decimal(behind?.[1] ?? '0').div(100)), fraction(BigInt(raters.length)));
    return behind ? raters.map((rater) => [rater, each] as const) : [];
  });
}

const addsToOne = (shares: Stated): boolean => equals(sumOf(shares.map(([, share]) => share)), one);

/**
 * The raters' shares: what the user decided, else what the column headers or a note state. Only complete statements count: two raters or
 * more that together make 100 %.
 */
export function raterShares(context: ReviewContext): RaterShares {
  const decided = Object.entries(context.policy.raterShares).map(([rater, share]) => [rater, fractionOf(new Decimal(share))] as const);
  const headers = context.form.scores.map(({ header }) => header).join('\n');
  const families = raterFamilies(context.form);
  const several = [...families.values()].some((raters) => raters.length > 1);
  const inText = (text: string): Stated => (several ? sharesOfFamilies(families, text) : sharesInText(text));
  const statements = [decided, several ? [] : sharesInText(headers), ...context.form.notes.map((note) => inText(note.text))];
  const found = statements.find((shares) => shares.length > 1 && addsToOne(shares)) ?? [];
  return new Map(found);
}
