/** The one-step fix of an issue: the whole text rewritten so that what was open is decided. Decisions follow the reading policy. */
import { textOfRules } from './canonical';
import { decisionTexts } from './decisions';
import { compareIntervals, contains, isPoint, type Bound } from './interval';
import type { ReadingPolicy } from './policy';
import type { Reading } from './reading';
import type { BandRule, Rule } from './rule';
import { comparable } from './settleBands';
import { compareAwards } from './tierOrder';
import type { Issue, IssueCode } from './types';

const isBand = (rule: Rule): rule is BandRule => rule.kind === 'band';
const exclusive = (bound: Bound): Bound => ({ at: bound.at, inclusive: false });

type Pair = readonly [BandRule, BandRule];

/** Two neighbours that print the same end: the one that the policy does not choose gives it away. */
function splitBoundary([a, b]: Pair, { sharedBoundary }: ReadingPolicy): Pair {
  if (!a.interval.high || !b.interval.low || isPoint(a.interval) || isPoint(b.interval)) return [a, b];
  const better = compareAwards(a.award, b.award);
  const lowerKeeps = sharedBoundary === 'worse' ? better > 0 : better < 0;
  return lowerKeeps
    ? [a, { ...b, interval: { low: exclusive(b.interval.low), high: b.interval.high } }]
    : [{ ...a, interval: { low: a.interval.low, high: exclusive(a.interval.high) } }, b];
}

/** 80-89 below 90-100, 80以下 below 85以上: the lower band reaches up to where the next begins. */
function closeGap([a, b]: Pair): Pair {
  const { low } = b.interval;
  if (!low || isPoint(a.interval)) return [a, b];
  if (a.whole && a.interval.high && low.at.minus(a.interval.high.at).lte(1)) return [a, b];
  return [{ ...a, interval: { low: a.interval.low, high: { at: low.at, inclusive: !low.inclusive } } }, b];
}

function decidePair([a, b]: Pair, policy: ReadingPolicy): Pair {
  const [high, low] = [a.interval.high, b.interval.low];
  if (!high || !low) return [a, b];
  if (high.at.eq(low.at))
    return high.inclusive && low.inclusive ? splitBoundary([a, b], policy) : !high.inclusive && !low.inclusive ? closeGap([a, b]) : [a, b];
  return high.at.lt(low.at) && !contains(b.interval, high.at) ? closeGap([a, b]) : [a, b];
}

/** Bands with every shared end and hole decided. Lists on other measures or units stay by themselves. */
export function decideBands(rules: readonly Rule[], policy: ReadingPolicy): readonly Rule[] {
  const bands = rules.filter(isBand).filter((band) => band.award.amount?.mode !== 'deduct');
  const decided = new Map<Rule, BandRule>(bands.map((band) => [band, band]));
  const sorted = [...bands].sort((a, b) => compareIntervals(a.interval, b.interval));
  sorted.forEach((band, at) => {
    const next = sorted[at + 1];
    if (!next || !comparable(band, next) || band.unit !== next.unit) return;
    const [a, b] = decidePair([decided.get(band) as BandRule, decided.get(next) as BandRule], policy);
    decided.set(band, a);
    decided.set(next, b);
  });
  return rules.map((rule) => decided.get(rule) ?? rule);
}

const decidable = new Set<IssueCode>(['gap', 'integer-gap', 'shared-boundary', 'missing-floor', 'lost-text']);

/** What is written behind the rules to settle an issue that no bound settles. */
const additions: Partial<Record<IssueCode, Readonly<Record<'zh' | 'en', string>>>> = {
  'missing-floor': { zh: '，扣完为止', en: ', minimum 0 points' },
};

/** The fix of each issue of a reading; null where only a person can say what is meant. */
export function fixesOf(reading: Reading, policy: ReadingPolicy): readonly Issue['fix'][] {
  const { language, rules } = reading;
  const beyondValues = rules.some((rule) => isBand(rule) && rule.measure !== 'value');
  let decided: string | null = null;
  return reading.issues.map(({ code }) => {
    const [stated] = decisionTexts(code, reading);
    if (stated !== undefined && code !== 'partial-step') return { text: stated };
    if (!decidable.has(code) || rules.length === 0 || (code === 'gap' && beyondValues)) return null;
    // Damaged words are written anew; all others stay as they are.
    if (code === 'lost-text') return { text: textOfRules(reading, decideBands(rules, policy), language, new Map(), 'written') };
    decided ??= textOfRules(reading, decideBands(rules, policy), language);
    const text = decided + (additions[code]?.[language] ?? '');
    return text === reading.text ? null : { text };
  });
}
