/** From the wording of a step to its rule: what deduction.ts (events) and step.ts (measured values) share. */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import { exactly, type Interval } from '../interval';
import { itemsOf } from '../items';
import { readQuantity, sameKind, unitKind, type UnitName } from '../quantity';
import type { Amount, Award, BandRule, LimitRule, Rule, StepRule } from '../rule';
import type { Quantity } from '../types';
import type { FamilyContext } from './family';
import { limitContext, limitRules, limitsIn } from './limit';
import { partialIn } from './partial';
import { readStepPhrase, type StepPhrase } from './stepPhrase';
import {
  namedReference,
  onceOnly,
  partialPhrases,
  pricedReference,
  pricedText,
  ratioToTarget,
  rateWords,
  type Direction,
} from './stepWords';

/** A clause that takes or gives by steps, with what its award says per step. */
export interface StepReading {
  readonly phrase: StepPhrase;
  readonly amount: Amount;
}

/** 均按每次2分扣罚: the verb behind the points. */
const takenBehind = /^\s*(?:予以|进行|计|来)?(?:扣(?:分|减|除|罚)?|减分|罚)(?=[，,;；。)]|$)/;

const heads: readonly { readonly words: RegExp; readonly mode: Amount['mode'] }[] = [
  { words: /^[^，,。;；\d]{0,8}(?:扣分|减分|扣罚)(?:项目?|标准|细则|情形)?\)?[:：]|^[\s(]*(?:[一二三四五六七八九十\d]{1,2}[、.)])?\s*(?:扣|减)分(?:项目?|标准|细则)\)?/, mode: 'deduct' },
  { words: /^[^，,。;；\d]{0,8}(?:加分|奖励分?)(?:项目?|标准|细则|情形)?\)?[:：]|^[\s(]*(?:[一二三四五六七八九十\d]{1,2}[、.)])?\s*加分(?:项目?|标准|细则)\)?/, mode: 'add' },
]; // prettier-ignore

/** 扣分项：迟到1分/次，早退1分/次: what the heading in front of a list says of all its points. */
export function headOf({ clauses, index }: FamilyContext): Amount['mode'] | null {
  for (let at = index; at >= 0; at--) {
    const text = clauses[at]?.text.slice(0, 40) ?? '';
    const found = heads.find(({ words }) => words.test(text));
    if (found) return found.mode;
  }
  return null;
}

/** 得5分 and 计1分 per step are additions; 一次一分 in a list of deductions (扣分项一次一分) takes. */
function stepAmount(clause: Clause, phrase: StepPhrase, head: Amount['mode'] | null): Amount | null {
  const amount = clause.award?.amount ?? null;
  if (!amount) return null;
  if (amount.mode !== 'set') return amount;
  const taken =
    head === 'deduct' ||
    /扣分项|扣分内容|扣罚/.test(clause.text) ||
    takenBehind.test(clause.tail) ||
    /[-－—]\s*$|(?:扣|减|罚)[^，,。;；\d]{0,16}$/.test(clause.condition);
  if (taken && amount.of === 'points') return { ...amount, mode: 'deduct' };
  if (head === 'add' && amount.of === 'points') return { ...amount, mode: 'add' };
  if (amount.of === 'fullMarks' || !phrase.sure || (!clause.text.includes('每') && !/\b(?:each|every|per)\b/i.test(clause.text)))
    return null;
  return { ...amount, mode: 'add' };
}

/** Reads the step of a clause with its amount; null where the clause takes or gives nothing by steps. */
export function readStep(clause: Clause, context?: FamilyContext): StepReading | null {
  if (!clause.award) return null;
  const once = onceOnly.test(clause.condition);
  const read = readStepPhrase(once ? clause.condition.replace(onceOnly, '') : clause.condition, clause.tail);
  const phrase = read && once ? { ...read, once } : read;
  const amount = phrase && stepAmount(clause, phrase, context && clause.award?.amount?.mode === 'set' ? headOf(context) : null);
  return phrase && amount ? { phrase, amount } : null;
}

/** The numbers with a comparison that a stretch of text names, in order. */
export function intervalsIn(text: string): readonly { readonly interval: Interval; readonly unit: UnitName | null }[] {
  return itemsOf(text.slice(0, 300)).flatMap((item) => (item.kind === 'interval' ? [{ interval: item.interval, unit: item.unit }] : []));
}

function edge(interval: Interval, direction: Direction): Decimal | null {
  const [first, second] = direction === 'below' ? [interval.low, interval.high] : [interval.high, interval.low];
  return (first ?? second)?.at ?? null;
}

const counted = (unit: UnitName | null): boolean => unitKind(unit) === 'count';

/** Points are no measure of a step in percent, but a count goes with any other count (15户 … 少一次). */
function fits(unit: UnitName | null, each: Quantity): boolean {
  return sameKind(unit, each.unit) || (counted(unit) && counted(each.unit));
}

function fromIntervals(text: string, each: Quantity, direction: Direction): Quantity | null {
  const found = intervalsIn(text).filter(({ unit }) => fits(unit, each));
  const last = found[found.length - 1];
  const at = last && edge(last.interval, direction);
  return last && at ? { amount: at, unit: last.unit ?? each.unit } : null;
}

/** 每周更新一次 says how often, and so no number where steps start. */
const frequency = /每[个半]?(?:[天日周月年]|季度?|年度|学期)[^，,。;；\d]{0,8}?[一1][次遍回]/g;

/** 完成率100%得满分，每低1%: a number without comparison, with the unit of the step. */
function fromNumbers(text: string, each: Quantity): Quantity | null {
  const numbers = itemsOf(text.slice(0, 300).replace(frequency, ' ')).flatMap((item) =>
    item.kind === 'number' && !item.ordinal ? [item.quantity] : [],
  );
  return numbers.reverse().find(({ unit }) => unit !== null && unit !== '分' && fits(unit, each)) ?? null;
}

const isFull = (rule: Rule): boolean => {
  if (rule.kind === 'target') return true;
  if (rule.kind !== 'band') return false;
  const amount = rule.award.amount;
  if (!amount || amount.low === null) return false;
  return amount.mode === 'set'
    ? amount.of === 'fullMarks'
      ? amount.low.eq(1)
      : amount.low.gt(0)
    : amount.mode === 'deduct' && amount.low.isZero();
};

/** The edge of the band that gives full marks (≥80%得满分，每低1%扣2分: 80 %). */
function fromRules(rules: readonly Rule[], each: Quantity, direction: Direction): Quantity | null {
  for (const rule of [...rules].reverse()) {
    if ((rule.kind !== 'band' && rule.kind !== 'target') || !isFull(rule) || !fits(rule.unit, each)) continue;
    if (rule.kind === 'band' && rule.measure !== 'value') continue;
    const at = edge(rule.interval, direction);
    if (at) return { amount: at, unit: rule.unit ?? each.unit };
  }
  return null;
}

const wholeText = (context: FamilyContext): string =>
  context.clauses
    .map((clause) => clause.text)
    .join('，')
    .slice(0, 2000);
/** What stands before a clause and takes or gives nothing by steps: the requirement. */
function earlierText(context: FamilyContext): string {
  const earlier = context.clauses
    .slice(0, context.index)
    .filter(
      ({ text, award, condition }) =>
        !/每(?![月年日天周季])/.test(text) &&
        partialIn(text, 'add') === null &&
        award?.amount?.mode !== 'deduct' &&
        !(award?.amount?.mode === 'add' && readStepPhrase(condition, '')),
    );
  return earlier.map(({ text }) => text).join('，').slice(-300); // prettier-ignore
}

/** 目标值90%，每低于目标值…: the target that the text itself names. */
function statedTarget(text: string, each: Quantity): Quantity | null {
  const found = /(?:目标|指标|标准|计划|基准)值?(?:为|是|:|=)?\s?(?=\d)/.exec(text);
  const read = found && readQuantity(text, found.index + found[0].length);
  return read && read.quantity.unit !== null && fits(read.quantity.unit, each) ? read.quantity : null;
}

/** 比计划值每高1个百分点: what stands in front of the step is compared with. */
const comparedWith = new RegExp(`(?:比|较|与|同|和|跟|相比于?|相对于?|对比)${namedReference}(?:相比|比较|对比|相较)?[，,]?$`, 'u');

/** Where the steps of a measured value start; see {@link StepRule}. */
export function stepBase(phrase: StepPhrase, direction: Direction, context: FamilyContext): StepRule['base'] {
  return baseOf(!phrase.ofTarget && comparedWith.test(phrase.before) ? { ...phrase, ofTarget: true } : phrase, direction, context);
}

function baseOf(phrase: StepPhrase, direction: Direction, context: FamilyContext): StepRule['base'] {
  const own = phrase.base ?? fromIntervals(phrase.before, phrase.each, direction);
  if (own) return own;
  const stated = phrase.ofTarget ? statedTarget(`${earlierText(context)}，${phrase.before}`, phrase.each) : null;
  if (stated) return stated;
  const ruled = comparedWith.test(phrase.before) ? null : fromRules(context.rules, phrase.each, direction);
  if (ruled) return ruled;
  if (phrase.ofTarget || context.rules.some((rule) => rule.kind === 'band' && rule.measure !== 'value' && isFull(rule))) return 'target';
  const earlier =
    fromIntervals(earlierText(context), phrase.each, direction) ?? fromNumbers(`${earlierText(context)}，${phrase.before}`, phrase.each);
  if (earlier) return earlier;
  return null;
}

/** 完成销售任务得20分，每超5%: a task done is 100 %. */
const wholeDone = /(?:完成|达成|实现)[\p{Script=Han}]{0,12}(?:任务|目标|计划|指标|预算|定额)[^，,。;；\d]{0,8}\d+分[^。]{0,40}每/u;

/** Percent steps on something that is not itself a rate (处理时间每低于目标10%) are shares of the base. */
export function isRelative(phrase: StepPhrase, context: FamilyContext): boolean {
  if (unitKind(phrase.each.unit) !== 'ratio') return false;
  const text = wholeText(context);
  if (pricedReference.test(phrase.reference ?? '') || pricedText.test(text)) return true;
  if (phrase.each.unit === '百分点') return false;
  if (wholeDone.test(text) && !rateWords.test(text.replace(/\d+(?:\.\d+)?%/g, ''))) return true;
  return ratioToTarget.test(text) || (phrase.ofTarget && !rateWords.test(text.replace(/\d+(?:\.\d+)?%/g, '')));
}

const lookAhead = 5;

/** The rule for parts of a step in this clause or in those behind it that give nothing of their own. */
export function partialOf(clause: Clause, amount: Amount, context: FamilyContext): StepRule['partial'] {
  const mode = amount.mode === 'deduct' ? 'deduct' : 'add';
  const own = partialIn(clause.text, mode);
  if (own) return own;
  for (const next of context.clauses.slice(context.index + 1, context.index + 1 + lookAhead)) {
    const found = partialIn(next.text, mode);
    if (found) return found;
  }
  return null;
}

/** Limits that share the step's clause (每次扣0.5分直至扣完为止). */
export function ownLimits(clause: Clause, context: FamilyContext): { readonly rules: readonly LimitRule[]; readonly rest: string } {
  const { limits, rest } = limitsIn(clause.tail, limitContext(context));
  return { rules: limitRules(limits, clause), rest };
}

/** What is left of a tail that may change the result: anything with a number, or an exception. */
export function isDoubtfulRest(rest: string): boolean {
  const words = partialPhrases
    .reduce((left, { pattern }) => left.replace(pattern, ''), rest)
    .replace(/^\s*(?:\/|每|一)\s*(?:人\/)?[\p{Script=Han}%]{1,3}/u, '')
    .trim();
  return /\d|除外|例外|除非|不包括|另行|unless|except/i.test(words.replace(/\([^)]*\)/g, ''));
}

/** A band for one stated number of occurrences (发生1次扣3分，发生2次扣6分). */
export function countBand(clause: Clause, each: Quantity, award: Award, phrases: readonly string[]): BandRule {
  return {
    kind: 'band', span: clause.span, subject: null, measure: 'value', interval: exactly(each.amount), unit: each.unit,
    whole: true, form: 'compared', ofPoints: false, label: null, phrases, award,
  }; // prettier-ignore
}

/** Steps inside a range of the distance only (超过3次的部分，每次扣2分). */
export function withinOf(phrase: StepPhrase): Interval | null {
  const found = intervalsIn(phrase.before).filter(({ unit }) => fits(unit, phrase.each));
  return found[found.length - 1]?.interval ?? null;
}

const unmet = /不够|不足|未达|不达标|达不到|少于|未完成/;

/** 每月不少于15户走访；…走访户数不够…发生一次扣2分: the count that is required, where falling short of it is one of the occurrences. */
export function eventBase(clause: Clause, phrase: StepPhrase, context: FamilyContext): Quantity | null {
  if (!unmet.test(clause.condition)) return null;
  const own = intervalsIn(`${earlierText(context)}，${phrase.before}`).filter(
    ({ unit, interval }) => counted(unit) && unit !== null && unit !== phrase.each.unit && interval.low !== null,
  );
  const last = own[own.length - 1];
  return last?.interval.low ? { amount: last.interval.low.at, unit: last.unit } : null;
}
