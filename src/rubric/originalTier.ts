/** Tiers are given in the characters in which they were written: 優秀 stays 優秀, though it was read as 优秀. */
import { normalise } from './normalise';
import type { Award, Rule } from './rule';

/** Characters that reading may have changed, with letters and signs among them (A級). */
const han = /^[\p{Script=Han}A-Za-z\d+-]*\p{Script=Han}[\p{Script=Han}A-Za-z\d+-]*$/u;

/** Ⅲ级, read as III级. */
const roman = /^[\u2160-\u217f]\p{Script=Han}{0,2}$/u;

/** The tier as the rule's stretch of the text prints it; as it was read where it cannot be found there. */
function printed(tier: string, stretch: string): string {
  const local = normalise(stretch);
  const at = local.text.indexOf(tier);
  if (at < 0) return tier;
  const { start, end } = local.toOriginal({ start: at, end: at + tier.length });
  const own = stretch.slice(start, end);
  return (own.length === tier.length && han.test(own)) || roman.test(own) ? own : tier;
}

function written(award: Award, stretch: string): Award {
  return award.tier === null || !han.test(award.tier) ? award : { ...award, tier: printed(award.tier, stretch) };
}

/** Rules with their tiers as the text prints them. */
export function withPrintedTiers(rules: readonly Rule[], text: string): readonly Rule[] {
  return rules.map((rule): Rule => {
    if (rule.kind === 'part') return { ...rule, rules: withPrintedTiers(rule.rules, text) };
    return 'award' in rule ? { ...rule, award: written(rule.award, text.slice(rule.span.start, rule.span.end)) } : rule;
  });
}
