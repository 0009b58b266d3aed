/** Formulas and an entry: what their names stand for, the value computed, and the limits that the text sets to it. */
import Decimal from 'decimal.js';
import type { EntryReading } from '../entry';
import { evaluate, leavesOf, type Leaves } from '../expression';
import { contains } from '../interval';
import { likeness } from '../likeness';
import { convert, unitKind } from '../quantity';
import type { FormulaRule } from '../rule';
import { limitAt } from './limitAt';
import type { Contribution, ScoreContext, Scorer } from '../scorer';
import type { IssueCode, Quantity } from '../types';
import { shown } from './measure';

const hundred = new Decimal(100);
/** Interpolation goes before the bands whose edges it joins. */
const interpolates = 1.05;

interface Told {
  readonly value: Decimal | null;
  readonly issue: IssueCode | null;
}

/** 48件 of 60件 under 按完成比例: what a rate is of a target that is no rate itself; null where there is none or the units differ. */
function ofTarget(quantity: Quantity, { target }: ScoreContext): Decimal | null {
  if (!target || unitKind(target.unit) === 'ratio' || unitKind(quantity.unit) === 'ratio' || target.amount.isZero()) return null;
  const told = quantity.unit === null ? quantity : convert(quantity, target.unit);
  return told && (quantity.unit === null || target.unit !== null) ? told.amount.div(target.amount) : null;
}

/** A share as a fraction. A bare number under a rate is percent points above the policy's threshold, else a fraction (DESIGN rule 5). */
function fraction(quantity: Quantity, rule: FormulaRule, context: ScoreContext): Told {
  const part = rule.unit === '%' ? ofTarget(quantity, context) : null;
  if (part) return { value: part, issue: null };
  if (unitKind(quantity.unit) === 'ratio') return { value: convert(quantity, '%')?.amount.div(hundred) ?? null, issue: null };
  if (rule.within && rule.unit !== '%' && rule.unit !== null && quantity.unit !== null)
    return { value: convert(quantity, rule.unit)?.amount ?? null, issue: null };
  if (quantity.unit !== null || rule.unit !== '%') return { value: rule.unit === '%' ? null : quantity.amount, issue: null };
  const points = quantity.amount.gt(context.policy.percentThreshold);
  return {
    value: points ? quantity.amount.div(hundred) : quantity.amount,
    issue: points || quantity.amount.isZero() || quantity.amount.eq(1) ? null : 'unit-mismatch',
  };
}

const actualNames = /实际|实收|实到|已|完成|达成|actual|done/i;
const targetNames = /应|计划|目标|预算|任务|总[数量额]?|全部|target|plan|due/i;

/** The amount of a named part; a percentage as a fraction. */
const shareOf = (quantity: Quantity | null): Decimal | null =>
  quantity && unitKind(quantity.unit) === 'ratio' ? (convert(quantity, '%')?.amount.div(hundred) ?? null) : (quantity?.amount ?? null);

/** { 实际回访户数: 80, 应回访户数: 100 }: the named part of the entry that is the actual value, or the target. */
function roleIn({ parts }: EntryReading, names: RegExp): Decimal | null {
  const named = Object.entries(parts ?? {}).filter(([name]) => !weightNames.test(name));
  if (named.length === 1 && names === actualNames) return shareOf(named[0]?.[1].quantity ?? null);
  const found = named.filter(([name]) => names.test(name) && !(names === targetNames && actualNames.test(name)));
  return named.length === 2 && found.length === 1 ? shareOf(found[0]?.[1].quantity ?? null) : null;
}

/** `{ starters: 5 }`: the only part of an entry is its number. */
function onlyPart({ parts }: EntryReading): Quantity | null {
  const [first, ...more] = Object.values(parts ?? {});
  return first && more.length === 0 ? first.quantity : null;
}

/** The entry in the target's unit: 80万元 against a target in 元. A percentage stands for actual ÷ target by itself. */
function actualOf(rule: FormulaRule, context: ScoreContext): Told {
  const quantity = context.entry.quantity ?? onlyPart(context.entry);
  if (!quantity) return { value: roleIn(context.entry, actualNames), issue: null };
  const { target } = context;
  if (rule.unit !== '%' && target && target.unit !== null && quantity.unit !== null && unitKind(quantity.unit) !== 'ratio') {
    return { value: convert(quantity, target.unit)?.amount ?? null, issue: null };
  }
  return fraction(quantity, rule, context);
}

const weightNames = /权重|分值|满分|weight/i;

/** { 完成率: 80%, 权重: 45% }: the marks where the entry itself names them. */
function weightIn({ parts }: EntryReading): Decimal | null {
  const found = Object.entries(parts ?? {}).filter(([name]) => weightNames.test(name));
  return found.length === 1 ? shareOf(found[0]?.[1].quantity ?? null) : null;
}

function targetOf(rule: FormulaRule, context: ScoreContext): Decimal | null {
  const { target } = context;
  if (!target) return roleIn(context.entry, targetNames);
  return unitKind(target.unit) === 'ratio' ? fraction(target, rule, context).value : target.amount;
}

/** 90% under 实际/目标×权重 where no target is known: the entry is the quotient itself. */
const ratioTarget = ({ entry: { quantity }, target }: ScoreContext): Decimal | null =>
  target === null && quantity !== null && unitKind(quantity.unit) === 'ratio' ? new Decimal(1) : null;

/** `daysOverdue`, `days overdue`: one name. */
const squashed = (name: string): string => name.replace(/[\s_]/g, '').toLowerCase();

/** `A` for `A the lowest cost`: the letter itself, then a name that is held, then one that resembles. */
const meets = (name: string, key: string): number =>
  name === key || name.startsWith(`${key} `) || squashed(name) === squashed(key)
    ? 1
    : name.includes(key)
      ? 0.9 + key.length / 1000
      : likeness(key, name).strength;

/** The part of the entry that a name in a formula means: the one whose name it holds or resembles most. */
function partOf(name: string, entry: EntryReading): Decimal | null {
  const parts = Object.entries(entry.parts ?? {});
  const met = parts.map(([key, part]) => ({ part, strength: meets(name, key) }));
  const best = met.sort((a, b) => b.strength - a.strength)[0];
  return best && best.strength >= 0.6 ? shareOf(best.part.quantity) : null;
}

interface Bounded {
  readonly points: Decimal;
  readonly issue: IssueCode | null;
}

/** Stated floors and caps hold; a result below 0 or above the full marks without any is for a person to decide. */
function bounded(points: Decimal, usesFullMarks: boolean, context: ScoreContext): Bounded {
  const all = context.rules.filter((rule) => rule.kind === 'limit');
  const limits = all.filter(({ on }) => on !== 'rate');
  let value = points;
  for (const limit of limits) {
    const at = limitAt(limit, context);
    if (at) value = limit.bound === 'cap' ? Decimal.min(value, at) : Decimal.max(value, at);
  }
  const beyond = usesFullMarks && context.fullMarks !== null && value.gt(context.fullMarks) && !all.some(({ bound }) => bound === 'cap');
  const negative = value.isNegative() && !limits.some(({ bound }) => bound === 'floor');
  return { points: value, issue: beyond || negative ? 'floor-or-cap' : null };
}

/** The value within the bounds that the text sets to the rate: of a share itself, else of the target. */
function withinRate(actual: Decimal | null, target: Decimal | null, rule: FormulaRule, context: ScoreContext): Decimal | null {
  const whole = leavesOf(rule.expression).some(({ kind }) => kind === 'target') ? target : new Decimal(1);
  if (!actual || !whole) return actual;
  return context.rules.reduce((value, limit) => {
    if (limit.kind !== 'limit' || limit.on !== 'rate' || limit.at === 'fullMarks') return value;
    const at = whole.times(limit.at).div(hundred);
    return limit.bound === 'cap' ? Decimal.min(value, at) : Decimal.max(value, at);
  }, actual);
}

/** `80% attainment pays 50%` on a straight line: without full marks the percentages are what is paid. */
const paysShare = ({ within, expression }: FormulaRule): boolean =>
  within !== null &&
  expression.kind === 'binary' &&
  expression.operator === '+' &&
  leavesOf(expression).some(({ kind }) => kind === 'fullMarks');

function score(rule: FormulaRule, context: ScoreContext): readonly Contribution[] {
  const actual = actualOf(rule, context);
  if (rule.within && (!actual.value || !contains(rule.within, rule.unit === '%' ? actual.value.times(hundred) : actual.value))) return [];
  const target = targetOf(rule, context) ?? ratioTarget(context);
  const leaves: Leaves = {
    actual: withinRate(actual.value, target, rule, context),
    target,
    fullMarks: weightIn(context.entry) ?? context.fullMarks ?? (paysShare(rule) ? hundred : null),
    part: (name) => partOf(name, context.entry),
  };
  const value = evaluate(rule.expression, leaves);
  if (!value) return [];
  const usesFullMarks = leavesOf(rule.expression).some(({ kind }) => kind === 'fullMarks');
  const { points, issue } = bounded(value.toDecimalPlaces(12), usesFullMarks, context);
  const reason = [{ code: 'formula', span: rule.span, details: { value: context.entry.text, result: shown(points) } }];
  return [
    {
      rule,
      kind: 'result',
      tier: null,
      low: points,
      high: points,
      issue: actual.issue ?? issue,
      strength: rule.within ? interpolates : context.entry.words === '' ? 1 : 0.8,
      reason,
    },
  ];
}

/** Scores all formulas: the one whose range holds the value; one that lacks a leaf says nothing. */
export const scoreFormulas: Scorer<'formula'> = (rules, context) => {
  const found = rules.flatMap((rule) => score(rule, context));
  const first = found[0];
  return first ? [first] : [];
};
