/**
 * Steps both ways in one breath: 每提高或降低2%，相应增加或扣减1分; 每高或低7%扣1分; 低于85%或高于93%的，每1%扣1分; 每偏离计划3%扣1分.
 */
import type Decimal from 'decimal.js';
import type { Clause } from '../clause';
import type { Interval } from '../interval';
import { unitKind } from '../quantity';
import type { Amount, StepRule } from '../rule';
import type { FamilyContext } from './family';
import type { StepPhrase } from './stepPhrase';
import { intervalsIn, stepBase } from './stepRule';
import { chineseMovement, deviations, movementDirection, particles, rateWords, type Direction } from './stepWords';

const or = '(?:或者?|、|\\/|和|及|与)';
const eitherWay = new RegExp(`(${chineseMovement})${particles}[^，,。;；\\d]{0,10}?${or}(${chineseMovement})`);
const mode: Readonly<Record<string, Amount['mode']>> = {
  加: 'add',
  增: 'add',
  奖: 'add',
  上: 'add',
  扣: 'deduct',
  减: 'deduct',
  下: 'deduct',
};
const eitherAward = new RegExp(
  `(加|增加|增|奖励|奖|上调|上浮)分?${or}(扣减|扣除|扣|减少|减|下调|下浮)|(扣减|扣除|扣|减少|减|下调)分?${or}(增加|加|增|奖励|奖|上调)`,
);
/** 每增减1%加减1分: that more is better is a guess that someone confirms. */
const compact = /每(?:增减|升降|高低|±)|加减\s?\d|增减\s?\d+(?:\.\d+)?分|±\s?\d+(?:\.\d+)?分/;
const deviating = new RegExp(`每(?:上下|正负)?(?:${deviations.join('|')})|(?:${deviations.join('|')})(?:值|率|度)?的?[，,]?每\\d`);

interface BothWays {
  readonly rules: readonly StepRule[];
  readonly doubtful: boolean;
}

function ways(text: string): readonly [Direction, Direction] | null {
  const found = eitherWay.exec(text);
  const [first, second] = [movementDirection(found?.[1] ?? ''), movementDirection(found?.[2] ?? '')];
  return first && second && first !== second ? [first, second] : null;
}

function modes(text: string): readonly [Amount['mode'], Amount['mode']] | null {
  const found = eitherAward.exec(text)?.slice(1).filter(Boolean);
  const [first, second] = (found ?? []).map((word) => mode[word[0] as string]);
  return first && second ? [first, second] : null;
}

/** 低于85%或高于93%: where the steps down and the steps up start. */
function outside(text: string): readonly [below: Interval, above: Interval] | null {
  const found = intervalsIn(text).map(({ interval }) => interval);
  const below = found.find(({ low, high }) => low === null && high !== null);
  const above = found.find(({ low, high }) => low !== null && high === null);
  return below && above && found.length === 2 ? [below, above] : null;
}

/** ±5%以内得满分，每超出1%扣1分: what lies beyond a stretch around nothing lies beyond it on either side. */
function around(step: StepRule, { rules }: FamilyContext): readonly StepRule[] | null {
  const band = [...rules].reverse().find((rule) => rule.kind === 'band');
  const { low, high } = band?.kind === 'band' ? band.interval : { low: null, high: null };
  if (band?.kind !== 'band' || !low || !high || low.at.isZero() || !low.at.neg().eq(high.at) || step.trigger === 'below') return null;
  const from = (at: Decimal): StepRule['base'] => ({ amount: at, unit: band.unit ?? step.each.unit });
  const plain = { ...step, relative: false };
  return [oneWay(plain, 'below', 'deduct', from(low.at)), oneWay(plain, 'above', 'deduct', from(high.at))];
}

function oneWay(step: StepRule, trigger: Direction, given: Amount['mode'], base: StepRule['base']): StepRule {
  return { ...step, trigger, base: base === 'zero' ? null : base, amount: { ...step.amount, mode: given } };
}

/**
 * The steps of a clause that speaks of both ways.
 *
 * @param step the step as it would be read for one way
 * @returns a step each way, or one for whatever way a value strays; null where the clause speaks of one way only
 */
export function stepsBothWays(clause: Clause, phrase: StepPhrase, step: StepRule, context: FamilyContext): BothWays | null {
  const base = (direction: Direction): StepRule['base'] => stepBase(phrase, direction, context);
  const beyond = step.amount.mode === 'deduct' ? around(step, context) : null;
  if (beyond) return { rules: beyond, doubtful: step.relative };
  if (deviating.test(clause.condition)) {
    const relative = step.relative || (unitKind(step.each.unit) === 'ratio' && !rateWords.test(clause.text.replace(/\d+(?:\.\d+)?%/g, '')));
    const from = step.base === 'zero' || step.trigger === 'below' ? base('below') : step.base;
    return {
      rules: [{ ...step, relative, trigger: 'away', phrases: [], within: null, base: typeof from === 'string' ? null : from }],
      doubtful: false,
    };
  }
  const named = ways(clause.condition);
  const given = modes(clause.text);
  if (named && given) {
    const rules = named.map((way, at) => oneWay(step, way, given[at] as Amount['mode'], base(way)));
    return { rules, doubtful: false };
  }
  if (compact.test(clause.text))
    return { rules: [oneWay(step, 'below', 'deduct', step.base), oneWay(step, 'above', 'add', step.base)], doubtful: true };
  if (step.amount.mode !== 'deduct') return null;
  const gap = phrase.movement === null || named ? outside(phrase.before) : null;
  if (gap) {
    const [below, above] = gap;
    const at = (interval: Interval, bound: 'low' | 'high'): StepRule['base'] => {
      const found = interval[bound];
      return found ? { amount: found.at, unit: step.each.unit } : null;
    };
    const plain = { ...step, within: null };
    return {
      rules: [oneWay(plain, 'below', 'deduct', at(below, 'high')), oneWay(plain, 'above', 'deduct', at(above, 'low'))],
      doubtful: false,
    };
  }
  return named ? { rules: named.map((way) => oneWay(step, way, 'deduct', base(way))), doubtful: false } : null;
}
