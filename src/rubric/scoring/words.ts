/** Which rule an entry's words name: its label, its tier word, or a description that they quote. */
import { differsInManner, likeness } from '../likeness';
import { toSimplified } from '../simplified';
import type { BandRule, JointRule, LabelRule, LevelRule } from '../rule';

export type NamedRule = BandRule | LabelRule | LevelRule | JointRule;

export interface WordMatch<Named extends NamedRule> {
  readonly rule: Named;
  readonly strength: number;
}

const labelsOf = (rule: NamedRule): readonly string[] => {
  const short = rule.kind === 'level' ? rule.name : rule.kind === 'joint' ? null : (rule.label ?? null);
  return [short, rule.award.tier].filter((label): label is string => label !== null && label !== undefined);
};

const bare = (text: string): string =>
  toSimplified(text)
    .toLowerCase()
    .replace(/[\s"'。.、,，:：()]+/g, '')
    .replace(/[级等类档]$/, '');

const negation = /[不未没无非]|\bno\b|\bnot\b/i;

/** Words that a description holds as they are (未发生 in 当月未发生), unless what stands in front denies them. */
function quoted(phrase: string, words: string): number {
  const at = bare(phrase).indexOf(bare(words));
  if (at < 0 || bare(words).length < 2 || negation.test(bare(phrase).slice(Math.max(0, at - 6), at))) return 0;
  return 0.8 + 0.15 * (bare(words).length / bare(phrase).length);
}

/** How strongly words meet one rule: 1 for its label, else as its best phrase; 0 where only a denial of it is meant. */
function strengthOf(rule: NamedRule, words: string): number {
  if (labelsOf(rule).some((label) => bare(label) === bare(words))) return 1;
  let best = 0;
  for (const phrase of rule.phrases) {
    const found = bare(phrase) === bare(words) ? { strength: 0.99, opposite: false } : likeness(words, phrase);
    best = Math.max(best, found.opposite ? 0 : found.strength, differsInManner(words, phrase) ? 0 : quoted(phrase, words));
  }
  return goesBeyond(rule, words) ? Math.min(best, resembles) : best;
}

/** 连续两年合格 under 合格8分: how often is more than the tier says. */
const repeats = /连续|累计|再次|多次|屡次/;
const resembles = 0.66;
const goesBeyond = (rule: NamedRule, words: string): boolean => repeats.test(words) && !rule.phrases.some((phrase) => repeats.test(phrase));

/** Below this, words only resemble. */
export const weakest = 0.55;

/** All rules that the words may name, closest first. */
export function matchWords<Named extends NamedRule>(rules: readonly Named[], words: string): readonly WordMatch<Named>[] {
  if (words.trim() === '') return [];
  return rules
    .map((rule) => ({ rule, strength: strengthOf(rule, words) }))
    .filter(({ strength }) => strength >= weakest)
    .sort((a, b) => b.strength - a.strength);
}
