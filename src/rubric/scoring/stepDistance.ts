/** How far an entry lies from where the steps of a rule start, in the rule's unit. */
import Decimal from 'decimal.js';
import type { EntryReading } from '../entry';
import { movementDirection, namedMovement, selfMeasured } from '../families/stepWords';
import { bestLikeness } from '../likeness';
import type { ReadingPolicy } from '../policy';
import { convert, sameKind, unitKind, type UnitName } from '../quantity';
import type { StepRule } from '../rule';
import type { ScoreContext } from '../scorer';
import type { IssueCode, Quantity } from '../types';
import { doubt, isRatio, resembles, sure, zero, type Measured } from './stepContribution';

const hundred = new Decimal(100);
const likelyRate = 50;
const isTime = (unit: UnitName | null): boolean => ['time', 'workday', 'months'].includes(unitKind(unit) ?? '');

function baseOf(rule: StepRule, context: ScoreContext): Quantity | null {
  if (rule.base === 'zero') return { amount: zero, unit: rule.each.unit };
  if (rule.base !== null && rule.base !== 'target') return rule.base;
  return (
    context.target ?? statedTarget(rule, context) ?? besideBase(rule, context) ?? (rule.relative ? { amount: hundred, unit: '%' } : null)
  );
}

/** 目标95% behind the steps: where they start, as far as the text says it. */
function statedTarget(rule: StepRule, { rules }: ScoreContext): Quantity | null {
  const found = rules.find((other) => other.kind === 'target' && sameKind(other.unit, rule.each.unit));
  const bound = found?.kind === 'target' ? (found.interval.low ?? found.interval.high) : null;
  return found?.kind === 'target' && bound ? { amount: bound.at, unit: found.unit } : null;
}

/** 以95%为基准，每低…扣…，每高…加…: what one step starts from, its counterpart starts from. */
function besideBase(rule: StepRule, context: ScoreContext): Quantity | null {
  const beside = context.rules.find(
    (other) =>
      other.kind === 'step' &&
      other.trigger !== rule.trigger &&
      other.trigger !== 'event' &&
      typeof other.base === 'object' &&
      other.base !== null &&
      sameKind(other.each.unit, rule.each.unit),
  );
  return beside?.kind === 'step' && typeof beside.base === 'object' ? beside.base : null;
}

function distance(rule: StepRule, value: Decimal, base: Decimal): Decimal {
  if (rule.trigger === 'away') return value.minus(base).abs();
  return Decimal.max(zero, rule.trigger === 'below' ? base.minus(value) : value.minus(base));
}

/** How far a value lies from its target as a share of the target, in percent. */
function share(rule: StepRule, value: Decimal, base: Decimal): Decimal {
  return base.isZero() ? zero : distance(rule, value, base).div(base.abs()).times(hundred);
}

/** A number without unit under a % rule: in percent points above the policy's threshold, else a fraction, which is a doubt. */
function percentOf(
  quantity: Quantity,
  base: Decimal,
  policy: ReadingPolicy,
): { readonly amount: Decimal; readonly issue: IssueCode | null } {
  if (quantity.unit === '‰') return { amount: quantity.amount.div(10), issue: null };
  const fraction = quantity.unit === null && quantity.amount.abs().lte(policy.percentThreshold) && base.gt(10) && !quantity.amount.isZero();
  return fraction ? { amount: quantity.amount.times(hundred), issue: 'unit-mismatch' } : { amount: quantity.amount, issue: null };
}

/** Steps in percent: percent points between two percentages, a share of the target between two other numbers. */
function ratioDistance(rule: StepRule, value: Quantity, base: Quantity, target: Quantity | null): Measured | null {
  const plain = !isRatio(value.unit);
  if (
    plain &&
    target &&
    !isRatio(target.unit) &&
    sameKind(value.unit, target.unit) &&
    (rule.relative || value.unit !== null || !isRatio(base.unit))
  ) {
    const told = convert(value, target.unit);
    if (!told) return null;
    if (value.unit === null && target.unit === null && !rule.relative) return sure(distance(rule, value.amount, target.amount));
    return sure(share(rule, told.amount, target.amount));
  }
  return plain && value.unit !== null ? null : sure(zero);
}

function percentDistance(rule: StepRule, value: Quantity, base: Quantity, context: ScoreContext): Measured | null {
  const plain = !isRatio(value.unit);
  const byShare = plain ? ratioDistance(rule, value, base, context.target) : null;
  if (plain && value.unit !== null) return byShare;
  if (byShare && context.target && !isRatio(context.target.unit) && (rule.relative || !isRatio(base.unit))) return byShare;
  // 96% of a task that the form gives as 500万元.
  if (isRatio(value.unit) && base.unit !== null && !isRatio(base.unit))
    return percentDistance(rule, value, { amount: hundred, unit: '%' }, context);
  const told = percentOf(value, base.amount, context.policy);
  const from = percentOf(base, base.amount, context.policy);
  const points: Quantity = { amount: distance(rule, told.amount, from.amount), unit: '%' };
  return { distance: convert(points, rule.each.unit)?.amount ?? points.amount, issue: told.issue, strength: 1 };
}

function plainDistance(rule: StepRule, value: Quantity, base: Quantity): Measured | null {
  const unit = rule.each.unit;
  const typed: Quantity = value.unit === null ? { amount: value.amount, unit: base.unit ?? unit } : value;
  const told = convert(typed, unit);
  const from = convert(base, unit);
  return told && from && sure(distance(rule, told.amount, from.amount));
}

/** The movement that the entry names (提前3天) is the distance itself; in the other direction it makes no step. */
function namedDistance(rule: StepRule, entry: EntryReading): Measured | null {
  const named = entry.quantity && entry.words !== '' ? namedMovement(entry.words) : null;
  if (!named || !entry.quantity) return null;
  // 提前1天 under 每迟报1天: no lateness.
  if (rule.base === 'zero') return isLate(rule) && named.direction === 'below' ? sure(zero) : null;
  const told = convert(entry.quantity, rule.each.unit);
  if (!told) return null;
  return sure(named.direction === rule.trigger || rule.trigger === 'away' ? told.amount.abs() : zero);
}

/** An entry that quotes the condition of a step (欠缴100元) is one step of it; one that quotes what stands before it (按计划完成) is none. */
function quotedStep(rule: StepRule, entry: EntryReading): Measured | null {
  if (entry.words === '' || rule.base !== 'zero') return null;
  const met = bestLikeness(entry.text, rule.phrases);
  if (met.strength < 0.97 || met.opposite) return null;
  return entry.quantity ? sure(rule.each.amount) : doubt(zero);
}

const isSelfMeasured = (rule: StepRule): boolean => selfMeasured.includes(rule.phrases[0] ?? '');
const lateWords = selfMeasured.filter((word) => /\p{Script=Han}/u.test(word) && movementDirection(word) === 'above');
/** 迟报, 迟延上报: lateness in whatever the words make of it. */
const isLate = (rule: StepRule): boolean =>
  isSelfMeasured(rule) || (isTime(rule.each.unit) && rule.phrases.some((phrase) => lateWords.some((word) => phrase.includes(word))));

/** Said of what is neither late nor early: no step at all. */
const onTime =
  /^(?:(?:delivered |submitted |completed |done |all )?(?:on time|in time|punctual(?:ly)?|on schedule|as scheduled|not late|no delay|(?:on|by|before|at|on or before|on\/before) (?:the )?(?:[a-z]+ ){0,2}(?:deadline|due date|date|due time))|(?:已经?|均|都|全部)?(?:准时|按时|按期|如期|准点|及时|按规定时间|在规定时间内|按要求时间)(?:[\u4e00-\u9fff]{1,6})?|(?:未|没有?|无)(?:逾期|延误|迟到|延期|超期|迟报|迟交|推迟|拖延|延迟|超时|滞后)(?:[\u4e00-\u9fff]{0,4})?)[.。]?$/i;

/** `late` under a cost that is the same however late. */
const merelyLate = (rule: StepRule, entry: EntryReading): boolean =>
  rule.times === 'once' && isSelfMeasured(rule) && bestLikeness(entry.text, rule.phrases).strength >= resembles;

/** The distance of an entry under a rule; null where the entry is not on what the rule measures. */
export function measure(rule: StepRule, context: ScoreContext): Measured | null {
  const found = distanceOf(rule, context);
  return found && rule.free ? { ...found, distance: Decimal.max(zero, found.distance.minus(rule.free)) } : found;
}

/** 未超, 没有延误: the movement denied. */
const unmoved = /^(?:未|没有?|无|不)([\p{Script=Han}]{1,4}?)(?:目标|预算|定额|标准|计划|规定|限额)?$/u;

function deniesMovement({ trigger }: StepRule, { text }: EntryReading): boolean {
  const denied = unmoved.exec(text.trim())?.[1];
  return trigger === 'above' && denied !== undefined && namedMovement(denied)?.direction === 'above';
}

function distanceOf(rule: StepRule, context: ScoreContext): Measured | null {
  const { entry } = context;
  const value = entry.quantity;
  if (!value && (isLate(rule) || (rule.trigger === 'away' && isTime(rule.each.unit))) && onTime.test(entry.text.trim())) return sure(zero);
  if (!value && deniesMovement(rule, entry)) return sure(zero);
  if (!value && merelyLate(rule, entry)) return sure(rule.each.amount);
  const quoted = quotedStep(rule, entry);
  if (quoted || !value) return quoted;
  const named = namedDistance(rule, entry);
  if (named) return named;
  if (!fitsRule(rule, value, context)) return null;
  if (straysItself(rule, value, context)) return sure(value.amount.abs());
  const base = rule.trigger === 'away' && rule.base === null ? context.target : baseOf(rule, context);
  if (!base) return withoutBase(rule, value, context);
  const found =
    isRatio(rule.each.unit) && rule.each.unit !== 'ppm' ? percentDistance(rule, value, base, context) : plainDistance(rule, value, base);
  if (!found) return null;
  return rule.base === 'zero' && entry.words !== '' ? againstWords(rule, entry, found) : found;
}

/** 3% under 每偏离目标1% with a target of 50万元: what it strays by. */
const straysItself = (rule: StepRule, { amount, unit }: Quantity, { target }: ScoreContext): boolean =>
  rule.trigger === 'away' &&
  unit === '%' &&
  rule.each.unit === '%' &&
  amount.abs().lte(likelyRate) &&
  target !== null &&
  !isRatio(target.unit);

/** Whether the entry is on what the rule measures: a percentage is no number of days. */
function fitsRule(rule: StepRule, value: Quantity, context: ScoreContext): boolean {
  if (sameKind(value.unit, rule.each.unit)) return true;
  return isRatio(rule.each.unit) && context.target !== null && sameKind(value.unit, context.target.unit);
}

function againstWords(rule: StepRule, entry: EntryReading, found: Measured): Measured | null {
  const met = bestLikeness(entry.words, rule.phrases);
  if (met.opposite) return sure(zero, met.strength);
  return met.strength >= resembles ? { ...found, strength: met.strength } : rule.phrases.length > 0 ? null : doubt(found.distance);
}

/** No target is known: of lateness the entry tells the distance itself; of anything else that is a guess. */
function withoutBase(rule: StepRule, value: Quantity, { rules }: ScoreContext): Measured | null {
  const told = convert(value, rule.each.unit);
  if (!told) return null;
  if (isSelfMeasured(rule)) return sure(Decimal.max(zero, told.amount));
  // 3% under 每偏离1%: the entry is what it strays by.
  if (rule.trigger === 'away') return sure(told.amount.abs());
  // 98% under 每低1%: nobody says from where; that all of it was wanted is the likeliest.
  const lone = rules.filter(({ kind }) => kind === 'step').length === 1;
  const short = lone && rule.trigger === 'below' && isRatio(rule.each.unit) && told.amount.gte(likelyRate) && told.amount.lte(hundred);
  return doubt(short ? hundred.minus(told.amount) : told.amount.abs());
}
