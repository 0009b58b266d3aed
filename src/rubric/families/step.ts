/**
 * Steps of a measured value: 每低1%扣2分, 每超出500元扣1分, 每提前1天加1分, 低于100%每1%扣2分, `5 points for each 1cm above 18cm`.
 */
import type { Clause } from '../clause';
import { unitKind } from '../quantity';
import type { Amount, StepRule } from '../rule';
import type { Family, FamilyContext } from './family';
import { phrasesOf } from './phrases';
import type { StepPhrase } from './stepPhrase';
import { intervalsIn, isDoubtfulRest, isRelative, ownLimits, partialOf, readStep, stepBase } from './stepRule';
import type { Direction } from './stepWords';

interface Direct {
  readonly direction: Direction;
  readonly stated: boolean;
}

/** The way of a step without a word of movement: 低于100%每1%扣 points down, 每200元扣1分 counts from nothing up. */
function directionOf(phrase: StepPhrase): Direct {
  if (phrase.trigger !== 'event') return { direction: phrase.trigger, stated: true };
  const last = intervalsIn(phrase.before).at(-1)?.interval;
  if (last && last.low === null) return { direction: 'below', stated: true };
  if (last && last.high === null) return { direction: 'above', stated: true };
  return { direction: 'above', stated: false };
}

function measuredRule(clause: Clause, phrase: StepPhrase, amount: Amount, context: FamilyContext): StepRule {
  const { direction, stated } = directionOf(phrase);
  const base = stated ? stepBase(phrase, direction, context) : 'zero';
  return {
    kind: 'step', span: clause.span, trigger: direction, phrases: [...phrasesOf(phrase.movement ?? '', phrase.before), ...(stated ? [] : [clause.condition.trim()])],
    each: phrase.each, amount, base, relative: isRelative(phrase, context), partial: partialOf(clause, amount, context),
    within: null, times: phrase.sure ? 'each' : 'open',
  }; // prettier-ignore
}

/** 每1%为1分 does not say whether it takes or gives, nor which way. */
function isUndirected(clause: Clause, phrase: StepPhrase): boolean {
  return phrase.trigger === 'event' && clause.award?.amount?.mode === 'set' && unitKind(phrase.each.unit) === 'ratio';
}

/** Steps of a value. */
export const stepFamily: Family = {
  name: 'step',
  read(clause, context) {
    const read = readStep(clause);
    if (!read) return null;
    const { phrase, amount } = read;
    const kind = unitKind(phrase.each.unit);
    if (phrase.trigger === 'event' && (kind === 'count' || kind === null)) return null;
    const { rules, rest } = ownLimits(clause, context);
    const step = measuredRule(clause, phrase, amount, context);
    const doubtful = isUndirected(clause, phrase) || isDoubtfulRest(rest);
    return { rules: [step, ...rules], doubtful };
  },
};
