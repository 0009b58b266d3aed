/** 首次扣3分，其后每次扣6分: the first time at one rate, every further one at another. Both count what happened, each occurrence once. */
import { atLeast, isPoint } from './interval';
import { unitKind } from './quantity';
import type { BandRule, Rule, StepRule } from './rule';

const further =
  /^[\s，,;；。]*(?:(?:其|之|此|以|今)[后後]|[后後][续續]|再(?:犯|次|有|发生|發生|出现|出現)?|第(?:二|2|两|兩)次(?:起|开始|開始|及?以[后後])|从第(?:二|2)次|每再)/;

/** A flat deduction for one occurrence. */
const isFirst = (rule: Rule | undefined): rule is BandRule =>
  rule?.kind === 'band' &&
  rule.award.amount?.mode === 'deduct' &&
  unitKind(rule.unit) === 'count' &&
  isPoint(rule.interval) &&
  Boolean(rule.interval.low?.at.eq(1));

const isFurther = (rule: Rule | undefined, text: string): rule is StepRule =>
  rule?.kind === 'step' &&
  rule.trigger === 'event' &&
  rule.amount.mode === 'deduct' &&
  rule.within === null &&
  !rule.further &&
  (rule.free === undefined || rule.free.eq(1)) &&
  rule.each.amount.eq(1) &&
  further.test(text.slice(rule.span.start, rule.span.end));

function steps(first: BandRule, step: StepRule, text: string): readonly StepRule[] {
  const [, words = ''] = /^([^，,：:]{2,40})[，,：:]/.exec(text.slice(first.span.start, first.span.end)) ?? [];
  const phrases = [...new Set([words, ...first.phrases])].filter((phrase) => phrase !== '');
  const { amount } = first.award;
  const low = { at: first.interval.low?.at ?? step.each.amount, inclusive: false };
  const { free: _none, ...every } = step;
  const beyond: StepRule = { ...every, phrases, within: { low, high: null }, marginal: true, times: 'each' };
  return amount ? [{ ...every, span: first.span, phrases, amount, times: 'each' }, beyond] : [beyond];
}

/**
 * Puts a flat deduction for the first occurrence and the step for every further one on one scale.
 *
 * @param text the original text in which the rules' spans lie
 * @returns the rules; the same ones where nothing goes on from a first time
 */
export function withEscalation(rules: readonly Rule[], text: string): readonly Rule[] {
  return withSums(withFirst(rules, text));
}

/** 首次扣2分，第二次再扣4分，第三次起每次再扣6分: the last sum holds from there on, and the further ones come on top of it. */
function withSums(rules: readonly Rule[]): readonly Rule[] {
  return rules.map((rule, at): Rule => {
    const [before, next] = [rules[at - 1], rules[at + 1]];
    if (rule.kind === 'step' && rule.further && rule.free && before?.kind === 'band') return { ...rule, phrases: before.phrases };
    const goesOn = next?.kind === 'step' && next.further && next.free;
    return rule.kind === 'band' && goesOn && rule.interval.low?.at.eq(next.free) ? { ...rule, interval: atLeast(next.free) } : rule;
  });
}

function withFirst(rules: readonly Rule[], text: string): readonly Rule[] {
  const at = rules.findIndex((rule, index) => isFirst(rule) && isFurther(rules[index + 1], text));
  const [first, step] = [rules[at], rules[at + 1]];
  if (at < 0 || !isFirst(first) || !isFurther(step, text)) return rules;
  return [...rules.slice(0, at), ...steps(first, step, text), ...rules.slice(at + 2)];
}
