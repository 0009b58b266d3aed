/** The canonical text, checked: it is given only where it reads back to the same rubric. */
import { textOfRules, type CanonicalLanguage } from './canonical';
import { readCriteria } from './readCriteria';
import type { Reading } from './reading';
import type { Award, Rule } from './rule';

/** What a rule means, apart from where it stood and how it was worded. */
function meaning(rule: Rule): unknown {
  if (rule.kind === 'band') return [rule.kind, rule.measure, rule.interval, rule.unit, awardMeaning(rule.award)];
  if (rule.kind === 'label') return [rule.kind, awardMeaning(rule.award), rule.label === rule.award.tier ? null : rule.label];
  if (rule.kind === 'level') return [rule.kind, rule.level, awardMeaning(rule.award)];
  if (rule.kind === 'part') return [rule.kind, rule.name, rule.share, rule.fullMarks, rule.rules.map(meaning)];
  return Object.fromEntries(Object.entries(rule).filter(([key]) => key !== 'span' && key !== 'phrases' && key !== 'text'));
}

const awardMeaning = ({ tier, amount }: Award): unknown => [tier, amount];

/** Whether two lists of rules give the same results; order counts, wording does not. */
export function sameRules(a: readonly Rule[], b: readonly Rule[]): boolean {
  return JSON.stringify(a.map(meaning)) === JSON.stringify(b.map(meaning));
}

/**
 * A reading written out so that nothing in it is open.
 *
 * @param language of the connecting words; tier names and descriptions stay as they were written
 * @returns text that reads back to the same rubric: the canonical wording, or the text's own where the wording would change a rule;
 *   null where the reading holds no rule
 */
export function canonicalText(reading: Reading, language: CanonicalLanguage): string | null {
  if (reading.rules.length === 0) return null;
  const text = textOfRules(reading, reading.rules, language);
  return text !== '' && sameRules(readCriteria(text).rules, reading.rules) ? text : reading.text;
}
