/** 表彰一次5分, 1项1分: so much for each, with no verb that says what the points do. */
import type { Clause } from '../clause';
import type { Item } from '../item';
import { unitKind } from '../quantity';
import type { StepRule } from '../rule';
import type { FamilyContext } from './family';
import { readStepPhrase, type StepPhrase } from './stepPhrase';

/** 迟到一次1分: what nobody wants is surely no addition. */
const fault = /迟到|早退|旷|违|投诉|差错|失误|事故|错|漏|缺|未|不(?!少于|低于)|超时|拖延|延误|批评|扣|罚/;
const lone = /(?:^|[^\d.])(?:一|1)\s?\S{1,2}$/;
const without = /^(?:全[年月]|当[月年]|本[月年季])?(?:无|没有|零|未(?:出现|发生)|0\s?[次项个起件])/;

const isCount = (item: Item): boolean =>
  (item.kind === 'interval' && unitKind(item.unit) === 'count') || (item.kind === 'number' && unitKind(item.quantity.unit) === 'count');

/** Whether another clause gives something for another number: then each number has points of its own (一次5分，两次3分). */
const countsOtherwise = (clause: Clause, { clauses }: FamilyContext): boolean =>
  clauses.some(
    (other) =>
      other !== clause &&
      other.award?.amount?.mode === 'set' &&
      (without.test(other.condition) || (other.items.some(isCount) && !lone.test(other.condition.trim()))),
  );

/** 1项1分；落实得1分: for each, or for all? */
const givesBeside = (clause: Clause, { clauses }: FamilyContext): boolean =>
  clauses.some(
    ({ award, awardText, condition }) =>
      condition !== clause.condition &&
      award?.amount?.mode === 'set' &&
      award.amount.low?.gt(0) === true &&
      !lone.test(condition.trim()) &&
      !/^(?:满分|总分|本项|共)/.test(condition + awardText),
  );

/** The step of such a clause, and whether only a person can say what its points do; null where it is none. */
export function rateOf(
  clause: Clause,
  context: FamilyContext,
): { readonly phrase: StepPhrase; readonly amount: StepRule['amount']; readonly doubtful: boolean } | null {
  const amount = clause.award?.amount;
  const condition = clause.condition.trim();
  if (amount?.mode !== 'set' || amount.of !== 'points' || !amount.low?.gt(0) || clause.award?.tier !== null || !lone.test(condition))
    return null;
  const phrase = readStepPhrase(condition, '');
  if (phrase?.trigger !== 'event' || !phrase.sure || !phrase.each.amount.eq(1) || unitKind(phrase.each.unit) !== 'count') return null;
  if (phrase.after !== '' || countsOtherwise(clause, context)) return null;
  const takes = fault.test(phrase.before);
  return { phrase, amount: { ...amount, mode: takes ? 'deduct' : 'add' }, doubtful: takes || givesBeside(clause, context) };
}
