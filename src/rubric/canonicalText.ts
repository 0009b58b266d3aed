/** The canonical text, checked: it is given only where it reads back to the same rubric. */
import { textOfRules, type CanonicalLanguage } from './canonical';
import { selfMeasured } from './families/stepWords';
import { bestLikeness } from './likeness';
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
  for (const text of candidates(reading, language)) if (readsBack(text, reading)) return text;
  return reading.text;
}

const recognised = 0.7;
/** Of lateness an entry tells the distance itself (3天 is three days late). */
const isSelfMeasured = ([movement]: readonly string[]): boolean => movement !== undefined && selfMeasured.includes(movement);

/** Whether each of a rule's descriptions still names the rule that it was written out as. */
function sameWords(rule: Rule, back: Rule): boolean {
  if (!('phrases' in rule) || !('phrases' in back)) return true;
  if (rule.kind === 'step' && rule.trigger !== 'event') return isSelfMeasured(rule.phrases) === isSelfMeasured(back.phrases);
  if (rule.kind === 'band' && (rule.form !== 'compared' || rule.phrases.some((phrase) => /\d/.test(phrase)))) return true;
  return rule.phrases.every((phrase) => {
    const { strength, opposite } = bestLikeness(phrase, back.phrases);
    return strength >= recognised && !opposite;
  });
}

function readsBack(text: string, { rules, certainty }: Reading): boolean {
  if (text === '') return false;
  const back = readCriteria(text);
  const sure = certainty !== 'certain' || back.certainty === 'certain';
  return sure && sameRules(back.rules, rules) && rules.every((rule, at) => sameWords(rule, back.rules[at] as Rule));
}

/** The words of a rule's clause. */
const ownWords = ({ span }: Rule, { text }: Reading): string =>
  text.slice(span.start, span.end).replace(/^[\s,，;；。、]+|[\s;；。.,，、]+$/g, '');

/** From the most to the least rewritten: everything anew, all but one rule, then with the steps, and at last the bands in the text's own words. */
function* candidates(reading: Reading, language: CanonicalLanguage): Iterable<string> {
  const { rules } = reading;
  yield textOfRules(reading, rules, language, new Map(), 'written');
  yield textOfRules(reading, rules, language);
  if (rules.length > mostTried) return;
  for (const rule of rules) yield textOfRules(reading, rules, language, new Map([[rule, ownWords(rule, reading)]]), 'written');
  for (const kind of kinds) {
    const kept = rules.filter((rule) => kind.has(rule.kind));
    if (kept.length > 0 && kept.length < rules.length)
      yield textOfRules(reading, rules, language, new Map(kept.map((rule) => [rule, ownWords(rule, reading)])), 'written');
  }
}

/** Longer lists are rewritten as a whole or not at all: each try reads the text again. */
const mostTried = 12;
const kinds: readonly ReadonlySet<Rule['kind']>[] = [
  new Set(['label', 'level']),
  new Set(['step', 'limit', 'veto']),
  new Set(['band', 'fullMarks']),
];
