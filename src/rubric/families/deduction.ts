/**
 * Deductions and additions by occurrence: 每次扣2分, 发现一处扣1分, 扣5分/次, 发生1次扣3分、2次扣6分, 者扣2分, `-10 per example`.
 * One occurrence is certain; whether a deduction without 每 or 一次 is taken once or each time is for a person to say.
 */
import Decimal from 'decimal.js';
import type { Clause } from '../clause';
import { unitKind } from '../quantity';
import type { Amount, Rule, StepRule } from '../rule';
import type { Family, FamilyContext, FamilyReading } from './family';
import { phrasesOf } from './phrases';
import { readStepPhrase, type StepPhrase } from './stepPhrase';
import { countBand, intervalsIn, isDoubtfulRest, ownLimits, readStep, withinOf } from './stepRule';

const one = new Decimal(1);

/** 无空岗现象一次扣5分 states the requirement; what is counted is its breach: 空岗现象. */
const requirement =
  /(?:^|[^\p{Script=Han}])?[\p{Script=Han}]*?(?:无|没有|不出现|不发生)((?:[\p{Script=Han}]{1,8}?)(?:现象|情况|问题|投诉|事故|差错|失误|违规|违纪|错误|遗漏|缺陷))$/u;

function eventPhrases(phrase: StepPhrase): readonly string[] {
  const before = phrase.before.trim();
  const breach = /每|发生|出现|发现|如|若/.test(before) ? null : requirement.exec(before);
  if (breach) return phrasesOf(breach[1] as string);
  const after = phrase.after.replace(/^\s*的/, '');
  return phrasesOf(before, after);
}

/** Another clause that gives something else for another number of the same occurrences. */
function isTierBeside(clause: Clause, phrase: StepPhrase): boolean {
  if (clause.award?.amount?.mode !== 'deduct' || clause.condition.includes('每')) return false;
  const other = readStepPhrase(clause.condition, '');
  if (other?.trigger === 'event' && other.each.unit === phrase.each.unit) return !other.each.amount.eq(phrase.each.amount);
  return intervalsIn(clause.condition).some(
    ({ interval, unit }) => unit === phrase.each.unit && interval.low !== null && interval.high === null,
  );
}

/** 发生1次扣3分；发生2次扣6分: each number has its own deduction, none is a step. */
function isTier(clause: Clause, phrase: StepPhrase, context: FamilyContext): boolean {
  if (clause.condition.includes('每') || unitKind(phrase.each.unit) !== 'count') return false;
  return context.clauses.some((other) => other !== clause && isTierBeside(other, phrase));
}

function eventRule(clause: Clause, phrase: StepPhrase, amount: Amount): StepRule {
  return {
    kind: 'step', span: clause.span, trigger: 'event', phrases: eventPhrases(phrase), each: phrase.each, amount,
    base: null, relative: false, partial: null, within: withinOf(phrase), times: phrase.sure ? 'each' : 'open',
  }; // prettier-ignore
}

function steps(clause: Clause, context: FamilyContext): FamilyReading | null {
  const read = readStep(clause);
  if (!read || read.phrase.trigger !== 'event') return null;
  const { phrase, amount } = read;
  const kind = unitKind(phrase.each.unit);
  if (kind !== 'count' && kind !== null) return null;
  if (isTier(clause, phrase, context)) {
    const band = clause.award && countBand(clause, phrase.each, clause.award, phrasesOf(phrase.before));
    return band && { rules: [band] };
  }
  const { rules, rest } = ownLimits(clause, context);
  return { rules: [eventRule(clause, phrase, amount), ...rules], doubtful: isDoubtfulRest(rest) };
}

const ordinal = /(?:第[一二三四五六七八九十\d]{1,2}[次个项起]|首次|初次)\s*$/;

/** 第一次扣1分，第二次扣2分: a band for the nth occurrence. Whether the deductions add up is not said, so more than the first is a question. */
function ordinals(clause: Clause): FamilyReading | null {
  if (clause.award?.amount?.mode !== 'deduct') return null;
  const found = clause.items.find((item) => item.kind === 'number' && item.ordinal);
  if (!found || found.kind !== 'number' || !ordinal.test(clause.condition)) return null;
  return {
    rules: [countBand(clause, found.quantity, clause.award, phrasesOf(clause.condition.replace(ordinal, '')))],
    doubtful: found.quantity.amount.gt(1),
  };
}

/** 态度恶劣者扣2分: an occurrence without number. Once, and for more a person decides. */
function once(clause: Clause, context: FamilyContext): FamilyReading | null {
  const amount = clause.award?.amount;
  if (amount?.mode !== 'deduct') return null;
  const words = clause.condition.trim() || clause.tail.trim();
  if (words === '' || intervalsIn(clause.condition).length > 0 || /\d/.test(clause.condition.replace(/\([^)]*\)/g, ''))) return null;
  const { rules, rest } = ownLimits(clause, context);
  const step: StepRule = {
    kind: 'step', span: clause.span, trigger: 'event', phrases: phrasesOf(clause.condition, clause.condition === '' ? clause.tail : ''),
    each: { amount: one, unit: '次' }, amount, base: null, relative: false, partial: null, within: null, times: 'open',
  }; // prettier-ignore
  const all: readonly Rule[] = [step, ...rules];
  return { rules: all, doubtful: isDoubtfulRest(rest) };
}

/** Occurrences that take or give points. */
export const deductionFamily: Family = {
  name: 'deduction',
  read: (clause, context) => (clause.award?.amount ? (ordinals(clause) ?? steps(clause, context) ?? once(clause, context)) : null),
};
