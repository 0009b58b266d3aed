/** What becomes of a part of a step: 不满1%按1%计, 不足1小时不计, 按比例折算, 就高不就低, `or part thereof`. */
import type { Family } from './family';
import type { PartialStep } from '../rule';
import { unionOf } from '../unionOf';
import { higherScore, lowerScore, partialPhrases } from './stepWords';

const longest = 300;

/**
 * Finds the rule for parts of a step in a stretch of text.
 *
 * @param text normalised text (its first 300 characters count); @param mode whether the steps take or give: 就高不就低 takes the higher score
 * @returns what becomes of a part; null where the text does not say
 */
export function partialIn(text: string, mode: 'deduct' | 'add'): PartialStep | null {
  const near = text.slice(0, longest);
  if (!anyStated.test(near)) return null;
  if (higherScore.test(near)) return mode === 'deduct' ? 'down' : 'up';
  if (lowerScore.test(near)) return mode === 'deduct' ? 'up' : 'down';
  return partialPhrases.find(({ pattern }) => pattern.test(near))?.partial ?? null;
}

const stated = [higherScore, lowerScore, ...partialPhrases.map(({ pattern }) => pattern)];
const anyStated = unionOf(stated);
/** What may stand beside the rule without adding to it. */
const filler = /^[\s，,。.;；()（）:：的按计算扣分加则均都也一并不足部分部份注为]*$/;

const interpolating = /内插|插值|插入法|线性/;

/** A clause that only says what becomes of parts; the steps before it have looked ahead and taken it. */
export const partialFamily: Family = {
  name: 'partial',
  read(clause, { rules }) {
    // 低于预算1个点扣2分 takes points by itself; a rule for parts only says how they count (不足1%按1%扣1分).
    if (clause.award?.amount?.low && /[扣加减]\s?\d/.test(clause.awardText) && !/[按视计]/.test(clause.text)) return null;
    if (clause.text.length > longest || !anyStated.test(clause.text)) return null;
    const pattern = stated.find((each) => each.test(clause.text));
    // 中间按内插法计算 behind bands joins these; it says what becomes of part of a step only where there are steps.
    if (interpolating.test(clause.text) && !rules.some(({ kind }) => kind === 'step')) return null;
    if (!pattern || !filler.test(clause.text.replace(pattern, ''))) return null;
    return { rules: [] };
  },
};
